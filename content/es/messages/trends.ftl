# `/amp trends`: cómo le fue a un equipo en sus últimas rondas, contado a una persona.

trends-title = Evolución
trends-header = Evolución: { $team }
trends-nothing-yet = *{ $team }*: todavía no se cerró ninguna ronda, así que no hay nada que comparar. El primer resumen llega cuando se cierra la primera ronda; después de tres hay una línea que mirar.
trends-text = Evolución de { $team }, { $span ->
    [one] una ronda
    [last] las últimas { $rounds } rondas
   *[all] las { $rounds } rondas hasta ahora
}. { $told }
trends-drive-text = { $name }: { $means }.

# El gráfico: caben 50 caracteres de su título

trends-chart = { $span ->
    [one] Una ronda
    [last] Las últimas { $rounds } rondas
   *[all] Las { $rounds } rondas hasta ahora
}{ $each ->
    [1] {""}
   *[other] , { SPELLED($each) } por punto
}
trends-pulses = Pulsos { $first }–{ $last }
trends-label-again = { $label } ({ $count })
trends-own = Pregunta del equipo
trends-drive = *{ $name }*  { $means }. _{ $calls }_
trends-drawn = `{ $sparks }`  { $told }
trends-means = { $shown ->
    [none] no se muestra en ninguna
    [one] { $last }
    [level] { $last } en todas
   *[several] entre { $low } y { $high }, la última vez { $last }, en promedio { $average }
}
trends-call = { $kind ->
    [up] Por encima
   *[down] Por debajo
} de lo habitual en el pulso { $number } ({ $day }).
trends-no-call = No se señaló ningún cambio.

# Cuántas personas respondieron

trends-answered = *Participación*  { $rate } % en promedio. { $each ->
    [1] Ronda a ronda: { $shares }.
   *[other] Últimamente: { $shares }.
}
trends-share = { $answered } de { $asked }
trends-share-of-several = { $answered } de { $asked } ({ $label })
trends-share-times = { $share } (×{ $times })

# Lo que se probó en estas rondas

trends-tried = *Lo que se probó en estas rondas*
trends-tried-more = y { $more } más: `/amp experiment`
trends-running = :test_tube: *{ $title }*, desde el pulso { $first }: en marcha.
trends-ended = :test_tube: *{ $title }*, { $rounds ->
    [0] ninguna ronda
    [1] pulso { $first }
   *[other] pulsos { $first }–{ $last }
}: { $end }.
trends-reviewed = { $told } El balance ({ $rounds ->
    [one] { $rounds } ronda
   *[other] { $rounds } rondas
}): { $finding }

# Al lado

trends-small = Según lo que mostraron los resúmenes{ $each ->
    [1] {""}
   *[other] , { SPELLED($each) } por punto
}; de 1 a 5, redondeado.
trends-hidden = No se muestra, porque respondieron menos de { $quorum } personas o no se guardó nada: { $count ->
    [one] pulso
   *[other] pulsos
} { $numbers }{ $more ->
    [0] {""}
   *[other] {" "}y { $more } más
}.
trends-paused = Un hueco en una línea es tiempo sin ronda.
trends-span-button = { $rounds } rondas
trends-open-button = Evolución

# Lo que puede fallar

error-answer-refused = Slack no aceptó la respuesta. Inténtalo de nuevo en un momento.

# Cada doce rondas, en el hilo del resumen: un año en una página

retrospective-text = Retrospectiva con { $team }: { $rounds } rondas en una página.
retrospective-header = Retrospectiva: { $team }
retrospective-untried = Para esto no se probó nada en este tiempo.
retrospective-nothing-tried = En este tiempo no se probó nada.
retrospective-own = *Preguntas propias del equipo*
retrospective-small = { $rounds } rondas{ $each ->
    [1] {""}
   *[other] , { SPELLED($each) } por punto
}, según lo que mostraron los resúmenes. Para conversar: ¿qué queremos conservar, qué queremos dejar y qué única cosa probamos ahora?
