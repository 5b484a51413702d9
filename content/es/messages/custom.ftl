# `/amp question`: una afirmación propia del equipo durante algunas rondas

custom-title = Una pregunta propia
custom-intro = Una afirmación más que se plantea a *{ $team }* en cada ronda, con la misma escala, de «totalmente en desacuerdo» a «totalmente de acuerdo». Se cuenta junto a autonomía, maestría y propósito, nunca dentro, y con las mismas reglas: a partir de cinco respuestas, y solo se llama cambio a lo que de verdad lo es.
    El canal lee qué preguntas, que fuiste tú y por cuánto tiempo.
custom-text-label = La afirmación
custom-text-placeholder = Esta semana tuvimos tiempo de probar lo que hicimos.
custom-text-hint = Una sola idea, { SPELLED($most) } palabras como máximo, sobre la semana y sobre nadie en particular; estar de acuerdo es buena noticia.
custom-rounds-label = Por cuánto tiempo
custom-rounds-option = { $rounds ->
        [one] una ronda
       *[other] { $rounds } rondas
    }
custom-add-button = Añadir
custom-hint = La pregunta propia de tu equipo; `/amp question` dice de quién fue la idea.
custom-text = { $team }: su propia pregunta
custom-none = *{ $team }* no pregunta nada propio por ahora. Sus responsables pueden añadir una afirmación durante algunas rondas.
custom-card = A *{ $team }* también se le pregunta: «{ $text }» { $left ->
        [0] En la ronda abierta, y después ya no
        [one] Una vez más
       *[other] En las próximas { $left } rondas
    }{ $by ->
        [somebody] , idea de { $lead }.
       *[unknown] .
    }
custom-end-button = No preguntarla más
custom-added = :white_check_mark: A *{ $team }* se le pregunta «{ $text }» { $left ->
        [one] en la próxima ronda
       *[other] en las próximas { $left } rondas
    }. El canal se entera. `/amp question` la retira.
custom-ended = :white_check_mark: Desde la próxima ronda ya no se le pregunta eso a *{ $team }*. Lo que contaron los resúmenes se queda.
custom-news-added = { $lead } añadió una pregunta propia a *{ $team }*: «{ $text }» Se plantea { $left ->
        [one] en la próxima ronda
       *[other] en las próximas { $left } rondas
    }, sellada como las demás; el resumen la cuenta junto a los tres impulsos, a partir de cinco respuestas.
custom-news-ended = { $lead } retiró la pregunta «{ $text }» de *{ $team }*; desde la próxima ronda ya no se plantea.

custom-joints = y, e, o, u, así como, &, /, +, ;
custom-rude = mierda, joder, jodido, jodida, puta, puto, putas, putos, cabrón, cabrones, gilipollas, idiota, idiotas, imbécil, imbéciles, estúpido, estúpida, fuck
error-nothing-asked = Escribe la afirmación con la que se puede estar de acuerdo o no.
error-too-many-words = Son { $words } palabras. Dilo en { SPELLED($most) } como máximo, para que se lea de un vistazo.
error-not-a-statement = Escribe una afirmación y no una pregunta, para poder estar de acuerdo: «Tuvimos tiempo de probar» en vez de «¿Tuvimos tiempo de probar?»
error-two-ideas = «{ $joint }» une dos ideas, y quien solo está de acuerdo con una no podría responder. Pregunta por una de ellas.
error-names-somebody = «{ $word }» señala a una persona, un canal o una página: las respuestas serían sobre alguien. Escríbelo sobre el trabajo.
error-asked-already = Amp ya pregunta «{ $text }». Pregunta otra cosa.
error-too-many-characters = Dilo en { $most } caracteres como máximo, para que se lea de un vistazo.
error-rude-statement = Hay una palabrota. Dilo de otra manera: se responde a lo que se puede leer con calma.
error-custom-already = El equipo ya tiene una pregunta propia, y una a la vez basta. `/amp question` la muestra y la retira.
error-no-custom = Esa pregunta ya no se hace. `/amp question` muestra lo que se pregunta.
