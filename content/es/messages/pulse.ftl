# Preguntar: la invitación, el formulario, el recibo, cómo está un equipo, salir.

# Recibir preguntas, por mensaje directo

pulse-invitation = :wave: *{ $team }*, pulso { $number }: { $open ->
    [write] { SPELLED($statements) } preguntas breves sobre tu semana, unos veinte segundos, y una abierta si quieres
    [talk] { SPELLED($statements) } preguntas breves sobre tu semana, unos veinte segundos, y una para conversar
   *[no] { SPELLED($statements) } preguntas breves sobre tu semana, unos veinte segundos
}. Cierre: { $closes }.
pulse-invitation-text = { $team }: { $open ->
    [write] { SPELLED($statements) } preguntas breves sobre tu semana, unos veinte segundos, y una abierta si quieres.
    [talk] { SPELLED($statements) } preguntas breves sobre tu semana, unos veinte segundos, y una para conversar.
   *[no] { SPELLED($statements) } preguntas breves sobre tu semana, unos veinte segundos.
}
pulse-invitation-sealed = :lock: Tu formulario se sella al enviarlo; las respuestas individuales no se muestran a nadie. `/amp privacy`
pulse-asked = Se pregunta a { $people }. Los resultados se muestran cuando hayan respondido { $quorum }.
pulse-answer-button = Responder
pulse-reminder = *{ $team }*: el pulso { $number } sigue abierto (hasta { $closes }). Si quieres que se oiga tu voz, son unos veinte segundos.
pulse-reminder-text = { $team }: el pulso sigue abierto.
pulse-reminder-only = Este recordatorio llega una sola vez, hayas respondido o no: nadie sabe quién respondió. Si ya respondiste, no hay nada más que hacer; si prefieres no responder, también está bien.
pulse-waiting = *{ $team }*, pulso { $number }: unos veinte segundos. Cierre: { $closes }.

# El formulario

pulse-form-title = Tu semana
pulse-form-intro = *{ $team }*, pulso { $number }. { $period ->
        [week] ¿Cómo fue *esta semana*?
       *[days] ¿Cómo fueron *los últimos cinco días laborables*, del { $first } al { $last }? «Esta semana» se refiere aquí a esos días.
    }
pulse-form-question = :speech_balloon: Para conversar en equipo: { $question }
pulse-form-sealed = :lock: Deja sin responder lo que quieras. Tus respuestas se sellan al enviarlas y se convierten en recuentos al cerrarse la ronda; con menos de cinco respuestas no se muestra nada.
pulse-send-button = Enviar

# El recibo

pulse-receipt-title = Gracias
pulse-receipt = :white_check_mark: *Sellado.* Nadie del equipo puede leerlo y, después del cierre, ya nadie en absoluto podrá saber qué respuestas eran las tuyas.
pulse-receipt-until = Puedes volver a responder hasta el cierre ({ $closes }); cuenta lo último que envíes. Después, el resumen aparece en { $channel }.

pulse-card = :speech_balloon: *Para conversar esta semana*
    { $question }
pulse-card-text = Para conversar esta semana: { $question }
pulse-card-small = Aquí se pregunta a menos de { SPELLED($quorum) } personas, así que a nadie se le piden números: mostrarían quién dijo qué. En su lugar, una pregunta, al ritmo elegido, para un café o el comienzo de una reunión. `/amp team` lo cambia.

# `/amp pulse`, donde no se puede mostrar enseguida un formulario

pulse-choice = Varios de tus equipos están preguntando. ¿En cuál quieres responder?
pulse-choice-text = ¿Qué equipo?
pulse-choice-team = *{ $team }*; cierre: { $closes }
pulse-no-team = Todavía no formas parte de ningún equipo. `/amp setup`, en el canal de tu equipo, crea uno.
pulse-team-no-more = Ya no te pregunta ningún equipo. Lo que te habían preguntado antes sigue abierto:
pulse-nothing-open = Ahora mismo no hay nada que responder.
pulse-next = • *{ $team }*, próxima ronda: { $opens }
pulse-next-moved = • *{ $team }*, próxima ronda: { $opens } ({ $why ->
        [other] otro de tus equipos te pregunta el { $weekday } { $day }
        [away] el { $weekday } { $day } estás fuera
        [own] el { $weekday } { $day } es festivo donde vives
        [same] otro equipo pregunta a las mismas personas en la semana del { $weekday } { $day }
       *[free] el { $weekday } { $day } es festivo
    })
