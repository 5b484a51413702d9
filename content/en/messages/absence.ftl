# Being away, and coming back; only the person reads any of it.

absence-away-button = I'm away
absence-back-button = I'm back
absence-heed-button = Go by my Slack status too
absence-unheed-button = Don't go by my Slack status
absence-undo-button = I'm staying
# $day is the first one on which they are asked again.
absence-open = :palm_tree: You're away. You are neither asked nor reminded until you type `/amp back`.
absence-until = :palm_tree: You're away. You are asked again from { $weekday }, { $day }; `/amp back` ends it earlier.
absence-by-status = :palm_tree: You're away, as your Slack status says. You are asked again once it ends, or once you type `/amp back`.
# An absence that begins later: $first is its first day, $back the one on which they are asked again.
absence-later = :calendar: From { $first_weekday }, { $first }, you're away. You are asked again from { $back_weekday }, { $back }.
absence-later-open = :calendar: From { $first_weekday }, { $first }, you're away. You are neither asked nor reminded until you type `/amp back`.
# $days are the first days of what is taken back; until when one is away now, or absence-stays-anyway, follows.
absence-stays = All right: your absence from { $days } is cancelled.
absence-stays-anyway = You are asked as usual.
absence-nobody-told = Nobody is told who is away; a digest counts one person fewer.
# Lines with each team's next round follow.
absence-back = Welcome back. From now on you may be asked again.
absence-over = Welcome back. From now on you may be asked again.
absence-over-text = You are asked again.
absence-heeded = From now on, a status such as “Vacationing” or “Out of office” counts as being away, until it ends. Nobody else is told.
absence-unheeded = Your status no longer counts; `/amp away` does.
