dates-to = au, à
dates-for = pour, pendant
dates-one = un, une
dates-day = jour, jours
dates-week = semaine, semaines
dates-month = mois
dates-until = jusqu’au, jusqu'au, jusqu’à, jusqu'à, jusque
dates-tomorrow = demain
dates-small = le, er

error-unknown-date = Je n’y reconnais pas de date. Écrivez par exemple : 24 décembre, 31.12. - 2.1.2027.
error-unknown-return = Je ne comprends pas jusqu’à quand. L’absence commence quand vous la tapez, donc dites-le-moi le premier jour : `/amp away 2 semaines`, `/amp away jusqu’au 6 janvier`, ou `/amp away` jusqu’à votre retour.
error-no-time-away = C’est une durée nulle, donc rien n’a changé. `/amp away 3 jours` dit combien de temps vous êtes absent, `/amp back` que vous êtes de retour.
error-date-has-passed = Ce jour est passé. Dites quand vous revenez : `/amp away jusqu’au 6 janvier`.
error-away-too-long = C’est plus de { $longest } semaines. `/amp away` sans date vaut jusqu’à ce que vous tapiez `/amp back` ; `/amp forget me`, c’est pour de bon.
error-too-many-days = C’est plus de { $longest } jours. Indiquez ceux de cette année.
