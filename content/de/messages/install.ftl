# Die Seiten, auf denen ein Workspace Amp installiert, im Browser.

install-done-heading = Amp ist installiert
install-done = Geh in Slack in den Kanal deines Teams, tipp `/invite @Amp` und dann `/amp setup`.
install-cancelled-heading = Nicht installiert
install-cancelled = Du kannst jederzeit neu anfangen.
install-expired-heading = Bitte fang neu an
install-expired = Diese Seite wurde in einem anderen Browser geöffnet, oder vor mehr als zehn Minuten.
install-refused-heading = Slack hat abgelehnt
install-unanswered-heading = Slack hat nicht geantwortet
install-again = Bitte fang neu an.
install-link = Amp installieren
install-many-heading = Zu viele auf einmal
install-many = Gerade installieren viele Amp. Versuch es bitte in einer Minute noch einmal.
install-not-here-heading = Hier nicht
install-not-here = Wer dieses Amp betreibt, lässt bestimmte Workspaces zu, und deiner ist nicht dabei. Frag dort nach, oder betreib dein eigenes.
