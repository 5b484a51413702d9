# The monthly roll-up: the map of drives by team, its form, and who hears of it.

rollup-title = Monthly roll-up
rollup-about = Once a month, on its first working day, a channel can read how autonomy, mastery and purpose stood in every team of this workspace: one line a team, rounded, in alphabetical order, with nothing that leads to fewer than five people. The leads of all teams are told when it is turned on. It is off unless somebody turns it on. Whoever turns it on and off, and is in that channel, gets the months that it has read on one page, too: «Company report».
rollup-channel-label = Channel
rollup-turn-on-button = Turn on
rollup-save-button = Save
rollup-turn-off-button = Turn off
rollup-report-button = Company report
# $month is a month with its year, such as «November 2026».
rollup-turned-on = :white_check_mark: { $channel } gets the roll-up of { $month } on its first working day after, and each month from then on. The leads of all teams are told.
rollup-turned-off = :white_check_mark: There is no roll-up any more.
rollup-announced-text = A monthly roll-up is turned on.
# $who turns it on and off here: leads or admins.
rollup-announced = { $person } has turned on a monthly roll-up in { $channel }: how autonomy, mastery and purpose stood in each team, yours among them. It shows what digests show, rounded, in alphabetical order; { $who ->
        [admins] this workspace's admins turn it off with `/amp rollup`.
       *[leads] `/amp rollup` tells more and turns it off.
    }
# $known: whether the person who turned it on is known still.
rollup-told-to-team = { $known ->
        [yes] { $person } has turned on a monthly roll-up in { $channel }
       *[no] There is a monthly roll-up in { $channel }
    }, and this team stands in it from now on: how autonomy, mastery and purpose stood in each team, as rounded as here. A lead can take this team out of it in the settings of `/amp team`.

# The map itself

rollup-map-header = How the teams stood in { $month }
# $scores is a row of rollup-score for the whole company.
rollup-map-text = How the teams stood in { $month }. Everybody: { $scores }.
rollup-more-text = More teams in { $month }.
rollup-small = Each team's last round of that month, from 1 to 5, rounded. The teams stand in alphabetical order: this is a map, not a ranking, and no number is a grade of a team or its lead. “not shown”: fewer than five answered, or somebody could be worked out from the rest.
rollup-first-teams = The first { $teams } teams; the others are in the thread.
rollup-everybody = Everybody
# A mean beside its shade, which is darker where it is higher; and what stands where there is none.
rollup-cell = { $shade ->
    [none] { $mean }
   *[other] { $shade } { $mean }
}
rollup-not-shown = not shown
# A drive with its cell.
rollup-score = { $drive } { $cell }
# A team with its row of rollup-score: the team's name stands before it in bold.
rollup-line = {": "}{ $scores }

# What goes wrong

error-no-roll-up = There is no monthly roll-up here at present. `/amp rollup` turns it on.
