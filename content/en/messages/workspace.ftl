# `/amp workspace`: what Slack's own admins decide.

workspace-title = This workspace
workspace-intro = Who may start a pulse for a channel's team? Teams that there are stay as they are. Being an admin shows you nobody's numbers.
workspace-who-label = Who may start one
workspace-everybody-option = everybody, guests too
workspace-members-option = full members, no guests
workspace-admins-option = admins of this workspace
workspace-chosen-option = the people below, and admins
workspace-chosen-label = These people
workspace-save-button = Save
# $who is one of everybody, members, admins, chosen; $people how many are chosen.
workspace-saved = :white_check_mark: Saved. { $who ->
        [everybody] Everybody, guests too, may start a pulse.
        [admins] Only admins may start a pulse.
        [chosen] Admins and { $people ->
            [one] one person
           *[other] { $people } people
        } may start a pulse.
       *[members] Full members may start a pulse, guests may not.
    }
error-only-for-admins = Only an admin or owner of this Slack workspace can decide that. Ask one of them to type `/amp workspace`.
error-nobody-chosen = Choose at least one person, or one of the other three.
error-may-not-start = { $who ->
        [admins] In this workspace only admins start a pulse. Ask one of them to type `/amp setup` here; `/amp workspace` lets them change that.
        [chosen] In this workspace only admins and the people they chose start a pulse. Ask an admin; `/amp workspace` lets them change that.
       *[members] In this workspace full members start a pulse, and guests don't. Ask a colleague to type `/amp setup` here; an admin can change it with `/amp workspace`.
    }
