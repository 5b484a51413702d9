# Sa propre semaine, à l’étape 3 : les trois conditions de la maîtrise, pour soi.

mastery-title = Ma semaine
mastery-form = Les trois conditions de la maîtrise, dans *votre* semaine. Visible seulement pour vous.
mastery-look-button = Regarder

mastery-condition = { $bar } *{ $condition }* { $points } sur 5{ $weeks ->
    [0] {""}
   *[other] {" "}(avant : { $before })
}
mastery-left-out = *{ $condition } :* pas de réponse cette semaine
mastery-try-header = À essayer
mastery-weakest = Point le plus faible de la semaine : { SMALL($condition) }.
mastery-nothing-answered = Pas de réponse, donc rien à suggérer.
mastery-all-well = Les trois étaient réunies. Ce qui a rendu cette semaine possible mérite d’être gardé.
mastery-again-button = Refaire le point
mastery-private = Les { $weeks } dernières semaines sont gardées, verrouillées, pour vous uniquement. La personne qui gère Amp a la clé du verrou. Tout disparaît { $weeks } semaines après la dernière que vous avez remplie.
