# Lo que dicen todas las salas: momentos, y lo que puede fallar.

# Dos puntos o un paréntesis van bien antes de un momento: Slack dice «mañana» o «viernes, 27 de
# noviembre de 2026», sin artículo.
moment = { "{date_long_pretty}" } a las { "{time}" }
moment-pattern = EEEE d 'de' MMMM, HH:mm 'UTC'
day-pattern = d 'de' MMMM
long-day-pattern = d 'de' MMMM 'de' y
short-day-pattern = d MMM
month-pattern = MMMM 'de' y
# Con punto y coma, porque los decimales llevan coma: «3,5; 4; 3,75».
row-pattern = { $before }; { $after }

# Formularios y ventanas

amp-title = Amp
cancel-button = Cancelar
close-button = Cerrar
not-now-button = Ahora no
late = Esto tarda más de lo normal y quizá todavía no se haya guardado. Pulsa el botón una vez más.
late-answer = Esto tarda más de lo normal; sigo en ello.
no-worker = :warning: Ahora mismo no hay ningún proceso mío en marcha: hasta que lo haya, nada se abre, se envía ni se cierra. Avisa a quien me administra (`amp worker`).

# Lo que puede fallar en cualquier sala

error-our-mistake = Algo falló por mi parte, y quedó registrado. Inténtalo de nuevo.
error-garbled = Ese botón o formulario no está como lo hice, así que no hice nada. Ábrelo de nuevo con `/amp`.
error-not-shown = Eso quedó guardado, pero no pude mostrarte lo que sigue. No hace falta repetirlo: `/amp` y la pestaña Inicio ya lo saben.
error-no-worker = Ahora mismo no hay ningún proceso mío en marcha: no pasaría nada después, así que no he hecho nada. Avisa a quien me administra (amp worker) y vuelve a iniciar el flujo de trabajo.
error-database-unreachable = Ahora mismo no puedo acceder a mi memoria; no se guardó nada. Inténtalo de nuevo en un minuto.
error-database-silent = Mi memoria no ha respondido. Quizá no se haya guardado lo que enviaste: inténtalo de nuevo en un minuto.
old-button = Ese botón es de un mensaje antiguo y ya no hace nada. Prueba con `/amp`.
old-form = Ese formulario es de una versión anterior, así que no se guardó nada. Ábrelo de nuevo, por favor.
error-wrong-secret = AMP_SECRET no es el secreto con el que se escribió esta base de datos.
error-not-installed = Amp ya no está instalado en este espacio de trabajo.
error-not-a-lead = Eso solo pueden hacerlo las personas responsables de este equipo. Pídeselo a una de ellas; `/amp team` muestra quiénes son.
error-no-team = Aquí todavía no hay ningún equipo. `/amp setup`, en el canal de tu equipo, crea uno.
error-slack-refused = { $code ->
    [expired_trigger_id] Eso tardó demasiado para Slack. Pulsa una vez más.
    [exchanged_trigger_id] Ese clic ya se usó. Pulsa una vez más.
    [not_in_channel] No estoy en ese canal. Escribe allí `/invite @Amp` e inténtalo de nuevo.
    [channel_not_found] No puedo ver ese canal. Si es privado, escribe allí `/invite @Amp` e inténtalo de nuevo.
    [is_archived] Ese canal está archivado, así que no se puede publicar nada en él. Primero hay que desarchivarlo.
    [ratelimited] Slack me pide ir más despacio. Inténtalo de nuevo en un minuto.
    [missing_scope] Me falta un permiso para eso. Quien me instaló puede dármelo si me instala de nuevo.
   *[other] Slack no me lo permitió.
}
