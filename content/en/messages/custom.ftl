# `/amp question`: one statement of the team's own, asked beside Amp's for some rounds.

custom-title = A question of your own
# $team is the team's name.
custom-intro = One more statement that *{ $team }* is asked in every round, on the same scale from “strongly disagree” to “strongly agree”. It is shown beside autonomy, mastery and purpose, never in them, and under the same rules: from five answers up, and a change is only called one if it really is.
    The channel reads what you ask, that it was you, and for how long.
custom-text-label = The statement
custom-text-placeholder = We had time to test what we built this week.
custom-text-hint = One idea, at most { SPELLED($most) } words, about the week and about nobody in particular; agreeing with it is good news.
custom-rounds-label = For how long
custom-rounds-option = { $rounds ->
        [one] one round
       *[other] { $rounds } rounds
    }
custom-add-button = Add it
# Under the statement in the form that people answer.
custom-hint = Your team's own question; `/amp question` says whose idea it was.
custom-text = { $team }: its own question
custom-none = *{ $team }* asks nothing of its own at present. Its leads can add one statement for some rounds.
# $by is somebody, who is then $lead, or unknown; $left rounds are still to come.
custom-card = *{ $team }* is also asked: “{ $text }” { $left ->
        [0] In the round that is open, and no more after it
        [one] Once more
       *[other] In the next { $left } rounds
    }{ $by ->
        [somebody] , added by { $lead }.
       *[unknown] .
    }
custom-end-button = Stop asking it
custom-added = :white_check_mark: *{ $team }* is asked “{ $text }” { $left ->
        [one] in the next round
       *[other] in the next { $left } rounds
    }. The channel hears of it. `/amp question` ends it.
custom-ended = :white_check_mark: *{ $team }* is no longer asked that, from the next round on. What its digests showed stays.
# What the channel reads.
custom-news-added = { $lead } has added a question of the team's own to *{ $team }*: “{ $text }” It is asked { $left ->
        [one] in the next round
       *[other] in the next { $left } rounds
    }, sealed like the others; the digest shows it beside the drives, from five answers up.
custom-news-ended = { $lead } has ended the question “{ $text }” of *{ $team }*; from the next round on it is no longer asked.

# What can't be asked. Both lists have commas between their words, and are looked for in what a lead
# types, as whole words in any case; a sign counts between blanks or words, as in “plan/test”, not in “24/7” or “Q&A”.
custom-joints = and, or, as well as, &, /, +, ;
custom-rude = fuck, fucking, fucked, shit, shitty, bullshit, crap, damn, bitch, bastard, asshole, arsehole, idiot, idiots, moron, morons, stupid
error-nothing-asked = Write a statement that people can agree with, or not.
error-too-many-words = That has { $words } words. Say it in at most { SPELLED($most) }, so that it is read at a glance.
error-not-a-statement = Write a statement rather than a question, so that one can agree with it: “We had time to test” instead of “Did we have time to test?”
error-two-ideas = “{ $joint }” joins two ideas, and whoever agrees with only one of them could not answer. Ask about one of them.
error-names-somebody = “{ $word }” points at a person, a channel or a page: answers would be about somebody. Write it about the work.
error-asked-already = Amp asks “{ $text }” already. Ask about something that it does not.
error-too-many-characters = Say it in at most { $most } characters, so that it is read at a glance.
error-rude-statement = There is a swear word in that. Say it in other words: people answer what they can read calmly.
error-custom-already = The team asks a question of its own already, and one at a time is enough. `/amp question` shows it, and ends it.
error-no-custom = That question is no longer asked. `/amp question` shows what is.
