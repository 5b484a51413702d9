# Lo que dice la demostración en lo alto de la página del Slack local.

demo-filling = Primero pasan unas semanas, para que haya algo que ver: *{ $done } de { $weeks }*.
demo-begin = En { $product }, escribe `/amp setup` y pulsa el botón.
demo-look = { $begin } Lo que sale de ahí se ve en { $support } y { $maps }. El reloj de arriba adelanta el tiempo.
