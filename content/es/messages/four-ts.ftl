# Las cuatro T del paso 2: cuánto se puede decidir sobre tarea, tiempo, técnica y equipo.

four-ts-title = Las cuatro T
four-ts-intro = ¿Cuánto se puede decidir sobre qué se hace, cuándo, cómo y con quién? ¿Y cuál sería el siguiente paso más fácil? Dos minutos; se guarda para ti.
four-ts-not-rated = *{ $facet }*: sin valorar
four-ts-rated = { $bar } *{ $facet }*: { $say }
four-ts-next = Siguiente: { $step }
four-ts-first-header = Empieza por: { $facet }
four-ts-more = Más ideas para probar, cada una con una meta y una manera de ver si ayuda:
four-ts-private = Solo tú ves esto. El pulso pregunta al equipo por las cuatro. Cuando lo hace una persona responsable, se marca una línea de la lista del equipo.
four-ts-begin-button = Empezar
four-ts-change-button = Cambiar
four-ts-ideas-button = Ideas: { $facet }

# El formulario

four-ts-form = ¿Cuánto se puede decidir hoy? Deja sin responder lo que no sepas decir.
four-ts-facet-label = { $facet }: { $about }
four-ts-say-option = { $say ->
    [1] Casi nada
    [2] Poco
    [3] Algo
    [4] Mucho
   *[5] Todo lo que tiene sentido
}
four-ts-step-label = { $facet }: el siguiente paso más fácil
four-ts-easiest-label = ¿Cuál de las cuatro es la más fácil de cambiar aquí?
four-ts-easiest-hint = En caso de duda, el tiempo: muchas veces lo es, y el fruto se ve enseguida.

# Las ideas para una T

four-ts-ideas-title = Ideas
four-ts-facet = *{ $facet }*: { $about }
