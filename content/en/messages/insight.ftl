# What the numbers say, in a digest and in a review: plain sentences without markup, and no more
# than the numbers allow. They never name, rank or blame, and never say why something changed.
#
# SPELLED($n) is a small number in words. SMALL($text) is a text as it goes on after a colon or
# inside a sentence: where a language begins it with a small letter, it does.

# A round

insight-pulse = Pulse { $pulse }.
insight-took-part = { $enough ->
        [yes] { $answered } of { $invited } answered.
       *[no] { $answered } of { $invited } people answered.
    }
# $times: so many rounds in a row are not shown; $beyond: or more, which nobody looked at.
insight-not-shown = We show results only from { $quorum } answers up, so this week's are not shown and were not kept.{ $times ->
    [one] {""}
   *[other] {" "}That makes { $beyond ->
        [yes] at least{" "}
       *[no] {""}
    }{ SPELLED($times) } in a row: a round that is open longer, or comes less often, can bring more answers.
}
insight-ask = Ask together: { SMALL($question) }
insight-discuss = Question to discuss: { SMALL($question) }
# After a rise; $place counts the weeks since.
insight-ask-rise = { $place ->
    [0] What made the difference for { SMALL($name) }, and what of it do we want to keep?
    [1] What would have to happen for { SMALL($name) } to fall back, and how would we notice?
   *[2] Who outside this team could use what helped us with { SMALL($name) }?
}

# A drive with its score, such as «Autonomy 3.75», and a facet with its own, such as «time 3.5».
insight-score = { $name } { $score }
insight-facet-score = { SMALL($name) } { $score }
insight-facet-score-earlier = { SMALL($name) } { $score } (pulse { $number })

# A real change: $window newest rounds, the first of them closed on $since (a day, or «unknown»),
# against so many $before.
insight-change-means = { $name } is { $kind ->
        [up] higher
       *[down] lower
    } than usual: { $new } over the last { SPELLED($window) } rounds{ $since ->
        [unknown] {""}
       *[other] {" "}(since { $since })
    } against { $old } in the { SPELLED($before) } before.
# The same where both means look alike when they are rounded.
insight-change-gap = { $name } is { $kind ->
        [up] higher
       *[down] lower
    } than usual: about { $gap } { $kind ->
        [up] higher
       *[down] lower
    } over the last { SPELLED($window) } rounds{ $since ->
        [unknown] {""}
       *[other] {" "}(since { $since })
    } than in the { SPELLED($before) } before.
insight-beyond-wobble = That is more than this team's ordinary wobble (over { SPELLED($window) } rounds we ignore gaps under about { $ignored }). We cannot say why.
# A change of the same drive that was still the news is called once more.
insight-again = Pulse { $number } told of a { $kind ->
    [up] rise
   *[down] drop
} in { SMALL($name) } already; this is the rest of it, or one more.
# A change that an earlier round called. $apart: whether both levels look different when rounded.
insight-news = { $name } is still the news: the { $kind ->
    [up] rise
   *[down] drop
} that pulse { $number } told of{ $apart ->
    [yes] {" "}(from { $before } to { $new })
   *[no] {""}
}. This round: { $score }.{ $left ->
    [0] {""}
    [one] {" "}After the next round we can compare again.
   *[other] {" "}In { SPELLED($left) } rounds we can compare again.
}
# The same in every second round after it, so that no two in a row are told alike. $week: how many rounds it is since.
insight-news-later = Pulse { $number } told of a { $kind ->
    [up] rise
   *[down] drop
} in { SMALL($name) }{ $apart ->
    [yes] {" "}(from { $before } to { $new })
   *[no] {""}
}; { SPELLED($week) } rounds later it is at { $score }.{ $left ->
    [0] {""}
    [one] {" "}After the next round we can compare again.
   *[other] {" "}In { SPELLED($left) } rounds we can compare again.
}
insight-news-over = What became of the { $kind ->
    [up] rise
   *[down] drop
} of pulse { $number }: { $name } was at { $now } over the { SPELLED($rounds) } rounds since{ $apart ->
    [yes] , { $new } when it was called and { $before } before
   *[no] {""}
}. { $went ->
    [stayed] It has stayed there.
    [partly] It is part of the way back.
   *[back] It is about where it was before.
}
# Others were asked than before; numbers only where nobody can be counted out ($both is 0 else).
insight-turnover = { $both ->
    [0] Some of the people have changed in this time, so a part of it may come from who was asked.
   *[other] Not the same people were asked: { $then } then and { $now } now, { $both } of them both times; a part of it may come from that.
}

