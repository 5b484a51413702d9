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
teams-form-small = :information_source: Menos de cinco personas: nunca se mostrarán números de este equipo, porque mostrarían quién dijo qué; por eso a nadie se le piden. Junto con otro equipo pequeño puede haber números, de los dos.
teams-form-rare = :information_source: Con { $people } personas no se juntan cinco respuestas cada semana, y con menos de cinco no se muestra nada. Con una ronda cada dos semanas que quede abierta más tiempo se pueden mostrar más: así está elegido abajo.
# Only some people may post in $channel, as Slack says.
teams-form-closed = :warning: En { $channel } solo pueden publicar algunas personas. Para que llegue el resumen, déjame publicar ahí (ajustes del canal › «Permisos de publicación»), o elige abajo otro canal para él.
teams-cards-label = Mientras sean menos de { $quorum }
teams-cards-option = una pregunta para conversar, en el canal
teams-no-cards-option = nada
teams-start-button = Iniciar el pulso
teams-save-button = Guardar

teams-day-label = Día
teams-hour-label = Hora
teams-clock-label = Según qué hora local
teams-own-clock-option = la de cada integrante
teams-same-clock-option = a la vez para todo el equipo, con la hora de { $zone }
teams-often-label = Frecuencia
teams-weekly-option = cada semana
teams-fortnightly-option = cada dos semanas
teams-open-label = Cuánto dura cada ronda
teams-open-option = { $hours } horas
teams-name-label = Nombre del equipo
teams-digest-label = Dónde se publica el resumen
teams-language-label = Idioma del canal
teams-leads-label = Responsables
teams-whom-label = A quién del canal se pregunta
teams-everybody-option = todas las personas, salvo estas
teams-picked-option = solo estas personas
# $handle es el nombre de un grupo, $here cuántas de sus personas están en el canal.
teams-group-option = solo @{ $handle } ({ $here } aquí)
teams-chosen-group-option = solo el grupo ya elegido
teams-people-label = Estas personas
teams-people-hint = Con «todas las personas, salvo estas»: mientras este campo esté vacío, nadie queda fuera.
teams-guests-label = Cuentas de invitado
teams-guests-option = Preguntar también a las cuentas de invitado
teams-rollup-label = Panorama mensual
teams-rollup-option = Mostrar este equipo en el panorama mensual del espacio de trabajo
teams-holidays-label = Saltar los días festivos de
teams-holidays-placeholder = código del país, como ES; vacío: el país de esa hora
teams-home-label = Hora del canal
teams-home-hint = Para el resumen, el final de una ronda y los días laborables.
teams-workdays-label = Días laborables
teams-days-off-label = Días libres, además de los festivos
teams-days-off-placeholder = por ejemplo 24 de diciembre, 31.12. - 2.1.2027
teams-reminds-label = Recordatorios
teams-reminds-option = Recordar una vez, un día antes del final

# Un equipo y su ritmo

teams-asked = { $people ->
        [one] se pregunta a { $people } persona
       *[other] se pregunta a { $people } personas
    }{ $everybody ->
        [yes] {""}
       *[no] {" "}(de { $here } en el canal)
    }
teams-rhythm = { $weeks ->
        [1] cada { $day }
        [2] cada dos semanas, el { $day }
       *[other] cada { $weeks } semanas, el { $day }
    } a las { $hour } { $clock ->
        [own] (hora local de cada integrante)
       *[other] (hora de { $zone })
    }
teams-next = Próxima ronda: { $opens }.
teams-next-moved = { $why ->
        [other] La próxima ronda te llega { $opens }, porque otro de tus equipos te pregunta el { $weekday } { $day }.
        [away] La próxima ronda te llega { $opens }, porque el { $weekday } { $day } estás fuera.
        [own] La próxima ronda te llega { $opens }, porque el { $weekday } { $day } es festivo donde vives.
        [same] La próxima ronda te llega { $opens }, porque otro equipo pregunta a las mismas personas en la semana del { $weekday } { $day }, y con una vez por semana basta.
       *[free] Próxima ronda: { $opens }, porque el { $weekday } { $day } no se trabaja.
    }
