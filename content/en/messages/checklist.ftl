# The checklist of a team, which its leads tick off.

checklist-title = The checklist

# $done and $all count lines of the checklist.
checklist-progress = *{ $team }*: { $done } of { $all } done.
# One step of the framework: $bar is a drawn bar, $step the title of its card.
checklist-step = { $bar } { $done } of { $all }  *{ $step }*
# $todo is a line that is done, $who a person, $day when they ticked it.
checklist-ticked = { $todo }: { $who }, { $day }
checklist-ticked-by-nobody = { $todo }: somebody who left, { $day }
# A line that the tools tick by themselves. $day is when, $number which pulse or how many kinds of work.
checklist-ticked-by-itself = { $kind ->
    [audit] { $todo }: ticked by the audit of { $day }
    [roles] { $todo }: ticked by your map of work, { $number ->
        [one] one kind so far
       *[other] { $number } kinds so far
    }
    [fit] { $todo }: ticked by the fit check of { $day }
    [four-ts] { $todo }: ticked by the four Ts of { $day }
    [pulse] { $todo }: ticked by pulse { $number }, { $day }
    [cycle] { $todo }: ticked by pulse { $number }, { $day }, when all four had been asked
    [review] { $todo }: ticked by the review of “{ $title }”, { $day }
   *[experiment] { $todo }: ticked by the experiment “{ $title }”, begun { $day }
}

checklist-for-leads = Ticks are saved at once. Only leads see who ticked what.
checklist-for-members = The team's leads tick it off. `/amp steps` explains each step.

# The reminder that leads get by direct message

checklist-nudge-text = Your team's checklist has not moved for a month.
checklist-nudge = The checklist of *{ $team }* has not moved for a month: { $done } of { $all } done.
# $todo is a line of the checklist.
checklist-nudge-next = Next on it: *{ $todo }*.
checklist-nudge-once = This comes once for each standstill.
checklist-open-button = Open the checklist
checklist-quiet-button = No more of these
checklist-quiet = Agreed: no more reminders about this checklist. `/amp checklist` can turn them on again.
checklist-loud-button = Remind us when it stalls
checklist-nudges = After a month without a move, the leads get one reminder.
