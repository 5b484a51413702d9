# Ce que dit la démonstration en haut de la page du Slack local.

demo-filling = Quelques semaines défilent d’abord, pour qu’il y ait quelque chose à voir : *{ $done } sur { $weeks }*.
demo-begin = Dans { $product }, tapez `/amp setup` et appuyez sur le bouton.
demo-look = { $begin } Ce qu’il en sort se lit dans { $support } et { $maps }. L’horloge ci-dessus fait avancer le temps.
