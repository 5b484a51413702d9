"""What we teach and what we measure, as written in content/: one frozen model a kind of entry."""

from typing import Annotated, Literal

from msgspec import Struct

from bot.framework.text_rules import AtLeast, Count, Spelled, ValidText, web_address

# How long a text may be depends on where Slack shows it (a button shows about 30 characters).
Slug = Annotated[
    str,
    Spelled(
        r"(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*",
        "an id has small letters, digits and single hyphens, 40 at most",
    ),
]
Typed = Annotated[
    str, Spelled(r"(?=.{1,40}$)/amp( [a-z ]+)?", "it begins with /amp and has small letters only")
]
Label = Annotated[str, ValidText(30)]
Option = Annotated[str, ValidText(75)]
Title = Annotated[str, ValidText(120)]
Line = Annotated[str, ValidText(150)]
Note = Annotated[str, ValidText(500, links=True)]
Prose = Annotated[str, ValidText(1500, lines=True, links=True)]
Link = Annotated[str, ValidText(300), web_address]
Word = Annotated[str, ValidText(40)]
# What tools and rounds know of a team that does a line of its checklist.
Known = Literal[
    "audit", "roles", "fit", "four-ts", "pulse", "cycle", "experiment", "autonomy", "review"
]  # fmt: skip


class Entry(Struct, frozen=True):
    """Something written in content/; bot/framework/shapes.py takes no name that is not known."""


class Statement(Entry, frozen=True):
    """A statement to agree with, as written; raise `wording` when its meaning changes."""

    id: Slug
    text: Line
    reversed: bool = False
    wording: Annotated[int, AtLeast(1)] = 1


class Facet(Entry, frozen=True):
    """One side of a drive, asked about once in a cycle with its next statement."""

    id: Slug
    name: Label
    about: Line
    items: Annotated[tuple[Statement, ...], Count(1)]
    questions: Annotated[tuple[Line, ...], Count(1)]


class Drive(Entry, frozen=True):
    """Autonomy, mastery or purpose: its anchor comes every round, its facets rotate."""

    id: Slug
    name: Label
    about: Line
    anchor: Statement
    facets: Annotated[tuple[Facet, ...], Count(1)]
    questions: Annotated[tuple[Line, ...], Count(1)]


class Week(Entry, frozen=True):
    """Which facets one week of the cycle asks about, and whether it has an open question."""

    facets: Annotated[tuple[Slug, ...], Count(1, 2)]
    prompt: bool = False


class Prompt(Entry, frozen=True):
    """An open question, answered in a person's own words."""

    id: Slug
    text: Line


class Scale(Entry, frozen=True):
    """The five labelled answers, from 1 to 5, and the way to leave a statement out."""

    points: Annotated[tuple[Option, ...], Count(5, 5)]
    skip: Option


class Part(Entry, frozen=True, kw_only=True):
    """A piece of a card; what it claims about the world names its sources.

    Under the text of `ideas` stand the ideas for the drive of the card's name, and under that of
    `checklist` the lines that belong to the card, or all of them if none does.
    """

    kind: Literal["text", "claim", "tip", "warning", "ideas", "checklist"] = "text"
    title: Option | None = None
    text: Prose
    caveat: Note | None = None
    sources: Annotated[tuple[Slug, ...], Count(most=4)] = ()

    def __post_init__(self) -> None:
        if self.kind == "claim" and not self.sources:
            raise ValueError("is a claim, so it needs `sources`")


class ToolButton(Entry, frozen=True):
    """A button on a card that opens one of the tools (bot/tools)."""

    label: Label
    opens: Literal["audit", "roles", "fit", "four-ts", "mastery", "purpose", "checklist", "shipit"]


class Card(Entry, frozen=True, kw_only=True):
    """One message that teaches one thing; `names` are what people type after `/amp`."""

    id: Slug
    title: Title
    button: Label
    summary: Line
    names: tuple[Word, ...] = ()
    words: tuple[Word, ...] = ()
    body: Annotated[tuple[Part, ...], Count(1, 9)]
    more: Annotated[tuple[Part, ...], Count(most=12)] = ()
    tools: Annotated[tuple[ToolButton, ...], Count(most=3)] = ()
    back: Slug | None = None
    next: Slug | None = None
    see: Annotated[tuple[Slug, ...], Count(most=10)] = ()

    def __post_init__(self) -> None:
        ways = [way for way in (self.id, self.back, self.next) if way]
        if len(set(ways)) < len(ways) or len(set(self.see)) < len(self.see):
            raise ValueError("has two buttons to one card, or one to itself")

    @property
    def has_more(self) -> bool:
        return bool(self.more or any(part.sources for part in self.body))


