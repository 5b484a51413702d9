# Ein ShipIt-Tag: 24 Stunden nach eigener Wahl, vom Plan bis zum Auszählen.

shipit-title = ShipIt-Tag
shipit-what = 24 Stunden für etwas, das nicht die übliche Arbeit ist, allein oder zusammen; am Ende gibt es etwas zu sehen. Es darf unfertig sein oder auf lehrreiche Weise gescheitert.

# Das Formular, in dem die Leitung ihn ansetzt oder verschiebt

shipit-starts-label = Beginn, nach deiner Uhr
shipit-plan-then = Er dauert 24 Stunden. Der Kanal erfährt es sofort, am Tag davor und zu Beginn.
shipit-move-then = Er dauert 24 Stunden. Der Kanal erfährt, wann er jetzt beginnt.
shipit-plan-button = Ankündigen
shipit-move-button = Verschieben
shipit-nothing-planned = Für *{ $team }* ist zurzeit keiner geplant. Die Leitung kann mit demselben Befehl einen ansetzen; wer das ist, zeigt `/amp team`.

# Das Fenster des Tages

shipit-day = *{ $team }*: von { $starts } bis { $ends }.
shipit-no-ideas = Noch keine Ideen. Deine könnte die erste sein.
shipit-idea = *{ $idea }*
shipit-crew = Mit { $people }{ $more ->
    [0] {""}
    [1] {" "}und einer weiteren Person
   *[other] {" "}und { $more } weiteren
}
shipit-add-idea-button = Idee hinzufügen
shipit-see-button = Den Tag ansehen
shipit-deliver-button = Mein Ergebnis
shipit-join-button = Bin dabei
shipit-leave-button = Doch nicht dabei
shipit-remove-button = Entfernen
shipit-remove-title = Diese Idee entfernen?
shipit-remove-text = Sie ist dann für alle weg.
shipit-remove-yes-button = Entfernen
shipit-cancel-button = Absagen
shipit-cancel-title = Den Tag absagen?
shipit-cancel-text = Der Kanal erfährt es in einer Minute; bis dahin kannst du es rückgängig machen.
shipit-cancelled-quietly = Der Tag ist abgesagt. Der Kanal erfährt es in einer Minute.
shipit-undo-button = Rückgängig machen

# Die Formulare für eine Idee und ein Ergebnis

shipit-idea-title = Eine Idee
shipit-idea-label = Was würdest du gern bauen oder herausfinden?
shipit-idea-placeholder = Eine Zeile genügt
shipit-idea-seen = Andere können mitmachen. Alle im Kanal können sie sehen.
shipit-idea-button = Hinzufügen
shipit-delivery-title = Mein Ergebnis
shipit-delivery-label = Was gibt es jetzt, oder was wissen wir jetzt?
shipit-delivery-hint = Es kommt am Ende in einen gemeinsamen Beitrag, unter deinem Namen.
shipit-delivery-button = Abliefern
shipit-delivered-title = Abgeliefert
shipit-delivered = :white_check_mark: Das kommt in den Beitrag am Ende. Bis dahin kannst du es ändern.
shipit-delivered-late = :white_check_mark: Es ist gespeichert. Die Ergebnisse stehen schon im Kanal; deins kommt in den Thread dazu.

# Was der Kanal liest

shipit-announced-text = Ein ShipIt-Tag ist geplant.
shipit-announced = :rocket: { $lead } hat für *{ $team }* einen ShipIt-Tag angesetzt: 24 Stunden ab { $starts }.
shipit-moved-text = Der ShipIt-Tag ist verschoben.
shipit-moved = { $lead } hat den ShipIt-Tag verschoben. Neuer Beginn: { $starts }.
shipit-cancelled-text = Der ShipIt-Tag ist abgesagt.
shipit-cancelled = { $lead } hat den ShipIt-Tag abgesagt. Die Ideen bleiben erhalten, falls er wiederkommt.
shipit-taken-back-text = Der ShipIt-Tag findet doch statt.
shipit-taken-back = { $lead }: Der ShipIt-Tag findet doch statt. Beginn: { $starts }.
shipit-tomorrow-text = { $day ->
        [today] Heute ist ShipIt-Tag.
       *[tomorrow] Morgen ist ShipIt-Tag.
    }
