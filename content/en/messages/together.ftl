# Two teams that are too small for numbers, asked as one. $team asked, $host was asked and has the rounds.

# In the form of a team, where it is small

together-option = be asked together with another team
together-label = Together with the team of
together-hint = Another small team's channel. Its leads decide; once they agree, the people of both read both names, and the pulse comes as that team set it up.

# A message to the leads of the other team

together-request-text = Shall { $team } and { $host } be asked together?
together-request = { $lead } asks: shall *{ $team }* and *{ $host }* be asked together? Either has fewer than { SPELLED($quorum) } people, too few for numbers. Together there could be some.
together-means =
    If you join:
    • The next rounds ask the people of both as one, as *{ $host }* has set it up: its day, its hour, its leads.
    • The digest comes to the channels of both and says that it is of both, and so do comments. There are no numbers of either alone.
    • The channels of both are told. The leads of either can end it at any time, from the next round on.
together-lapses = Without an answer, this lapses after two weeks.
together-agree-button = Join
together-decline-button = No, thanks
together-agreed = :white_check_mark: *{ $teams }* are asked together from the next round on. The channels of both are told. `/amp team` ends it.
together-declined = All right, nothing changes. The leads who asked hear it.
# $how is declined or lapsed.
together-over = { $how ->
        [declined] The other team would rather not be asked together with *{ $team }*.
       *[lapsed] Nobody has answered within two weeks whether *{ $team }* may be asked together with the other team, so that is off.
    } Nothing changes; `/amp team` leads to the settings, to ask another.

# What the channels of both read

together-news = :handshake: *{ $team }* and *{ $host }* are asked together from the next round on, as one: too few people each, enough together. The rounds come as *{ $host }* set them up; the digest comes to the channels of both and says that it is of both. There are no numbers of either alone. { $lead } has agreed to it; the leads of either can end it at any time.
together-news-over = { $lead } has ended it: from the next round on, *{ $team }* and *{ $host }* are no longer asked together. The digest of a round that is open still comes to both.

# On the card of either team

together-waits = The leads of the other team have been asked whether you may be asked together. Until they agree, all stays as it is.
together-card = Asked together with *{ $team }*, in the rounds of *{ $host }*. The digest is of both and comes to both; there are no numbers of either alone.
together-end-button = Be asked alone again
together-ended = From the next round on, the two are no longer asked together. Both channels are told.

# What can't be

error-asked-together = This team is asked together with *{ $team }*, whose leads decide when. `/amp team` has a button to be asked alone again.
error-no-sister = I know of no team there that you could choose. Name the channel of another team whose pulse is set up, and which you can see.
error-sister-too-large = Only teams of fewer than { SPELLED($quorum) } people are asked together: where one has numbers of its own, what they were before and after would say what the few said who came.
error-still-too-few = Together these are fewer than { SPELLED($quorum) } people too, so there would be no numbers.
error-sister-taken = One of the two is asked together with another team already.
error-sister-without-lead = Nobody leads that team at present, so nobody could agree. Somebody in its channel can take that on: `/amp team`.
error-sister-asked-first = Its leads have asked yours the same: the button is in the message that you have got from me.
error-request-over = That is over: it has been answered or withdrawn, or has lapsed.
