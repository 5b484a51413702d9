# Der eigene Satz aus Schritt 4: wem diese Arbeit hilft.

purpose-title = Mein Satz
purpose-sentence-label = Wem hilft diese Arbeit, und womit?
purpose-sentence-placeholder = Ich helfe … dabei, …, damit …
purpose-form = In deinen eigenen Worten; niemand muss einen haben. Dein Satz bleibt bei dir, bis du ihn teilst.
purpose-private = Verschlossen gespeichert. In Slack sieht ihn niemand, bevor du ihn teilst.

purpose-change-button = Ändern
purpose-delete-button = Löschen
purpose-delete-title = Löschen?
purpose-delete-text = Dein Satz ist dann endgültig weg.
purpose-deleted = Gelöscht. Mit `/amp my purpose` fängst du neu an.

# Im Kanal eines Teams teilen

purpose-share-in = In { $channel } teilen?
purpose-share-button = Teilen
purpose-share-title = Teilen?
purpose-share-text = Alle im Kanal sehen ihn, mit deinem Namen.
purpose-shared-in = :white_check_mark: In { $channel } geteilt.
purpose-shared = { $person } sagt, wem diese Arbeit hilft:
purpose-shared-text = Jemand sagt, wem diese Arbeit hilft.

# Was schiefgehen kann

error-no-sentence = Hier braucht es ein paar Worte. Oder schließ das Fenster: Niemand muss einen Satz haben.
error-nothing-to-share = Es gibt keinen Satz mehr zu teilen. Mit `/amp my purpose` beginnst du einen neuen.
