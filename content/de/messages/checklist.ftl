# Die Checkliste eines Teams; seine Leitung hakt sie ab.

checklist-title = Die Checkliste

checklist-progress = *{ $team }*: { $done } von { $all } erledigt.
checklist-step = { $bar } { $done } von { $all }  *{ $step }*
checklist-ticked = { $todo }: { $who }, { $day }
checklist-ticked-by-nobody = { $todo }: jemand, der nicht mehr da ist, { $day }
checklist-ticked-by-itself = { $kind ->
    [audit] { $todo }: abgehakt durch die Bestandsaufnahme vom { $day }
    [roles] { $todo }: abgehakt durch eure eingeordnete Arbeit, { $number ->
        [one] bisher eine Art
       *[other] bisher { $number } Arten
    }
    [fit] { $todo }: abgehakt durch die Passungsprüfung vom { $day }
    [four-ts] { $todo }: abgehakt durch die vier Spielräume vom { $day }
    [pulse] { $todo }: abgehakt durch Puls { $number }, { $day }
    [cycle] { $todo }: abgehakt durch Puls { $number }, { $day }: Bis dahin war nach allen vier gefragt
    [review] { $todo }: abgehakt durch die Bilanz von „{ $title }“, { $day }
   *[experiment] { $todo }: abgehakt durch das Experiment „{ $title }“, begonnen am { $day }
}

checklist-for-leads = Jedes Häkchen wird sofort gespeichert. Nur die Leitung sieht, von wem es ist.
checklist-for-members = Abgehakt wird sie von der Leitung des Teams. `/amp steps` erklärt jeden Schritt.

# Die Erinnerung, die die Leitung als Direktnachricht bekommt

checklist-nudge-text = Auf der Checkliste deines Teams hat sich seit einem Monat nichts getan.
checklist-nudge = Auf der Checkliste von *{ $team }* hat sich seit einem Monat nichts getan: { $done } von { $all } erledigt.
checklist-nudge-next = Als Nächstes: *{ $todo }*.
checklist-nudge-once = Das kommt bei jedem Stillstand nur einmal.
checklist-open-button = Checkliste öffnen
checklist-quiet-button = Nicht mehr erinnern
checklist-quiet = Einverstanden: keine Erinnerungen an diese Checkliste mehr. `/amp checklist` kann sie wieder einschalten.
checklist-loud-button = Bei Stillstand erinnern
checklist-nudges = Tut sich einen Monat lang nichts, bekommt die Leitung eine Erinnerung.
