# The framework: cards, help and suggestions.

framework-card-text = { $title }: { $summary }
framework-back-button = Back
# $card is the short name of the card that comes next.
framework-next-button = Next: { $card }
framework-more-button = Read more
framework-less-button = Shorter
framework-share-button = Share here
framework-shared-by = Shared by { $person }

# Small print with a sign of its own; the second of each has a title.
framework-tip = :bulb: *Tip*  { $text }
framework-tip-titled = :bulb: *{ $title }*  { $text }
framework-warning = :warning: *Watch out*  { $text }
framework-warning-titled = :warning: *{ $title }*  { $text }

# $ideas are the titles of the ideas for one facet.
framework-ideas-of-facet = *{ $facet }:* { $ideas }
framework-todo = ☐ { $todo }
# $sources are links and titles of works.
framework-sources = :books: Source: { $sources }

# Help. $typed is what is typed, such as /amp setup, and is never translated.

framework-help-header = What you can ask me
framework-help-intro = Type any of these, or `/amp help` and a word: `/amp help pay`. Only you see the answer.
framework-help-do = *To do*
framework-help-read = *To read*
framework-command = *`{ $typed }`*
    { $summary }
framework-command-text = { $typed }: { $summary }
framework-command-for-leads = For a team's leads.
framework-everything-button = Everything I know
framework-help-line = `{ $typed }`  { $summary }

# What was typed and means nothing for sure; $typed stands there as it was typed.
framework-unsure = “{ $typed }”: I'm not sure what you mean. Perhaps one of these?
framework-nothing-found = “{ $typed }”: I have nothing on that. Type /amp help for everything I know.
framework-shortened = { $text }…

# What goes wrong

error-unknown-topic = I have no card of that name any more. `/amp help` lists what there is.
error-no-channel-here = A card is shared from a channel. Type `/amp` there, open the card and press the button.
error-closed-channel = This channel doesn't take messages from everybody, so the card stays with you.
