"""The forms of experiments, and what leads read once they are sent off."""

from collections.abc import Mapping

from bot.experiments import experimenting
from bot.experiments.experimenting import DEFAULT_ROUNDS, MAX_ROUNDS, Status
from bot.experiments.models import Experiment
from bot.framework.content import Content
from bot.framework.entries import Idea
from bot.framework.text_rules import LINK
from bot.insight.reviews import MIN_ROUNDS
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.teams.models import Team
from bot.words import Words, channel

MAX_LENGTHS = {"title": 75, "what": 500, "goal": 150, "metric": 150}  # in characters


def start(say: Words, content: Content, team: Team, idea: Idea | None, *, readable: int) -> View:
    """The form that begins an experiment, filled in where an *idea* was chosen.

    *readable*: how many rounds there are that a review could compare with.
    """
    intro = say("experiments-start-intro", team=team.name, channel=channel(team.digest_channel_id))
    too_early = say("experiments-start-too-early", fewest=MIN_ROUNDS, rounds=readable)
    return kit.form(
        say,
        say.plain("experiments-start-title"),
        [
            kit.section(intro),
            *([kit.context(too_early)] if readable < MIN_ROUNDS else []),
            *_inputs(say, content, idea),
        ],
        callback_id="experiment:begin",
        submit=say.plain("experiments-start-button"),
        metadata={"team": team.id, "idea": idea.id if idea else None},
    )


def _inputs(say: Words, content: Content, idea: Idea | None) -> list[Block]:
    given, goal_hint = _prefilled(idea), say.plain("experiments-goal-hint")
    drives = kit.select(
        [kit.option(drive.name, drive.id) for drive in content.drives],
        initial=content.drive_of(idea.facet) if idea else None,
    )
    counts = range(MIN_ROUNDS, MAX_ROUNDS + 1)
    rounds = kit.select(
        [kit.option(say.plain("experiments-rounds-option", rounds=n), str(n)) for n in counts],
        initial=str(DEFAULT_ROUNDS),
    )
    what, goal, metric = (_text(name, given, multiline=True) for name in ("what", "goal", "metric"))
    return [
        kit.input_("title", say.plain("experiments-name-label"), _text("title", given)),
        kit.input_("what", say.plain("experiments-what-label"), what),
        kit.input_("drive", say.plain("experiments-drive-label"), drives),
        kit.input_("goal", say.plain("experiments-goal-label"), goal, hint=goal_hint),
        kit.input_("metric", say.plain("experiments-metric-label"), metric),
        kit.input_("rounds", say.plain("experiments-rounds-label"), rounds),
    ]


def _prefilled(idea: Idea | None) -> dict[str, str]:
    if idea is None:
        return {}
    what = LINK.sub(lambda link: link[2] or "", idea.what)  # a form shows no links
    return {"title": idea.title, "what": what, "goal": idea.goal, "metric": idea.metric}


def _text(name: str, given: Mapping[str, str], *, multiline: bool = False) -> Block:
    return kit.text_input(
        initial=given.get(name), max_length=MAX_LENGTHS[name], multiline=multiline
    )


def started(say: Words, team: Team, experiment: Experiment) -> View:
    """What the lead reads when it has begun."""
    told = say(
        "experiments-started",
        title=experiment.title,
        first=experiment.first_round,
        last=experiment.last_round,
        channel=channel(team.digest_channel_id),
    )
    return kit.info_modal(say, [kit.verbatim(told)], title=say.plain("experiments-started-title"))


def reschedule(say: Words, status: Status) -> View:
    """The form that changes when a running experiment is reviewed next."""
    experiment = status.experiment
    told = say("experiments-when", title=experiment.title, rounds=status.rounds)
    options = [
        kit.option(
            say.plain(
                "experiments-when-option", pulse=experiment.first_round + rounds - 1, rounds=rounds
            ),
            str(rounds),
        )
        for rounds in experimenting.possible_rounds(status)
    ]
    rounds = kit.select(options, initial=str(experiment.rounds))
    return kit.form(
        say,
        say.plain("experiments-later-title" if status.undecided else "experiments-when-title"),
        [
            kit.verbatim(told),
            kit.input_("rounds", say.plain("experiments-when-label"), rounds),
            kit.context(say("experiments-when-small")),
        ],
        callback_id="experiment:after",
        submit=say.plain("experiments-when-button"),
        metadata={"experiment": experiment.id},
    )


def rescheduled(say: Words, team: Team, experiment: Experiment) -> View:
    """What the lead reads when the review has been put elsewhere."""
    told = say(
        "experiments-moved",
        title=experiment.title,
        last=experiment.last_round,
        channel=channel(team.digest_channel_id),
    )
    return kit.info_modal(say, [kit.verbatim(told)], title=say.plain("experiments-moved-title"))
