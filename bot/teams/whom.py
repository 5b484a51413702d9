"""Whom a team asks of the people in its channel: a rule, which leaves some of them out. Pure.

Whoever is not in the channel is never asked, whatever the rule says.
"""

from collections.abc import Iterable

from msgspec import Struct

from bot.errors import AmpError
from bot.teams.models import EVERYBODY, PICKED, Person
from bot.teams.roster import Human


class NobodyPicked(AmpError):
    """Only some people are to be asked, and none is named."""

    field = "people"


class GroupAsItIs(AmpError):
    """A user group is to be asked, and people are named besides."""

    field = "people"


class NobodyOfThem(AmpError):
    """Of those who are to be asked, nobody is in the channel."""

    field = "whom"


class Rule(Struct, frozen=True):
    """Whom a lead chose: EVERYBODY but these people, or nobody but them.

    *whom* is EVERYBODY, PICKED or a user group's id, and *people* are Slack's user ids: those left
    out, those picked, or those in the group.
    """

    whom: str = EVERYBODY
    people: frozenset[str] = frozenset()

    def leaves_out(self, user_id: str) -> bool:
        return (user_id in self.people) == (self.whom == EVERYBODY)

    @property
    def named(self) -> frozenset[str]:
        """Whom a lead named one by one: that is kept, in the channel or not."""
        return self.people if self.whom in (EVERYBODY, PICKED) else frozenset()

    def check(self, there: Iterable[Human | Person], *, with_guests: bool) -> None:
        """Raise NobodyOfThem where it asks nobody who is in the channel, and so was chosen."""
        if self != ALL and not self.reach(there, with_guests=with_guests):
            raise NobodyOfThem

    def reach(self, humans: Iterable[Human | Person], *, with_guests: bool) -> int:
        """How many of the people in a channel would be asked; a guest who is picked is."""
        with_guests = with_guests or self.whom == PICKED
        return sum(
            not self.leaves_out(human.user_id) and (with_guests or not human.is_guest)
            for human in humans
        )


ALL = Rule()


def rule(whom: str, people: Iterable[str], group: Rule | None) -> Rule | None:
    """What was chosen in a form; *group* is the user group as Slack has just told it.

    None for another group: that it was left alone. Raises NobodyPicked or GroupAsItIs.
    """
    named = frozenset(people)
    if whom == PICKED and not named:
        raise NobodyPicked
    if whom in (EVERYBODY, PICKED):
        return Rule(whom, named)
    if named:
        raise GroupAsItIs
    return group if group and group.whom == whom else None
