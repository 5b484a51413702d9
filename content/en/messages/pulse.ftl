# Asking: the invitation, the form, the receipt, how a team stands, leaving.
#
# Keys end in what they are: -title (24 characters), -button (75), -option (75), -label, -hint,
# -placeholder (150), -header (150).

# Being asked, by direct message
#
# $team is its name, $number says which round of the team it is, $closes when it closes.

pulse-invitation = :wave: *{ $team }*, pulse { $number }: five short questions about your week, about twenty seconds. Open until { $closes }.
# The same in a notification.
pulse-invitation-text = { $team }: five short questions about your week, about twenty seconds.
pulse-invitation-sealed = :lock: Sealed as you send it; single answers are shown to nobody. `/amp privacy`
pulse-answer-button = Answer
pulse-reminder = *{ $team }*: pulse { $number } closes { $closes }. If you'd like to be heard, it takes about twenty seconds.
pulse-reminder-text = { $team }: the pulse closes soon.
pulse-reminder-only = This is the only reminder. Not answering is fine, and nobody is told.
# On somebody's Home, beside the button pulse-answer-button.
pulse-waiting = *{ $team }*, pulse { $number }: about twenty seconds. Open until { $closes }.

# The form

pulse-form-title = Your week
pulse-form-intro = *{ $team }*, pulse { $number }. How was *this week*?
pulse-form-again = You have answered already. What you send now replaces it.
# $question is an open question, from drives.yaml.
pulse-form-question = :speech_balloon: To talk about as a team: { $question }
pulse-form-sealed = :lock: Leave out what you like. Your answers are sealed as you send them and become counts when the round closes; nothing is shown below five answers.
pulse-send-button = Send

# The receipt

pulse-receipt-title = Thank you
pulse-receipt = :white_check_mark: *Sealed.* Nobody can read it now, and nobody will be able to tell later which answers were yours.
# $channel is where the digest goes.
pulse-receipt-until = You may answer again until { $closes }; the last one counts. The digest then appears in { $channel }.

# `/amp pulse`, where no form can be shown at once

pulse-choice = Several of your teams are asking. Which one?
pulse-choice-text = Which team?
pulse-choice-team = *{ $team }*, open until { $closes }
pulse-no-team = You're in no team yet. `/amp setup` in your team's channel makes one.
pulse-nothing-open = Nothing to answer at present.
# Lines under pulse-nothing-open; $opens is when the next round opens.
pulse-next = • *{ $team }*: next { $opens }
pulse-next-after-pause = • *{ $team }*: next when its pause ends

# What a lead hears

pulse-opens-now = :rocket: *{ $team }*: the round opens now, and { $people ->
        [one] { $people } invitation goes
       *[other] { $people } invitations go
    } out.
pulse-closes-now = :hourglass_flowing_sand: *{ $team }*: the round closes now. The digest appears in { $channel } within a minute.

# `/amp status`

pulse-status-open = *{ $team }*: pulse { $number } is open until { $closes }; { $people ->
        [one] { $people } person is asked
       *[other] { $people } people are asked
    }.
pulse-status-closing = *{ $team }*: pulse { $number } is being closed.
pulse-status-next = *{ $team }*: nothing is open. The next round opens { $opens }.
pulse-status-paused = *{ $team }*: paused. `/amp resume` goes on.

# Leaving, and coming back

pulse-forgotten = Done. You are asked no more, in any team. What was kept about you here (teams, time zone, invitations, your sealed answers of rounds still open, what you kept with the tools) is deleted. One line stays: that your id is not to be asked. Counts of closed rounds hold no names, so they stay as they are, and what you shared in a channel stays in Slack. `/amp pulse` brings you back.
pulse-left-alone = You asked to be left alone, so no team of yours asks you.
pulse-left-alone-text = You asked to be left alone.
pulse-return-button = Ask me again
pulse-welcome-back = Welcome back. The next round of your team includes you.

# What goes wrong

error-already-open = This week's round is open already. `/amp pulse close` ends it.
error-already-happened = This week's round has happened already, and a team is asked once a week. The next one comes by itself; `/amp status` shows when.
error-nothing-open = No round is open at present. `/amp pulse now` opens one, `/amp status` shows when the next one comes.
error-nobody-to-ask = There is nobody to ask: the channel has no people in it, or all of them are left out. Invite them there; `/amp team` has the settings.
# The operator reads it in the log; it never reaches anybody in Slack.
error-keys-unreachable = The key store can't be read back, so no round is opened: its answers would be lost.
error-round-closed = This round has closed, so nothing was changed. The next one comes by itself.
error-not-invited = This round was opened without you: you joined the team later, or are not in it. The next one includes you if you are in the team's channel.
error-nothing-answered = Nothing is chosen yet. Answer at least one, or just close this window.
error-strange-answer = That form no longer fits this round. Please open it again.
