# Les équipes : en lancer une, sa carte, la suspendre et la dissoudre.

# Le formulaire de `/amp setup`

teams-set-up-title = Lancer le baromètre
teams-settings-title = Réglages de l’équipe
teams-reading-channel = :hourglass_flowing_sand: Je lis le canal…
teams-form-intro = { $people ->
        [one] *{ $people } personne* de { $channel } recevra
       *[other] *{ $people } personnes* de { $channel } recevront
    } cinq courtes questions par message direct. Tout est rempli : il suffit d’appuyer sur le bouton.
teams-form-settings = L’équipe de { $channel } : { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }.
teams-form-small = :information_source: Moins de cinq personnes : aucun chiffre ne sera jamais affiché pour cette équipe, car il montrerait qui a dit quoi ; personne n’est donc interrogé pour cela. Avec une autre petite équipe, il peut y avoir des chiffres, pour les deux ensemble.
teams-form-rare = :information_source: À { $people } personnes, vous n’aurez pas cinq réponses chaque semaine, et rien n’est affiché en dessous de cinq. Avec un sondage toutes les deux semaines, qui reste ouvert plus longtemps, davantage de résultats peuvent être affichés : c’est ce qui est choisi ci-dessous.
# Only some people may post in $channel, as Slack says.
teams-form-closed = :warning: Seules certaines personnes peuvent publier dans { $channel }. Pour que la synthèse arrive, laissez-moi y publier (paramètres du canal › « Autorisations de publication »), ou choisissez un autre canal pour elle ci-dessous.
teams-cards-label = Tant que vous êtes moins de { $quorum }
teams-cards-option = une question à discuter, dans le canal
teams-no-cards-option = rien
teams-start-button = Lancer le baromètre
teams-save-button = Enregistrer

teams-day-label = Jour
teams-hour-label = Heure
teams-clock-label = Fuseau horaire
teams-own-clock-option = celui de chaque membre
teams-same-clock-option = le même moment pour tout le monde (heure locale : { $zone })
teams-often-label = Fréquence
teams-weekly-option = chaque semaine
teams-fortnightly-option = toutes les deux semaines
teams-open-label = Ouvert pendant
teams-open-option = { $hours } heures
teams-name-label = Nom de l’équipe
teams-digest-label = Où paraît la synthèse
teams-language-label = Langue du canal
teams-leads-label = Responsables
teams-whom-label = Qui, dans le canal, est interrogé
teams-everybody-option = tout le canal sauf ces personnes
teams-picked-option = seulement ces personnes
# $handle est le nom d’un groupe, $here combien de ses membres sont dans le canal.
teams-group-option = seulement @{ $handle } ({ $here } ici)
teams-chosen-group-option = seulement le groupe déjà choisi
teams-people-label = Ces personnes
teams-people-hint = Avec « tout le canal sauf ces personnes » : tant que ce champ est vide, personne n’est laissé de côté.
teams-guests-label = Comptes invités
teams-guests-option = Interroger aussi les comptes invités
teams-rollup-label = Vue d’ensemble mensuelle
teams-rollup-option = Montrer cette équipe dans la vue d’ensemble de l’espace de travail
teams-holidays-label = Sauter les jours fériés du pays
teams-holidays-placeholder = code du pays, comme FR ; vide : le pays du fuseau
teams-home-label = Fuseau horaire du canal
teams-home-hint = Pour la synthèse, la fin d’un sondage et les jours travaillés.
teams-workdays-label = Jours travaillés
teams-days-off-label = Jours libres, en plus des jours fériés
teams-days-off-placeholder = par exemple 24 décembre, 31.12. - 2.1.2027
teams-reminds-label = Rappels
teams-reminds-option = Rappeler une fois, un jour avant la fin

# Une équipe et son rythme

teams-asked = { $people ->
        [one] { $people } personne interrogée
       *[other] { $people } personnes interrogées
    }{ $everybody ->
        [yes] {""}
       *[no] {" "}(sur { $here } dans le canal)
    }
teams-rhythm = { $weeks ->
        [1] chaque semaine
        [2] toutes les deux semaines
       *[other] toutes les { $weeks } semaines
    }, le { $day } à { $hour } { $clock ->
        [own] (heure locale de chaque membre)
       *[other] (heure locale : { $zone })
    }
