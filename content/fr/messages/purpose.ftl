# Sa propre phrase, à l’étape 4 : qui ce travail aide.

purpose-title = Ma phrase
purpose-sentence-label = Qui ce travail aide-t-il, et en quoi ?
purpose-sentence-placeholder = J’aide … à …, pour que …
purpose-form = Une phrase, avec vos propres mots ; personne n’est tenu d’en avoir une. Elle reste à vous tant que vous ne la partagez pas.
purpose-private = Gardée sous clé. Dans Slack, personne ne la voit avant que vous la partagiez.

purpose-change-button = Modifier
purpose-delete-button = Supprimer
purpose-delete-title = La supprimer ?
purpose-delete-text = Votre phrase disparaît pour de bon.
purpose-deleted = Elle est supprimée. `/amp my purpose` permet de recommencer.

# La partager dans le canal d’une équipe

purpose-share-in = La partager dans { $channel } ?
purpose-share-button = Partager
purpose-share-title = La partager ?
purpose-share-text = Tout le monde dans le canal la verra, avec votre nom.
purpose-shared-in = :white_check_mark: Partagée dans { $channel }.
purpose-shared = { $person } dit qui ce travail aide :
purpose-shared-text = Quelqu’un dit qui ce travail aide.

# Ce qui peut mal tourner

error-no-sentence = Il faut quelques mots ici. Ou fermez cette fenêtre : personne n’est tenu d’avoir une phrase.
error-nothing-to-share = Il n’y a plus de phrase à partager. `/amp my purpose` permet d’en commencer une autre.
