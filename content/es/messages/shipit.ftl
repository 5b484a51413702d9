# Un día ShipIt: 24 horas de lo que el equipo elija, desde el plan hasta el recuento de los votos.

shipit-title = Día ShipIt
shipit-what = 24 horas para lo que sea, menos el trabajo habitual, a solas o en compañía, con algo que mostrar al final. Puede quedar sin terminar; puede haber fallado de un modo instructivo.

# El formulario con el que se fija o se cambia

shipit-starts-label = Empieza, según tu hora local
shipit-plan-then = Dura 24 horas. Se avisa en el canal enseguida, el día antes y cuando empieza.
shipit-move-then = Dura 24 horas. En el canal se avisa de la nueva fecha.
shipit-plan-button = Anunciarlo
shipit-move-button = Cambiar la fecha
shipit-nothing-planned = Ahora mismo no hay ninguno previsto para *{ $team }*. Sus responsables pueden fijar uno con este mismo comando; `/amp team` muestra quiénes son.

# La ventana del día

shipit-day = *{ $team }*. Empieza: { $starts }. Termina: { $ends }.
shipit-no-ideas = Todavía no hay ideas. La tuya podría ser la primera.
shipit-idea = *{ $idea }*
shipit-crew = Con { $people }{ $more ->
    [0] {""}
    [1] {" "}y { $more } persona más
   *[other] {" "}y { $more } personas más
}
shipit-add-idea-button = Añadir una idea
shipit-see-button = Ver el día
shipit-deliver-button = Lo que entregué
shipit-join-button = Me sumo
shipit-leave-button = Ya no participo
shipit-remove-button = Quitar
shipit-remove-title = ¿Quitar esta idea?
shipit-remove-text = Desaparece para todo el mundo.
shipit-remove-yes-button = Quitarla
shipit-cancel-button = Cancelarlo
shipit-cancel-title = ¿Cancelar el día?
shipit-cancel-text = En un minuto se avisa en el canal; hasta entonces puedes deshacerlo.
shipit-cancelled-quietly = El día está cancelado. En un minuto se avisa en el canal.
shipit-undo-button = Deshacer

# Los formularios de una idea y de una entrega

shipit-idea-title = Una idea
shipit-idea-label = ¿Qué te gustaría construir o averiguar?
shipit-idea-placeholder = Basta una línea
shipit-idea-seen = Otras personas pueden sumarse. Quien esté en el canal puede verla.
shipit-idea-button = Añadirla
shipit-delivery-title = Lo que entregué
shipit-delivery-label = ¿Qué hay ahora, o qué sabemos ahora?
shipit-delivery-hint = Va al final en una sola publicación, con tu nombre.
shipit-delivery-button = Entregar
shipit-delivered-title = Entregado
shipit-delivered = :white_check_mark: Va en la publicación del final. Hasta entonces puedes cambiarlo.
shipit-delivered-late = :white_check_mark: Quedó guardado. Los resultados ya están publicados; el tuyo va en su hilo.

# Lo que lee el canal

shipit-announced-text = Habrá un día ShipIt.
shipit-announced = :rocket: { $lead } fijó un día ShipIt para *{ $team }*: 24 horas. Empieza: { $starts }.
shipit-moved-text = El día ShipIt cambió de fecha.
shipit-moved = { $lead } cambió la fecha del día ShipIt. Empieza: { $starts }.
shipit-cancelled-text = El día ShipIt se canceló.
shipit-cancelled = { $lead } canceló el día ShipIt. Las ideas se guardan, por si vuelve.
shipit-taken-back-text = Al final, el día ShipIt sí se celebra.
shipit-taken-back = { $lead }: al final, el día ShipIt sí se celebra. Empieza: { $starts }.
shipit-tomorrow-text = { $day ->
        [today] Hoy es el día ShipIt.
       *[tomorrow] Mañana es el día ShipIt.
    }
shipit-tomorrow = { $day ->
        [today] Hoy es el día ShipIt.
       *[tomorrow] Mañana es el día ShipIt.
    } Empieza: { $starts }.
shipit-begun-text = Empieza el día ShipIt.
shipit-begun = :rocket: Empieza el día ShipIt. Termina: { $ends }; entonces, todo lo entregado va en una sola publicación.
shipit-last-call-text = Quedan dos horas del día ShipIt.
shipit-last-call = Quedan dos horas. Cuenta en una o dos líneas lo que tienes; lo que no está terminado también cuenta.
shipit-gathered-text = Terminó el día ShipIt: lo que salió de él.
shipit-gathered-header = El día ShipIt: lo que salió de él
shipit-gathered = { $people ->
    [0] Todavía no hay nada escrito. Quien tenga algo, que pulse el botón.
    [one] { $people } persona entregó algo.
   *[other] { $people } personas entregaron algo.
}
shipit-late-text = Entregado un poco más tarde.

# ¿Se repetiría?

shipit-question-text = ¿Repetirías un día ShipIt?
shipit-question = *¿Repetirías un día así?*
shipit-question-counted = Un clic, que se cuenta sin nombres durante tres días. Con menos de { $quorum } respuestas no se muestra nada.
shipit-yes-button = Sí, otra vez
shipit-otherwise-button = Sí, pero de otra manera
shipit-no-button = Mejor no
shipit-voted = Anotado. Pulsa otro botón para cambiarlo. Se cuenta sin nombres, y se muestra a partir de cinco.
shipit-counted-text = ¿Otro día ShipIt? Las respuestas.
shipit-counted-too-few = Menos de { $quorum } personas dijeron si repetirían un día ShipIt.
shipit-counted = ¿Otro día ShipIt? Sí, otra vez: { $yes }; sí, pero de otra manera: { $otherwise }; mejor no: { $no }.
shipit-counted-none-leads = ¿Otro día ShipIt? Respondieron { $people } personas, y ninguna respuesta va claramente por delante.
shipit-counted-one-leads = ¿Otro día ShipIt? Respondieron { $people } personas; la respuesta más frecuente es: { $answer }.

# Lo que puede fallar

error-ship-it-day-not-ahead = Elige un momento que aún no haya llegado, dentro del próximo año.
error-ship-it-day-exists = Este equipo ya tiene un día ShipIt. `/amp shipit` lo muestra, y sus responsables pueden cambiar ahí la fecha.
error-ship-it-day-has-begun = El día ya empezó, así que no se puede cambiar la fecha. Las personas responsables del equipo pueden cancelarlo y fijar uno nuevo.
error-ship-it-day-not-begun = El día todavía no empezó. Cuando empiece, aquí podrás contar lo que hiciste.
error-ship-it-day-counted = Las respuestas ya se contaron, así que no se cambió nada. El resultado ya se leyó en el canal.
error-no-ship-it-day = Ese día ShipIt ya pasó o se canceló. `/amp shipit` muestra si hay otro.
error-nothing-written = Aquí hacen falta unas palabras.
error-too-many-ideas = Ya hay treinta ideas. Súmate a una de ellas; eso vale más que otra idea.
error-not-your-idea = Solo puede quitarla quien tuvo la idea o una persona responsable del equipo.
error-idea-gone = Esa idea ya se quitó. `/amp shipit` muestra las que hay.
