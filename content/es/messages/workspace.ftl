# `/amp workspace`: lo que deciden quienes administran Slack

workspace-title = Espacio de trabajo
workspace-intro = Lo que vale para todos los equipos de este espacio de trabajo. Administrarlo no muestra los números de nadie.
workspace-who-label = Quién puede poner en marcha un pulso para un equipo
workspace-everybody-option = cualquiera, también cuentas de invitado
workspace-members-option = cualquiera con cuenta completa
workspace-admins-option = quienes administran el espacio de trabajo
workspace-chosen-option = estas personas y quienes administran
workspace-chosen-label = Estas personas
workspace-rollups-label = Quién activa o desactiva el panorama mensual
workspace-rollups-leads-option = las personas responsables de un equipo
workspace-rollups-admins-option = quienes administran el espacio de trabajo
workspace-pay-label = Sueldo justo
workspace-pay-option = Preguntarlo, una vez cada seis rondas
workspace-kept-label = Guardar rondas y resúmenes
workspace-kept-always-option = según se configuró Amp
workspace-kept-option = { $weeks } semanas
workspace-kept-hint = Recuentos, resúmenes, a quién se preguntó, experimentos terminados; la última ronda de cada equipo se queda.
workspace-sure = :warning: Lo que tenga más de { $weeks } semanas se borra en menos de una hora, en todos los equipos y para siempre: su evolución empieza entonces ahí. Pulsa otra vez si es lo que quieres.
workspace-sure-button = Borrar y guardar
workspace-teams = { $teams ->
    [0] *Aún no hay equipos.* `/amp setup` en un canal crea uno.
    [one] *Un equipo*
   *[other] *{ $teams } equipos*
}
workspace-team = • *{ $team }* en { $channel }, { $language }: { $why ->
    [next] próxima ronda { $opens }
    [unreachable] a la espera, porque no puedo publicar en su canal
    [nobody] a la espera, porque no hay nadie a quien preguntar
    [small] menos de { SPELLED($quorum) } personas, así que no se pregunta a nadie
    [together] se pregunta junto con otro equipo
    [same] nada, porque otro equipo pregunta antes, cada semana, a las mismas personas
   *[paused] en pausa
}
workspace-more-teams = { $teams ->
    [one] • y uno más
   *[other] • y { $teams } más
}
workspace-private-teams = { $teams ->
    [one] • uno de un canal privado, que solo ve su gente
   *[other] • { $teams } de canales privados, que solo ve su gente
}
workspace-save-button = Guardar
workspace-saved = :white_check_mark: Guardado. { $who ->
        [everybody] Cualquiera, también las cuentas de invitado, puede poner en marcha un pulso.
        [admins] Solo quienes administran el espacio de trabajo pueden poner en marcha un pulso.
        [chosen] Quienes administran el espacio de trabajo y { $people ->
            [one] una persona
           *[other] { $people } personas
        } pueden poner en marcha un pulso.
       *[members] Cualquiera con cuenta completa puede poner en marcha un pulso; las cuentas de invitado, no.
    } { $pay ->
        [yes] Si el sueldo es justo se pregunta una vez cada seis rondas.
       *[no] Desde las próximas rondas ya no se pregunta si el sueldo es justo.
    } { $rollups ->
        [admins] Solo quienes administran activan o desactivan el panorama mensual.
       *[leads] Las personas responsables de un equipo activan o desactivan el panorama mensual.
    } { $weeks ->
        [0] Las rondas se guardan el tiempo que fije quien administra Amp.
       *[other] Las rondas se guardan { $weeks } semanas como máximo.
    }
error-only-admins-roll-up = En este espacio de trabajo solo quienes lo administran activan o desactivan el panorama mensual. Pídeselo; con `/amp workspace` pueden cambiarlo.
error-only-for-admins = Eso solo lo decide quien administra este espacio de trabajo de Slack. Pídele que escriba `/amp workspace`.
error-nobody-chosen = Elige al menos a una persona, o una de las otras tres opciones.
error-may-not-start = { $who ->
        [admins] En este espacio de trabajo solo ponen en marcha un pulso quienes lo administran. Pídeles que escriban `/amp setup` aquí; con `/amp workspace` pueden cambiarlo.
        [chosen] En este espacio de trabajo solo ponen en marcha un pulso quienes lo administran y las personas que eligieron. Pregúntales; con `/amp workspace` pueden cambiarlo.
       *[members] En este espacio de trabajo las cuentas de invitado no ponen en marcha un pulso. Pide a alguien del equipo que escriba `/amp setup` aquí; quien administra el espacio puede cambiarlo con `/amp workspace`.
    }