pulse-next-quiet = • *{ $team }*, próxima ronda: { $opens }, sin mensaje: nunca recibes más de dos por semana
pulse-not-next = • *{ $team }*: { $why ->
        [away] cuando vuelvas
        [guest] no pregunta a las cuentas de invitado, así que a ti tampoco
        [nobody] próxima ronda cuando haya alguien a quien preguntar
        [small] pregunta en cuanto haya { SPELLED($quorum) } personas a quienes preguntar
        [unreachable] próxima ronda cuando se pueda publicar de nuevo en su canal
        [outside] no estás entre quienes reciben las preguntas
        [missed] su ronda termina antes de tu próximo día laborable
        [same] otro equipo pregunta antes, cada semana, a las mismas personas, y con una vez basta
       *[paused] próxima ronda cuando termine su pausa
    }

# Lo que oye quien lidera el equipo

pulse-opens-now = :rocket: *{ $team }*: la ronda se abre ahora, y { $people ->
        [one] sale { $people } invitación
       *[other] salen { $people } invitaciones
    }.
pulse-closes-now = :hourglass_flowing_sand: *{ $team }*: la ronda se cierra ahora. { $comes ->
    [later] El resumen llega a { $channel } cuando allí se vuelva a trabajar: { $told }.
   *[soon] El resumen aparece en { $channel } en un momento.
}
pulse-closes-early = :hourglass_flowing_sand: *{ $team }*: la ronda se cierra en cuanto todas las personas hayan respondido o, si no, al cumplirse el plazo ({ $closes }): una ronda está abierta al menos un día. Si ya respondieron todas, lo miro ahora y después una vez por hora. El resumen aparece en { $channel }.

# `/amp status`

pulse-status-open = *{ $team }*: el pulso { $number } está abierto; { $people ->
        [one] se pregunta a { $people } persona
       *[other] se pregunta a { $people } personas
    }. Cierre: { $closes }.
pulse-status-sending = *{ $team }*: las invitaciones están saliendo; se envió cerca del { $share } % de las que tocan; las demás siguen solas.
pulse-status-closing = *{ $team }*: el pulso { $number } se está cerrando.
pulse-status-nothing = *{ $team }*: no hay nada abierto. { $next }

# Salir, y volver

pulse-forgotten = Hecho. Ya no recibirás preguntas en ningún equipo. Se borró lo que aquí se guardaba sobre ti (equipos, zona horaria, invitaciones, lo que guardaste con las herramientas). Tus respuestas y comentarios sellados de rondas todavía abiertas no puede encontrarlos nadie; no cuentan y desaparecen al cerrarse la ronda. Lo que queda: tu identificador, para no preguntarte nada, en cuáles de esos canales estás y que quien lidera o administra te nombró en un formulario, para que ningún número ni ninguna lista delate que te fuiste; y, durante cinco semanas, en qué rondas tenías un lugar, para que nadie pueda deducir tus respuestas restando. Ya no te llega ninguna respuesta a un comentario. Los recuentos y los comentarios de rondas cerradas no llevan nombres, así que se quedan como están, y lo que compartiste en un canal sigue en Slack. `/amp pulse` te trae de vuelta.
pulse-left-alone = Pediste que no se te preguntara, así que ninguno de tus equipos lo hace.
pulse-left-alone-text = Pediste que no se te preguntara.
pulse-return-button = Volver a recibir preguntas
pulse-welcome-back = Te damos de nuevo la bienvenida.

# Lo que puede fallar