teams-next = Le prochain sondage s’ouvre { $opens }.
teams-next-moved = { $why ->
        [other] Le prochain sondage vous parvient { $opens }, car une autre de vos équipes vous interroge { $weekday } { $day }.
        [away] Le prochain sondage vous parvient { $opens }, car vous êtes absent { $weekday } { $day }.
        [own] Le prochain sondage vous parvient { $opens }, car { $weekday } { $day } est un jour non travaillé chez vous.
        [same] Le prochain sondage vous parvient { $opens }, car une autre équipe interroge les mêmes personnes la semaine du { $weekday } { $day }, et une fois par semaine suffit.
       *[free] Le prochain sondage s’ouvre { $opens }, car le { $weekday } { $day } n’est pas travaillé.
    }
teams-next-quiet = Le prochain sondage arrive sans message : à partir de { $opens }, il attend dans l’onglet Accueil et dans `/amp pulse`, car vous ne recevez jamais plus de deux messages par semaine.
teams-next-after-pause = La pause se termine { $until }, ou dès que quelqu’un tape `/amp resume`.
teams-next-outside = Le prochain sondage s’ouvre { $opens } ; les questions ne vous sont pas adressées.
# $why vaut guest, unreachable, paused, small, away, missed ou same ; $cards dit si une petite équipe reçoit des questions à discuter, dans $channel.
teams-not-next = { $why ->
        [guest] Vous avez ici un compte d’invité, et cette équipe n’interroge pas les invités : les questions ne vous sont pas adressées.
        [unreachable] Rien ne vient, car son canal est hors d’atteinte. Ses responsables le savent.
        [nobody] Rien ne vient, car il n’y a plus personne à interroger dans son canal. Ses responsables le savent.
        [small] Moins de { SPELLED($quorum) } personnes peuvent être interrogées ici ; aucun chiffre n’est donc demandé. { $cards ->
            [yes] À la place, une question à discuter paraît dans { $channel }, au rythme de l’équipe.
           *[no] Rien ne vient tant que vous n’êtes pas { SPELLED($quorum) }.
        }
        [away] Les questions reprennent à votre retour : `/amp back`.
        [missed] Les sondages se terminent avant votre prochain jour travaillé, donc aucun ne vous parvient ; s’ils restaient ouverts plus longtemps, ils vous parviendraient.
        [same] Rien ne vient tant qu’une autre équipe interroge chaque semaine les mêmes personnes avant elle : une fois par semaine suffit.
       *[paused] Le baromètre est en pause ; `/amp resume` le fait reprendre.
    }

# Ce qui se dit au lancement

teams-started = :white_check_mark: *{ $team }* est en place : { $asked } { $rhythm }. { $next }
teams-announced = { $lead } a lancé un baromètre pour *{ $team } :* { $asked } { $rhythm }. Cinq courtes questions arrivent par message direct ; la synthèse paraît { $here ->
        [yes] ici
       *[no] dans { $digest }
    }.
teams-announced-sealed = Les réponses sont scellées dès leur arrivée et deviennent des décomptes à la clôture du sondage. Rien n’est affiché en dessous de cinq réponses. `/amp privacy` en dit plus, `/amp` explique de quoi il s’agit.
teams-announced-text = Un baromètre commence pour { $team }.
teams-digest-comes = { $lead } a lancé un baromètre pour *{ $team }* ({ $channel }) : { $people } personnes y sont interrogées, sur { $here }. La synthèse paraît ici.
teams-digest-moved = À partir du prochain sondage, la synthèse de l’équipe *{ $team }* ({ $channel }) paraît dans { $digest } au lieu de { $before }. { $lead } en a décidé ainsi.
teams-asks-others = *{ $team } :* à partir du prochain sondage, personnes interrogées dans { $channel } : *{ $people } sur { $here }*{ $whom ->
        [picked] , choisies par les responsables ; les personnes qui rejoignent le canal n’en font pas partie
        [group] , celles d’un groupe d’utilisateurs ; les personnes qui rejoignent le canal ne sont interrogées que si elles sont dans ce groupe
       *[everybody] {""}
    }. { $by ->
        [group] Ce groupe a changé.
        [comers] D’autres personnes sont maintenant dans le canal, et les responsables l’avaient déjà choisi ainsi.
       *[lead] { $lead } a changé la liste des personnes interrogées.
    }
teams-changed-text = Quelque chose a changé pour { $team }.
teams-saved = :white_check_mark: Enregistré. Cela vaut à partir du prochain sondage.
teams-ask-now-button = Interroger maintenant
teams-settings-button = Réglages

