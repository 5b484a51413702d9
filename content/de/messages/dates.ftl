dates-to = bis, bis zum
dates-for = für
dates-one = ein, eine, einen
dates-day = tag, tage, tagen
dates-week = woche, wochen
dates-month = monat, monate, monaten
dates-until = bis, bis zum
dates-tomorrow = morgen
dates-small = der, den, dem, am

error-unknown-date = Das verstehe ich nicht als Datum. Schreib es so: 24. Dezember, 31.12. - 2.1.2027.
error-unknown-return = Ich verstehe nicht, bis wann das ist. Weg bist du, sobald du es eingibst, also sag es mir am ersten Tag: `/amp away 2 Wochen`, `/amp away bis 6. Januar` oder `/amp away`, bis du zurück bist.
error-no-time-away = Das ist gar keine Zeit, also bleibt alles, wie es ist. `/amp away 3 Tage` sagt, wie lange du weg bist, `/amp back`, dass du wieder da bist.
error-date-has-passed = Der Tag ist schon vorbei. Sag, wann du wieder da bist: `/amp away bis 6. Januar`.
error-away-too-long = Das sind mehr als { $longest } Wochen. `/amp away` ohne Datum gilt, bis du `/amp back` eingibst; `/amp forget me` gilt für immer.
error-too-many-days = Das sind mehr als { $longest } Tage. Nenn die von diesem Jahr.
