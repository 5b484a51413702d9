# Experiments: what a team tries for some rounds to move one drive, and the review afterwards.
#
# Keys end in what they are: -title (24 characters), -button (75), -option (75), -label, -hint,
# -placeholder (150), -header (150). A pulse is told by its number; $drive is a drive's name.

experiments-text = Experiments of { $team }

# Starting one

experiments-try-button = Try this
experiments-not-for-us-button = Not for us
experiments-rejected = :white_check_mark: I won't suggest *{ $title }* to this team again.
experiments-suggestion-works = *How you see that it works:* { $metric }
experiments-suggestion-guarded = { $risk ->
    [none] {""}
   *[other] *What can go wrong:* { $risk }{" "}
}*Guard rail:* { $goal }
# Who begins: $who is each, pair, team or lead.
experiments-suggestion-effort = { $effort ->
    [small] Little effort
    [medium] Some effort
   *[large] A lot of effort
} · { $who ->
    [each] everybody for themselves
    [pair] two people
    [lead] begins with the lead
   *[team] the team together
}
experiments-suggestion-from = { $count ->
    [0] from practice
   *[other] { $sources }
}
experiments-others-button = Others
experiments-others-text = Other moves for { $team }
experiments-others = *Others to choose from*
experiments-no-others = There are no others at present. `/amp experiment` lists all ideas.
experiments-own-words-button = In our own words
experiments-suggestion = *{ $title }*
    { $what }
experiments-start-title = Start an experiment
experiments-start-intro = *{ $team }*: one change, one drive, one review at a time fixed beforehand. { $channel } reads what you write here.
experiments-start-too-early = :information_source: A review compares with at least { SPELLED($fewest) } earlier rounds; there { $rounds ->
        [0] is no round
        [one] is { SPELLED($rounds) } round
       *[other] are { SPELLED($rounds) } rounds
    } to compare with so far. Begun now, it can be tried and talked about, but the numbers will not say whether it helped.
experiments-name-label = Name
experiments-what-label = What changes
experiments-drive-label = What it should move
experiments-goal-label = Guard rail: what must still hold
experiments-goal-hint = Freedom without accountability becomes chaos.
experiments-metric-label = How everybody can tell
experiments-rounds-label = Look back after
experiments-rounds-option = { $rounds } rounds
experiments-start-button = Start
experiments-started-title = Started
experiments-started = :white_check_mark: *{ $title }* begins with pulse { $first }. { $channel } is told now, every digest says that it is running, and after pulse { $last } the review is posted there.

# What the channel reads when it begins

experiments-announced-text = An experiment begins: { $title }
experiments-announced = :test_tube: { $lead } has started an experiment: *{ $title }*
experiments-what = > { $what }
experiments-should-move = *It should move:* { $drive }
experiments-guard-rail = *Guard rail:* { $goal }
experiments-how-to-tell = *How to tell:* { $metric }
experiments-announced-when = It begins with pulse { $first } and is reviewed after pulse { $last }, { SPELLED($rounds) } rounds in all. Then all of you are asked whether to keep it. `/amp experiment`

# One line in the digest while it runs. $stage says where it stands.

experiments-running = Experiment for { $drive }: { $title }. { $stage ->
        [reviewed] It has been reviewed, and the leads decide what becomes of it.
        [ahead] It begins with the next round and is reviewed after pulse { $last }.
        [last] Round { $rounds } of { $rounds }: its review follows.
       *[under-way] Round { $round } of { $rounds }; it is reviewed after pulse { $last }.
    } Guard rail: { $goal }.

# The review, with the question to everybody

experiments-review-text = Looking back: { $review }
experiments-review = :mag: *Looking back at our experiment*
experiments-review-guard-rail = Guard rail: { $goal }
    Did it hold? You know best.
experiments-review-question = *Should we keep it?*
experiments-review-until = One tap; your last one counts, until { $until }. Then the leads decide. Wishes are counted without names; below five nothing is shown.
experiments-keep-button = Keep it
experiments-longer-button = Try it longer
experiments-drop-button = Drop it
experiments-vote-taken = :white_check_mark: Noted, without your name. You may press another button until { $until }; the last one counts.

# What the team wished, as far as it may be told

experiments-wishes-coming = What the team wants is being counted, and follows here.
experiments-wishes-too-few = Fewer than five people said what they want, so it is not shown and was not kept.
experiments-wishes-counted = { $people } people said what they want: keep it { $keep }, try it longer { $longer }, drop it { $drop }.
experiments-wishes-most = { $people } people said what they want; most: { $most ->
        [keep] keep it
        [longer] try it longer
       *[drop] drop it
    }.
