# El webhook de un equipo: su formulario, su secreto, y lo que se dice a quienes lideran si falla.

webhook-title = Webhook
webhook-about = *{ $team }*: con cada resumen puedo enviar las mismas cifras como JSON a un programa tuyo, firmadas para que sepa que vienen de mí. Nunca más de lo que muestra el resumen.
webhook-address-label = Dirección
webhook-address-hint = Con https, y accesible desde internet.
webhook-address-placeholder = https://example.com/hooks/amp
webhook-turn-on-button = Guardar y activar
webhook-save-button = Guardar
webhook-on = Está activado.
webhook-off = Está desactivado.
webhook-nothing-sent = Todavía no se envió nada.
webhook-last-call = { $state ->
    [done] El último resumen se aceptó.
    [failed] El último resumen no se aceptó ({ $failure }); lo intenté { $attempts ->
            [one] { $attempts } vez
           *[other] { $attempts } veces
        } y lo dejé.
   *[waiting] El último resumen todavía no se aceptó ({ $failure }); lo intenté { $attempts ->
            [one] { $attempts } vez
           *[other] { $attempts } veces
        }.
}
webhook-failure = { $code ->
    [not-tried] sin intentar
    [not-public] no es pública
    [no-answer] sin respuesta a tiempo
    [no-connection] sin conexión
   *[other] { $code }
}
webhook-new-secret-button = Secreto nuevo
webhook-new-secret-title = ¿Crear otro secreto?
webhook-new-secret-text = Lo que se envíe desde ahora se firma con él.
webhook-new-secret-yes-button = Crearlo
webhook-turn-off-button = Desactivar
webhook-secret = :white_check_mark: Desde ahora, cada resumen de *{ $team }* se envía a { $url }. Este es el secreto para comprobar las firmas. *Solo se muestra ahora:*
webhook-secret-small = Firmado según Standard Webhooks; lo demás está en docs/webhook.md.
webhook-saved = :white_check_mark: Desde ahora, cada resumen de *{ $team }* se envía a { $url }. El secreto es el que ya tienes.
webhook-turned-off = :white_check_mark: Los resúmenes de *{ $team }* ya no se envían a ningún otro lugar.
webhook-announced-text = Los resúmenes se envían también a otro sitio.
webhook-announced = { $lead } hace que los resúmenes de *{ $team }* se envíen también a un programa en { $host }, desde el próximo: los números que se ven aquí, y nada más.

# Lo que leen quienes lideran cuando un receptor no aceptó un resumen

webhook-trouble-text = Un webhook no aceptó un resumen.
webhook-gave-up = :warning: El webhook de *{ $team }* no aceptó su resumen durante un día ({ $failure }), así que dejé de intentarlo con ese. El próximo resumen se enviará como siempre. `/amp webhook` muestra su dirección.
webhook-gone = :warning: El webhook de *{ $team }* dice que no quiere más resúmenes ({ $failure }), así que lo desactivé. `/amp webhook` muestra su dirección.

# Lo que puede fallar

error-no-webhook = Este equipo no tiene ningún webhook. `/amp webhook` configura uno.
error-no-address = Esa no es una dirección a la que pueda enviar. Tiene que empezar por https:// y nombrar un servidor público.
error-not-public = Esa dirección no es pública: los resúmenes solo los envío hacia fuera, nunca a nuestra propia red.
