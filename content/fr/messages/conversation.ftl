# La réponse à un message direct, ou à une mention

conversation-answer = Je ne suis pas très bavard, mais je réponds à tout ce qui commence par `/amp`, dans n’importe quel canal :
    • `/amp` explique de quoi il s’agit, `/amp help` tout ce que je sais faire
    • `/amp pulse` a les questions de la semaine, ou dit quand elles viennent
    • `/amp away` est pour vos congés, `/amp forget me` pour que je vous laisse en paix
conversation-type-that = Pour cela, tapez `{ $typed }`. { $summary } `/amp help` montre tout le reste.
