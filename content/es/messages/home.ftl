# La pestaña Inicio: lo que espera a una persona, cómo están sus equipos, qué viene después.

home-waiting-header = Abierto ahora
home-in-no-team = Nada por ahora: no formas parte de ningún equipo. Para empezar uno, ve al canal de tu equipo y escribe `/amp setup`: las personas del canal forman el equipo, y el formulario ya viene completado.
home-nothing = Nada.
home-nothing-waits = Nada. Próxima ronda: { $opens }.

# Cómo están los equipos

home-teams-header = Cómo están tus equipos
home-no-round = *{ $team }*: todavía no se cerró ninguna ronda.
home-last-round = *{ $team }*, pulso { $number } ({ $day }): { $answered ->
        [one] respondió
       *[other] respondieron
    } { $answered } de { $asked } personas.
home-last-round-in-channel = *{ $team }*, pulso { $number } ({ $day }): { $answered ->
        [one] respondió
       *[other] respondieron
    } { $answered } de { $asked } personas. El resumen completo está en { $channel }.
home-not-shown = Sus resultados no se muestran: respondieron muy pocas personas, o no se guardó nada.
home-drive = { $verdict ->
    [fell] { $bar }  _bajada en el pulso { $number }_
    [rose] { $bar }  _subida en el pulso { $number }_
    [low] { $bar }  _muy por debajo de lo habitual, solo en esta ronda_
    [high] { $bar }  _muy por encima de lo habitual, solo en esta ronda_
    [noise] { $bar }  _como de costumbre_
    [learning] { $bar }  _aprendiendo qué es lo habitual_
   *[none] { $bar }
}
home-drive-about = *{ $name }*: { $about }
home-drives = De 1 a 5, según cuánto se está de acuerdo en tenerlo. { $drives }
home-more-teams = Y { $teams } más: `/amp trends` con el nombre de un equipo.

# Lo que viene después

home-next-header = Tu siguiente paso
home-next-news = *Para hablar en { $team }: la { $kind ->
    [up] subida
   *[down] bajada
} en { SMALL($name) }* (pulso { $number }).
    Para conversar en equipo: { $question }
home-next-move = Un paso posible: *{ $title }.* { $what }
home-next-todo = *{ $todo }*
    { $how }
    _{ $step }. { $why } Lo siguiente en la lista de verificación de { $team }._
home-read-button = Leer más
home-first-card = *{ $title }*
    { $summary }
home-all-done = En tu lista de verificación ya está todo hecho. `/amp experiment` tiene ideas para probar ahora, `/amp help` muestra todo lo que hay.

# Para responsables

home-leads-header = Para responsables
home-team = *{ $team }*
home-response = Participación: { $rounds ->
    [0] todavía no se cerró ninguna ronda.
    [one] { $rate } % en la última ronda.
   *[other] { $rate } % en las últimas { $rounds } rondas.
}
home-checklist = Lista de verificación: { $done ->
        [one] va { $done } de { $all }
       *[other] van { $done } de { $all }
    }.
home-tried = Ya se probó: { $experiments }.
home-tried-one = { $title } ({ $end })
home-tried-more = { $more } más
home-settings-button = Ajustes
home-ask-now-button = Preguntar ahora
home-experiments-button = Experimentos
home-experiments-title = Experimentos
home-report-button = Informe
home-checklist-button = Lista de verificación

home-help = { $who ->
    [lead] *Eres responsable de un equipo. Lo más útil ahora:*
    [member] *Estás en un equipo. Lo más útil ahora:*
   *[newcomer] *Aún no estás en ningún equipo. Para empezar:*
}
home-help-next = *Lo siguiente en tu lista:* { $todo }. { $how }
