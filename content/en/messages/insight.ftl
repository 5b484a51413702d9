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
insight-not-shown = We show results only from { $quorum } answers up, so this week's are not shown and were not kept.
insight-ask = Ask together: { SMALL($question) }
insight-discuss = Question to discuss: { SMALL($question) }

# A drive with its score, such as «Autonomy 3.75», and a facet with its own, such as «time 3.5».
insight-score = { $name } { $score }
insight-facet-score = { SMALL($name) } { $score }

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

# No change. $scores: «Autonomy 3.75, Mastery 4, Purpose 3.25».
insight-scores = { $scores }.
insight-quiet = All within normal wobble: for a group this size, two ordinary weeks can differ by about { $ordinary }. Nothing here needs explaining.
# $scores: «Mastery 3.8 and Purpose 4.0».
insight-noise = { $scores }: within noise.
insight-odd = { $name } was unusually { $side ->
        [low] low
       *[high] high
    } for this team in this one round: { $score } against { $usual } in the { SPELLED($rounds) } before.
insight-one-round = One round alone cannot say whether anything changed; the next one will tell more.

# Not enough rounds yet: $left more.
insight-learning = { $scores }: we cannot say yet whether anything changed. That takes { SPELLED($needed) } rounds to compare, so { SPELLED($left) } more { $left ->
        [one] round
       *[other] rounds
    }.
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

# A review: $finding is one of the messages below.

insight-review = { $title } ({ $rounds ->
        [one] { $rounds } round
       *[other] { $rounds } rounds
    }): { $finding }
insight-review-changed = { $drive } is about { $estimate } { $kind ->
        [up] higher
       *[down] lower
    } than in the { $before } rounds before (likely between { $low } and { $high }). Something changed; we cannot prove the experiment caused it.
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
