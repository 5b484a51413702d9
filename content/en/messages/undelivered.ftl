# A message that did not reach its channel: why, what helps, and the button to post it again.
#
# $kind is what did not arrive; $team the name of its team, $month the month of a roll-up.

undelivered-text = { $kind ->
        [digest] A digest did not arrive.
        [experiment] A message about your experiment did not arrive.
       *[rollup] A monthly roll-up did not arrive.
    }
# $failure is Slack's own word for why it refused something.
undelivered-failed = :warning: { $kind ->
        [digest] I could not post the digest of *{ $team }* to { $channel }
        [experiment] *{ $team }*: I could not post a message about your experiment to { $channel }
       *[rollup] I could not post the roll-up of { $month } to { $channel }
    }: { $failure ->
        [is_archived] it is archived. Unarchive it
        [not_in_channel] I'm not in it. Type `/invite @Amp` there
        [channel_not_found] it is gone, or it is private and I'm not in it. Type `/invite @Amp` there
       *[other] Slack refused it ({ $failure }). Make sure that I may post there
    }, or choose another channel ({ $kind ->
        [rollup] `/amp rollup`
       *[other] “Settings” in my Home tab
    }). Then press here.
undelivered-unknown = :warning: { $kind ->
        [digest] I was cut off while posting the digest of *{ $team }* to { $channel }
        [experiment] *{ $team }*: I was cut off while posting a message about your experiment to { $channel }
       *[rollup] I was cut off while posting the roll-up of { $month } to { $channel }
    }, and I can't see whether it arrived. If it is not there, post it again.

undelivered-again-button = Post it again
undelivered-on-its-way = It is on its way to { $channel }.
undelivered-has-arrived = It has arrived already in { $channel }.
error-message-gone = I don't have that message any more, so it can't be posted again.
