# `/amp privacy`: qué se guarda sobre una persona y hasta cuándo; nadie más lo ve.

keeping-text = Lo que guardo sobre ti
keeping-intro = *Lo que guardo sobre ti* y hasta cuándo. Nadie más lo ve.
keeping-nothing = No guardo nada sobre ti.
keeping-person = *Tú:* tu identificador en Slack, tu reloj ({ $zone }), tu idioma ({ $language }), si tu cuenta es de invitado o ya no está activa, y cuándo me lo dijo Slack por última vez. Hasta que escribas `/amp forget me`, o { $days } días después de que me quiten de este espacio de trabajo.
keeping-away = *Tu ausencia:* hasta el { $day }.
keeping-away-open = *Tu ausencia:* hasta que escribas `/amp back`.
keeping-away-later = *Una ausencia que viene:* desde el { $first }{ $end ->
        [open] {" "}hasta que escribas `/amp back`
       *[known] {" "}hasta el { $back }
    }. `/amp back` la anula antes.
keeping-heeds = *Tu estado de Slack* puede decirme que estás fuera, hasta que lo retires en `/amp away`.
keeping-may-start = *Que puedes poner en marcha un equipo,* como dijo alguien que administra Slack: hasta que decida otra cosa.
keeping-own-time = *Tu momento para las preguntas y si quieres recordatorios:* hasta que lo cambies en `/amp pulse when`.
keeping-teams = *Tus equipos, y desde cuándo estás en ellos:* { $teams }. Hasta que salgas del canal, o { $days } días después de que termine el equipo.
keeping-team-lead = { $team } (eres responsable)
keeping-team-left-out = { $team } (no recibes preguntas)
keeping-teams-left = { $teams ->
    [one] *{ $teams } equipo en cuyo canal no estás:* que sus responsables te nombraron en sus ajustes.
   *[other] *{ $teams } equipos en cuyos canales no estás:* que sus responsables te nombraron en sus ajustes.
} Hasta que lo retiren, o { $days } días después de que termine el equipo.
keeping-more-teams = { $more } más
keeping-rounds = *Rondas que te preguntaron:* { $closed } cerradas, { $open } abiertas. Se guarda cuándo te iba a llegar el aviso; si respondiste, no. { $weeks ->
    [0] Mientras yo esté en este espacio de trabajo.
   *[other] Hasta { $weeks } semanas después de su cierre; la última de cada equipo se queda.
}
keeping-notes = *Lo que guardas para ti, bajo llave:* { $tools }. Tus semanas se borran { $weeks } semanas después de la última, tu propio diagnóstico cuando se anuncia el del equipo, y lo demás cuando lo borras o termina su equipo.
keeping-tool = { $tool ->
    [audit] tu propio diagnóstico
    [fit] tu respuesta a si encaja
    [four-ts] las cuatro T como las ves
    [mastery] tus semanas
   *[purpose] tu frase
}
keeping-work = *Lo que hiciste por un equipo:* { $things }. Hasta que termine ese equipo.
keeping-ticks = { $many ->
    [one] { $many } marca en su lista
   *[other] { $many } marcas en su lista
}
keeping-ideas = { $many ->
    [one] { $many } idea para un día ShipIt
   *[other] { $many } ideas para un día ShipIt
}
keeping-crews = { $many ->
    [one] { $many } idea en la que participas
   *[other] { $many } ideas en las que participas
}
keeping-pieces = { $many ->
    [one] { $many } cosa que entregaste
   *[other] { $many } cosas que entregaste
}
keeping-questions = { $many ->
    [one] { $many } pregunta que añadiste
   *[other] { $many } preguntas que añadiste
}
keeping-rollup = *El panorama mensual:* que lo activaste, para que sepas cuándo no llega. Hasta que se desactive.
keeping-answers = *Tu respuesta a un comentario:* sellada, hasta que llegue.
keeping-messages = *Mis mensajes para ti:* { $messages }, { $words } de ellos con su texto. { $days ->
    [0] El texto se borra en la hora siguiente a que un mensaje llegue a todo el mundo
    [one] El texto se borra un día después de que un mensaje llegue a todo el mundo
   *[other] El texto se borra { $days } días después de que un mensaje llegue a todo el mundo
}, o { $lost } semanas después si no llegó; la nota de que se envió, a las { $weeks } semanas.
keeping-sealed = *Tus respuestas, comentarios y preferencias* no están en ninguna lista. Esperan sellados y se cuentan o se muestran sin nombre. No sé cuáles son tuyos, ni si hay alguno.
keeping-file-button = Enviármelo como archivo
keeping-card-button = Qué pasa con las respuestas
keeping-forget-button = Olvídame

# De quien dijo `/amp forget me`

keeping-left = Me pediste que te olvidara. Queda tu identificador en Slack, para que nadie te pregunte, y si tu cuenta es de invitado o ya no está activa. Hasta que cambies de idea, o { $days } días después de que me quiten de este espacio de trabajo.
keeping-left-teams = { $teams ->
    [one] *{ $teams } equipo en cuyo canal estás:* solo eso, para que ningún número muestre que te fuiste.
   *[other] *{ $teams } equipos en cuyos canales estás:* solo eso, para que ningún número muestre que te fuiste.
}
keeping-left-rounds = { $rounds ->
    [one] *{ $rounds } ronda cerrada que te preguntó:* durante { $weeks } semanas, para que nadie deduzca respuestas de que te fuiste.
   *[other] *{ $rounds } rondas cerradas que te preguntaron:* durante { $weeks } semanas, para que nadie deduzca respuestas de que te fuiste.
}

# El archivo

keeping-file-comment = Lo que guardo sobre ti, fila por fila, en JSON.
keeping-file-done = :white_check_mark: El archivo está en nuestros mensajes directos.
keeping-as-text = Aquí no puedo enviar archivos (hace falta el permiso `files:write`), así que esto es lo que contiene.
keeping-as-text-beginning = Aquí no puedo enviar archivos (hace falta el permiso `files:write`), así que este es su comienzo. Quien administra Amp puede añadir el permiso.
