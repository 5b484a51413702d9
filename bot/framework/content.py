"""All that one language says, with ways to find it: items, facets, cards, topics, ideas."""

from collections.abc import Hashable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from bot.errors import AmpError
from bot.framework import topics
from bot.framework.entries import Card, Drive, Facet, Idea, Schema, Source, Statement
from bot.framework.topics import Topic
from bot.words import closest


class UnknownTopic(AmpError):
    """A card is asked for that is not in content/, or not any more."""


class Item(Struct, frozen=True):
    """A statement in its place: an anchor has a drive and no facet, pay a facet and no drive."""

    id: str
    text: str
    drive: str | None
    facet: str | None
    reversed: bool = False
    wording: int = 1


class Content(Schema, frozen=True, eq=False, dict=True):
    """What one language says, English where it says nothing, and a way to the other languages."""

    language: str = "en"
    languages: Mapping[str, "Content"] = field(default=MappingProxyType({}))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.language!r})"  # each language knows all of them

    @cached_property
    def drawn(self) -> dict[Hashable, object]:
        """What was made of it for people to see; it never changes while the process runs."""
        return {}

    @cached_property
    def meant(self) -> dict[str, Any]:
        """Which command each name of a topic means, and what is left of it, once it was typed."""
        return {}

    def locale(self, name: str | None) -> "Content":
        """The content for a Slack locale such as `de-DE`; English for a language we lack."""
        return self.languages.get(closest(name, self.languages), self)

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every statement by its id, the anchors first."""
        found = {d.anchor.id: _item(d.anchor, d.id, None) for d in self.drives}
        for facet in self.facets.values():
            drive = self.drive_of(facet.id)
            found |= {s.id: _item(s, drive, facet.id) for s in facet.items}
        return MappingProxyType(found)

    @cached_property
    def anchors(self) -> tuple[Item, ...]:
        """The anchors, in the order in which they are asked."""
        return tuple(self.items[drive.anchor.id] for drive in self.drives)

    @cached_property
    def facets(self) -> Mapping[str, Facet]:
        """Every facet by its id, pay included."""
        of_drives = [facet for drive in self.drives for facet in drive.facets]
        return MappingProxyType({facet.id: facet for facet in (*of_drives, *self.hygiene)})

    def drive_of(self, facet: str) -> str | None:
        """The id of the drive that a facet belongs to; None for pay, which stands alone."""
        return self._drive_of.get(facet)

    @cached_property
    def _drive_of(self) -> dict[str, str]:
        return {facet.id: drive.id for drive in self.drives for facet in drive.facets}

    def drive(self, id: str) -> Drive:
        return next(drive for drive in self.drives if drive.id == id)

    def prompt(self, id: str | None) -> str:
        """The text of an open question; empty where there is none, or not any more."""
        return next((prompt.text for prompt in self.prompts if prompt.id == id), "")

    def card(self, id: str) -> Card:
        """Raises UnknownTopic: a button outlives an edit of the content."""
        try:
            return self._cards[id]
        except KeyError:
            raise UnknownTopic from None

    @cached_property
    def _cards(self) -> dict[str, Card]:
        return {card.id: card for card in self.cards}

    def source(self, id: str) -> Source:
        return self._sources[id]

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """Everything that a word can find, read once: every `/amp …` looks here."""
        return topics.topics(self.cards, self.commands)

    @cached_property
    def named(self) -> Mapping[str, Topic]:
        """Every topic by its names, as `tokens` writes them; of two with one name, the first."""
        return {name: topic for topic in reversed(self.topics) for name in topic.names}

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """What is typed after `/amp` for each command, other ways to say it included."""
        return topics.spellings(self.commands)

    @cached_property
    def courtesies_anywhere(self) -> frozenset[str]:
        """What people say around a command, in whatever language."""
        languages = (self, *self.languages.values())
        said = {courtesy for language in languages for courtesy in language.courtesies}
        return frozenset(" ".join(topics.tokens(courtesy)) for courtesy in said)

    @cached_property
    def longest_courtesy(self) -> int:
        """In words."""
        return max((len(said.split()) for said in self.courtesies_anywhere), default=0)

    def ideas_for(self, facet: str) -> tuple[Idea, ...]:
        """The ideas for one facet, in the order of the file."""
        return tuple(idea for idea in self.ideas if idea.facet == facet)

    def ideas_for_drive(self, drive: str) -> tuple[Idea, ...]:
        """The ideas for all facets of a drive, or for pay, which stands alone."""
        return tuple(i for i in self.ideas if (self.drive_of(i.facet) or i.facet) == drive)


def _item(statement: Statement, drive: str | None, facet: str | None) -> Item:
    return Item(
        id=statement.id,
        text=statement.text,
        drive=drive,
        facet=facet,
        reversed=statement.reversed,
        wording=statement.wording,
    )