# `/amp team`

teams-card-text = L’équipe { $team }
teams-card = *{ $team }* · { $channel }
    { $people ->
        [one] { $people } personne interrogée
       *[other] { $people } personnes interrogées
    }{ $everybody ->
        [yes] {""}
       *[no] {" "}(sur { $here } dans le canal)
    } { $rhythm } ; chaque sondage reste ouvert { $hours } heures.
    Responsables : { $leads ->
        [0] personne pour le moment
       *[other] { $names }
    }. La synthèse paraît dans { $digest }.
    { $next }
teams-end-button = Dissoudre l’équipe
teams-end-text = Dissoudre cette équipe ?
teams-end-yes-button = Dissoudre
teams-ended = L’équipe *{ $team }* est dissoute. Plus aucun sondage ne s’ouvre. On peut répondre à celui qui est en cours jusqu’à sa clôture, et sa synthèse paraît encore.

# La pause

teams-paused = :double_vertical_bar: *{ $team }* est en pause. Fin de la pause : { $until }. { $next }
teams-paused-for-good = :double_vertical_bar: *{ $team }* est en pause jusqu’à ce que quelqu’un tape `/amp resume`.
teams-resumed = :arrow_forward: Le baromètre reprend pour *{ $team }*. { $next }
teams-pause-over = :arrow_forward: La pause de l’équipe *{ $team }* est terminée. { $next }
teams-not-paused = *{ $team }* n’est pas en pause. { $next }
teams-reachable = :white_check_mark: Je peux de nouveau publier pour *{ $team }*. { $next }

# Ce qui peut mal tourner

error-several-teams = Vous suivez plusieurs équipes. De laquelle s’agit-il ?
error-team-exists = Ce canal a déjà une équipe. `/amp team` la montre.
error-not-in-team = Cela appartient à une équipe dont vous ne faites pas ou plus partie. Les personnes qui rejoignent son canal en font partie ; les invités ne sont interrogés que si les responsables le veulent.
error-no-such-team = Vous n’avez aucune équipe de ce nom, et les chiffres d’une équipe sont pour les personnes qui en font partie. Sans nom, je prends l’équipe du canal où vous tapez.
error-no-team-there = Vous n’êtes dans aucune équipe du canal que ce workflow indique : je n’ai donc rien fait.
error-which-of-your-teams = Vous êtes dans plusieurs équipes. De laquelle s’agit-il ?
error-no-name = Une équipe a besoin d’un nom. Celui du canal convient aussi.
error-no-lead = Une équipe a besoin d’au moins une personne responsable qui fasse partie de cet espace de travail. Mettez votre nom, ou celui d’une autre personne.
error-nobody-picked = Choisissez au moins une personne, ou laissez interroger tout le canal.
error-group-as-it-is = Un groupe est interrogé tel quel : retirez ces personnes ici. Pour ne pas interroger quelqu’un, retirez-le du groupe.
error-nobody-of-them = Aucune des personnes à interroger n’est dans le canal. Invitez-les-y d’abord, ou choisissez-en d’autres.
error-group-out-of-reach = { $why ->
        [scope] Je n’ai pas le droit de lire les groupes ici : un admin doit l’autoriser (`usergroups:read`). D’ici là, choisissez autre chose.
        [plan] Le forfait Slack de cet espace n’a pas de groupes. Choisissez autre chose.
       *[empty] Il n’y a personne dans ce groupe, ou il est désactivé. Choisissez autre chose, ou remplissez-le d’abord.
    }
error-unknown-country = Je ne connais pas de jours fériés sous ce code. Il faut deux lettres, par exemple FR, BE ou CA.
error-not-a-working-day = Ce jour ne fait pas partie des jours travaillés. Choisissez-en un autre, ou cochez-le.
error-not-a-number-of-weeks = Dites pour combien de semaines à partir de maintenant, de 1 à { $longest } : `/amp pause 2` ; ou jusqu’à quand : `/amp pause jusqu’au 6 janvier`. Sans rien derrière, la pause dure jusqu’à ce que vous tapiez `/amp resume`.
error-channel-out-of-sight = Je ne vois pas ce canal : il est privé, et je n’y suis pas. Tapez-y `/invite @Amp`, puis réessayez.
error-channel-without-bot = Je ne suis pas encore dans ce canal et ne pourrais donc rien y publier. Tapez-y `/invite @Amp`, puis réessayez.
error-channel-not-read = C’est pour les personnes du canal qui lit la vue d’ensemble mensuelle, et vous n’y êtes pas. Demandez à l’une d’elles de vous y ajouter.
error-channel-archived = Ce canal est archivé. Désarchivez-le, ou choisissez-en un autre.
error-not-a-channel = Cela marche dans un canal : les gens qui s’y trouvent deviennent l’équipe. Allez dans le canal de votre équipe et tapez cela là-bas.
error-nobody-there = Il n’y a personne à interroger dans ce canal : seulement des bots, des comptes invités ou désactivés. Invitez votre équipe, puis réessayez.

