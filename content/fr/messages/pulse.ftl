# Interroger : l’invitation, le formulaire, l’accusé de réception, où en est une équipe, partir.

# L’invitation, par message direct

pulse-invitation = :wave: *{ $team }*, sondage n° { $number } : { $open ->
    [write] { SPELLED($statements) } courtes questions sur votre semaine, une vingtaine de secondes, et une question ouverte si vous voulez
    [talk] { SPELLED($statements) } courtes questions sur votre semaine, une vingtaine de secondes, et une question dont parler ensemble
   *[no] { SPELLED($statements) } courtes questions sur votre semaine, une vingtaine de secondes
}. Clôture : { $closes }.
pulse-invitation-text = { $team } : { $open ->
    [write] { SPELLED($statements) } courtes questions sur votre semaine, une vingtaine de secondes, et une question ouverte si vous voulez.
    [talk] { SPELLED($statements) } courtes questions sur votre semaine, une vingtaine de secondes, et une question dont parler ensemble.
   *[no] { SPELLED($statements) } courtes questions sur votre semaine, une vingtaine de secondes.
}
pulse-invitation-sealed = :lock: Vos réponses sont scellées dès l’envoi ; nous n’en montrons aucune isolément. `/amp privacy`
pulse-asked = Personnes interrogées : { $people }. Les résultats paraissent dès que { $quorum } ont répondu.
pulse-answer-button = Répondre
pulse-reminder = *{ $team } :* le sondage n° { $number } se termine { $closes }. Si vous souhaitez donner votre avis, comptez une vingtaine de secondes.
pulse-reminder-text = { $team } : le sondage est encore ouvert.
pulse-reminder-only = Ce rappel ne vient qu’une fois, que vous ayez répondu ou non : personne ne sait qui l’a fait. Si c’est fait, il n’y a rien à faire ; si vous préférez ne pas répondre, c’est très bien aussi.
pulse-waiting = *{ $team }*, sondage n° { $number } : une vingtaine de secondes. Clôture : { $closes }.

# Le formulaire

pulse-form-title = Votre semaine
pulse-form-intro = *{ $team }*, sondage n° { $number }. { $period ->
        [week] Comment s’est passée *cette semaine ?*
       *[days] Comment se sont passés *les cinq derniers jours de travail*, du { $first } au { $last } ? « Cette semaine » désigne ici ces jours-là.
    }
pulse-form-question = :speech_balloon: À discuter en équipe : { SMALL($question) }
pulse-form-sealed = :lock: Laissez de côté ce que vous voulez. Vos réponses sont scellées dès l’envoi et deviennent des décomptes à la clôture ; rien n’est affiché en dessous de cinq réponses.
pulse-send-button = Envoyer

# L’accusé de réception

pulse-receipt-title = Merci
pulse-receipt = :white_check_mark: *C’est scellé.* Personne dans l’équipe ne peut lire vos réponses, et après la clôture plus personne du tout ne pourra dire lesquelles étaient les vôtres.
pulse-receipt-until = Vous pouvez encore changer vos réponses ; les dernières comptent. Clôture : { $closes }. La synthèse paraît ensuite dans { $channel }.

pulse-card = :speech_balloon: *À discuter cette semaine*
    { $question }
pulse-card-text = À discuter cette semaine : { $question }
pulse-card-small = Moins de { SPELLED($quorum) } personnes sont interrogées ici ; personne ne l’est donc pour des chiffres, qui montreraient qui a dit quoi. À la place, une question, au rythme choisi, pour un café ou le début d’une réunion. `/amp team` permet de changer cela.

# `/amp pulse`, quand aucun formulaire ne peut s’ouvrir aussitôt

