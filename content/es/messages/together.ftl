# Dos equipos demasiado pequeños para tener números, preguntados como uno. $team lo pidió; $host recibió la petición y pone las rondas.

together-option = preguntar junto con otro equipo
together-label = Junto con el equipo de
together-hint = El canal de otro equipo pequeño. Deciden sus responsables; si aceptan, todos leen los dos nombres y las rondas llegan como allí estén configuradas.

together-request-text = ¿Preguntar juntos a { $team } y { $host }?
together-request = { $lead } pregunta: ¿preguntamos juntos a *{ $team }* y *{ $host }*? Cada uno tiene menos de { SPELLED($quorum) } personas, muy pocas para tener números. Juntos podría haberlos.
together-means =
    Si aceptáis:
    • Las próximas rondas preguntan a las personas de los dos como a un solo equipo, como lo tiene configurado *{ $host }*: su día, su hora, sus responsables.
    • El resumen se publica en los canales de los dos y dice que es de los dos, y también los comentarios. No hay números de uno solo.
    • Se avisa en los canales de los dos. Los responsables de cualquiera pueden terminarlo cuando quieran, desde la ronda siguiente.
together-lapses = Sin respuesta, la petición caduca a las dos semanas.
together-agree-button = Aceptar
together-decline-button = No, gracias
together-agreed = :white_check_mark: A *{ $teams }* se les pregunta juntos desde la próxima ronda. Se avisa en los canales de los dos. `/amp team` lo termina.
together-declined = De acuerdo, no cambia nada. Los responsables que lo pidieron lo sabrán.
together-over = { $how ->
        [declined] El otro equipo prefiere que no se le pregunte junto con *{ $team }*.
       *[lapsed] En dos semanas nadie ha respondido si se puede preguntar a *{ $team }* junto con el otro equipo, así que la petición ha caducado.
    } No cambia nada; `/amp team` lleva a los ajustes, para pedírselo a otro.

together-news = :handshake: Desde la próxima ronda se pregunta a *{ $team }* y *{ $host }* juntos, como a un solo equipo: cada uno es demasiado pequeño, juntos son bastantes. Las rondas llegan como las tiene configuradas *{ $host }*; el resumen se publica en los canales de los dos y dice que es de los dos. No hay números de uno solo. { $lead } ha aceptado; los responsables de cualquiera pueden terminarlo cuando quieran.
together-news-over = { $lead } lo ha terminado: desde la próxima ronda ya no se pregunta juntos a *{ $team }* y *{ $host }*. El resumen de una ronda abierta aún llega a los dos.

together-waits = Los responsables del otro equipo ya tienen la pregunta. Hasta que acepten, todo sigue igual.
together-card = Se pregunta junto con *{ $team }*, en las rondas de *{ $host }*. El resumen es de los dos y llega a los dos; no hay números de uno solo.
together-end-button = Volver a preguntar por separado
together-ended = Desde la próxima ronda ya no se pregunta juntos a los dos. Se avisa en los dos canales.

error-asked-together = A este equipo se le pregunta junto con *{ $team }*, cuyos responsables deciden cuándo. `/amp team` tiene un botón para volver a preguntar por separado.
error-no-sister = No conozco ahí ningún equipo que puedas elegir. Indica el canal de otro equipo que ya tenga su pulso y que tú puedas ver.
error-sister-too-large = Solo se pregunta juntos a equipos de menos de { SPELLED($quorum) } personas: si uno tiene números propios, los de antes y después dirían lo que respondieron los pocos que se sumaron.
error-still-too-few = Juntos siguen siendo menos de { SPELLED($quorum) } personas, así que no habría números.
error-sister-taken = A uno de los dos ya se le pregunta junto con otro equipo.
error-sister-without-lead = Ese equipo no tiene responsable en este momento, así que nadie podría aceptar. Alguien de su canal puede serlo: `/amp team`.
error-sister-asked-first = Sus responsables os han pedido lo mismo: el botón está en el mensaje que os envié.
error-request-over = Eso ya terminó: se respondió, se retiró o caducó.
