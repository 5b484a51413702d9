dates-to = bis, bis zum
dates-for = für
dates-one = ein, eine, einen
dates-day = tag, tage, tagen
dates-week = woche, wochen
dates-month = monat, monate, monaten
dates-until = bis, bis zum
dates-tomorrow = morgen
dates-small = der, den, dem, am

error-unknown-date = Das verstehe ich nicht als Datum. Versuch es mit `/amp away 2 Wochen` oder `/amp away bis 6. Januar`.
error-date-has-passed = Der Tag ist schon vorbei. Sag, wann du wieder da bist: `/amp away bis 6. Januar`.
error-away-too-long = Das sind mehr als { $longest } Wochen. `/amp away` ohne Datum gilt, bis du `/amp back` eingibst; `/amp forget me` gilt für immer.
error-too-many-days = Das sind mehr als { $longest } Tage. Nenn die von diesem Jahr.
