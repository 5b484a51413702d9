# Das Modell: Karten, Hilfe und Vorschläge.

framework-card-text = { $title }: { $summary }
framework-back-button = Zurück
framework-next-button = Weiter: { $card }
framework-more-button = Mehr dazu
framework-less-button = Kürzer
framework-share-button = Hier teilen
framework-shared-by = Geteilt von { $person }

framework-tip = :bulb: *Tipp*  { $text }
framework-tip-titled = :bulb: *{ $title }*  { $text }
framework-warning = :warning: *Achtung*  { $text }
framework-warning-titled = :warning: *{ $title }*  { $text }

framework-ideas-of-facet = *{ $facet }:* { $ideas }
framework-todo = ☐ { $todo }
framework-sources = :books: Quelle: { $sources }

# Hilfe

framework-help-header = Was du mich fragen kannst
framework-help-intro = Tipp etwas davon, oder `/amp help` und ein Wort: `/amp help Vergütung`. Nur du siehst die Antwort.
framework-help-do = *Zum Tun*
framework-help-read = *Zum Lesen*
framework-command = *`{ $typed }`*
    { $summary }
framework-command-text = { $typed }: { $summary }
framework-command-for-leads = Für die Leitung eines Teams.
framework-everything-button = Alles, was ich weiß
framework-help-line = `{ $typed }`  { $summary }

framework-unsure = „{ $typed }“: Ich bin nicht sicher, was du meinst. Vielleicht etwas davon?
framework-nothing-found = „{ $typed }“: Dazu habe ich nichts. Mit /amp help siehst du alles, was ich weiß.
framework-shortened = { $text }…

# Was schiefgehen kann

error-unknown-topic = Eine Karte mit diesem Namen habe ich nicht mehr. `/amp help` zeigt, was es gibt.
error-no-channel-here = Eine Karte teilst du aus einem Kanal: Tipp dort `/amp`, öffne die Karte und drück den Knopf.
error-closed-channel = In diesem Kanal dürfen nicht alle schreiben, darum bleibt die Karte bei dir.
