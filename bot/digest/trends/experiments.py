"""What was tried in the rounds that trends show, and what came of it."""

from collections.abc import Sequence

from bot.experiments import blocks
from bot.experiments.experimenting import Status
from bot.framework.content import Content
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.words import Markup, Words

MAX_SHOWN = 5


def tried(
    say: Words, content: Content, experiments: Sequence[Status], *, since: int
) -> list[Block]:
    """The experiments that had rounds from pulse *since* on."""
    within = [one for one in experiments if _last_round(one) >= since]
    if not within:
        return []
    more = len(within) - MAX_SHOWN
    return [
        kit.section(say("trends-tried")),
        *(_experiment(say, content, one) for one in within[:MAX_SHOWN]),
        *([kit.context(say("trends-tried-more", more=more))] if more > 0 else []),
    ]


def _last_round(one: Status) -> int:
    return one.experiment.first_round + max(one.rounds, 1) - 1


def _experiment(say: Words, content: Content, one: Status) -> Block:
    """One experiment; Slack shall make no links of its own in people's words."""
    return {"type": "section", "text": {**kit.mrkdwn(_story(say, content, one)), "verbatim": True}}


def _story(say: Words, content: Content, one: Status) -> Markup:
    experiment = one.experiment
    if experiment.ended_at is None:
        return say("trends-running", title=experiment.title, first=experiment.first_round)
    told = say(
        "trends-ended",
        title=experiment.title,
        rounds=one.rounds,
        first=experiment.first_round,
        last=_last_round(one),
        end=blocks.ended(say, experiment),
    )
    if not one.reviews:
        return told
    review = one.reviews[-1]
    finding = blocks.finding(say, content, experiment, review)
    return say("trends-reviewed", told=told, rounds=review.rounds, finding=finding)
