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
teams-form-settings = The team of { $channel }: { $people } people.
teams-form-small = :information_source: Fewer than five people: no numbers will ever be shown for this team, because they would show who said what. A bigger channel works better.
teams-start-button = Start the pulse
teams-save-button = Save

teams-day-label = Day
teams-hour-label = Hour
teams-clock-label = Whose clock
teams-own-clock-option = on each member's own clock
teams-same-clock-option = at the same moment for all, on my clock
teams-often-label = How often
teams-weekly-option = every week
teams-fortnightly-option = every two weeks
teams-open-label = Open for
teams-open-option = { $hours } hours
teams-name-label = Name of the team
teams-digest-label = Where the digest goes
teams-language-label = Language of the channel
teams-leads-label = Leads
teams-left-out-label = Leave out
teams-left-out-hint = People of the channel who are not to be asked.
teams-guests-label = Guests
teams-guests-option = Ask guests too
teams-holidays-label = Skip public holidays of
teams-holidays-placeholder = country code, such as DE or US

# A team and its rhythm

teams-asked = { $people ->
        [one] { $people } person is asked
       *[other] { $people } people are asked
    }
# $day is a weekday, $hour such as 10:00, $zone the name of a time zone.
teams-rhythm = { $weeks ->
        [1] every week
       *[other] every { $weeks } weeks
    } on { $day } at { $hour } { $clock ->
        [own] on each member's own clock
       *[other] { $zone } time
    }
teams-next = The next round opens { $opens }.
teams-next-after-pause = It is paused until { $until }, unless `/amp resume` ends that. The next round opens { $opens }.
teams-next-never = It is paused; `/amp resume` goes on.

# What is said when it is set up

# $asked is the message teams-asked, $rhythm is teams-rhythm, $next is teams-next.
teams-started = :white_check_mark: *{ $team }* is set up: { $asked }, { $rhythm }. { $next }
teams-announced = { $lead } has set up a pulse for *{ $team }*: { $asked }, { $rhythm }. Five short questions come by direct message; the digest comes here.
teams-announced-sealed = Answers are sealed as they arrive and become counts when the round closes. Nothing is shown below five answers. `/amp privacy` tells more, `/amp` tells what it is about.
teams-announced-text = A pulse for { $team } begins.
teams-saved = :white_check_mark: Saved. It holds from the next round on.
teams-ask-now-button = Ask now
teams-settings-button = Settings

# `/amp team`

teams-card-text = The team { $team }
teams-card = *{ $team }* · { $channel }
    { $people ->
        [one] { $people } person is asked
       *[other] { $people } people are asked
    }, { $rhythm }; open for { $hours } hours.
    Led by { $leads ->
        [0] nobody at present
       *[other] { $names }
    }. The digest goes to { $digest }.
    { $next }
teams-end-button = End the team
teams-end-title = End this team?
teams-end-text = Its people are asked no more, and its checklist, role map and ShipIt days are deleted. What its digests showed is kept until the workspace is uninstalled. `/amp setup` starts anew.
teams-end-yes-button = End it
teams-ended = *{ $team }* has ended. Nobody in it is asked any more.

# Pausing

teams-paused = :double_vertical_bar: *{ $team }* is paused. Next round: { $opens }.
teams-paused-for-good = :double_vertical_bar: *{ $team }* is paused until somebody types `/amp resume`.
teams-resumed = :arrow_forward: *{ $team }* goes on. { $next }

# What goes wrong

error-several-teams = You look after several teams: type that in the channel of the one you mean.
error-team-exists = This channel has a team already. `/amp team` shows it.
error-not-in-team = That belongs to a team that you are not in. Its channel is the way in.
error-no-such-team = You are in no team of that name, and a team's numbers are for the people in it. Without a name, I take the team of the channel you type it in.
error-which-of-your-teams = You are in several teams: say which, as in `/amp trends Product`, or type it in the channel of the one you mean.
error-no-name = A team needs a name. Yours may be the channel's.
error-no-lead = A team needs at least one lead who is a person of this workspace. Choose yourself, or a colleague.
error-unknown-country = No public holidays are known under that code. Use two letters, such as DE, US or IN.
error-not-a-number-of-weeks = Say for how many weeks, from 1 to { $longest }: `/amp pause 2`. Without a number it is until you type `/amp resume`.
error-channel-out-of-sight = I can't see that channel: it is private, and I'm not in it. Type `/invite @Amp` there, then try again.
error-channel-without-bot = I'm not in that channel yet, so I could not post there. Type `/invite @Amp` in it, then try again.
error-channel-archived = That channel is archived. Unarchive it, or choose another.
error-not-a-channel = That works in a channel: the people in it become the team. Go to your team's channel and type it there.
error-nobody-there = There is nobody to ask in that channel: only bots, guests or deactivated people. Invite your team, then try again.
