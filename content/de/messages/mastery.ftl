# Die eigene Woche aus Schritt 3: die drei Voraussetzungen für Meisterschaft, nur für sich.

mastery-title = Meine Woche
mastery-form = Die drei Voraussetzungen für Meisterschaft, in *deiner* Woche. Nur du siehst es.
mastery-look-button = Ansehen
mastery-condition = { $bar } *{ $condition }* { $points } von 5{ $weeks ->
    [0] {""}
   *[other] {" "}(davor: { $before })
}
mastery-left-out = *{ $condition }*: diese Woche ausgelassen
mastery-try-header = Zum Ausprobieren
mastery-weakest = Am schwächsten war diese Woche: { $condition }.
mastery-nothing-answered = Du hast nichts beantwortet, darum gibt es keinen Vorschlag.
mastery-all-well = Alle drei waren da. Behalte bei, was die Woche so gemacht hat.
mastery-again-button = Diese Woche neu beantworten
mastery-private = Die letzten { $weeks } Wochen bleiben gespeichert, verschlossen, nur für dich. Wer Amp betreibt, hat den Schlüssel zum Schloss. Alle verschwinden { $weeks } Wochen, nachdem du zuletzt eine ausgefüllt hast.
