pulse-in-an-hour-button = En una hora
pulse-tomorrow-button = Mañana por la mañana
pulse-not-this-time-button = Esta vez no
own-time-never = :ok_hand: Esta vez no, entonces. Si cambias de idea, `/amp pulse` tiene las preguntas mientras la ronda esté abierta.
own-time-later = :alarm_clock: Vuelve una vez más: { $moment }.
own-time-title = Mi momento
own-time-intro = Cuándo prefieres recibir las preguntas, en todos tus equipos. Si la ronda no está abierta a esa hora, te llegan a la vez que al resto.
own-time-day-label = Día
own-time-hour-label = Hora, en mi zona horaria
own-time-usual-option = como el equipo
own-time-reminds-label = Recordatorios
own-time-reminds-option = Una vez más antes del final, si da tiempo
own-time-save-button = Guardar
own-time-saved = :white_check_mark: Guardado. Vale desde la próxima ronda.

error-came-twice = Ya llegó dos veces, y no hay más. `/amp pulse` tiene las preguntas mientras la ronda esté abierta.
error-closes-before = La ronda se cierra antes: { $closes }. Hasta entonces, `/amp pulse` tiene las preguntas.
