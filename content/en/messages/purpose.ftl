# One's own sentence of step 4: whom this work helps.

purpose-title = My purpose
purpose-sentence-label = Whom does this work help, and with what?
purpose-sentence-placeholder = I help … to …, so that …
purpose-form = In your own words; nobody has to have one. It stays with you until you share it.
purpose-private = Kept locked. In Slack, nobody sees it before you share it.

purpose-change-button = Change it
purpose-delete-button = Delete it
purpose-delete-title = Delete it?
purpose-delete-text = Your sentence is gone for good.
purpose-deleted = It is deleted. `/amp my purpose` begins a new one.

# Sharing it in a team's channel

purpose-share-in = Share it in { $channel }?
purpose-share-button = Share
purpose-share-title = Share it?
purpose-share-text = Everybody in the channel sees it, with your name.
purpose-shared-in = :white_check_mark: Shared in { $channel }.
purpose-shared = { $person } says whom this work helps:
purpose-shared-text = Somebody says whom this work helps.

# What goes wrong

error-no-sentence = A few words are needed here. Or close this window: nobody has to have a sentence.
error-nothing-to-share = There is no sentence to share any more. `/amp my purpose` begins a new one.
