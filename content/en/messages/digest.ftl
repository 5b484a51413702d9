# The digest: what a team reads when its round has closed.
#
# The sentences about the numbers are in insight.ftl. $name is a drive or a facet.

digest-header = Pulse { $number } · { $team }
# What a notification and a screen reader say: $told are the sentences of the digest.
digest-text = { $team }. { $told }
digest-key-lost = The key that opens this round's answers is lost, so they can't be read by anybody any more. The next round is not affected.
digest-withheld = These results are not shown and were not kept: in the last weeks another group that shares people with this team was told its results, and the two differ by so few people that somebody could be worked out. It depends on who is in the channel, and on whom you leave out.
digest-reworded = { $name } has been asked in new words since this round, so its comparison starts again.
digest-scale = 1 strongly disagree · 5 strongly agree. Rounded, so that no number gives anybody away.
# $told is the message experiments-running.
digest-running-line = :test_tube: { $told }
digest-method-button = How we decide
digest-privacy-button = How it stays private

# The chart. Slack takes 50 characters of its title and 20 of a name.

digest-chart = The last { $rounds } rounds with enough answers
digest-chart-axis = mean, 1 to 5
# Level lines at both ends of the scale, so that the axis shows all of it; 20 characters.
digest-chart-end = { $end ->
    [top] 5 = top
   *[bottom] 1 = bottom
}
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
digest-score-hidden = *{ $name }*: fewer than { SPELLED($quorum) } answered, so it is not shown.
digest-odd = { $side ->
    [low] unusually low in this one round
   *[high] unusually high in this one round
}
digest-as-usual = as usual (over { SPELLED($window) } rounds we ignore gaps under about { $ignored })
digest-closer-small = Questions that take turns have no trend: they come in other words each time.
# $why: what $name (a drive, or pay) was chosen for; $names are the $count drives with as much room.
# $rounds are the newest rounds that this was seen in.
digest-move = *One move.* { $why ->
    [fell] This one is for { SMALL($name) }, because of the drop.
    [rose] This one builds on the rise in { SMALL($name) }.
    [even] { $names } { $rounds ->
        [one] are all about the same
       *[other] were all about the same over the last { SPELLED($rounds) } rounds
    }, so begin where you like: this one is for { SMALL($name) }.
    [pay] { $name } comes first: as long as that is on people's minds, little else helps.
    [again] Once more for { SMALL($name) }.
   *[room] { $count ->
        [one] { $rounds ->
            [one] { $name } has the most room
           *[other] Over the last { SPELLED($rounds) } rounds { SMALL($name) } had the most room
        }, so it is where a change would show first.
       *[other] { $names } { $rounds ->
            [one] have the most room
           *[other] had the most room over the last { SPELLED($rounds) } rounds
        }; this one is for { SMALL($name) }.
    }
}
# The next line of the team's checklist: what it says, how it is done, and the step it belongs to with its summary.
digest-step = *Next on your checklist:* { $todo }
    { $how } _{ $step }. { $why }_
digest-step-button = Read more

# A digest that stands in its channel already is posted once more, on a lead's wish.
digest-again = The last digest once more.
# Under the title, of two teams that were asked as one: $teams are their names.
digest-both = Of { $teams } together: asked as one and told as one. There are no numbers of either alone.
error-no-digest-yet = This team has no digest yet. The first one comes when its first round has closed.
error-digest-on-its-way = The newest digest is still on its way, so I did not post it once more.
error-digests-go-elsewhere = The last digest was posted in another channel than the one that digests go to now, and it stays with the people it was meant for. The next one comes by itself.
