# The audit of step 1: what steers a team, as one person sees it and as the team does.
#
# Keys end in what they are: -title (24 characters), -button (75), -option (75), -header (150).
# $system is 2 or 3: of which Motivation, in «Drive» by Daniel H. Pink.

audit-title = What steers us
audit-system = { $system ->
        [2] Motivation 2.0
       *[3] Motivation 3.0
    }

# The two pages of somebody's own audit

# $page is 1 or 2.
audit-page = { $system ->
        [2] *Signs of Motivation 2.0* ({ $page } of 2).
       *[3] *Signs of Motivation 3.0* ({ $page } of 2).
    } How much does each of these hold where you work together? Think of an ordinary week, and leave out what you can't say.
audit-hardly-option = Hardly
audit-partly-option = Partly
audit-clearly-option = Clearly
audit-skip-option = Can't say
audit-next-button = Next
audit-see-button = See the picture

# Somebody's own view

audit-mine-header = Your view
audit-mine-intro = Look for signs of two systems: 2.0 rewards and controls, 3.0 trusts people's own drive. Two pages, about two minutes, and only you see your answers. They are deleted when a result of the whole team is posted; if you answer after that, they stand beside it.
audit-begin-button = Do the audit
audit-change-button = Change my answers
audit-kind-of-work = Which system fits depends on the work: `/amp roles` maps yours.

# A profile: two bars, what they say, and the signs that say it (plain text, no markup)

# In place of a bar; the words between * * are bold.
audit-bar-unknown = { $system ->
        [2] *Motivation 2.0*: too few answers to say
       *[3] *Motivation 3.0*: too few answers to say
    }
audit-leaning-old = Motivation 2.0 steers more: rewards, control and rules before results.
audit-leaning-new = Motivation 3.0 steers more: own ways, learning, and knowing what it is for.
audit-leaning-both = Both steer at once, about equally. People feel two messages.
audit-leaning-neither = Little of either shows. What does steer here? That is worth a talk.
audit-leaning-unknown = There is too little to say which of them steers more.
audit-hold = { $system ->
        [2] Signs of Motivation 2.0 that hold
       *[3] Signs of Motivation 3.0 that hold
    }
audit-missing = What is missing of 3.0

# Two profiles side by side

audit-both-header = Side by side
audit-you = You
audit-the-team = The team
audit-differ = Where the two pictures differ most
audit-agree = The two pictures agree on every sign.
# Of one sign: how much it holds.
audit-both = You: { $you ->
        [hardly] hardly
        [clearly] clearly
       *[partly] partly
    }. The team: { $team ->
        [hardly] hardly
        [clearly] clearly
       *[partly] partly
    }.

# The team's view

audit-team-header = The team's view
audit-team-asked = The team is being asked; the invitations come by direct message, the result comes into the channel when the round closes.
audit-team-not-asked = A lead and the team often see different workplaces. The team has not been asked yet; it answers in confidence, sealed as in the pulse.
# $told is the message audit-took-part.
audit-team-result = Audit { $number }: { $told }
audit-ask-button = Ask the team
audit-ask-again-button = Ask again
audit-ask-title = Ask the team?
audit-ask-text = Everybody who gets the pulse gets the twelve signs by direct message now.
audit-ask-yes-button = Ask them

# What the channel reads

audit-result-header = What steers us: audit { $number }
audit-result-text = What steers us: the audit of { $team } has closed.
# $quorum is the fewest answers that are shown.
audit-took-part = *{ $answered } of { $asked }* people answered.{ $outcome ->
        [lost] {" "}The key that opens their answers is lost, so nobody can read them.
        [too-few] {" "}Results are shown only from { $quorum } answers up, so these were not kept.
        [withheld] {" "}Results of another group that shares people with this team were posted lately, and the two differ by only a few people, so these were not kept.
       *[shown] {""}
    }
audit-beside-button = My view beside it
audit-rounded = Rounded, so that it gives nobody away. Your own view is seen by you alone.

# Being asked, by direct message: see pulse.ftl, which has the rest of these messages and the form
#
# $team is its name, $number says which audit of the team it is, $closes when it closes.

audit-invitation = :wave: *{ $team }*, audit { $number }: what steers this team? A dozen signs to look for, about two minutes. Open until { $closes }.
# The same in a notification.
audit-invitation-text = { $team }: what steers this team? A dozen signs to look for, about two minutes.
audit-reminder = *{ $team }*: audit { $number } closes { $closes }. If you'd like to be heard, it takes about two minutes.
audit-reminder-text = { $team }: the audit is still open.
# On somebody's Home, beside the button pulse-answer-button.
audit-waiting = *{ $team }*, audit { $number }: about two minutes. Open until { $closes }.
audit-form-intro = *{ $team }*, audit { $number }. How much does each of these hold *in this team*?
# In the receipt; $channel is where the result goes.
audit-receipt-until = You may answer again until { $closes }; the last one counts. The result then appears in { $channel }.

# What goes wrong

error-too-few-to-ask = With fewer than { SPELLED($quorum) } people nothing could ever be shown, so the team is not asked. Let everybody do the audit alone, and talk about where your pictures differ.
error-audit-open = The team's audit is open at present. Its result comes by itself when it closes.
error-audited-this-week = The team did its audit this week. What it looks at changes slowly: next week is early too.
