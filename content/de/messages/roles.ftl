# Arbeit einordnen: Was ist in einem Team algorithmisch, was heuristisch?

roles-title = Arbeit einordnen
roles-map-header = Unsere Arten von Arbeit
roles-intro = *{ $team }*: Welche Arten von Arbeit gibt es, und was braucht jede? Arten von Arbeit, keine Personen oder Stellentitel.
roles-empty = Noch steht hier nichts. Die Leitung des Teams trägt es ein.
roles-role = *{ $role }*: { $kind ->
    [algorithmic] algorithmisch
    [heuristic] heuristisch
   *[mixed] von beidem etwas
}
roles-where = { $kind ->
    [algorithmic] *Wo die Arbeit algorithmisch ist*
    [heuristic] *Wo die Arbeit heuristisch ist*
   *[mixed] *Wo die Arbeit von beidem etwas hat*
}
roles-rewards = *Belohnung:* { $rewards }
roles-autonomy = *Autonomie:* { $autonomy }

roles-add-button = Art von Arbeit hinzufügen
roles-edit-button = Ändern
roles-remove-button = Entfernen
roles-remove-title = Entfernen?
roles-remove-text = Diese Art von Arbeit ist dann nicht mehr dabei.
roles-remove-yes-button = Entfernen

# Das Formular für eine Art von Arbeit

roles-form-title = Eine Art von Arbeit
roles-gone = Jemand hat diese Art von Arbeit inzwischen von der Karte genommen. Hier steht, was du eingegeben hast; „Speichern“ setzt sie wieder darauf.
roles-name-label = Was tun die Leute da?
roles-name-placeholder = zum Beispiel: Anfragen der Kundschaft beantworten

# Im Kanal des Teams teilen

roles-share-button = Im Kanal teilen
roles-share-title = Im Kanal teilen?
roles-share-text = Alle im Kanal des Teams sehen, wie ihr die Arbeit eingeordnet habt.
roles-share-yes-button = Teilen
roles-on-its-way-title = Geteilt
roles-on-its-way = :white_check_mark: Ist unterwegs nach { $channel }.
roles-shared-text = Die Arten von Arbeit im Team { $team }.
roles-kind = *{ $kind }*: { $about }
roles-shared-by = Geteilt von { $lead }

# Was schiefgehen kann

error-nameless-role = Gib dieser Art von Arbeit einen Namen.
error-too-many-roles = Zwölf Arten von Arbeit genügen für ein Bild. Fass zwei zusammen, oder entferne eine.
error-role-exists = Diese Art von Arbeit ist schon eingeordnet. Ändere sie dort, oder gib dieser einen anderen Namen.
error-no-such-role = Diese Art von Arbeit ist nicht mehr dabei. `/amp roles` zeigt, was da ist.
