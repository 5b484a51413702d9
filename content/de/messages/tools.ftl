# Was mehrere Werkzeuge sagen.

tools-yes-option = Ja
tools-no-option = Nein
tools-save-button = Speichern

tools-idea = *{ $title }*. { $what }
tools-idea-goal = _Ziel:_ { $goal }
tools-idea-metric = _Woran man es merkt:_ { $metric }
