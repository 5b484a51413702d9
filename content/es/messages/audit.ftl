# El diagnóstico del paso 1: qué mueve a un equipo, visto por una persona y por el equipo.

audit-title = Qué nos mueve
audit-system = { $system ->
        [2] Motivación 2.0
       *[3] Motivación 3.0
    }

# Las dos páginas del diagnóstico propio

audit-page = { $system ->
        [2] *Señales de Motivación 2.0* ({ $page } de 2).
       *[3] *Señales de Motivación 3.0* ({ $page } de 2).
    } ¿Hasta qué punto se da cada una donde trabajas con tu equipo? Piensa en una semana corriente, y deja sin responder lo que no sepas decir.
audit-hardly-option = Apenas
audit-partly-option = En parte
audit-clearly-option = Claramente
audit-skip-option = No sabría decirlo
audit-next-button = Siguiente
audit-see-button = Ver el resultado

# Lo que ve cada persona

audit-mine-header = Cómo lo ves tú
audit-mine-intro = Busca señales de dos sistemas: el 2.0 premia y controla; el 3.0 confía en lo que mueve a cada persona. Dos páginas, unos dos minutos; tus respuestas solo las ves tú. Se borran cuando se comunica un resultado de todo el equipo; si respondes después, aparecen a su lado.
audit-begin-button = Hacer el diagnóstico
audit-change-button = Cambiar mis respuestas
audit-kind-of-work = Cuál de los dos sistemas sirve depende del trabajo: `/amp roles` hace el mapa del tuyo.

# Un perfil: dos barras, lo que dicen, y las señales que lo dicen

audit-bar-unknown = { $system ->
        [2] *Motivación 2.0*: muy pocas respuestas para saberlo
       *[3] *Motivación 3.0*: muy pocas respuestas para saberlo
    }
audit-leaning-old = Mueve más la Motivación 2.0: recompensas, control y normas antes que resultados.
audit-leaning-new = Mueve más la Motivación 3.0: caminos propios, aprendizaje y saber para qué se hace.
audit-leaning-both = Mueven las dos a la vez, más o menos por igual. Llegan dos mensajes distintos.
audit-leaning-neither = De las dos se ve poco. ¿Qué mueve entonces aquí? Vale la pena hablarlo.
audit-leaning-unknown = Hay muy poco para decir cuál de las dos mueve más.
audit-hold = { $system ->
        [2] Señales de Motivación 2.0 que se dan
       *[3] Señales de Motivación 3.0 que se dan
    }
audit-missing = Lo que falta de la 3.0

# Dos perfiles, uno al lado del otro

audit-both-header = Lado a lado
audit-you = Tú
audit-the-team = El equipo
audit-differ = Donde más difieren las dos imágenes
audit-agree = Las dos imágenes coinciden en todas las señales.
audit-both = Tú: { $you ->
        [hardly] apenas
        [clearly] claramente
       *[partly] en parte
    }. El equipo: { $team ->
        [hardly] apenas
        [clearly] claramente
       *[partly] en parte
    }.

# Lo que ve el equipo

audit-team-header = Cómo lo ve el equipo
audit-team-asked = Se está preguntando al equipo; las invitaciones llegan por mensaje directo, y el resultado llega al canal cuando se cierra la ronda.
audit-team-not-asked = La persona responsable y el equipo suelen ver lugares de trabajo distintos. Al equipo todavía no se le preguntó; sus respuestas son confidenciales y se sellan como en el pulso.
audit-team-result = Diagnóstico { $number }: { $told }
audit-ask-button = Preguntar al equipo
audit-ask-again-button = Preguntar de nuevo
audit-ask-title = ¿Preguntar al equipo?
audit-ask-text = Cada persona que recibe el pulso recibe ahora las doce señales por mensaje directo.
audit-ask-yes-button = Preguntar

# Lo que lee el canal

audit-result-header = Qué nos mueve: diagnóstico { $number }
audit-result-text = Qué nos mueve: se cerró el diagnóstico de { $team }.
audit-took-part = { $answered ->
        [one] Respondió
       *[other] Respondieron
    } *{ $answered } de { $asked }* personas.{ $outcome ->
        [lost] {" "}Se perdió la llave que abre sus respuestas, así que nadie puede leerlas.
        [too-few] {" "}Solo se muestran resultados a partir de { $quorum } respuestas, así que estas no se guardaron.
        [withheld] {" "}Hace poco se mostraron los resultados de otro grupo que comparte personas con este equipo, y los dos se diferencian en solo unas pocas, así que estos no se guardaron.
       *[shown] {""}
    }
audit-beside-button = Comparar con lo que veo yo
audit-rounded = Redondeado, para que ninguna cifra delate a nadie. Tu propia mirada solo la ves tú.

# Recibir las señales, por mensaje directo

audit-invitation = :wave: *{ $team }*, diagnóstico { $number }: ¿qué mueve a este equipo? Una docena de señales que buscar, unos dos minutos. Cierre: { $closes }.
audit-invitation-text = { $team }: ¿qué mueve a este equipo? Una docena de señales que buscar, unos dos minutos.
audit-reminder = *{ $team }*: el diagnóstico { $number } sigue abierto (hasta { $closes }). Si quieres que se oiga tu voz, son unos dos minutos.
audit-reminder-text = { $team }: el diagnóstico sigue abierto.
audit-waiting = *{ $team }*, diagnóstico { $number }: unos dos minutos. Cierre: { $closes }.
audit-form-intro = *{ $team }*, diagnóstico { $number }. ¿Hasta qué punto se da cada una de estas señales *en este equipo*?
audit-receipt-until = Puedes volver a responder hasta el cierre ({ $closes }); cuenta lo último que envíes. Después, el resultado aparece en { $channel }.

# Lo que puede fallar

error-too-few-to-ask = Con menos de { SPELLED($quorum) } personas nunca se podría mostrar nada, así que no se pregunta al equipo. Que cada cual haga el diagnóstico por su cuenta; después, el equipo puede hablar de dónde se separan las imágenes.
error-audit-open = El diagnóstico del equipo está abierto ahora mismo. Su resultado llega solo, cuando se cierra.
error-audited-this-week = El equipo hizo su diagnóstico esta semana. Lo que mira cambia despacio: la semana que viene también es pronto.
