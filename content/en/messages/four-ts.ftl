# The four Ts of step 2: how much say there is over task, time, technique and team.
#
# $facet is the name of a T, $about what it is.

four-ts-title = The four Ts
four-ts-intro = How much say is there over what people do, when, how and with whom? And what would be the easiest next step? Two minutes, kept for you.
four-ts-not-rated = *{ $facet }*: not rated
# $bar is a drawn bar, $say one of the answers of four-ts-say-option.
four-ts-rated = { $bar } *{ $facet }*: { $say }
# $step is what somebody means to do, in their words.
four-ts-next = Next: { $step }
four-ts-first-header = Begin with: { $facet }
four-ts-more = More to try, each with a goal and a way to see whether it helps:
four-ts-private = Only you see this. The pulse asks the team about all four. When a lead does it, that ticks a line of the team's checklist.
four-ts-begin-button = Begin
four-ts-change-button = Change it
four-ts-ideas-button = Ideas: { $facet }

# The form

four-ts-form = How much say do people have today? Leave out what you can't tell.
four-ts-facet-label = { $facet }: { $about }
four-ts-say-option = { $say ->
    [1] Hardly any
    [2] A little
    [3] Some
    [4] A lot
   *[5] All that makes sense
}
four-ts-step-label = { $facet }: the easiest next step
four-ts-easiest-label = Which of the four is the easiest to change here?
four-ts-easiest-hint = When in doubt, time: it often is, and pays back at once.

# The ideas for one T

four-ts-ideas-title = Ideas
four-ts-facet = *{ $facet }*: { $about }
