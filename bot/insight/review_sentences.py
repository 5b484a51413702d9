"""What the review of an experiment says, in mrkdwn, and no more than the numbers allow."""

from bot.insight import reviews
from bot.insight.figures import about, decimal
from bot.insight.reviews import Finding, Outcome
from bot.words import Decimal, Markup, Words, join


def review(say: Words, title: str, rounds: int, drive: str, found: Finding) -> Markup:
    """What can be said of the experiment *title*, in mrkdwn; see `finding`."""
    told = finding(say, rounds, drive, found)
    return say("insight-review", title=title, rounds=rounds, finding=told)


def finding(say: Words, rounds: int, drive: str, found: Finding) -> Markup:
    """What can be said of an experiment that ran for *rounds* rounds to move *drive*."""
    if found.kind in (Outcome.UP, Outcome.DOWN):
        return _change_found(say, drive, found)
    if found.kind is Outcome.NO_BIG_CHANGE:
        small = Decimal(reviews.SMALL, 2)
        return say("insight-review-no-big-change", drive=drive, small=small)
    if found.kind is Outcome.CANNOT_TELL:
        return say("insight-review-cannot-tell", drive=drive, rounds=found.rounds_after)
    return _nothing_found(say, rounds, drive, found)


def _change_found(say: Words, drive: str, found: Finding) -> Markup:
    low, high = sorted(abs(end) for end in (found.low or 0.0, found.high or 0.0))
    kind = found.kind.value
    told = say(
        "insight-review-changed",
        drive=drive,
        kind=kind,
        estimate=decimal(about(found.estimate or 0.0)),
        before=found.rounds_before,
        low=decimal(about(low)),
        high=decimal(about(high)),
    )
    moving = [say("insight-review-already-moving", kind=kind)] if found.already_moving else []
    return join(" ", [told, *_from_means(say, found), *moving])


def _from_means(say: Words, found: Finding) -> list[Markup]:
    """Why the estimate is less than the means differ by, which digests have told."""
    if not found.mean_after or found.mean_after == found.mean_before:
        return []
    means = {"after": decimal(found.mean_after), "before": decimal(found.mean_before)}
    return [say("insight-review-means", rounds=found.rounds_after, **means)]


def _nothing_found(say: Words, rounds: int, drive: str, found: Finding) -> Markup:
    if not rounds:
        return say("insight-review-ended-at-once")
    if not found.rounds_after:
        return say("insight-review-none-after", drive=drive)
    if not found.rounds_before:
        return say("insight-review-none-before", drive=drive)
    before, after = found.rounds_before, found.rounds_after
    fewest = reviews.MIN_ROUNDS
    return say("insight-review-too-few", drive=drive, fewest=fewest, before=before, after=after)
