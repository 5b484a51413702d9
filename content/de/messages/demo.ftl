# Was die Demo oben auf der Seite des lokalen Slack sagt.

demo-filling = Zuerst vergehen ein paar Wochen, damit es etwas zu sehen gibt: *{ $done } von { $weeks }*.
demo-begin = Tipp in { $product } `/amp setup` und drück den Knopf.
demo-look = { $begin } Was daraus wird, steht in { $support } und { $maps }. Mit der Uhr oben springst du vor.
