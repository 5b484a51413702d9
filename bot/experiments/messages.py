"""What a team's channel and its leads read of an experiment: its beginning, its review, its end."""

from bot.experiments import blocks
from bot.experiments.blocks import told, wishes
from bot.experiments.models import End, Experiment, Review
from bot.experiments.voting import Choice
from bot.framework.content import Content
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.words import Markup, Words, channel, escape, mention

VOTES = {
    Choice.KEEP: "experiments-keep-button",
    Choice.LONGER: "experiments-longer-button",
    Choice.DROP: "experiments-drop-button",
}
DECIDED = {
    End.KEPT.value: "experiments-kept",
    End.DROPPED.value: "experiments-dropped",
    None: "experiments-longer",
}


def started(say: Words, content: Content, experiment: Experiment, lead: str) -> Draft:
    """What the channel reads when an experiment begins."""
    title = experiment.title
    when = say(
        "experiments-announced-when",
        first=experiment.first_round,
        last=experiment.last_round,
        rounds=experiment.rounds,
    )
    return Draft(
        say("experiments-announced-text", title=title),
        [
            kit.verbatim(say("experiments-announced", lead=mention(lead), title=title)),
            *blocks.plan(say, content, experiment),
            kit.context(when),
        ],
    )


def review(say: Words, content: Content, experiment: Experiment, made: Review) -> Draft:
    """The review, with the question to everybody; it is never edited afterwards."""
    assert made.votes_until is not None
    plain = told(say, content, experiment, made, title=escape(experiment.title))
    return Draft(
        say("experiments-review-text", review=plain),
        [
            kit.section(say("experiments-review")),
            kit.verbatim(told(say, content, experiment, made)),
            kit.verbatim(say("experiments-review-guard-rail", goal=experiment.goal)),
            kit.section(say("experiments-review-question")),
            kit.actions(*(_vote(say, made, choice) for choice in Choice)),
            kit.context(say("experiments-review-until", until=made.votes_until)),
        ],
    )


def _vote(say: Words, made: Review, choice: Choice) -> Block:
    value = f"{made.experiment_id}:{made.last_round}:{choice}"
    return kit.button(say.plain(VOTES[choice]), f"experiment:vote:{choice}", value)


def vote_taken(say: Words, made: Review) -> Markup:
    """The same for everybody, whatever they pressed."""
    assert made.votes_until is not None
    return say("experiments-vote-taken", until=made.votes_until)


def decided(say: Words, experiment: Experiment, made: Review, lead: str) -> Draft:
    """What the channel reads when the leads have decided."""
    title, last = experiment.title, experiment.last_round
    news = say(DECIDED[experiment.end], title=title, lead=mention(lead), last=last)
    return Draft(
        say("experiments-decided-text", title=title),
        [kit.verbatim(news), kit.context(wishes(say, made))],
    )


def not_decided(say: Words, experiment: Experiment) -> Draft:
    """What the channel reads when nobody has decided: it is closed, so that another can begin."""
    told = say("experiments-not-decided", title=experiment.title)
    return Draft(say("experiments-decided-text", title=experiment.title), [kit.verbatim(told)])


def wished(say: Words, experiment: Experiment, made: Review) -> Draft:
    """What the channel reads of the wishes where the leads had decided before they were counted."""
    return Draft(
        say("experiments-decided-text", title=experiment.title), [kit.verbatim(wishes(say, made))]
    )


def ended_early(
    say: Words, content: Content, experiment: Experiment, made: Review, lead: str
) -> Draft:
    """What the channel reads when an experiment is ended before its review."""
    title = experiment.title
    return Draft(
        say("experiments-ended-early-text", title=title),
        [
            kit.verbatim(say("experiments-ended-early", lead=mention(lead), title=title)),
            kit.verbatim(told(say, content, experiment, made)),
        ],
    )


def done(say: Words, team: Team, experiment: Experiment) -> Markup:
    """What the lead reads who has just kept, dropped or ended one."""
    return say(
        "experiments-done",
        title=experiment.title,
        end=blocks.ended(say, experiment),
        channel=channel(team.digest_channel_id),
    )


def asks_leads(
    say: Words, content: Content, team: Team, experiment: Experiment, made: Review
) -> Draft:
    """What leads read when the wishes have been counted: what becomes of it?"""
    return Draft(
        say("experiments-decision-text", team=team.name),
        [
            kit.verbatim(say("experiments-decision", team=team.name)),
            kit.verbatim(told(say, content, experiment, made)),
            kit.context(wishes(say, made)),
            blocks.decision(say, experiment),
        ],
    )
