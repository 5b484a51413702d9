# Une journée ShipIt : 24 heures au choix d’une équipe, du projet au décompte des votes.

shipit-title = Journée ShipIt
shipit-what = 24 heures pour faire ce que l’on veut, hors du travail habituel, en solo ou à plusieurs, avec quelque chose à montrer à la fin. Cela peut être inachevé ; cela peut avoir échoué, si l’on en apprend quelque chose.

# Le formulaire où les responsables la fixent ou la déplacent

shipit-starts-label = Début, à votre heure
shipit-plan-then = Elle dure 24 heures. Le canal est prévenu aussitôt, puis la veille, puis quand elle commence.
shipit-move-then = Elle dure 24 heures. Le canal est prévenu du nouveau moment.
shipit-plan-button = Annoncer la journée
shipit-move-button = Déplacer la journée
shipit-nothing-planned = Aucune n’est prévue pour *{ $team }* pour le moment. Les responsables peuvent en fixer une avec la même commande ; `/amp team` dit de qui il s’agit.

# La fenêtre de la journée

shipit-day = *{ $team } :* début { $starts }, fin { $ends }.
shipit-no-ideas = Pas encore d’idées. La vôtre pourrait être la première.
shipit-idea = *{ $idea }*
shipit-crew = Avec { $people }{ $more ->
    [0] {""}
    [1] , plus { $more } autre
   *[other] , plus { $more } autres
}
shipit-add-idea-button = Ajouter une idée
shipit-see-button = Voir la journée
shipit-deliver-button = Ce que j’ai livré
shipit-join-button = J’en suis
shipit-leave-button = Je n’en suis plus
shipit-remove-button = Retirer
shipit-remove-title = Retirer cette idée ?
shipit-remove-text = Elle disparaît pour tout le monde.
shipit-remove-yes-button = Retirer
shipit-cancel-button = Annuler la journée
shipit-cancel-title = Annuler la journée ?
shipit-cancel-text = Le canal sera prévenu dans une minute ; d’ici là, vous pouvez la rétablir.
shipit-cancelled-quietly = La journée est annulée. Le canal sera prévenu dans une minute.
shipit-undo-button = Rétablir la journée

# Les formulaires d’une idée et d’une livraison

shipit-idea-title = Une idée
shipit-idea-label = Qu’aimeriez-vous construire ou découvrir ?
shipit-idea-placeholder = Une ligne suffit
shipit-idea-seen = D’autres peuvent s’y joindre. Tout le monde dans le canal peut la voir.
shipit-idea-button = Ajouter
shipit-delivery-title = Ce que j’ai livré
shipit-delivery-label = Qu’avons-nous maintenant, ou que savons-nous maintenant ?
shipit-delivery-hint = Cela entre dans un seul message, à la fin, sous votre nom.
shipit-delivery-button = Livrer
shipit-delivered-title = Livré
shipit-delivered = :white_check_mark: Cela entrera dans le message de la fin. D’ici là, vous pouvez encore le changer.
shipit-delivered-late = :white_check_mark: C’est enregistré. Les résultats sont déjà publiés ; le vôtre rejoint leur fil.

# Ce que lit le canal

shipit-announced-text = Une journée ShipIt est prévue.
shipit-announced = :rocket: { $lead } a fixé une journée ShipIt pour *{ $team }*. Début : { $starts }, pour 24 heures.
shipit-moved-text = La journée ShipIt est déplacée.
shipit-moved = { $lead } a déplacé la journée ShipIt. Elle commence { $starts }.
shipit-cancelled-text = La journée ShipIt est annulée.
shipit-cancelled = { $lead } a annulé la journée ShipIt. Les idées sont gardées, au cas où elle reviendrait.
shipit-taken-back-text = La journée ShipIt a finalement lieu.
shipit-taken-back = { $lead } : la journée ShipIt a finalement lieu. Elle commence { $starts }.
shipit-tomorrow-text = { $day ->
        [today] Aujourd’hui, c’est la journée ShipIt.
       *[tomorrow] Demain, c’est la journée ShipIt.
    }
shipit-tomorrow = { $day ->
        [today] Aujourd’hui, c’est la journée ShipIt.
       *[tomorrow] Demain, c’est la journée ShipIt.
    } Elle commence { $starts }.
shipit-begun-text = La journée ShipIt commence.
shipit-begun = :rocket: La journée ShipIt commence. Elle se termine { $ends } ; tout ce qui est livré entre alors dans un seul message.
shipit-last-call-text = Il reste deux heures de journée ShipIt.
shipit-last-call = Il reste deux heures. Dites en une ligne ou deux ce que vous avez ; l’inachevé compte aussi.
shipit-gathered-text = La journée ShipIt est finie : ce qu’il en est sorti.
shipit-gathered-header = La journée ShipIt : ce qu’il en est sorti
shipit-gathered = { $people ->
    [0] Rien n’est encore écrit. Vous avez quelque chose ? Appuyez sur le bouton.
    [one] { $people } personne a livré quelque chose.
   *[other] { $people } personnes ont livré quelque chose.
}
shipit-late-text = Livré un peu plus tard.

# Recommencerait-on ?

shipit-question-text = Referiez-vous une journée ShipIt ?
shipit-question = *Referiez-vous une telle journée ?*
shipit-question-counted = Un clic, compté sans noms pendant trois jours. Rien n’est affiché en dessous de { $quorum } réponses.
shipit-yes-button = Oui, encore une fois
shipit-otherwise-button = Oui, mais autrement
shipit-no-button = Plutôt non
shipit-voted = C’est noté. Appuyez sur un autre bouton pour changer de réponse. Les réponses sont comptées sans noms, et affichées à partir de cinq.
shipit-counted-text = La referiez-vous ? Les réponses.
shipit-counted-too-few = Moins de { $quorum } personnes ont dit si elles referaient une journée ShipIt.
shipit-counted = Refaire une journée ShipIt ? Oui, encore une fois : { $yes } ; oui, mais autrement : { $otherwise } ; plutôt non : { $no }.
shipit-counted-none-leads = Refaire une journée ShipIt ? { $people } personnes ont répondu, et aucune réponse ne l’emporte nettement.
shipit-counted-one-leads = Refaire une journée ShipIt ? { $people } personnes ont répondu ; la réponse la plus fréquente : { SMALL($answer) }.

# Ce qui peut mal tourner

error-ship-it-day-not-ahead = Choisissez un moment encore à venir, d’ici un an au plus.
error-ship-it-day-exists = Cette équipe a déjà une journée ShipIt. `/amp shipit` la montre, et les responsables peuvent l’y déplacer.
error-ship-it-day-has-begun = La journée a commencé et ne peut donc plus être déplacée. Les responsables peuvent l’annuler et en fixer une autre.
error-ship-it-day-not-begun = La journée n’a pas encore commencé. Quand ce sera le cas, c’est ici que vous direz ce que vous avez fait.
error-ship-it-day-counted = Les réponses sont déjà comptées, rien n’a donc changé. Le canal a lu ce qu’il en est sorti.
error-no-ship-it-day = Cette journée ShipIt est finie ou annulée. `/amp shipit` montre s’il y en a une autre.
error-nothing-written = Il faut quelques mots ici.
error-too-many-ideas = Il y a déjà trente idées. Rejoignez l’une d’elles ; cela vaut mieux qu’une de plus.
error-not-your-idea = Seule la personne qui a eu l’idée, ou les responsables, peuvent la retirer.
error-idea-gone = Cette idée a été retirée. `/amp shipit` montre celles qu’il y a.
