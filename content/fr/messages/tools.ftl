# Ce que disent plusieurs outils.

tools-yes-option = Oui
tools-no-option = Non
tools-save-button = Enregistrer
tools-contested = Ceci a changé depuis que vous avez ouvert le formulaire, et vous l’avez changé aussi : { $fields }. Voici ce que vous avez saisi ; « Enregistrer » le garde.

tools-idea = *{ $title }*. { $what }
tools-idea-goal = _Objectif :_ { $goal }
tools-idea-metric = _À quoi le voir :_ { $metric }
