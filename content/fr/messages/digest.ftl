# La synthèse : ce que lit une équipe à la clôture de son sondage.

digest-header = Sondage n° { $number } · { $team }
digest-text = { $team }. { $told }
digest-key-lost = La clé qui ouvre les réponses de ce sondage est perdue : plus personne ne peut les lire. Le prochain sondage n’est pas concerné.
digest-reworded = { $name } : l’affirmation est formulée autrement à partir de ce sondage ; la comparaison repart donc de zéro.
digest-scale = 1 pas du tout d’accord · 5 tout à fait d’accord. Chiffres arrondis, pour que l’on ne puisse y reconnaître personne.
digest-running-line = :test_tube: { $told }
digest-method-button = Comment nous décidons
digest-privacy-button = Confidentialité

# Le graphique

digest-chart = Les { $rounds } derniers sondages avec assez de réponses
digest-chart-axis = moyenne des réponses
digest-chart-pulse = Sondage n° { $number }
digest-drive = { $kind ->
    [up] { $name } en hausse
    [down] { $name } en baisse
   *[other] { $name }
}
digest-bar = { $bar }  *{ $drive }* { $mean }
digest-bar-hidden = *{ $name } :* trop peu de réponses pour un score

# Dans le fil : chaque moteur, et ce qui a été demandé à son sujet cette semaine

digest-more-text = Le sondage n° { $number } de plus près.
digest-score = *{ $name }* { $mean }
digest-facet-score = { SMALL($name) } { $mean }
digest-score-hidden = *{ $name } :* moins de { SPELLED($quorum) } réponses, donc pas de score affiché.
digest-odd = { $side ->
    [low] inhabituellement bas dans ce seul sondage
   *[high] inhabituellement haut dans ce seul sondage
}
digest-as-usual = comme d’habitude (sur { SPELLED($window) } sondages, nous ne tenons pas compte des écarts de moins de { $ignored } environ)
digest-closer-small = Ce qui est demandé à tour de rôle n’a pas d’évolution à montrer : les mots changent à chaque fois.
digest-move = *Un pas possible.* { $kind ->
    [down] { $name } : plus bas que d’habitude.
   *[other] { $name } : c’est là qu’il y a le plus à gagner, et qu’un changement se verrait en premier.
} Les responsables peuvent lancer l’une de ces expériences :
