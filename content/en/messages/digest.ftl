# The digest: what a team reads when its round has closed.
#
# The sentences about the numbers are in insight.ftl. $name is a drive or a facet.

digest-header = Pulse { $number } · { $team }
# What a notification and a screen reader say: $told are the sentences of the digest.
digest-text = { $team }. { $told }
digest-key-lost = The key that opens this round's answers is lost, so they can't be read by anybody any more. The next round is not affected.
digest-reworded = { $name } was asked in new words from this round on, so its comparison begins anew.
digest-scale = 1 strongly disagree · 5 strongly agree. Rounded, so that nobody can be told from a number.
# $told is the message experiments-running.
digest-running-line = :test_tube: { $told }
digest-method-button = How we decide
digest-privacy-button = How it stays private

# The chart. Slack takes 50 characters of its title and 20 of a name.

digest-chart = The last { $rounds } rounds with enough answers
digest-chart-axis = mean of the answers
digest-chart-pulse = Pulse { $number }
# A drive, with its verdict where something changed.
digest-drive = { $kind ->
    [up] { $name }: higher
    [down] { $name }: lower
   *[other] { $name }
}
# A drive as a bar of text. $drive is the message digest-drive.
digest-bar = { $bar }  *{ $drive }* { $mean }
digest-bar-hidden = *{ $name }*: too few answers to show

# In the thread: each drive, and what was asked about it this week

digest-more-text = More about pulse { $number }.
digest-score = *{ $name }* { $mean }
digest-facet-score = { SMALL($name) } { $mean }
digest-score-hidden = *{ $name }*: fewer than { SPELLED($quorum) } answered, so it is not shown.
digest-odd = { $side ->
    [low] unusually low in this one round
   *[high] unusually high in this one round
}
digest-as-usual = as usual (over { SPELLED($window) } rounds we ignore gaps under about { $ignored })
digest-closer-small = What is asked in turns has no trend: it is asked in other words each time.
digest-move = *One move.* { $kind ->
    [down] { $name } is lower than usual.
   *[other] { $name } has the most room, so it is where a change would show first.
} A lead can start one of these:
