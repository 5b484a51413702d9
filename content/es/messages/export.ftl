# `/amp export`: los resúmenes de un equipo como archivos, para quienes lo lideran.

export-done = :white_check_mark: Los archivos CSV y JSON están en nuestros mensajes directos.
export-comment = { $digests ->
        [one] Lo que mostró el resumen de *{ $team }*.
       *[other] Lo que mostraron los { $digests } resúmenes de *{ $team }*.
    } Redondeado tal como se mostró; lo que no se mostró tampoco está aquí.
export-as-text-text = Los resúmenes como texto
export-as-text = Aquí no puedo enviar archivos (hace falta el permiso `files:write`), así que esto es lo que mostraron los resúmenes de *{ $team }*. Quien administra Amp lo obtiene todo en la línea de comandos: `amp export` y el nombre del equipo, con `--json` para JSON.
export-as-text-newest = Aquí no puedo enviar archivos (hace falta el permiso `files:write`), así que estas son las { $shown } filas más recientes, de { $all }, de lo que mostraron los resúmenes de *{ $team }*. Quien administra Amp lo obtiene todo en la línea de comandos: `amp export` y el nombre del equipo, con `--json` para JSON.

# Lo que puede fallar

error-nothing-to-export = En este equipo todavía no se cerró ninguna ronda, así que no hay nada que exportar.
