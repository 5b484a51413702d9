"""What a digest and a review say, in sentences, and no more than the numbers allow.

They never name, rank or blame, put an arrow on noise, show a decimal beyond the rounding, or say
why something changed: docs/method.md tells what they may.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot import privacy
from bot.insight.oddity import Oddity
from bot.insight.readings import Participation, Reading
from bot.insight.reviews import Outcome, Review
from bot.insight.verdicts import ROUNDS_NEEDED, Kind, Verdict
from bot.privacy import QUORUM

SMALL_NUMBERS = [
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
MOVED = {Kind.UP: "higher", Kind.DOWN: "lower"}
NOT_SHOWN = (
    f"We show results only from {QUORUM} answers up, "
    "so this week's are not shown and were not kept."
)
ONE_ROUND = "One round alone cannot say whether anything changed; the next one will tell more."


@dataclass(frozen=True)
class Sentence:
    """One or more plain sentences without markup; `strong` ones carry the news."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Drive:
    """One drive in a digest: its reading, and what the rule says of it."""

    reading: Reading
    verdict: Verdict

    @property
    def name(self) -> str:
        return self.reading.name


def number(shown: float, people: int) -> str:
    """A shown mean with the decimals that its rounding has: 3.75, 3.5 and 4, but 4.0 from 20."""
    return f"{shown:.1f}" if privacy.steps_per_point(people) == 10 else f"{shown:g}"


def about(points: float) -> str:
    """A difference or a band, which is never known better than to a tenth."""
    return f"{abs(points):.1f}"


def spelled(count: int) -> str:
    """A small number as a word, up to ninety-nine; larger ones as figures."""
    if count <= 20:
        return SMALL_NUMBERS[count]
    tens, ones = divmod(count, 10)
    if tens > 9:
        return str(count)
    return TENS[tens - 2] + (f"-{SMALL_NUMBERS[ones]}" if ones else "")


def digest(
    pulse: int,
    participation: Participation,
    drives: Sequence[Drive],
    *,
    closer: Sequence[Reading] = (),
    question: str = "",
) -> list[Sentence]:
    """A whole digest as sentences: who answered, what changed, what did not, what to discuss.

    *closer* are the facets' readings; *question* is one for the team, without "Ask together".
    """
    opening = f"Pulse {pulse}. {took_part(participation)}"
    if not participation.enough:
        return [Sentence(f"{opening} {NOT_SHOWN}"), *_asked("Question to discuss", question)]
    changed = [s for drive in drives if drive.verdict.changed for s in change(drive)]
    return [
        Sentence(opening),
        *changed,
        *steady(drives),
        *closer_look(closer),
        *_asked("Ask together", question),
    ]


def took_part(participation: Participation) -> str:
    """How many answered and how many could, without a word on who or why."""
    people = "" if participation.enough else " people"
    return f"{participation.answered} of {participation.invited}{people} answered."


def change(drive: Drive) -> list[Sentence]:
    """What is said of a drive that really changed: by how much, since when, and how sure."""
    return [
        Sentence(f"{drive.name} is {MOVED[drive.verdict.kind]} than usual: {_gap(drive)}", True),
        Sentence(f"{_beyond_wobble(drive.verdict)} We cannot say why."),
    ]


def _gap(drive: Drive) -> str:
    """The two windows side by side, or their distance where rounding makes them look equal."""
    verdict = drive.verdict
    last, before = _last(verdict), f"in the {_rounds_before(verdict)} before"
    new, old = verdict.shown_new, verdict.shown_before
    if new is None or old is None or new == old:
        gap = number(verdict.shown_gap, verdict.people)
        return f"about {gap} {MOVED[verdict.kind]} {last} than {before}."
    people = verdict.people
    return f"{number(new, people)} {last} against {number(old, people)} {before}."


def _last(verdict: Verdict) -> str:
    since = f" (since {day(verdict.since)})" if verdict.since else ""
    return f"over the last {spelled(verdict.window)} rounds{since}"


def _rounds_before(verdict: Verdict) -> str:
    return spelled(verdict.rounds_before)


def day(on: date) -> str:
    """A date as people say it: 3 June."""
    return f"{on.day} {on:%B}"


def _beyond_wobble(verdict: Verdict) -> str:
    return (
        "That is more than this team's ordinary wobble "
        f"(over {spelled(verdict.window)} rounds we ignore gaps under about "
        f"{about(verdict.callable_gap)})."
    )


def steady(drives: Sequence[Drive]) -> list[Sentence]:
    """What is said of the drives that did not change, are still being learnt, or are hidden."""
    noise = [d for d in drives if d.verdict.kind is Kind.NOISE and not d.verdict.odd]
    odd = [d for d in drives if d.verdict.odd]
    learning = [d for d in drives if d.verdict.kind is Kind.LEARNING]
    hidden = [d for d in drives if d.verdict.kind is Kind.HIDDEN]
    quiet = len(noise) == len(drives)
    return [
        *odd_round(odd),
        *(quiet_week(noise) if quiet else within_noise(noise)),
        *_learning(learning),
        *([Sentence(too_few([d.name for d in hidden]))] if hidden else []),
    ]


