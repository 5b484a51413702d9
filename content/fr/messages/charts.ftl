# Les graphiques en mots, pour un lecteur d’écran.

chart-in-words = Graphique en courbes : { $title } (premier point : { $first }, dernier point : { $last }). { $series }
chart-series = { $name } : { $values }.
chart-value = { $value }
