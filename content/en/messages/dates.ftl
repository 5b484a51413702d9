# What is read in dates that people write, as lists of words of one meaning; nobody sees it.

dates-to = to, until, till, through
dates-for = for
dates-one = a, an, one
dates-day = day, days
dates-week = week, weeks
dates-month = month, months
dates-until = until, till, to, through
dates-tomorrow = tomorrow
dates-small = the, st, nd, rd, th, of

# What goes wrong

error-unknown-date = I don't understand that as a date. Write it as in: 24 December, 31.12. - 2.1.2027.
error-unknown-return = I don't understand until when that is. Being away begins as you type it, so tell me on the first day: `/amp away 2 weeks`, `/amp away until 6 January`, or `/amp away` until you're back.
error-no-time-away = That's no time at all, so nothing has changed. `/amp away 3 days` says how long you're away, `/amp back` that you're here again.
error-date-has-passed = That day has passed. Say when you're back: `/amp away until 6 January`.
error-away-too-long = That's longer than { $longest } weeks. `/amp away` without a date holds until you type `/amp back`; `/amp forget me` is for good.
error-too-many-days = That's more than { $longest } days. Name the ones of this year.
