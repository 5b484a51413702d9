# Die vier Spielräume aus Schritt 2: wie viel Mitsprache es bei Aufgabe, Zeit, Vorgehen und Team gibt.

four-ts-title = Die vier Spielräume
four-ts-intro = Wie weit können die Leute mitbestimmen, was sie tun, wann, wie und mit wem? Und was wäre jeweils der leichteste nächste Schritt? Zwei Minuten, für dich gespeichert.
four-ts-not-rated = *{ $facet }*: nicht eingeschätzt
four-ts-rated = { $bar } *{ $facet }*: { $say }
four-ts-next = Als Nächstes: { $step }
four-ts-first-header = Fang an mit: { $facet }
four-ts-more = Mehr zum Ausprobieren, jede Idee mit einem Ziel und einem Maß dafür, ob sie hilft:
four-ts-private = Nur du siehst das. Der Puls fragt das Team nach allen vier. Macht das jemand aus der Leitung, ist damit eine Zeile der Checkliste abgehakt.
four-ts-begin-button = Anfangen
four-ts-change-button = Ändern
four-ts-ideas-button = Ideen: { $facet }

# Das Formular

four-ts-form = Wie viel können die Leute heute mitbestimmen? Lass aus, was du nicht sagen kannst.
four-ts-facet-label = { $facet }: { $about }
four-ts-say-option = { $say ->
    [1] Kaum etwas
    [2] Ein wenig
    [3] Einiges
    [4] Viel
   *[5] Alles, was sinnvoll ist
}
four-ts-step-label = { $facet }: der leichteste nächste Schritt
four-ts-easiest-label = Welcher der vier Spielräume lässt sich hier am leichtesten erweitern?
four-ts-easiest-hint = Im Zweifel die Zeit: Das ist oft am leichtesten, und der Gewinn zeigt sich sofort.

# Die Ideen zu einem Spielraum

four-ts-ideas-title = Ideen
four-ts-facet = *{ $facet }*: { $about }
