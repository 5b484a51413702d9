# What every room says: moments, and what goes wrong.
#
# Values: strings are people's words and are escaped; a moment is shown on the reader's own clock.

# How Slack writes a moment; the names in braces are Slack's own.
moment = { "{date_long_pretty}" } at { "{time}" }
# The same for programs that don't know Slack's way, in CLDR's letters.
moment-pattern = EEEE d MMMM, HH:mm 'UTC'
day-pattern = d MMMM
long-day-pattern = d MMMM y
short-day-pattern = d MMM
month-pattern = MMMM y
# Figures in a row: «3, 4, 5».
row-pattern = { $before }, { $after }

# Forms and windows

amp-title = Amp
cancel-button = Cancel
close-button = Close
not-now-button = Not now
# Under a field of a form that could not be kept in time.
late = This is taking longer than usual and may not be saved yet. Please press the button once more.
# To a command or a press that could not be answered in time.
late-answer = This is taking longer than usual; I'm still on it.
# Below every receipt, and in `/amp status`, while nobody is there to do what was promised.
no-worker = :warning: None of my workers is running right now: nothing is opened, sent or closed until one is. Please tell whoever runs me (`amp worker`).

# What goes wrong, whatever the room

error-our-mistake = Something went wrong on my side, and it has been noted. Please try again.
error-garbled = That button or form isn't as I made it, so I did nothing. Open it again with `/amp`.
error-not-shown = That is kept, but I could not show you what comes after it. There is no need to do it again: `/amp` and the Home tab know it already.
error-no-worker = None of my workers is running right now, so nothing would follow, and I did nothing. Tell whoever runs me (amp worker), and start the workflow again.
error-database-unreachable = I can't reach my memory at the moment; nothing was kept. Try again in a minute.
# It hangs, and may go on with it later.
error-database-silent = My memory hasn't answered. What you sent may not have been kept: try again in a minute.
# Slack asks for a button of an older version.
old-button = That button is from an older message and does nothing any more. Try `/amp`.
old-form = That form is from an older version, so nothing of it was kept. Please open it once more.
error-wrong-secret = AMP_SECRET is not the one that this database was written with.
error-not-installed = I am not installed in this workspace any more.
error-not-a-lead = Only a lead of this team can do that. Ask one of them; `/amp team` shows who they are.
error-no-team = There is no team here yet. `/amp setup` in your team's channel makes one.
# $code is Slack's own word for why it refused something.
error-slack-refused = { $code ->
    [expired_trigger_id] That took too long for Slack. Please press it once more.
    [exchanged_trigger_id] That click has been used already. Please press it once more.
    [not_in_channel] I'm not in that channel. Type `/invite @Amp` there, then try again.
    [channel_not_found] I can't see that channel. If it is private, type `/invite @Amp` there, then try again.
    [is_archived] That channel is archived, so nothing can be posted there. Unarchive it first.
    [ratelimited] Slack asks me to slow down. Please try again in a minute.
    [missing_scope] I lack a permission for that. Whoever installed me can grant it by installing me again.
   *[other] Slack did not let me do that.
}
