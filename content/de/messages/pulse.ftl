# Fragen: Einladung, Formular, Bestätigung, wie ein Team steht, gehen und wiederkommen.

# Gefragt werden, als Direktnachricht

pulse-invitation = :wave: *{ $team }*, Puls { $number }: fünf kurze Fragen zu deiner Woche, etwa zwanzig Sekunden. Offen bis { $closes }.
pulse-invitation-text = { $team }: fünf kurze Fragen zu deiner Woche, etwa zwanzig Sekunden.
pulse-invitation-sealed = :lock: Wird beim Absenden versiegelt; einzelne Antworten werden niemandem gezeigt. `/amp privacy`
pulse-answer-button = Antworten
pulse-reminder = *{ $team }*: Puls { $number } ist noch bis { $closes } offen. Wenn du gehört werden möchtest: Es dauert etwa zwanzig Sekunden.
pulse-reminder-text = { $team }: Der Puls schließt bald.
pulse-reminder-only = Das ist die einzige Erinnerung. Nicht zu antworten ist in Ordnung, und es wird niemandem gesagt.
pulse-waiting = *{ $team }*, Puls { $number }: etwa zwanzig Sekunden. Offen bis { $closes }.

# Das Formular

pulse-form-title = Deine Woche
pulse-form-intro = *{ $team }*, Puls { $number }. Wie war *diese Woche*?
pulse-form-again = Du hast schon geantwortet. Was du jetzt abschickst, ersetzt deine Antworten.
pulse-form-question = :speech_balloon: Zum Besprechen im Team: { $question }
pulse-form-sealed = :lock: Lass aus, was du möchtest. Deine Antworten werden beim Absenden versiegelt; schließt die Runde, werden daraus Anzahlen. Unter fünf Antworten wird nichts gezeigt.
pulse-send-button = Absenden

# Die Bestätigung

pulse-receipt-title = Danke
pulse-receipt = :white_check_mark: *Versiegelt.* Jetzt kann es niemand lesen, und später kann niemand feststellen, welche Antworten deine waren.
pulse-receipt-until = Bis { $closes } kannst du noch einmal antworten; was zuletzt kommt, zählt. Danach erscheint die Auswertung in { $channel }.

# `/amp pulse`, wo sich nicht gleich ein Formular zeigen lässt

pulse-choice = Mehrere deiner Teams fragen gerade. Welches soll es sein?
pulse-choice-text = Welches Team?
pulse-choice-team = *{ $team }*, offen bis { $closes }
pulse-no-team = Du bist noch in keinem Team. `/amp setup` im Kanal deines Teams legt eins an.
pulse-nothing-open = Zurzeit gibt es nichts zu beantworten.
pulse-next = • *{ $team }*: nächste Runde { $opens }
pulse-next-after-pause = • *{ $team }*: nächste Runde nach der Pause

# Was die Leitung hört

pulse-opens-now = :rocket: *{ $team }*: Die Runde öffnet jetzt, und { $people ->
        [one] { $people } Einladung geht
       *[other] { $people } Einladungen gehen
    } hinaus.
pulse-closes-now = :hourglass_flowing_sand: *{ $team }*: Die Runde schließt jetzt. Innerhalb einer Minute erscheint die Auswertung in { $channel }.

# `/amp status`

pulse-status-open = *{ $team }*: Puls { $number } ist bis { $closes } offen; { $people ->
        [one] { $people } Person wird gefragt
       *[other] { $people } Personen werden gefragt
    }.
pulse-status-closing = *{ $team }*: Puls { $number } wird gerade geschlossen.
pulse-status-next = *{ $team }*: Gerade ist nichts offen. Nächste Runde: { $opens }.
pulse-status-paused = *{ $team }*: Pause. Mit `/amp resume` geht es weiter.

# Gehen und wiederkommen

pulse-forgotten = Erledigt. Du wirst nicht mehr gefragt, in keinem Team. Was hier über dich gespeichert war (Teams, Zeitzone, Einladungen, deine versiegelten Antworten in noch offenen Runden, was du mit den Werkzeugen festgehalten hast), ist gelöscht. Eine Zeile bleibt: dass deine ID nicht gefragt werden soll. Die Anzahlen geschlossener Runden enthalten keine Namen, darum bleiben sie, wie sie sind, und was du in einem Kanal geteilt hast, bleibt in Slack. `/amp pulse` bringt dich zurück.
pulse-left-alone = Du wolltest in Ruhe gelassen werden, darum fragt dich keines deiner Teams.
pulse-left-alone-text = Du wolltest in Ruhe gelassen werden.
pulse-return-button = Frag mich wieder
pulse-welcome-back = Willkommen zurück. Bei der nächsten Runde deines Teams bist du dabei.

# Was schiefgehen kann

error-already-open = Die Runde dieser Woche ist schon offen. `/amp pulse close` beendet sie.
error-already-happened = Die Runde dieser Woche gab es schon, und ein Team wird einmal in der Woche gefragt. Die nächste kommt von selbst; wann, zeigt `/amp status`.
error-nothing-open = Zurzeit ist keine Runde offen. `/amp pulse now` öffnet eine, `/amp status` zeigt, wann die nächste kommt.
error-nobody-to-ask = Es gibt niemanden zu fragen: Im Kanal ist niemand, oder alle dort sind ausgenommen. Lade die Leute dorthin ein; die Einstellungen findest du mit `/amp team`.
# Das steht nur im Protokoll des Betreibers.
error-keys-unreachable = Der Schlüsselspeicher lässt sich nicht zurücklesen, darum wird keine Runde geöffnet: Ihre Antworten wären verloren.
error-round-closed = Diese Runde ist geschlossen, darum wurde nichts geändert. Die nächste kommt von selbst.
error-not-invited = Diese Runde wurde ohne dich geöffnet: Du bist später zum Team gekommen oder gehörst nicht dazu. Bei der nächsten bist du dabei, wenn du im Kanal des Teams bist.
error-nothing-answered = Noch ist nichts ausgewählt. Beantworte mindestens eine Aussage, oder schließe einfach dieses Fenster.
error-strange-answer = Dieses Formular passt nicht mehr zu dieser Runde. Öffne es bitte noch einmal.
