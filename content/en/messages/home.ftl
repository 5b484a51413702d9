# The Home tab: what waits for a person, how their teams stand, what comes next.

home-waiting-header = Open now
home-in-no-team = Nothing yet: you are in no team. To begin one, go to your team's channel and type `/amp setup`: the people in the channel become the team, and everything in the form is filled in already.
home-nothing = Nothing.
home-nothing-waits = Nothing. The next round opens { $opens }.

# How teams stand

home-teams-header = How your teams stand
home-no-round = *{ $team }*: no round has closed yet.
home-last-round = *{ $team }*, pulse { $number } ({ $day }): { $answered } of { $asked } answered.
home-last-round-in-channel = *{ $team }*, pulse { $number } ({ $day }): { $answered } of { $asked } answered. The whole digest is in { $channel }.
home-not-shown = Its results are not shown: too few answered, or nothing was kept.
# $bar is a drive as the digest draws it (digest-bar); a change stands beside its name already.
home-drive = { $verdict ->
    [fell] { $bar }  _pulse { $number } told of a drop_
    [rose] { $bar }  _pulse { $number } told of a rise_
    [low] { $bar }  _unusually low in this one round_
    [high] { $bar }  _unusually high in this one round_
    [noise] { $bar }  _as usual_
    [learning] { $bar }  _still learning what is usual_
   *[none] { $bar }
}
# What the drives are: $drives are messages home-drive-about.
home-drive-about = *{ $name }*: { $about }
home-drives = From 1 to 5, by how far people agree that they have it. { $drives }
home-more-teams = And { $teams } more: `/amp trends` with a team's name.

# What comes next

home-next-header = Your next step
# Where something has changed: what to talk about, and one move.
home-next-news = *Talk about it in { $team }: the { $kind ->
    [up] rise
   *[down] drop
} in { SMALL($name) }* (pulse { $number }).
    Ask together: { SMALL($question) }
home-next-move = One thing to try: *{ $title }.* { $what }
# A line of the checklist: what it says, how it is done, and the step it belongs to with its summary.
home-next-todo = *{ $todo }*
    { $how }
    _{ $step }. { $why } Next on the checklist of { $team }._
home-read-button = Read more
home-first-card = *{ $title }*
    { $summary }
home-all-done = Everything on your checklist is done. `/amp experiment` has what to try next, `/amp help` lists all there is.

# For leads

home-leads-header = For leads
home-team = *{ $team }*
home-response = Response: { $rounds ->
    [0] no round has closed yet.
    [one] { $rate }% over the last round.
   *[other] { $rate }% over the last { $rounds } rounds.
}
home-checklist = Checklist: { $done } of { $all } done.
# $experiments are messages home-tried-one.
home-tried = Tried before: { $experiments }.
home-tried-one = { $title } ({ $end })
home-tried-more = { $more } more
home-settings-button = Settings
home-ask-now-button = Ask now
home-experiments-button = Experiments
home-experiments-title = Experiments
home-report-button = Report
home-checklist-button = Checklist

# `/amp help`: what this person can do now; below it stands a line for each command.
home-help = { $who ->
    [lead] *You lead a team. Most useful now:*
    [member] *You are in a team. Most useful now:*
   *[newcomer] *You are in no team yet. Good ways to begin:*
}
# A line of the checklist of a team that one leads, and how it is done.
home-help-next = *Next on your checklist:* { $todo }. { $how }
