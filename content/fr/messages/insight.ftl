# Ce que disent les chiffres, dans une synthèse et dans un bilan : des phrases simples, sans mise en
# forme, qui n’en disent pas plus que les chiffres. Elles ne nomment, ne classent et n’accusent
# personne, et ne disent jamais pourquoi quelque chose a changé.

# Un sondage

insight-pulse = Sondage n° { $pulse }.
insight-took-part = { $answered ->
        [one] { $answered } réponse
       *[other] { $answered } réponses
    } sur { $invited }.
insight-not-shown = Nous n’affichons les résultats qu’à partir de { $quorum } réponses ; ceux de cette semaine ne sont donc pas affichés et n’ont pas été gardés.{ $times ->
    [1] {""}
   *[other] {" "}Cela en fait { $beyond ->
        [yes] au moins{" "}
       *[no] {""}
    }{ SPELLED($times) } de suite : un sondage ouvert plus longtemps, ou moins fréquent, peut réunir plus de réponses.
}
insight-ask = À discuter ensemble : { SMALL($question) }
insight-discuss = Une question à discuter : { SMALL($question) }
insight-ask-rise = { $place ->
    [0] Côté { SMALL($name) }, qu’est-ce qui a fait la différence, et que voulons-nous en garder ?
    [1] Côté { SMALL($name) }, que faudrait-il pour que cela redescende, et à quoi le verrions-nous ?
   *[2] À qui, hors de l’équipe, pourrait servir ce qui nous a aidés côté { SMALL($name) } ?
}

# Entre parenthèses, pour que la virgule décimale ne se perde pas parmi celles de la liste.

insight-score = { $name } ({ $score })
insight-facet-score = { SMALL($name) } ({ $score })
insight-facet-score-earlier = { SMALL($name) } { $score } (sondage n° { $number })

# Un vrai changement

insight-change-means = { $name } : { $kind ->
        [up] plus haut
       *[down] plus bas
    } que d’habitude, avec une moyenne de { $new } sur les { SPELLED($window) } derniers sondages{ $since ->
        [unknown] {""}
       *[other] {" "}(depuis le { $since })
    } contre { $old } sur les { SPELLED($before) } précédents.
