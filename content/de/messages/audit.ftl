# Die Bestandsaufnahme aus Schritt 1: was ein Team steuert, aus Sicht einer Person und aus Sicht des Teams.

audit-title = Was uns steuert
audit-system = { $system ->
        [2] Motivation 2.0
       *[3] Motivation 3.0
    }

# Die zwei Seiten der eigenen Bestandsaufnahme

audit-page = { $system ->
        [2] *Anzeichen von Motivation 2.0* ({ $page } von 2).
       *[3] *Anzeichen von Motivation 3.0* ({ $page } von 2).
    } Wie sehr trifft jedes davon dort zu, wo ihr zusammenarbeitet? Denk an eine gewöhnliche Woche, und lass aus, was du nicht sagen kannst.
audit-hardly-option = Kaum
audit-partly-option = Teilweise
audit-clearly-option = Deutlich
audit-skip-option = Kann ich nicht sagen
audit-next-button = Weiter
audit-see-button = Bild ansehen

# Die eigene Sicht

audit-mine-header = Deine Sicht
audit-mine-intro = Such nach Anzeichen zweier Systeme: 2.0 belohnt und kontrolliert, 3.0 vertraut auf den eigenen Antrieb. Zwei Seiten, etwa zwei Minuten, und deine Antworten siehst nur du. Sie werden gelöscht, wenn ein Ergebnis des ganzen Teams gepostet wird; antwortest du danach, stehen sie daneben.
audit-begin-button = Bestandsaufnahme machen
audit-change-button = Meine Antworten ändern
audit-kind-of-work = Welches System taugt, hängt von der Arbeit ab: `/amp roles` ordnet eure ein.

# Ein Bild: zwei Balken, was sie sagen, und die Anzeichen dahinter

audit-bar-unknown = { $system ->
        [2] *Motivation 2.0*: zu wenige Antworten, um etwas zu sagen
       *[3] *Motivation 3.0*: zu wenige Antworten, um etwas zu sagen
    }
audit-leaning-old = Motivation 2.0 steuert stärker: Belohnungen, Kontrolle und Vorschriften vor Ergebnissen.
audit-leaning-new = Motivation 3.0 steuert stärker: eigene Wege, Lernen und das Wissen, wofür.
audit-leaning-both = Beide steuern zugleich, etwa gleich stark. Bei den Leuten kommen zwei Botschaften an.
audit-leaning-neither = Von beiden zeigt sich wenig. Was steuert hier dann? Darüber zu reden lohnt sich.
audit-leaning-unknown = Es ist zu wenig bekannt, um zu sagen, welche der beiden stärker steuert.
audit-hold = { $system ->
        [2] Anzeichen von Motivation 2.0, die zutreffen
       *[3] Anzeichen von Motivation 3.0, die zutreffen
    }
audit-missing = Was an 3.0 fehlt

# Zwei Bilder nebeneinander

audit-both-header = Nebeneinander
audit-you = Du
audit-the-team = Das Team
audit-differ = Wo die beiden Bilder am weitesten auseinandergehen
audit-agree = Die beiden Bilder stimmen in jedem Anzeichen überein.
audit-both = Du: { $you ->
        [hardly] kaum
        [clearly] deutlich
       *[partly] teilweise
    }. Das Team: { $team ->
        [hardly] kaum
        [clearly] deutlich
       *[partly] teilweise
    }.

# Die Sicht des Teams

audit-team-header = Die Sicht des Teams
audit-team-asked = Das Team wird gerade gefragt; die Einladungen kommen als Direktnachricht, das Ergebnis kommt in den Kanal, wenn die Runde schließt.
audit-team-not-asked = Leitung und Team sehen oft verschiedene Arbeitswelten. Das Team wurde noch nicht gefragt; es antwortet vertraulich, versiegelt wie beim Puls.
audit-team-result = Bestandsaufnahme { $number }: { $told }
audit-ask-button = Das Team fragen
audit-ask-again-button = Noch einmal fragen
audit-ask-title = Das Team fragen?
audit-ask-text = Alle, die den Puls bekommen, bekommen jetzt die zwölf Anzeichen als Direktnachricht.
audit-ask-yes-button = Fragen

# Was der Kanal liest

audit-result-header = Was uns steuert: Bestandsaufnahme { $number }
audit-result-text = Was uns steuert: Die Bestandsaufnahme von { $team } ist abgeschlossen.
audit-took-part = *{ $answered } von { $asked }* { $answered ->
        [one] hat
       *[other] haben
    } geantwortet.{ $outcome ->
        [lost] {" "}Der Schlüssel zu diesen Antworten ist verloren, darum kann niemand sie lesen.
        [too-few] {" "}Ergebnisse werden erst ab { $quorum } Antworten gezeigt, darum wurden diese nicht behalten.
        [withheld] {" "}Vor Kurzem wurden Ergebnisse einer anderen Gruppe gezeigt, in der Leute aus diesem Team sind. Die beiden unterscheiden sich nur um wenige Leute, darum wurden diese nicht behalten.
       *[shown] {""}
    }
audit-beside-button = Meine Sicht daneben
audit-rounded = Gerundet, damit sich daraus auf niemanden schließen lässt. Deine eigene Sicht siehst nur du.

# Gefragt werden, als Direktnachricht

audit-invitation = :wave: *{ $team }*, Bestandsaufnahme { $number }: Was steuert dieses Team? Ein Dutzend Anzeichen, etwa zwei Minuten. Offen bis { $closes }.
audit-invitation-text = { $team }: Was steuert dieses Team? Ein Dutzend Anzeichen, etwa zwei Minuten.
audit-reminder = *{ $team }*: Bestandsaufnahme { $number } ist noch bis { $closes } offen. Wenn du gehört werden möchtest: Es dauert etwa zwei Minuten.
audit-reminder-text = { $team }: Die Bestandsaufnahme ist noch offen.
audit-waiting = *{ $team }*, Bestandsaufnahme { $number }: etwa zwei Minuten. Offen bis { $closes }.
audit-form-intro = *{ $team }*, Bestandsaufnahme { $number }. Wie sehr trifft jedes dieser Anzeichen *in diesem Team* zu?
audit-receipt-until = Bis { $closes } kannst du noch einmal antworten; was zuletzt kommt, zählt. Danach erscheint das Ergebnis in { $channel }.

# Was schiefgehen kann

error-too-few-to-ask = Bei weniger als { SPELLED($quorum) } Personen könnte nie etwas gezeigt werden, darum wird das Team nicht gefragt. Lass alle die Bestandsaufnahme für sich machen, und redet darüber, wo eure Bilder auseinandergehen.
error-audit-open = Die Bestandsaufnahme des Teams ist gerade offen. Ihr Ergebnis kommt von selbst, wenn sie schließt.
error-audited-this-week = Das Team hat seine Bestandsaufnahme diese Woche gemacht. Was sie zeigt, ändert sich langsam: Auch nächste Woche ist noch früh.
