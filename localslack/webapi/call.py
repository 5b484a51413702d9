"""One Web API call: who calls, with which token and arguments, and what they may see."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from localslack import parsing
from localslack.errors import Refused
from localslack.webapi.methods import Method
from localslack.webapi.paging import Item, Page, decode_cursor, encode_cursor
from localslack.world.apps import App, Installation, Token
from localslack.world.channels import HISTORY_SCOPES, READ_SCOPES, Channel
from localslack.world.people import SLACKBOT, User
from localslack.world.workspaces import Workspace
from localslack.world.world import World

Answer = dict[str, Any]
DEFAULT_PAGE = 100
LARGEST_PAGE = 1000


@dataclass
class Call:
    """A call whose token, scope and required arguments have been checked."""

    method: Method
    arguments: dict[str, Any]
    world: World
    token_: Token | None
    base_url: str
    bearer: str = ""
    basic_auth: tuple[str, str] | None = None

    # Who calls

    @property
    def token(self) -> Token:
        """The token of the call."""
        if self.token_ is None:
            raise Refused("not_authed")
        return self.token_

    @property
    def app(self) -> App:
        """The app that calls."""
        return self.world.apps[self.token.app_id]

    @property
    def installation(self) -> Installation:
        """The installation whose bot token it is."""
        if self.token.installation is None:
            raise Refused("not_allowed_token_type")
        return self.token.installation

    @property
    def bot(self) -> str:
        """The calling bot's user id."""
        return self.installation.bot_user_id

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace it is about: the token's own, or with an org token that of `team_id`."""
        if not self.installation.is_org:
            return self.world.workspaces[str(self.installation.team_id)]
        team_id = self.text("team_id")
        if not team_id:
            raise Refused("missing_argument")
        for workspace in self.world.workspaces_of(self.installation):
            if workspace.id == team_id:
                return workspace
        raise Refused("team_not_found")

    # Arguments

    def text(self, name: str) -> str | None:
        """A text argument; numbers are taken as text."""
        value = self.arguments.get(name)
        if value is None or isinstance(value, dict | list):
            return None
        return str(value)

    def flag(self, name: str, default: bool = False) -> bool:
        """A yes-or-no argument: true, 1, "true", "1"."""
        value = self.arguments.get(name)
        if value is None:
            return default
        return value is True or str(value).lower() in {"1", "true"}

    def number(self, name: str) -> int | None:
        """A whole number; raises Refused when it is something else."""
        value = self.text(name)
        if value in (None, ""):
            return None
        try:
            return int(str(value))
        except ValueError:
            messages = [f"must be a number [json-pointer:/{name}]"]
            raise Refused("invalid_arguments", messages=messages) from None

    def names(self, name: str) -> list[str]:
        """A list argument: a JSON list, or words with commas between."""
        value = self.arguments.get(name)
        if isinstance(value, str) and value.startswith("["):
            try:
                value = parsing.parse(value)
            except ValueError:
                raise Refused("invalid_array_arg") from None
        if isinstance(value, list):
            return [str(item) for item in value]
        return [part.strip() for part in str(value or "").split(",") if part.strip()]

    # What the bot may see

    def need_scope(self, *scopes: str) -> None:
        """Raise missing_scope unless the token has one of these."""
        if not set(scopes) & set(self.token.scopes):
            raise missing_scope(scopes, self.token.scopes)

    def channel(self, name: str = "channel", *, scopes: dict[Any, str] = READ_SCOPES) -> Channel:
        """The conversation that an argument names, if the bot may know of it.

        Raises channel_not_found, also for private ones that the bot isn't in, and missing_scope
        by the kind of conversation when *scopes* are asked for.
        """
        found = self.find_channel(self.text(name) or "")
        if found is None or not found.seen_by(self.bot):
            raise Refused("channel_not_found")
        if scopes:
            self.need_scope(scopes[found.kind])
        return found

    def history_channel(self) -> Channel:
        """A conversation whose messages the bot may read."""
        channel = self.channel(scopes=HISTORY_SCOPES)
        if self.bot not in channel.members:
            raise Refused("not_in_channel")
        return channel

    def find_channel(self, name: str) -> Channel | None:
        """A conversation by id, or by name in the token's own workspace."""
        found = self.world.channels.get(name)
        places = self.world.workspaces_of(self.installation)
        if found is not None:
            mine = any(found.team_id == place.id for place in places)
            return found if mine and not found.is_deleted else None
        if self.installation.is_org:
            if name.startswith("#"):
                raise Refused("team_not_found")
            return None
        return self.workspace.channel(name) if name else None

    def user(self, user_id: str) -> User:
        """Somebody by id in a workspace that the token reaches; raises user_not_found.

        A stranger is seen only where they share a conversation with the bot: user_not_visible.
        """
        workspace = self.home_of(user_id)
        user = workspace.users[user_id]
        if user.is_stranger and not self._shares_a_channel(workspace, user_id):
            raise Refused("user_not_visible")
        return user

    def _shares_a_channel(self, workspace: Workspace, user_id: str) -> bool:
        return any(self.bot in c.members for c in workspace.conversations_of(user_id))

    def home_of(self, user_id: str) -> Workspace:
        """The workspace of the token in which this person is found."""
        for workspace in self.world.workspaces_of(self.installation):
            if user_id in workspace.users:
                return workspace
        raise Refused("user_not_found")

    def dm(self, user_id: str) -> Channel:
        """The bot's DM with somebody; raises cannot_dm_bot for bots and Slackbot."""
        user = self.user(user_id)
        if user.is_bot or user.id == SLACKBOT:
            raise Refused("cannot_dm_bot")
        return self.world.im(self.home_of(user_id), self.bot, user_id)

    # Paging

    def page(self, items: Sequence[Item], *, default: int | None = DEFAULT_PAGE) -> Page[Item]:
        """The part of a list that `cursor` and `limit` ask for; never more than `page_size`.

        With *default* None a call without `limit` gets everything, as Slack's unpaged calls do.
        """
        limit = self.number("limit")
        start = decode_cursor(self.text("cursor"))
        if limit is not None and not 0 <= limit <= LARGEST_PAGE:
            raise Refused("invalid_limit")
        if not limit and default is None:
            return Page(list(items[start:]), "")
        most = min(limit or default or DEFAULT_PAGE, self.world.limits.most_at_once)
        rest = start + most < len(items)
        cursor = encode_cursor(start + most) if rest else ""
        return Page(list(items[start : start + most]), cursor)


Handler = Callable[[Call], Answer | Awaitable[Answer]]
HANDLERS: dict[str, Handler] = {}


def method(name: str) -> Callable[[Handler], Handler]:
    """Register a function as what answers a method."""

    def register(handler: Handler) -> Handler:
        HANDLERS[name] = handler
        return handler

    return register


def missing_scope(needed: Sequence[str], provided: Sequence[str]) -> Refused:
    """Slack's refusal that names both what is needed and what there is."""
    return Refused("missing_scope", needed=",".join(needed), provided=",".join(provided))
