# Teams: setting one up, its card, pausing and ending.
#
# Keys end in what they are: -title (24 characters), -button (75), -option (75), -label, -hint,
# -placeholder (150), -header (150).

# The form of `/amp setup`

teams-set-up-title = Set up the pulse
teams-settings-title = Settings of the team
teams-reading-channel = :hourglass_flowing_sand: Reading the channel …
# $people is how many are asked, $channel a channel.
teams-form-intro = *{ $people ->
        [one] { $people } person
       *[other] { $people } people
    }* in { $channel } will get five short questions by direct message. Everything is filled in: pressing the button is enough.
teams-form-settings = The team of { $channel }: { $people ->
        [one] { $people } person
       *[other] { $people } people
    }.
teams-form-small = :information_source: Fewer than five people: no numbers will ever be shown for this team, because they would show who said what; so nobody is asked for any. Together with another small team there can be numbers, of both.
# The same for a team that is barely big enough.
teams-form-rare = :information_source: With { $people } people, five answers don't come together every week, and below five nothing is shown. With a round every two weeks that stays open for longer, more rounds can be shown: that is what is chosen below.
# Only some people may post in $channel, as Slack says.
teams-form-closed = :warning: Only some people may post in { $channel }. So that the digest arrives, let me post there (the channel's settings › “Posting permissions”), or choose another channel for it below.
teams-cards-label = Until there are { $quorum } of you
teams-cards-option = a question to talk about, in the channel
teams-no-cards-option = nothing
teams-start-button = Start the pulse
teams-save-button = Save

teams-day-label = Day
teams-hour-label = Hour
teams-clock-label = Whose clock
teams-own-clock-option = on each member's own clock
# $zone is a city.
teams-same-clock-option = at the same moment for all ({ $zone } time)
teams-often-label = How often
teams-weekly-option = every week
teams-fortnightly-option = every two weeks
teams-open-label = Open for
teams-open-option = { $hours } hours
teams-name-label = Name of the team
teams-digest-label = Where the digest goes
teams-language-label = Language of the channel
teams-leads-label = Leads
teams-whom-label = Who in the channel is asked
teams-everybody-option = all but these people
teams-picked-option = only these people
# $handle is the name of a user group, $here how many of its people are in the channel.
teams-group-option = only those in @{ $handle } ({ $here } here)
teams-chosen-group-option = only the user group chosen before
teams-people-label = These people
teams-people-hint = With “all but these people”: while this is empty, nobody is left out.
teams-guests-label = Guests
teams-guests-option = Ask guests too
teams-rollup-label = Monthly roll-up
teams-rollup-option = Show this team in the workspace's monthly roll-up
teams-holidays-label = Skip public holidays of
teams-holidays-placeholder = country code, such as DE; empty: the clock's country
# Of a team that there is
teams-home-label = The channel's clock
teams-home-hint = For the digest, the end of a round and the working days.
teams-workdays-label = Working days
teams-days-off-label = Days off, besides public holidays
teams-days-off-placeholder = such as 24 December, 31.12. - 2.1.2027
teams-reminds-label = Reminders
teams-reminds-option = Remind once, a day before the end

# A team and its rhythm

teams-asked = { $people ->
        [one] { $people } person is asked
       *[other] { $people } people are asked
    }{ $everybody ->
        [yes] {""}
       *[no] {" "}(of { $here } in the channel)
    }
# $day is a weekday, $hour such as 10:00, $zone the city of a time zone.
teams-rhythm = { $weeks ->
        [1] every week
        [2] every two weeks
       *[other] every { $weeks } weeks
    } on { $day } at { $hour } { $clock ->
        [own] on each member's own clock
       *[other] ({ $zone } time)
    }
teams-next = The next round opens { $opens }.
# $why is one of other, away, own, free; $weekday and $day are the day on which they would have been asked.
teams-next-moved = { $why ->
        [other] The next round comes to you { $opens }, because another of your teams asks you on { $weekday }, { $day }.
        [away] The next round comes to you { $opens }, because you are away on { $weekday }, { $day }.
        [own] The next round comes to you { $opens }, because { $weekday }, { $day }, is a day off where you live.
        [same] The next round comes to you { $opens }, because another team asks the same people in the week of { $weekday }, { $day }, and once a week is enough.
       *[free] The next round opens { $opens }, because { $weekday }, { $day }, is a day off.
    }
teams-next-quiet = The next round comes without a message: from { $opens } on it waits in my Home tab and in `/amp pulse`, since two messages a week are the most that you get.
teams-next-after-pause = It is paused until { $until }, unless somebody ends that with `/amp resume`.
teams-next-outside = The next round opens { $opens }; you aren't among those who are asked.
# $why is one of guest, unreachable, nobody, paused, small, away, missed, same; $cards says whether a small team gets questions to talk about, in $channel.
teams-not-next = { $why ->
        [guest] You're a guest here, and this team asks no guests, so you aren't asked.
        [unreachable] Nothing comes, because I can't post to its channel. Its leads know.
        [nobody] Nothing comes, because its channel has nobody left to ask. Its leads know.
        [small] Fewer than { SPELLED($quorum) } people are asked here, so nobody is asked for numbers. { $cards ->
            [yes] A question to talk about comes into { $channel } instead, in the team's rhythm.
           *[no] Nothing comes until there are { SPELLED($quorum) }.
        }
        [away] You are asked again once you are back: `/amp back`.
        [missed] Its rounds are over before your next working day, so none reaches you; if they were open for longer, they would.
        [same] Nothing comes as long as another team asks the same people before it every week: once a week is enough for the same people.
       *[paused] It is paused; `/amp resume` goes on.
    }

# What is said when it is set up

# $asked is the message teams-asked, $rhythm is teams-rhythm, $next is teams-next.
teams-started = :white_check_mark: *{ $team }* is set up: { $asked }, { $rhythm }. { $next }
teams-announced = { $lead } has set up a pulse for *{ $team }*: { $asked }, { $rhythm }. Five short questions come by direct message; the digest comes { $here ->
        [yes] here
       *[no] to { $digest }
    }.
teams-announced-sealed = Answers are sealed as they arrive and become counts when the round closes. Nothing is shown below five answers. `/amp privacy` says more; `/amp` says what it is about.
teams-announced-text = A pulse for { $team } begins.
# $people is how many are asked, of $here in $channel; $lead has decided that.
teams-digest-comes = { $lead } has set up a pulse for *{ $team }* ({ $channel }): { $people } of { $here } people there are asked. Its digest comes here.
teams-digest-moved = From the next round on, the digest of *{ $team }* ({ $channel }) comes to { $digest } instead of { $before }. { $lead } has changed that.
# $whom is everybody, picked or group; $by is lead, group, or comers whom a lead had named before they came.
teams-asks-others = *{ $team }*: asked from the next round on: *{ $people } of { $here }* in { $channel }{ $whom ->
        [picked] , picked by a lead; whoever joins the channel isn't among them
        [group] , those in a user group; whoever joins the channel is asked only if they are in it
       *[everybody] {""}
    }. { $by ->
        [group] That user group has changed.
        [comers] Others are in the channel by now, and its leads had chosen so before.
       *[lead] { $lead } has changed who is asked.
    }
teams-changed-text = Something has changed about { $team }.
teams-saved = :white_check_mark: Saved. It holds from the next round on.
teams-ask-now-button = Ask now
teams-settings-button = Settings

# `/amp team`

teams-card-text = The team { $team }
teams-card = *{ $team }* · { $channel }
    { $people ->
        [one] { $people } person is asked
       *[other] { $people } people are asked
    }{ $everybody ->
        [yes] {""}
       *[no] {" "}(of { $here } in the channel)
    }, { $rhythm }; open for { $hours } hours.
    Led by { $leads ->
        [0] nobody at present
       *[other] { $names }
    }. The digest goes to { $digest }.
    { $next }
teams-end-button = End the team
teams-end-text = End this team?
teams-end-yes-button = End it
teams-ended = *{ $team }* has ended. No more rounds open. One that is open can be answered until it closes, and its digest still comes.

# Pausing

teams-paused = :double_vertical_bar: *{ $team }* is paused until { $until }. { $next }
teams-paused-for-good = :double_vertical_bar: *{ $team }* is paused until somebody types `/amp resume`.
teams-resumed = :arrow_forward: *{ $team }* goes on. { $next }
teams-pause-over = :arrow_forward: The pause of *{ $team }* is over. { $next }
teams-not-paused = *{ $team }* is not paused. { $next }
teams-reachable = :white_check_mark: I can post for *{ $team }* again. { $next }

# What goes wrong

error-several-teams = You look after several teams. Which one do you mean?
error-team-exists = This channel has a team already. `/amp team` shows it.
error-not-in-team = That belongs to a team that you are not in, or not any more. Whoever joins its channel is in it; guests are asked only if a lead wants that.
error-no-such-team = You are in no team of that name, and a team's numbers are for the people in it. Without a name, I take the team of the channel you type it in.
# Somebody starts a workflow, and this is why it ended.
error-no-team-there = You are in no team of the channel that this workflow names, so I did nothing.
error-which-of-your-teams = You are in several teams. Which one do you mean?
error-no-name = A team needs a name. Yours may be the channel's.
error-no-lead = A team needs at least one lead who is a person of this workspace. Choose yourself, or a colleague.
error-nobody-picked = Choose at least one person, or let everybody in the channel be asked.
error-group-as-it-is = A user group is asked as it is: remove these people here. To leave somebody out, take them out of the group.
error-nobody-of-them = None of the people to be asked is in the channel. Invite them there first, or choose others.
error-group-out-of-reach = { $why ->
        [scope] I may not read user groups here: an admin has to allow it (`usergroups:read`). Until then, choose something else.
        [plan] This workspace's Slack plan has no user groups. Choose something else.
       *[empty] There is nobody in that user group, or it is disabled. Choose something else, or fill it first.
    }
error-unknown-country = No public holidays are known under that code. Use two letters, such as DE, US or IN.
error-not-a-working-day = That day isn't one of the working days. Choose another, or tick it among them.
error-not-a-number-of-weeks = Say for how many weeks from now, from 1 to { $longest }: `/amp pause 2`; or until when: `/amp pause until 6 January`. With nothing after it, the pause lasts until you type `/amp resume`.
error-channel-out-of-sight = I can't see that channel: it is private, and I'm not in it. Type `/invite @Amp` there, then try again.
error-channel-without-bot = I'm not in that channel yet, so I could not post there. Type `/invite @Amp` in it, then try again.
error-channel-not-read = This is for people in the channel that reads the monthly roll-up, and you are not in it. Ask somebody who is to add you.
error-channel-archived = That channel is archived. Unarchive it, or choose another.
error-not-a-channel = That works only in a channel: the people in it become the team. Go to your team's channel and type it there.
error-nobody-there = There is nobody to ask in that channel: only bots, guests or deactivated people. Invite your team, then try again.

# Asked once before something reaches many. $people is how many it reaches.

teams-pause-sure-text = Pause without an end?
teams-pause-sure = Pause *{ $team }* until somebody types `/amp resume`? { $people ->
        [one] { $people } person is
       *[other] { $people } people are
} not asked until then. `/amp pause 2` pauses for two weeks.
teams-pause-sure-button = Pause it
# $ideas is how many ideas for a ShipIt day are not built yet; they stand above. $days is never few.
teams-end-sure = End *{ $team }*? { $people ->
        [one] { $people } person is
       *[other] { $people } people are
} no longer asked, and its checklist, role map and ShipIt days are deleted{ $ideas ->
        [0] .
       *[other] , with the ideas above; you get a copy of those.
    } A round that is open can be answered until it closes. What its digests showed is kept for { $days } days. `/amp setup` starts a new team.
teams-ended-ideas = Ideas that nobody has built yet, for you to keep:

# One line where the digest goes. $lead is who did it, $day the day of the next round.

teams-news-paused = :double_vertical_bar: { $day ->
        [none] { $lead } has paused the pulse of *{ $team }* until { $until }.
       *[other] { $lead } has paused the pulse of *{ $team }*. The next round is on { $day }.
    }
teams-news-paused-for-good = :double_vertical_bar: { $lead } has paused the pulse of *{ $team }* until further notice.
teams-news-resumed = :arrow_forward: { $lead } has resumed the pulse of *{ $team }*.{ $day ->
        [none] {""}
       *[other] {" "}The next round is on { $day }.
    }
teams-news-ended = { $lead } has ended the pulse of *{ $team }*. No more rounds open. One that is open can be answered until it closes, and its digest still comes.
teams-news-rhythm = :calendar: { $lead } has changed when *{ $team }* is asked: { $rhythm }, from the next round on.
error-not-somebody-here = A lead is a person of this workspace: bots, people who have left and people from elsewhere can't lead a team.

# What pauses a team by itself. $why is one of archived, gone, outside, closed, threads, group.

teams-unreachable-text = The pulse of { $team } pauses by itself.
teams-unreachable = :warning: The pulse of *{ $team }* pauses by itself, because { $why ->
        [group] { $channel } has nobody left to ask: the user group has nobody there, is disabled, or can't be read. Fill or enable it again, or choose under “Settings” whom to ask
        [archived] I can't post to { $channel }: the channel is archived. Unarchive it, or choose another channel for the digest under “Settings”
        [outside] I can't post to { $channel }: I'm not in it. Type `/invite @Amp` there, or choose another channel for the digest under “Settings”
        [closed] I can't post to { $channel }: only some people may post there. Let me post too (the channel's settings › “Posting permissions”) and press “Try again”, or choose another channel for the digest under “Settings”
        [threads] I can't post to { $channel }: only some people may begin a thread there. Let me begin one too (the channel's settings › “Posting permissions”) and press “Try again”, or choose another channel for the digest under “Settings”
       *[other] I can't post to { $channel }: it is gone, or it is private and I'm not in it. Type `/invite @Amp` there, or choose another channel for the digest under “Settings”
    }. The pulse then goes on by itself.
teams-try-again-button = Try again

# When leads leave. $leads are those who are left, $number how many; $lead is a new one.

teams-leaderless-text = Nobody leads { $team } any more.
teams-leaderless = Nobody leads *{ $team }* ({ $channel }) any more. Until somebody does, nobody can change, pause or end its pulse. Would you? Whoever presses first leads the team, and its channel hears who it is.
teams-become-lead-button = Become lead
teams-lead-now = :white_check_mark: You lead *{ $team }* now. `/amp team` shows what that lets you do.
teams-new-lead = { $lead } leads *{ $team }* now, since nobody did any more.
teams-fewer-leads = *{ $team }* has fewer leads than before. { $number ->
        [one] You are the one who leads it now: { $leads }.
       *[other] Those who lead it now: { $leads }.
    }
error-nobody-leads = Nobody leads this team at present, so nobody can do that. `/amp team` has a button to become its lead.
error-led-already = Somebody was quicker: { $leads } leads this team now.
error-cannot-lead = A team is led by a full member of this workspace who takes part in Amp. A colleague can press that button.

# Somebody joins the channel of a team. $opens is when they are asked first; $why is one of away, small, unreachable, missed, paused.

teams-welcome = :wave: You've joined { $channel }, and with it *{ $team }*: a few short questions come by direct message, the first { $opens }. `/amp` tells what they are about.
teams-welcome-quiet = :wave: You've joined { $channel }, and with it *{ $team }*: the first few short questions wait in my Home tab and in `/amp pulse`, from { $opens } on, since two messages a week are the most that you get. `/amp` tells what they are about.
teams-welcome-later = :wave: You've joined { $channel }, and with it *{ $team }*: a few short questions come by direct message, { $why ->
        [away] the first once you are back
        [small] as soon as { SPELLED($quorum) } people are there to be asked
        [unreachable] once its channel and its people are within reach again
        [missed] as soon as its rounds reach a working day of yours
        [same] once no other team asks the same people every week
       *[paused] once its pause ends
    }. `/amp` tells what they are about.
# Somebody who was a guest is none any more, and the other way round; after the first, when they are asked follows.
teams-no-guest = :wave: You're no guest here any more, so *{ $team }* asks you too: a few short questions by direct message.
teams-now-guest = You're a guest here by now, and *{ $team }* asks no guests: from its next round on it doesn't ask you.

# Invited to a channel that has no team yet

teams-hello-text = Hello, I'm Amp.
teams-hello = :wave: Hello, I'm Amp. Once a week I ask a team five short questions about autonomy, mastery and purpose, and tell it how it stands; answers are sealed, and nobody is shown who said what. Nobody is asked before somebody sets it up here: the form is filled in already.
teams-hello-button = Set up

# More people than most teams have: the form comes once more, with another button.
teams-form-many = :warning: That asks *{ $people } people*, every time. If that is right, press the button once more; if not, choose another channel, or leave some of them out.
teams-many-button = Ask { $people } people
