# Les graphiques en mots, pour un lecteur d’écran.

chart-in-words = Courbes : { $title }, de { $first } à { $last }. { $series }
chart-series = { $name } : { $values }.
chart-value = { $value }
