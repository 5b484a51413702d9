# Experimente: was ein Team einige Runden lang ausprobiert, um einen Antrieb zu bewegen, und danach
# die Bilanz.

experiments-text = Experimente von { $team }

# Eins starten

experiments-try-button = Das ausprobieren
experiments-not-for-us-button = Nichts für uns
experiments-rejected = :white_check_mark: *{ $title }* schlage ich diesem Team nicht mehr vor.
experiments-suggestion-works = *Woran man sieht, dass es wirkt:* { $metric }
experiments-suggestion-guarded = { $risk ->
    [none] {""}
   *[other] *Was schiefgehen kann:* { $risk }{" "}
}*Leitplanke:* { $goal }
experiments-suggestion-effort = { $effort ->
    [small] wenig Aufwand
    [medium] etwas Aufwand
   *[large] viel Aufwand
} · { $who ->
    [each] jede Person für sich
    [pair] zu zweit
    [lead] die Leitung beginnt
   *[team] das Team gemeinsam
}
experiments-suggestion-from = { $count ->
    [0] aus der Praxis
   *[other] { $sources }
}
experiments-others-button = Andere Ideen
experiments-others-text = Andere Ideen für { $team }
experiments-others = *Andere Ideen zur Auswahl*
experiments-no-others = Andere Ideen gibt es gerade nicht. `/amp experiment` zeigt alle Ideen.
experiments-own-words-button = In eigenen Worten
experiments-suggestion = *{ $title }*
    { $what }
experiments-start-title = Experiment starten
experiments-start-intro = *{ $team }*: eine Änderung, ein Antrieb, eine Bilanz zu einem Zeitpunkt, der vorher feststeht. Was du hier schreibst, liest { $channel }.
experiments-start-too-early = :information_source: Eine Bilanz vergleicht mit mindestens { SPELLED($fewest) } Runden davor; zum Vergleichen gibt es bisher { $rounds ->
        [0] keine
        [one] eine
       *[other] { SPELLED($rounds) }
    }. Ihr könnt jetzt beginnen, es ausprobieren und darüber reden, aber ob es geholfen hat, werden die Zahlen nicht sagen.
experiments-name-label = Name
experiments-what-label = Was sich ändert
experiments-drive-label = Was es bewegen soll
experiments-goal-label = Leitplanke: was weiter gelten muss
experiments-goal-hint = Freiheit ohne Verantwortung endet im Chaos.
experiments-metric-label = Woran man es merkt
experiments-rounds-label = Bilanz nach
experiments-rounds-option = { $rounds } Runden
experiments-start-button = Starten
experiments-started-title = Gestartet
experiments-started = :white_check_mark: *{ $title }* beginnt mit Puls { $first }. { $channel } erfährt es jetzt, jede Auswertung sagt, dass es läuft, und nach Puls { $last } steht dort die Bilanz.

# Was der Kanal zu Beginn liest

experiments-announced-text = Ein Experiment beginnt: { $title }
experiments-announced = :test_tube: { $lead } hat ein Experiment gestartet: *{ $title }*
experiments-what = > { $what }
experiments-should-move = *Das soll es bewegen:* { $drive }
experiments-guard-rail = *Leitplanke:* { $goal }
experiments-how-to-tell = *Woran man es merkt:* { $metric }
experiments-announced-when = Es beginnt mit Puls { $first }; die Bilanz kommt nach Puls { $last }, also nach { SPELLED($rounds) } Runden. Dann werdet ihr alle gefragt, ob es bleiben soll. `/amp experiment`

# Eine Zeile in der Auswertung, solange es läuft

experiments-running = Experiment zu { $drive }: { $title }. { $stage ->
        [reviewed] Die Bilanz ist da, und die Leitung entscheidet, was daraus wird.
        [ahead] Es beginnt mit der nächsten Runde; Bilanz nach Puls { $last }.
        [last] Runde { $rounds } von { $rounds }: Die Bilanz folgt.
       *[under-way] Runde { $round } von { $rounds }; Bilanz nach Puls { $last }.
    } Leitplanke: { $goal }.

# Die Bilanz, mit der Frage an alle

experiments-review-text = Bilanz: { $review }
experiments-review = :mag: *Bilanz unseres Experiments*
experiments-review-guard-rail = Leitplanke: { $goal }
    Hat sie gehalten? Das wisst ihr am besten.
experiments-review-question = *Sollen wir es behalten?*
experiments-review-until = Ein Klick, bis { $until }; der letzte zählt. Dann entscheidet die Leitung. Die Wünsche werden ohne Namen gezählt; unter fünf wird nichts gezeigt.
experiments-keep-button = Behalten
experiments-longer-button = Länger ausprobieren
experiments-drop-button = Verwerfen
experiments-vote-taken = :white_check_mark: Notiert, ohne deinen Namen. Bis { $until } kannst du einen anderen Knopf drücken; der letzte zählt.

# Was das Team sich gewünscht hat, soweit es gesagt werden darf

experiments-wishes-coming = Was das Team sich wünscht, wird gerade gezählt und folgt hier.
experiments-wishes-too-few = Weniger als fünf haben gesagt, was sie sich wünschen, darum wird es nicht gezeigt und wurde nicht behalten.
experiments-wishes-counted = { $people } Personen haben gesagt, was sie sich wünschen: „Behalten“ { $keep }, „Länger ausprobieren“ { $longer }, „Verwerfen“ { $drop }.
experiments-wishes-most = { $people } Personen haben gesagt, was sie sich wünschen; am häufigsten: { $most ->
        [keep] behalten
        [longer] länger ausprobieren
       *[drop] verwerfen
    }.
