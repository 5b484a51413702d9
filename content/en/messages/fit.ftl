# Whether the framework fits: six questions, answered plainly.

fit-title = Does it fit?
fit-form = Think of one team, or of one kind of work in it.
fit-tell-button = Tell me plainly
fit-fits-header = It fits
fit-fits = Nothing here speaks against it. Begin with step 1: `/amp audit` and `/amp roles`.
fit-not-now-header = Not this framework, not now
fit-not-now = Something else comes first here:
# $question is one of the six.
fit-answered = *{ $question }* { $answer ->
    [yes] Yes
   *[no] No
}.
# $instead is a sentence or two.
fit-instead = *Instead:* { $instead }
fit-again-button = Answer again
fit-private = Only you see this. When a lead does it, that ticks a line of the team's checklist.
