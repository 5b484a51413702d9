# Asking: the invitation, the form, the receipt, how a team stands, leaving.
#
# Keys end in what they are: -title (24 characters), -button (75), -option (75), -label, -hint,
# -placeholder (150), -header (150).

# Being asked, by direct message
#
# $team is its name, $number says which round of the team it is, $closes when it closes; $statements
# is how many are asked, and $open whether a question comes on top of that: to write, to talk, no.

pulse-invitation = :wave: *{ $team }*, pulse { $number }: { $open ->
    [write] { SPELLED($statements) } short questions about your week, about twenty seconds, and an open one if you like
    [talk] { SPELLED($statements) } short questions about your week, about twenty seconds, and one to talk about
   *[no] { SPELLED($statements) } short questions about your week, about twenty seconds
}. Open until { $closes }.
# The same in a notification.
pulse-invitation-text = { $team }: { $open ->
    [write] { SPELLED($statements) } short questions about your week, about twenty seconds, and an open one if you like.
    [talk] { SPELLED($statements) } short questions about your week, about twenty seconds, and one to talk about.
   *[no] { SPELLED($statements) } short questions about your week, about twenty seconds.
}
pulse-invitation-sealed = :lock: Sealed as you send it; single answers are shown to nobody. `/amp privacy`
# How many are asked, and how many have to answer, in the invitation and the form.
pulse-asked = Asked: { $people }. Results are shown once { $quorum } have answered.
pulse-answer-button = Answer
pulse-reminder = *{ $team }*: pulse { $number } closes { $closes }. If you'd like to be heard, it takes about twenty seconds.
pulse-reminder-text = { $team }: the pulse is still open.
pulse-reminder-only = This reminder comes once, whether you have answered or not: nobody knows who has. If you have, there is nothing to do; if you'd rather not, that is fine too.
# On somebody's Home, beside the button pulse-answer-button.
pulse-waiting = *{ $team }*, pulse { $number }: about twenty seconds. Open until { $closes }.

# The form

pulse-form-title = Your week
# $period is week near the end of one, else $first and $last are the days that are meant.
pulse-form-intro = *{ $team }*, pulse { $number }. { $period ->
        [week] How was *this week*?
       *[days] How were *the last five working days*, { $first } to { $last }? “This week” below means these.
    }
# $question is an open question, from drives.yaml.
pulse-form-question = :speech_balloon: To talk about as a team: { $question }
pulse-form-sealed = :lock: Leave out what you like. Your answers are sealed as you send them and become counts when the round closes; nothing is shown below five answers.
pulse-send-button = Send

# The receipt

pulse-receipt-title = Thank you
pulse-receipt = :white_check_mark: *Sealed.* Nobody in the team can read it, and once the round has closed nobody at all can tell which answers were yours.
# $channel is where the digest goes.
pulse-receipt-until = You may answer again until { $closes }; the last one counts. The digest then appears in { $channel }.

# In the channel of a team that is too small for numbers; $question is one of drives.yaml.

pulse-card = :speech_balloon: *To talk about this week*
    { $question }
pulse-card-text = To talk about this week: { $question }
pulse-card-small = Fewer than { SPELLED($quorum) } people are asked here, so nobody is asked for numbers: they would show who said what. Instead, a question comes in the rhythm that was chosen, for a coffee or the start of a meeting. `/amp team` changes that.

# `/amp pulse`, where no form can be shown at once

pulse-choice = Several of your teams are asking. Which one?
pulse-choice-text = Which team?
pulse-choice-team = *{ $team }*, open until { $closes }
pulse-no-team = You're in no team yet. `/amp setup` in your team's channel makes one.
pulse-team-no-more = No team of yours asks you any more. What you were asked before stays open to you:
pulse-nothing-open = Nothing to answer at present.
# Lines under pulse-nothing-open; $opens is when the next round opens, $why one of away, guest, small, unreachable, nobody, outside, missed, paused.
pulse-next = • *{ $team }*: next { $opens }
# $why is one of other, away, own, free; $weekday and $day are the day on which they would have been asked.
pulse-next-moved = • *{ $team }*: next { $opens } ({ $why ->
        [other] another of your teams asks you on { $weekday }, { $day }
        [away] you are away on { $weekday }, { $day }
        [own] { $weekday }, { $day }, is a day off where you live
        [same] another team asks the same people in the week of { $weekday }, { $day }
       *[free] { $weekday }, { $day }, is a day off
    })
pulse-next-quiet = • *{ $team }*: next { $opens }, without a message: two a week are the most that you get
pulse-not-next = • *{ $team }*: { $why ->
        [away] next once you are back
        [guest] asks no guests, so it doesn't ask you
        [nobody] next once there is somebody for it to ask
        [small] asks once { SPELLED($quorum) } people are there to be asked
        [unreachable] next once I can post to its channel again
        [outside] you aren't among those it asks
        [missed] its round is over before your next working day
        [same] another team asks the same people before it every week, and once is enough
       *[paused] next when its pause ends
    }

# What a lead hears

pulse-opens-now = :rocket: *{ $team }*: the round opens now, and { $people ->
        [one] { $people } invitation goes
       *[other] { $people } invitations go
    } out.