class Source(Entry, frozen=True):
    """Where a claim comes from."""

    id: Slug
    text: Line
    link: Link | None = None


class Idea(Entry, frozen=True):
    """Something a team can try, with the guard rail that keeps it accountable.

    `goal` is that guard rail, what must not get worse; `metric` tells that it works, `risk` what
    can go wrong. Without `sources` it comes from practice.
    """

    id: Slug
    facet: Slug
    title: Option
    what: Note
    goal: Line
    metric: Line
    risk: Line | None = None
    effort: Literal["small", "medium", "large"] = "medium"
    who: Literal["each", "pair", "team", "lead"] = "team"
    sources: Annotated[tuple[Slug, ...], Count(most=2)] = ()


class Sign(Entry, frozen=True):
    """A sign of Motivation 2.0 or 3.0 that one can see from outside."""

    id: Slug
    system: Literal[2, 3]
    text: Line
    why: Line
    sources: tuple[Slug, ...] = ()


class RoleQuestion(Entry, frozen=True):
    """A yes-or-no question about one kind of work, and what a yes speaks for."""

    id: Slug
    text: Line
    hint: Line
    yes: Literal["algorithmic", "heuristic"]


class RoleKind(Entry, frozen=True):
    """What follows for rewards and autonomy when work is of this kind."""

    id: Literal["algorithmic", "mixed", "heuristic"]
    name: Label
    about: Line
    rewards: Note
    autonomy: Note
    sources: Annotated[tuple[Slug, ...], Count(1)]


class FitQuestion(Entry, frozen=True, kw_only=True):
    """A yes-or-no question; the answer `stops_on` says that something else comes first."""

    id: Slug
    text: Line
    stops_on: bool
    because: Note
    sources: tuple[Slug, ...] = ()
    instead: Note


class Todo(Entry, frozen=True):
    """One line of the checklist, derived from the step that its card explains.

    `by` names what ticks it by itself, `tried` the ideas whose experiment does; `opens` is the
    tool that it is done with.
    """

    id: Slug
    card: Slug
    text: Option
    how: Line
    by: tuple[Known, ...] = ()
    tried: tuple[Slug, ...] = ()
    opens: Literal["audit", "roles", "fit", "four-ts", "purpose", "experiment"] | None = None


class CommandHelp(Entry, frozen=True):
    """Something to type that does more than show a card."""

    id: Slug
    typed: Typed
    summary: Line
    words: tuple[Word, ...] = ()
    also: tuple[Word, ...] = ()  # what people type for it as well
    said: tuple[Word, ...] = ()  # in a message, each of these is enough to mean it
    leads: bool = False
    by_name: bool = False  # it sends or deletes for many: offered only to whom types its name
    first_for: tuple[Literal["newcomer", "member", "lead"], ...] = ()  # whose help begins with it


class Schema(Entry, frozen=True):
    """The schema of one language: all that it says."""

    scale: Scale
    drives: Annotated[tuple[Drive, ...], Count(3, 3)]
    hygiene: tuple[Facet, ...]
    rotation: Annotated[tuple[Week, ...], Count(1)]
    prompts: Annotated[tuple[Prompt, ...], Count(1)]
    cards: Annotated[tuple[Card, ...], Count(1)]
    sources: tuple[Source, ...]
    ideas: tuple[Idea, ...]
    signs: tuple[Sign, ...]
    roles: Annotated[tuple[RoleQuestion, ...], Count(3, 3)]
    role_kinds: Annotated[tuple[RoleKind, ...], Count(3, 3)]
    fit: tuple[FitQuestion, ...]
    checklist: tuple[Todo, ...]
    commands: tuple[CommandHelp, ...]
    courtesies: tuple[Word, ...]  # said around a command, and no part of it
