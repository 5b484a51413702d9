# What is answered to a direct message, or to a mention in a channel.

conversation-answer = I'm not much of a talker, but whatever begins with `/amp` I answer, in any channel:
    • `/amp` says what I am about, `/amp help` all that I can do
    • `/amp pulse` has this week's questions, or says when they come
    • `/amp away` is for your holidays, `/amp forget me` for when you want me to leave you alone
# $typed is what is typed, such as /amp away, and is never translated; $summary is a sentence on it.
conversation-type-that = For that, type `{ $typed }`. { $summary } `/amp help` has everything else.
