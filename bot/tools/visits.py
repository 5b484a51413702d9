"""A visit to one of the tools: what its listeners have at hand, whatever they do with it."""

from collections.abc import Awaitable, Callable, Sequence

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession

from bot.framework.content import Content
from bot.slack.block_kit import Block
from bot.slack.listening import Registered, Reply, listener
from bot.slack.requests import Actor, Request
from bot.teams import access
from bot.teams.models import Team
from bot.tools.private.notes import Notes
from bot.vault import Vault
from bot.words import Markup, Words


class Visit(Struct, frozen=True):
    """Who does what, in which language, within which transaction; see `listener`."""

    request: Request
    session: AsyncSession
    vault: Vault
    say: Words
    content: Content
    reply: Reply

    @property
    def actor(self) -> Actor:
        return self.request.actor

    @property
    def notes(self) -> Notes:
        """What the visitor keeps for themselves."""
        return Notes(self.session, self.vault, self.actor)

    def contested(self, now: Sequence[Block]) -> Markup | None:
        """That somebody else has changed the same thing in a form meanwhile, where one has."""
        fields = self.request.contested(now)
        return self.say("tools-contested", fields=fields) if fields else None

    async def leads(self, team: Team) -> bool:
        """Whether the visitor is one of the team's leads."""
        return await access.leads(self.session, team, self.actor)


def visiting(*, writes: bool = False) -> Callable[[Callable[[Visit], Awaitable[None]]], Registered]:
    """A `listener` that takes all it may need as one value."""

    def wrap(function: Callable[[Visit], Awaitable[None]]) -> Registered:
        async def visit(
            request: Request,
            session: AsyncSession,
            vault: Vault,
            say: Words,
            content: Content,
            reply: Reply,
        ) -> None:
            await function(Visit(request, session, vault, say, content, reply))

        visit.__qualname__, visit.__doc__ = function.__qualname__, function.__doc__
        visit.__name__ = function.__name__
        return listener(writes=writes)(visit)

    return wrap
