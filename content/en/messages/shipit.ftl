# A ShipIt day: 24 hours of a team's own choosing, from the plan to the count of the votes.
#
# $lead is a person, $starts and $ends are moments.

shipit-title = ShipIt day
shipit-what = 24 hours on anything that is not the usual work, alone or together, with something to show at the end. It may be unfinished; it may have failed in an instructive way.

# The form in which a lead sets or moves it

shipit-starts-label = It begins, on your clock
shipit-plan-then = It lasts 24 hours. The channel hears of it at once, the day before, and when it begins.
shipit-move-then = It lasts 24 hours. The channel hears of the new moment.
shipit-plan-button = Announce it
shipit-move-button = Move it
shipit-nothing-planned = None is planned for *{ $team }* at present. A lead can set one by typing the same command; `/amp team` shows who leads.

# The window of the day

shipit-day = *{ $team }*: from { $starts } to { $ends }.
shipit-no-ideas = No ideas yet. Yours could be the first.
# $idea is what somebody wrote.
shipit-idea = *{ $idea }*
# $people are the first of those who are in on an idea, $more how many others.
shipit-crew = With { $people }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
shipit-add-idea-button = Add an idea
shipit-see-button = See the day
shipit-deliver-button = What I delivered
shipit-join-button = I'm in
shipit-leave-button = I'm out
shipit-remove-button = Remove
shipit-remove-title = Remove this idea?
shipit-remove-text = It is gone for everybody.
shipit-remove-yes-button = Remove it
shipit-cancel-button = Cancel it
shipit-cancel-title = Cancel the day?
shipit-cancel-text = The channel hears of it in a minute; until then you can undo it.
shipit-cancelled-quietly = The day is cancelled. The channel hears of it in a minute.
shipit-undo-button = Undo

# The forms of an idea and of a delivery

shipit-idea-title = An idea
shipit-idea-label = What would you like to build or find out?
shipit-idea-placeholder = One line is enough
shipit-idea-seen = Others may join. Whoever is in the channel can see it.
shipit-idea-button = Add it
shipit-delivery-title = What I delivered
shipit-delivery-label = What is there now, or what do we know now?
shipit-delivery-hint = It goes into one post at the end, under your name.
shipit-delivery-button = Deliver
shipit-delivered-title = Delivered
shipit-delivered = :white_check_mark: It goes into the post at the end. You may change it until then.
shipit-delivered-late = :white_check_mark: It is kept. The results are posted already, so yours goes into their thread.

# What the channel reads

shipit-announced-text = A ShipIt day is planned.
shipit-announced = :rocket: { $lead } has set a ShipIt day for *{ $team }*: from { $starts }, 24 hours.
shipit-moved-text = The ShipIt day has moved.
shipit-moved = { $lead } has moved the ShipIt day. It begins { $starts }.
shipit-cancelled-text = The ShipIt day is cancelled.
shipit-cancelled = { $lead } has cancelled the ShipIt day. The ideas are kept, in case it comes back.
shipit-taken-back-text = The ShipIt day takes place after all.
shipit-taken-back = { $lead }: the ShipIt day takes place after all, from { $starts }.
# $day is today where the day before was a free one.
shipit-tomorrow-text = { $day ->
        [today] Today is the ShipIt day.
       *[tomorrow] Tomorrow is the ShipIt day.
    }
shipit-tomorrow = { $day ->
        [today] Today is the ShipIt day.
       *[tomorrow] Tomorrow is the ShipIt day.
    } It begins { $starts }.
shipit-begun-text = The ShipIt day begins.
shipit-begun = :rocket: The ShipIt day begins. It ends { $ends }; then everything delivered goes into one post.
shipit-last-call-text = Two hours of the ShipIt day are left.
shipit-last-call = Two hours are left. Say in a line or two what you have; unfinished counts too.
shipit-gathered-text = The ShipIt day is over: what came of it.
shipit-gathered-header = The ShipIt day: what came of it
shipit-gathered = { $people ->
    [0] Nothing was written down yet. Whoever has something: press the button.
    [one] { $people } person delivered something.
   *[other] { $people } people delivered something.
}
shipit-late-text = Delivered a little later.

# Would people do it again?

shipit-question-text = Would you do a ShipIt day again?
shipit-question = *Would you do such a day again?*
shipit-question-counted = One press, counted without names for three days. Nothing is shown below { $quorum } answers.
shipit-yes-button = Yes, again
shipit-otherwise-button = Yes, but differently
shipit-no-button = Rather not
shipit-voted = Noted. Press another to change it. It is counted without names, and shown from five up.
shipit-counted-text = Would you do it again: the answers.
shipit-counted-too-few = Fewer than { $quorum } people said whether they'd do a ShipIt day again.
# How many gave each answer.
shipit-counted = A ShipIt day again? Yes, again: { $yes }; yes, but differently: { $otherwise }; rather not: { $no }.
shipit-counted-none-leads = A ShipIt day again? { $people } people answered, and no one answer leads clearly.
# $answer is what stands on its button.
shipit-counted-one-leads = A ShipIt day again? { $people } people answered; the most frequent answer is: { $answer }.

# What goes wrong

error-ship-it-day-not-ahead = Choose a moment that is still to come, within the coming year.
error-ship-it-day-exists = This team has a ShipIt day already. `/amp shipit` shows it, and a lead can move it there.
error-ship-it-day-has-begun = The day has begun, so it can't be moved any more. A lead can cancel it and set a new one.
error-ship-it-day-not-begun = The day has not begun yet. When it has, this is where you say what you made.
error-ship-it-day-counted = The answers have been counted already, so nothing was changed. The channel has read what came of it.
error-no-ship-it-day = That ShipIt day is over or was cancelled. `/amp shipit` shows whether there is another.
error-nothing-written = A few words are needed here.
error-too-many-ideas = There are thirty ideas already. Join one of them; that is worth more than another.
error-not-your-idea = Only whoever had the idea, or a lead, can remove it.
error-idea-gone = That idea has been removed. `/amp shipit` shows those that there are.
