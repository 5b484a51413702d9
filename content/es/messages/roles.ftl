# El mapa del trabajo: qué parte del trabajo de un equipo es algorítmica, y cuál heurística.

roles-title = El mapa del trabajo
roles-map-header = El mapa del trabajo
roles-intro = *{ $team }*: ¿qué tipos de trabajo hay, y qué necesita cada uno? Tipos de trabajo, no personas ni nombres de puestos.
roles-empty = Todavía no hay nada en él. Lo completan las personas responsables del equipo.
roles-role = *{ $role }*: { $kind ->
    [algorithmic] algorítmico
    [heuristic] heurístico
   *[mixed] de ambos tipos
}
roles-where = { $kind ->
    [algorithmic] *Donde el trabajo es algorítmico*
    [heuristic] *Donde el trabajo es heurístico*
   *[mixed] *Donde el trabajo es de ambos tipos*
}
roles-rewards = *Recompensas:* { $rewards }
roles-autonomy = *Autonomía:* { $autonomy }

roles-add-button = Añadir un tipo de trabajo
roles-edit-button = Editar
roles-remove-button = Quitar
roles-remove-title = ¿Quitarlo?
roles-remove-text = Desaparece del mapa.
roles-remove-yes-button = Quitarlo

# El formulario de un tipo de trabajo

roles-form-title = Un tipo de trabajo
roles-gone = Alguien ha quitado entretanto este tipo de trabajo del mapa. Aquí está lo que escribiste; «Guardar» lo vuelve a poner.
roles-name-label = ¿Qué se hace ahí?
roles-name-placeholder = por ejemplo: atender a clientes

# Compartir el mapa en el canal del equipo

roles-share-button = Compartir en el canal
roles-share-title = ¿Compartir el mapa?
roles-share-text = Lo ve todo el canal del equipo.
roles-share-yes-button = Compartirlo
roles-on-its-way-title = Compartido
roles-on-its-way = :white_check_mark: Está en camino a { $channel }.
roles-shared-text = El mapa del trabajo de { $team }.
roles-kind = *{ $kind }*: { $about }
roles-shared-by = Lo compartió { $lead }

# Lo que puede fallar

error-nameless-role = Ponle un nombre a este tipo de trabajo.
error-too-many-roles = Doce tipos de trabajo bastan para hacerse una idea. Junta dos, o quita uno.
error-role-exists = Ese tipo de trabajo ya está en el mapa. Edítalo, o ponle otro nombre a este.
error-no-such-role = Ese tipo de trabajo ya no está en el mapa. `/amp roles` muestra los que hay.
