# Der Webhook eines Teams: sein Formular, sein Geheimnis, und was die Leitung hört, wenn er versagt.

webhook-title = Webhook
webhook-about = *{ $team }*: Mit jeder Auswertung kann ich dieselben Zahlen als JSON an ein Programm von euch schicken, signiert, damit es erkennt, dass sie von mir kommen. Nie mehr, als die Auswertung zeigt.
webhook-address-label = Adresse
webhook-address-hint = Mit https und im öffentlichen Internet.
webhook-address-placeholder = https://example.com/hooks/amp
webhook-turn-on-button = Einschalten
webhook-save-button = Speichern
webhook-on = Er ist eingeschaltet.
webhook-off = Er ist ausgeschaltet.
webhook-nothing-sent = Bisher wurde nichts geschickt.
webhook-last-call = { $state ->
    [done] Die letzte Auswertung wurde angenommen.
    [failed] Die letzte Auswertung wurde nicht angenommen ({ $failure }); ich habe es { $attempts ->
            [one] einmal
           *[other] { $attempts }-mal
        } versucht und dann aufgegeben.
   *[waiting] Die letzte Auswertung wurde noch nicht angenommen ({ $failure }); ich habe es bisher { $attempts ->
            [one] einmal
           *[other] { $attempts }-mal
        } versucht.
}
webhook-failure = { $code ->
    [not-tried] nicht versucht
    [not-public] nicht öffentlich
    [no-answer] keine rechtzeitige Antwort
    [no-connection] keine Verbindung
   *[other] { $code }
}
webhook-new-secret-button = Neues Geheimnis
webhook-new-secret-title = Neues Geheimnis?
webhook-new-secret-text = Was ab jetzt geschickt wird, ist damit signiert.
webhook-new-secret-yes-button = Erzeugen
webhook-turn-off-button = Ausschalten
webhook-secret = :white_check_mark: Jede Auswertung von *{ $team }* geht ab jetzt an { $url }. Mit diesem Geheimnis prüft ihr die Signaturen. *Es wird nur jetzt gezeigt:*
webhook-secret-small = Signiert, wie es „Standard Webhooks“ vorsieht; alles Weitere steht in docs/webhook.md.
webhook-saved = :white_check_mark: Jede Auswertung von *{ $team }* geht ab jetzt an { $url }. Das Geheimnis bleibt das, das ihr habt.
webhook-turned-off = :white_check_mark: Die Auswertungen von *{ $team }* werden sonst nirgendwohin mehr geschickt.
webhook-announced-text = Die Auswertungen gehen auch anderswohin.
webhook-announced = { $lead } lässt die Auswertungen von *{ $team }* ab der nächsten auch an ein Programm bei { $host } senden: die Zahlen, die hier stehen, und nicht mehr.

# Was die Leitung liest, wenn eine Auswertung nicht angenommen wurde

webhook-trouble-text = Ein Webhook hat eine Auswertung nicht angenommen.
webhook-gave-up = :warning: Der Webhook von *{ $team }* hat einen Tag lang die Auswertung nicht angenommen ({ $failure }), darum habe ich es bei dieser aufgegeben. Die nächste Auswertung wird wieder geschickt. `/amp webhook` zeigt die Adresse.
webhook-gone = :warning: Der Webhook von *{ $team }* sagt, dass er keine Auswertungen mehr möchte ({ $failure }), darum habe ich ihn ausgeschaltet. `/amp webhook` zeigt die Adresse.

# Was schiefgehen kann

error-no-webhook = Dieses Team hat keinen Webhook. `/amp webhook` richtet einen ein.
error-no-address = Das ist keine Adresse, an die ich etwas schicken kann. Sie beginnt mit https:// und nennt einen öffentlichen Server.
error-not-public = Diese Adresse ist nicht öffentlich: Ich schicke Auswertungen nur nach draußen und nie in unser eigenes Netz.
