# `/amp trends`: wie ein Team in seinen letzten Runden stand, einer Person erzählt.

trends-title = Verlauf
trends-header = Verlauf: { $team }
trends-nothing-yet = *{ $team }*: Noch ist keine Runde geschlossen, darum gibt es nichts zu vergleichen. Die erste Auswertung kommt, wenn die erste Runde schließt; nach drei Runden gibt es eine Linie zu sehen.
trends-text = Verlauf von { $team }, { $span ->
    [one] eine Runde
    [last] die letzten { $rounds } Runden
   *[all] alle { $rounds } bisherigen Runden
}. { $told }
trends-drive-text = { $name }: { $means }.

# Das Diagramm

trends-chart = { $span ->
    [one] Eine Runde
    [last] Die letzten { $rounds } Runden
   *[all] Alle { $rounds } bisherigen Runden
}{ $each ->
    [1] {""}
   *[other] , je { SPELLED($each) } pro Punkt
}
trends-pulses = Puls { $first }–{ $last }
trends-label-again = { $label } ({ $count })
trends-own = Eure eigene Frage
trends-drive = *{ $name }*  { $means }. _{ $calls }_
trends-drawn = `{ $sparks }`  { $told }
trends-means = { $shown ->
    [none] in keiner davon gezeigt
    [one] { $last }
    [level] { $last } in jeder davon
   *[several] zwischen { $low } und { $high }, zuletzt { $last }, im Durchschnitt { $average }
}
trends-call = { $kind ->
    [up] Höher
   *[down] Niedriger
} als sonst in Puls { $number } ({ $day }).
trends-no-call = Keine Veränderung gemeldet.

# Wie viele mitgemacht haben

trends-answered = *Beteiligung*  im Durchschnitt { $rate } %. { $each ->
    [1] Runde für Runde: { $shares }.
   *[other] Zuletzt: { $shares }.
}
trends-share = { $answered } von { $asked }
trends-share-of-several = { $answered } von { $asked } ({ $label })
trends-share-times = { $share } ({ $times }-mal)

# Was in diesen Runden ausprobiert wurde

trends-tried = *In diesen Runden ausprobiert*
trends-tried-more = und { $more ->
        [one] noch eins
       *[other] { $more } weitere
    }: `/amp experiment`
trends-running = :test_tube: *{ $title }*, seit Puls { $first }: läuft.
trends-ended = :test_tube: *{ $title }*, { $rounds ->
    [0] keine Runde
    [1] Puls { $first }
   *[other] Puls { $first } bis { $last }
}: { $end }.
trends-reviewed = { $told } Die Bilanz ({ $rounds ->
    [one] { $rounds } Runde
   *[other] { $rounds } Runden
}): { $finding }

# Daneben

trends-small = Was die Auswertungen gezeigt haben{ $each ->
    [1] {""}
   *[other] , je { SPELLED($each) } Runden pro Punkt
}; 1 bis 5, gerundet.
trends-hidden = Nicht gezeigt, weil weniger als { $quorum } geantwortet haben oder nichts behalten wurde: Puls { $numbers }{ $more ->
    [0] {""}
    [1] {" "}und ein weiterer
   *[other] {" "}und { $more } weitere
}.
trends-paused = Eine Lücke in einer Linie ist Zeit ohne Runde.
trends-span-button = { $rounds } Runden
trends-open-button = Verlauf

# Was schiefgehen kann

error-answer-refused = Slack hat die Antwort nicht angenommen. Versuch es bitte gleich noch einmal.

# Alle zwölf Runden, im Thread der Auswertung: ein Jahr auf einer Seite

retrospective-text = Rückblick mit { $team }: { $rounds } Runden auf einer Seite.
retrospective-header = Rückblick: { $team }
retrospective-untried = Dafür wurde in dieser Zeit nichts ausprobiert.
retrospective-nothing-tried = In dieser Zeit wurde nichts ausprobiert.
retrospective-own = *Eure eigenen Fragen*
retrospective-small = { $rounds } Runden{ $each ->
    [1] {""}
   *[other] , je { SPELLED($each) } zu einem Punkt
}, aus dem, was die Auswertungen gezeigt haben. Zum Besprechen: Was wollen wir behalten, was lassen, und was probieren wir als Nächstes aus?
