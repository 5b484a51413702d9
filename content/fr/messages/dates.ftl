dates-to = au, à
dates-for = pour, pendant
dates-one = un, une
dates-day = jour, jours
dates-week = semaine, semaines
dates-month = mois
dates-until = jusqu’au, jusqu'au, jusqu’à, jusqu'à, jusque
dates-tomorrow = demain
dates-small = le, er

error-unknown-date = Je n’y reconnais pas de date. Essayez `/amp away 2 semaines` ou `/amp away jusqu’au 6 janvier`.
error-date-has-passed = Ce jour est passé. Dites quand vous revenez : `/amp away jusqu’au 6 janvier`.
error-away-too-long = C’est plus de { $longest } semaines. `/amp away` sans date vaut jusqu’à ce que vous tapiez `/amp back` ; `/amp forget me`, c’est pour de bon.
error-too-many-days = C’est plus de { $longest } jours. Indiquez ceux de cette année.
