# Las páginas con las que un espacio de trabajo instala Amp, en el navegador.

install-done-heading = Amp está instalado
install-done = Ve al canal de tu equipo en Slack, escribe `/invite @Amp` y luego `/amp setup`.
install-cancelled-heading = No se instaló
install-cancelled = Puedes empezar de nuevo cuando quieras.
install-expired-heading = Empieza de nuevo
install-expired = Esta página se abrió en otro navegador, o hace más de diez minutos.
install-refused-heading = Slack lo rechazó
install-unanswered-heading = Slack no respondió
install-again = Empieza de nuevo.
install-link = Instalar Amp
install-many-heading = Demasiadas a la vez
install-many = Muchas personas están instalando Amp ahora mismo. Vuelve a empezar dentro de un minuto.
install-not-here-heading = Aquí no
install-not-here = Este Amp solo admite ciertos espacios de trabajo, y el tuyo no está entre ellos. Pregunta a quien lo administra, o pon en marcha uno propio.