def quiet_week(drives: Sequence[Drive]) -> list[Sentence]:
    """A week in which nothing changed: short, and without an arrow to explain."""
    if not drives:
        return []
    wobble = max(d.verdict.ordinary_difference for d in drives)
    return [
        Sentence(f"{scores(drives, ', ')}."),
        Sentence(
            "All within normal wobble: for a group this size, two ordinary weeks can differ by "
            f"about {about(wobble)}. Nothing here needs explaining."
        ),
    ]


def odd_round(drives: Sequence[Drive]) -> list[Sentence]:
    """The drives that this one round shows far from their usual: what it is, and no conclusion."""
    said = [
        Sentence(_odd(drive.reading, drive.verdict.odd)) for drive in drives if drive.verdict.odd
    ]
    return [*said, Sentence(ONE_ROUND)] if said else []


def side(odd: Oddity) -> str:
    """On which side of the usual an odd round lies."""
    return "low" if odd.low else "high"


def _odd(read: Reading, odd: Oddity) -> str:
    before = number(odd.shown_before or 0.0, odd.people)
    return (
        f"{read.name} was unusually {side(odd)} for this team in this one round: "
        f"{number(read.shown or 0.0, read.people)} against {before} in the "
        f"{spelled(odd.rounds_before)} before."
    )


def within_noise(drives: Sequence[Drive]) -> list[Sentence]:
    """The drives that did not change in a week in which another one did."""
    return [Sentence(f"{scores(drives, ' and ')}: within noise.")] if drives else []


def _learning(drives: Sequence[Drive]) -> list[Sentence]:
    """One sentence for all drives that are at the same point of learning."""
    groups: dict[tuple[int, Kind | None], list[Drive]] = {}
    for drive in drives:
        groups.setdefault((drive.verdict.rounds_left, drive.verdict.called), []).append(drive)
    return [
        Sentence(f"{scores(group, ' and ')}: {_to_learn(*key)}") for key, group in groups.items()
    ]


def _to_learn(rounds_left: int, called: Kind | None) -> str:
    left = f"{spelled(rounds_left)} more round{'s' if rounds_left > 1 else ''}"
    if called is None:
        return (
            "we cannot say yet whether anything changed. That takes "
            f"{spelled(ROUNDS_NEEDED)} rounds to compare, so {left}."
        )
    was = "rise" if called is Kind.UP else "drop"
    return f"we are learning the new level after the {was}; {left} until we can compare again."


def too_few(names: Sequence[str]) -> str:
    """What is said of drives whose statement fewer than the quorum answered."""
    are = "is" if len(names) == 1 else "are"
    return f"{_listed(names)} {are} not shown: fewer than {QUORUM} people answered."


def scores(drives: Sequence[Drive], last: str) -> str:
    """Names with their shown means: "Autonomy 3.75, Mastery 4"; *last* joins the final two."""
    return _listed([_score(d.reading) for d in drives], last)


def _listed(said: Sequence[str], last: str = " and ") -> str:
    return last.join(part for part in (", ".join(said[:-1]), said[-1]) if part)


def _score(reading: Reading) -> str:
    return f"{reading.name} {number(reading.shown or 0.0, reading.people)}"


def closer_look(facets: Sequence[Reading]) -> list[Sentence]:
    """The facets that were asked this week: a score each, never a trend."""
    seen = [f"{f.name.lower()} {number(f.shown, f.people)}" for f in facets if f.shown is not None]
    return [Sentence(f"Closer look: {', '.join(seen)}.")] if seen else []


def _asked(lead: str, question: str) -> list[Sentence]:
    """A question after a colon begins small, unless with "I"."""
    if not question:
        return []
    first, *_ = question.split(maxsplit=1)
    begun = question if first == "I" or first.startswith(("I'", "I’")) else _small(question)
    return [Sentence(f"{lead}: {begun}")]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def review(experiment: str, rounds: int, drive: str, found: Review) -> str:
    """What can be said of an experiment that ran for *rounds* rounds to move *drive*."""
    return f"{experiment} ({rounds} round{'' if rounds == 1 else 's'}): {_finding(drive, found)}"


def _finding(drive: str, found: Review) -> str:
    if found.kind is Outcome.TOO_FEW:
        return (
            f"Too few rounds to say anything about {drive}: we compare at least four with enough "
            f"answers before and after, and there were {spelled(found.rounds_before)} and "
            f"{spelled(found.rounds_after)}."
        )
    if found.kind is Outcome.NO_BIG_CHANGE:
        return f"No big change in {drive}: any effect is probably smaller than 0.25."
    if found.kind is Outcome.CANNOT_TELL:
        return (
            f"Cannot tell: {spelled(found.rounds_after)} rounds of this many answers cannot "
            f"separate an effect on {drive} from ordinary wobble."
        )
    return _moved(drive, found)


def _moved(drive: str, found: Review) -> str:
    up = found.kind is Outcome.UP
    ends = sorted(abs(end) for end in (found.low or 0.0, found.high or 0.0))
    before = " It was already {} before you started.".format("rising" if up else "falling")
    return (
        f"{drive} is about {about(found.estimate or 0.0)} {'higher' if up else 'lower'} than in "
        f"the {found.rounds_before} rounds before (likely between {about(ends[0])} and "
        f"{about(ends[1])}). Something changed; we cannot prove the experiment caused it."
        f"{before if found.already_moving else ''}"
    )
