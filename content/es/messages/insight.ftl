# Lo que dicen las cifras, en un resumen y en un balance: frases sencillas sin marcas, y no más de
# lo que permiten las cifras. Nunca nombran, clasifican ni culpan, ni dicen por qué cambió algo.

# Una ronda

insight-pulse = Pulso { $pulse }.
insight-took-part = { $answered ->
        [one] Respondió
       *[other] Respondieron
    } { $answered } de { $invited } personas.
insight-not-shown = Solo mostramos resultados a partir de { $quorum } respuestas, así que los de esta semana no se muestran ni se guardaron.{ $times ->
    [one] {""}
   *[other] {" "}Ya van { $beyond ->
        [yes] al menos{" "}
       *[no] {""}
    }{ SPELLED($times) } seguidas: una ronda que dure más, o que llegue menos a menudo, puede reunir más respuestas.
}
insight-ask = Para conversar en equipo: { $question }
insight-discuss = Pregunta para conversar: { $question }
insight-ask-rise = { $place ->
    [0] ¿Qué marcó la diferencia en { SMALL($name) }, y qué de eso queremos conservar?
    [1] ¿Qué tendría que pasar para que { SMALL($name) } volviera a bajar, y cómo lo notaríamos?
   *[2] ¿A quién de fuera del equipo le serviría lo que nos ayudó en { SMALL($name) }?
}

insight-score = { $name } { $score }
insight-facet-score = { SMALL($name) } { $score }
insight-facet-score-earlier = { SMALL($name) } { $score } (pulso { $number })

# Un cambio real

insight-change-means = { $name }, por { $kind ->
        [up] encima
       *[down] debajo
    } de lo habitual: { $new } en las últimas { SPELLED($window) } rondas{ $since ->
        [unknown] {""}
       *[other] {" "}(desde el { $since })
    } frente a { $old } en { $before ->
        [1] la anterior
        [21] las veintiuna anteriores
       *[other] las { SPELLED($before) } anteriores
    }.
insight-change-gap = { $name }, por { $kind ->
        [up] encima
       *[down] debajo
    } de lo habitual: unos { $gap } puntos { $kind ->
        [up] más
       *[down] menos
    } en las últimas { SPELLED($window) } rondas{ $since ->
        [unknown] {""}
       *[other] {" "}(desde el { $since })
    } que en { $before ->
        [1] la anterior
        [21] las veintiuna anteriores
       *[other] las { SPELLED($before) } anteriores
    }.
insight-beyond-wobble = Es más que la oscilación habitual de este equipo (en { SPELLED($window) } rondas no contamos diferencias por debajo de unos { $ignored } puntos). No podemos decir por qué.
insight-again = El pulso { $number } ya contó una { $kind ->
    [up] subida
   *[down] bajada
} en { SMALL($name) }; esto es lo que faltaba de ella, u otra más.
insight-news = { $name }: sigue siendo la noticia, con la { $kind ->
    [up] subida
   *[down] bajada
} que contó el pulso { $number }{ $apart ->
    [yes] {" "}(de { $before } a { $new })
   *[no] {""}
}. En esta ronda, { $score }.{ $left ->
    [0] {""}
    [one] {" "}Después de la próxima ronda podremos comparar de nuevo.
   *[other] {" "}En { SPELLED($left) } rondas podremos comparar de nuevo.
}
insight-news-later = El pulso { $number } contó una { $kind ->
    [up] subida
   *[down] bajada
} en { SMALL($name) }{ $apart ->
    [yes] {" "}(de { $before } a { $new })
   *[no] {""}
}; { SPELLED($week) } rondas después está en { $score }.{ $left ->
    [0] {""}
    [one] {" "}Después de la próxima ronda podremos comparar de nuevo.
   *[other] {" "}En { SPELLED($left) } rondas podremos comparar de nuevo.
}
insight-news-over = Cómo siguió la { $kind ->
    [up] subida
   *[down] bajada
} del pulso { $number } en { SMALL($name) }: { $now } en las { SPELLED($rounds) } rondas desde entonces{ $apart ->
    [yes] , { $new } cuando se anunció y { $before } antes
   *[no] {""}
}. { $went ->
    [stayed] Ahí se quedó.
    [partly] Volvió una parte del camino.
   *[back] Está más o menos como antes.
}
insight-turnover = { $both ->
    [0] Parte de las personas cambió en este tiempo; algo de esto puede venir de ahí.
   *[other] No se preguntó a las mismas personas: { $then } entonces, { $now } ahora, { $both } de ellas las dos veces; algo de esto puede venir de ahí.
}

# Sin cambio

insight-scores = { $scores }.
insight-quiet = { $turn ->
    [0] Todo dentro de la oscilación normal: en un grupo de este tamaño, dos semanas corrientes pueden diferir en unos { $ordinary } puntos. Aquí no hay nada que explicar.
    [1] Una semana como las demás. Hasta unos { $ordinary } puntos arriba o abajo son azar en un grupo de este tamaño; no hay nada que explicar.
   *[2] Ningún cambio digno de mención: en un grupo de este tamaño, diferencias de menos de unos { $ordinary } puntos van y vienen solas.
}
insight-quiet-jump = { $name }: { $gap } { $kind ->
        [up] más
       *[down] menos
    } que en la ronda anterior. En un grupo de este tamaño, de vez en cuando una semana difiere tanto por azar (casi siempre hasta unos { $ordinary } puntos); si es más que azar, las próximas rondas lo mostrarán.
