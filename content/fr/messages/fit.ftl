# Si le modèle convient : six questions, et une réponse franche.

fit-title = Est-ce pour vous ?
fit-form = Pensez à une équipe, ou à l’un de ses types de travail.
fit-tell-button = Voir la réponse
fit-fits-header = Le modèle convient
fit-fits = Rien ici ne s’y oppose. Commencez par l’étape 1 : `/amp audit` et `/amp roles`.
fit-not-now-header = Pas ce modèle, pas maintenant
fit-not-now = Ici, autre chose passe d’abord :
fit-answered = *{ $question }* { $answer ->
    [yes] Oui
   *[no] Non
}.
fit-instead = *À la place :* { $instead }
fit-again-button = Répondre de nouveau
fit-private = Visible seulement pour vous. Quand cela est fait par un ou une responsable, une ligne de la liste de l’équipe se coche.
