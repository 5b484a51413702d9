# Ce que disent plusieurs outils.

tools-yes-option = Oui
tools-no-option = Non
tools-save-button = Enregistrer

tools-idea = *{ $title }*. { $what }
tools-idea-goal = _Objectif :_ { $goal }
tools-idea-metric = _À quoi le voir :_ { $metric }
