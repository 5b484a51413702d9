# Die Antwort auf eine Direktnachricht oder eine Erwähnung

conversation-answer = Ich rede nicht viel, aber was mit `/amp` beginnt, beantworte ich, in jedem Kanal:
    • `/amp` erklärt, worum es mir geht, `/amp help` alles, was ich kann
    • `/amp pulse` hat die Fragen der Woche, oder sagt, wann sie kommen
    • `/amp away` ist für deinen Urlaub, `/amp forget me`, wenn ich dich in Ruhe lassen soll
conversation-type-that = Dafür gibt es `{ $typed }`. { $summary } `/amp help` zeigt alles andere.
