# Eine Nachricht, die ihren Kanal nicht erreicht hat: warum, was hilft, und der Knopf dafür.

undelivered-text = { $kind ->
        [digest] Eine Auswertung ist nicht angekommen.
        [experiment] Eine Nachricht über euer Experiment ist nicht angekommen.
       *[rollup] Ein Monatsüberblick ist nicht angekommen.
    }
undelivered-failed = :warning: { $kind ->
        [digest] Ich konnte die Auswertung von *{ $team }* nicht in { $channel } posten
        [experiment] *{ $team }*: Ich konnte eine Nachricht über euer Experiment nicht in { $channel } posten
       *[rollup] Ich konnte den Überblick über { $month } nicht in { $channel } posten
    }: { $failure ->
        [is_archived] Der Kanal ist archiviert. Hol ihn aus dem Archiv
        [not_in_channel] Ich bin nicht in diesem Kanal. Tipp dort `/invite @Amp`
        [channel_not_found] Es gibt den Kanal nicht mehr, oder er ist privat und ich bin nicht dabei. Tipp dort `/invite @Amp`
       *[other] Slack hat es abgelehnt ({ $failure }). Sieh nach, ob ich dort posten darf
    }, oder wähl einen anderen Kanal ({ $kind ->
        [rollup] `/amp rollup`
       *[other] „Einstellungen“ in meinem Home-Tab
    }). Drück danach hier.
undelivered-unknown = :warning: { $kind ->
        [digest] Während ich die Auswertung von *{ $team }* in { $channel } posten wollte
        [experiment] *{ $team }*: Während ich eine Nachricht über euer Experiment in { $channel } posten wollte
       *[rollup] Während ich den Überblick über { $month } in { $channel } posten wollte
    }, wurde ich unterbrochen und kann nicht sehen, ob es geklappt hat. Fehlt dort etwas, poste es noch einmal.

undelivered-again-button = Noch einmal posten
undelivered-on-its-way = Ist unterwegs nach { $channel }.
undelivered-has-arrived = Ist schon in { $channel } angekommen.
error-message-gone = Diese Nachricht habe ich nicht mehr, darum kann ich sie nicht noch einmal posten.
