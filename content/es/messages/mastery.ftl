# Mi semana, en el paso 3: las tres condiciones de la maestría en la semana de una persona.

mastery-title = Mi semana
mastery-form = Las tres condiciones de la maestría, en *tu* semana. Solo tú ves esto.
mastery-look-button = Ver mi semana

mastery-condition = { $bar } *{ $condition }* { $points } de 5{ $weeks ->
    [0] {""}
   *[other] {" "}(antes: { $before })
}
mastery-left-out = *{ $condition }*: sin responder esta semana
mastery-try-header = Para probar
mastery-weakest = Lo más débil esta semana: { SMALL($condition) }.
mastery-nothing-answered = No respondiste nada, así que no hay nada que sugerir.
mastery-all-well = Se dieron las tres. Vale la pena conservar lo que hizo así la semana.
mastery-again-button = Mirar de nuevo esta semana
mastery-private = Las últimas { $weeks } semanas se guardan, bajo llave, solo para ti. Quien administra Amp tiene la llave. Todas desaparecen { $weeks } semanas después de la última que rellenes.
