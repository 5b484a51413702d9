# Interroger : l’invitation, le formulaire, l’accusé de réception, où en est une équipe, partir.

# L’invitation, par message direct

pulse-invitation = :wave: *{ $team }*, sondage n° { $number } : cinq courtes questions sur votre semaine, une vingtaine de secondes. Clôture : { $closes }.
pulse-invitation-text = { $team } : cinq courtes questions sur votre semaine, une vingtaine de secondes.
pulse-invitation-sealed = :lock: Vos réponses sont scellées dès l’envoi ; nous n’en montrons aucune isolément. `/amp privacy`
pulse-answer-button = Répondre
pulse-reminder = *{ $team } :* le sondage n° { $number } se termine { $closes }. Si vous souhaitez donner votre avis, comptez une vingtaine de secondes.
pulse-reminder-text = { $team } : le sondage se termine bientôt.
pulse-reminder-only = C’est le seul rappel. Vous pouvez aussi ne pas répondre ; personne n’en est informé.
pulse-waiting = *{ $team }*, sondage n° { $number } : une vingtaine de secondes. Clôture : { $closes }.

# Le formulaire

pulse-form-title = Votre semaine
pulse-form-intro = *{ $team }*, sondage n° { $number }. Comment s’est passée *cette semaine ?*
pulse-form-again = Vous avez déjà répondu. Ce que vous envoyez maintenant remplace vos réponses précédentes.
pulse-form-question = :speech_balloon: À discuter en équipe : { SMALL($question) }
pulse-form-sealed = :lock: Laissez de côté ce que vous voulez. Vos réponses sont scellées dès l’envoi et deviennent des décomptes à la clôture ; rien n’est affiché en dessous de cinq réponses.
pulse-send-button = Envoyer

# L’accusé de réception

pulse-receipt-title = Merci
pulse-receipt = :white_check_mark: *C’est scellé.* Personne ne peut lire vos réponses maintenant, et personne ne pourra dire plus tard lesquelles étaient les vôtres.
pulse-receipt-until = Vous pouvez encore changer vos réponses ; les dernières comptent. Clôture : { $closes }. La synthèse paraît ensuite dans { $channel }.

# `/amp pulse`, quand aucun formulaire ne peut s’ouvrir aussitôt

pulse-choice = Plusieurs de vos équipes ont un sondage en cours. Pour laquelle répondez-vous ?
pulse-choice-text = Pour quelle équipe ?
pulse-choice-team = *{ $team }*, clôture : { $closes }
pulse-no-team = Vous n’êtes encore dans aucune équipe. Tapez `/amp setup` dans le canal de la vôtre pour la créer.
pulse-nothing-open = Aucune question ne vous attend pour le moment.
pulse-next = • *{ $team } :* prochain sondage { $opens }
pulse-next-after-pause = • *{ $team } :* prochain sondage à la fin de la pause

# Ce que lisent les responsables

pulse-opens-now = :rocket: *{ $team } :* le sondage s’ouvre maintenant, et { $people ->
        [one] { $people } invitation part
       *[other] { $people } invitations partent
    }.
pulse-closes-now = :hourglass_flowing_sand: *{ $team } :* le sondage se termine maintenant. La synthèse paraît dans { $channel } d’ici une minute.

# `/amp status`

pulse-status-open = *{ $team } :* le sondage n° { $number } se termine { $closes } ; { $people ->
        [one] { $people } personne est interrogée
       *[other] { $people } personnes sont interrogées
    }.
pulse-status-closing = *{ $team } :* la clôture du sondage n° { $number } est en cours.
pulse-status-next = *{ $team } :* aucun sondage en cours. Le prochain s’ouvre { $opens }.
pulse-status-paused = *{ $team } :* le baromètre est en pause. `/amp resume` le fait reprendre.

# Partir, et revenir

pulse-forgotten = C’est fait. Vous ne recevez plus de questions, dans aucune équipe. Ce qui était gardé ici à votre sujet (équipes, fuseau horaire, invitations, vos réponses scellées aux sondages encore en cours, ce que vous avez gardé avec les outils) est effacé. Une ligne reste : que votre identifiant n’est pas à interroger. Les décomptes des sondages clos ne portent aucun nom et restent donc tels quels, et ce que vous avez partagé dans un canal reste dans Slack. Pour revenir : `/amp pulse`.
pulse-left-alone = Vous avez demandé que l’on vous laisse tranquille ; aucune de vos équipes ne vous interroge donc plus.
pulse-left-alone-text = Vous avez demandé que l’on vous laisse tranquille.
pulse-return-button = M’interroger de nouveau
pulse-welcome-back = Bon retour parmi nous. Le prochain sondage de votre équipe vous sera adressé aussi.

# Ce qui peut mal tourner

error-already-open = Le sondage de cette semaine est déjà en cours. `/amp pulse close` y met fin.
error-already-happened = Le sondage de cette semaine a déjà eu lieu, et une équipe est interrogée une fois par semaine. Le prochain vient de lui-même ; `/amp status` dit quand.
error-nothing-open = Aucun sondage n’est en cours. `/amp pulse now` en ouvre un, `/amp status` dit quand vient le prochain.
error-nobody-to-ask = Il n’y a personne à interroger : le canal est vide, ou tout le monde est exclu du sondage. Invitez-y des gens ; `/amp team` mène aux réglages.
error-keys-unreachable = Les clés enregistrées ne se relisent pas : aucun sondage ne s’ouvre donc, car ses réponses seraient perdues.
error-round-closed = Ce sondage est clos, rien n’a donc changé. Le prochain vient de lui-même.
error-not-invited = Ce sondage s’est ouvert sans vous : vous avez rejoint l’équipe plus tard, ou n’en faites pas partie. Le prochain vous sera adressé si vous êtes dans le canal de votre équipe.
error-nothing-answered = Rien n’est encore choisi. Répondez à une affirmation au moins, ou fermez simplement cette fenêtre.
error-strange-answer = Ce formulaire ne correspond plus au sondage. Rouvrez-le.