# Demandé une fois, avant ce qui touche beaucoup de monde.

teams-pause-sure-text = Suspendre sans date de fin ?
teams-pause-sure = Suspendre *{ $team }* jusqu’à ce que quelqu’un tape `/amp resume` ? { $people ->
        [one] { $people } personne ne sera plus interrogée
       *[other] { $people } personnes ne seront plus interrogées
    } d’ici là. `/amp pause 2` suspend pour deux semaines.
teams-pause-sure-button = Suspendre
teams-end-sure = Dissoudre *{ $team }* ? { $people ->
        [one] { $people } personne ne sera plus interrogée
       *[other] { $people } personnes ne seront plus interrogées
    } ; la liste à cocher, la carte des travaux et les journées ShipIt seront effacées{ $ideas ->
        [0] .
       *[other] , avec les idées ci-dessus, dont vous recevrez une copie.
    } On peut répondre à un sondage en cours jusqu’à sa clôture. Ce que les synthèses ont montré est gardé { $days } jours. `/amp setup` crée une nouvelle équipe.
teams-ended-ideas = Les idées que personne n’a encore réalisées, à garder :

teams-news-paused = :double_vertical_bar: { $day ->
        [none] { $lead } a suspendu le baromètre de l’équipe *{ $team }*. Fin de la pause : { $until }.
       *[other] { $lead } a suspendu le baromètre de l’équipe *{ $team }*. Prochain sondage le { $day }.
    }
teams-news-paused-for-good = :double_vertical_bar: { $lead } a suspendu le baromètre de l’équipe *{ $team }* jusqu’à nouvel ordre.
teams-news-resumed = :arrow_forward: { $lead } a relancé le baromètre de l’équipe *{ $team }*.{ $day ->
        [none] {""}
       *[other] {" "}Le prochain sondage a lieu le { $day }.
    }
teams-news-ended = { $lead } a mis fin au baromètre de l’équipe *{ $team }*. Plus aucun sondage ne s’ouvre. On peut répondre à celui qui est en cours jusqu’à sa clôture, et sa synthèse paraît encore.
teams-news-rhythm = :calendar: { $lead } a changé le rythme de l’équipe *{ $team }* : { $rhythm }, dès le prochain sondage.
error-not-somebody-here = Une équipe est suivie par une personne de cet espace : ni un robot, ni quelqu’un qui est parti ou qui vient d’ailleurs.

# Un canal où l’on ne peut plus rien publier suspend son équipe.

teams-unreachable-text = Le baromètre de l’équipe { $team } se suspend de lui-même.
teams-unreachable = :warning: Le baromètre de l’équipe *{ $team }* se suspend de lui-même, { $why ->
        [group] car il n’y a plus personne à interroger dans { $channel } : le groupe n’y a personne, est désactivé, ou je ne peux pas le lire. Complétez-le ou réactivez-le, ou choisissez sous « Réglages » qui interroger
        [archived] car je ne peux rien publier dans { $channel } : il est archivé. Désarchivez-le, ou choisissez un autre canal pour la synthèse sous « Réglages »
        [outside] car je ne peux rien publier dans { $channel } : je n’y suis pas. Tapez-y `/invite @Amp`, ou choisissez un autre canal pour la synthèse sous « Réglages »
        [closed] car je ne peux rien publier dans { $channel } : tout le monde ne peut pas y écrire. Autorisez-moi aussi (paramètres du canal › « Autorisations de publication ») et appuyez sur « Réessayer », ou choisissez un autre canal pour la synthèse sous « Réglages »
        [threads] car je ne peux rien publier dans { $channel } : tout le monde ne peut pas y ouvrir un fil. Autorisez-moi aussi (paramètres du canal › « Autorisations de publication ») et appuyez sur « Réessayer », ou choisissez un autre canal pour la synthèse sous « Réglages »
       *[other] car je ne peux rien publier dans { $channel } : il n’existe plus, ou il est privé et je n’y suis pas. Tapez-y `/invite @Amp`, ou choisissez un autre canal pour la synthèse sous « Réglages »
    }. Le baromètre reprend alors de lui-même.