experiments-wishes-divided = { $people } Personen haben gesagt, was sie sich wünschen; kein Wunsch liegt deutlich vorn.

# Was die Leitung entscheidet

experiments-decision-text = { $team }: Ein Experiment wartet auf deine Entscheidung.
experiments-decision = :mag: *{ $team }*: Was wird daraus?
experiments-decided-text = Entschieden: { $title }
experiments-kept = :white_check_mark: *{ $title }* bleibt: { $lead } hat entschieden, es zu behalten.
experiments-dropped = :checkered_flag: *{ $title }* endet hier: { $lead } hat entschieden, es zu verwerfen.
experiments-longer = :repeat: *{ $title }* geht weiter: { $lead } hat entschieden, es länger auszuprobieren. Die Bilanz kommt nach Puls { $last }.
experiments-not-decided = :checkered_flag: Zu *{ $title }* gab es eine Bilanz, und niemand hat entschieden; darum ist es als „nicht entschieden“ abgeschlossen. Ob ihr dabei bleibt, liegt bei euch; ein neues Experiment kann beginnen.
experiments-ended-early-text = Vorzeitig beendet: { $title }
experiments-ended-early = :checkered_flag: { $lead } hat das Experiment *{ $title }* vorzeitig beendet.
experiments-done = :white_check_mark: *{ $title }*: { $end }. { $channel } erfährt es, und `/amp experiment` merkt es sich.
experiments-end = { $end ->
        [kept] behalten
        [dropped] verworfen
        [early] vorzeitig beendet
        [undecided] nicht entschieden
        [team-ended] mit dem Team beendet
       *[other] beendet
    }

experiments-change-date-button = Bilanz verschieben
experiments-end-early-button = Vorzeitig beenden
experiments-end-early-title = Experiment beenden?
experiments-end-early-sure = Der Kanal erfährt es, mit dem, was sich nach den bisherigen Runden sagen lässt. Fortsetzen lässt es sich nicht.
experiments-end-early-yes-button = Beenden

experiments-later-title = Spätere Bilanz
experiments-when-title = Zeitpunkt der Bilanz
experiments-when = *{ $title }*: Bisher { $rounds ->
        [0] ist keine Runde
        [one] ist eine Runde
       *[other] sind { SPELLED($rounds) } Runden
    } davon geschlossen.
experiments-when-label = Bilanz
experiments-when-option = nach Puls { $pulse } (insgesamt { $rounds } Runden)
experiments-when-small = Mehr Runden sagen mehr. Wer verschiebt, um eine gute Woche zu erwischen, erfährt nicht mehr.
experiments-when-button = Speichern
experiments-moved-title = Wann Bilanz ist
experiments-moved = :white_check_mark: Die Bilanz zu *{ $title }* kommt nach Puls { $last }; sie steht dann in { $channel }.

# `/amp experiment`

experiments-overview-header = Experimente: { $team }
experiments-current = :test_tube: *{ $title }*
    { $progress }
experiments-progress-decision = Die Bilanz ist da; die Leitung entscheidet, was daraus wird.
experiments-progress-voting = Die Bilanz ist da; bis { $until } fragen die Knöpfe im Kanal alle, ob es bleiben soll.
experiments-progress-ahead = Es beginnt mit Puls { $first }; Bilanz nach Puls { $last }.
experiments-progress = { $over } von { $rounds } Runden { $over ->
        [one] ist
       *[other] sind
    } vorbei; Bilanz nach Puls { $last }.
experiments-nothing = Zurzeit wird nichts ausprobiert. Die Leitung des Teams kann etwas starten; `/amp autonomy`, `/amp mastery` und `/amp purpose` haben Ideen, die du vorschlagen kannst.
experiments-nothing-for-leads = Zurzeit wird nichts ausprobiert. Fang mit einer dieser Ideen an oder mit einer eigenen:
experiments-ideas-placeholder = Wähl eine Idee
experiments-ideas-group-label = { $drive }: { $facet }
experiments-past = *Schon ausprobiert*
experiments-past-pulses = { $rounds ->
        [0] keine Runde
        [1] Puls { $first }
       *[other] Puls { $first } bis { $last }
    }
experiments-past-more = und { $more ->
        [one] noch eins
       *[other] { $more } weitere
    }, länger her

# Was schiefgehen kann

error-one-experiment-at-a-time = Das Team hat schon ein Experiment, und zwei zugleich ließen sich nicht auseinanderhalten. `/amp experiment` zeigt es.
error-field-is-blank = Schreib hier bitte etwas: Das ganze Team liest es.
error-unknown-drive = Wähl einen der Antriebe.
error-not-a-review-round = So viele Runden sind schon vorbei, oder es sind zu wenige für einen Vergleich. Wähl eine spätere.
error-experiment-has-ended = Dieses Experiment ist schon beendet. `/amp experiment` zeigt, was daraus wurde.
error-not-reviewed-yet = Zu diesem Experiment gibt es noch keine Bilanz. Mit `/amp experiment` kannst du es vorzeitig beenden.
error-reviewed-already = Die Bilanz zu diesem Experiment ist gerade erschienen. `/amp experiment` hat die Knöpfe zum Entscheiden.
error-vote-closed = Die Wünsche sind schon gezählt, darum wurde nichts geändert. `/amp experiment` zeigt, was daraus wurde.
error-no-vote = Ob es bleibt, sagen nur die, die in diesem Team gefragt werden.
error-unknown-idea = Diese Idee habe ich nicht mehr. `/amp experiment` zeigt, welche es gibt.
error-up-to-the-leads = Ein Experiment zu starten, ist Sache der Leitung: { $leads }. Wenn du das ausprobieren möchtest, sag es dort; hinterher werden alle gefragt, ob es bleiben soll.
