# One's own week of step 3: the three conditions of mastery, for oneself.

mastery-title = My week
mastery-form = The three conditions of mastery, in *your* week. Only you see it.
mastery-look-button = Look at it

# $condition is one of the three, $bar a drawn bar, $points from 1 to 5; $before the points of
# the $weeks weeks before, as in «2, 3 and 4».
mastery-condition = { $bar } *{ $condition }* { $points } of 5{ $weeks ->
    [0] {""}
   *[other] {" "}(before: { $before })
}
mastery-left-out = *{ $condition }*: left out this week
mastery-try-header = To try
mastery-weakest = { $condition } was the weakest this week.
mastery-nothing-answered = Nothing was answered, so there is nothing to suggest.
mastery-all-well = All three were there. What made the week like that is worth keeping.
mastery-again-button = Look at this week again
mastery-private = The last { $weeks } weeks are kept, locked, for you alone. Whoever runs Amp has the key to the lock. All of them go { $weeks } weeks after you last filled one in.
