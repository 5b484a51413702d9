# Fragen: Einladung, Formular, Bestätigung, wie ein Team steht, gehen und wiederkommen.

# Gefragt werden, als Direktnachricht

pulse-invitation = :wave: *{ $team }*, Puls { $number }: { $open ->
    [write] { SPELLED($statements) } kurze Fragen zu deiner Woche, etwa zwanzig Sekunden, und eine offene, wenn du magst
    [talk] { SPELLED($statements) } kurze Fragen zu deiner Woche, etwa zwanzig Sekunden, und eine zum Besprechen
   *[no] { SPELLED($statements) } kurze Fragen zu deiner Woche, etwa zwanzig Sekunden
}. Offen bis { $closes }.
pulse-invitation-text = { $team }: { $open ->
    [write] { SPELLED($statements) } kurze Fragen zu deiner Woche, etwa zwanzig Sekunden, und eine offene, wenn du magst.
    [talk] { SPELLED($statements) } kurze Fragen zu deiner Woche, etwa zwanzig Sekunden, und eine zum Besprechen.
   *[no] { SPELLED($statements) } kurze Fragen zu deiner Woche, etwa zwanzig Sekunden.
}
pulse-invitation-sealed = :lock: Wird beim Absenden versiegelt; einzelne Antworten werden niemandem gezeigt. `/amp privacy`
pulse-asked = Gefragt: { $people }. Ergebnisse gibt es, sobald { $quorum } geantwortet haben.
pulse-answer-button = Antworten
pulse-reminder = *{ $team }*: Puls { $number } ist noch bis { $closes } offen. Wenn du gehört werden möchtest: Es dauert etwa zwanzig Sekunden.
pulse-reminder-text = { $team }: Der Puls ist noch offen.
pulse-reminder-only = Diese Erinnerung kommt nur einmal, ob du geantwortet hast oder nicht: Niemand weiß, wer es getan hat. Wenn ja, ist nichts zu tun; wenn du nicht magst, ist das auch in Ordnung.
pulse-waiting = *{ $team }*, Puls { $number }: etwa zwanzig Sekunden. Offen bis { $closes }.

# Das Formular

pulse-form-title = Deine Woche
pulse-form-intro = *{ $team }*, Puls { $number }. { $period ->
        [week] Wie war *diese Woche*?
       *[days] Wie waren *die letzten fünf Arbeitstage*, { $first } bis { $last }? „Diese Woche“ meint unten diese Tage.
    }
pulse-form-question = :speech_balloon: Zum Besprechen im Team: { $question }
pulse-form-sealed = :lock: Lass aus, was du möchtest. Deine Antworten werden beim Absenden versiegelt; schließt die Runde, werden daraus Anzahlen. Unter fünf Antworten wird nichts gezeigt.
pulse-send-button = Absenden

# Die Bestätigung

pulse-receipt-title = Danke
pulse-receipt = :white_check_mark: *Versiegelt.* Niemand im Team kann es lesen, und nach dem Ende der Runde kann überhaupt niemand mehr feststellen, welche Antworten deine waren.
pulse-receipt-until = Bis { $closes } kannst du noch einmal antworten; was zuletzt kommt, zählt. Danach erscheint die Auswertung in { $channel }.

pulse-card = :speech_balloon: *Zum Besprechen in dieser Woche*
    { $question }
pulse-card-text = Zum Besprechen in dieser Woche: { $question }
pulse-card-small = Hier werden weniger als { SPELLED($quorum) } Leute gefragt, darum fragt niemand nach Zahlen: Sie würden zeigen, wer was gesagt hat. Stattdessen kommt im gewählten Rhythmus eine Frage, für einen Kaffee oder den Anfang einer Besprechung. `/amp team` ändert das.

# `/amp pulse`, wo sich nicht gleich ein Formular zeigen lässt

pulse-choice = Mehrere deiner Teams fragen gerade. Welches soll es sein?
pulse-choice-text = Welches Team?
pulse-choice-team = *{ $team }*, offen bis { $closes }
pulse-no-team = Du bist noch in keinem Team. `/amp setup` im Kanal deines Teams legt eins an.
pulse-team-no-more = Kein Team fragt dich mehr. Was du davor gefragt wurdest, kannst du noch beantworten:
pulse-nothing-open = Zurzeit gibt es nichts zu beantworten.
pulse-next = • *{ $team }*: nächste Runde { $opens }
pulse-next-moved = • *{ $team }*: nächste Runde { $opens } ({ $why ->
        [other] am { $weekday }, { $day }, fragt dich ein anderes deiner Teams
        [away] am { $weekday }, { $day }, bist du weg
        [own] der { $weekday }, { $day }, ist bei dir frei
        [same] in der Woche von { $weekday }, { $day }, fragt ein anderes Team dieselben Leute
       *[free] der { $weekday }, { $day }, ist frei
    })
