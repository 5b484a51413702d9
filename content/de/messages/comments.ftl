# Kommentare: eine Zeile am Ende des Formulars, ohne Namen im Thread der Auswertung, und die Antwort
# einer Leitung, die ankommt, ohne dass jemand erfährt, bei wem.

# Das Formular

comments-label = Was hat geholfen, was stand im Weg?
comments-hint = Freiwillig, { $longest } Zeichen. Wird ohne deinen Namen gezeigt, ab { SPELLED($fewest) } Kommentaren und { SPELLED($quorum) } Antworten, sonst ungelesen gelöscht. Dein Stil kann dich verraten. Schickst du mehrere Formulare, zählt das letzte, auch mit dieser Zeile.
comments-may-answer-label = Falls dir jemand antworten möchte
comments-may-answer-option = Die Leitung darf einmal als Direktnachricht antworten, ohne zu wissen, wem

# Im Thread der Auswertung

comments-intro = :speech_balloon: *{ $comments } Kommentare zu Puls { $number }*, in gemischter Reihenfolge und ohne Namen. { $kind ->
    [prompt] Die Frage war: { $prompt }
   *[usual] Lest sie als das, was euch beschäftigt, nicht als Abstimmung, und ratet nicht, von wem sie sind.
}
comments-one-text = Ein Kommentar zu Puls { $number }.
comments-quoted = „{ $words }“
comments-answer-button = Antworten
comments-hide-button = Verbergen
comments-hide-title = Kommentar verbergen?
comments-hide-sure = Verbirg einen Kommentar, der jemanden beim Namen nennt, nicht einen, den man ungern hört. Alle sehen, dass hier ein Kommentar verborgen wurde. Zurückholen lässt er sich nicht.
comments-hide-yes-button = Verbergen
comments-hidden = :see_no_evil: Die Leitung hat hier einen Kommentar verborgen, weil er jemanden nennt.
comments-hidden-done = Er ist verborgen. Alle sehen, dass hier ein Kommentar verborgen wurde.
comments-burn-button = Von mir: keine Antwort
comments-burn-title = Keine Antwort?
comments-burn-sure = Wenn du das geschrieben hast, wird deine Adresse verbrannt, und keine Antwort erreicht dich. Wenn nicht, geschieht nichts.
comments-burn-yes-button = Verbrennen
comments-burned = Ist notiert. Wenn der Kommentar von dir ist, wird seine Adresse innerhalb einer Minute verbrannt, und keine Antwort erreicht dich mehr. Wenn nicht, ändert sich nichts.

# Die Leitung antwortet

comments-answering-title = Kommentar beantworten
comments-answering = Deine Antwort geht als Direktnachricht an die Person, die das geschrieben hat, und an niemanden sonst. Darin steht der Name deines Teams und nicht deiner, außer du schreibst ihn hinein. Du erfährst nicht, wer sie liest, und zurückschreiben geht nicht.
comments-answering-label = Deine Antwort
comments-send-button = Abschicken
comments-answer-sealed = :lock: Versiegelt. Sie geht { $when ->
        [now] innerhalb einer halben Stunde
       *[later] tagsüber, innerhalb einer halben Stunde ab { $day },
    } hinaus, zu einem zufälligen Zeitpunkt, damit niemand merkt, wessen Telefon gerade klingelt. Wird die Adresse vorher verbrannt, erreicht die Antwort niemanden. Danach wird die Adresse vernichtet.
comments-answer-lost = :warning: Deine Antwort auf einen Kommentar ließ sich nicht zustellen: Der Schlüssel seiner Adresse ist verloren. Wenn sie wichtig ist, schreib sie in den Thread der Auswertung, wo alle sie lesen.

# Die Antwort, per DM

comments-answer = :envelope: Jemand aus der Leitung von *{ $team }* hat auf einen Kommentar von dir geantwortet:
comments-answer-small = Wer geantwortet hat, weiß nicht, dass die Antwort an dich ging, und der Weg zu dir ist inzwischen vernichtet. Sie steht nur hier; löschst du sie, ist sie weg.
comments-delete-button = Diese Nachricht löschen

# Was schiefgeht

error-comment-too-long = Das sind { $length } Zeichen, und { $longest } haben Platz. Kürz es bitte; abgeschickt ist noch nichts.
error-comment-is-blank = Hier stehen nur Leerzeichen. Schreib etwas, oder lass es leer.
error-answer-too-long = Das sind { $length } Zeichen, und { $longest } haben Platz. Kürz es bitte; abgeschickt ist noch nichts.
error-answer-is-blank = Hier stehen nur Leerzeichen. Schreib deine Antwort, oder schließe dieses Fenster.
error-address-gone = Dieser Kommentar nimmt keine Antwort mehr an: Er wurde beantwortet, seine Adresse wurde verbrannt, oder vier Wochen sind um. In den Thread kannst du weiterhin schreiben; dort lesen es alle.
error-answered-already = Jemand anders aus der Leitung hat diesen Kommentar gerade beantwortet, und jeder bekommt eine Antwort. Deine wurde nicht abgeschickt; du kannst sie von hier kopieren und in den Thread schreiben.
