# Equipos: ponerlos en marcha, su ficha, las pausas y la baja.

# El formulario de `/amp setup`

teams-set-up-title = Configurar el pulso
teams-settings-title = Ajustes del equipo
teams-reading-channel = :hourglass_flowing_sand: Mirando quién está en el canal…
teams-form-intro = { $people ->
        [one] *{ $people } persona* de { $channel } recibirá
       *[other] *{ $people } personas* de { $channel } recibirán
    } cinco preguntas breves por mensaje directo. El formulario ya viene completado: basta con pulsar el botón.
teams-form-settings = El equipo de { $channel }: { $people ->
        [one] { $people } persona
       *[other] { $people } personas
    }.
teams-form-small = :information_source: Son menos de cinco personas: de este equipo nunca se mostrará ninguna cifra, porque dejaría ver quién dijo qué. Un canal más grande funciona mejor.
teams-start-button = Iniciar el pulso
teams-save-button = Guardar

teams-day-label = Día
teams-hour-label = Hora
teams-clock-label = Según qué hora local
teams-own-clock-option = la de cada integrante
teams-same-clock-option = la mía: todo el equipo a la vez
teams-often-label = Frecuencia
teams-weekly-option = cada semana
teams-fortnightly-option = cada dos semanas
teams-open-label = Cuánto dura cada ronda
teams-open-option = { $hours } horas
teams-name-label = Nombre del equipo
teams-digest-label = Dónde se publica el resumen
teams-language-label = Idioma del canal
teams-leads-label = Responsables
teams-left-out-label = A quién no preguntar
teams-left-out-hint = Personas del canal que no deben recibir preguntas.
teams-guests-label = Cuentas de invitado
teams-guests-option = Preguntar también a quienes usan una
teams-holidays-label = Saltar los días no laborables de
teams-holidays-placeholder = código del país, como ES o MX

# Un equipo y su ritmo

teams-asked = { $people ->
        [one] se pregunta a { $people } persona
       *[other] se pregunta a { $people } personas
    }
teams-rhythm = { $weeks ->
        [1] cada { $day }
       *[other] cada { $weeks } semanas, el { $day }
    } a las { $hour } { $clock ->
        [own] (hora local de cada integrante)
       *[other] (hora de { $zone })
    }
teams-next = Próxima ronda: { $opens }.
teams-next-after-pause = Pausa hasta: { $until }; `/amp resume` le pone fin antes. Próxima ronda: { $opens }.
teams-next-never = Está en pausa; `/amp resume` le pone fin.

# Lo que se dice al ponerlo en marcha

teams-started = :white_check_mark: *{ $team }* está en marcha: { $asked } { $rhythm }. { $next }
teams-announced = { $lead } puso en marcha un pulso para *{ $team }*: { $asked } { $rhythm }. Cinco preguntas breves llegan por mensaje directo; el resumen llega aquí.
teams-announced-sealed = Las respuestas se sellan en cuanto llegan y se convierten en recuentos al cerrarse la ronda. Con menos de cinco respuestas no se muestra nada. `/amp privacy` cuenta más; `/amp`, de qué se trata.
teams-announced-text = Empieza un pulso para { $team }.
teams-saved = :white_check_mark: Guardado. Se aplica a partir de la próxima ronda.
teams-ask-now-button = Preguntar ahora
teams-settings-button = Ajustes

# `/amp team`

teams-card-text = El equipo { $team }
teams-card = *{ $team }* · { $channel }
    { $people ->
        [one] Se pregunta a { $people } persona
       *[other] Se pregunta a { $people } personas
    } { $rhythm }; cada ronda dura { $hours } horas.
    Responsables: { $leads ->
        [0] nadie por ahora
       *[other] { $names }
    }. El resumen se publica en { $digest }.
    { $next }
teams-end-button = Dar de baja el equipo
teams-end-title = ¿Dar de baja el equipo?
teams-end-text = Sus integrantes dejan de recibir preguntas, y se borran la lista de verificación, el mapa del trabajo y los días ShipIt del equipo. Lo que mostraron sus resúmenes se guarda hasta que Amp se desinstale del espacio de trabajo. `/amp setup` empieza de cero.
teams-end-yes-button = Dar de baja
teams-ended = Se dio de baja el equipo *{ $team }*. Sus integrantes ya no reciben preguntas.

# Las pausas

teams-paused = :double_vertical_bar: *{ $team }* está en pausa. Próxima ronda: { $opens }.
teams-paused-for-good = :double_vertical_bar: *{ $team }* está en pausa hasta que alguien escriba `/amp resume`.
teams-resumed = :arrow_forward: *{ $team }* reanuda su pulso. { $next }

# Lo que puede fallar

error-several-teams = Lideras varios equipos: escríbelo en el canal del equipo que te interese.
error-team-exists = Este canal ya tiene un equipo. `/amp team` lo muestra.
error-not-in-team = Eso es de un equipo del que no formas parte. Se entra por su canal.
error-no-such-team = No formas parte de ningún equipo con ese nombre, y las cifras de un equipo son para sus integrantes. Si no pones nombre, tomo el equipo del canal donde escribes.
error-which-of-your-teams = Formas parte de varios equipos: di cuál, como en `/amp trends Producto`, o escríbelo en el canal del equipo que te interese.
error-no-name = Un equipo necesita un nombre. Puede ser el del canal.
error-no-lead = Un equipo necesita al menos una persona responsable que sea de este espacio de trabajo. Puedes elegirte a ti, o a alguien con quien trabajas.
error-unknown-country = Con ese código no conozco días no laborables. Usa dos letras, como ES, MX o US.
error-not-a-number-of-weeks = Di por cuántas semanas, de 1 a { $longest }: `/amp pause 2`. Sin un número, la pausa dura hasta que escribas `/amp resume`.
error-channel-out-of-sight = No puedo ver ese canal: es privado y no estoy en él. Escribe allí `/invite @Amp` e inténtalo de nuevo.
error-channel-without-bot = Todavía no estoy en ese canal, así que no podría publicar en él. Escribe allí `/invite @Amp` e inténtalo de nuevo.
error-channel-archived = Ese canal está archivado. Desarchívalo, o elige otro.
error-not-a-channel = Eso funciona en un canal: las personas que están en él forman el equipo. Ve al canal de tu equipo y escríbelo allí.
error-nobody-there = En ese canal no hay a quién preguntar: solo bots, cuentas de invitado o cuentas desactivadas. Invita a tu equipo e inténtalo de nuevo.
