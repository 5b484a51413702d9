pulse-in-an-hour-button = In einer Stunde
pulse-tomorrow-button = Morgen früh
pulse-not-this-time-button = Diesmal nicht
own-time-never = :ok_hand: Dann diesmal nicht. Falls du es dir anders überlegst: `/amp pulse` hat die Fragen, solange die Runde offen ist.
own-time-later = :alarm_clock: Es kommt noch einmal: { $moment }.
own-time-title = Meine Zeit
own-time-intro = Wann du lieber gefragt werden möchtest, in allen deinen Teams. Ist die Runde dann nicht offen, wirst du mit den anderen gefragt.
own-time-day-label = Tag
own-time-hour-label = Uhrzeit, bei mir
own-time-usual-option = wie im Team
own-time-reminds-label = Erinnerungen
own-time-reminds-option = Noch einmal vor Schluss, wenn es noch hineinpasst
own-time-save-button = Speichern
own-time-saved = :white_check_mark: Gespeichert. Es gilt ab der nächsten Runde.

error-came-twice = Es kam schon zweimal, und dabei bleibt es. `/amp pulse` hat die Fragen, solange die Runde offen ist.
error-closes-before = Die Runde schließt vorher: { $closes }. Bis dahin hat `/amp pulse` die Fragen.
