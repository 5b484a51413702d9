# Le webhook d’une équipe : son formulaire, son secret, et ce que ses responsables lisent quand il échoue.

webhook-title = Webhook
webhook-about = *{ $team } :* avec chaque synthèse, je peux envoyer les mêmes chiffres en JSON à l’un de vos programmes, signés pour qu’il voie qu’ils viennent de moi. Jamais plus que ce que montre la synthèse.
webhook-address-label = Adresse
webhook-address-hint = En https, et sur l’internet public.
webhook-address-placeholder = https://example.com/hooks/amp
webhook-turn-on-button = Enregistrer et activer
webhook-save-button = Enregistrer
webhook-on = Le webhook est activé.
webhook-off = Le webhook est désactivé.
webhook-nothing-sent = Rien n’a encore été envoyé.
webhook-last-call = { $state ->
    [done] La dernière synthèse a été acceptée.
    [failed] La dernière synthèse n’a pas été acceptée ({ $failure }) ; { $attempts ->
            [one] après { $attempts } tentative
           *[other] après { $attempts } tentatives
        }, j’ai abandonné.
   *[waiting] La dernière synthèse n’a pas encore été acceptée ({ $failure }) ; { $attempts ->
            [one] { $attempts } tentative
           *[other] { $attempts } tentatives
        } jusqu’ici.
}
webhook-failure = { $code ->
    [not-tried] pas encore d’essai
    [not-public] adresse non publique
    [no-answer] pas de réponse à temps
    [no-connection] pas de connexion
   *[other] { $code }
}
webhook-new-secret-button = Nouveau secret
webhook-new-secret-title = Changer de secret ?
webhook-new-secret-text = Ce qui est envoyé à partir de maintenant sera signé avec le nouveau.
webhook-new-secret-yes-button = Changer
webhook-turn-off-button = Désactiver
webhook-secret = :white_check_mark: Chaque synthèse de l’équipe *{ $team }* est désormais envoyée à { $url }. Voici le secret qui permet de vérifier les signatures. *Il ne s’affiche que maintenant :*
webhook-secret-small = Signé selon Standard Webhooks ; le reste est dans docs/webhook.md.
webhook-saved = :white_check_mark: Chaque synthèse de l’équipe *{ $team }* est désormais envoyée à { $url }. Le secret est celui que vous avez déjà.
webhook-turned-off = :white_check_mark: Les synthèses de l’équipe *{ $team }* ne sont plus envoyées ailleurs.
webhook-announced-text = Les synthèses sont aussi envoyées ailleurs.
webhook-announced = { $lead } fait aussi envoyer les synthèses de l’équipe *{ $team }* à un programme chez { $host }, dès la prochaine : les chiffres affichés ici, et rien de plus.

# Ce que lisent les responsables quand une synthèse n’a pas été reçue

webhook-trouble-text = Un webhook n’a pas accepté une synthèse.
webhook-gave-up = :warning: Le webhook de l’équipe *{ $team }* n’a pas accepté sa synthèse pendant une journée ({ $failure }) ; j’ai donc abandonné celle-là. La prochaine sera envoyée comme d’habitude. L’adresse est dans `/amp webhook`.
webhook-gone = :warning: Le webhook de l’équipe *{ $team }* dit qu’il ne veut plus de synthèses ({ $failure }) ; je l’ai donc désactivé. L’adresse est dans `/amp webhook`.

# Ce qui peut mal tourner

error-no-webhook = Cette équipe n’a pas de webhook. `/amp webhook` permet d’en créer un.
error-no-address = Je ne peux rien envoyer à cette adresse. Elle doit commencer par https:// et désigner un serveur public.
error-not-public = Cette adresse n’est pas publique : j’envoie les synthèses vers l’extérieur, jamais dans notre propre réseau.
