# What is read in dates that people write, as lists of words of one meaning; nobody sees it.

dates-to = to, until, till, through
dates-for = for
dates-one = a, an, one
# These in their order, from one.
dates-numbers = one, two, three, four, five, six
dates-day = day, days
dates-week = week, weeks
dates-month = month, months
dates-until = until, till, to, through
dates-tomorrow = tomorrow
dates-today = today
dates-from = from, starting, starting from, starting on, beginning, as of
dates-on = on
dates-this = this
dates-next = next, coming
dates-away = on holiday, on vacation, on leave, on parental leave, out of office, out of the office, ooo, away, off, out, sick
dates-small = the, st, nd, rd, th, of

# What goes wrong

error-unknown-date = I don't understand that as a date. Write it as in: 24 December, 31.12. - 2.1.2027.
error-unknown-absence = I don't understand when that is. Say it like this: `/amp away 2 weeks`, `/amp away until 6 January`, `/amp away next week`, `/amp away from 20 December to 6 January`; or `/amp away` until you're back.
error-ends-before-it-begins = That ends before it begins. Say the first day and the last one: `/amp away from 20 December to 6 January`.
error-away-too-far-ahead = That begins in more than { $longest } weeks. Tell me when it is nearer.
error-too-many-absences = You have named { $most } absences to come already. `/amp back` cancels them; then name the ones that count.
error-no-time-away = That's no time at all, so nothing has changed. `/amp away 3 days` says how long you're away, `/amp back` that you're here again.
error-date-has-passed = That day has passed. Say when you're back: `/amp away until 6 January`.
error-away-too-long = That's longer than { $longest } weeks. `/amp away` without a date holds until you type `/amp back`; `/amp forget me` is for good.
error-too-many-days = That's more than { $longest } days. Name the ones of this year.
