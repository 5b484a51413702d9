# `/amp question`: eine eigene Aussage des Teams, einige Runden lang neben denen von Amp

custom-title = Eine eigene Frage
custom-intro = Eine weitere Aussage, die *{ $team }* in jeder Runde beantwortet, auf derselben Skala von „stimme überhaupt nicht zu“ bis „stimme voll und ganz zu“. Sie steht neben Autonomie, Meisterschaft und Sinn, nie darin, und folgt denselben Regeln: ab fünf Antworten, und eine Veränderung heißt nur so, wo es wirklich eine ist.
    Im Kanal steht, was du fragst, dass du es warst und wie lange.
custom-text-label = Die Aussage
custom-text-placeholder = Wir hatten diese Woche Zeit, unsere Arbeit zu testen.
custom-text-hint = Ein Gedanke, höchstens { SPELLED($most) } Wörter, über die Woche und über niemand Bestimmten; Zustimmung ist eine gute Nachricht.
custom-rounds-label = Wie lange
custom-rounds-option = { $rounds ->
        [one] eine Runde
       *[other] { $rounds } Runden
    }
custom-add-button = Hinzufügen
custom-hint = Die eigene Frage deines Teams; `/amp question` sagt, von wem sie kam.
custom-text = { $team }: die eigene Frage
custom-none = *{ $team }* fragt zurzeit nichts Eigenes. Die Leitung kann für einige Runden eine Aussage hinzufügen.
custom-card = *{ $team }* wird auch gefragt: „{ $text }“ { $left ->
        [0] In der offenen Runde, danach nicht mehr
        [one] Noch einmal
       *[other] In den nächsten { $left } Runden
    }{ $by ->
        [somebody] , hinzugefügt von { $lead }.
       *[unknown] .
    }
custom-end-button = Nicht mehr fragen
custom-added = :white_check_mark: *{ $team }*: „{ $text }“ kommt { $left ->
        [one] in der nächsten Runde
       *[other] in den nächsten { $left } Runden
    } dazu. Der Kanal erfährt davon. `/amp question` beendet die Frage auch wieder.
custom-ended = :white_check_mark: *{ $team }* wird das ab der nächsten Runde nicht mehr gefragt. Was die Auswertungen gesagt haben, bleibt.
custom-news-added = { $lead } hat für *{ $team }* eine eigene Frage hinzugefügt: „{ $text }“ Sie kommt { $left ->
        [one] in der nächsten Runde
       *[other] in den nächsten { $left } Runden
    }, versiegelt wie die anderen; die Auswertung nennt sie neben den drei Antrieben, ab fünf Antworten.
custom-news-ended = { $lead } hat die Frage „{ $text }“ von *{ $team }* beendet; ab der nächsten Runde kommt sie nicht mehr.

custom-joints = und, oder, sowie, sowohl, &, /, +, ;
custom-rude = scheiße, scheiss, scheiß, scheißegal, beschissen, arsch, arschloch, fuck, verdammt, verdammte, idiot, idioten, idiotisch, blöd, blöde, dumm, dumme, depp, deppen
error-nothing-asked = Schreib die Aussage, der man zustimmen kann oder nicht.
error-too-many-words = Das sind { $words } Wörter. Sag es in höchstens { SPELLED($most) }, damit man es auf einen Blick liest.
error-not-a-statement = Schreib eine Aussage statt einer Frage, damit man ihr zustimmen kann: „Wir hatten Zeit zum Testen“ statt „Hatten wir Zeit zum Testen?“
error-two-ideas = „{ $joint }“ verbindet zwei Gedanken, und wer nur einem zustimmt, könnte nicht antworten. Frag nach einem davon.
error-names-somebody = „{ $word }“ zeigt auf eine Person, einen Kanal oder eine Seite: Dann wären die Antworten über jemanden. Schreib es über die Arbeit.
error-asked-already = „{ $text }“ fragt Amp schon. Frag etwas, das es nicht fragt.
error-too-many-characters = Sag es in höchstens { $most } Zeichen, damit man es auf einen Blick liest.
error-rude-statement = Darin steht ein Schimpfwort. Sag es mit anderen Worten: Man antwortet auf das, was man in Ruhe lesen kann.
error-custom-already = Das Team hat schon eine eigene Frage, und eine auf einmal genügt. `/amp question` zeigt sie und beendet sie.
error-no-custom = Diese Frage wird nicht mehr gestellt. `/amp question` zeigt, was gefragt wird.
