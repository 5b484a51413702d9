# `/amp workspace`: what Slack's own admins decide.

workspace-title = This workspace
workspace-intro = What holds for all teams of this workspace. Being an admin shows you nobody's numbers.
workspace-who-label = Who may start a pulse
workspace-everybody-option = everybody, guests too
workspace-members-option = full members, no guests
workspace-admins-option = admins of this workspace
workspace-chosen-option = the people below, and admins
workspace-chosen-label = These people
workspace-rollups-label = Who turns the monthly roll-up on and off
workspace-rollups-leads-option = whoever leads a team
workspace-rollups-admins-option = admins of this workspace
workspace-pay-label = Fair pay
workspace-pay-option = Ask about it, once in six rounds
workspace-kept-label = Keep rounds and digests for
# What whoever runs Amp has set holds besides, where it is shorter.
workspace-kept-always-option = as long as Amp is set to
workspace-kept-option = { $weeks } weeks
workspace-kept-hint = Counts, digests, who was asked and experiments that have ended; the newest round of a team stays.
workspace-sure = :warning: What is older than { $weeks } weeks is deleted within the hour, in every team, for good: its trends end there. Press the button again if that is what you want.
workspace-sure-button = Delete and save
# Below the form; a line for each team of a public channel. $why is one of next, unreachable, nobody, paused, small, together.
workspace-teams = { $teams ->
    [0] *No team yet.* `/amp setup` in a channel makes one.
    [one] *One team*
   *[other] *{ $teams } teams*
}
workspace-team = • *{ $team }* in { $channel }, { $language }: { $why ->
    [next] next round { $opens }
    [unreachable] waiting, since I can't post to its channel
    [nobody] waiting, since nobody is there to be asked
    [small] fewer than { SPELLED($quorum) } people, so nobody is asked
    [together] asked together with another team
    [same] nothing, since another team asks the same people first every week
   *[paused] paused
}
workspace-more-teams = { $teams ->
    [one] • and one more
   *[other] • and { $teams } more
}
workspace-private-teams = { $teams ->
    [one] • one of a private channel, which only its people see
   *[other] • { $teams } of private channels, which only their people see
}
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
    } { $pay ->
        [yes] Whether pay is fair is asked once in six rounds.
       *[no] From the next rounds on nobody is asked whether pay is fair.
    } { $rollups ->
        [admins] Only admins turn the roll-up on or off.
       *[leads] Whoever leads a team turns the roll-up on or off.
    } { $weeks ->
        [0] Rounds are kept as long as whoever runs Amp keeps them.
       *[other] Rounds are kept for { $weeks } weeks at most.
    }
error-only-admins-roll-up = In this workspace only its admins turn the monthly roll-up on or off. Ask one of them; `/amp workspace` lets them change that.
error-only-for-admins = Only an admin or owner of this Slack workspace can decide that. Ask one of them to type `/amp workspace`.
error-nobody-chosen = Choose at least one person, or one of the other three.
error-may-not-start = { $who ->
        [admins] In this workspace only admins start a pulse. Ask one of them to type `/amp setup` here; `/amp workspace` lets them change that.
        [chosen] In this workspace only admins and the people they chose start a pulse. Ask an admin; `/amp workspace` lets them change that.
       *[members] In this workspace full members start a pulse, and guests don't. Ask a colleague to type `/amp setup` here; an admin can change it with `/amp workspace`.
    }
