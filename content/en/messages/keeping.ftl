# `/amp privacy`: what is kept about somebody, and until when; it is shown to nobody else.

keeping-text = What I keep about you
keeping-intro = *What I keep about you*, and until when. Nobody else sees this.
keeping-nothing = I keep nothing about you.
# $zone is the city of a time zone, $language such as de-DE.
keeping-person = *You:* your id in Slack, your clock ({ $zone }), your language ({ $language }), whether you are a guest or gone, and when Slack last told me so. Until you type `/amp forget me`, or { $days } days after I am removed from this workspace.
# $day is the first one on which they are asked again.
keeping-away = *Your absence:* until { $day }.
keeping-away-open = *Your absence:* until you type `/amp back`.
# $first is its first day, $back the one on which they are asked again; $end is open where nobody knows it.
keeping-away-later = *An absence to come:* from { $first }{ $end ->
        [open] , until you type `/amp back`
       *[known] {" "}until { $back }
    }. `/amp back` cancels it before then.
keeping-heeds = *Your Slack status* may tell me that you are away, until you take that back in `/amp away`.
keeping-may-start = *That you may start a team,* as an admin has said: until one says otherwise.
keeping-own-time = *Your own time for the questions, and whether you want reminders:* until you change it in `/amp pulse when`.
# $teams is a list of what follows; $days is for how long a team that has ended is kept.
keeping-teams = *Your teams, and since when you are in them:* { $teams }. Until you leave the channel, or { $days } days after the team has ended.
keeping-team-lead = { $team } (you lead it)
keeping-team-left-out = { $team } (you are not asked)
# Of who is in the channel no more; a team's settings can go on naming somebody.
keeping-teams-left = { $teams ->
    [one] *{ $teams } team whose channel you aren't in:* that a lead has named you in its settings.
   *[other] *{ $teams } teams whose channels you aren't in:* that a lead has named you in their settings.
} Until a lead takes that back, or { $days } days after the team has ended.
keeping-more-teams = { $more } more
# $weeks is 0 where they are kept as long as Amp is installed.
keeping-rounds = *Rounds that asked you:* { $closed } closed, { $open } open. When you were to hear of them is kept; whether you answered is not. { $weeks ->
    [0] For as long as I am in this workspace.
   *[other] Until { $weeks } weeks after their close; the newest one of each team stays.
}
keeping-notes = *What you keep for yourself, locked:* { $tools }. Your weeks go { $weeks } weeks after the last one, your own audit once your team's result is told, everything else when you delete it or its team has ended.
# $tool is the one that keeps it.
keeping-tool = { $tool ->
    [audit] your own audit
    [fit] your fit check
    [four-ts] the four Ts as you see them
    [mastery] your weeks
   *[purpose] your sentence
}
# $things is a list of what follows.
keeping-work = *What you did for a team:* { $things }. Until that team has ended.
keeping-ticks = { $many ->
    [one] { $many } tick on its checklist
   *[other] { $many } ticks on its checklist
}
keeping-ideas = { $many ->
    [one] { $many } idea for a ShipIt day
   *[other] { $many } ideas for a ShipIt day
}
keeping-crews = { $many ->
    [one] { $many } idea that you are in on
   *[other] { $many } ideas that you are in on
}
keeping-pieces = { $many ->
    [one] { $many } thing that you delivered
   *[other] { $many } things that you delivered
}
keeping-questions = { $many ->
    [one] { $many } question that you added
   *[other] { $many } questions that you added
}
keeping-rollup = *The monthly roll-up:* that you turned it on, so that you hear when it does not arrive. Until it is turned off.
keeping-answers = *Your answer to a comment:* sealed, until it has arrived.
# $words of the $messages still have their words; those go after $days (after $lost weeks of what did not arrive), and that they were sent after $weeks.
keeping-messages = *My messages to you:* { $messages }, { $words } of them with their words. { $days ->
    [0] The words go within the hour after everybody has the message
    [one] The words go a day after everybody has the message
   *[other] The words go { $days } days after everybody has the message
}, or after { $lost } weeks if it did not arrive; the note that it was sent goes after { $weeks } weeks.
keeping-sealed = *Your answers, comments and wishes* are in no list. They wait sealed, and are counted or told without a name. I can't tell which are yours, nor whether there are any.
keeping-file-button = Send it to me as a file
keeping-card-button = What happens to answers
keeping-forget-button = Forget me

# Of somebody who has said `/amp forget me`

keeping-left = You asked me to forget you. What is left is your id in Slack, so that nobody asks you, and whether you are a guest or gone. Until you change your mind, or { $days } days after I am removed from this workspace.
keeping-left-teams = { $teams ->
    [one] *{ $teams } team whose channel you are in:* only that, so that no number shows that you have left.
   *[other] *{ $teams } teams whose channels you are in:* only that, so that no number shows that you have left.
}
keeping-left-rounds = { $rounds ->
    [one] *{ $rounds } closed round that asked you:* for { $weeks } weeks, so that nobody can work out answers from who has left.
   *[other] *{ $rounds } closed rounds that asked you:* for { $weeks } weeks, so that nobody can work out answers from who has left.
}

# The file

keeping-file-comment = What I keep about you, row by row, as JSON.
keeping-file-done = :white_check_mark: The file is in our direct messages.
keeping-as-text = I can't send files here (that takes the permission `files:write`), so this is what it holds.
keeping-as-text-beginning = I can't send files here (that takes the permission `files:write`), so this is how it begins. Whoever runs me can add the permission.
