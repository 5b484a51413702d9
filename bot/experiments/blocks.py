"""What people see of experiments: suggestions, the form, the announcement, the review."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.experiments import experimenting
from bot.experiments.experimenting import MOST, USUAL, Plan, Standing
from bot.experiments.models import End, Experiment, Look
from bot.experiments.voting import Choice
from bot.framework.content import Content
from bot.framework.entries import Idea
from bot.framework.validators import LINK
from bot.insight.reviews import FEWEST
from bot.insight.words import spelled
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
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
    return kit.section(
        f"*{kit.escape(idea.title)}*\n{kit.escape(idea.what)}",
        accessory=kit.button("Try this", f"experiment:try:{idea.id}", _choice(idea, team_id)),
    )


def start_button(team_id: int) -> Block:
    """The button that opens the empty form, for Home and for `/amp experiment`."""
    return kit.button("In our own words", f"experiment:start:{team_id}", str(team_id))


# The form.


def form(content: Content, team: Team, idea: Idea | None, *, readable: int) -> View:
    """The form that begins an experiment, filled in where an *idea* was chosen.

    *readable*: how many rounds there are that a review could compare with.
    """
    drive = content.drive_of(idea.facet) if idea else None
    given = _prefilled(idea)
    return kit.modal(
        "Start an experiment",
        [
            kit.section(
                f"*{kit.escape(team.name)}*: one change, one drive, one look back at a time "
                f"fixed beforehand. <#{team.digest_channel_id}> reads what you write here."
            ),
            *([] if readable >= FEWEST else [kit.context(_too_early(readable))]),
            kit.input_("title", "Name", _text("title", given)),
            kit.input_("what", "What changes", _text("what", given, multiline=True)),
            kit.input_(
                "drive",
                "What it should move",
                kit.select([kit.option(d.name, d.id) for d in content.drives], initial=drive),
            ),
            kit.input_(
                "goal", "Guard rail: what must still hold", _text("goal", given, multiline=True),
                hint="Freedom without accountability becomes chaos.",
            ),
            kit.input_(
                "metric", "How everybody can tell", _text("metric", given, multiline=True)
            ),
            kit.input_(
                "rounds", "Look back after",
                kit.select(
                    [kit.option(f"{n} rounds", str(n)) for n in range(FEWEST, MOST + 1)],
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
    return kit.text_input(initial=given.get(name), max_length=LONGEST[name], multiline=multiline)


def _too_early(readable: int) -> str:
    have = "no round" if not readable else f"{spelled(readable)} round{'s' * (readable > 1)}"
    return (
        f":information_source: A review compares with at least {spelled(FEWEST)} rounds before; "
        f"there {'is' if readable < 2 else 'are'} {have} to compare with so far. Begun now, it can "
        "be tried and talked about, but the numbers will not say whether it helped."
    )


def begun(team: Team, experiment: Experiment) -> View:
    """What the lead reads when it has begun."""
    return kit.window(
        "Started",
        [
            _own(
                f":white_check_mark: *{kit.escape(experiment.title)}* begins with pulse "
                f"{experiment.first_round}. <#{team.digest_channel_id}> is told now, every digest "
                f"says that it is running, and after pulse {experiment.last_round} the review is "
                "posted there."
            )
        ],
    )


def moved(team: Team, experiment: Experiment) -> View:
    """What the lead reads when the review has been put elsewhere."""
    return kit.window(
        "Saved",
        [
            _own(
                f":white_check_mark: *{kit.escape(experiment.title)}* is looked back at after "
                f"pulse {experiment.last_round}; the review is posted in "
                f"<#{team.digest_channel_id}>."
            )
        ],
    )


def done(team: Team, experiment: Experiment) -> str:
    """What the lead reads who has just kept, dropped or ended one."""
    title = kit.escape(experiment.title)
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


def announcement(experiment: Experiment, lead: str) -> Draft:
    """What the channel reads when an experiment begins."""
    title = kit.escape(experiment.title)
    return Draft(
        text=f"An experiment begins: {title}",
        blocks=[
            _own(f":test_tube: <@{lead}> has started an experiment: *{title}*"),
            _own(f"> {kit.escape(experiment.what)}"),
            _own(_guard_rail(experiment)),
            kit.context(
                f"It begins with pulse {experiment.first_round} and is looked back at after pulse "
                f"{experiment.last_round}, {spelled(experiment.rounds)} rounds in all. Then all of "
                "you are asked whether to keep it. `/amp experiment`"
            ),
        ],
    )


def review(experiment: Experiment, look: Look) -> Draft:
    """The review, with the question to everybody; it is never edited afterwards."""
    assert look.votes_until is not None
    which = f"{experiment.id}:{look.last_round}"
    return Draft(
        text=f"Looking back: {kit.escape(look.sentence)}",
        blocks=[
            kit.section(":mag: *Looking back at our experiment*"),
            _own(_told(experiment, look)),
            _own(f"Guard rail: {kit.escape(experiment.goal)}\nDid it hold? You know best."),
            kit.section("*Should we keep it?*"),
            kit.actions(
                *(
                    kit.button(label, f"experiment:vote:{choice}", f"{which}:{choice}")
                    for choice, label in WISHES.items()
                )
            ),
            kit.context(
                f"One tap; your last one counts, until {when(look.votes_until)}. Then the leads "
                "decide. Wishes are counted without names; below five nothing is shown."
            ),
        ],
    )


def decided(experiment: Experiment, look: Look, lead: str) -> Draft:
    """What the channel reads when the leads have decided."""
    title = kit.escape(experiment.title)
    if experiment.end == End.KEPT:
        told = f":white_check_mark: *{title}* stays: <@{lead}> has decided to keep it."
    elif experiment.end == End.DROPPED:
        told = f":checkered_flag: *{title}* ends here: <@{lead}> has decided to drop it."
    else:
        told = (
            f":repeat: *{title}* goes on: <@{lead}> has decided to try it longer. It is looked "
            f"back at after pulse {experiment.last_round}."
        )
    return Draft(f"Decided: {title}", [_own(told), kit.context(wishes(look))])


def ended_early(experiment: Experiment, look: Look, lead: str) -> Draft:
    """What the channel reads when an experiment is ended before its review."""
    title = kit.escape(experiment.title)
    return Draft(
        f"Ended early: {title}",
        [
            _own(f":checkered_flag: <@{lead}> has ended the experiment *{title}* early."),
            _own(_told(experiment, look)),
        ],
    )


# What leads read by direct message.


def asks_leads(team: Team, experiment: Experiment, look: Look) -> Draft:
    """The wishes have been counted: what becomes of it?"""
    return Draft(
        f"{kit.escape(team.name)}: an experiment waits for your decision.",
        [
            _own(f":mag: *{kit.escape(team.name)}*: what becomes of it?"),
            _own(_told(experiment, look)),
            kit.context(wishes(look)),
            _decision(experiment),
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
        kit.header(f"Experiments: {team.name}"),
        *(_current(current, for_lead) if current else _nothing(content, team, for_lead)),
        *_past(past),
    ]


def _current(current: Standing, for_lead: bool) -> list[Block]:
    experiment, look = current.experiment, current.undecided
    return [
        _own(f":test_tube: *{kit.escape(experiment.title)}*\n{_progress(current)}"),
        _own(f"> {kit.escape(experiment.what)}"),
        _own(_guard_rail(experiment)),
        *(_own(_told(experiment, seen)) for seen in current.looks[-1:]),
        *([kit.context(wishes(look))] if look and look.counted_at else []),
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
            kit.section(
                "Nothing is being tried at present. A lead of the team can start something; `/amp "
                "autonomy`, `/amp mastery` and `/amp purpose` have ideas to bring up."
            )
        ]
    return [
        kit.section("Nothing is being tried at present. Start with an idea, or with your own:"),
        kit.actions(catalogue(content, team.id), start_button(team.id)),
    ]


def catalogue(content: Content, team_id: int) -> Block:
    """Every idea that serves a drive, to choose one from; choosing opens the form."""
    groups = []
    for drive in content.drives:
        for facet in drive.facets:
            ideas = content.ideas_for(facet.id)[:100]
            options = [kit.option(idea.title, _choice(idea, team_id)) for idea in ideas]
            if options:
                label = kit.plain(f"{drive.name}: {facet.name}")
                groups.append({"label": label, "options": options})
    return {
        "type": "static_select",
        "action_id": "experiment:idea",
        "placeholder": kit.plain("Choose an idea"),
        "option_groups": groups[:100],
    }


def _past(past: Sequence[Standing]) -> list[Block]:
    if not past:
        return []
    more = len(past) - HISTORY
    blocks = [kit.divider(), kit.section("*Tried before*")]
    for one in past[:HISTORY]:
        blocks += [_own(_story(one)), kit.context(_outcome(one))]
    return blocks + ([kit.context(f"and {more} more, longer ago")] if more > 0 else [])


def _story(one: Standing) -> str:
    """What its last review said, which looked at all of its rounds."""
    told = [_told(one.experiment, look) for look in one.looks[-1:]]
    return "".join(told) or f"*{kit.escape(one.experiment.title)}*"


def _outcome(one: Standing) -> str:
    """The line below: which drive, which rounds, what became of it, what people wished."""
    experiment = one.experiment
    first, last = experiment.first_round, experiment.first_round + one.rounds - 1
    several = f"pulses {first} to {last}" if last > first else f"pulse {first}"
    pulses = several if one.rounds else "no round"
    wished = [wishes(look) for look in one.looks[-1:] if look.counted_at]
    return " · ".join([kit.escape(experiment.drive_name), pulses, f"*{_end(experiment)}*", *wished])


def _end(experiment: Experiment) -> str:
    return _ENDS[End(experiment.end or "")]


def when_form(found: Standing) -> View:
    """The form that changes when a running experiment is looked at next."""
    experiment = found.experiment
    options = [
        kit.option(f"after pulse {experiment.first_round + n - 1} ({n} rounds in all)", str(n))
        for n in experimenting.possible_rounds(found)
    ]
    return kit.modal(
        "Look back later" if found.undecided else "When to look back",
        [
            _own(
                f"*{kit.escape(experiment.title)}*: {spelled(found.rounds)} "
                f"round{'' if found.rounds == 1 else 's'} under it closed so far."
            ),
            kit.input_("rounds", "Look back", kit.select(options, initial=str(experiment.rounds))),
            kit.context("More rounds tell more. Changing it to catch a good week does not."),
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
    return kit.actions(
        kit.button("Keep it", "experiment:keep", value),
        kit.button("Try it longer", "experiment:when", value),
        kit.button("Drop it", "experiment:drop", value),
    )


def _changes(experiment: Experiment) -> Block:
    value = str(experiment.id)
    return kit.actions(
        kit.button("Change the review date", "experiment:when", value),
        kit.button(
            "End it early", "experiment:end", value, style="danger",
            confirm=kit.confirm(
                "End this experiment?",
                "The channel is told, with what its rounds so far can say. It can't be resumed.",
                "End it",
            ),
        ),
    )  # fmt: skip


def _guard_rail(experiment: Experiment) -> str:
    return (
        f"*It should move:* {kit.escape(experiment.drive_name)}\n"
        f"*Guard rail:* {kit.escape(experiment.goal)}\n"
        f"*How to tell:* {kit.escape(experiment.metric)}"
    )


def _told(experiment: Experiment, look: Look) -> str:
    """The review's sentence, word for word, with the experiment's name in bold."""
    rest = look.sentence.removeprefix(experiment.title)
    return f"*{kit.escape(experiment.title)}*{kit.escape(rest)}"


def _own(text: str) -> Block:
    """A section with people's own words: Slack shall not make links or mentions of them itself."""
    return {"type": "section", "text": {**kit.mrkdwn(text), "verbatim": True}}


def _choice(idea: Idea, team_id: int) -> str:
    """What a button or an option carries: which idea, for which team."""
    return f"{idea.id}:{team_id}"
