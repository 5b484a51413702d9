# Experimentos: lo que un equipo prueba durante unas rondas para mover un impulso, y el balance.

experiments-text = Experimentos de { $team }

# Empezar uno

experiments-try-button = Probar esto
experiments-not-for-us-button = No nos encaja
experiments-rejected = :white_check_mark: No volveré a proponer *{ $title }* a este equipo.
experiments-suggestion-works = *Cómo se nota que funciona:* { $metric }
experiments-suggestion-guarded = { $risk ->
    [none] {""}
   *[other] *Qué puede salir mal:* { $risk }{" "}
}*Salvaguarda:* { $goal }
experiments-suggestion-effort = { $effort ->
    [small] poco esfuerzo
    [medium] algo de esfuerzo
   *[large] mucho esfuerzo
} · { $who ->
    [each] cada cual por su lado
    [pair] entre dos personas
    [lead] empieza la persona responsable
   *[team] el equipo en conjunto
}
experiments-suggestion-from = { $count ->
    [0] de la práctica
   *[other] { $sources }
}
experiments-others-button = Otras ideas
experiments-others-text = Otras ideas para { $team }
experiments-others = *Otras para elegir*
experiments-no-others = Por ahora no hay otras. `/amp experiment` las muestra todas.
experiments-own-words-button = Con nuestras palabras
experiments-suggestion = *{ $title }*
    { $what }
experiments-start-title = Empezar un experimento
experiments-start-intro = *{ $team }*: un cambio, un impulso y un balance en una fecha fijada de antemano. En { $channel } se lee lo que escribas aquí.
experiments-start-too-early = :information_source: Un balance compara con al menos { SPELLED($fewest) } rondas anteriores; por ahora { $rounds ->
        [0] no hay ninguna
        [one] solo hay una
       *[other] solo hay { SPELLED($rounds) }
    }. Si empieza ya, se puede probar y hablar de ello, pero las cifras no dirán si ayudó.
experiments-name-label = Nombre
experiments-what-label = Qué cambia
experiments-drive-label = Qué debería mover
experiments-goal-label = Salvaguarda: qué se debe seguir cumpliendo
experiments-goal-hint = Sin rendir cuentas, la libertad acaba en caos.
experiments-metric-label = Cómo lo notará todo el mundo
experiments-rounds-label = Hacer balance después de
experiments-rounds-option = { $rounds } rondas
experiments-start-button = Empezar
experiments-started-title = En marcha
experiments-started = :white_check_mark: *{ $title }* empieza con el pulso { $first }. Ahora se anuncia en { $channel }, cada resumen dice que está en marcha, y tras el pulso { $last } se publica allí el balance.

# Lo que lee el canal cuando empieza

experiments-announced-text = Empieza un experimento: { $title }
experiments-announced = :test_tube: { $lead } puso en marcha un experimento: *{ $title }*
experiments-what = > { $what }
experiments-should-move = *Debería mover:* { $drive }
experiments-guard-rail = *Salvaguarda:* { $goal }
experiments-how-to-tell = *Cómo se notará:* { $metric }
experiments-announced-when = Empieza con el pulso { $first }, y el balance se hace tras el pulso { $last }: { SPELLED($rounds) } rondas en total. Después se pregunta a todo el equipo si se mantiene. `/amp experiment`

# Una línea en el resumen mientras dura

experiments-running = Experimento de { SMALL($drive) }: { $title }. { $stage ->
        [reviewed] Ya se hizo el balance, y las personas responsables deciden qué será de él.
        [ahead] Empieza con la próxima ronda, y el balance se hace tras el pulso { $last }.
        [last] Ronda { $rounds } de { $rounds }: ahora viene el balance.
       *[under-way] Ronda { $round } de { $rounds }; el balance se hace tras el pulso { $last }.
    } Salvaguarda: { $goal }.

# El balance, con la pregunta a todo el mundo

experiments-review-text = Balance: { $review }
experiments-review = :mag: *Balance de nuestro experimento*
experiments-review-guard-rail = Salvaguarda: { $goal }
    ¿Se cumplió? Quien mejor lo sabe es el equipo.
experiments-review-question = *¿Lo mantenemos?*
experiments-review-until = Un clic; cuenta el último que hagas hasta el cierre ({ $until }). Después deciden las personas responsables. Las preferencias se cuentan sin nombres; con menos de cinco no se muestra nada.
experiments-keep-button = Mantenerlo
experiments-longer-button = Seguir probando
experiments-drop-button = Abandonarlo
experiments-vote-taken = :white_check_mark: Anotado, sin tu nombre. Puedes pulsar otro botón hasta el cierre ({ $until }); cuenta el último.

# Lo que prefiere el equipo, hasta donde se puede contar

experiments-wishes-coming = Se están contando las preferencias del equipo; el resultado llega aquí en breve.
experiments-wishes-too-few = Menos de cinco personas dijeron qué prefieren, así que no se muestra ni se guardó.
experiments-wishes-counted = { $people } personas dijeron qué prefieren. Mantenerlo: { $keep }; seguir probando: { $longer }; abandonarlo: { $drop }.
experiments-wishes-most = { $people } personas dijeron qué prefieren; lo más elegido: { $most ->
        [keep] mantenerlo
        [longer] seguir probando
       *[drop] abandonarlo
    }.
