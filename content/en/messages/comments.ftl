# Comments: one line at the end of the form, told without names in the digest's thread, and a lead's
# answer that reaches who wrote it. bot/pulse/comments/ shows them.
#
# Keys end in what they are: -title (24 characters), -button (75), -option (75), -label, -hint.

# The form

comments-label = Anything that helped or got in the way?
# $fewest and $quorum are whole numbers, $longest is how many characters fit.
comments-hint = Optional, { $longest } characters. Shown without your name from { SPELLED($fewest) } comments and { SPELLED($quorum) } answers up, otherwise deleted unread. Your style can give you away. If you send several forms, the last one counts, with this line.
comments-may-answer-label = If somebody wants to answer you
comments-may-answer-option = A lead may answer by DM, once, without learning who I am

# In the digest's thread

# $kind says whether the round had an open question, which then is $prompt.
comments-intro = :speech_balloon: *{ $comments } comments on pulse { $number }*, in mixed order and without names. { $kind ->
    [prompt] The question was: { $prompt }
   *[usual] Read them as what is on people's minds, not as a vote, and don't guess who wrote which.
}
comments-one-text = A comment on pulse { $number }.
# Somebody's own words, in quotation marks.
comments-quoted = “{ $words }”
comments-answer-button = Answer
comments-hide-button = Hide
comments-hide-title = Hide this comment?
comments-hide-sure = Hide a comment that names somebody, not one that is hard to hear. Everybody will see that a comment was hidden here. It can't be brought back.
comments-hide-yes-button = Hide it
comments-hidden = :see_no_evil: A lead has hidden a comment here, because it names somebody.
comments-hidden-done = It is hidden. Everybody sees that a comment was hidden here.
comments-burn-button = It's mine: no answer
comments-burn-title = Take no answer?
comments-burn-sure = If you wrote this, your address is burned and no answer reaches you. If you didn't, nothing happens.
comments-burn-yes-button = Burn it
# The same for everybody, whoever wrote it.
comments-burned = Noted. If you wrote that comment, its address is burned within a minute, and no answer reaches you any more. If you didn't, nothing changes.

# A lead answers

comments-answering-title = Answer a comment
comments-answering = Your answer goes by DM to whoever wrote this, and to nobody else. It carries your team's name and not yours, unless you write it. You won't learn who reads it, and they can't write back.
comments-answering-label = Your answer
comments-send-button = Send
comments-answer-sealed = :lock: Sealed. It goes out { $when ->
        [now] within half an hour
       *[later] by day, within half an hour of { $day }
    }, at a random moment, so that nobody can tell by whose phone rings. If the comment's writer burns the address before that, your answer reaches nobody. Then the address is destroyed.
comments-answer-lost = :warning: Your answer to a comment could not be delivered: the key of its address is lost. If it matters, post it in the digest's thread, where everybody reads it.

# The answer, by DM

# $team is the team's name.
comments-answer = :envelope: Somebody who leads *{ $team }* has answered a comment of yours:
comments-answer-small = They don't know that it went to you, and the way to you has been destroyed. It is only here; delete it, and it is gone.
comments-delete-button = Delete this message

# What goes wrong

# $length is how long it is, $longest how long it may be.
error-comment-too-long = That has { $length } characters, and { $longest } fit. Please shorten it; nothing has been sent yet.
error-comment-is-blank = There are only blanks in here. Write something, or leave it empty.
error-answer-too-long = That has { $length } characters, and { $longest } fit. Please shorten it; nothing has been sent yet.
error-answer-is-blank = There are only blanks in here. Write your answer, or close this window.
error-address-gone = This comment takes no answer any more: it has been answered, its writer has burned the address, or four weeks have passed. You can still write in the thread, where everybody reads it.
error-answered-already = Another lead has just answered this comment, and each takes one answer. Yours was not sent; you can copy it from here and post it in the thread.
