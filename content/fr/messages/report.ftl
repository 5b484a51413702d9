# Un rapport : une page sur le trimestre d’une équipe ou de toutes, pour le navigateur.

report-team-heading = Rapport : { $team }
report-company-heading = Rapport : toutes les équipes
report-period = Du { $first } au { $last }. D’après ce que les synthèses ont montré, et rien de plus fin.
report-ended = Cette équipe a pris fin le { $day }.
report-bands = Une bande pâle le long d’une ligne : quelque chose a été essayé pour la faire bouger.
report-drives-header = Où en étaient les moteurs
report-own-header = Questions propres à l’équipe
report-own = Ce que l’équipe a demandé en plus, avec ses mots : à côté des moteurs, jamais dedans.
report-tried-header = Ce qui a été essayé
report-nothing-tried = Rien n’a été essayé pendant ce temps.
report-rounds-header = Sondage par sondage
report-round-header = Sondage
report-answered-header = Réponses
report-mean = { $mean }

# Dans Slack, à côté du fichier

report-comment = Le rapport de l’équipe { $team } : une page pour tout navigateur, et pour le papier.
report-company-comment = Le rapport de l’entreprise : les mois que { $channel } a lus, sur une page pour tout navigateur, et pour le papier.
report-done = Votre rapport est dans vos messages avec moi.

# Ce qui peut mal tourner

error-nothing-to-report = Aucune synthèse sur cette période, il n’y a donc rien à rapporter. Un rapport porte sur le dernier trimestre ; la première synthèse arrive à la clôture du premier sondage.
error-no-month-to-report = Le rapport de l’entreprise réunit les mois que la vue d’ensemble a présentés dans son canal, et il n’y en a aucun au dernier trimestre. Un mois y est présenté le premier jour ouvré qui le suit.
error-report-backwards = Le rapport finirait avant de commencer. Échangez les deux jours.
error-report-too-long = Un rapport couvre un an au plus. Choisissez une période plus courte.
error-report-not-sent = Slack n’a pas accepté le fichier. La personne qui gère Amp peut écrire la même page avec `amp report`.
