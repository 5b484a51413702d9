# Ce que disent les chiffres, dans une synthèse et dans un bilan : des phrases simples, sans mise en
# forme, qui n’en disent pas plus que les chiffres. Elles ne nomment, ne classent et n’accusent
# personne, et ne disent jamais pourquoi quelque chose a changé.

# Un sondage

insight-pulse = Sondage n° { $pulse }.
insight-took-part = { $answered ->
        [one] { $answered } réponse
       *[other] { $answered } réponses
    } sur { $invited }.
insight-not-shown = Nous n’affichons les résultats qu’à partir de { $quorum } réponses ; ceux de cette semaine ne sont donc pas affichés et n’ont pas été gardés.
insight-ask = À discuter ensemble : { SMALL($question) }
insight-discuss = Une question à discuter : { SMALL($question) }

# Entre parenthèses, pour que la virgule décimale ne se perde pas parmi celles de la liste.

insight-score = { $name } ({ $score })
insight-facet-score = { SMALL($name) } ({ $score })

# Un vrai changement

insight-change-means = { $name } : { $kind ->
        [up] plus haut
       *[down] plus bas
    } que d’habitude, avec une moyenne de { $new } sur les { SPELLED($window) } derniers sondages{ $since ->
        [unknown] {""}
       *[other] {" "}(depuis le { $since })
    } contre { $old } sur les { SPELLED($before) } précédents.
insight-change-gap = { $name } : { $kind ->
        [up] plus haut
       *[down] plus bas
    } que d’habitude, d’environ { $gap } { $gap ->
        [one] point
       *[other] points
    } sur les { SPELLED($window) } derniers sondages{ $since ->
        [unknown] {""}
       *[other] {" "}(depuis le { $since })
    } par rapport aux { SPELLED($before) } précédents.
insight-beyond-wobble = C’est plus que la fluctuation ordinaire de cette équipe (sur { SPELLED($window) } sondages, nous ne tenons pas compte des écarts de moins de { $ignored } { $ignored ->
        [one] point
       *[other] points
    } environ). Nous ne pouvons pas dire pourquoi.

# Pas de changement

insight-scores = { $scores }.
insight-quiet = Tout est dans les fluctuations ordinaires : pour un groupe de cette taille, deux semaines normales peuvent différer d’environ { $ordinary } { $ordinary ->
        [one] point
       *[other] points
    }. Rien ici ne demande d’explication.
insight-noise = { $scores } : dans les fluctuations ordinaires.
insight-odd = { $name } : inhabituellement { $side ->
        [low] bas
       *[high] haut
    } pour cette équipe dans ce seul sondage, avec { $score } contre { $usual } sur les { SPELLED($rounds) } précédents.
insight-one-round = Un seul sondage ne permet pas de dire si quelque chose a changé ; le prochain en dira plus.

# Pas encore assez de sondages

insight-learning = { $scores } : nous ne pouvons pas encore dire si quelque chose a changé. Il faut { SPELLED($needed) } sondages pour comparer, donc encore { $left ->
        [1] un
       *[other] { SPELLED($left) }
    }.
insight-learning-anew = { $scores } : nous apprenons le nouveau niveau après la { $called ->
        [up] hausse
       *[down] baisse
    } ; encore { $left ->
        [1] un sondage
       *[other] { SPELLED($left) } sondages
    } avant de pouvoir comparer de nouveau.
insight-hidden = { $names } : pas de score affiché, car moins de { $quorum } personnes ont répondu.
insight-closer = De plus près : { $scores }.

# Un bilan

insight-review = { $title } ({ $rounds ->
        [one] { $rounds } sondage
       *[other] { $rounds } sondages
    }). { $finding }
insight-review-changed = { $drive } : environ { $estimate } { $estimate ->
        [one] point
       *[other] points
    } { $kind ->
        [up] plus haut
       *[down] plus bas
    } que dans les { $before } sondages d’avant (probablement entre { $low } et { $high }). Quelque chose a changé ; nous ne pouvons pas prouver que l’expérience en est la cause.
insight-review-already-moving = Cela { $kind ->
        [up] montait
       *[down] baissait
    } déjà avant le début.
insight-review-no-big-change = { $drive } : pas de grand changement ; s’il y a un effet, il est probablement inférieur à { $small } point.
insight-review-cannot-tell = { $drive } : impossible à dire. Avec ce nombre de réponses, { SPELLED($rounds) } sondages ne permettent pas de distinguer un effet d’une fluctuation ordinaire.
insight-review-too-few = { $drive } : trop peu de sondages pour se prononcer. Nous en comparons au moins { SPELLED($fewest) } avant et { SPELLED($fewest) } après, avec assez de réponses ; il y en a eu { SPELLED($before) } et { SPELLED($after) }.
insight-review-ended-at-once = L’expérience s’est arrêtée avant la clôture d’un premier sondage : il n’y a donc rien à en dire.
insight-review-none-after = { $drive } : rien à en dire, car aucun des sondages de l’expérience n’a reçu assez de réponses pour qu’un résultat puisse être affiché.
insight-review-none-before = { $drive } : rien à en dire, car aucun sondage antérieur, dans les mêmes mots, n’a reçu assez de réponses ; il n’y a donc rien à quoi comparer.
