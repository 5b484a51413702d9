# Preguntar: la invitación, el formulario, el recibo, cómo está un equipo, salir.

# Recibir preguntas, por mensaje directo

pulse-invitation = :wave: *{ $team }*, pulso { $number }: cinco preguntas breves sobre tu semana, unos veinte segundos. Cierre: { $closes }.
pulse-invitation-text = { $team }: cinco preguntas breves sobre tu semana, unos veinte segundos.
pulse-invitation-sealed = :lock: Tu formulario se sella al enviarlo; las respuestas individuales no se muestran a nadie. `/amp privacy`
pulse-answer-button = Responder
pulse-reminder = *{ $team }*: el pulso { $number } se cierra pronto ({ $closes }). Si quieres que se oiga tu voz, son unos veinte segundos.
pulse-reminder-text = { $team }: el pulso se cierra pronto.
pulse-reminder-only = Este es el único recordatorio. No responder también está bien, y no se le dice a nadie.
pulse-waiting = *{ $team }*, pulso { $number }: unos veinte segundos. Cierre: { $closes }.

# El formulario

pulse-form-title = Tu semana
pulse-form-intro = *{ $team }*, pulso { $number }. ¿Cómo fue *esta semana*?
pulse-form-again = Ya respondiste. Lo que envíes ahora reemplaza lo anterior.
pulse-form-question = :speech_balloon: Para conversar en equipo: { $question }
pulse-form-sealed = :lock: Deja sin responder lo que quieras. Tus respuestas se sellan al enviarlas y se convierten en recuentos al cerrarse la ronda; con menos de cinco respuestas no se muestra nada.
pulse-send-button = Enviar

# El recibo

pulse-receipt-title = Gracias
pulse-receipt = :white_check_mark: *Sellado.* Ahora nadie puede leerlo, y después nadie podrá saber qué respuestas eran las tuyas.
pulse-receipt-until = Puedes volver a responder hasta el cierre ({ $closes }); cuenta lo último que envíes. Después, el resumen aparece en { $channel }.

# `/amp pulse`, donde no se puede mostrar enseguida un formulario

pulse-choice = Varios de tus equipos están preguntando. ¿En cuál quieres responder?
pulse-choice-text = ¿Qué equipo?
pulse-choice-team = *{ $team }*; cierre: { $closes }
pulse-no-team = Todavía no formas parte de ningún equipo. `/amp setup`, en el canal de tu equipo, crea uno.
pulse-nothing-open = Ahora mismo no hay nada que responder.
pulse-next = • *{ $team }*, próxima ronda: { $opens }
pulse-next-after-pause = • *{ $team }*, próxima ronda: cuando termine su pausa

# Lo que oye quien lidera el equipo

pulse-opens-now = :rocket: *{ $team }*: la ronda se abre ahora, y { $people ->
        [one] sale { $people } invitación
       *[other] salen { $people } invitaciones
    }.
pulse-closes-now = :hourglass_flowing_sand: *{ $team }*: la ronda se cierra ahora. El resumen aparece en { $channel } en menos de un minuto.

# `/amp status`

pulse-status-open = *{ $team }*: el pulso { $number } está abierto; { $people ->
        [one] se pregunta a { $people } persona
       *[other] se pregunta a { $people } personas
    }. Cierre: { $closes }.
pulse-status-closing = *{ $team }*: el pulso { $number } se está cerrando.
pulse-status-next = *{ $team }*: no hay nada abierto. Próxima ronda: { $opens }.
pulse-status-paused = *{ $team }*: en pausa. `/amp resume` le pone fin.

# Salir, y volver

pulse-forgotten = Hecho. Ya no recibirás preguntas en ningún equipo. Se borró lo que aquí se guardaba sobre ti (equipos, zona horaria, invitaciones, tus respuestas selladas de rondas todavía abiertas, lo que guardaste con las herramientas). Queda una sola línea: que a tu identificador no hay que preguntarle nada. Los recuentos de rondas cerradas no llevan nombres, así que se quedan como están, y lo que compartiste en un canal sigue en Slack. `/amp pulse` te trae de vuelta.
pulse-left-alone = Pediste que no se te preguntara, así que ninguno de tus equipos lo hace.
pulse-left-alone-text = Pediste que no se te preguntara.
pulse-return-button = Volver a recibir preguntas
pulse-welcome-back = Te damos de nuevo la bienvenida. La próxima ronda de tu equipo cuenta contigo.

# Lo que puede fallar

error-already-open = La ronda de esta semana ya está abierta. `/amp pulse close` la cierra.
error-already-happened = La ronda de esta semana ya pasó, y a cada equipo se le pregunta una vez por semana. La próxima llega sola; `/amp status` muestra cuándo.
error-nothing-open = Ahora mismo no hay ninguna ronda abierta. `/amp pulse now` abre una; `/amp status` muestra cuándo llega la próxima.
error-nobody-to-ask = No hay a quién preguntar: en el canal no hay personas, o todas están excluidas. Invita a tu equipo allí; los ajustes están en `/amp team`.
error-keys-unreachable = No se puede leer lo que se escribe en el almacén de llaves, así que no se abre ninguna ronda: se perderían sus respuestas.
error-round-closed = Esta ronda ya se cerró, así que no se cambió nada. La próxima llega sola.
error-not-invited = Esta ronda se abrió sin ti: te uniste al equipo más tarde, o no formas parte de él. La próxima cuenta contigo si estás en el canal del equipo.
error-nothing-answered = Todavía no elegiste nada. Responde al menos una pregunta, o simplemente cierra esta ventana.
error-strange-answer = Ese formulario ya no encaja con esta ronda. Ábrelo de nuevo.