pulse-choice = Plusieurs de vos équipes ont un sondage en cours. Pour laquelle répondez-vous ?
pulse-choice-text = Pour quelle équipe ?
pulse-choice-team = *{ $team }*, clôture : { $closes }
pulse-no-team = Vous n’êtes encore dans aucune équipe. Tapez `/amp setup` dans le canal de la vôtre pour la créer.
pulse-team-no-more = Plus aucune équipe ne vous interroge. Ce qui vous a été demandé avant reste ouvert :
pulse-nothing-open = Aucune question ne vous attend pour le moment.
pulse-next = • *{ $team } :* prochain sondage { $opens }
pulse-next-moved = • *{ $team } :* prochain sondage { $opens } ({ $why ->
        [other] une autre de vos équipes vous interroge { $weekday } { $day }
        [away] vous êtes absent { $weekday } { $day }
        [own] { $weekday } { $day } est un jour non travaillé chez vous
        [same] une autre équipe interroge les mêmes personnes la semaine du { $weekday } { $day }
       *[free] { $weekday } { $day } est un jour non travaillé
    })
pulse-next-quiet = • *{ $team } :* prochain sondage { $opens }, sans message : vous n’en recevez jamais plus de deux par semaine
pulse-not-next = • *{ $team }* : { $why ->
        [away] à votre retour
        [guest] n’interroge pas les invités ; les questions ne vous sont donc pas adressées
        [nobody] prochain sondage dès que quelqu’un à interroger sera là
        [small] interroge dès que { SPELLED($quorum) } personnes peuvent l’être
        [unreachable] prochain sondage dès que son canal sera de nouveau accessible
        [outside] les questions ne vous sont pas adressées
        [missed] son sondage se termine avant votre prochain jour travaillé
        [same] une autre équipe interroge chaque semaine les mêmes personnes avant elle, et une fois suffit
       *[paused] prochain sondage à la fin de la pause
    }

# Ce que lisent les responsables

pulse-opens-now = :rocket: *{ $team } :* le sondage s’ouvre maintenant, et { $people ->
        [one] { $people } invitation part
       *[other] { $people } invitations partent
    }.
pulse-closes-now = :hourglass_flowing_sand: *{ $team } :* le sondage se termine maintenant. { $comes ->
    [later] La synthèse paraît dans { $channel } quand on y travaille de nouveau : { $told }.
   *[soon] La synthèse paraît dans { $channel } dans un instant.
}
pulse-closes-early = :hourglass_flowing_sand: *{ $team } :* le sondage se termine dès que tout le monde a répondu, sinon { $closes } : il reste ouvert un jour au moins. Je regarde maintenant, puis une fois par heure, si tout le monde a répondu. La synthèse paraît dans { $channel }.

# `/amp status`

pulse-status-open = *{ $team } :* le sondage n° { $number } se termine { $closes } ; { $people ->
        [one] { $people } personne est interrogée
       *[other] { $people } personnes sont interrogées
    }.
pulse-status-sending = *{ $team } :* les invitations partent ; environ { $share } % de celles qui sont prévues sont envoyées, les autres suivent d’elles-mêmes.
pulse-status-closing = *{ $team } :* la clôture du sondage n° { $number } est en cours.
pulse-status-nothing = *{ $team } :* aucun sondage en cours. { $next }

# Partir, et revenir

pulse-forgotten = C’est fait. Vous ne recevez plus de questions, dans aucune équipe. Ce qui était gardé ici à votre sujet (équipes, fuseau horaire, invitations, ce que vous avez gardé avec les outils) est effacé. Vos réponses et commentaires scellés des sondages encore en cours ne peuvent être retrouvés par personne ; ils ne comptent pas et disparaissent à la clôture. Ce qui reste : que votre identifiant n’est pas à interroger, dans quels canaux vous êtes, et que des responsables ou l’administration ont inscrit votre nom dans un formulaire, pour qu’aucun nombre ni aucune liste ne révèle votre départ ; et pendant cinq semaines, dans quels sondages vous aviez une place, pour que personne ne puisse déduire vos réponses par soustraction. Plus aucune réponse à un commentaire ne vous parvient. Les décomptes et les commentaires des sondages clos ne portent aucun nom et restent donc tels quels, et ce que vous avez partagé dans un canal reste dans Slack. Pour revenir : `/amp pulse`.
pulse-left-alone = Vous avez demandé que l’on vous laisse tranquille ; aucune de vos équipes ne vous interroge donc plus.
pulse-left-alone-text = Vous avez demandé que l’on vous laisse tranquille.
pulse-return-button = M’interroger de nouveau
pulse-welcome-back = Bon retour parmi nous.

# Ce qui peut mal tourner