pulse-next-quiet = • *{ $team }*: nächste Runde { $opens }, ohne Nachricht: Mehr als zwei in der Woche bekommst du nicht
pulse-not-next = • *{ $team }*: { $why ->
        [away] wieder, sobald du zurück bist
        [guest] fragt keine Gäste, also auch dich nicht
        [nobody] nächste Runde, sobald jemand da ist, den es fragt
        [small] fragt, sobald { SPELLED($quorum) } Leute da sind, die gefragt werden können
        [unreachable] nächste Runde, sobald sein Kanal wieder erreichbar ist
        [outside] du gehörst nicht zu denen, die es fragt
        [missed] seine Runde ist vor deinem nächsten Arbeitstag vorbei
        [same] ein anderes Team fragt jede Woche vorher dieselben Leute, und einmal reicht
       *[paused] nächste Runde nach der Pause
    }

# Was die Leitung hört

pulse-opens-now = :rocket: *{ $team }*: Die Runde öffnet jetzt, und { $people ->
        [one] { $people } Einladung geht
       *[other] { $people } Einladungen gehen
    } hinaus.
pulse-closes-now = :hourglass_flowing_sand: *{ $team }*: Die Runde schließt jetzt. { $comes ->
    [later] Die Auswertung kommt { $told } in { $channel }, wenn dort wieder gearbeitet wird.
   *[soon] Die Auswertung folgt gleich in { $channel }.
}
pulse-closes-early = :hourglass_flowing_sand: *{ $team }*: Die Runde schließt, sobald alle geantwortet haben, sonst { $closes }: Eine Runde ist mindestens einen Tag offen. Ob alle geantwortet haben, prüfe ich gleich und danach einmal pro Stunde. Die Auswertung erscheint in { $channel }.

# `/amp status`

pulse-status-open = *{ $team }*: Puls { $number } ist bis { $closes } offen; { $people ->
        [one] { $people } Person wird gefragt
       *[other] { $people } Personen werden gefragt
    }.
pulse-status-sending = *{ $team }*: Die Einladungen gehen gerade hinaus; rund { $share } % der fälligen sind verschickt, die übrigen folgen von selbst.
pulse-status-closing = *{ $team }*: Puls { $number } wird gerade geschlossen.
pulse-status-nothing = *{ $team }*: Gerade ist nichts offen. { $next }

# Gehen und wiederkommen

pulse-forgotten = Erledigt. Du wirst nicht mehr gefragt, in keinem Team. Was hier über dich gespeichert war (Teams, Zeitzone, Einladungen, was du mit den Werkzeugen festgehalten hast), ist gelöscht. Versiegelte Antworten und Kommentare in noch offenen Runden kann niemand finden; sie zählen nicht und verschwinden, wenn die Runde schließt. Was bleibt: dass deine ID nicht gefragt werden soll, in welchen dieser Kanäle du bist und dass eine Leitung oder ein Admin dich in einem Formular genannt hat, damit keine Zahl und keine Liste anderen verrät, dass du gegangen bist; und fünf Wochen lang, in welchen Runden du einen Platz hattest, damit niemand deine Antworten herausrechnen kann. Keine Antwort auf einen Kommentar erreicht dich mehr. Die Anzahlen und Kommentare geschlossener Runden enthalten keine Namen, darum bleiben sie, wie sie sind, und was du in einem Kanal geteilt hast, bleibt in Slack. `/amp pulse` bringt dich zurück.
pulse-left-alone = Du wolltest in Ruhe gelassen werden, darum fragt dich keines deiner Teams.
pulse-left-alone-text = Du wolltest in Ruhe gelassen werden.
pulse-return-button = Frag mich wieder
pulse-welcome-back = Willkommen zurück.

# Was schiefgehen kann

