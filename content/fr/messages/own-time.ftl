pulse-in-an-hour-button = Dans une heure
pulse-tomorrow-button = Demain matin
pulse-not-this-time-button = Pas cette fois
own-time-never = :ok_hand: Pas cette fois, donc. Si vous changez d’avis, `/amp pulse` garde les questions tant que le sondage est ouvert.
own-time-later = :alarm_clock: Les questions reviennent une fois : { $moment }.
own-time-title = Mon moment
own-time-intro = Le moment où vous préférez recevoir les questions, dans toutes vos équipes. Si le sondage n’est pas ouvert à ce moment-là, elles arrivent en même temps qu’aux autres.
own-time-day-label = Jour
own-time-hour-label = Heure, dans mon fuseau
own-time-usual-option = comme l’équipe
own-time-reminds-label = Rappels
own-time-reminds-option = Une fois encore avant la fin, si le temps le permet
own-time-save-button = Enregistrer
own-time-saved = :white_check_mark: C’est enregistré, dès le prochain sondage.

error-came-twice = Les questions sont déjà venues deux fois, c’est le maximum. `/amp pulse` les garde tant que le sondage est ouvert.
error-closes-before = Le sondage se termine avant : { $closes }. D’ici là, `/amp pulse` garde les questions.
