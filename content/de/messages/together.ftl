# Zwei Teams, die für Zahlen zu klein sind, gemeinsam gefragt. $team hat gefragt, $host wurde gefragt und hat die Runden.

together-option = gemeinsam mit einem anderen Team gefragt werden
together-label = Gemeinsam mit dem Team von
together-hint = Der Kanal eines anderen kleinen Teams. Dessen Leitung entscheidet; sagt sie zu, lesen alle beide Namen, und der Puls kommt, wie er dort eingestellt ist.

together-request-text = { $team } und { $host } gemeinsam fragen?
together-request = { $lead } möchte wissen: Sollen *{ $team }* und *{ $host }* gemeinsam gefragt werden? Jedes der beiden hat weniger als { SPELLED($quorum) } Leute, zu wenige für Zahlen. Gemeinsam könnte es welche geben.
together-means =
    Wenn ihr mitmacht:
    • Die nächsten Runden fragen die Leute beider Teams als eines, so wie *{ $host }* es eingestellt hat: sein Tag, seine Uhrzeit, seine Leitung.
    • Die Auswertung kommt in die Kanäle beider und sagt, dass sie von beiden ist, die Kommentare ebenso. Zahlen von einem allein gibt es nicht.
    • Die Kanäle beider erfahren davon. Jede Leitung kann es jederzeit beenden, ab der nächsten Runde.
together-lapses = Ohne Antwort verfällt das nach zwei Wochen.
together-agree-button = Mitmachen
together-decline-button = Nein, danke
together-agreed = :white_check_mark: *{ $teams }* werden ab der nächsten Runde gemeinsam gefragt. Die Kanäle beider erfahren es. `/amp team` beendet es.
together-declined = In Ordnung, es bleibt alles, wie es ist. Die Leitung, die gefragt hat, erfährt es.
together-over = { $how ->
        [declined] Das andere Team möchte lieber nicht gemeinsam mit *{ $team }* gefragt werden.
       *[lapsed] Zwei Wochen lang hat niemand geantwortet, ob *{ $team }* gemeinsam mit dem anderen Team gefragt werden kann, also wird nichts daraus.
    } Es bleibt alles, wie es ist; über `/amp team` kommst du zu den Einstellungen, um ein anderes zu fragen.

together-news = :handshake: *{ $team }* und *{ $host }* werden ab der nächsten Runde gemeinsam gefragt, als eines: jedes für sich zu klein, gemeinsam groß genug. Die Runden kommen, wie *{ $host }* sie eingestellt hat; die Auswertung kommt in die Kanäle beider und sagt, dass sie von beiden ist. Zahlen von einem allein gibt es nicht. { $lead } hat zugesagt; jede Leitung kann es jederzeit beenden.
together-news-over = { $lead } hat es beendet: Ab der nächsten Runde werden *{ $team }* und *{ $host }* nicht mehr gemeinsam gefragt. Die Auswertung einer offenen Runde kommt noch zu beiden.

together-waits = Die Leitung des anderen Teams ist gefragt, ob ihr gemeinsam gefragt werden könnt. Bis sie zusagt, bleibt alles, wie es ist.
together-card = Gemeinsam mit *{ $team }* gefragt, in den Runden von *{ $host }*. Die Auswertung ist von beiden und kommt zu beiden; Zahlen von einem allein gibt es nicht.
together-end-button = Wieder allein gefragt werden
together-ended = Ab der nächsten Runde werden die beiden nicht mehr gemeinsam gefragt. Beide Kanäle erfahren es.

error-asked-together = Dieses Team wird gemeinsam mit *{ $team }* gefragt, und wann, entscheidet dessen Leitung. `/amp team` hat einen Knopf, um wieder allein gefragt zu werden.
error-no-sister = Dort kenne ich kein Team, das du wählen könntest. Nenn den Kanal eines anderen Teams, dessen Puls eingerichtet ist und den du sehen kannst.
error-sister-too-large = Gemeinsam gefragt werden nur Teams mit weniger als { SPELLED($quorum) } Leuten: Hat eines eigene Zahlen, würden die von vorher und nachher verraten, was die wenigen gesagt haben, die dazukamen.
error-still-too-few = Auch gemeinsam sind das weniger als { SPELLED($quorum) } Leute, also gäbe es keine Zahlen.
error-sister-taken = Eines der beiden wird schon gemeinsam mit einem anderen Team gefragt.
error-sister-without-lead = Dieses Team leitet gerade niemand, also könnte niemand zusagen. Jemand aus seinem Kanal kann das übernehmen: `/amp team`.
error-sister-asked-first = Dessen Leitung hat eure dasselbe gefragt: Der Knopf ist in der Nachricht, die ihr von mir bekommen habt.
error-request-over = Das hat sich erledigt: Es ist beantwortet, zurückgezogen oder verfallen.
