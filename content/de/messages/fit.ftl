# Ob das Modell passt: sechs Fragen, offen beantwortet.

fit-title = Passt es zu euch?
fit-form = Denk an ein bestimmtes Team, oder an eine Art von Arbeit darin.
fit-tell-button = Sag es mir offen
fit-fits-header = Es passt
fit-fits = Hier spricht nichts dagegen. Fang mit Schritt 1 an: `/amp audit` und `/amp roles`.
fit-not-now-header = Dieses Modell nicht, und nicht jetzt
fit-not-now = Hier kommt etwas anderes zuerst:
fit-answered = *{ $question }* { $answer ->
    [yes] Ja
   *[no] Nein
}.
fit-instead = *Stattdessen:* { $instead }
fit-again-button = Noch einmal antworten
fit-private = Nur du siehst das. Macht das jemand aus der Leitung, ist damit eine Zeile der Checkliste abgehakt.
