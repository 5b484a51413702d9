# Der Monatsüberblick: die Übersicht aller Teams, sein Formular, und wer davon erfährt.

rollup-title = Monatsüberblick
rollup-about = Einmal im Monat, an dessen erstem Arbeitstag, kann ein Kanal lesen, wie es in jedem Team dieses Workspace um Autonomie, Meisterschaft und Sinn stand: eine Zeile pro Team, gerundet, in alphabetischer Reihenfolge, ohne etwas, das auf weniger als fünf Personen schließen lässt. Wird er eingeschaltet, erfährt es die Leitung aller Teams. Er ist aus, bis ihn jemand einschaltet. Wer ihn ein- und ausschaltet und in diesem Kanal ist, bekommt die Monate, die er gelesen hat, auch auf einer Seite: „Unternehmensbericht“.
rollup-channel-label = Kanal
rollup-turn-on-button = Einschalten
rollup-save-button = Speichern
rollup-turn-off-button = Ausschalten
rollup-report-button = Unternehmensbericht
rollup-turned-on = :white_check_mark: { $channel } bekommt den Überblick über { $month } am ersten Arbeitstag danach, und von da an jeden Monat einen. Die Leitung aller Teams erfährt davon.
rollup-turned-off = :white_check_mark: Es gibt keinen Monatsüberblick mehr.
rollup-announced-text = Ein Monatsüberblick ist eingeschaltet.
rollup-announced = { $person } hat in { $channel } einen Monatsüberblick eingeschaltet: wie es in jedem Team, auch in deinem, um Autonomie, Meisterschaft und Sinn stand. Er zeigt, was Auswertungen zeigen, gerundet und in alphabetischer Reihenfolge; { $who ->
        [admins] mit `/amp rollup` schalten ihn die Admins dieses Workspace aus.
       *[leads] `/amp rollup` sagt mehr und schaltet ihn aus.
    }
rollup-told-to-team = { $known ->
        [yes] { $person } hat in { $channel } einen Monatsüberblick eingeschaltet
       *[no] In { $channel } gibt es einen Monatsüberblick
    }, in dem ab jetzt auch dieses Team steht: wie Autonomie, Meisterschaft und Sinn in jedem Team standen, so gerundet wie hier. Die Leitung kann dieses Team in den Einstellungen von `/amp team` herausnehmen.

# Die Übersicht selbst

rollup-map-header = So stand es im { $month } um die Teams
rollup-map-text = So stand es im { $month } um die Teams. Alle zusammen: { $scores }.
rollup-more-text = Weitere Teams im { $month }.
rollup-small = Die letzte Runde jedes Teams in diesem Monat, von 1 bis 5, gerundet. Die Teams stehen alphabetisch: Das ist eine Übersicht, keine Rangliste, und keine Zahl ist eine Note für ein Team oder seine Leitung. „nicht gezeigt“: Weniger als fünf haben geantwortet, oder aus dem Rest ließe sich auf jemanden schließen.
rollup-first-teams = Die ersten { $teams } Teams; die anderen stehen im Thread.
rollup-everybody = Alle zusammen
rollup-cell = { $shade ->
    [none] { $mean }
   *[other] { $shade } { $mean }
}
rollup-not-shown = nicht gezeigt
rollup-score = { $drive } { $cell }
rollup-line = {": "}{ $scores }

# Was schiefgehen kann

error-no-roll-up = Hier gibt es zurzeit keinen Monatsüberblick. `/amp rollup` schaltet ihn ein.