teams-next-quiet = La próxima ronda llega sin mensaje: desde { $opens } espera en la pestaña Inicio y en `/amp pulse`, porque nunca recibes más de dos mensajes por semana.
teams-next-after-pause = Pausa hasta: { $until }; `/amp resume` le pone fin antes.
teams-next-outside = Próxima ronda: { $opens }; no estás entre quienes reciben las preguntas.
# $why es guest, unreachable, paused, small, away, missed o same; $cards dice si un equipo pequeño recibe preguntas para conversar, en $channel.
teams-not-next = { $why ->
        [guest] Aquí tienes una cuenta de invitado, y este equipo no pregunta a esas cuentas, así que a ti tampoco.
        [unreachable] No llega nada, porque no se puede publicar en su canal. Sus responsables lo saben.
        [nobody] No llega nada, porque en su canal ya no hay nadie a quien preguntar. Sus responsables lo saben.
        [small] Aquí se pregunta a menos de { SPELLED($quorum) } personas, así que a nadie se le piden cifras. { $cards ->
            [yes] En su lugar llega a { $channel } una pregunta para conversar, al ritmo del equipo.
           *[no] No llega nada hasta que sean { SPELLED($quorum) }.
        }
        [away] Las preguntas vuelven cuando vuelvas: `/amp back`.
        [missed] Sus rondas terminan antes de tu próximo día laborable, así que ninguna te llega; si estuvieran abiertas más tiempo, te llegarían.
        [same] No llega nada mientras otro equipo pregunte antes, cada semana, a las mismas personas: con una vez por semana basta.
       *[paused] Está en pausa; `/amp resume` le pone fin.
    }

# Lo que se dice al ponerlo en marcha

teams-started = :white_check_mark: *{ $team }* está en marcha: { $asked } { $rhythm }. { $next }
teams-announced = { $lead } puso en marcha un pulso para *{ $team }*: { $asked } { $rhythm }. Cinco preguntas breves llegan por mensaje directo; el resumen llega { $here ->
        [yes] aquí
       *[no] a { $digest }
    }.
teams-announced-sealed = Las respuestas se sellan en cuanto llegan y se convierten en recuentos al cerrarse la ronda. Con menos de cinco respuestas no se muestra nada. `/amp privacy` cuenta más; `/amp`, de qué se trata.
teams-announced-text = Empieza un pulso para { $team }.
teams-digest-comes = { $lead } puso en marcha un pulso para *{ $team }* ({ $channel }): allí se pregunta a { $people } de { $here } personas. El resumen llega aquí.
teams-digest-moved = Desde la próxima ronda, el resumen de *{ $team }* ({ $channel }) se publica en { $digest } y no en { $before }. Lo cambió { $lead }.
teams-asks-others = *{ $team }*: desde la próxima ronda se pregunta a *{ $people } de { $here }* en { $channel }{ $whom ->
        [picked] , elegidas por sus responsables; quien se une al canal no está entre ellas
        [group] , las de un grupo; a quien se une al canal solo se le pregunta si está en él
       *[everybody] {""}
    }. { $by ->
        [group] Ese grupo cambió.
        [comers] Ahora hay otras personas en el canal, y sus responsables ya lo habían elegido así.
       *[lead] { $lead } cambió a quién se pregunta.
    }
teams-changed-text = Algo cambió en { $team }.
teams-saved = :white_check_mark: Guardado. Se aplica a partir de la próxima ronda.
teams-ask-now-button = Preguntar ahora
teams-settings-button = Ajustes

# `/amp team`

