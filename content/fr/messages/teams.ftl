# Les équipes : en lancer une, sa carte, la suspendre et la dissoudre.

# Le formulaire de `/amp setup`

teams-set-up-title = Lancer le baromètre
teams-settings-title = Réglages de l’équipe
teams-reading-channel = :hourglass_flowing_sand: Je lis le canal…
teams-form-intro = { $people ->
        [one] *{ $people } personne* de { $channel } recevra
       *[other] *{ $people } personnes* de { $channel } recevront
    } cinq courtes questions par message direct. Tout est rempli : il suffit d’appuyer sur le bouton.
teams-form-settings = L’équipe de { $channel } : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }.
teams-form-small = :information_source: Moins de cinq personnes : aucun chiffre ne sera jamais affiché pour cette équipe, car il montrerait qui a dit quoi. Un canal plus grand convient mieux.
teams-start-button = Lancer le baromètre
teams-save-button = Enregistrer

teams-day-label = Jour
teams-hour-label = Heure
teams-clock-label = Fuseau horaire
teams-own-clock-option = Celui de chaque membre
teams-same-clock-option = Le mien : au même moment pour tout le monde
teams-often-label = Fréquence
teams-weekly-option = Chaque semaine
teams-fortnightly-option = Toutes les deux semaines
teams-open-label = Ouvert pendant
teams-open-option = { $hours } heures
teams-name-label = Nom de l’équipe
teams-digest-label = Où paraît la synthèse
teams-language-label = Langue du canal
teams-leads-label = Responsables
teams-left-out-label = Ne pas interroger
teams-left-out-hint = Les personnes du canal qui ne recevront pas de questions.
teams-guests-label = Comptes invités
teams-guests-option = Interroger aussi les comptes invités
teams-holidays-label = Sauter les jours fériés du pays
teams-holidays-placeholder = code du pays, par exemple FR ou BE

# Une équipe et son rythme

teams-asked = { $people ->
        [one] { $people } personne interrogée
       *[other] { $people } personnes interrogées
    }
teams-rhythm = { $weeks ->
        [1] chaque semaine
        [2] toutes les deux semaines
       *[other] toutes les { $weeks } semaines
    }, le { $day } à { $hour } { $clock ->
        [own] (heure locale de chaque membre)
       *[other] (fuseau horaire { $zone })
    }
teams-next = Le prochain sondage s’ouvre { $opens }.
teams-next-after-pause = La pause se termine { $until }, ou dès que quelqu’un tape `/amp resume`. Le prochain sondage s’ouvre { $opens }.
teams-next-never = Le baromètre est en pause ; `/amp resume` le fait reprendre.

# Ce qui se dit au lancement

teams-started = :white_check_mark: *{ $team }* est en place : { $asked } { $rhythm }. { $next }
teams-announced = { $lead } a lancé un baromètre pour *{ $team } :* { $asked } { $rhythm }. Cinq courtes questions arrivent par message direct ; la synthèse paraît ici.
teams-announced-sealed = Les réponses sont scellées dès leur arrivée et deviennent des décomptes à la clôture du sondage. Rien n’est affiché en dessous de cinq réponses. `/amp privacy` en dit plus, `/amp` explique de quoi il s’agit.
teams-announced-text = Un baromètre commence pour { $team }.
teams-saved = :white_check_mark: Enregistré. Cela vaut à partir du prochain sondage.
teams-ask-now-button = Interroger maintenant
teams-settings-button = Réglages

# `/amp team`

teams-card-text = L’équipe { $team }
teams-card = *{ $team }* · { $channel }
    { $people ->
        [one] { $people } personne interrogée
       *[other] { $people } personnes interrogées
    } { $rhythm } ; chaque sondage reste ouvert { $hours } heures.
    Responsables : { $leads ->
        [0] personne pour le moment
       *[other] { $names }
    }. La synthèse paraît dans { $digest }.
    { $next }
teams-end-button = Dissoudre l’équipe
teams-end-title = Dissoudre l’équipe ?
teams-end-text = Ses membres ne recevront plus de questions ; sa liste à cocher, sa carte des travaux et ses journées ShipIt seront supprimées. Ce que ses synthèses ont montré est gardé jusqu’à la désinstallation de l’espace de travail. `/amp setup` repart de zéro.
teams-end-yes-button = Dissoudre
teams-ended = L’équipe *{ $team }* est dissoute. Plus personne n’y reçoit de questions.

# La pause

teams-paused = :double_vertical_bar: *{ $team }* est en pause. Prochain sondage : { $opens }.
teams-paused-for-good = :double_vertical_bar: *{ $team }* est en pause jusqu’à ce que quelqu’un tape `/amp resume`.
teams-resumed = :arrow_forward: Le baromètre reprend pour *{ $team }*. { $next }

# Ce qui peut mal tourner

error-several-teams = Vous êtes responsable de plusieurs équipes : tapez cela dans le canal de celle dont il s’agit.
error-team-exists = Ce canal a déjà une équipe. `/amp team` la montre.
error-not-in-team = Cela appartient à une équipe dont vous ne faites pas partie. On y entre par son canal.
error-no-such-team = Vous n’avez aucune équipe de ce nom, et les chiffres d’une équipe sont pour les personnes qui en font partie. Sans nom, je prends l’équipe du canal où vous tapez.
error-which-of-your-teams = Vous faites partie de plusieurs équipes : dites laquelle, par exemple `/amp trends Produit`, ou tapez cela dans le canal de celle dont il s’agit.
error-no-name = Une équipe a besoin d’un nom. Celui du canal convient aussi.
error-no-lead = Une équipe a besoin d’au moins une personne responsable qui fasse partie de cet espace de travail. Mettez votre nom, ou celui d’une autre personne.
error-unknown-country = Je ne connais pas de jours fériés sous ce code. Il faut deux lettres, par exemple FR, BE ou CA.
error-not-a-number-of-weeks = Dites pour combien de semaines, de 1 à { $longest } : `/amp pause 2`. Sans nombre, la pause dure jusqu’à ce que vous tapiez `/amp resume`.
error-channel-out-of-sight = Je ne vois pas ce canal : il est privé, et je n’y suis pas. Tapez-y `/invite @Amp`, puis réessayez.
error-channel-without-bot = Je ne suis pas encore dans ce canal et ne pourrais donc rien y publier. Tapez-y `/invite @Amp`, puis réessayez.
error-channel-archived = Ce canal est archivé. Désarchivez-le, ou choisissez-en un autre.
error-not-a-channel = Cela marche dans un canal : les gens qui s’y trouvent deviennent l’équipe. Allez dans le canal de votre équipe et tapez cela là-bas.
error-nobody-there = Il n’y a personne à interroger dans ce canal : seulement des bots, des comptes invités ou désactivés. Invitez votre équipe, puis réessayez.
