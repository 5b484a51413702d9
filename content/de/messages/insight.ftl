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
insight-not-shown = Ergebnisse zeigen wir erst ab { $quorum } Antworten, darum werden die dieser Woche nicht gezeigt und wurden nicht behalten.{ $times ->
    [one] {""}
   *[other] {" "}Das sind { $beyond ->
        [yes] mindestens{" "}
       *[no] {""}
    }{ SPELLED($times) } hintereinander: Eine Runde, die länger offen ist oder seltener kommt, kann mehr Antworten bringen.
}
insight-ask = Fragt euch gemeinsam: { $question }
insight-discuss = Frage zum Besprechen: { $question }
insight-ask-rise = { $place ->
    [0] Was hat bei { $name } den Unterschied gemacht, und was davon wollen wir behalten?
    [1] Was müsste passieren, damit es bei { $name } wieder abwärts geht, und woran würden wir es merken?
   *[2] Wem außerhalb unseres Teams könnte nützen, was uns bei { $name } geholfen hat?
}

# Klammern, weil Werte ein Komma haben und eine Facette „Menschen, denen wir helfen“ heißt.
insight-score = { $name } ({ $score })
insight-facet-score = { $name } ({ $score })
insight-facet-score-earlier = { $name } ({ $score }, Puls { $number })

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
insight-again = Von einem { $kind ->
    [up] Anstieg
   *[down] Rückgang
} bei { $name } war schon in Puls { $number } die Rede; das hier ist der Rest davon oder noch einer.
insight-news = { $name } bleibt das Thema: der { $kind ->
    [up] Anstieg
   *[down] Rückgang
} aus Puls { $number }{ $apart ->
    [yes] {" "}(von { $before } auf { $new })
   *[no] {""}
}. In dieser Runde: { $score }.{ $left ->
    [0] {""}
    [one] {" "}Nach der nächsten Runde können wir wieder vergleichen.
   *[other] {" "}In { SPELLED($left) } Runden können wir wieder vergleichen.
}
insight-news-later = Puls { $number } hat von einem { $kind ->
    [up] Anstieg
   *[down] Rückgang
} bei { $name } berichtet{ $apart ->
    [yes] {" "}(von { $before } auf { $new })
   *[no] {""}
}; { SPELLED($week) } Runden später: { $score }.{ $left ->
    [0] {""}
    [one] {" "}Nach der nächsten Runde können wir wieder vergleichen.
   *[other] {" "}In { SPELLED($left) } Runden können wir wieder vergleichen.
}
insight-news-over = Wie es nach dem { $kind ->
    [up] Anstieg
   *[down] Rückgang
} aus Puls { $number } weiterging: { $name } lag in den { SPELLED($rounds) } Runden seitdem bei { $now }{ $apart ->
    [yes] , damals bei { $new } und davor bei { $before }
   *[no] {""}
}. { $went ->
    [stayed] Dabei ist es geblieben.
    [partly] Ein Teil davon ist wieder zurückgegangen.
   *[back] Das ist etwa so wie davor.
}
insight-turnover = { $both ->
    [0] Ein Teil der Befragten hat in dieser Zeit gewechselt; etwas davon kann daher kommen.
   *[other] Es wurden nicht dieselben gefragt: damals { $then }, jetzt { $now }, davon { $both } beide Male; etwas davon kann daher kommen.
}

# Keine Veränderung

insight-scores = { $scores }.
insight-quiet = { $turn ->
    [0] Alles im Rahmen der üblichen Schwankung: In einer Gruppe dieser Größe können zwei gewöhnliche Wochen um etwa { $ordinary } auseinanderliegen. Hier gibt es nichts zu erklären.
    [1] Eine Woche wie die anderen. Bis etwa { $ordinary } nach oben oder unten ist in einer Gruppe dieser Größe Zufall; zu erklären gibt es nichts.
   *[2] Keine nennenswerte Veränderung: Unterschiede unter etwa { $ordinary } kommen und gehen in einer Gruppe dieser Größe von selbst.
}
insight-quiet-jump = { $name } liegt um { $gap } { $kind ->
        [up] höher
       *[down] niedriger
    } als in der Runde davor. In einer Gruppe dieser Größe ist eine Woche ab und zu auch durch Zufall so anders (meist bis etwa { $ordinary }); ist es mehr als Zufall, zeigen es die nächsten Runden.
insight-noise = { $scores }: im Rahmen der üblichen Schwankung.
insight-odd = { $name } war in dieser einen Runde ungewöhnlich { $side ->
        [low] niedrig
       *[high] hoch
    } für dieses Team: { $score } gegenüber { $usual } in den { $rounds } davor.
insight-one-round = An einer Runde allein lässt sich nicht ablesen, ob sich etwas verändert hat; die nächste sagt mehr.

# Noch nicht genug Runden

insight-beginning = { $seen ->
    [1] { $scores }: ein erster Blick. Über 3 wird eher zugestimmt als abgelehnt. Mit jeder Runde wird es klarer; mit der dritten entsteht eine Linie, und ab der achten sagen wir, ob sich etwas verändert hat.
    [2] { $scores }: der zweite Blick. Zwei Runden können schon durch Zufall einen halben Punkt und mehr auseinanderliegen; daraus lässt sich noch nichts schließen.
    [3] { $scores }. Drei Runden ergeben eine erste Linie. Noch { SPELLED($left) }, dann können wir sagen, ob sich wirklich etwas verändert hat.
    [4] { $scores }. Vier Runden genügen, um ein Experiment damit zu vergleichen: Was ihr jetzt beginnt, lässt sich später in Zahlen auswerten.
    [5] { $scores }. Noch { SPELLED($left) } Runden, bis wir sagen, ob sich etwas verändert hat; bis dahin ist ein Auf und Ab ein Gespräch wert, aber kein Schluss.
    [6] { $scores }. Inzwischen wurde nach jeder Seite eurer Arbeit einmal gefragt; die genaueren Blicke dieser Wochen lassen sich nebeneinanderlegen.
   *[7] { $scores }. Ab der nächsten Runde sagen wir, ob sich wirklich etwas verändert hat.
}
insight-score-level = { $name } ({ $score }, { $level ->
    [high] eher Zustimmung
    [low] eher Ablehnung
   *[middle] dazwischen
})
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

# Eine eigene Aussage des Teams, neben den Antrieben
insight-custom-name = „{ $text }“
insight-custom = Eure eigene Frage, „{ $text }“: { $kind ->
    [hidden] nicht gezeigt, weniger als { SPELLED($quorum) } haben sie beantwortet.
    [noise] { $score }, im üblichen Auf und Ab.
   *[other] { $score }.
}
insight-custom-left = { $left ->
    [0] Eure eigene Frage kam zum letzten Mal.
   *[other] Eure eigene Frage kommt noch einmal.
}

# Eine Bilanz

insight-review = { $title } ({ $rounds ->
        [one] { $rounds } Runde
       *[other] { $rounds } Runden
    }): { $finding }
insight-review-changed = { $drive } liegt etwa { $estimate } { $kind ->
        [up] höher
       *[down] niedriger
    } als in den { $before } Runden davor (wahrscheinlich zwischen { $low } und { $high }). Etwas hat sich verändert; dass es am Experiment liegt, können wir nicht beweisen.
insight-review-means = Seine { SPELLED($rounds) } Runden lagen bei { $after }, die davor bei { $before }; wir rechnen diesen Abstand vorsichtiger, denn ein glücklicher Start sieht genauso aus.
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
