# `/amp privacy` : ce qui est gardé au sujet d’une personne, et jusqu’à quand ; elle seule le voit.

keeping-text = Ce que je garde à votre sujet
keeping-intro = *Ce que je garde à votre sujet*, et jusqu’à quand. Personne d’autre ne le voit.
keeping-nothing = Je ne garde rien à votre sujet.
keeping-person = *Vous :* votre identifiant Slack, votre fuseau ({ $zone }), votre langue ({ $language }), si votre compte est celui d’une personne invitée, ou désactivé, et quand Slack me l’a dit pour la dernière fois. Jusqu’à ce que vous tapiez `/amp forget me`, ou { $days } jours après mon retrait de cet espace de travail.
keeping-away = *Votre absence :* jusqu’au { $day }.
keeping-away-open = *Votre absence :* jusqu’à ce que vous tapiez `/amp back`.
keeping-away-later = *Une absence à venir :* à partir du { $first }{ $end ->
        [open] , jusqu’à ce que vous tapiez `/amp back`
       *[known] {" "}jusqu’au { $back }
    }. `/amp back` l’annule avant.
keeping-heeds = *Votre statut Slack* peut m’annoncer votre absence, jusqu’à ce que vous y renonciez dans `/amp away`.
keeping-may-start = *Que vous pouvez lancer une équipe,* comme l’a dit l’administration : jusqu’à ce qu’elle en décide autrement.
keeping-own-time = *Votre moment pour les questions, et si vous voulez des rappels :* jusqu’à ce que vous le changiez dans `/amp pulse when`.
keeping-teams = *Vos équipes, et depuis quand vous en faites partie :* { $teams }. Jusqu’à ce que vous quittiez le canal, ou { $days } jours après la fin de l’équipe.
keeping-team-lead = { $team } (responsable : vous)
keeping-team-left-out = { $team } (aucune question ne vous y est posée)
keeping-teams-left = { $teams ->
    [one] *{ $teams } équipe sans que vous soyez dans son canal :* que ses responsables ont inscrit votre nom dans ses réglages.
   *[other] *{ $teams } équipes sans que vous soyez dans leurs canaux :* que leurs responsables ont inscrit votre nom dans leurs réglages.
} Jusqu’à ce qu’ils le retirent, ou { $days } jours après la fin de l’équipe.
keeping-more-teams = { $more } de plus
keeping-rounds = *Sondages qui vous ont posé des questions :* { $closed } clos, { $open } en cours. Le moment où vous deviez en entendre parler est gardé ; si vous avez répondu, non. { $weeks ->
    [0] Aussi longtemps que je suis dans cet espace de travail.
   *[other] Jusqu’à { $weeks } semaines après leur clôture ; le dernier de chaque équipe reste.
}
keeping-notes = *Ce que vous gardez pour vous, sous clé :* { $tools }. Vos semaines disparaissent { $weeks } semaines après la dernière, votre propre état des lieux une fois annoncé celui de l’équipe, tout le reste quand vous l’effacez ou que son équipe prend fin.
keeping-tool = { $tool ->
    [audit] votre propre état des lieux
    [fit] votre réponse à « Est-ce pour nous ? »
    [four-ts] les quatre leviers comme vous les voyez
    [mastery] vos semaines
   *[purpose] votre phrase
}
keeping-work = *Ce que vous avez fait pour une équipe :* { $things }. Jusqu’à la fin de cette équipe.
keeping-ticks = { $many ->
    [one] { $many } coche sur sa liste
   *[other] { $many } coches sur sa liste
}
keeping-ideas = { $many ->
    [one] { $many } idée pour une journée ShipIt
   *[other] { $many } idées pour une journée ShipIt
}
keeping-crews = { $many ->
    [one] { $many } idée à laquelle vous participez
   *[other] { $many } idées auxquelles vous participez
}
keeping-pieces = { $many ->
    [one] { $many } réalisation livrée
   *[other] { $many } réalisations livrées
}
keeping-questions = { $many ->
    [one] { $many } question que vous avez ajoutée
   *[other] { $many } questions que vous avez ajoutées
}
keeping-rollup = *La vue d’ensemble mensuelle :* que vous l’avez activée, pour que vous sachiez quand elle n’arrive pas. Jusqu’à sa désactivation.
keeping-answers = *Votre réponse à un commentaire :* scellée, jusqu’à son arrivée.
keeping-messages = *Mes messages pour vous :* { $messages }, dont { $words } avec leur texte. { $days ->
    [0] Le texte est effacé dans l’heure qui suit l’arrivée du message chez tout le monde
    [one] Le texte est effacé un jour après l’arrivée du message chez tout le monde
   *[other] Le texte est effacé { $days } jours après l’arrivée du message chez tout le monde
}, ou après { $lost } semaines s’il n’est pas arrivé ; la trace de l’envoi, après { $weeks } semaines.
keeping-sealed = *Vos réponses, commentaires et souhaits* ne figurent sur aucune liste. Ils attendent sous scellés, puis sont comptés ou montrés sans nom. Je ne sais ni lesquels sont de vous, ni s’il y en a.
keeping-file-button = M’envoyer le fichier
keeping-card-button = Que deviennent les réponses
keeping-forget-button = Oubliez-moi

# De quelqu’un qui a dit `/amp forget me`

keeping-left = Vous m’avez demandé de vous oublier. Il reste votre identifiant Slack, pour que personne ne vous pose de questions, et si votre compte est celui d’une personne invitée, ou désactivé. Jusqu’à ce que vous changiez d’avis, ou { $days } jours après mon retrait de cet espace de travail.
keeping-left-teams = { $teams ->
    [one] *{ $teams } équipe dont le canal est aussi le vôtre :* cela seulement, pour qu’aucun chiffre ne montre votre départ.
   *[other] *{ $teams } équipes dont les canaux sont aussi les vôtres :* cela seulement, pour qu’aucun chiffre ne montre votre départ.
}
keeping-left-rounds = { $rounds ->
    [one] *{ $rounds } sondage clos qui vous a posé des questions :* pendant { $weeks } semaines, pour que personne ne déduise de réponses de votre départ.
   *[other] *{ $rounds } sondages clos qui vous ont posé des questions :* pendant { $weeks } semaines, pour que personne ne déduise de réponses de votre départ.
}

# Le fichier

keeping-file-comment = Ce que je garde à votre sujet, ligne par ligne, en JSON.
keeping-file-done = :white_check_mark: Le fichier est dans nos messages directs.
keeping-as-text = Je ne peux pas envoyer de fichiers ici (il me faudrait l’autorisation `files:write`) ; voici donc ce qu’il contient.
keeping-as-text-beginning = Je ne peux pas envoyer de fichiers ici (il me faudrait l’autorisation `files:write`) ; voici donc son début. La personne qui gère Amp peut ajouter l’autorisation.
