# El resumen: lo que lee un equipo cuando se cierra su ronda.

digest-header = Pulso { $number } · { $team }
digest-text = { $team }. { $told }
digest-key-lost = Se perdió la llave que abre las respuestas de esta ronda, así que ya nadie puede leerlas. La próxima ronda no se ve afectada.
digest-withheld = Estos resultados no se muestran ni se guardaron: en las últimas semanas otro grupo que comparte personas con este equipo recibió los suyos, y los dos se diferencian en tan pocas que se podría deducir qué respondió alguien. Depende de quién está en el canal y de a quién excluyes.
digest-reworded = { $name }: desde esta ronda se pregunta con otras palabras, así que la comparación empieza de nuevo.
digest-scale = 1 totalmente en desacuerdo · 5 totalmente de acuerdo. Redondeado, para que ninguna cifra delate a nadie.
digest-running-line = :test_tube: { $told }
digest-method-button = Cómo lo decidimos
digest-privacy-button = Qué pasa con tus respuestas

# El gráfico: caben 50 caracteres de su título y 20 de un nombre

digest-chart = Las últimas { $rounds } rondas con respuestas suficientes
digest-chart-axis = promedio, de 1 a 5
digest-chart-end = { $end ->
    [top] 5 = máximo
   *[bottom] 1 = mínimo
}
digest-chart-pulse = Pulso { $number }
digest-drive = { $kind ->
    [up] { $name }: subió
    [down] { $name }: bajó
   *[other] { $name }
}
digest-bar = { $bar }  *{ $drive }* { $mean }
digest-bar-hidden = *{ $name }*: no se muestra (muy pocas respuestas)

# En el hilo

digest-more-text = Más sobre el pulso { $number }.
digest-score = *{ $name }* { $mean }
digest-score-hidden = *{ $name }*: no se muestra (respondieron menos de { SPELLED($quorum) } personas).
digest-odd = { $side ->
    [low] muy por debajo de lo habitual, solo en esta ronda
   *[high] muy por encima de lo habitual, solo en esta ronda
}
digest-as-usual = como de costumbre (en { SPELLED($window) } rondas no contamos diferencias por debajo de unos { $ignored } puntos)
digest-closer-small = Lo que se pregunta por turnos no tiene tendencia: cada vez se pregunta con otras palabras.
digest-move = *Un paso posible.* { $why ->
    [fell] Esta idea es para { SMALL($name) }, por la bajada.
    [rose] Esto se apoya en la subida en { SMALL($name) }.
    [even] { $names }: { $rounds ->
        [one] todo está más o menos igual
       *[other] en las últimas { SPELLED($rounds) } rondas todo estuvo más o menos igual
    }, así que el comienzo es libre. Esta idea es para { SMALL($name) }.
    [pay] { $name } va primero: mientras eso dé vueltas en la cabeza, lo demás ayuda poco.
    [again] Otra idea para { SMALL($name) }.
   *[room] { $count ->
        [one] { $rounds ->
            [one] Donde hay más margen es en { SMALL($name) }
           *[other] En las últimas { SPELLED($rounds) } rondas, donde hubo más margen fue en { SMALL($name) }
        }, así que ahí es donde antes se vería un cambio.
       *[other] { $names }: { $rounds ->
            [one] ahí hay más margen
           *[other] ahí hubo más margen en las últimas { SPELLED($rounds) } rondas
        }. Esta idea es para { SMALL($name) }.
    }
}
digest-step = *Lo siguiente en la lista del equipo:* { $todo }
    { $how } _{ $step }. { $why }_
digest-step-button = Leer más

digest-again = El último resumen, una vez más.
digest-both = De { $teams } juntos: se les pregunta y se les resume como a uno. No hay números de uno solo.
error-no-digest-yet = Este equipo aún no tiene ningún resumen. El primero llega cuando se cierra su primera ronda.
error-digest-on-its-way = El último resumen todavía está en camino, así que no lo publiqué otra vez.
error-digests-go-elsewhere = El último resumen se publicó en otro canal que el de ahora, y se queda con las personas para las que era. El próximo llega solo.
