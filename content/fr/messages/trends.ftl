# `/amp trends` : où en était une équipe lors de ses derniers sondages, dit à une seule personne.

trends-title = Évolution
trends-header = Évolution : { $team }
trends-nothing-yet = *{ $team } :* aucun sondage n’est encore clos, il n’y a donc rien à comparer. La première synthèse vient à la clôture du premier sondage ; après trois, il y a une courbe à regarder.
trends-text = { $team }, évolution sur { $span ->
    [one] un sondage
    [last] les { $rounds } derniers sondages
   *[all] les { $rounds } sondages faits jusqu’ici
}. { $told }
trends-drive-text = { $name } : { $means }.

# Le graphique

trends-chart = { $span ->
    [one] Un sondage
    [last] Les { $rounds } derniers sondages
   *[all] Les { $rounds } sondages jusqu’ici
}{ $each ->
    [1] {""}
   *[other] , { SPELLED($each) } par point
}
trends-pulses = Sondages { $first } à { $last }
trends-label-again = { $label } ({ $count })
trends-own = Votre question
trends-drive = *{ $name }*  { $means }. _{ $calls }_
trends-drawn = `{ $sparks }`  { $told }
trends-means = { $shown ->
    [none] jamais affiché
    [one] { $last }
    [level] { $last } à chaque fois
   *[several] entre { $low } et { $high }, { $last } en dernier, { $average } en moyenne
}
trends-call = { $kind ->
    [up] Plus haut
   *[down] Plus bas
} que d’habitude au sondage n° { $number } ({ $day }).
trends-no-call = Aucun changement annoncé.

# La participation

trends-answered = *Taux de réponse*  { $rate } % en moyenne. { $each ->
    [1] Sondage par sondage : { $shares }.
   *[other] Dernièrement : { $shares }.
}
trends-share = { $answered } sur { $asked }
trends-share-of-several = { $answered } sur { $asked } ({ SMALL($label) })
trends-share-times = { $share } (×{ $times })

# Ce qui a été essayé pendant ces sondages

trends-tried = *Essayé pendant ces sondages*
trends-tried-more = { $more ->
    [one] et { $more } autre (`/amp experiment`)
   *[other] et { $more } autres (`/amp experiment`)
}
trends-running = :test_tube: *{ $title }*, en cours depuis le sondage n° { $first }.
trends-ended = :test_tube: *{ $title }*, { $rounds ->
    [0] aucun sondage
    [1] sondage n° { $first }
   *[other] sondages n° { $first } à { $last }
} : { $end }.
trends-reviewed = { $told } Bilan après { $rounds ->
    [one] { $rounds } sondage
   *[other] { $rounds } sondages
}. { $finding }

# À côté

trends-small = D’après ce que les synthèses ont montré{ $each ->
    [1] {""}
   *[other] , { SPELLED($each) } sondages par point
} ; de 1 à 5, arrondi.
trends-hidden = Pas affiché, parce que moins de { $quorum } personnes ont répondu ou que rien n’a été gardé : { $count ->
    [one] sondage n°
   *[other] sondages n°
} { $numbers }{ $more ->
    [0] {""}
    [1] {" "}et { $more } autre
   *[other] {" "}et { $more } autres
}.
trends-paused = Un vide dans une ligne, c’est du temps sans sondage.
trends-span-button = { $rounds } sondages
trends-open-button = Évolution

# Ce qui peut mal tourner

error-answer-refused = Slack n’a pas accepté la réponse. Réessayez dans un instant.

# Tous les douze sondages, dans le fil de la synthèse : une année sur une page

retrospective-text = Rétrospective avec { $team } : { $rounds } sondages sur une page.
retrospective-header = Rétrospective : { $team }
retrospective-untried = Rien n’a été essayé pour cela pendant ce temps.
retrospective-nothing-tried = Rien n’a été essayé pendant ce temps.
retrospective-own = *Vos propres questions*
retrospective-small = { $rounds } sondages{ $each ->
    [1] {""}
   *[other] , { SPELLED($each) } par point
}, d’après ce que les synthèses ont montré. À discuter : que voulons-nous garder, que voulons-nous arrêter, et quelle seule chose essayer ensuite ?