experiments-wishes-divided = { $people } people said what they want; no one wish leads clearly.

# What leads decide

experiments-decision-text = { $team }: an experiment waits for your decision.
experiments-decision = :mag: *{ $team }*: what becomes of it?
experiments-decided-text = Decided: { $title }
experiments-kept = :white_check_mark: *{ $title }* stays: { $lead } has decided to keep it.
experiments-dropped = :checkered_flag: *{ $title }* ends here: { $lead } has decided to drop it.
experiments-longer = :repeat: *{ $title }* goes on: { $lead } has decided to try it longer. It is reviewed after pulse { $last }.
experiments-not-decided = :checkered_flag: *{ $title }* has been reviewed, and nobody has decided, so it is closed as not decided. What you changed stays or goes as you like; another experiment can begin.
experiments-ended-early-text = Ended early: { $title }
experiments-ended-early = :checkered_flag: { $lead } has ended the experiment *{ $title }* early.
# What the lead reads who has decided; $end is the message experiments-end.
experiments-done = :white_check_mark: *{ $title }*: { $end }. { $channel } is told, and `/amp experiment` remembers it.
experiments-end = { $end ->
        [kept] kept
        [dropped] dropped
        [early] ended early
        [undecided] not decided
        [team-ended] ended with the team
       *[other] ended
    }

experiments-change-date-button = Change the review date
experiments-end-early-button = End it early
experiments-end-early-title = End this experiment?
experiments-end-early-sure = The channel is told, with what its rounds so far can say. It can't be resumed.
experiments-end-early-yes-button = End it

experiments-later-title = Look back later
experiments-when-title = When to look back
experiments-when = *{ $title }*: { $rounds ->
        [0] no rounds
        [one] { SPELLED($rounds) } round
       *[other] { SPELLED($rounds) } rounds
    } under it closed so far.
experiments-when-label = Look back
experiments-when-option = after pulse { $pulse } ({ $rounds } rounds in all)
experiments-when-small = More rounds tell more. Changing it to catch a good week does not.
experiments-when-button = Save
experiments-moved-title = When we look back
experiments-moved = :white_check_mark: *{ $title }* is reviewed after pulse { $last }; the review is posted in { $channel }.

# `/amp experiment`

experiments-overview-header = Experiments: { $team }
experiments-current = :test_tube: *{ $title }*
    { $progress }
experiments-progress-decision = It has been reviewed; the leads decide what becomes of it.
experiments-progress-voting = It has been reviewed; until { $until } the buttons in the channel ask everybody whether to keep it.
experiments-progress-ahead = It begins with pulse { $first } and is reviewed after pulse { $last }.
# BIG($text) begins with a capital letter.
experiments-progress = { BIG(SPELLED($over)) } of { SPELLED($rounds) } rounds are over; it is reviewed after pulse { $last }.
experiments-nothing = Nothing is being tried at present. A lead of the team can start something; `/amp autonomy`, `/amp mastery` and `/amp purpose` have ideas to bring up.
experiments-nothing-for-leads = Nothing is being tried at present. Start with an idea, or with your own:
experiments-ideas-placeholder = Choose an idea
experiments-ideas-group-label = { $drive }: { $facet }
experiments-past = *Tried before*
experiments-past-pulses = { $rounds ->
        [0] no round
        [1] pulse { $first }
       *[other] pulses { $first } to { $last }
    }
experiments-past-more = and { $more } more, longer ago

# What goes wrong

error-one-experiment-at-a-time = The team has an experiment already, and two at once could not be told apart. `/amp experiment` shows it.
error-field-is-blank = Please write something here: the whole team reads it.
error-unknown-drive = Choose one of the drives.
error-not-a-review-round = That many rounds have passed already, or are too few to compare. Choose a later one.
error-experiment-has-ended = This experiment has ended already. `/amp experiment` shows what came of it.
error-not-reviewed-yet = This experiment has not been reviewed yet. `/amp experiment` can end it early.
error-reviewed-already = This experiment has just been reviewed. `/amp experiment` has the buttons to decide.
error-vote-closed = The wishes have been counted already, so nothing was changed. `/amp experiment` shows what came of it.
error-no-vote = Only those who are asked in this team say whether it stays.
error-unknown-idea = I have no such idea any more. `/amp experiment` lists those that there are.
error-up-to-the-leads = Starting an experiment is up to the team's leads: { $leads }. If you would like to try this, tell them; everybody is asked afterwards whether to keep it.
