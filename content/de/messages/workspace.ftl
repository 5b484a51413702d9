# `/amp workspace`: was die Admins von Slack entscheiden

workspace-title = Dieser Workspace
workspace-intro = Was für alle Teams dieses Workspace gilt. Wer Admin ist, sieht dadurch keine Zahlen.
workspace-who-label = Wer für das Team eines Kanals einen Puls einrichten darf
workspace-everybody-option = alle, auch Gäste
workspace-members-option = alle außer Gästen
workspace-admins-option = Admins dieses Workspace
workspace-chosen-option = die Personen unten und Admins
workspace-chosen-label = Diese Personen
workspace-rollups-label = Wer den Monatsüberblick ein- und ausschaltet
workspace-rollups-leads-option = wer ein Team leitet
workspace-rollups-admins-option = Admins dieses Workspace
workspace-pay-label = Faire Bezahlung
workspace-pay-option = Danach fragen, einmal in sechs Runden
workspace-kept-label = Runden und Auswertungen aufheben
workspace-kept-always-option = wie Amp eingestellt ist
workspace-kept-option = { $weeks } Wochen
workspace-kept-hint = Anzahlen, Auswertungen, wer gefragt wurde, beendete Experimente; die neueste Runde eines Teams bleibt.
workspace-sure = :warning: Was älter als { $weeks } Wochen ist, wird innerhalb einer Stunde in jedem Team endgültig gelöscht: Die Verläufe beginnen dann dort. Drück noch einmal, wenn du das willst.
workspace-sure-button = Löschen und speichern
workspace-teams = { $teams ->
    [0] *Noch kein Team.* `/amp setup` in einem Kanal richtet eins ein.
    [one] *Ein Team*
   *[other] *{ $teams } Teams*
}
workspace-team = • *{ $team }* in { $channel }, { $language }: { $why ->
    [next] nächste Runde { $opens }
    [unreachable] wartet, weil ich in seinem Kanal nichts posten kann
    [nobody] wartet, weil niemand da ist, den es fragen kann
    [small] weniger als { SPELLED($quorum) } Personen, also wird niemand gefragt
    [together] wird gemeinsam mit einem anderen Team gefragt
    [same] nichts, weil ein anderes Team jede Woche vorher dieselben Leute fragt
   *[paused] pausiert
}
workspace-more-teams = { $teams ->
    [one] • und noch eins
   *[other] • und { $teams } weitere
}
workspace-private-teams = { $teams ->
    [one] • eins in einem privaten Kanal, das nur seine Leute sehen
   *[other] • { $teams } in privaten Kanälen, die nur ihre Leute sehen
}
workspace-save-button = Speichern
workspace-saved = :white_check_mark: Gespeichert. { $who ->
        [everybody] Alle, auch Gäste, dürfen einen Puls einrichten.
        [admins] Nur Admins dürfen einen Puls einrichten.
        [chosen] Admins und { $people ->
            [one] eine Person
           *[other] { $people } Personen
        } dürfen einen Puls einrichten.
       *[members] Alle außer Gästen dürfen einen Puls einrichten.
    } { $pay ->
        [yes] Ob die Bezahlung fair ist, wird einmal in sechs Runden gefragt.
       *[no] Ab den nächsten Runden wird nicht mehr gefragt, ob die Bezahlung fair ist.
    } { $rollups ->
        [admins] Nur Admins schalten den Monatsüberblick ein und aus.
       *[leads] Wer ein Team leitet, schaltet den Monatsüberblick ein und aus.
    } { $weeks ->
        [0] Runden werden so lange behalten, wie es eingestellt hat, wer Amp betreibt.
       *[other] Runden werden höchstens { $weeks } Wochen behalten.
    }
error-only-admins-roll-up = In diesem Workspace schalten nur Admins den Monatsüberblick ein und aus. Bitte jemanden von ihnen; mit `/amp workspace` können sie das ändern.
error-only-for-admins = Das entscheiden nur die Admins dieses Workspace in Slack. Bitte jemanden von ihnen, `/amp workspace` zu tippen.
error-nobody-chosen = Wähl mindestens eine Person, oder eine der anderen drei Möglichkeiten.
error-may-not-start = { $who ->
        [admins] In diesem Workspace richten nur Admins einen Puls ein. Bitte jemanden von ihnen, hier `/amp setup` zu tippen; mit `/amp workspace` können sie das ändern.
        [chosen] In diesem Workspace richten nur Admins und ausgewählte Personen einen Puls ein. Frag jemanden von den Admins; mit `/amp workspace` können sie das ändern.
       *[members] In diesem Workspace richten Gäste keinen Puls ein. Bitte jemanden aus dem Team, hier `/amp setup` zu tippen; Admins können das mit `/amp workspace` ändern.
    }
