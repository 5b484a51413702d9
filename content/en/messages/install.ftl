# The pages by which a workspace installs Amp, in a browser. What stands in backticks is code.

install-done-heading = Amp is installed
install-done = Go to your team's channel in Slack, type `/invite @Amp`, then `/amp setup`.
install-cancelled-heading = Not installed
install-cancelled = You can start again whenever you like.
install-expired-heading = Please start again
install-expired = This page was opened in another browser, or more than ten minutes ago.
install-refused-heading = Slack refused
install-unanswered-heading = Slack did not answer
install-again = Please start again.
install-link = Install Amp
install-many-heading = Too many at once
install-many = Many are installing Amp at this moment. Please start again in a minute.
install-not-here-heading = Not here
install-not-here = Whoever runs this Amp lets certain workspaces in, and yours is not among them. Ask them, or run one of your own.
