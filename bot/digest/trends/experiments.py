"""What was tried in the rounds that trends show, and what came of it."""

from collections.abc import Sequence

from bot.digest.trends.lines import Trends
from bot.experiments import blocks
from bot.experiments.experimenting import Status
from bot.framework.content import Content
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.slack.charts import Band
from bot.words import Markup, Words

MAX_SHOWN = 5


def tried(
    say: Words, content: Content, experiments: Sequence[Status], *, since: int
) -> list[Block]:
    """The experiments that had rounds from pulse *since* on."""
    found = within(experiments, since=since)
    if not found:
        return []
    more = len(found) - MAX_SHOWN
    return [
        kit.section(say("trends-tried")),
        *(_experiment(say, content, one) for one in found[:MAX_SHOWN]),
        *([kit.context(say("trends-tried-more", more=more))] if more > 0 else []),
    ]


def within(experiments: Sequence[Status], *, since: int, until: int | None = None) -> list[Status]:
    """Those that had rounds from pulse *since* on, and *until* another."""
    return [
        one
        for one in experiments
        if last_round(one) >= since and (until is None or one.experiment.first_round <= until)
    ]


def bands(seen: Trends, drawn: Sequence[int], tried: Sequence[Status]) -> list[Band]:
    """Where a line was under an experiment that was to move it, among the *drawn* places."""
    found = []
    for number, line in enumerate(seen.lines):
        for one in tried:
            under = [
                place
                for place, n in enumerate(drawn)
                if one.experiment.drive == line.drive.id
                and seen.groups[n].last >= one.experiment.first_round
                and seen.groups[n].first <= last_round(one)
            ]
            found += [(number, under[0], under[-1])] if under else []
    return found


def last_round(one: Status) -> int:
    """The number of the last round that an experiment has had, or of its first."""
    return one.experiment.first_round + max(one.rounds, 1) - 1


def _experiment(say: Words, content: Content, one: Status) -> Block:
    """One experiment; Slack shall make no links of its own in people's words."""
    return kit.verbatim(story(say, content, one))


def story(say: Words, content: Content, one: Status) -> Markup:
    """One experiment in a few sentences: when, what became of it, what its review found."""
    experiment = one.experiment
    if experiment.ended_at is None:
        return say("trends-running", title=experiment.title, first=experiment.first_round)
    told = say(
        "trends-ended",
        title=experiment.title,
        rounds=one.rounds,
        first=experiment.first_round,
        last=last_round(one),
        end=blocks.ended(say, experiment),
    )
    if not one.reviews:
        return told
    review = one.reviews[-1]
    finding = blocks.finding(say, content, experiment, review)
    return say("trends-reviewed", told=told, rounds=review.rounds, finding=finding)
