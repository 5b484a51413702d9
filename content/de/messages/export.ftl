# `/amp export`: die Auswertungen eines Teams als Dateien, für seine Leitung.

export-done = :white_check_mark: CSV und JSON findest du in unseren Direktnachrichten.
export-comment = { $digests ->
    [one] Was die Auswertung von *{ $team }* gezeigt hat.
   *[other] Was die { $digests } Auswertungen von *{ $team }* gezeigt haben.
} Gerundet, wie es zu sehen war; was verborgen war, steht auch hier nicht.
export-as-text-text = Die Auswertungen als Text
export-as-text = Dateien kann ich hier nicht schicken (dafür braucht es die Berechtigung `files:write`), darum steht hier, was die Auswertungen von *{ $team }* gezeigt haben. Wer mich betreibt, bekommt alles über die Kommandozeile: `amp export` und der Name des Teams, mit `--json` als JSON.
export-as-text-newest = Dateien kann ich hier nicht schicken (dafür braucht es die Berechtigung `files:write`), darum stehen hier die neuesten { $shown } von { $all } Zeilen dessen, was die Auswertungen von *{ $team }* gezeigt haben. Wer mich betreibt, bekommt alles über die Kommandozeile: `amp export` und der Name des Teams, mit `--json` als JSON.

# Was schiefgehen kann

error-nothing-to-export = Von diesem Team ist noch keine Runde geschlossen, darum gibt es nichts zu exportieren.
