# Was mehrere Werkzeuge sagen.

tools-yes-option = Ja
tools-no-option = Nein
tools-save-button = Speichern
tools-contested = Das hat sich geändert, seit du das Formular geöffnet hast, und du hast es auch geändert: { $fields }. Hier steht, was du eingegeben hast; „Speichern“ behält es.

tools-idea = *{ $title }*. { $what }
tools-idea-goal = _Ziel:_ { $goal }
tools-idea-metric = _Woran man es merkt:_ { $metric }
