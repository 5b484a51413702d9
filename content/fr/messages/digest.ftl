# La synthèse : ce que lit une équipe à la clôture de son sondage.

digest-header = Sondage n° { $number } · { $team }
digest-text = { $team }. { $told }
digest-key-lost = La clé qui ouvre les réponses de ce sondage est perdue : plus personne ne peut les lire. Le prochain sondage n’est pas concerné.
digest-withheld = Ces résultats ne sont ni affichés ni conservés : ces dernières semaines, un autre groupe qui a des membres en commun avec cette équipe a reçu les siens, et la différence porterait sur si peu de personnes que l’on pourrait en deviner une. Tout dépend de qui est dans le canal et de qui vous excluez.
digest-reworded = { $name } : l’affirmation est formulée autrement à partir de ce sondage ; la comparaison repart donc de zéro.
digest-scale = 1 pas du tout d’accord · 5 tout à fait d’accord. Chiffres arrondis, pour ne trahir personne.
digest-running-line = :test_tube: { $told }
digest-method-button = Comment nous décidons
digest-privacy-button = Confidentialité

# Le graphique

digest-chart = Les { $rounds } derniers sondages avec assez de réponses
digest-chart-axis = moyenne, de 1 à 5
digest-chart-end = { $end ->
    [top] 5 = maximum
   *[bottom] 1 = minimum
}
digest-chart-pulse = Sondage n° { $number }
digest-drive = { $kind ->
    [up] { $name } en hausse
    [down] { $name } en baisse
   *[other] { $name }
}
digest-bar = { $bar }  *{ $drive }* { $mean }
digest-bar-hidden = *{ $name } :* trop peu de réponses pour un score

# Dans le fil : chaque moteur, et ce qui a été demandé à son sujet cette semaine

digest-more-text = Le sondage n° { $number } de plus près.
digest-score = *{ $name }* { $mean }
digest-score-hidden = *{ $name } :* moins de { SPELLED($quorum) } réponses, donc pas de score affiché.
digest-odd = { $side ->
    [low] inhabituellement bas dans ce seul sondage
   *[high] inhabituellement haut dans ce seul sondage
}
digest-as-usual = comme d’habitude (sur { SPELLED($window) } sondages, nous ne tenons pas compte des écarts de moins de { $ignored } environ)
digest-closer-small = Ce qui est demandé à tour de rôle n’a pas d’évolution à montrer : les mots changent à chaque fois.
digest-move = *Un pas possible.* { $why ->
    [fell] Ici, une idée côté { SMALL($name) }, à cause de la baisse.
    [rose] Ceci s’appuie sur la hausse côté { SMALL($name) }.
    [even] { $names } : { $rounds ->
        [1] tout est à peu près au même niveau
       *[other] tout a été à peu près au même niveau sur les { SPELLED($rounds) } derniers sondages
    }, commencez donc où vous voulez. Ici, une idée pour : { SMALL($name) }.
    [pay] { $name } d’abord : tant que cela occupe les esprits, le reste aide peu.
    [again] Encore une idée côté { SMALL($name) }.
   *[room] { $count ->
        [1] { $name } : { $rounds ->
            [1] c’est là qu’il y a
           *[other] sur les { SPELLED($rounds) } derniers sondages, c’est là qu’il y avait
        } le plus à gagner, et qu’un changement se verrait en premier.
       *[other] { $names } : { $rounds ->
            [1] c’est là qu’il y a
           *[other] sur les { SPELLED($rounds) } derniers sondages, c’est là qu’il y avait
        } le plus à gagner. Ici, une idée pour : { SMALL($name) }.
    }
}
digest-step = *À suivre sur votre liste à cocher :* { $todo }
    { $how } _{ $step }. { $why }_
digest-step-button = En savoir plus

digest-again = La dernière synthèse, encore une fois.
digest-both = De { $teams } ensemble : interrogées et présentées comme une seule équipe. Il n’y a pas de chiffres pour l’une seule.
error-no-digest-yet = Cette équipe n’a pas encore de synthèse. La première paraît à la fin de son premier sondage.
error-digest-on-its-way = La dernière synthèse est encore en route : je ne l’ai donc pas publiée une seconde fois.
error-digests-go-elsewhere = La dernière synthèse a paru dans un autre canal que celui d’aujourd’hui, et elle reste auprès des personnes à qui elle était destinée. La prochaine viendra d’elle-même.
