# Si el marco encaja: seis preguntas, respondidas con franqueza.

fit-title = ¿Encaja?
fit-form = Piensa en un equipo, o en un tipo de trabajo de ese equipo.
fit-tell-button = Dímelo con franqueza
fit-fits-header = Encaja
fit-fits = Nada de lo que respondiste habla en contra. Empieza por el paso 1: `/amp audit` y `/amp roles`.
fit-not-now-header = Este marco no, por ahora
fit-not-now = Aquí hay algo que va primero:
fit-answered = *{ $question }* { $answer ->
    [yes] Sí
   *[no] No
}.
fit-instead = *En su lugar:* { $instead }
fit-again-button = Responder de nuevo
fit-private = Solo tú ves esto. Cuando lo hace una persona responsable, se marca una línea de la lista del equipo.