error-already-open = La ronda de esta semana ya está abierta. `/amp pulse close` la cierra.
error-already-happened = A este canal ya se le preguntó esta semana, y eso ocurre una vez por semana, termine lo que termine y empiece lo que empiece entretanto. `/amp status` muestra qué viene después.
error-asked-elsewhere = A las mismas personas ya se les preguntó esta semana, y eso ocurre una vez por semana, sea en el equipo que sea. `/amp status` muestra qué viene después.
error-nothing-open = Ahora mismo no hay ninguna ronda abierta. `/amp pulse now` abre una; `/amp status` muestra cuándo llega la próxima.
error-nobody-to-ask = No hay a quién preguntar: en el canal no hay personas, o todas están excluidas. Invita a tu equipo allí; los ajustes están en `/amp team`.
error-out-of-reach = No puedo publicar en el canal de este equipo, así que no se pregunta a nadie: el resumen no llegaría a ninguna parte. Sus responsables tienen un mensaje mío que dice qué hacer; después todo sigue solo.
error-nobody-left = Este equipo está en pausa por sí solo, porque en su canal ya no queda nadie a quien pregunte. Sus responsables tienen un mensaje mío que dice qué hacer; después todo sigue solo.
error-too-small-for-numbers = Aquí se pregunta a menos de { SPELLED($quorum) } personas, así que nunca podrían mostrarse números, y a nadie se le pregunta en vano. Al ritmo del equipo llega una pregunta para conversar; junto con otro equipo pequeño, como ofrecen los ajustes, puede haber números de los dos.
error-keys-unreachable = No se puede leer lo que se escribe en el almacén de llaves, así que no se abre ninguna ronda: se perderían sus respuestas.
error-round-closed = Esta ronda ya se cerró, así que no se cambió nada. `/amp status` muestra qué viene después.
error-not-invited = Esta ronda se abrió sin ti: te uniste al equipo más tarde, o no formas parte de él. La próxima cuenta contigo si estás en el canal del equipo; con una cuenta de invitado, solo si el equipo les pregunta.
error-nothing-answered = Todavía no elegiste nada. Responde al menos a una, o simplemente cierra esta ventana.
error-strange-answer = Ese formulario ya no encaja con esta ronda. Ábrelo de nuevo.
error-cannot-seal = Ahora mismo tu respuesta no puede sellarse con seguridad, así que no se guardó nada. Inténtalo de nuevo en un minuto; si sigue igual, avisa a quien administra Amp.

# Se pregunta una vez, antes de hacerlo

pulse-now-sure-text = ¿Preguntar ahora?
pulse-now-sure = ¿Preguntar a *{ $team }* ahora mismo? { $people ->
        [one] { $people } persona recibe
       *[other] { $people } personas reciben
    } enseguida unas preguntas breves, sea la hora que sea donde están.
pulse-now-sure-button = { $people ->
        [one] Preguntar a { $people } persona
       *[other] Preguntar a { $people } personas
    }
pulse-close-sure-text = ¿Cerrar la ronda ahora?
pulse-close-sure = ¿Cerrar antes la ronda de *{ $team }*? { $when ->
        [now] Se cierra enseguida (previsto: { $closes })
        [planned] Se cierra en cuanto todas las personas hayan respondido o, si no, como estaba previsto ({ $closes })
       *[early] Se cierra en cuanto todas las personas hayan respondido o, si no, al cumplirse el plazo ({ $by }; previsto: { $closes })
    }; se pregunta a { $people ->
        [one] { $people } persona
       *[other] { $people } personas
    }, y después ya nadie puede responder.
pulse-close-sure-button = Cerrar
pulse-forget-sure-text = ¿Quieres que te olvide?
pulse-forget-sure = ¿Quieres dejar de recibir preguntas { $teams ->
        [0] en cualquier equipo
        [one] en { $teams } equipo
       *[other] en { $teams } equipos
    } y que se borre lo que se guarda sobre ti? No se puede deshacer.
pulse-forget-sure-button = Olvídame
