# A question that somebody puts off, and `/amp pulse when`.

pulse-in-an-hour-button = In an hour
pulse-tomorrow-button = Tomorrow morning
pulse-not-this-time-button = Not this time
own-time-never = :ok_hand: Not this time, then. `/amp pulse` has the questions while the round is open, should you change your mind.
own-time-later = :alarm_clock: It comes once more { $moment }.
own-time-title = My own time
own-time-intro = When you would rather be asked, in all your teams. Where the round isn't open at that time, you are asked with the others.
own-time-day-label = Day
own-time-hour-label = Hour, on my clock
own-time-usual-option = as in my team
own-time-reminds-label = Reminders
own-time-reminds-option = Once more before a round closes, if there is room for it
own-time-save-button = Save
# Lines with each team's next round follow.
own-time-saved = :white_check_mark: Saved. It holds from the next round on.

error-came-twice = It has come twice already, and that is all. `/amp pulse` has the questions while the round is open.
error-closes-before = The round closes { $closes }, before that. `/amp pulse` has the questions until then.