shipit-tomorrow = { $day ->
        [today] Heute ist ShipIt-Tag.
       *[tomorrow] Morgen ist ShipIt-Tag.
    } Beginn: { $starts }.
shipit-begun-text = Der ShipIt-Tag beginnt.
shipit-begun = :rocket: Der ShipIt-Tag beginnt. Ende: { $ends }; dann kommt alles Abgelieferte in einen gemeinsamen Beitrag.
shipit-last-call-text = Noch zwei Stunden ShipIt-Tag.
shipit-last-call = Noch zwei Stunden. Schreibt in ein, zwei Zeilen, was ihr habt; Unfertiges zählt auch.
shipit-gathered-text = Der ShipIt-Tag ist vorbei: was daraus wurde.
shipit-gathered-header = Der ShipIt-Tag: was daraus wurde
shipit-gathered = { $people ->
    [0] Noch hat niemand etwas aufgeschrieben. Wer etwas hat: Drückt den Knopf.
    [one] { $people } Person hat etwas abgeliefert.
   *[other] { $people } Personen haben etwas abgeliefert.
}
shipit-late-text = Etwas später abgeliefert.

# Würdet ihr es wieder tun?

shipit-question-text = Würdest du wieder einen ShipIt-Tag machen?
shipit-question = *Würdest du so einen Tag wieder machen?*
shipit-question-counted = Ein Klick; gezählt wird drei Tage lang, ohne Namen. Unter { $quorum } Antworten wird nichts gezeigt.
shipit-yes-button = Ja, wieder
shipit-otherwise-button = Ja, aber anders
shipit-no-button = Eher nicht
shipit-voted = Notiert. Mit einem anderen Knopf änderst du es. Gezählt wird ohne Namen, gezeigt erst ab fünf.
shipit-counted-text = Würdet ihr es wieder machen: die Antworten.
shipit-counted-too-few = Weniger als { $quorum } haben gesagt, ob sie wieder einen ShipIt-Tag machen würden.
shipit-counted = Wieder ein ShipIt-Tag? Ja, wieder: { $yes }; Ja, aber anders: { $otherwise }; Eher nicht: { $no }.
shipit-counted-none-leads = Wieder ein ShipIt-Tag? { $people } Personen haben geantwortet, und keine Antwort liegt deutlich vorn.
shipit-counted-one-leads = Wieder ein ShipIt-Tag? { $people } Personen haben geantwortet; die häufigste Antwort: { $answer }.

# Was schiefgehen kann

error-ship-it-day-not-ahead = Wähl einen Zeitpunkt, der noch kommt, innerhalb des nächsten Jahres.
error-ship-it-day-exists = Dieses Team hat schon einen ShipIt-Tag. `/amp shipit` zeigt ihn, und die Leitung kann ihn dort verschieben.
error-ship-it-day-has-begun = Der Tag hat begonnen und lässt sich nicht mehr verschieben. Die Leitung kann ihn absagen und einen neuen ansetzen.
error-ship-it-day-not-begun = Der Tag hat noch nicht begonnen. Ist es so weit, schreibst du hier, was du gemacht hast.
error-ship-it-day-counted = Die Antworten sind schon gezählt, darum wurde nichts geändert. Der Kanal hat gelesen, was herauskam.
error-no-ship-it-day = Dieser ShipIt-Tag ist vorbei oder wurde abgesagt. `/amp shipit` zeigt, ob es einen anderen gibt.
error-nothing-written = Hier braucht es ein paar Worte.
error-too-many-ideas = Es gibt schon dreißig Ideen. Mach bei einer davon mit; das ist mehr wert als noch eine.
error-not-your-idea = Nur wer die Idee hatte oder das Team leitet, kann sie entfernen.
error-idea-gone = Diese Idee wurde entfernt. `/amp shipit` zeigt, welche es gibt.
