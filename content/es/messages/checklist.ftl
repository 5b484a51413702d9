# La lista de verificación de un equipo, que marcan quienes lo lideran.

checklist-title = Lista de verificación

checklist-progress = *{ $team }*: { $done ->
        [one] va { $done } de { $all }
       *[other] van { $done } de { $all }
    }.
checklist-step = { $bar } { $done } de { $all }  *{ $step }*
checklist-ticked = { $todo }: { $who }, { $day }
checklist-ticked-by-nobody = { $todo }: alguien que ya no está, { $day }
checklist-ticked-by-itself = { $kind ->
    [audit] { $todo }: marcado por el diagnóstico del { $day }
    [roles] { $todo }: marcado por el mapa del trabajo, { $number ->
        [one] un tipo hasta ahora
       *[other] { $number } tipos hasta ahora
    }
    [fit] { $todo }: marcado por la comprobación del { $day }
    [four-ts] { $todo }: marcado por las cuatro T del { $day }
    [pulse] { $todo }: marcado por el pulso { $number }, { $day }
    [cycle] { $todo }: marcado por el pulso { $number }, { $day }, cuando ya se había preguntado por las cuatro
    [review] { $todo }: marcado por el balance de «{ $title }», { $day }
   *[experiment] { $todo }: marcado por el experimento «{ $title }», empezado el { $day }
}

checklist-for-leads = Cada marca se guarda al momento. Solo las personas responsables ven quién marcó qué.
checklist-for-members = La marcan las personas responsables del equipo. `/amp steps` explica cada paso.

# El recordatorio por mensaje directo a quienes lideran

checklist-nudge-text = La lista de verificación de tu equipo lleva un mes sin moverse.
checklist-nudge = La lista de verificación de *{ $team }* lleva un mes sin moverse: { $done ->
        [one] va { $done } de { $all }
       *[other] van { $done } de { $all }
    }.
checklist-nudge-next = Lo siguiente: *{ $todo }*.
checklist-nudge-once = Este aviso llega una sola vez cada vez que la lista se detiene.
checklist-open-button = Abrir la lista
checklist-quiet-button = No más recordatorios
checklist-quiet = De acuerdo: no habrá más recordatorios sobre esta lista. `/amp checklist` puede activarlos de nuevo.
checklist-loud-button = Avisar si se detiene
checklist-nudges = Tras un mes sin movimiento, las personas responsables reciben un recordatorio.
