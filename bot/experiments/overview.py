"""`/amp experiment`: what is running and what was tried, and for leads what they can do."""

from collections.abc import Sequence

from bot.experiments import blocks
from bot.experiments.experimenting import Status
from bot.experiments.models import Experiment
from bot.framework.content import Content
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.teams.models import Team
from bot.words import Markup, Words, bold, join

MAX_PAST = 5  # experiments that one message tells of


def overview(
    say: Words,
    content: Content,
    team: Team,
    current: Status | None,
    past: Sequence[Status],
    *,
    for_lead: bool,
) -> list[Block]:
    """What is running, what was tried, and for leads what they can do."""
    shown = (
        _current(say, content, current, for_lead)
        if current
        else _nothing(say, content, team, for_lead)
    )
    header = say.plain("experiments-overview-header", team=team.name)
    return [kit.header(header), *shown, *_past(say, content, past)]


def _current(say: Words, content: Content, current: Status, for_lead: bool) -> list[Block]:
    experiment, review = current.experiment, current.undecided
    progress = _progress(say, current)
    decision = (blocks.decision if review else _changes)(say, experiment)
    return [
        kit.verbatim(say("experiments-current", title=experiment.title, progress=progress)),
        *blocks.plan(say, content, experiment),
        *(kit.verbatim(blocks.told(say, content, experiment, r)) for r in current.reviews[-1:]),
        *([kit.context(blocks.wishes(say, review))] if review and review.counted_at else []),
        *([decision] if for_lead else []),
    ]


def _progress(say: Words, current: Status) -> Markup:
    experiment, review = current.experiment, current.undecided
    first, last = experiment.first_round, experiment.last_round
    if review and review.counted_at:
        return say("experiments-progress-decision")
    if review and review.votes_until:
        return say("experiments-progress-voting", until=review.votes_until)
    if not current.rounds:
        return say("experiments-progress-ahead", first=first, last=last)
    rounds = experiment.rounds
    return say("experiments-progress", over=current.rounds, rounds=rounds, last=last)


def _nothing(say: Words, content: Content, team: Team, for_lead: bool) -> list[Block]:
    if not for_lead:
        return [kit.section(say("experiments-nothing"))]
    return [
        kit.section(say("experiments-nothing-for-leads")),
        kit.actions(_ideas(say, content, team.id), blocks.start_button(say, team.id)),
    ]


def _ideas(say: Words, content: Content, team_id: int) -> Block:
    """Every idea that serves a drive, to choose one from; choosing opens the form."""
    groups = []
    for drive in content.drives:
        for facet in drive.facets:
            ideas = content.ideas_for(facet.id)[:100]
            options = [kit.option(i.title, blocks.idea_value(i, team_id)) for i in ideas]
            label = say.plain("experiments-ideas-group-label", drive=drive.name, facet=facet.name)
            if options:
                groups.append({"label": kit.plain(label), "options": options})
    return {
        "type": "static_select",
        "action_id": "experiment:idea",
        "placeholder": kit.plain(say.plain("experiments-ideas-placeholder")),
        "option_groups": groups[:100],
    }


def _changes(say: Words, experiment: Experiment) -> Block:
    value = str(experiment.id)
    change_date = say.plain("experiments-change-date-button")
    end_early = say.plain("experiments-end-early-button")
    sure = kit.confirm_dialog(
        say,
        "experiments-end-early-title",
        "experiments-end-early-sure",
        "experiments-end-early-yes-button",
    )
    return kit.actions(
        kit.button(change_date, "experiment:when", value),
        kit.button(end_early, "experiment:end", value, style="danger", confirm=sure),
    )


def _past(say: Words, content: Content, past: Sequence[Status]) -> list[Block]:
    if not past:
        return []
    more = len(past) - MAX_PAST
    shown = [kit.divider(), kit.section(say("experiments-past"))]
    for one in past[:MAX_PAST]:
        shown += [kit.verbatim(_story(say, content, one)), kit.context(_outcome(say, content, one))]
    return [*shown, *([kit.context(say("experiments-past-more", more=more))] if more > 0 else [])]


def _story(say: Words, content: Content, one: Status) -> Markup:
    """What its last review found, which was about all of its rounds."""
    if not one.reviews:
        return bold(one.experiment.title)
    return blocks.told(say, content, one.experiment, one.reviews[-1])


def _outcome(say: Words, content: Content, one: Status) -> Markup:
    """The line below: which drive, which rounds, what became of it, what people wished."""
    experiment = one.experiment
    first, last = experiment.first_round, experiment.first_round + one.rounds - 1
    pulses = say("experiments-past-pulses", rounds=one.rounds, first=first, last=last)
    wished = [blocks.wishes(say, review) for review in one.reviews[-1:] if review.counted_at]
    drive, end = blocks.drive_name(content, experiment), blocks.ended(say, experiment)
    return join(" · ", [drive, pulses, bold(end), *wished])