teams-card-text = El equipo { $team }
teams-card = *{ $team }* · { $channel }
    { $people ->
        [one] Se pregunta a { $people } persona
       *[other] Se pregunta a { $people } personas
    }{ $everybody ->
        [yes] {""}
       *[no] {" "}(de { $here } en el canal)
    } { $rhythm }; cada ronda dura { $hours } horas.
    Responsables: { $leads ->
        [0] nadie por ahora
       *[other] { $names }
    }. El resumen se publica en { $digest }.
    { $next }
teams-end-button = Dar de baja el equipo
teams-end-text = ¿Dar de baja este equipo?
teams-end-yes-button = Dar de baja
teams-ended = Se dio de baja el equipo *{ $team }*. Ya no se abren más rondas. La que esté abierta se puede responder hasta que se cierre, y su resumen todavía llega.

# Las pausas

teams-paused = :double_vertical_bar: *{ $team }* está en pausa hasta: { $until }. { $next }
teams-paused-for-good = :double_vertical_bar: *{ $team }* está en pausa hasta que alguien escriba `/amp resume`.
teams-resumed = :arrow_forward: *{ $team }* reanuda su pulso. { $next }
teams-pause-over = :arrow_forward: La pausa de *{ $team }* terminó. { $next }
teams-not-paused = *{ $team }* no está en pausa. { $next }
teams-reachable = :white_check_mark: Ya puedo publicar de nuevo para *{ $team }*. { $next }

# Lo que puede fallar

error-several-teams = Eres responsable de varios equipos. ¿A cuál te refieres?
error-team-exists = Este canal ya tiene un equipo. `/amp team` lo muestra.
error-not-in-team = Eso es de un equipo del que no formas parte, o ya no. Quien se une a su canal forma parte de él; a las cuentas de invitado solo se les pregunta donde sus responsables lo quieran.
error-no-such-team = No formas parte de ningún equipo con ese nombre, y las cifras de un equipo son para sus integrantes. Si no pones nombre, tomo el equipo del canal donde escribes.
error-no-team-there = No formas parte de ningún equipo del canal que indica este flujo de trabajo, así que no hice nada.
error-which-of-your-teams = Estás en varios equipos. ¿A cuál te refieres?
error-no-name = Un equipo necesita un nombre. Puede ser el del canal.
error-no-lead = Un equipo necesita al menos una persona responsable que sea de este espacio de trabajo. Puedes elegirte a ti, o a alguien con quien trabajas.
error-nobody-picked = Elige al menos a una persona, o deja que se pregunte a todo el canal.
error-group-as-it-is = A un grupo se le pregunta tal como es: quita aquí a estas personas. A quien no haya que preguntar, sácalo del grupo.
error-nobody-of-them = Ninguna de las personas a las que se preguntaría está en el canal. Invítalas primero, o elige otras.
error-group-out-of-reach = { $why ->
        [scope] Aquí no puedo leer los grupos: alguien de administración tiene que permitirlo (`usergroups:read`). Hasta entonces, elige otra cosa.
        [plan] El plan de Slack de este espacio no tiene grupos. Elige otra cosa.
       *[empty] En ese grupo no hay nadie, o está desactivado. Elige otra cosa, o llénalo antes.
    }
error-unknown-country = Con ese código no conozco días festivos. Usa dos letras, como ES, MX o US.
error-not-a-working-day = Ese día no es laborable para el equipo. Elige otro, o márcalo entre los laborables.
error-not-a-number-of-weeks = Di por cuántas semanas desde ahora, de 1 a { $longest }: `/amp pause 2`; o hasta cuándo: `/amp pause hasta el 6 de enero`. Sin nada detrás, la pausa dura hasta que escribas `/amp resume`.
error-channel-out-of-sight = No puedo ver ese canal: es privado y no estoy en él. Escribe allí `/invite @Amp` e inténtalo de nuevo.
error-channel-without-bot = Todavía no estoy en ese canal, así que no podría publicar en él. Escribe allí `/invite @Amp` e inténtalo de nuevo.
error-channel-not-read = Esto es para quienes están en el canal que lee el panorama mensual, y tú no estás en él. Pide a alguien de allí que te añada.
error-channel-archived = Ese canal está archivado. Desarchívalo, o elige otro.
error-not-a-channel = Eso funciona en un canal: las personas que están en él forman el equipo. Ve al canal de tu equipo y escríbelo allí.
error-nobody-there = En ese canal no hay a quién preguntar: solo bots, cuentas de invitado o cuentas desactivadas. Invita a tu equipo e inténtalo de nuevo.

