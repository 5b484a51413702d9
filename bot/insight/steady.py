"""What is said of drives that did not change, are still being learnt, or are hidden."""

from collections.abc import Mapping, Sequence

from bot.insight import scores
from bot.insight.figures import Figure, decimal, number
from bot.insight.news import News
from bot.insight.scores import Sentence
from bot.insight.verdicts import ROUNDS_NEEDED, Kind
from bot.privacy import QUORUM
from bot.words import Words

QUIET_WORDS = 3  # ways to say that nothing changed
FIRST_LOOKS = 2  # rounds in which the scale is explained beside each score
AGREES = 3.5  # from this mean on people rather agree


def steady(
    say: Words,
    drives: Sequence[Figure],
    news: Sequence[News] = (),
    turn: int = 0,
    before: Mapping[str, float | None] | None = None,
    *,
    alone: bool = True,
) -> list[Sentence]:
    """What is said of the drives that did not change, are still being learnt, or are hidden.

    *alone*: nothing else changed, so that a quiet week is one.
    """
    told = {one.drive for one in news if one.stage == "goes-on"}
    others = [d for d in drives if d.id not in told]
    noise = [d for d in others if d.kind == Kind.NOISE and not d.odd]
    hidden = [d for d in drives if d.kind == Kind.HIDDEN]
    quiet = alone and len(noise) == len(drives)
    return [
        *odd_round(say, [d for d in drives if d.odd]),
        *(quiet_week(say, noise, turn, before or {}) if quiet else within_noise(say, noise)),
        *_learning(say, [d for d in others if d.kind == Kind.LEARNING]),
        *([Sentence(_too_few(say, hidden))] if hidden else []),
    ]


def quiet_week(
    say: Words,
    drives: Sequence[Figure],
    turn: int = 0,
    before: Mapping[str, float | None] | None = None,
) -> list[Sentence]:
    """A week in which nothing changed: short, and without an arrow to explain.

    Where a drive lies further from *before* than ordinary weeks do, that is what is told of it.
    """
    if not drives:
        return []
    ordinary = max((drive.ordinary for drive in drives), key=float)
    told = Sentence(
        say.plain("insight-scores", scores=scores.in_a_row(say, scores.each(say, drives)))
    )
    farthest = max(drives, key=lambda drive: abs(_jump(drive, before or {})))
    if abs(_jump(farthest, before or {})) > float(ordinary):
        return [told, Sentence(_jumped(say, farthest, before or {}, ordinary))]
    quiet = say.plain("insight-quiet", ordinary=decimal(ordinary), turn=turn % QUIET_WORDS)
    return [told, Sentence(quiet)]


def _jump(drive: Figure, before: Mapping[str, float | None]) -> float:
    """How far a drive lies from what the round before showed; nothing where it showed nothing.

    In hundredths at most, which shown means have: 3.9 - 3.4 is 0.5 and no trifle more.
    """
    was = before.get(drive.id)
    return 0.0 if was is None or drive.shown is None else round(drive.shown - was, 2)


def _jumped(say: Words, drive: Figure, before: Mapping[str, float | None], ordinary: str) -> str:
    jump = _jump(drive, before)
    return say.plain(
        "insight-quiet-jump",
        name=drive.name,
        gap=number(abs(jump), drive.people),
        kind=Kind.UP if jump > 0 else Kind.DOWN,
        ordinary=decimal(ordinary),
    )


def odd_round(say: Words, drives: Sequence[Figure]) -> list[Sentence]:
    """The drives that this one round shows far from their usual: what it is, and no conclusion."""
    told = [Sentence(_odd(say, drive)) for drive in drives]
    return [*told, Sentence(say.plain("insight-one-round"))] if told else []


def _odd(say: Words, drive: Figure) -> str:
    return say.plain(
        "insight-odd",
        name=drive.name,
        side=drive.odd,
        score=scores.number_of(drive),
        usual=decimal(drive.odd_against),
        rounds=drive.odd_rounds,
    )


def within_noise(say: Words, drives: Sequence[Figure]) -> list[Sentence]:
    """The drives that did not change in a week in which another one did."""
    if not drives:
        return []
    return [Sentence(say.plain("insight-noise", scores=scores.each(say, drives)))]


def _learning(say: Words, drives: Sequence[Figure]) -> list[Sentence]:
    """One sentence for all drives that are at the same point of learning."""
    groups: dict[tuple[int, str | None], list[Figure]] = {}
    for drive in drives:
        groups.setdefault((drive.rounds_left, drive.called), []).append(drive)
    return [
        Sentence(_to_learn(say, _levels(say, group, *point), *point))
        for point, group in groups.items()
    ]


def _levels(say: Words, drives: Sequence[Figure], left: int, called: str | None) -> list[str]:
    """Scores; in a team's first rounds with what a number on this scale means."""
    if called or ROUNDS_NEEDED - left > FIRST_LOOKS:
        return scores.each(say, drives)
    return [
        say.plain(
            "insight-score-level",
            name=d.name,
            score=scores.number_of(d),
            level=_level(d.shown or 0),
        )
        for d in drives
    ]


def _level(shown: float) -> str:
    """Whether people rather agree; of people with one another it says nothing."""
    if shown >= AGREES:
        return "high"
    return "low" if shown <= 6 - AGREES else "middle"


def _to_learn(say: Words, shown: list[str], left: int, called: str | None) -> str:
    if called is None:
        return say.plain("insight-beginning", scores=shown, seen=ROUNDS_NEEDED - left, left=left)
    return say.plain("insight-learning-anew", scores=shown, called=called, left=left)


def _too_few(say: Words, drives: Sequence[Figure]) -> str:
    names = [drive.name for drive in drives]
    return say.plain("insight-hidden", names=names, count=len(names), quorum=QUORUM)