insight-change-gap = { $name } : { $kind ->
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
insight-again = Le sondage n° { $number } annonçait déjà une { $kind ->
    [up] hausse
   *[down] baisse
} côté { SMALL($name) } ; en voici la suite, ou une de plus.
insight-news = { $name } : toujours le sujet, avec la { $kind ->
    [up] hausse
   *[down] baisse
} annoncée au sondage n° { $number }{ $apart ->
    [yes] {" "}(de { $before } à { $new })
   *[no] {""}
}. Cette fois : { $score }.{ $left ->
    [0] {""}
    [1] {" "}Après le prochain sondage, nous pourrons de nouveau comparer.
   *[other] {" "}Dans { SPELLED($left) } sondages, nous pourrons de nouveau comparer.
}
insight-news-later = Le sondage n° { $number } annonçait une { $kind ->
    [up] hausse
   *[down] baisse
} côté { SMALL($name) }{ $apart ->
    [yes] {" "}(de { $before } à { $new })
   *[no] {""}
} ; { SPELLED($week) } sondages plus tard : { $score }.{ $left ->
    [0] {""}
    [1] {" "}Après le prochain sondage, nous pourrons de nouveau comparer.
   *[other] {" "}Dans { SPELLED($left) } sondages, nous pourrons de nouveau comparer.
}
insight-news-over = { $name }, la suite de la { $kind ->
    [up] hausse
   *[down] baisse
} du sondage n° { $number } : { $now } sur les { SPELLED($rounds) } sondages suivants{ $apart ->
    [yes] , contre { $new } à ce moment-là et { $before } avant
   *[no] {""}
}. { $went ->
    [stayed] Le niveau s’est maintenu.
    [partly] Le niveau est en partie revenu en arrière.
   *[back] C’est à peu près comme avant.
}
insight-turnover = { $both ->
    [0] Une partie des personnes a changé pendant ce temps ; cela peut y être pour quelque chose.
   *[other] Ce ne sont pas les mêmes personnes : { $then } alors, { $now } maintenant, dont { $both } les deux fois ; cela peut y être pour quelque chose.
}

# Pas de changement

insight-scores = { $scores }.
insight-quiet = { $turn ->
    [0] Tout est dans les fluctuations ordinaires : pour un groupe de cette taille, deux semaines normales peuvent différer d’environ { $ordinary } { $ordinary ->
        [one] point
       *[other] points
    }. Il n’y a rien à expliquer.
    [1] Une semaine comme les autres. Jusqu’à environ { $ordinary } en plus ou en moins, c’est le hasard dans un groupe de cette taille ; il n’y a rien à expliquer.
   *[2] Pas de changement notable : dans un groupe de cette taille, les écarts de moins de { $ordinary } environ vont et viennent d’eux-mêmes.
}
insight-quiet-jump = { $name } : { $gap } de { $kind ->
        [up] plus
       *[down] moins
    } qu’au sondage précédent. Dans un groupe de cette taille, il arrive qu’une semaine diffère autant par hasard (d’ordinaire jusqu’à { $ordinary } environ) ; si c’est plus que le hasard, les prochains sondages le montreront.
insight-noise = { $scores } : dans les fluctuations ordinaires.
insight-odd = { $name } : inhabituellement { $side ->
        [low] bas
       *[high] haut
    } pour cette équipe dans ce seul sondage, avec { $score } contre { $usual } sur les { SPELLED($rounds) } précédents.
insight-one-round = Un seul sondage ne permet pas de dire si quelque chose a changé ; le prochain en dira plus.

# Pas encore assez de sondages

insight-beginning = { $seen ->
    [1] { $scores } : un premier aperçu. Au-dessus de 3, on est plutôt d’accord. Chaque sondage le précise ; le troisième donne une courbe, et dès le huitième nous disons si quelque chose a changé.
    [2] { $scores } : le deuxième aperçu. D’un sondage à l’autre, le hasard seul peut faire un demi-point et plus ; il n’y a encore rien à en conclure.
    [3] { $scores }. Trois sondages donnent une première courbe. Encore { SPELLED($left) }, et nous pourrons dire si quelque chose a vraiment changé.
    [4] { $scores }. Quatre sondages suffisent pour y comparer une expérience : ce que vous commencez maintenant pourra faire l’objet d’un bilan chiffré.
    [5] { $scores }. Encore { SPELLED($left) } sondages avant que nous disions si quelque chose a changé ; d’ici là, hausses et baisses méritent une discussion, pas une conclusion.
    [6] { $scores }. Chaque côté de votre travail a maintenant été abordé une fois ; les regards de près de ces semaines peuvent se lire ensemble.
   *[7] { $scores }. Dès le prochain sondage, nous dirons si quelque chose a vraiment changé.
}
insight-score-level = { $name } { $score } ({ $level ->
    [high] plutôt d’accord
    [low] plutôt pas d’accord
   *[middle] entre les deux
})
insight-learning-anew = { $scores } : nous apprenons le nouveau niveau après la { $called ->
        [up] hausse
       *[down] baisse
    } ; encore { $left ->
        [1] un sondage
       *[other] { SPELLED($left) } sondages
    } avant de pouvoir comparer de nouveau.
insight-hidden = { $names } : pas de score affiché, car moins de { $quorum } personnes ont répondu.
insight-closer = De plus près : { $scores }.

# Une affirmation propre à l’équipe, à côté des moteurs
insight-custom-name = « { $text } »
insight-custom = Votre propre question, « { $text } » : { $kind ->
    [hidden] pas de score affiché, moins de { SPELLED($quorum) } personnes y ont répondu.
    [noise] { $score }, dans ses variations habituelles.
   *[other] { $score }.
}
insight-custom-left = { $left ->
    [0] Votre propre question a été posée pour la dernière fois.
   *[other] Votre propre question sera posée encore une fois.
}

# Un bilan

insight-review = { $title } ({ $rounds ->
        [one] { $rounds } sondage
       *[other] { $rounds } sondages
    }). { $finding }
insight-review-changed = { $drive } : environ { $estimate } { $estimate ->
        [one] point
       *[other] points
    } { $kind ->
        [up] plus haut
       *[down] plus bas
    } que dans les { $before } sondages d’avant (probablement entre { $low } et { $high }). Quelque chose a changé ; nous ne pouvons pas prouver que l’expérience en est la cause.
insight-review-means = Ses { SPELLED($rounds) } sondages étaient à { $after }, ceux d’avant à { $before } ; nous comptons cet écart avec prudence, car un début chanceux a le même air.
insight-review-already-moving = Cela { $kind ->
        [up] montait
       *[down] baissait
    } déjà avant le début.
insight-review-no-big-change = { $drive } : pas de grand changement ; s’il y a un effet, il est probablement inférieur à { $small } point.
insight-review-cannot-tell = { $drive } : impossible à dire. Avec ce nombre de réponses, { SPELLED($rounds) } sondages ne permettent pas de distinguer un effet d’une fluctuation ordinaire.
insight-review-too-few = { $drive } : trop peu de sondages pour se prononcer. Nous en comparons au moins { SPELLED($fewest) } avant et { SPELLED($fewest) } après, avec assez de réponses ; il y en a eu { SPELLED($before) } et { SPELLED($after) }.
insight-review-ended-at-once = L’expérience s’est arrêtée avant la clôture d’un premier sondage : il n’y a donc rien à en dire.
insight-review-none-after = { $drive } : rien à en dire, car aucun des sondages de l’expérience n’a reçu assez de réponses pour qu’un résultat puisse être affiché.
insight-review-none-before = { $drive } : rien à en dire, car aucun sondage antérieur, dans les mêmes mots, n’a reçu assez de réponses ; il n’y a donc rien à quoi comparer.
