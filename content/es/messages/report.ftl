# Un informe: una página del trimestre de un equipo o de todos, para el navegador.

report-team-heading = Informe: { $team }
report-company-heading = Informe: todos los equipos
report-period = Del { $first } al { $last }. Con lo que mostraron los resúmenes, y nada más fino.
report-ended = Este equipo terminó el { $day }.
report-bands = Una banda clara junto a una línea: se probó algo para moverla.
report-drives-header = Cómo estaban los impulsos
report-own-header = Preguntas propias
report-own = Lo que el equipo preguntó además, con sus palabras: junto a los impulsos, nunca dentro de ellos.
report-tried-header = Qué se probó
report-nothing-tried = En este tiempo no se probó nada.
report-rounds-header = Ronda por ronda
report-round-header = Ronda
report-answered-header = Respuestas
report-mean = { $mean }

# En Slack, junto al archivo

report-comment = El informe de { $team }: una página para cualquier navegador y para papel.
report-company-comment = El informe de la empresa: los meses que leyó { $channel }, en una página para cualquier navegador y para papel.
report-done = Tu informe está en tus mensajes conmigo.

# Lo que puede salir mal

error-nothing-to-report = No hubo ningún resumen en ese tiempo, así que no hay nada que contar. Un informe abarca el último trimestre; el primer resumen llega cuando se cierra la primera ronda.
error-no-month-to-report = El informe de la empresa reúne los meses que el panorama mostró en su canal, y en el último trimestre no hay ninguno. Cada mes se muestra el primer día laborable siguiente.
error-report-backwards = El informe terminaría antes de empezar. Intercambia los dos días.
error-report-too-long = Un informe abarca un año como mucho. Elige un tiempo más corto.
error-report-not-sent = Slack no aceptó el archivo. Quien administra Amp puede escribir la misma página con `amp report`.
