# A report: a page of a team's or the company's quarter. It is shown in a browser, not in Slack.

report-team-heading = Report: { $team }
report-company-heading = Report: all teams
report-period = { $first } to { $last }. Made from what the digests showed, and from nothing finer.
report-ended = This team ended on { $day }.
report-bands = A pale band along a line: something was tried to move it.
report-drives-header = How the drives stood
report-own-header = Own questions
report-own = What else the team asked, in its own words: beside the drives, never in them.
report-tried-header = What was tried
report-nothing-tried = Nothing was tried in this time.
report-rounds-header = Round by round
report-round-header = Round
report-answered-header = Answered
report-mean = { $mean }

# In Slack, beside the file

report-comment = The report of { $team }: one page for any browser, and for paper.
report-company-comment = The company's report: the months that { $channel } has read, on one page for any browser, and for paper.
report-done = Your report is in your messages with me.

# What goes wrong

error-nothing-to-report = No digest in that time, so there is nothing to report. A report covers the last quarter; the first digest comes when the first round closes.
error-no-month-to-report = The company's report holds the months that the roll-up has shown in its channel, and the last quarter has none. A month is shown on the first working day after it.
error-report-backwards = The report would end before it begins. Please swap the two days.
error-report-too-long = A report covers a year at most. Please choose a shorter time.
error-report-not-sent = Slack did not take the file. Whoever runs Amp can write the same page with `amp report`.
