# `/amp trends`: how a team stood over its last rounds, told to one person.

trends-title = Trends
trends-header = Trends: { $team }
trends-nothing-yet = *{ $team }*: no round has closed yet, so there is nothing to compare. The first digest comes when the first round closes; after three there is a line to look at.
# For a notification and a screen reader. $told are messages trends-drive-text.
trends-text = Trends of { $team }, { $span ->
    [one] one round
    [last] the last { $rounds } rounds
   *[all] all { $rounds } rounds so far
}. { $told }
trends-drive-text = { $name }: { $means }.

# The chart: Slack takes 50 characters of its title. $each is how many rounds a point stands for.
trends-chart = { $span ->
    [one] One round
    [last] The last { $rounds } rounds
   *[all] All { $rounds } rounds so far
}{ $each ->
    [1] {""}
   *[other] , { SPELLED($each) } to a point
}
# A point that stands for several rounds; and one whose label another point has too.
trends-pulses = Pulses { $first }–{ $last }
trends-label-again = { $label } ({ $count })
# The name of the line of a team's own statement in its chart; 20 characters.
trends-own = Your own question
# A drive in a line. $sparks is a small chart, $means is trends-means, $calls are trends-call.
trends-drive = *{ $name }*  { $means }. _{ $calls }_
trends-drawn = `{ $sparks }`  { $told }
trends-means = { $shown ->
    [none] not shown in any of them
    [one] { $last }
    [level] { $last } in each of them
   *[several] between { $low } and { $high }, most recently { $last }, { $average } on average
}
trends-call = { $kind ->
    [up] Higher
   *[down] Lower
} than usual in pulse { $number } ({ $day }).
trends-no-call = No change was called.

# How many answered. $shares is a row of the three messages below it.
trends-answered = *Answered*  { $rate }% on average. { $each ->
    [1] Round by round: { $shares }.
   *[other] Lately: { $shares }.
}
trends-share = { $answered } of { $asked }
trends-share-of-several = { $answered } of { $asked } ({ $label })
# The same share in several rounds, one after the other.
trends-share-times = { $share } (×{ $times })

# What was tried in these rounds

trends-tried = *Tried in these rounds*
trends-tried-more = and { $more } more: `/amp experiment`
trends-running = :test_tube: *{ $title }*, since pulse { $first }: running.
# $end is how it ended.
trends-ended = :test_tube: *{ $title }*, { $rounds ->
    [0] no round
    [1] pulse { $first }
   *[other] pulses { $first } to { $last }
}: { $end }.
# $told is the message trends-ended, $finding what its review found after so many $rounds.
trends-reviewed = { $told } Its review ({ $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
}): { $finding }

# Beside it

trends-small = From what the digests showed{ $each ->
    [1] {""}
   *[other] , { SPELLED($each) } to a point
}; 1 to 5, rounded.
# $numbers are the rounds that are not shown, $more how many are not named.
trends-hidden = Not shown, because fewer than { $quorum } answered or nothing was kept: { $count ->
    [one] pulse
   *[other] pulses
} { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}.
trends-paused = A gap in a line is time without a round.
trends-span-button = { $rounds } rounds
trends-open-button = Trends

# What goes wrong

error-answer-refused = Slack did not take the answer. Please try again in a moment.

# Every twelfth round, in the digest's thread: a year on one page

retrospective-text = Looking back with { $team }: { $rounds } rounds on one page.
retrospective-header = Looking back: { $team }
retrospective-untried = Nothing was tried for it in this time.
retrospective-nothing-tried = Nothing was tried in this time.
retrospective-own = *Your own questions*
retrospective-small = { $rounds } rounds{ $each ->
    [1] {""}
   *[other] , { SPELLED($each) } to a point
}, from what the digests showed. To talk about: what do we want to keep, what do we want to stop, and which one thing should we try next?
