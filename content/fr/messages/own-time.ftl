pulse-in-an-hour-button = Dans une heure
pulse-tomorrow-button = Demain matin
pulse-not-this-time-button = Pas cette fois
own-time-never = :ok_hand: Pas cette fois, donc. Si vous changez d’avis, `/amp pulse` garde les questions tant que le sondage est ouvert.
own-time-later = :alarm_clock: La question revient une fois : { $moment }.
own-time-title = Mon moment
own-time-intro = Le moment où vous préférez recevoir les questions, dans toutes vos équipes. Il vaut si le sondage est alors ouvert ; sinon, elles arrivent avec celles des autres.
own-time-day-label = Jour
own-time-hour-label = Heure, à ma montre
own-time-usual-option = comme l’équipe
own-time-reminds-label = Rappels
own-time-reminds-option = Une fois encore avant la fin, s’il y a de la place
own-time-save-button = Enregistrer
own-time-saved = :white_check_mark: C’est enregistré, dès le prochain sondage.

error-came-twice = La question est déjà venue deux fois, pas plus. `/amp pulse` la garde tant que le sondage est ouvert.
error-closes-before = Le sondage se termine avant : { $closes }. D’ici là, `/amp pulse` garde les questions.