# Se pregunta una vez, antes de lo que llega a muchas personas.

teams-pause-sure-text = ¿Pausar sin fecha de fin?
teams-pause-sure = ¿Pausar *{ $team }* hasta que alguien escriba `/amp resume`? Hasta entonces no se pregunta a { $people ->
        [one] { $people } persona
       *[other] { $people } personas
    }. `/amp pause 2` pausa por dos semanas.
teams-pause-sure-button = Pausar
teams-end-sure = ¿Dar de baja *{ $team }*? Ya no se preguntará a { $people ->
        [one] { $people } persona
       *[other] { $people } personas
    }, y se borran su lista de verificación, su mapa del trabajo y sus días ShipIt{ $ideas ->
        [0] .
       *[other] , con las ideas de arriba; de esas recibes una copia.
    } Una ronda abierta se puede responder hasta que se cierre. Lo que mostraron sus resúmenes se guarda { $days } días. `/amp setup` crea un equipo nuevo.
teams-ended-ideas = Ideas que todavía nadie hizo, para que las guardes:

teams-news-paused = :double_vertical_bar: { $day ->
        [none] { $lead } pausó el pulso de *{ $team }* hasta: { $until }.
       *[other] { $lead } pausó el pulso de *{ $team }*. La próxima ronda es el { $day }.
    }
teams-news-paused-for-good = :double_vertical_bar: { $lead } pausó el pulso de *{ $team }* hasta nuevo aviso.
teams-news-resumed = :arrow_forward: { $lead } reanudó el pulso de *{ $team }*.{ $day ->
        [none] {""}
       *[other] {" "}La próxima ronda es el { $day }.
    }
teams-news-ended = { $lead } dio de baja el pulso de *{ $team }*. Ya no se abren más rondas. La que esté abierta se puede responder hasta que se cierre, y su resumen todavía llega.
teams-news-rhythm = :calendar: { $lead } cambió cuándo se pregunta a *{ $team }*: { $rhythm }, desde la próxima ronda.
error-not-somebody-here = La persona responsable de un equipo es de este espacio de trabajo: no puede ser un bot, ni alguien que se fue o que viene de fuera.

# Un canal en el que no se puede publicar pausa a su equipo.

teams-unreachable-text = El pulso de { $team } se pausa solo.
teams-unreachable = :warning: El pulso de *{ $team }* se pausa solo, { $why ->
        [group] porque en { $channel } no queda nadie a quien preguntar: el grupo no tiene a nadie allí, está desactivado o no puedo leerlo. Llénalo o reactívalo, o elige en «Ajustes» a quién preguntar
        [archived] porque no puedo publicar en { $channel }: está archivado. Desarchívalo, o elige otro canal para el resumen en «Ajustes»
        [outside] porque no puedo publicar en { $channel }: no estoy en él. Escribe `/invite @Amp` allí, o elige otro canal para el resumen en «Ajustes»
        [closed] porque no puedo publicar en { $channel }: solo algunas personas pueden escribir allí. Permítemelo también (ajustes del canal › «Permisos de publicación») y pulsa «Probar de nuevo», o elige otro canal para el resumen en «Ajustes»
        [threads] porque no puedo publicar en { $channel }: solo algunas personas pueden abrir un hilo allí. Permítemelo también (ajustes del canal › «Permisos de publicación») y pulsa «Probar de nuevo», o elige otro canal para el resumen en «Ajustes»
       *[other] porque no puedo publicar en { $channel }: ya no existe, o es privado y no estoy en él. Escribe `/invite @Amp` allí, o elige otro canal para el resumen en «Ajustes»
    }. Entonces el pulso sigue solo.