error-already-open = Die Runde dieser Woche ist schon offen. `/amp pulse close` beendet sie.
error-already-happened = Dieser Kanal wurde diese Woche schon gefragt, und das geschieht einmal in der Woche, was auch immer dazwischen endet und beginnt. Was als Nächstes kommt, zeigt `/amp status`.
error-asked-elsewhere = Dieselben Leute wurden diese Woche schon gefragt, und das geschieht einmal in der Woche, gleich in welchem Team. Was als Nächstes kommt, zeigt `/amp status`.
error-nothing-open = Zurzeit ist keine Runde offen. `/amp pulse now` öffnet eine, `/amp status` zeigt, wann die nächste kommt.
error-nobody-to-ask = Es gibt niemanden zu fragen: Im Kanal ist niemand, oder alle dort sind ausgelassen. Lade dein Team dorthin ein; die Einstellungen findest du mit `/amp team`.
error-out-of-reach = In den Kanal dieses Teams kann ich nichts posten, darum wird niemand gefragt: Eine Auswertung käme nirgends an. Die Leitung hat von mir eine Nachricht, was zu tun ist; dann geht es von selbst weiter.
error-nobody-left = Dieses Team pausiert von selbst, weil in seinem Kanal niemand mehr ist, den es fragen kann. Die Leitung hat von mir eine Nachricht, was zu tun ist; dann geht es von selbst weiter.
error-too-small-for-numbers = Hier werden weniger als { SPELLED($quorum) } Leute gefragt, darum könnten nie Zahlen gezeigt werden, und niemand wird vergeblich gefragt. Im Rhythmus des Teams kommt eine Frage zum Besprechen; gemeinsam mit einem anderen kleinen Team gefragt, was die Einstellungen anbieten, kann es Zahlen von beiden geben.
# Das steht nur im Protokoll des Betreibers.
error-keys-unreachable = Der Schlüsselspeicher lässt sich nicht zurücklesen, darum wird keine Runde geöffnet: Ihre Antworten wären verloren.
error-round-closed = Diese Runde ist geschlossen, darum wurde nichts geändert. Was als Nächstes kommt, zeigt `/amp status`.
error-not-invited = Diese Runde wurde ohne dich geöffnet: Du bist später zum Team gekommen oder gehörst nicht dazu. Bei der nächsten bist du dabei, wenn du im Kanal des Teams bist; als Gast nur, wo das Team Gäste fragt.
error-nothing-answered = Noch ist nichts ausgewählt. Beantworte mindestens eine Aussage, oder schließe einfach dieses Fenster.
error-strange-answer = Dieses Formular passt nicht mehr zu dieser Runde. Öffne es bitte noch einmal.
error-cannot-seal = Deine Antwort lässt sich gerade nicht sicher versiegeln, darum wurde nichts gespeichert. Versuch es bitte in einer Minute noch einmal; bleibt es so, sag es bitte denen, die Amp betreiben.

# Wird einmal gefragt, bevor es geschieht

pulse-now-sure-text = Jetzt fragen?
pulse-now-sure = *{ $team }* sofort fragen? { $people ->
        [one] { $people } Person bekommt
       *[other] { $people } Personen bekommen
    } gleich einige kurze Fragen, egal wie spät es dort ist.
pulse-now-sure-button = { $people ->
        [one] { $people } Person fragen
       *[other] { $people } Personen fragen
    }
pulse-close-sure-text = Runde jetzt schließen?
pulse-close-sure = Die Runde von *{ $team }* vorzeitig schließen? { $when ->
        [now] Sie schließt dann sofort (geplant: { $closes })
        [planned] Sie schließt, sobald alle geantwortet haben, sonst wie geplant: { $closes }
       *[early] Sie schließt, sobald alle geantwortet haben, sonst { $by } (geplant: { $closes })
    }. Gefragt { $people ->
        [one] ist { $people } Person
       *[other] sind { $people } Personen
    }, und danach kann niemand mehr antworten.
pulse-close-sure-button = Schließen
pulse-forget-sure-text = Soll ich dich vergessen?
pulse-forget-sure = Möchtest du { $teams ->
        [0] in keinem Team mehr
        [one] in { $teams } Team nicht mehr
       *[other] in { $teams } Teams nicht mehr
    } gefragt werden und löschen lassen, was über dich gespeichert ist? Das lässt sich nicht zurücknehmen.
pulse-forget-sure-button = Vergiss mich
