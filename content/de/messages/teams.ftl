# Teams: einrichten, ansehen, aussetzen und auflösen.

# Das Formular von `/amp setup`

teams-set-up-title = Puls einrichten
teams-settings-title = Team-Einstellungen
teams-reading-channel = :hourglass_flowing_sand: Ich sehe nach, wer im Kanal ist …
teams-form-intro = *{ $people ->
        [one] { $people } Person
       *[other] { $people } Personen
    }* in { $channel } { $people ->
        [one] bekommt
       *[other] bekommen
    } fünf kurze Fragen als Direktnachricht. Alles ist schon ausgefüllt: Du brauchst nur den Knopf zu drücken.
teams-form-settings = Das Team von { $channel }: { $people ->
        [one] { $people } Person
       *[other] { $people } Personen
    }.
teams-form-small = :information_source: Weniger als fünf Personen: Für dieses Team werden nie Zahlen gezeigt, denn an ihnen wäre zu erkennen, wer was gesagt hat. Ein größerer Kanal eignet sich besser.
teams-start-button = Puls starten
teams-save-button = Speichern

teams-day-label = Tag
teams-hour-label = Uhrzeit
teams-clock-label = Nach wessen Uhr
teams-own-clock-option = nach der Ortszeit jedes Mitglieds
teams-same-clock-option = für alle im selben Moment, nach meiner Uhr
teams-often-label = Wie oft
teams-weekly-option = jede Woche
teams-fortnightly-option = alle zwei Wochen
teams-open-label = Offen für
teams-open-option = { $hours } Stunden
teams-name-label = Name des Teams
teams-digest-label = Wohin die Auswertung kommt
teams-language-label = Sprache des Kanals
teams-leads-label = Leitung
teams-left-out-label = Nicht fragen
teams-left-out-hint = Wer im Kanal ist, aber nicht gefragt werden soll.
teams-guests-label = Gäste
teams-guests-option = Auch Gäste fragen
teams-holidays-label = Gesetzliche Feiertage auslassen
teams-holidays-placeholder = Ländercode, zum Beispiel DE oder AT

# Ein Team und sein Rhythmus

teams-asked = { $people ->
        [one] { $people } Person wird gefragt
       *[other] { $people } Personen werden gefragt
    }
teams-rhythm = { $weeks ->
        [1] jeden { $day }
        [2] alle zwei Wochen am { $day }
       *[other] alle { $weeks } Wochen am { $day }
    } um { $hour } Uhr { $clock ->
        [own] (jeweils Ortszeit)
       *[other] ({ $zone })
    }
teams-next = Nächste Runde: { $opens }.
teams-next-after-pause = Pause bis { $until }, außer jemand beendet sie vorher mit `/amp resume`. Nächste Runde: { $opens }.
teams-next-never = Zurzeit ist Pause; mit `/amp resume` geht es weiter.

# Was gesagt wird, wenn ein Team eingerichtet ist

teams-started = :white_check_mark: *{ $team }* ist eingerichtet: { $asked }, { $rhythm }. { $next }
teams-announced = { $lead } hat für *{ $team }* einen Puls eingerichtet: { $asked }, { $rhythm }. Fünf kurze Fragen kommen als Direktnachricht, die Auswertung kommt hierher.
teams-announced-sealed = Antworten werden versiegelt, sobald sie ankommen; schließt die Runde, werden daraus Anzahlen. Unter fünf Antworten wird nichts gezeigt. Mehr dazu sagt `/amp privacy`, und worum es geht, sagt `/amp`.
teams-announced-text = Ein Puls für { $team } beginnt.
teams-saved = :white_check_mark: Gespeichert. Das gilt ab der nächsten Runde.
teams-ask-now-button = Jetzt fragen
teams-settings-button = Einstellungen

# `/amp team`

teams-card-text = Das Team { $team }
teams-card = *{ $team }* · { $channel }
    { $people ->
        [one] { $people } Person wird gefragt
       *[other] { $people } Personen werden gefragt
    }, { $rhythm }; offen für { $hours } Stunden.
    Leitung: { $leads ->
        [0] zurzeit niemand
       *[other] { $names }
    }. Die Auswertung kommt in { $digest }.
    { $next }
teams-end-button = Team auflösen
teams-end-title = Dieses Team auflösen?
teams-end-text = Seine Mitglieder werden nicht mehr gefragt; seine Checkliste, die Einordnung seiner Arbeit und seine ShipIt-Tage werden gelöscht. Was die Auswertungen gezeigt haben, bleibt gespeichert, bis Amp im Workspace deinstalliert wird. Mit `/amp setup` fangt ihr neu an.
teams-end-yes-button = Auflösen
teams-ended = *{ $team }* ist aufgelöst. Dort wird niemand mehr gefragt.

# Pause

teams-paused = :double_vertical_bar: *{ $team }* macht Pause. Nächste Runde: { $opens }.
teams-paused-for-good = :double_vertical_bar: *{ $team }* macht Pause, bis jemand `/amp resume` tippt.
teams-resumed = :arrow_forward: *{ $team }* macht weiter. { $next }

# Was schiefgehen kann

error-several-teams = Du leitest mehrere Teams: Tipp das im Kanal des Teams, das du meinst.
error-team-exists = In diesem Kanal gibt es schon ein Team. `/amp team` zeigt es.
error-not-in-team = Das gehört zu einem Team, in dem du nicht bist. Der Weg hinein führt über seinen Kanal.
error-no-such-team = Du bist in keinem Team, das so heißt, und die Zahlen eines Teams sind für seine Mitglieder da. Ohne Namen nehme ich das Team des Kanals, in dem du tippst.
error-which-of-your-teams = Du bist in mehreren Teams: Sag, welches du meinst, etwa `/amp trends Produkt`, oder tipp es im Kanal dieses Teams.
error-no-name = Ein Team braucht einen Namen. Nimm zum Beispiel den des Kanals.
error-no-lead = Ein Team braucht mindestens eine Person aus diesem Workspace als Leitung. Wähl dich selbst oder jemanden aus deinem Team.
error-unknown-country = Unter diesem Code kenne ich keine gesetzlichen Feiertage. Nimm zwei Buchstaben, etwa DE, AT oder CH.
error-not-a-number-of-weeks = Sag, für wie viele Wochen, von 1 bis { $longest }: `/amp pause 2`. Ohne Zahl dauert die Pause, bis du `/amp resume` tippst.
error-channel-out-of-sight = Diesen Kanal sehe ich nicht: Er ist privat, und ich bin nicht dabei. Tipp dort `/invite @Amp` und versuch es dann noch einmal.
error-channel-without-bot = In diesem Kanal bin ich noch nicht und könnte dort nichts posten. Tipp dort `/invite @Amp` und versuch es dann noch einmal.
error-channel-archived = Dieser Kanal ist archiviert. Hol ihn aus dem Archiv, oder wähl einen anderen.
error-not-a-channel = Das geht nur in einem Kanal: Wer darin ist, wird zum Team. Tipp es im Kanal deines Teams.
error-nobody-there = In diesem Kanal ist niemand, den ich fragen könnte: nur Bots, Gäste oder deaktivierte Konten. Lade dein Team ein und versuch es dann noch einmal.
