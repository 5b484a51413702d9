dates-to = al, a, hasta, hasta el
dates-for = por, durante
dates-one = un, una
dates-day = día, días, dia, dias
dates-week = semana, semanas
dates-month = mes, meses
dates-until = hasta, hasta el
dates-tomorrow = mañana
dates-small = el, de, del

error-unknown-date = No reconozco ahí una fecha. Escríbela así: 24 de diciembre, 31.12. - 2.1.2027.
error-unknown-return = No entiendo hasta cuándo es. La ausencia empieza al escribirla, así que dímelo el primer día: `/amp away 2 semanas`, `/amp away hasta el 6 de enero` o `/amp away` hasta que vuelvas.
error-no-time-away = Eso no es nada de tiempo, así que todo sigue igual. `/amp away 3 días` dice cuánto estarás fuera; `/amp back`, que ya has vuelto.
error-date-has-passed = Ese día ya pasó. Di cuándo vuelves: `/amp away hasta el 6 de enero`.
error-away-too-long = Son más de { $longest } semanas. `/amp away` sin fecha vale hasta que escribas `/amp back`; `/amp forget me` es para siempre.
error-too-many-days = Son más de { $longest } días. Indica los de este año.
