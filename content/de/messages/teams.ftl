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
teams-form-small = :information_source: Weniger als fünf Leute: Für dieses Team werden nie Zahlen gezeigt, weil sie zeigen würden, wer was gesagt hat; darum wird auch niemand danach gefragt. Gemeinsam mit einem anderen kleinen Team kann es Zahlen geben, von beiden.
teams-form-rare = :information_source: Bei { $people } Leuten kommen nicht jede Woche fünf Antworten zusammen, und unter fünf wird nichts gezeigt. Mit einer Runde alle zwei Wochen, die länger offen bleibt, lassen sich mehr Runden zeigen: So ist es unten ausgewählt.
# Only some people may post in $channel, as Slack says.
teams-form-closed = :warning: In { $channel } dürfen nur manche posten. Damit die Auswertung ankommt, lass mich dort posten (Einstellungen des Kanals › „Berechtigungen zum Posten“), oder wähl unten einen anderen Kanal für sie.
teams-cards-label = Solange ihr weniger als { $quorum } seid
teams-cards-option = eine Frage zum Besprechen, im Kanal
teams-no-cards-option = nichts
teams-start-button = Puls starten
teams-save-button = Speichern

teams-day-label = Tag
teams-hour-label = Uhrzeit
teams-clock-label = Nach wessen Uhr
teams-own-clock-option = nach der Ortszeit jedes Mitglieds
teams-same-clock-option = für alle im selben Moment, nach der Uhr von { $zone }
teams-often-label = Wie oft
teams-weekly-option = jede Woche
teams-fortnightly-option = alle zwei Wochen
teams-open-label = Offen für
teams-open-option = { $hours } Stunden
teams-name-label = Name des Teams
teams-digest-label = Wohin die Auswertung kommt
teams-language-label = Sprache des Kanals
teams-leads-label = Leitung
teams-whom-label = Wer im Kanal gefragt wird
teams-everybody-option = alle außer diesen Leuten
teams-picked-option = nur diese Leute
# $handle ist der Name einer Nutzergruppe, $here, wie viele ihrer Leute im Kanal sind.
teams-group-option = nur wer in @{ $handle } ist ({ $here } hier)
teams-chosen-group-option = nur die bisherige Nutzergruppe
teams-people-label = Diese Leute
teams-people-hint = Bei „alle außer diesen Leuten“ gilt: Solange hier niemand steht, wird niemand ausgelassen.
teams-guests-label = Gäste
teams-guests-option = Auch Gäste fragen
teams-rollup-label = Monatsüberblick
teams-rollup-option = Dieses Team im Monatsüberblick des Workspace zeigen
teams-holidays-label = Gesetzliche Feiertage auslassen
teams-holidays-placeholder = Ländercode wie DE; leer: das Land der Uhr
teams-home-label = Uhr des Kanals
teams-home-hint = Für Auswertung, Ende einer Runde und Arbeitstage.
teams-workdays-label = Arbeitstage
teams-days-off-label = Freie Tage, außer den Feiertagen
teams-days-off-placeholder = zum Beispiel 24. Dezember, 31.12. - 2.1.2027
teams-reminds-label = Erinnerungen
teams-reminds-option = Einmal erinnern, einen Tag vor Schluss

# Ein Team und sein Rhythmus