# $comes is soon, or later where it is night or a free day for the team; $told is when the digest comes then.
pulse-closes-now = :hourglass_flowing_sand: *{ $team }*: the round closes now. { $comes ->
    [later] The digest comes to { $channel } { $told }, when it is a working day there again.
   *[soon] The digest follows in { $channel } in a moment.
}
pulse-closes-early = :hourglass_flowing_sand: *{ $team }*: the round closes as soon as everybody has answered, otherwise { $closes }: a round is open for a day at least. I check that right away, and then once an hour. The digest appears in { $channel }.

# `/amp status`

pulse-status-open = *{ $team }*: pulse { $number } is open until { $closes }; { $people ->
        [one] { $people } person is asked
       *[other] { $people } people are asked
    }.
pulse-status-sending = *{ $team }*: the invitations are going out; about { $share }% of those that are due are sent, and the others follow by themselves.
pulse-status-closing = *{ $team }*: pulse { $number } is being closed.
pulse-status-nothing = *{ $team }*: nothing is open. { $next }

# Leaving, and coming back

pulse-forgotten = Done. No team asks you any more. What was kept about you here (teams, time zone, invitations, what you kept with the tools) is deleted. Sealed answers and comments of rounds still open can't be found by anybody; they are not counted, and go when the round closes. What stays: that your id is not to be asked, in which of these channels you are, and that a lead or an admin has named you in a form, so that no number and no list tells others that you left; and for five weeks in which rounds you had a place, so that nobody can subtract your answers. No answer to a comment reaches you any more. Counts and comments of closed rounds hold no names, so they stay as they are, and what you shared in a channel stays in Slack. `/amp pulse` brings you back.
pulse-left-alone = You asked to be left alone, so no team of yours asks you.
pulse-left-alone-text = You asked to be left alone.
pulse-return-button = Ask me again
pulse-welcome-back = Welcome back.

# What goes wrong

error-already-open = This week's round is open already. `/amp pulse close` ends it.
error-already-happened = This week's round has happened already, and a channel is asked once a week, whatever ends and begins in between. `/amp status` shows what comes next.
error-asked-elsewhere = The same people have been asked this week, and that happens once a week, whatever team they are asked in. `/amp status` shows what comes next.
error-nothing-open = No round is open at present. `/amp pulse now` opens one, `/amp status` shows when the next one comes.
error-nobody-to-ask = There is nobody to ask: the channel has no people in it, or all of them are left out. Invite your team there; `/amp team` has the settings.
error-out-of-reach = I can't post to this team's channel, so nobody is asked: a digest would reach nobody. Its leads have a message from me with what to do; then it goes on by itself.
error-nobody-left = This team pauses by itself, because its channel has nobody left to ask. Its leads have a message from me with what to do; then it goes on by itself.
error-too-small-for-numbers = Fewer than { SPELLED($quorum) } people are asked here, so no numbers could ever be shown, and nobody is asked in vain. A question to talk about comes in the team's rhythm; asked together with another small team, which its settings offer, there can be numbers of both.
# The operator reads it in the log; it never reaches anybody in Slack.
error-keys-unreachable = The key store can't be read back, so no round is opened: its answers would be lost.
error-round-closed = This round has closed, so nothing was changed. `/amp status` shows what comes next.
error-not-invited = This round was opened without you: you joined the team later, or are not in it. The next one includes you if you are in the team's channel; a guest only where the team asks guests.
error-nothing-answered = Nothing is chosen yet. Answer at least one, or just close this window.
error-strange-answer = That form no longer fits this round. Please open it again.
# Our own key store or database was tampered with, or a worker has not made the key yet.
error-cannot-seal = Your answers can't be sealed safely right now, so nothing was kept. Please try once more in a minute; if it stays like this, tell whoever runs Amp.

# Asked once before it is done

pulse-now-sure-text = Ask now?
pulse-now-sure = Ask *{ $team }* right now? { $people ->
        [one] { $people } person gets
       *[other] { $people } people get
    } short questions at once, whatever the hour is where they are.
pulse-now-sure-button = { $people ->
        [one] Ask { $people } person
       *[other] Ask { $people } people
    }
pulse-close-sure-text = Close the round now?
# $by is when it closes at the latest, $closes when it would have; $when one of now, planned (both are the same), early.
pulse-close-sure = Close the round of *{ $team }* early? { $when ->
        [now] It closes at once (planned: { $closes })
        [planned] It closes once everybody has answered, otherwise { $closes }, as planned
       *[early] It closes once everybody has answered, otherwise { $by } (planned: { $closes })
    }; { $people ->
        [one] { $people } person is asked
       *[other] { $people } people are asked
    }, and after that nobody can answer any more.
pulse-close-sure-button = Close it
pulse-forget-sure-text = Shall I forget you?
pulse-forget-sure = { $teams ->
        [0] Never ask you anything
        [one] Stop asking you in { $teams } team
       *[other] Stop asking you in { $teams } teams
    }, and delete what is kept about you? That can't be undone.
pulse-forget-sure-button = Forget me