teams-try-again-button = Réessayer

# Quand les responsables s’en vont

teams-leaderless-text = L’équipe { $team } n’a plus de responsable.
teams-leaderless = L’équipe *{ $team }* ({ $channel }) n’a plus de responsable. Jusqu’à ce que quelqu’un s’en charge, personne ne peut modifier son baromètre, le suspendre ou y mettre fin. Voulez-vous vous en charger ? La première personne qui appuie devient responsable, et le canal apprend qui c’est.
teams-become-lead-button = Devenir responsable
teams-lead-now = :white_check_mark: *{ $team }* est maintenant sous votre responsabilité. `/amp team` montre ce que cela vous permet.
teams-new-lead = { $lead } est désormais responsable de l’équipe *{ $team }*, qui n’en avait plus.
teams-fewer-leads = *{ $team }* a moins de responsables qu’avant. { $number ->
        [one] Il ne reste que vous : { $leads }.
       *[other] Désormais : { $leads }.
    }
error-nobody-leads = Cette équipe n’a pas de responsable en ce moment, donc personne ne peut le faire. `/amp team` a un bouton pour le devenir.
error-led-already = Quelqu’un a été plus rapide : { $leads } est maintenant responsable de cette équipe.
error-cannot-lead = Une équipe a pour responsable un membre à part entière de cet espace de travail qui participe à Amp. Une autre personne de l’équipe peut appuyer sur ce bouton.

# Quelqu’un rejoint le canal d’une équipe

teams-welcome = :wave: Vous voilà dans { $channel }, et donc dans *{ $team }* : quelques courtes questions arrivent par message direct, pour la première fois { $opens }. `/amp` explique de quoi il s’agit.
teams-welcome-quiet = :wave: Vous avez rejoint { $channel }, et avec lui *{ $team }* : les premières questions, courtes, attendent dans l’onglet Accueil et dans `/amp pulse`, à partir de { $opens }, car vous ne recevez jamais plus de deux messages par semaine. `/amp` dit de quoi elles parlent.
teams-welcome-later = :wave: Vous voilà dans { $channel }, et donc dans *{ $team }* : quelques courtes questions arrivent par message direct, { $why ->
        [away] à votre retour
        [small] dès que { SPELLED($quorum) } personnes peuvent être interrogées
        [unreachable] dès que son canal et ses membres seront de nouveau accessibles
        [missed] dès qu’un sondage restera ouvert jusqu’à l’un de vos jours travaillés
        [same] dès qu’aucune autre équipe n’interrogera plus chaque semaine les mêmes personnes
       *[paused] à la fin de la pause
    }. `/amp` explique de quoi il s’agit.
# Un compte d’invité ne l’est plus, et l’inverse ; après la première phrase vient la date.
teams-no-guest = :wave: Vous n’avez plus un compte d’invité : *{ $team }* vous interroge donc aussi, par quelques courtes questions en message direct.
teams-now-guest = Vous avez désormais un compte d’invité, et *{ $team }* n’interroge pas les invités : à partir du prochain sondage, les questions ne vous sont plus adressées.

# Quand on l’invite dans un canal qui n’a pas encore d’équipe

teams-hello-text = Bonjour, je suis Amp.
teams-hello = :wave: Bonjour, je suis Amp. Une fois par semaine, je pose à une équipe cinq courtes questions sur l’autonomie, la maîtrise et le sens, et je lui dis où elle en est ; les réponses sont scellées, et personne ne voit qui a dit quoi. Rien n’est demandé tant que personne ne l’a mis en place ici : le formulaire est déjà rempli.
teams-hello-button = Mettre en place

# Plus de gens que n’en ont la plupart des équipes
teams-form-many = :warning: Cela interroge *{ $people } personnes* à chaque fois. Si c’est bien cela, appuyez encore une fois sur le bouton ; sinon, prenez un autre canal ou écartez certaines d’entre elles.
teams-many-button = Sonder { $people } personnes
