# `/amp workspace`: was die Admins von Slack entscheiden

workspace-title = Dieser Workspace
workspace-intro = Wer darf für das Team eines Kanals einen Puls einrichten? Bestehende Teams bleiben, wie sie sind. Wer Admin ist, sieht dadurch keine Zahlen.
workspace-who-label = Wer einrichten darf
workspace-everybody-option = alle, auch Gäste
workspace-members-option = alle außer Gästen
workspace-admins-option = Admins dieses Workspace
workspace-chosen-option = die Personen unten und Admins
workspace-chosen-label = Diese Personen
workspace-save-button = Speichern
workspace-saved = :white_check_mark: Gespeichert. { $who ->
        [everybody] Alle, auch Gäste, dürfen einen Puls einrichten.
        [admins] Nur Admins dürfen einen Puls einrichten.
        [chosen] Admins und { $people ->
            [one] eine Person
           *[other] { $people } Personen
        } dürfen einen Puls einrichten.
       *[members] Alle außer Gästen dürfen einen Puls einrichten.
    }
error-only-for-admins = Das entscheiden nur die Admins dieses Workspace in Slack. Bitte jemanden von ihnen, `/amp workspace` zu tippen.
error-nobody-chosen = Wähl mindestens eine Person, oder eine der anderen drei Möglichkeiten.
error-may-not-start = { $who ->
        [admins] In diesem Workspace richten nur Admins einen Puls ein. Bitte jemanden von ihnen, hier `/amp setup` zu tippen; mit `/amp workspace` können sie das ändern.
        [chosen] In diesem Workspace richten nur Admins und ausgewählte Personen einen Puls ein. Frag jemanden von den Admins; mit `/amp workspace` können sie das ändern.
       *[members] In diesem Workspace richten Gäste keinen Puls ein. Bitte jemanden aus dem Team, hier `/amp setup` zu tippen; Admins können das mit `/amp workspace` ändern.
    }
