# Die Auswertung: was ein Team liest, wenn seine Runde geschlossen ist. Die Sätze über die Zahlen
# stehen in insight.ftl.

digest-header = Puls { $number } · { $team }
digest-text = { $team }. { $told }
digest-key-lost = Der Schlüssel zu den Antworten dieser Runde ist verloren, darum kann niemand sie mehr lesen. Die nächste Runde ist davon nicht betroffen.
digest-withheld = Diese Ergebnisse werden nicht gezeigt und wurden nicht behalten: In den letzten Wochen hat eine andere Gruppe, in der Leute aus diesem Team sind, ihre Ergebnisse erfahren, und die beiden unterscheiden sich um so wenige Leute, dass man auf Einzelne schließen könnte. Es kommt darauf an, wer im Kanal ist und wen ihr auslasst.
digest-reworded = „{ $name }“ hat ab dieser Runde einen neuen Wortlaut, darum beginnt der Vergleich von vorn.
digest-scale = 1 = stimme überhaupt nicht zu · 5 = stimme voll und ganz zu. Gerundet, damit keine Zahl jemanden verrät.
digest-running-line = :test_tube: { $told }
digest-method-button = Wie wir entscheiden
digest-privacy-button = Datenschutz

# Das Diagramm

digest-chart = Die letzten { $rounds } Runden mit genug Antworten
digest-chart-axis = Durchschnitt, 1 bis 5
digest-chart-end = { $end ->
    [top] 5 = oben
   *[bottom] 1 = unten
}
digest-chart-pulse = Puls { $number }
# „tiefer“, weil Slack nach 20 Zeichen abschneidet: „Meisterschaft tiefer“ passt gerade.
digest-drive = { $kind ->
    [up] { $name } höher
    [down] { $name } niedriger
   *[other] { $name }
}
digest-bar = { $bar }  *{ $drive }* { $mean }
digest-bar-hidden = *{ $name }*: zu wenige Antworten, um etwas zu zeigen

# Im Thread

digest-more-text = Mehr zu Puls { $number }.
digest-score = *{ $name }* { $mean }
digest-score-hidden = *{ $name }*: Weniger als { SPELLED($quorum) } haben geantwortet, darum wird nichts gezeigt.
digest-odd = { $side ->
    [low] ungewöhnlich niedrig in dieser einen Runde
   *[high] ungewöhnlich hoch in dieser einen Runde
}
digest-as-usual = wie üblich (über { SPELLED($window) } Runden lassen wir Abstände unter etwa { $ignored } außer Acht)
digest-closer-small = Was im Wechsel gefragt wird, hat keinen Verlauf: Es wird jedes Mal mit anderen Worten gefragt.
digest-move = *Zum Ausprobieren.* { $why ->
    [fell] Das hier ist für { $name }, wegen des Rückgangs.
    [rose] Das hier baut auf dem Anstieg bei { $name } auf.
    [even] { $names } { $rounds ->
        [one] liegen etwa gleichauf
       *[other] lagen in den letzten { SPELLED($rounds) } Runden etwa gleichauf
    }, also fangt an, wo ihr wollt: Das hier ist für { $name }.
    [pay] { $name } geht vor: Solange das alle beschäftigt, hilft wenig anderes.
    [again] Noch etwas für { $name }.
   *[room] { $count ->
        [one] { $name } { $rounds ->
            [one] hat am meisten Luft nach oben
           *[other] hatte in den letzten { SPELLED($rounds) } Runden am meisten Luft nach oben
        }, also würde sich eine Veränderung dort zuerst zeigen.
       *[other] { $names } { $rounds ->
            [one] haben am meisten Luft nach oben
           *[other] hatten in den letzten { SPELLED($rounds) } Runden am meisten Luft nach oben
        }; das hier ist für { $name }.
    }
}
digest-step = *Als Nächstes auf eurer Checkliste:* { $todo }
    { $how } _{ $step }. { $why }_
digest-step-button = Mehr dazu

digest-again = Die letzte Auswertung noch einmal.
digest-both = Von { $teams } gemeinsam: als eines gefragt, als eines ausgewertet. Zahlen von einem allein gibt es nicht.
error-no-digest-yet = Dieses Team hat noch keine Auswertung. Die erste kommt, wenn seine erste Runde zu Ende ist.
error-digest-on-its-way = Die neueste Auswertung ist noch unterwegs, darum habe ich sie nicht noch einmal gepostet.
error-digests-go-elsewhere = Die letzte Auswertung stand in einem anderen Kanal als dem, in den die Auswertungen jetzt kommen, und sie bleibt bei denen, für die sie bestimmt war. Die nächste kommt von selbst.