error-already-open = Le sondage de cette semaine est déjà en cours. `/amp pulse close` y met fin.
error-already-happened = Ce canal a déjà été interrogé cette semaine, et il l’est une fois par semaine, quoi qu’il s’y termine ou s’y crée entre-temps. `/amp status` dit ce qui vient ensuite.
error-asked-elsewhere = Ces mêmes personnes ont déjà été interrogées cette semaine, et elles le sont une fois par semaine, quelle que soit l’équipe. `/amp status` dit ce qui vient ensuite.
error-nothing-open = Aucun sondage n’est en cours. `/amp pulse now` en ouvre un, `/amp status` dit quand vient le prochain.
error-nobody-to-ask = Il n’y a personne à interroger : le canal est vide, ou tout le monde est exclu du sondage. Invitez-y votre équipe ; `/amp team` mène aux réglages.
error-out-of-reach = Je ne peux rien publier dans le canal de cette équipe, donc personne n’est interrogé : la synthèse n’arriverait nulle part. Les responsables ont un message de moi qui dit quoi faire ; ensuite, tout reprend de soi-même.
error-nobody-left = Cette équipe est en pause d’elle-même, car il ne reste dans son canal personne à interroger. Les responsables ont un message de moi qui dit quoi faire ; ensuite, tout reprend de soi-même.
error-too-small-for-numbers = Moins de { SPELLED($quorum) } personnes sont interrogées ici : aucun chiffre ne pourrait jamais être affiché, et personne n’est interrogé pour rien. Une question à discuter vient au rythme de l’équipe ; interrogées avec une autre petite équipe, ce que proposent les réglages, les deux peuvent avoir des chiffres ensemble.
error-keys-unreachable = Les clés enregistrées ne se relisent pas : aucun sondage ne s’ouvre donc, car ses réponses seraient perdues.
error-round-closed = Ce sondage est clos, rien n’a donc changé. `/amp status` dit ce qui vient ensuite.
error-not-invited = Ce sondage s’est ouvert sans vous : vous avez rejoint l’équipe plus tard, ou n’en faites pas partie. Le prochain vous sera adressé si vous êtes dans le canal de votre équipe ; avec un compte d’invité, seulement si l’équipe interroge les invités.
error-nothing-answered = Rien n’est encore choisi. Répondez à une affirmation au moins, ou fermez simplement cette fenêtre.
error-strange-answer = Ce formulaire ne correspond plus au sondage. Rouvrez-le.
error-cannot-seal = Votre réponse ne peut pas être scellée en sécurité pour le moment, donc rien n’a été gardé. Réessayez dans une minute ; si cela persiste, parlez-en à la personne qui gère Amp.

# Demandé une fois, avant de le faire

pulse-now-sure-text = Interroger maintenant ?
pulse-now-sure = Interroger *{ $team }* tout de suite ? { $people ->
        [one] { $people } personne reçoit
       *[other] { $people } personnes reçoivent
    } aussitôt quelques courtes questions, quelle que soit l’heure chez elles.
pulse-now-sure-button = { $people ->
        [one] Interroger { $people } personne
       *[other] Interroger { $people } personnes
    }
pulse-close-sure-text = Clore le sondage maintenant ?
pulse-close-sure = Clore le sondage de l’équipe *{ $team }* plus tôt ? { $when ->
        [now] Il se termine aussitôt (prévu : { $closes })
        [planned] Il se termine dès que tout le monde a répondu, sinon comme prévu : { $closes }
       *[early] Il se termine dès que tout le monde a répondu, sinon { $by } (prévu : { $closes })
    } ; { $people ->
        [one] { $people } personne est interrogée
       *[other] { $people } personnes sont interrogées
    }, et ensuite plus personne ne pourra répondre.
pulse-close-sure-button = Clore
pulse-forget-sure-text = Dois-je vous oublier ?
pulse-forget-sure = Voulez-vous ne plus recevoir de questions { $teams ->
        [0] dans aucune équipe
        [one] dans { $teams } équipe
       *[other] dans { $teams } équipes
    } et faire effacer ce qui est gardé à votre sujet ? C’est irréversible.
pulse-forget-sure-button = Oubliez-moi
