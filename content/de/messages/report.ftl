# Ein Bericht: eine Seite über das Quartal eines Teams oder des ganzen Unternehmens, für den Browser.

report-team-heading = Bericht: { $team }
report-company-heading = Bericht: alle Teams
report-period = { $first } bis { $last }. Aus dem, was die Auswertungen gezeigt haben, und aus nichts Feinerem.
report-ended = Dieses Team wurde am { $day } beendet.
report-bands = Ein blasses Band um eine Linie: Hier wurde etwas ausprobiert, um sie zu bewegen.
report-drives-header = Wie die Antriebe standen
report-own-header = Eigene Fragen
report-own = Was das Team außerdem gefragt hat, in eigenen Worten: neben den Antrieben, nie darin.
report-tried-header = Was ausprobiert wurde
report-nothing-tried = In dieser Zeit wurde nichts ausprobiert.
report-rounds-header = Runde für Runde
report-round-header = Runde
report-answered-header = Geantwortet
report-mean = { $mean }

# In Slack, neben der Datei

report-comment = Der Bericht von { $team }: eine Seite für jeden Browser und für Papier.
report-company-comment = Der Unternehmensbericht: die Monate, die { $channel } gelesen hat, auf einer Seite für jeden Browser und für Papier.
report-done = Dein Bericht liegt in deinen Nachrichten mit mir.

# Was schiefgehen kann

error-nothing-to-report = In dieser Zeit gab es keine Auswertung, also gibt es nichts zu berichten. Ein Bericht umfasst das letzte Quartal; die erste Auswertung kommt, wenn die erste Runde schließt.
error-no-month-to-report = Der Unternehmensbericht enthält die Monate, die der Monatsüberblick in seinem Kanal gezeigt hat, und im letzten Quartal war noch keiner dabei. Ein Monat wird am ersten Arbeitstag danach gezeigt.
error-report-backwards = Der Bericht würde enden, bevor er anfängt. Bitte tausch die beiden Tage.
error-report-too-long = Ein Bericht umfasst höchstens ein Jahr. Bitte wähl eine kürzere Zeit.
error-report-not-sent = Slack hat die Datei nicht angenommen. Wer Amp betreibt, kann dieselbe Seite mit `amp report` schreiben.
