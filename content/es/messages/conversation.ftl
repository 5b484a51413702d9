# La respuesta a un mensaje directo, o a una mención

conversation-answer = No hablo mucho, pero respondo a todo lo que empieza por `/amp`, en cualquier canal:
    • `/amp` cuenta de qué se trata, `/amp help` todo lo que sé hacer
    • `/amp pulse` tiene las preguntas de la semana, o dice cuándo llegan
    • `/amp away` es para tus vacaciones, `/amp forget me` para que te deje en paz
conversation-type-that = Para eso, escribe `{ $typed }`. { $summary } `/amp help` muestra todo lo demás.
