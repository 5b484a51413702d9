# Les quatre leviers de l’étape 2 : la marge sur les tâches, le temps, la méthode et l’équipe.

four-ts-title = Les quatre leviers
four-ts-intro = Quelle marge de manœuvre y a-t-il sur ce que l’on fait, quand, comment et avec qui ? Et quel serait le prochain pas le plus facile ? Deux minutes, et cela reste à vous.
four-ts-not-rated = *{ $facet } :* pas d’évaluation
four-ts-rated = { $bar } *{ $facet } :* { $say }
four-ts-next = Prochain pas : { $step }
four-ts-first-header = Pour commencer : { $facet }
four-ts-more = D’autres idées à essayer, chacune avec un objectif et un moyen de voir si elle aide :
four-ts-private = Visible seulement pour vous. Le baromètre interroge l’équipe sur les quatre. Quand cela est fait par un ou une responsable, une ligne de la liste de l’équipe se coche.
four-ts-begin-button = Commencer
four-ts-change-button = Modifier
four-ts-ideas-button = Idées : { $facet }

# Le formulaire

four-ts-form = Quelle marge de manœuvre les gens ont-ils aujourd’hui ? Laissez de côté ce que vous ne pouvez pas dire.
four-ts-facet-label = { $facet } : { SMALL($about) }
four-ts-say-option = { $say ->
    [1] Presque aucune
    [2] Un peu
    [3] Une certaine marge
    [4] Beaucoup
   *[5] Toute celle qui a du sens
}
four-ts-step-label = { $facet } : le prochain pas le plus facile
four-ts-easiest-label = Lequel des quatre est le plus facile à bouger ici ?
four-ts-easiest-hint = Dans le doute, le temps : c’est souvent lui, et le bénéfice est immédiat.

# Les idées pour un levier

four-ts-ideas-title = Idées
four-ts-facet = *{ $facet } :* { SMALL($about) }
