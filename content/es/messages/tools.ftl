# Lo que dicen varias herramientas.

tools-yes-option = Sí
tools-no-option = No
tools-save-button = Guardar

tools-idea = *{ $title }*. { $what }
tools-idea-goal = _Meta:_ { $goal }
tools-idea-metric = _Cómo se notará:_ { $metric }
