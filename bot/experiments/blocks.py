"""What people see of experiments: suggestions, the form, the announcement, the review."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.experiments import experimenting
from bot.experiments.experimenting import MOST, USUAL, Plan, Standing
from bot.experiments.models import End, Experiment, Look
from bot.experiments.voting import Choice
from bot.framework.content import Content
from bot.framework.entries import Idea
from bot.framework.prose import LINK
from bot.insight.reviews import FEWEST
from bot.insight.words import spelled
from bot.slack import pieces, undelivered
from bot.slack.models import Delivery
from bot.slack.outbox import Letter
from bot.slack.pieces import Block, View
from bot.teams.blocks import when
from bot.teams.models import Team

LONGEST = {"title": 75, "what": 500, "goal": 150, "metric": 150}  # characters of the form's fields
HISTORY = 5  # experiments that one message tells of
_ENDS = {
    End.KEPT: "kept",
    End.DROPPED: "dropped",
    End.EARLY: "ended early",
    End.TEAM_ENDED: "ended with the team",
}
WISHES = {Choice.KEEP: "Keep it", Choice.LONGER: "Try it longer", Choice.DROP: "Drop it"}


def suggestion(idea: Idea, team_id: int) -> Block:
    """An idea with the button «Try this», which opens the form for this team."""
    return pieces.section(
        f"*{pieces.escape(idea.title)}*\n{pieces.escape(idea.what)}",
        accessory=pieces.button("Try this", f"experiment:try:{idea.id}", _choice(idea, team_id)),
    )


def start_button(team_id: int) -> Block:
    """The button that opens the empty form, for Home and for `/amp experiment`."""
    return pieces.button("In our own words", f"experiment:start:{team_id}", str(team_id))


# The form.


def form(content: Content, team: Team, idea: Idea | None, *, readable: int) -> View:
    """The form that begins an experiment, filled in where an *idea* was chosen.

    *readable*: how many rounds there are that a review could compare with.
    """
    drive = content.drive_of(idea.facet) if idea else None
    given = _prefilled(idea)
    return pieces.modal(
        "Start an experiment",
        [
            pieces.section(
                f"*{pieces.escape(team.name)}*: one change, one drive, one look back at a time "
                f"fixed beforehand. <#{team.digest_channel_id}> reads what you write here."
            ),
            *([] if readable >= FEWEST else [pieces.context(_too_early(readable))]),
            pieces.input_("title", "Name", _text("title", given)),
            pieces.input_("what", "What changes", _text("what", given, multiline=True)),
            pieces.input_(
                "drive",
                "What it should move",
                pieces.select([pieces.option(d.name, d.id) for d in content.drives], initial=drive),
            ),
            pieces.input_(
                "goal", "Guard rail: what must still hold", _text("goal", given, multiline=True),
                hint="Freedom without accountability becomes chaos.",
            ),
            pieces.input_(
                "metric", "How everybody can tell", _text("metric", given, multiline=True)
            ),
            pieces.input_(
                "rounds", "Look back after",
                pieces.select(
                    [pieces.option(f"{n} rounds", str(n)) for n in range(FEWEST, MOST + 1)],
                    initial=str(USUAL),
                ),
            ),
        ],
        callback_id="experiment:begin",
        submit="Start",
        note={"team": team.id, "idea": idea.id if idea else None},
    )  # fmt: skip


def plan(values: Mapping[str, Any], note: Mapping[str, Any]) -> tuple[int, Plan]:
    """What was sent off with the form: for which team, and what."""
    words = {name: values.get(name) or "" for name in ("title", "what", "drive", "goal", "metric")}
    return note["team"], Plan(**words, rounds=int(values["rounds"]), idea=note["idea"])


def _prefilled(idea: Idea | None) -> dict[str, str]:
    if idea is None:
        return {}
    what = LINK.sub(lambda link: link[2] or "", idea.what)  # a form shows no links
    return {"title": idea.title, "what": what, "goal": idea.goal, "metric": idea.metric}


def _text(name: str, given: Mapping[str, str], *, multiline: bool = False) -> Block:
    return pieces.text_input(initial=given.get(name), max_length=LONGEST[name], multiline=multiline)


def _too_early(readable: int) -> str:
    have = "no round" if not readable else f"{spelled(readable)} round{'s' * (readable > 1)}"
    return (
        f":information_source: A review compares with at least {spelled(FEWEST)} rounds before; "
        f"there {'is' if readable < 2 else 'are'} {have} to compare with so far. Begun now, it can "
        "be tried and talked about, but the numbers will not say whether it helped."
    )


def begun(team: Team, experiment: Experiment) -> View:
    """What the lead reads when it has begun."""
    return pieces.window(
        "Started",
        [
            _own(
                f":white_check_mark: *{pieces.escape(experiment.title)}* begins with pulse "
                f"{experiment.first_round}. <#{team.digest_channel_id}> is told now, every digest "
                f"says that it is running, and after pulse {experiment.last_round} the review is "
                "posted there."
            )
        ],
    )


def moved(team: Team, experiment: Experiment) -> View:
    """What the lead reads when the review has been put elsewhere."""
    return pieces.window(
        "Saved",
        [
            _own(
                f":white_check_mark: *{pieces.escape(experiment.title)}* is looked back at after "
                f"pulse {experiment.last_round}; the review is posted in "
                f"<#{team.digest_channel_id}>."
            )
        ],
    )


def done(team: Team, experiment: Experiment) -> str:
    """What the lead reads who has just kept, dropped or ended one."""
    title = pieces.escape(experiment.title)
    return (
        f":white_check_mark: *{title}*: {_end(experiment)}. "
        f"<#{team.digest_channel_id}> is told, and `/amp experiment` remembers it."
    )


def receipt(look: Look) -> str:
    """The same for everybody, whatever they pressed."""
    assert look.votes_until is not None
    return (
        ":white_check_mark: Taken, without your name. You may press another button until "
        f"{when(look.votes_until)}; the last one counts."
    )


# What the channel reads.


def announcement(experiment: Experiment, lead: str) -> Letter:
    """What the channel reads when an experiment begins."""
    title = pieces.escape(experiment.title)
    return Letter(
        text=f"An experiment begins: {title}",
        blocks=[
            _own(f":test_tube: <@{lead}> has started an experiment: *{title}*"),
            _own(f"> {pieces.escape(experiment.what)}"),
            _own(_guard_rail(experiment)),
            pieces.context(
                f"It begins with pulse {experiment.first_round} and is looked back at after pulse "
                f"{experiment.last_round}, {spelled(experiment.rounds)} rounds in all. Then all of "
                "you are asked whether to keep it. `/amp experiment`"
            ),
        ],
    )


def review(experiment: Experiment, look: Look) -> Letter:
    """The review, with the question to everybody; it is never edited afterwards."""
    assert look.votes_until is not None
    which = f"{experiment.id}:{look.last_round}"
    return Letter(
        text=f"Looking back: {pieces.escape(look.sentence)}",
        blocks=[
            pieces.section(":mag: *Looking back at our experiment*"),
            _own(_told(experiment, look)),
            _own(f"Guard rail: {pieces.escape(experiment.goal)}\nDid it hold? You know best."),
            pieces.section("*Should we keep it?*"),
            pieces.actions(
                *(
                    pieces.button(label, f"experiment:vote:{choice}", f"{which}:{choice}")
                    for choice, label in WISHES.items()
                )
            ),
            pieces.context(
                f"One tap; your last one counts, until {when(look.votes_until)}. Then the leads "
                "decide. Wishes are counted without names; below five nothing is shown."
            ),
        ],
    )


def decided(experiment: Experiment, look: Look, lead: str) -> Letter:
    """What the channel reads when the leads have decided."""
    title = pieces.escape(experiment.title)
    if experiment.end == End.KEPT:
        told = f":white_check_mark: *{title}* stays: <@{lead}> has decided to keep it."
    elif experiment.end == End.DROPPED:
        told = f":checkered_flag: *{title}* ends here: <@{lead}> has decided to drop it."
    else:
        told = (
            f":repeat: *{title}* goes on: <@{lead}> has decided to try it longer. It is looked "
            f"back at after pulse {experiment.last_round}."
        )
    return Letter(f"Decided: {title}", [_own(told), pieces.context(wishes(look))])


def ended_early(experiment: Experiment, look: Look, lead: str) -> Letter:
    """What the channel reads when an experiment is ended before its review."""
    title = pieces.escape(experiment.title)
    return Letter(
        f"Ended early: {title}",
        [
            _own(f":checkered_flag: <@{lead}> has ended the experiment *{title}* early."),
            _own(_told(experiment, look)),
        ],
    )


# What leads read by direct message.


def asks_leads(team: Team, experiment: Experiment, look: Look) -> Letter:
    """The wishes have been counted: what becomes of it?"""
    return Letter(
        f"{pieces.escape(team.name)}: an experiment waits for your decision.",
        [
            _own(f":mag: *{pieces.escape(team.name)}*: what becomes of it?"),
            _own(_told(experiment, look)),
            pieces.context(wishes(look)),
            _decision(experiment),
        ],
    )


def trouble(team: Team, failed: Delivery) -> Letter:
    """Something about an experiment did not reach its channel, or may not have."""
    what = "a message about your experiment"
    told = undelivered.told(what, failed, elsewhere="«Settings» in my Home tab")
    return Letter(
        "A message about your experiment did not arrive.",
        [
            pieces.section(f":warning: *{pieces.escape(team.name)}*: {told}"),
            undelivered.again("experiment:again", failed.key),
        ],
    )


# `/amp experiment`.


def overview(
    content: Content,
    team: Team,
    current: Standing | None,
    past: Sequence[Standing],
    *,
    for_lead: bool,
) -> list[Block]:
    """What is running, what was tried, and for leads what they can do."""
    return [
        pieces.header(f"Experiments: {team.name}"),
        *(_current(current, for_lead) if current else _nothing(content, team, for_lead)),
        *_past(past),
    ]


def _current(current: Standing, for_lead: bool) -> list[Block]:
    experiment, look = current.experiment, current.undecided
    return [
        _own(f":test_tube: *{pieces.escape(experiment.title)}*\n{_progress(current)}"),
        _own(f"> {pieces.escape(experiment.what)}"),
        _own(_guard_rail(experiment)),
        *(_own(_told(experiment, seen)) for seen in current.looks[-1:]),
        *([pieces.context(wishes(look))] if look and look.counted_at else []),
        *([_decision(experiment) if look else _changes(experiment)] if for_lead else []),
    ]


def _progress(current: Standing) -> str:
    experiment, look = current.experiment, current.undecided
    if look and look.counted_at:
        return "It has been reviewed; the leads decide what becomes of it."
    if look and look.votes_until:
        return (
            f"It has been reviewed; until {when(look.votes_until)} the buttons in "
            "the channel ask everybody whether to keep it."
        )
    if not current.rounds:
        return (
            f"It begins with pulse {experiment.first_round} and is looked back at after pulse "
            f"{experiment.last_round}."
        )
    return (
        f"{spelled(current.rounds).capitalize()} of {spelled(experiment.rounds)} rounds are over; "
        f"it is looked back at after pulse {experiment.last_round}."
    )


def _nothing(content: Content, team: Team, for_lead: bool) -> list[Block]:
    if not for_lead:
        return [
            pieces.section(
                "Nothing is being tried at present. A lead of the team can start something; `/amp "
                "autonomy`, `/amp mastery` and `/amp purpose` have ideas to bring up."
            )
        ]
    return [
        pieces.section("Nothing is being tried at present. Start with an idea, or with your own:"),
        pieces.actions(catalogue(content, team.id), start_button(team.id)),
    ]


def catalogue(content: Content, team_id: int) -> Block:
    """Every idea that serves a drive, to choose one from; choosing opens the form."""
    groups = []
    for drive in content.drives:
        for facet in drive.facets:
            ideas = content.ideas_for(facet.id)[:100]
            options = [pieces.option(idea.title, _choice(idea, team_id)) for idea in ideas]
            if options:
                label = pieces.plain(f"{drive.name}: {facet.name}")
                groups.append({"label": label, "options": options})
    return {
        "type": "static_select",
        "action_id": "experiment:idea",
        "placeholder": pieces.plain("Choose an idea"),
        "option_groups": groups[:100],
    }


def _past(past: Sequence[Standing]) -> list[Block]:
    if not past:
        return []
    more = len(past) - HISTORY
    blocks = [pieces.divider(), pieces.section("*Tried before*")]
    for one in past[:HISTORY]:
        blocks += [_own(_story(one)), pieces.context(_outcome(one))]
    return blocks + ([pieces.context(f"and {more} more, longer ago")] if more > 0 else [])


def _story(one: Standing) -> str:
    """What its last review said, which looked at all of its rounds."""
    told = [_told(one.experiment, look) for look in one.looks[-1:]]
    return "".join(told) or f"*{pieces.escape(one.experiment.title)}*"


def _outcome(one: Standing) -> str:
    """The line below: which drive, which rounds, what became of it, what people wished."""
    experiment = one.experiment
    first, last = experiment.first_round, experiment.first_round + one.rounds - 1
    several = f"pulses {first} to {last}" if last > first else f"pulse {first}"
    pulses = several if one.rounds else "no round"
    wished = [wishes(look) for look in one.looks[-1:] if look.counted_at]
    return " · ".join(
        [pieces.escape(experiment.drive_name), pulses, f"*{_end(experiment)}*", *wished]
    )


def _end(experiment: Experiment) -> str:
    return _ENDS[End(experiment.end or "")]


def when_form(found: Standing) -> View:
    """The form that changes when a running experiment is looked at next."""
    experiment = found.experiment
    options = [
        pieces.option(f"after pulse {experiment.first_round + n - 1} ({n} rounds in all)", str(n))
        for n in experimenting.possible_rounds(found)
    ]
    return pieces.modal(
        "Look back later" if found.undecided else "When to look back",
        [
            _own(
                f"*{pieces.escape(experiment.title)}*: {spelled(found.rounds)} "
                f"round{'' if found.rounds == 1 else 's'} under it closed so far."
            ),
            pieces.input_(
                "rounds", "Look back", pieces.select(options, initial=str(experiment.rounds))
            ),
            pieces.context("More rounds tell more. Changing it to catch a good week does not."),
        ],
        callback_id="experiment:after",
        note={"experiment": experiment.id},
    )


def wishes(look: Look) -> str:
    """What may be told of the team's wishes once they are counted; nothing where it isn't asked."""
    if look.votes_until is None:
        return ""
    if look.votes is None:
        return "Fewer than five people said what they wish, so it is not shown and was not kept."
    people = f"{look.votes['people']} people said what they wish"
    if Choice.KEEP in look.votes:
        counts = ", ".join(f"{label.lower()} {look.votes[c]}" for c, label in WISHES.items())
        return f"{people}: {counts}."
    if "most" in look.votes:
        return f"{people}; most: {WISHES[Choice(look.votes['most'])].lower()}."
    return f"{people}; no one wish leads."


def _decision(experiment: Experiment) -> Block:
    value = str(experiment.id)
    return pieces.actions(
        pieces.button("Keep it", "experiment:keep", value),
        pieces.button("Try it longer", "experiment:when", value),
        pieces.button("Drop it", "experiment:drop", value),
    )


def _changes(experiment: Experiment) -> Block:
    value = str(experiment.id)
    return pieces.actions(
        pieces.button("Change the review date", "experiment:when", value),
        pieces.button(
            "End it early", "experiment:end", value, style="danger",
            confirm=pieces.confirm(
                "End this experiment?",
                "The channel is told, with what its rounds so far can say. It can't be resumed.",
                "End it",
            ),
        ),
    )  # fmt: skip


def _guard_rail(experiment: Experiment) -> str:
    return (
        f"*It should move:* {pieces.escape(experiment.drive_name)}\n"
        f"*Guard rail:* {pieces.escape(experiment.goal)}\n"
        f"*How to tell:* {pieces.escape(experiment.metric)}"
    )


def _told(experiment: Experiment, look: Look) -> str:
    """The review's sentence, word for word, with the experiment's name in bold."""
    rest = look.sentence.removeprefix(experiment.title)
    return f"*{pieces.escape(experiment.title)}*{pieces.escape(rest)}"


def _own(text: str) -> Block:
    """A section with people's own words: Slack shall not make links or mentions of them itself."""
    return {"type": "section", "text": {**pieces.mrkdwn(text), "verbatim": True}}


def _choice(idea: Idea, team_id: int) -> str:
    """What a button or an option carries: which idea, for which team."""
    return f"{idea.id}:{team_id}"
