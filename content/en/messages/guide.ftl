# A guide for a lead's conversation after a called change. $known is what the digest said of it.

guide-text = A guide for half an hour with { $team }
guide-header = Half an hour with your team
guide-small = Only leads read this. { $team }, pulse { $number }.
guide-known = *What is known.* { $known }
guide-unknown = *What is not known.* Why it moved, and whose answers moved; nobody can find that out, not even you. Nor whether it will last: the next rounds will tell.
guide-questions = *Five questions,* each answered first by everybody in writing, for two minutes, and then aloud by whoever wants to:
guide-question = { $place }. { $question }
guide-first = What was different in these weeks: in the work, in the rules, around us?
guide-last = If we changed one thing for six weeks, which one would it be?
guide-never = *What not to ask.* “Who was it?”, “What did you answer?”, “Are you unhappy here?” Don't go round the table either: whoever stays silent has said enough. Don't explain anything away, and don't promise anything today.
guide-end = *How to end.* With one move that all of you try for some rounds: the one that was named most often, or this:
