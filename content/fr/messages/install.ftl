# Les pages par lesquelles un espace de travail installe Amp, dans le navigateur.

install-done-heading = Amp est installé
install-done = Allez dans le canal de votre équipe sur Slack, tapez `/invite @Amp`, puis `/amp setup`.
install-cancelled-heading = L’installation n’a pas eu lieu
install-cancelled = Vous pouvez recommencer quand vous voulez.
install-expired-heading = À recommencer
install-expired = Cette page a été ouverte dans un autre navigateur, ou il y a plus de dix minutes.
install-refused-heading = Slack a refusé
install-unanswered-heading = Slack n’a pas répondu
install-again = Merci de recommencer.
install-link = Installer Amp
install-many-heading = Trop de demandes à la fois
install-many = Beaucoup de personnes installent Amp en ce moment. Recommencez dans une minute.
install-not-here-heading = Pas ici
install-not-here = Cet Amp n’accueille que certains espaces de travail, et le vôtre n’en fait pas partie. Demandez à la personne qui le gère, ou hébergez le vôtre.