teams-asked = { $people ->
        [one] { $people } Person wird gefragt
       *[other] { $people } Personen werden gefragt
    }{ $everybody ->
        [yes] {""}
       *[no] {" "}(von { $here } im Kanal)
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
teams-next-moved = { $why ->
        [other] Die nächste Runde kommt für dich { $opens }, weil dich am { $weekday }, { $day }, ein anderes deiner Teams fragt.
        [away] Die nächste Runde kommt für dich { $opens }, weil du am { $weekday }, { $day }, weg bist.
        [own] Die nächste Runde kommt für dich { $opens }, weil der { $weekday }, { $day }, bei dir frei ist.
        [same] Die nächste Runde kommt für dich { $opens }, denn in der Woche von { $weekday }, { $day }, fragt ein anderes Team dieselben Leute, und einmal pro Woche reicht.
       *[free] Nächste Runde: { $opens }, denn { $weekday }, { $day }, ist frei.
    }
teams-next-quiet = Die nächste Runde kommt ohne Nachricht: ab { $opens } wartet sie im Home-Tab und in `/amp pulse`, denn mehr als zwei Nachrichten in der Woche bekommst du nicht.
teams-next-after-pause = Pause bis { $until }, außer jemand beendet sie vorher mit `/amp resume`.
teams-next-outside = Nächste Runde: { $opens }; du gehörst nicht zu denen, die gefragt werden.
# $why ist guest, unreachable, paused, small, away, missed oder same; $cards sagt, ob ein kleines Team Fragen zum Reden bekommt, in $channel.
teams-not-next = { $why ->
        [guest] Du bist hier zu Gast, und dieses Team fragt keine Gäste, also auch dich nicht.
        [unreachable] Es kommt nichts, weil sein Kanal nicht erreichbar ist. Die Leitung weiß davon.
        [nobody] Es kommt nichts, weil in seinem Kanal niemand mehr ist, den es fragt. Die Leitung weiß davon.
        [small] Hier werden weniger als { SPELLED($quorum) } Leute gefragt, darum wird niemand nach Zahlen gefragt. { $cards ->
            [yes] Stattdessen kommt im Rhythmus des Teams eine Frage zum Reden in { $channel }.
           *[no] Bis es { SPELLED($quorum) } sind, kommt nichts.
        }
        [away] Du wirst wieder gefragt, sobald du zurück bist: `/amp back`.
        [missed] Die Runden dieses Teams sind vor deinem nächsten Arbeitstag vorbei, darum erreicht dich keine. Wären sie länger offen, käme eine bei dir an.
        [same] Es kommt nichts, solange ein anderes Team jede Woche vorher dieselben Leute fragt: Dieselben Leute werden nur einmal pro Woche gefragt.
       *[paused] Zurzeit ist Pause; mit `/amp resume` geht es weiter.
    }

# Was gesagt wird, wenn ein Team eingerichtet ist

teams-started = :white_check_mark: *{ $team }* ist eingerichtet: { $asked }, { $rhythm }. { $next }
teams-announced = { $lead } hat für *{ $team }* einen Puls eingerichtet: { $asked }, { $rhythm }. Fünf kurze Fragen kommen als Direktnachricht, die Auswertung kommt { $here ->
        [yes] hierher
       *[no] in { $digest }
    }.
teams-announced-sealed = Antworten werden versiegelt, sobald sie ankommen; schließt die Runde, werden daraus Anzahlen. Unter fünf Antworten wird nichts gezeigt. Mehr dazu sagt `/amp privacy`, und worum es geht, sagt `/amp`.
teams-announced-text = Ein Puls für { $team } beginnt.
teams-digest-comes = { $lead } hat für *{ $team }* ({ $channel }) einen Puls eingerichtet: { $people } von { $here } Leuten dort werden gefragt. Die Auswertung kommt hierher.
teams-digest-moved = Ab der nächsten Runde kommt die Auswertung von *{ $team }* ({ $channel }) in { $digest } statt in { $before }. { $lead } hat das geändert.
teams-asks-others = *{ $team }*: Ab der nächsten Runde werden *{ $people } von { $here }* in { $channel } gefragt{ $whom ->
        [picked] , von der Leitung ausgewählt; wer dem Kanal beitritt, gehört nicht dazu
        [group] , nämlich die in einer Nutzergruppe; wer dem Kanal beitritt, wird nur gefragt, wenn er oder sie darin ist
       *[everybody] {""}
    }. { $by ->
        [group] Diese Nutzergruppe hat sich geändert.
        [comers] Im Kanal sind inzwischen andere, und die Leitung hatte das schon so gewählt.
       *[lead] { $lead } hat geändert, wer gefragt wird.
    }
teams-changed-text = Bei { $team } hat sich etwas geändert.
teams-saved = :white_check_mark: Gespeichert. Das gilt ab der nächsten Runde.
teams-ask-now-button = Jetzt fragen
teams-settings-button = Einstellungen

# `/amp team`

teams-card-text = Das Team { $team }
teams-card = *{ $team }* · { $channel }
    { $people ->
        [one] { $people } Person wird gefragt
       *[other] { $people } Personen werden gefragt
    }{ $everybody ->
        [yes] {""}
       *[no] {" "}(von { $here } im Kanal)
    }, { $rhythm }; offen für { $hours } Stunden.
    Leitung: { $leads ->
        [0] zurzeit niemand
       *[other] { $names }
    }. Die Auswertung kommt in { $digest }.
    { $next }
teams-end-button = Team auflösen
teams-end-text = Dieses Team auflösen?
teams-end-yes-button = Auflösen
teams-ended = *{ $team }* ist aufgelöst. Neue Runden öffnen nicht mehr. Eine offene kann bis zu ihrem Ende beantwortet werden, und ihre Auswertung kommt noch.

# Pause

teams-paused = :double_vertical_bar: *{ $team }* macht Pause bis { $until }. { $next }
teams-paused-for-good = :double_vertical_bar: *{ $team }* macht Pause, bis jemand `/amp resume` tippt.
teams-resumed = :arrow_forward: *{ $team }* macht weiter. { $next }
teams-pause-over = :arrow_forward: Die Pause von *{ $team }* ist zu Ende. { $next }
teams-not-paused = *{ $team }* macht gerade keine Pause. { $next }
teams-reachable = :white_check_mark: Für *{ $team }* kann ich wieder posten. { $next }

# Was schiefgehen kann

error-several-teams = Du leitest mehrere Teams. Welches meinst du?
error-team-exists = In diesem Kanal gibt es schon ein Team. `/amp team` zeigt es.
error-not-in-team = Das gehört zu einem Team, in dem du nicht oder nicht mehr bist. Wer seinem Kanal beitritt, gehört dazu; Gäste werden nur gefragt, wo die Leitung es so will.
error-no-such-team = Du bist in keinem Team, das so heißt, und die Zahlen eines Teams sind für seine Mitglieder da. Ohne Namen nehme ich das Team des Kanals, in dem du tippst.
error-no-team-there = Du bist in keinem Team des Kanals, den dieser Workflow nennt, darum habe ich nichts getan.
error-which-of-your-teams = Du bist in mehreren Teams. Welches meinst du?
error-no-name = Ein Team braucht einen Namen. Nimm zum Beispiel den des Kanals.
error-no-lead = Ein Team braucht mindestens eine Person aus diesem Workspace als Leitung. Wähl dich selbst oder jemanden aus deinem Team.
error-nobody-picked = Wähl mindestens eine Person, oder lass alle im Kanal fragen.
error-group-as-it-is = Eine Nutzergruppe wird so gefragt, wie sie ist: Nimm diese Leute hier heraus. Wer nicht gefragt werden soll, muss die Gruppe verlassen.
error-nobody-of-them = Von denen, die gefragt würden, ist niemand im Kanal. Lade sie erst dorthin ein, oder wähl andere.
error-group-out-of-reach = { $why ->
        [scope] Ich darf hier keine Nutzergruppen lesen: Ein Admin muss das erlauben (`usergroups:read`). Wähl bis dahin etwas anderes.
        [plan] Der Slack-Plan dieses Workspace hat keine Nutzergruppen. Wähl etwas anderes.
       *[empty] In dieser Nutzergruppe ist niemand, oder sie ist abgeschaltet. Wähl etwas anderes, oder füll sie erst.
    }
error-unknown-country = Unter diesem Code kenne ich keine gesetzlichen Feiertage. Nimm zwei Buchstaben, etwa DE, AT oder CH.
error-not-a-working-day = Dieser Tag ist keiner der Arbeitstage. Wähl einen anderen oder kreuz ihn dort an.
error-not-a-number-of-weeks = Sag, für wie viele Wochen von jetzt an, von 1 bis { $longest }: `/amp pause 2`; oder bis wann: `/amp pause bis 6. Januar`. Ohne etwas dahinter dauert die Pause, bis du `/amp resume` tippst.
error-channel-out-of-sight = Diesen Kanal sehe ich nicht: Er ist privat, und ich bin nicht dabei. Tipp dort `/invite @Amp` und versuch es dann noch einmal.
error-channel-without-bot = In diesem Kanal bin ich noch nicht und könnte dort nichts posten. Tipp dort `/invite @Amp` und versuch es dann noch einmal.
error-channel-not-read = Das ist für alle in dem Kanal, der den Monatsüberblick liest, und dort bist du nicht. Bitte jemanden von dort, dich hinzuzufügen.
error-channel-archived = Dieser Kanal ist archiviert. Hol ihn aus dem Archiv, oder wähl einen anderen.
error-not-a-channel = Das geht nur in einem Kanal: Wer darin ist, wird zum Team. Tipp es im Kanal deines Teams.
error-nobody-there = In diesem Kanal ist niemand, den ich fragen könnte: nur Bots, Gäste oder deaktivierte Konten. Lade dein Team ein und versuch es dann noch einmal.

# Wird einmal gefragt, bevor etwas viele erreicht.

teams-pause-sure-text = Ohne Ende pausieren?
teams-pause-sure = *{ $team }* pausieren, bis jemand `/amp resume` tippt? { $people ->
        [one] { $people } Person wird
       *[other] { $people } Personen werden
    } bis dahin nicht mehr gefragt. `/amp pause 2` pausiert für zwei Wochen.
teams-pause-sure-button = Pausieren
teams-end-sure = *{ $team }* auflösen? { $people ->
        [one] { $people } Person wird
       *[other] { $people } Personen werden
    } nicht mehr gefragt, und Checkliste, eingeordnete Arbeit und ShipIt-Tage werden gelöscht{ $ideas ->
        [0] .
       *[other] , auch die Ideen oben; von ihnen bekommst du eine Kopie.
    } Eine offene Runde kann bis zu ihrem Ende beantwortet werden. Was die Auswertungen gezeigt haben, bleibt noch { $days } Tage gespeichert. Mit `/amp setup` beginnt ein neues Team.
teams-ended-ideas = Ideen, die noch niemand umgesetzt hat, für dich zum Aufheben:

teams-news-paused = :double_vertical_bar: { $day ->
        [none] { $lead } hat den Puls von *{ $team }* bis { $until } pausiert.
       *[other] { $lead } hat den Puls von *{ $team }* pausiert. Die nächste Runde ist am { $day }.
    }
teams-news-paused-for-good = :double_vertical_bar: { $lead } hat den Puls von *{ $team }* bis auf Weiteres pausiert.
teams-news-resumed = :arrow_forward: { $lead } hat die Pause von *{ $team }* beendet, der Puls geht weiter.{ $day ->
        [none] {""}
       *[other] {" "}Die nächste Runde ist am { $day }.
    }
teams-news-ended = { $lead } hat den Puls von *{ $team }* beendet. Neue Runden öffnen nicht mehr. Eine offene kann bis zu ihrem Ende beantwortet werden, und ihre Auswertung kommt noch.
teams-news-rhythm = :calendar: { $lead } hat geändert, wann *{ $team }* gefragt wird: { $rhythm }, ab der nächsten Runde.
error-not-somebody-here = Ein Team leitet jemand aus diesem Workspace: Bots, Ausgeschiedene und Leute von anderswo können das nicht.

# Ein Kanal, in den nichts mehr geht, hält sein Team an.

teams-unreachable-text = Der Puls von { $team } pausiert von selbst.
teams-unreachable = :warning: Der Puls von *{ $team }* pausiert von selbst, { $why ->
        [group] weil in { $channel } niemand mehr ist, den er fragt: Von der Nutzergruppe ist niemand dort, sie ist abgeschaltet, oder ich kann sie nicht lesen. Füll oder aktivier sie wieder, oder wähl unter „Einstellungen“, wer gefragt wird
        [archived] weil ich in { $channel } nichts posten kann: Der Kanal ist archiviert. Hol ihn aus dem Archiv, oder wähl unter „Einstellungen“ einen anderen Kanal für die Auswertung
        [outside] weil ich in { $channel } nichts posten kann: Ich bin nicht darin. Tipp dort `/invite @Amp`, oder wähl unter „Einstellungen“ einen anderen Kanal für die Auswertung
        [closed] weil ich in { $channel } nichts posten kann: Nur manche dürfen dort posten. Erlaub es auch mir (Einstellungen des Kanals › „Berechtigungen zum Posten“) und drück „Noch einmal versuchen“, oder wähl unter „Einstellungen“ einen anderen Kanal für die Auswertung
        [threads] weil ich in { $channel } nichts posten kann: Nur manche dürfen dort einen Thread beginnen. Erlaub es auch mir (Einstellungen des Kanals › „Berechtigungen zum Posten“) und drück „Noch einmal versuchen“, oder wähl unter „Einstellungen“ einen anderen Kanal für die Auswertung
       *[other] weil ich in { $channel } nichts posten kann: Es gibt ihn nicht mehr, oder er ist privat und ich bin nicht darin. Tipp dort `/invite @Amp`, oder wähl unter „Einstellungen“ einen anderen Kanal für die Auswertung
    }. Dann geht der Puls von selbst weiter.
teams-try-again-button = Noch einmal versuchen

# Wenn die Leitung geht

teams-leaderless-text = { $team } hat keine Leitung mehr.
teams-leaderless = *{ $team }* ({ $channel }) hat keine Leitung mehr. Bis jemand sie übernimmt, kann niemand seinen Puls ändern, pausieren oder beenden. Magst du? Wer zuerst drückt, leitet das Team, und sein Kanal erfährt, wer es ist.
teams-become-lead-button = Leitung übernehmen
teams-lead-now = :white_check_mark: Du leitest jetzt *{ $team }*. `/amp team` zeigt, was du damit tun kannst.
teams-new-lead = { $lead } leitet jetzt *{ $team }*, denn die Leitung war frei geworden.
teams-fewer-leads = *{ $team }* wird von weniger Leuten geleitet als bisher. { $number ->
        [one] Jetzt leitest nur noch du es: { $leads }.
       *[other] Jetzt sind es: { $leads }.
    }
error-nobody-leads = Dieses Team leitet gerade niemand, also kann das auch niemand tun. `/amp team` hat einen Knopf, um die Leitung zu übernehmen.
error-led-already = Jemand war schneller: { $leads } leitet dieses Team jetzt.
error-cannot-lead = Ein Team leitet, wer in diesem Workspace kein Gast ist und bei Amp mitmacht. Jemand anderes aus dem Team kann den Knopf drücken.

# Jemand tritt dem Kanal eines Teams bei

teams-welcome = :wave: Du bist in { $channel } und damit in *{ $team }*: Ein paar kurze Fragen kommen als Direktnachricht, zum ersten Mal { $opens }. `/amp` erklärt, worum es geht.
teams-welcome-quiet = :wave: Du bist jetzt in { $channel } und damit in *{ $team }*: Die ersten paar kurzen Fragen warten im Home-Tab und in `/amp pulse`, ab { $opens }, denn mehr als zwei Nachrichten in der Woche bekommst du nicht. Worum es geht, sagt `/amp`.
teams-welcome-later = :wave: Du bist in { $channel } und damit in *{ $team }*: Ein paar kurze Fragen kommen als Direktnachricht, { $why ->
        [away] sobald du zurück bist
        [small] sobald { SPELLED($quorum) } Leute da sind, die gefragt werden können
        [unreachable] sobald der Kanal und seine Leute wieder erreichbar sind
        [missed] sobald eine Runde bis zu einem deiner Arbeitstage offen ist
        [same] sobald kein anderes Team mehr jede Woche dieselben Leute fragt
       *[paused] sobald die Pause endet
    }. `/amp` erklärt, worum es geht.
# Wer zu Gast war, ist es nicht mehr, und umgekehrt; nach dem ersten folgt, wann gefragt wird.
teams-no-guest = :wave: Du bist hier nicht mehr zu Gast, also fragt *{ $team }* auch dich: ein paar kurze Fragen als Direktnachricht.
teams-now-guest = Du bist hier jetzt zu Gast, und *{ $team }* fragt keine Gäste: Ab der nächsten Runde fragt es dich nicht mehr.

# Eingeladen in einen Kanal, der noch kein Team hat

teams-hello-text = Hallo, ich bin Amp.
teams-hello = :wave: Hallo, ich bin Amp. Einmal pro Woche stelle ich einem Team fünf kurze Fragen zu Autonomie, Meisterschaft und Sinn und sage ihm, wie es um sie steht; Antworten werden versiegelt, und niemand bekommt zu sehen, wer was gesagt hat. Gefragt wird erst, wenn es hier jemand einrichtet: Das Formular ist schon ausgefüllt.
teams-hello-button = Einrichten

# Mehr Leute, als die meisten Teams haben
teams-form-many = :warning: Damit werden jedes Mal *{ $people } Leute* gefragt. Wenn das stimmt, drück den Knopf noch einmal; wenn nicht, nimm einen anderen Kanal oder lass einige aus.
teams-many-button = { $people } Leute fragen