teams-try-again-button = Probar de nuevo

# Cuando se va quien lidera el equipo

teams-leaderless-text = { $team } se quedó sin responsable.
teams-leaderless = *{ $team }* ({ $channel }) se quedó sin responsable. Hasta que haya alguien, nadie puede cambiar su pulso, pausarlo ni terminarlo. ¿Te animas? Quien pulse primero será responsable, y el canal sabrá quién es.
teams-become-lead-button = Ser responsable
teams-lead-now = :white_check_mark: Ahora eres responsable de *{ $team }*. `/amp team` muestra lo que eso te permite.
teams-new-lead = { $lead } es ahora responsable de *{ $team }*, que se había quedado sin responsable.
teams-fewer-leads = *{ $team }* tiene menos responsables que antes. { $number ->
        [one] Solo quedas tú: { $leads }.
       *[other] Ahora: { $leads }.
    }
error-nobody-leads = Este equipo no tiene responsable en este momento, así que nadie puede hacerlo. `/amp team` tiene un botón para serlo.
error-led-already = Alguien se adelantó: { $leads } es ahora responsable de este equipo.
error-cannot-lead = Es responsable de un equipo quien tiene una cuenta completa en este espacio de trabajo y participa en Amp. Otra persona del equipo puede pulsar ese botón.

# Alguien se une al canal de un equipo

teams-welcome = :wave: Ya estás en { $channel } y, con ello, en *{ $team }*: unas preguntas breves llegan por mensaje directo, por primera vez { $opens }. `/amp` cuenta de qué tratan.
teams-welcome-quiet = :wave: Ahora estás en { $channel } y, con ello, en *{ $team }*: las primeras preguntas, breves, esperan en la pestaña Inicio y en `/amp pulse`, desde { $opens }, porque nunca recibes más de dos mensajes por semana. `/amp` cuenta de qué van.
teams-welcome-later = :wave: Ya estás en { $channel } y, con ello, en *{ $team }*: unas preguntas breves llegan por mensaje directo, { $why ->
        [away] cuando vuelvas
        [small] en cuanto haya { SPELLED($quorum) } personas a quienes preguntar
        [unreachable] cuando se pueda llegar de nuevo a su canal y a su gente
        [missed] en cuanto una ronda siga abierta en un día laborable tuyo
        [same] cuando ningún otro equipo pregunte cada semana a las mismas personas
       *[paused] cuando termine su pausa
    }. `/amp` cuenta de qué tratan.
# Una cuenta de invitado deja de serlo, y al revés; tras la primera frase viene la fecha.
teams-no-guest = :wave: Ya no tienes una cuenta de invitado, así que *{ $team }* también te pregunta a ti: unas preguntas breves por mensaje directo.
teams-now-guest = Ahora tienes una cuenta de invitado, y *{ $team }* no pregunta a esas cuentas: desde su próxima ronda no te pregunta.

# Cuando se lo invita a un canal que todavía no tiene equipo

teams-hello-text = Hola, soy Amp.
teams-hello = :wave: Hola, soy Amp. Una vez por semana hago a un equipo cinco preguntas breves sobre autonomía, maestría y propósito, y le cuento cómo está; las respuestas quedan selladas y nadie ve quién dijo qué. No se pregunta a nadie hasta que alguien lo ponga en marcha aquí: el formulario ya viene relleno.
teams-hello-button = Poner en marcha

# Más personas de las que tiene la mayoría de los equipos
teams-form-many = :warning: Así se pregunta a *{ $people } personas* cada vez. Si es lo que quieres, pulsa el botón otra vez; si no, elige otro canal o deja fuera a algunas.
teams-many-button = Preguntar a { $people }
