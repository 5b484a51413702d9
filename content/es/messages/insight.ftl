# Lo que dicen las cifras, en un resumen y en un balance: frases sencillas sin marcas, y no más de
# lo que permiten las cifras. Nunca nombran, clasifican ni culpan, ni dicen por qué cambió algo.

# Una ronda

insight-pulse = Pulso { $pulse }.
insight-took-part = { $answered ->
        [one] Respondió
       *[other] Respondieron
    } { $answered } de { $invited } personas.
insight-not-shown = Solo mostramos resultados a partir de { $quorum } respuestas, así que los de esta semana no se muestran ni se guardaron.
insight-ask = Para conversar en equipo: { $question }
insight-discuss = Pregunta para conversar: { $question }

insight-score = { $name } { $score }
insight-facet-score = { SMALL($name) } { $score }

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

# Sin cambio

insight-scores = { $scores }.
insight-quiet = Todo dentro de la oscilación normal: en un grupo de este tamaño, dos semanas corrientes pueden diferir en unos { $ordinary } puntos. Aquí no hay nada que explicar.
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

insight-learning = { $scores }: todavía no podemos decir si algo cambió. Para comparar hacen falta { SPELLED($needed) } rondas; { $left ->
        [one] falta una
       *[other] faltan { SPELLED($left) }
    } más.
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
