# Lo que dicen varias herramientas.

tools-yes-option = Sí
tools-no-option = No
tools-save-button = Guardar
tools-contested = Esto ha cambiado desde que abriste el formulario, y tú también lo has cambiado: { $fields }. Aquí está lo que escribiste; «Guardar» lo conserva.

tools-idea = *{ $title }*. { $what }
tools-idea-goal = _Meta:_ { $goal }
tools-idea-metric = _Cómo se notará:_ { $metric }
