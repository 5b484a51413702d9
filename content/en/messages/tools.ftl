# What several tools say.

tools-yes-option = Yes
tools-no-option = No
tools-save-button = Save

# An idea to try, with the guard rails that keep it accountable. $what is two or three sentences.
tools-idea = *{ $title }*. { $what }
tools-idea-goal = _Goal:_ { $goal }
tools-idea-metric = _How to tell:_ { $metric }
