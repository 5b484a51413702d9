# `/amp workspace` : ce que décident les admins de Slack

workspace-title = Cet espace de travail
workspace-intro = Ce qui vaut pour toutes les équipes de cet espace de travail. Être admin ne montre les chiffres de personne.
workspace-who-label = Qui peut lancer un baromètre pour l’équipe d’un canal
workspace-everybody-option = tout le monde, invités compris
workspace-members-option = tout le monde sauf les invités
workspace-admins-option = les admins de cet espace de travail
workspace-chosen-option = les personnes ci-dessous et les admins
workspace-chosen-label = Ces personnes
workspace-rollups-label = Qui active ou désactive la vue d’ensemble mensuelle
workspace-rollups-leads-option = les responsables d’équipe
workspace-rollups-admins-option = les admins de cet espace de travail
workspace-pay-label = Salaire équitable
workspace-pay-option = Le demander, une fois tous les six sondages
workspace-kept-label = Garder sondages et synthèses
workspace-kept-always-option = comme Amp est réglé
workspace-kept-option = { $weeks } semaines
workspace-kept-hint = Décomptes, synthèses, qui a été interrogé, expériences terminées ; le dernier sondage de chaque équipe reste.
workspace-sure = :warning: Ce qui a plus de { $weeks } semaines est supprimé dans l’heure, dans toutes les équipes, pour de bon : leurs évolutions commencent alors là. Appuyez encore une fois si c’est ce que vous voulez.
workspace-sure-button = Supprimer et enregistrer
workspace-teams = { $teams ->
    [0] *Aucune équipe pour l’instant.* `/amp setup` dans un canal en crée une.
    [one] *Une équipe*
   *[other] *{ $teams } équipes*
}
workspace-team = • *{ $team }* dans { $channel }, { $language } : { $why ->
    [next] prochain sondage { $opens }
    [unreachable] en attente, car je ne peux rien publier dans son canal
    [nobody] en attente, car il n’y a personne à interroger
    [small] moins de { SPELLED($quorum) } personnes, donc personne n’est interrogé
    [together] interrogée avec une autre équipe
    [same] rien, car une autre équipe interroge chaque semaine les mêmes personnes avant elle
   *[paused] en pause
}
workspace-more-teams = { $teams ->
    [one] • et une de plus
   *[other] • et { $teams } de plus
}
workspace-private-teams = { $teams ->
    [one] • une dans un canal privé, que seuls ses membres voient
   *[other] • { $teams } dans des canaux privés, que seuls leurs membres voient
}
workspace-save-button = Enregistrer
workspace-saved = :white_check_mark: C’est enregistré. { $who ->
        [everybody] Tout le monde, invités compris, peut lancer un baromètre.
        [admins] Seuls les admins peuvent lancer un baromètre.
        [chosen] Les admins et { $people ->
            [one] une personne
           *[other] { $people } personnes
        } peuvent lancer un baromètre.
       *[members] Tout le monde, sauf les invités, peut lancer un baromètre.
    } { $pay ->
        [yes] La question du salaire équitable est posée une fois tous les six sondages.
       *[no] Dès les prochains sondages, la question du salaire équitable n’est plus posée.
    } { $rollups ->
        [admins] Seuls les admins activent ou désactivent la vue d’ensemble mensuelle.
       *[leads] Les responsables d’équipe activent ou désactivent la vue d’ensemble mensuelle.
    } { $weeks ->
        [0] Les sondages sont gardés aussi longtemps que le veut la personne qui gère Amp.
       *[other] Les sondages sont gardés { $weeks } semaines au plus.
    }
error-only-admins-roll-up = Dans cet espace de travail, seuls les admins activent ou désactivent la vue d’ensemble mensuelle. Demandez-leur ; `/amp workspace` leur permet de changer cela.
error-only-for-admins = Seuls les admins de cet espace de travail Slack en décident. Demandez-leur de taper `/amp workspace`.
error-nobody-chosen = Choisissez au moins une personne, ou l’une des trois autres possibilités.
error-may-not-start = { $who ->
        [admins] Dans cet espace de travail, seuls les admins lancent un baromètre. Demandez-leur de taper `/amp setup` ici ; `/amp workspace` leur permet de changer cela.
        [chosen] Dans cet espace de travail, seuls les admins et les personnes choisies lancent un baromètre. Demandez à un admin ; `/amp workspace` permet de changer cela.
       *[members] Dans cet espace de travail, les invités ne lancent pas de baromètre. Demandez à un ou une collègue de taper `/amp setup` ici ; un admin peut le changer avec `/amp workspace`.
    }