insight-noise = { $scores }: dentro de lo normal.
insight-odd = En { SMALL($name) }, esta ronda quedó muy por { $side ->
        [low] debajo
       *[high] encima
    } de lo habitual en este equipo: { $score } frente a { $usual } en { $rounds ->
        [1] la anterior
        [21] las veintiuna anteriores
       *[other] las { SPELLED($rounds) } anteriores
    }.
insight-one-round = Una sola ronda no puede decir si algo cambió; la próxima dirá más.

# Todavía no hay rondas suficientes

insight-beginning = { $seen ->
    [1] { $scores }: una primera mirada. Por encima de 3 hay más acuerdo que desacuerdo. Con cada ronda se ve más claro; la tercera da una línea, y desde la octava decimos si algo cambió.
    [2] { $scores }: la segunda mirada. Entre dos rondas, el azar solo puede hacer medio punto y más, así que aún no significa nada.
    [3] { $scores }. Con tres rondas ya hay una línea. { $left ->
        [one] Falta una
       *[other] Faltan { SPELLED($left) }
    } para poder decir si algo cambió de verdad.
    [4] { $scores }. Con cuatro rondas basta para comparar un experimento: lo que empiece ahora podrá tener un balance con números.
    [5] { $scores }. { $left ->
        [one] Falta una ronda
       *[other] Faltan { SPELLED($left) } rondas
    } para decir si algo cambió; hasta entonces, subir o bajar merece una charla, no una conclusión.
    [6] { $scores }. Ya se preguntó una vez por cada lado del trabajo; las miradas de cerca de estas semanas se pueden leer juntas.
   *[7] { $scores }. Desde la próxima ronda decimos si algo cambió de verdad.
}
insight-score-level = { $name } { $score } ({ $level ->
    [high] más bien de acuerdo
    [low] más bien en desacuerdo
   *[middle] entre ambos
})
insight-learning-anew = { $scores }: estamos aprendiendo el nuevo nivel tras la { $called ->
        [up] subida
       *[down] bajada
    }; { $left ->
        [one] falta una ronda
       *[other] faltan { SPELLED($left) } rondas
    } para poder comparar de nuevo.
insight-hidden = { $names }: { $count ->
        [one] no se muestra
       *[other] no se muestran
    }, porque respondieron menos de { $quorum } personas.
insight-closer = Más de cerca: { $scores }.

# Una afirmación propia del equipo, junto a los impulsos
insight-custom-name = «{ $text }»
insight-custom = La pregunta propia del equipo, «{ $text }»: { $kind ->
    [hidden] no se muestra, porque la respondieron menos de { SPELLED($quorum) } personas.
    [noise] { $score }, dentro de su vaivén habitual.
   *[other] { $score }.
}
insight-custom-left = { $left ->
    [0] La pregunta propia del equipo se hizo por última vez.
   *[other] La pregunta propia del equipo se hace una vez más.
}

# Un balance

insight-review = { $title } ({ $rounds ->
        [one] { $rounds } ronda
       *[other] { $rounds } rondas
    }): { $finding }
insight-review-changed = en { SMALL($drive) }, unos { $estimate } puntos { $kind ->
        [up] más
       *[down] menos
    } que en { $before ->
        [one] la ronda anterior
       *[other] las { $before } rondas anteriores
    } (probablemente entre { $low } y { $high }). Algo cambió; no podemos probar que fuera por el experimento.
insight-review-means = Sus { SPELLED($rounds) } rondas estuvieron en { $after } y las de antes en { $before }; contamos esa diferencia con prudencia, porque un comienzo con suerte se ve igual.
insight-review-already-moving = Ya venía { $kind ->
        [up] subiendo
       *[down] bajando
    } antes de que empezara.
insight-review-no-big-change = sin gran cambio en { SMALL($drive) }; si hay un efecto, probablemente es menor de { $small } puntos.
insight-review-cannot-tell = no se puede saber; con { $rounds ->
        [one] una ronda
       *[other] { SPELLED($rounds) } rondas
    } y este número de respuestas, un efecto en { SMALL($drive) } no se distingue de la oscilación habitual.
insight-review-too-few = muy pocas rondas para decir algo sobre { SMALL($drive) }; comparamos al menos { $fewest ->
        [one] una
       *[other] { SPELLED($fewest) }
    } con respuestas suficientes antes y después, y hubo { $before ->
        [one] una
       *[other] { SPELLED($before) }
    } y { $after ->
        [one] una
       *[other] { SPELLED($after) }
    }.
insight-review-ended-at-once = terminó antes de que se cerrara su primera ronda, así que no hay nada que decir.
insight-review-none-after = no se puede decir nada sobre { SMALL($drive) }; en ninguna de sus rondas hubo respuestas suficientes para mostrar un resultado.
insight-review-none-before = no se puede decir nada sobre { SMALL($drive) }; ninguna ronda anterior preguntó con las mismas palabras y tuvo respuestas suficientes, así que no hay con qué comparar.
