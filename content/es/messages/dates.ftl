dates-to = al, a, hasta, hasta el
dates-for = por, durante
dates-one = un, una
dates-day = día, días, dia, dias
dates-week = semana, semanas
dates-month = mes, meses
dates-until = hasta, hasta el
dates-tomorrow = mañana
dates-small = el, de, del

error-unknown-date = No reconozco ahí una fecha. Prueba con `/amp away 2 semanas` o `/amp away hasta el 6 de enero`.
error-date-has-passed = Ese día ya pasó. Di cuándo vuelves: `/amp away hasta el 6 de enero`.
error-away-too-long = Son más de { $longest } semanas. `/amp away` sin fecha vale hasta que escribas `/amp back`; `/amp forget me` es para siempre.
error-too-many-days = Son más de { $longest } días. Indica los de este año.