# No change. $scores: «Autonomy 3.75, Mastery 4, Purpose 3.25».
insight-scores = { $scores }.
# $turn is 0, 1 or 2, so that quiet weeks are not all told in the same words.
insight-quiet = { $turn ->
    [0] All within normal wobble: for a group this size, two ordinary weeks can differ by about { $ordinary }. Nothing here needs explaining.
    [1] A week like the others. Up to about { $ordinary } either way is chance in a group this size, so nothing here needs explaining.
   *[2] No change to speak of: differences under about { $ordinary } come and go by themselves in a group this size.
}
# One drive differs from the round before by more than two ordinary weeks do.
insight-quiet-jump = { $name } is { $gap } { $kind ->
        [up] higher
       *[down] lower
    } than in the round before. In a group this size one week differs that much by chance now and then (mostly up to about { $ordinary }); if it is more than chance, the next rounds will show it.
# $scores: «Mastery 3.8 and Purpose 4.0».
insight-noise = { $scores }: within noise.
insight-odd = { $name } was unusually { $side ->
        [low] low
       *[high] high
    } for this team in this one round: { $score } against { $usual } in the { SPELLED($rounds) } before.
insight-one-round = One round alone cannot say whether anything changed; the next one will tell more.

# The first rounds, of which $seen have closed and $left are missing until changes can be called: what
# can be said by now, and what comes when. $scores are insight-score-level in the first two of them.
insight-beginning = { $seen ->
    [1] { $scores }: a first look. Above 3 people agree more than they disagree. It gets clearer with each round; the third makes a line, and the eighth is the first of which we say whether anything changed.
    [2] { $scores }: the second look. Two rounds can differ by half a point and more by chance alone, so nothing is made of that yet.
    [3] { $scores }. With three rounds there is a line to look at. { BIG(SPELLED($left)) } more, and we can say whether anything really changed.
    [4] { $scores }. Four rounds are enough to compare an experiment with: whatever you begin now can be looked back at in numbers.
    [5] { $scores }. { BIG(SPELLED($left)) } more rounds until we say whether anything changed; ups and downs until then are worth a talk, and no conclusion.
    [6] { $scores }. By now every side of your work has been asked about once, so the closer looks of these weeks can be laid side by side.
   *[7] { $scores }. From the next round on we say whether anything really changed.
}
insight-score-level = { $name } { $score } ({ $level ->
    [high] rather agree
    [low] rather disagree
   *[middle] in between
})
# $called is the change that was told: the level after it is new.
insight-learning-anew = { $scores }: we are learning the new level after the { $called ->
        [up] rise
       *[down] drop
    }; { SPELLED($left) } more { $left ->
        [one] round
       *[other] rounds
    } until we can compare again.
insight-hidden = { $names } { $count ->
        [one] is
       *[other] are
    } not shown: fewer than { $quorum } people answered.
insight-closer = Closer look: { $scores }.

# A statement of the team's own, beside the drives.
insight-custom-name = “{ $text }”
insight-custom = Your own question, “{ $text }”: { $kind ->
    [hidden] not shown, fewer than { SPELLED($quorum) } people answered it.
    [noise] { $score }, within its ordinary wobble.
   *[other] { $score }.
}
insight-custom-left = { $left ->
    [0] Your own question was asked for the last time.
   *[other] Your own question is asked once more.
}

# A review: $finding is one of the messages below.

insight-review = { $title } ({ $rounds ->
        [one] { $rounds } round
       *[other] { $rounds } rounds
    }): { $finding }
insight-review-changed = { $drive } is about { $estimate } { $kind ->
        [up] higher
       *[down] lower
    } than in the { $before } rounds before (likely between { $low } and { $high }). Something changed; we cannot prove the experiment caused it.
# Why the estimate differs from what digests told of the same rounds.
insight-review-means = Its { SPELLED($rounds) } rounds were at { $after }, those before at { $before }; we count that difference for less, because a lucky start looks just the same.
insight-review-already-moving = It was already { $kind ->
        [up] rising
       *[down] falling
    } before you started.
insight-review-no-big-change = No big change in { $drive }: any effect is probably smaller than { $small }.
insight-review-cannot-tell = Cannot tell: { SPELLED($rounds) } rounds of this many answers cannot separate an effect on { $drive } from ordinary wobble.
insight-review-too-few = Too few rounds to say anything about { $drive }: we compare at least { SPELLED($fewest) } with enough answers before and after, and there were { SPELLED($before) } and { SPELLED($after) }.
insight-review-ended-at-once = It ended before a round under it had closed, so there is nothing to say.
insight-review-none-after = Nothing can be said about { $drive }: in none of its rounds did so many people answer that a result may be shown.
insight-review-none-before = Nothing can be said about { $drive }: no round before it asked in the same words and had answers enough, so there is nothing to compare with.
