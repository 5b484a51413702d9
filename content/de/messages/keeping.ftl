# `/amp privacy`: was über jemanden gespeichert ist und bis wann; sonst sieht es niemand.

keeping-text = Was ich über dich speichere
keeping-intro = *Was ich über dich speichere* und bis wann. Sonst sieht das niemand.
keeping-nothing = Über dich ist nichts gespeichert.
keeping-person = *Du:* deine Kennung in Slack, deine Uhr ({ $zone }), deine Sprache ({ $language }), ob du Gast oder nicht mehr da bist, und wann Slack mir das zuletzt gesagt hat. Bis du `/amp forget me` eingibst, oder { $days } Tage, nachdem ich aus diesem Workspace entfernt wurde.
keeping-away = *Deine Abwesenheit:* bis { $day }.
keeping-away-open = *Deine Abwesenheit:* bis du `/amp back` eingibst.
keeping-away-later = *Eine Abwesenheit, die noch kommt:* ab { $first }{ $end ->
        [open] , bis du `/amp back` eingibst
       *[known] {" "}bis { $back }
    }. `/amp back` streicht sie vorher.
keeping-heeds = *Dein Slack-Status* darf mir sagen, dass du weg bist, bis du das in `/amp away` zurücknimmst.
keeping-may-start = *Dass du ein Team einrichten darfst,* wie ein Admin gesagt hat: bis jemand von ihnen es anders will.
keeping-own-time = *Deine eigene Zeit für die Fragen und ob du Erinnerungen willst:* bis du es in `/amp pulse when` änderst.
keeping-teams = *Deine Teams, und seit wann du in ihnen bist:* { $teams }. Bis du den Kanal verlässt oder bis { $days } Tage nach dem Ende des Teams.
keeping-team-lead = { $team } (du leitest es)
keeping-team-left-out = { $team } (du wirst nicht gefragt)
keeping-teams-left = { $teams ->
    [one] *{ $teams } Team, in dessen Kanal du nicht bist:* dass die Leitung dich in seinen Einstellungen genannt hat.
   *[other] *{ $teams } Teams, in deren Kanälen du nicht bist:* dass die Leitung dich in ihren Einstellungen genannt hat.
} Bis sie das zurücknimmt, oder { $days } Tage nach dem Ende des Teams.
keeping-more-teams = { $more } weitere
keeping-rounds = *Runden, die dich gefragt haben:* { $closed } geschlossen, { $open } offen. Wann du davon hören solltest, ist gespeichert; ob du geantwortet hast, nicht. { $weeks ->
    [0] Solange ich in diesem Workspace bin.
   *[other] Bis { $weeks } Wochen nach ihrem Ende; die neueste jedes Teams bleibt.
}
keeping-notes = *Was du für dich behältst, verschlossen:* { $tools }. Deine Wochen verschwinden { $weeks } Wochen nach der letzten, deine eigene Bestandsaufnahme, sobald das Ergebnis deines Teams gemeldet ist, alles andere, wenn du es löschst oder sein Team beendet ist.
keeping-tool = { $tool ->
    [audit] deine eigene Bestandsaufnahme
    [fit] deine Prüfung, ob es passt
    [four-ts] die Spielräume, wie du sie siehst
    [mastery] deine Wochen
   *[purpose] dein Satz
}
keeping-work = *Was du für ein Team getan hast:* { $things }. Bis dieses Team beendet ist.
keeping-ticks = { $many } Haken auf seiner Checkliste
keeping-ideas = { $many ->
    [one] { $many } Idee für einen ShipIt-Tag
   *[other] { $many } Ideen für einen ShipIt-Tag
}
keeping-crews = { $many ->
    [one] { $many } Idee, bei der du dabei bist
   *[other] { $many } Ideen, bei denen du dabei bist
}
keeping-pieces = { $many ->
    [one] { $many } Ergebnis, das du geliefert hast
   *[other] { $many } Ergebnisse, die du geliefert hast
}
keeping-questions = { $many ->
    [one] { $many } Frage, die du hinzugefügt hast
   *[other] { $many } Fragen, die du hinzugefügt hast
}
keeping-rollup = *Der Monatsüberblick:* dass du ihn eingeschaltet hast, damit du hörst, wenn er nicht ankommt. Bis er ausgeschaltet wird.
keeping-answers = *Deine Antwort auf einen Kommentar:* versiegelt, bis sie angekommen ist.
keeping-messages = *Meine Nachrichten an dich:* { $messages }, davon { $words } mit ihrem Wortlaut. { $days ->
    [0] Der Wortlaut verschwindet binnen einer Stunde, nachdem alle die Nachricht haben
    [one] Der Wortlaut verschwindet einen Tag, nachdem alle die Nachricht haben
   *[other] Der Wortlaut verschwindet { $days } Tage, nachdem alle die Nachricht haben
}, oder nach { $lost } Wochen, wenn sie nicht ankam; der Vermerk, dass sie geschickt wurde, nach { $weeks } Wochen.
keeping-sealed = *Deine Antworten, Kommentare und Wünsche* stehen in keiner Liste. Sie warten versiegelt und werden ohne Namen gezählt oder gezeigt. Ich weiß weder, welche von dir sind, noch, ob es welche gibt.
keeping-file-button = Schick es mir als Datei
keeping-card-button = Was mit Antworten geschieht
keeping-forget-button = Vergiss mich

# Von jemandem, der `/amp forget me` gesagt hat

keeping-left = Du wolltest vergessen werden. Übrig ist deine Kennung in Slack, damit dich niemand fragt, und ob du Gast oder nicht mehr da bist. Bis du es dir anders überlegst, oder { $days } Tage, nachdem ich aus diesem Workspace entfernt wurde.
keeping-left-teams = { $teams ->
    [one] *{ $teams } Team, in dessen Kanal du bist:* nur das, damit keine Zahl zeigt, dass du gegangen bist.
   *[other] *{ $teams } Teams, in deren Kanälen du bist:* nur das, damit keine Zahl zeigt, dass du gegangen bist.
}
keeping-left-rounds = { $rounds ->
    [one] *{ $rounds } geschlossene Runde, die dich gefragt hat:* { $weeks } Wochen lang, damit niemand aus deinem Gehen Antworten errechnet.
   *[other] *{ $rounds } geschlossene Runden, die dich gefragt haben:* { $weeks } Wochen lang, damit niemand aus deinem Gehen Antworten errechnet.
}

# Die Datei

keeping-file-comment = Was ich über dich speichere, Zeile für Zeile, als JSON.
keeping-file-done = :white_check_mark: Die Datei findest du in unseren Direktnachrichten.
keeping-as-text = Dateien kann ich hier nicht schicken (dafür braucht es die Berechtigung `files:write`), darum steht hier, was darin stünde.
keeping-as-text-beginning = Dateien kann ich hier nicht schicken (dafür braucht es die Berechtigung `files:write`), darum steht hier, wie sie anfängt. Wer mich betreibt, kann die Berechtigung hinzufügen.