experiments-wishes-divided = { $people } personas dijeron qué prefieren; ninguna opción va claramente por delante.

# Lo que deciden quienes lideran el equipo

experiments-decision-text = { $team }: un experimento espera tu decisión.
experiments-decision = :mag: *{ $team }*: ¿qué será del experimento?
experiments-decided-text = Decidido: { $title }
experiments-kept = :white_check_mark: *{ $title }* se queda: { $lead } decidió mantenerlo.
experiments-dropped = :checkered_flag: *{ $title }* termina aquí: { $lead } decidió abandonarlo.
experiments-longer = :repeat: *{ $title }* continúa: { $lead } decidió seguir probando. El balance se hace tras el pulso { $last }.
experiments-not-decided = :checkered_flag: Se hizo el balance de *{ $title }* y nadie decidió, así que queda cerrado sin decisión. Mantener o no lo que cambió es cosa del equipo; ya puede empezar otro experimento.
experiments-ended-early-text = Terminado antes de tiempo: { $title }
experiments-ended-early = :checkered_flag: { $lead } terminó antes de tiempo el experimento *{ $title }*.
experiments-done = :white_check_mark: *{ $title }*: { $end }. Se anuncia en { $channel }, y `/amp experiment` lo recuerda.
experiments-end = { $end ->
        [kept] se mantuvo
        [dropped] se abandonó
        [early] terminó antes de tiempo
        [undecided] sin decisión
        [team-ended] terminó con la baja del equipo
       *[other] terminó
    }

experiments-change-date-button = Cambiar la fecha
experiments-end-early-button = Terminarlo antes
experiments-end-early-title = ¿Terminarlo antes?
experiments-end-early-sure = Se anuncia en el canal, con lo que puedan decir sus rondas hasta ahora. No se puede reanudar.
experiments-end-early-yes-button = Terminarlo

experiments-later-title = Hacer balance después
experiments-when-title = Cuándo hacer balance
experiments-when = *{ $title }*: hasta ahora { $rounds ->
        [0] no se cerró ninguna de sus rondas
        [one] se cerró una de sus rondas
       *[other] se cerraron { SPELLED($rounds) } de sus rondas
    }.
experiments-when-label = Hacer balance
experiments-when-option = tras el pulso { $pulse } ({ $rounds } rondas en total)
experiments-when-small = Con más rondas se sabe más. Con cambiar la fecha para que coincida con una semana buena, no.
experiments-when-button = Guardar
experiments-moved-title = Fecha del balance
experiments-moved = :white_check_mark: El balance de *{ $title }* se hace tras el pulso { $last } y se publica en { $channel }.

# `/amp experiment`

experiments-overview-header = Experimentos: { $team }
experiments-current = :test_tube: *{ $title }*
    { $progress }
experiments-progress-decision = Ya se hizo el balance; las personas responsables deciden qué será de él.
experiments-progress-voting = Ya se hizo el balance; los botones del canal preguntan a todo el equipo si se mantiene. Cierre: { $until }.
experiments-progress-ahead = Empieza con el pulso { $first }, y el balance se hace tras el pulso { $last }.
experiments-progress = { $over ->
        [one] Va una
       *[other] Van { SPELLED($over) }
    } de { SPELLED($rounds) } rondas; el balance se hace tras el pulso { $last }.
experiments-nothing = Ahora mismo no se está probando nada. Las personas responsables del equipo pueden empezar algo; `/amp autonomy`, `/amp mastery` y `/amp purpose` tienen ideas para proponer.
experiments-nothing-for-leads = Ahora mismo no se está probando nada. Empieza con una de estas ideas, o con una propia:
experiments-ideas-placeholder = Elegir una idea
experiments-ideas-group-label = { $drive }: { $facet }
experiments-past = *Ya se probó*
experiments-past-pulses = { $rounds ->
        [0] ninguna ronda
        [1] pulso { $first }
       *[other] pulsos { $first }–{ $last }
    }
experiments-past-more = y { $more } más, hace más tiempo

# Lo que puede fallar

error-one-experiment-at-a-time = El equipo ya tiene un experimento, y con dos a la vez no se sabría cuál ayudó. `/amp experiment` lo muestra.
error-field-is-blank = Escribe algo aquí: lo lee todo el equipo.
error-unknown-drive = Elige uno de los impulsos.
error-not-a-review-round = Esas rondas ya pasaron, o son muy pocas para comparar. Elige un momento posterior.
error-experiment-has-ended = Este experimento ya terminó. `/amp experiment` muestra lo que salió de él.
error-not-reviewed-yet = Todavía no se hizo el balance de este experimento. `/amp experiment` puede terminarlo antes.
error-reviewed-already = Se acaba de hacer el balance de este experimento. `/amp experiment` tiene los botones para decidir.
error-vote-closed = Las preferencias ya se contaron, así que no se cambió nada. `/amp experiment` muestra lo que salió de ahí.
error-no-vote = Si se mantiene lo dicen solo quienes reciben las preguntas de este equipo.
error-unknown-idea = Ya no tengo esa idea. `/amp experiment` muestra las que hay.
error-up-to-the-leads = Los experimentos los empiezan las personas responsables del equipo: { $leads }. Si te gustaría probar esto, díselo; al final se pregunta a todo el mundo si se mantiene.
