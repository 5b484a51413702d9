# Le modèle : cartes, aide et suggestions.

framework-card-text = { $title } : { $summary }
framework-back-button = Retour
framework-next-button = Suivant : { $card }
framework-more-button = En savoir plus
framework-less-button = En bref
framework-share-button = Partager ici
framework-shared-by = Carte partagée par { $person }

framework-tip = :bulb: *Astuce*  { $text }
framework-tip-titled = :bulb: *{ $title }*  { $text }
framework-warning = :warning: *Attention*  { $text }
framework-warning-titled = :warning: *{ $title }*  { $text }

framework-ideas-of-facet = *{ $facet } :* { $ideas }
framework-todo = ☐ { $todo }
framework-sources = :books: Source : { $sources }

# Aide

framework-help-header = Ce que vous pouvez me demander
framework-help-intro = Tapez l’une de ces lignes, ou `/amp help` et un mot : `/amp help rémunération`. La réponse n’est visible que pour vous.
framework-help-do = *À faire*
framework-help-read = *À lire*
framework-command = *`{ $typed }`*
    { $summary }
framework-command-text = { $typed } : { $summary }
framework-command-for-leads = Pour les responsables d’une équipe.
framework-everything-button = Tout ce que je sais
framework-help-line = `{ $typed }`  { $summary }

framework-unsure = « { $typed } » : je ne vois pas bien ce que vous cherchez. Peut-être l’un de ces sujets ?
framework-nothing-found = « { $typed } » : je n’ai rien là-dessus. Tapez /amp help pour voir tout ce que je sais.
framework-shortened = { $text }…

# Ce qui peut mal tourner

error-unknown-topic = Je n’ai plus de carte de ce nom. `/amp help` montre celles qu’il y a.
error-no-channel-here = Une carte se partage depuis un canal. Tapez-y `/amp`, ouvrez la carte et appuyez sur le bouton.
error-closed-channel = Tout le monde ne peut pas écrire dans ce canal : la carte reste donc avec vous.
