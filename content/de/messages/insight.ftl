# Was die Zahlen sagen, in einer Auswertung und in einer Bilanz: schlichte Sätze ohne Auszeichnung,
# und nicht mehr, als die Zahlen hergeben. Sie stellen niemanden heraus, reihen niemanden ein, geben
# niemandem die Schuld und sagen nie, warum sich etwas verändert hat.

# Eine Runde

insight-pulse = Puls { $pulse }.
insight-took-part = { $enough ->
        [yes] { $answered } von { $invited } haben geantwortet.
       *[no] { $answered } von { $invited } Personen { $answered ->
            [one] hat
           *[other] haben
        } geantwortet.
    }
insight-not-shown = Ergebnisse zeigen wir erst ab { $quorum } Antworten, darum werden die dieser Woche nicht gezeigt und wurden nicht behalten.
insight-ask = Fragt euch gemeinsam: { $question }
insight-discuss = Frage zum Besprechen: { $question }

# Klammern, weil Werte ein Komma haben und eine Facette „Menschen, denen wir helfen“ heißt.
insight-score = { $name } ({ $score })
insight-facet-score = { $name } ({ $score })

# Eine echte Veränderung

insight-change-means = { $name } ist { $kind ->
        [up] höher
       *[down] niedriger
    } als sonst: { $new } in den letzten { SPELLED($window) } Runden{ $since ->
        [unknown] {""}
       *[other] {" "}(seit dem { $since })
    } gegenüber { $old } in den { $before } davor.
insight-change-gap = { $name } ist { $kind ->
        [up] höher
       *[down] niedriger
    } als sonst: in den letzten { SPELLED($window) } Runden{ $since ->
        [unknown] {""}
       *[other] {" "}(seit dem { $since })
    } um etwa { $gap } { $kind ->
        [up] mehr
       *[down] weniger
    } als in den { $before } davor.
insight-beyond-wobble = Das ist mehr als die übliche Schwankung dieses Teams (über { SPELLED($window) } Runden lassen wir Abstände unter etwa { $ignored } außer Acht). Woran es liegt, können wir nicht sagen.

# Keine Veränderung

insight-scores = { $scores }.
insight-quiet = Alles im Rahmen der üblichen Schwankung: In einer Gruppe dieser Größe können zwei gewöhnliche Wochen um etwa { $ordinary } auseinanderliegen. Hier gibt es nichts zu erklären.
insight-noise = { $scores }: im Rahmen der üblichen Schwankung.
insight-odd = { $name } war in dieser einen Runde ungewöhnlich { $side ->
        [low] niedrig
       *[high] hoch
    } für dieses Team: { $score } gegenüber { $usual } in den { $rounds } davor.
insight-one-round = An einer Runde allein lässt sich nicht ablesen, ob sich etwas verändert hat; die nächste sagt mehr.

# Noch nicht genug Runden

insight-learning = { $scores }: Ob sich etwas verändert hat, lässt sich noch nicht sagen. Für einen Vergleich braucht es { SPELLED($needed) } Runden, also noch { $left ->
        [one] eine
       *[other] { SPELLED($left) }
    }.
insight-learning-anew = { $scores }: Nach dem { $called ->
        [up] Anstieg
       *[down] Rückgang
    } lernen wir, was jetzt üblich ist; noch { $left ->
        [one] eine Runde
       *[other] { SPELLED($left) } Runden
    }, bis wir wieder vergleichen können.
insight-hidden = { $names } { $count ->
        [one] wird
       *[other] werden
    } nicht gezeigt: Weniger als { $quorum } haben geantwortet.
insight-closer = Genauer hingesehen: { $scores }.

# Eine Bilanz

insight-review = { $title } ({ $rounds ->
        [one] { $rounds } Runde
       *[other] { $rounds } Runden
    }): { $finding }
insight-review-changed = { $drive } liegt etwa { $estimate } { $kind ->
        [up] höher
       *[down] niedriger
    } als in den { $before } Runden davor (wahrscheinlich zwischen { $low } und { $high }). Etwas hat sich verändert; dass es am Experiment liegt, können wir nicht beweisen.
insight-review-already-moving = { $kind ->
        [up] Es stieg
       *[down] Es sank
    } schon, bevor ihr angefangen habt.
insight-review-no-big-change = Keine große Veränderung bei { $drive }. Wenn es etwas bewirkt, dann wahrscheinlich weniger als { $small }.
insight-review-cannot-tell = Das lässt sich nicht sagen. Bei so vielen Antworten { $rounds ->
        [one] reicht eine Runde
       *[other] reichen { SPELLED($rounds) } Runden
    } nicht, um eine Wirkung auf { $drive } von der üblichen Schwankung zu unterscheiden.
insight-review-too-few = Es waren zu wenige Runden, um über { $drive } etwas zu sagen: Wir vergleichen mindestens { SPELLED($fewest) } mit genug Antworten davor und ebenso viele danach. Davor { $before ->
        [one] war es eine
       *[other] waren es { SPELLED($before) }
    }, danach { $after ->
        [one] eine
       *[other] { SPELLED($after) }
    }.
insight-review-ended-at-once = Das Experiment endete, bevor eine seiner Runden geschlossen war, darum gibt es nichts zu sagen.
insight-review-none-after = Über { $drive } lässt sich nichts sagen: In keiner Runde des Experiments haben so viele geantwortet, dass ein Ergebnis gezeigt werden darf.
insight-review-none-before = Über { $drive } lässt sich nichts sagen: Keine Runde davor fragte im selben Wortlaut und hatte genug Antworten, darum gibt es nichts zum Vergleichen.
