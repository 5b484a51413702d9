"""Every twelfth round: a year on one page, with experiments under the drive they were to move."""

from collections.abc import Sequence

from bot.digest.summary import Summary
from bot.digest.trends import blocks, lines
from bot.digest.trends.experiments import bands, story, within
from bot.experiments.experimenting import Status
from bot.framework.content import Content
from bot.slack import block_kit as kit
from bot.slack import charts
from bot.slack.block_kit import Block
from bot.slack.outbox import Draft
from bot.words import Words, join

EVERY = 12  # rounds
ROUNDS = 52  # that it looks back on


def is_due(number: int) -> bool:
    """Whether one follows the digest of this round."""
    return number % EVERY == 0


def retrospective(
    say: Words, content: Content, summaries: Sequence[Summary], experiments: Sequence[Status]
) -> Draft:
    """Each drive over up to 52 rounds, and below its line what was tried to move it.

    Made of what the digests showed, oldest first, and of the experiments' reviews.
    """
    seen = lines.of(summaries[-1].team, summaries, ROUNDS)
    tried = within(experiments, since=seen.first)
    text = say("retrospective-text", team=seen.team, rounds=seen.rounds)
    drives = [_drive(say, content, seen, line, tried) for line in seen.lines]
    small = say("retrospective-small", rounds=seen.rounds, each=seen.each)
    header = kit.header(say.plain("retrospective-header", team=seen.team))
    own = [kit.verbatim(blocks.drive(say, content, seen, line, bars=True)) for line in seen.own]
    heading = [kit.section(say("retrospective-own"))] if own else []
    nothing = [] if tried else [kit.section(say("retrospective-nothing-tried"))]
    told = [*drives, *nothing, *heading, *own, kit.context(small)]
    drawn = [*_picture(say, content, seen, tried), *_own_picture(say, seen)]
    return Draft(text, [header, *drawn, *told], [[header, *told]])


def _picture(
    say: Words, content: Content, seen: lines.Trends, tried: Sequence[Status]
) -> list[Block]:
    """The lines, with a band along each where something was tried to move it."""
    chart = blocks.line_chart(say, content, seen)
    if chart is None:
        return []
    full = seen.full
    picture = charts.as_picture(say, chart, seen.gaps(full), bands(seen, full, tried))
    note = [kit.context(say("report-bands"))] if picture["amp_bands"] else []
    return [picture, *note]


def own_picture(say: Words, seen: lines.Trends, line: lines.Line) -> Block | None:
    """A statement of the team's own as a picture, with a gap where it was not asked."""
    chart = blocks.own_chart(say, seen, line)
    return charts.as_picture(say, chart, seen.gaps(blocks.asked_at(line))) if chart else None


def _own_picture(say: Words, seen: lines.Trends) -> list[Block]:
    """The line of the statement that the team asked last besides."""
    pictures = [own_picture(say, seen, line) for line in seen.own[-1:]]
    return [picture for picture in pictures if picture]


def _drive(
    say: Words, content: Content, seen: lines.Trends, line: lines.Line, tried: Sequence[Status]
) -> Block:
    told = blocks.drive(say, content, seen, line, bars=True)
    own = [one for one in tried if one.experiment.drive == line.drive.id]
    untried = [say("retrospective-untried")] if tried else []  # else it is said once, for all
    stories = [story(say, content, one) for one in own] or untried
    return kit.verbatim(_cut([told, *stories]))


def _cut(told: Sequence[str]) -> str:
    """As many of them as a section holds."""
    while len(text := join("\n", told)) > 3000:
        told = told[:-1]
    return text
