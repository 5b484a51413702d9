# `/amp workspace` : ce que décident les admins de Slack

workspace-title = Cet espace de travail
workspace-intro = Qui peut lancer un baromètre pour l’équipe d’un canal ? Les équipes qui existent restent comme elles sont. Être admin ne montre les chiffres de personne.
workspace-who-label = Qui peut en lancer un
workspace-everybody-option = tout le monde, invités compris
workspace-members-option = tout le monde sauf les invités
workspace-admins-option = les admins de cet espace de travail
workspace-chosen-option = les personnes ci-dessous et les admins
workspace-chosen-label = Ces personnes
workspace-save-button = Enregistrer
workspace-saved = :white_check_mark: C’est enregistré. { $who ->
        [everybody] Tout le monde, invités compris, peut lancer un baromètre.
        [admins] Seuls les admins peuvent lancer un baromètre.
        [chosen] Les admins et { $people ->
            [one] une personne
           *[other] { $people } personnes
        } peuvent lancer un baromètre.
       *[members] Tout le monde, sauf les invités, peut lancer un baromètre.
    }
error-only-for-admins = Seuls les admins de cet espace de travail Slack en décident. Demandez-leur de taper `/amp workspace`.
error-nobody-chosen = Choisissez au moins une personne, ou l’une des trois autres possibilités.
error-may-not-start = { $who ->
        [admins] Dans cet espace de travail, seuls les admins lancent un baromètre. Demandez-leur de taper `/amp setup` ici ; `/amp workspace` leur permet de changer cela.
        [chosen] Dans cet espace de travail, seuls les admins et les personnes choisies lancent un baromètre. Demandez à un admin ; `/amp workspace` permet de changer cela.
       *[members] Dans cet espace de travail, les invités ne lancent pas de baromètre. Demandez à un ou une collègue de taper `/amp setup` ici ; un admin peut le changer avec `/amp workspace`.
    }
