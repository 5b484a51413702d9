# Un mensaje que no llegó a su canal: por qué, qué ayuda, y el botón para publicarlo de nuevo.

undelivered-text = { $kind ->
        [digest] Un resumen no llegó.
        [experiment] Un mensaje sobre tu experimento no llegó.
       *[rollup] Un panorama mensual no llegó.
    }
undelivered-failed = :warning: { $kind ->
        [digest] No pude publicar el resumen de *{ $team }* en { $channel }
        [experiment] *{ $team }*: no pude publicar un mensaje sobre tu experimento en { $channel }
       *[rollup] No pude publicar el panorama de { $month } en { $channel }
    }: { $failure ->
        [is_archived] el canal está archivado. Desarchívalo
        [not_in_channel] no estoy en el canal. Escribe allí `/invite @Amp`
        [channel_not_found] el canal ya no existe, o es privado y no estoy en él. Escribe allí `/invite @Amp`
       *[other] Slack lo rechazó ({ $failure }). Asegúrate de que pueda publicar allí
    }, o elige otro canal ({ $kind ->
        [rollup] `/amp rollup`
       *[other] «Ajustes», en mi pestaña Inicio
    }). Después, pulsa aquí.
undelivered-unknown = :warning: { $kind ->
        [digest] Se cortó la conexión mientras publicaba el resumen de *{ $team }* en { $channel }
        [experiment] *{ $team }*: se cortó la conexión mientras publicaba un mensaje sobre tu experimento en { $channel }
       *[rollup] Se cortó la conexión mientras publicaba el panorama de { $month } en { $channel }
    }, y no puedo ver si llegó. Si no está allí, publícalo de nuevo.

undelivered-again-button = Publicar de nuevo
undelivered-on-its-way = Está en camino a { $channel }.
undelivered-has-arrived = Ya llegó a { $channel }.
error-message-gone = Ya no tengo ese mensaje, así que no se puede publicar de nuevo.
