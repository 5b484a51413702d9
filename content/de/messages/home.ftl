# Der Home-Tab: was auf eine Person wartet, wie ihre Teams stehen, was als Nächstes kommt.

home-waiting-header = Gerade offen
home-in-no-team = Noch nichts: Du bist in keinem Team. Um mit einem anzufangen, geh in den Kanal deines Teams und tipp `/amp setup`: Die Leute im Kanal werden zum Team, und im Formular ist alles schon ausgefüllt.
home-nothing = Nichts.
home-nothing-waits = Nichts. Nächste Runde: { $opens }.

# Wie die Teams stehen

home-teams-header = So steht es um deine Teams
home-no-round = *{ $team }*: Noch ist keine Runde geschlossen.
home-last-round = *{ $team }*, Puls { $number } ({ $day }): { $answered } von { $asked } { $answered ->
    [one] hat
   *[other] haben
} geantwortet.
home-last-round-in-channel = *{ $team }*, Puls { $number } ({ $day }): { $answered } von { $asked } { $answered ->
    [one] hat
   *[other] haben
} geantwortet. Die ganze Auswertung steht in { $channel }.
home-not-shown = Die Ergebnisse werden nicht gezeigt: Zu wenige haben geantwortet, oder es wurde nichts behalten.
home-drive = { $verdict ->
    [fell] { $bar }  _Rückgang aus Puls { $number }_
    [rose] { $bar }  _Anstieg aus Puls { $number }_
    [low] { $bar }  _ungewöhnlich niedrig in dieser einen Runde_
    [high] { $bar }  _ungewöhnlich hoch in dieser einen Runde_
    [noise] { $bar }  _wie üblich_
    [learning] { $bar }  _wir lernen noch, was üblich ist_
   *[none] { $bar }
}
home-drive-about = *{ $name }*: { $about }
home-drives = Von 1 bis 5, je nachdem, wie sehr alle zustimmen, dass sie es haben. { $drives }
home-more-teams = Und { $teams ->
        [one] noch eins
       *[other] { $teams } weitere
    }: `/amp trends` mit dem Namen eines Teams.

# Was als Nächstes kommt

home-next-header = Dein nächster Schritt
home-next-news = *Sprecht in { $team } darüber: { $kind ->
    [up] der Anstieg
   *[down] der Rückgang
} bei { $name }* (Puls { $number }).
    Fragt euch gemeinsam: { $question }
home-next-move = Zum Ausprobieren: *{ $title }.* { $what }
home-next-todo = *{ $todo }*
    { $how }
    _{ $step }. { $why } Das Nächste auf der Checkliste von { $team }._
home-read-button = Mehr dazu
home-first-card = *{ $title }*
    { $summary }
home-all-done = Auf deiner Checkliste ist alles erledigt. `/amp experiment` hat Neues zum Ausprobieren, `/amp help` zeigt alles, was es gibt.

# Für die Leitung

home-leads-header = Für die Leitung
home-team = *{ $team }*
home-response = Beteiligung: { $rounds ->
    [0] Noch ist keine Runde geschlossen.
    [one] { $rate } % in der letzten Runde.
   *[other] { $rate } % in den letzten { $rounds } Runden.
}
home-checklist = Checkliste: { $done } von { $all } erledigt.
home-tried = Schon ausprobiert: { $experiments }.
home-tried-one = { $title } ({ $end })
home-tried-more = { $more ->
        [one] noch eins
       *[other] { $more } weitere
    }
home-settings-button = Einstellungen
home-ask-now-button = Jetzt fragen
home-experiments-button = Experimente
home-experiments-title = Experimente
home-report-button = Bericht
home-checklist-button = Checkliste

home-help = { $who ->
    [lead] *Du leitest ein Team. Jetzt am nützlichsten:*
    [member] *Du bist in einem Team. Jetzt am nützlichsten:*
   *[newcomer] *Du bist noch in keinem Team. Gute Anfänge:*
}
home-help-next = *Als Nächstes auf deiner Checkliste:* { $todo }. { $how }
