# Comentarios: una línea al final del formulario, que se muestra sin nombres en el hilo del resumen, y
# la respuesta de quien lidera, que llega sin que nadie sepa a quién.

# El formulario

comments-label = ¿Qué ayudó o qué estorbó?
comments-hint = Opcional, { $longest } caracteres. Se muestra sin tu nombre, a partir de { SPELLED($fewest) } comentarios y { SPELLED($quorum) } respuestas; si no, se borra sin leerse. Tu estilo puede delatarte. Si envías varios formularios, cuenta el último, con esta línea.
comments-may-answer-label = Por si alguien quiere responderte
comments-may-answer-option = Una respuesta de responsables, por mensaje directo, sin saber quién soy

# En el hilo del resumen

comments-intro = :speech_balloon: *{ $comments } comentarios sobre el pulso { $number }*, mezclados y sin nombres. { $kind ->
    [prompt] La pregunta era: { $prompt }
   *[usual] Muestran lo que preocupa y lo que ayuda; no son una votación, y no se trata de adivinar de quién son.
}
comments-one-text = Un comentario sobre el pulso { $number }.
comments-quoted = «{ $words }»
comments-answer-button = Responder
comments-hide-button = Ocultar
comments-hide-title = ¿Ocultar comentario?
comments-hide-sure = Oculta un comentario que nombra a alguien, no uno que cuesta escuchar. Todo el mundo verá que aquí se ocultó un comentario. No se puede deshacer.
comments-hide-yes-button = Ocultar
comments-hidden = :see_no_evil: Una persona responsable ocultó aquí un comentario, porque nombra a alguien.
comments-hidden-done = Está oculto. Todo el mundo ve que aquí se ocultó un comentario.
comments-burn-button = Es mío: sin respuesta
comments-burn-title = ¿Sin respuesta?
comments-burn-sure = Si lo escribiste tú, tu dirección se quema y no te llega ninguna respuesta. Si no, no pasa nada.
comments-burn-yes-button = Quemar
comments-burned = Anotado. Si ese comentario es tuyo, su dirección se quema en menos de un minuto y ya no te llega ninguna respuesta. Si no, nada cambia.

# Quien lidera responde

comments-answering-title = Responder
comments-answering = Tu respuesta va por mensaje directo a quien escribió esto, y a nadie más. Lleva el nombre de tu equipo y no el tuyo, a menos que lo escribas. No sabrás quién la lee, y esa persona no puede contestarte.
comments-answering-label = Tu respuesta
comments-send-button = Enviar
comments-answer-sealed = :lock: Sellada. Sale { $when ->
        [now] en la próxima media hora
       *[later] de día, en la media hora que sigue a { $day }
    }, en un momento elegido al azar, para que nadie sepa a quién le llega por el teléfono que suena. Si antes se quema la dirección, no le llega a nadie. Después, la dirección se destruye.
comments-answer-lost = :warning: Tu respuesta a un comentario no se pudo entregar: se perdió la llave de su dirección. Si te importa, escríbela en el hilo del resumen, donde la lee todo el mundo.

# La respuesta, por DM

comments-answer = :envelope: Una persona responsable de *{ $team }* respondió a un comentario tuyo:
comments-answer-small = Quien respondió no sabe que te llegó a ti, y el camino hasta ti ya se destruyó. Solo está aquí; si la borras, desaparece.
comments-delete-button = Borrar este mensaje

# Lo que sale mal

error-comment-too-long = Son { $length } caracteres, y caben { $longest }. Acórtalo, por favor; todavía no se envió nada.
error-comment-is-blank = Aquí solo hay espacios en blanco. Escribe algo o déjalo vacío.
error-answer-too-long = Son { $length } caracteres, y caben { $longest }. Acórtala, por favor; todavía no se envió nada.
error-answer-is-blank = Aquí solo hay espacios en blanco. Escribe tu respuesta o cierra esta ventana.
error-address-gone = Este comentario ya no admite respuesta: ya recibió una, su dirección se quemó o pasaron cuatro semanas. Todavía puedes escribir en el hilo, donde lo lee todo el mundo.
error-answered-already = Alguien más acaba de responder a este comentario, y cada comentario recibe una sola respuesta. La tuya no se envió; puedes copiarla de aquí y escribirla en el hilo.
