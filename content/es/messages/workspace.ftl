# `/amp workspace`: lo que deciden quienes administran Slack

workspace-title = Espacio de trabajo
workspace-intro = ¿Quién puede poner en marcha un pulso para el equipo de un canal? Los equipos que ya existen siguen como están. Administrar el espacio de trabajo no muestra los números de nadie.
workspace-who-label = Quién puede hacerlo
workspace-everybody-option = cualquiera, también cuentas de invitado
workspace-members-option = cualquiera con cuenta completa
workspace-admins-option = quienes administran el espacio de trabajo
workspace-chosen-option = estas personas y quienes administran
workspace-chosen-label = Estas personas
workspace-save-button = Guardar
workspace-saved = :white_check_mark: Guardado. { $who ->
        [everybody] Cualquiera, también las cuentas de invitado, puede poner en marcha un pulso.
        [admins] Solo quienes administran el espacio de trabajo pueden poner en marcha un pulso.
        [chosen] Quienes administran el espacio de trabajo y { $people ->
            [one] una persona
           *[other] { $people } personas
        } pueden poner en marcha un pulso.
       *[members] Cualquiera con cuenta completa puede poner en marcha un pulso; las cuentas de invitado, no.
    }
error-only-for-admins = Eso solo lo decide quien administra este espacio de trabajo de Slack. Pídele que escriba `/amp workspace`.
error-nobody-chosen = Elige al menos a una persona, o una de las otras tres opciones.
error-may-not-start = { $who ->
        [admins] En este espacio de trabajo solo ponen en marcha un pulso quienes lo administran. Pídeles que escriban `/amp setup` aquí; con `/amp workspace` pueden cambiarlo.
        [chosen] En este espacio de trabajo solo ponen en marcha un pulso quienes lo administran y las personas que eligieron. Pregúntales; con `/amp workspace` pueden cambiarlo.
       *[members] En este espacio de trabajo las cuentas de invitado no ponen en marcha un pulso. Pide a alguien del equipo que escriba `/amp setup` aquí; quien administra el espacio puede cambiarlo con `/amp workspace`.
    }
