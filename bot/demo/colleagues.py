"""The demo's colleagues: they answer what they are asked, each in their own time, as people do."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from msgspec import Struct

from bot.demo import moods
from bot.demo.moods import Moods
from bot.demo.talking import Writers
from bot.framework.content import Content
from bot.pulse.comments.writing import COMMENT, MAY_ANSWER
from localslack import LocalSlack
from localslack.errors import Impossible
from localslack.world.people import User
from localslack.world.views import View

WEEK = timedelta(days=7)
OPEN = 72.0  # hours that a round is usually open: for how long people may take
ANSWER, WISH = "pulse:answer:", "experiment:vote:"  # how the actions of these buttons begin

Button = tuple[str, dict[str, Any]]  # the id of its block, and the element


class Invitation(Struct, frozen=True):
    """A message in somebody's DM with a button to answer by."""

    person: str  # their handle
    user: str  # their id
    channel: str
    ts: str
    block_id: str
    action_id: str
    round: str  # the button's value: a reminder has the same one

    @property
    def at(self) -> datetime:
        return datetime.fromtimestamp(float(self.ts), UTC)


class Colleagues:
    """Everybody in the moods; *first* is the Monday from which their weeks count."""

    def __init__(
        self,
        slack: LocalSlack,
        moods: Moods,
        content: Content,
        writers: Writers,
        *,
        first: datetime,
    ) -> None:
        self._slack = slack
        self._moods = moods
        self._content = content
        self._writers = writers
        self._first = first
        self._seen: set[tuple[str, str]] = set()
        self._queue: asyncio.Queue[Any] = asyncio.Queue()

    @asynccontextmanager
    async def living(self) -> AsyncIterator[None]:
        """They read what is sent to them, for as long as the block lasts."""
        with self._slack.world.feed.listening() as queue:
            self._queue = queue
            reading = asyncio.create_task(self._read())
            try:
                yield
            finally:
                reading.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await reading

    async def _read(self) -> None:
        while (happening := await self._queue.get()) is not None:
            self._notice(happening.kind, happening.data)

    def look(self) -> None:
        """Read what has been sent by now, before the clock moves on."""
        while not self._queue.empty():
            happening = self._queue.get_nowait()
            if happening is not None:
                self._notice(happening.kind, happening.data)

    def _notice(self, kind: str, data: dict[str, Any]) -> None:
        if kind != "message" or "bot_id" not in data["message"]:
            return
        if invitation := self._invitation(data["message"]):
            self._will_answer(invitation)
        elif ways := _buttons(data["message"], WISH):
            self._will_wish(data["message"], ways)

    def _will_wish(self, message: dict[str, Any], ways: list[Button]) -> None:
        """Everybody in the channel says what they wish, some time later."""
        channel = self._slack.world.channels[message["channel"]]
        users = self._slack.world.workspaces[channel.team_id].users
        at = datetime.fromtimestamp(float(message["ts"]), UTC)
        people = [users[member] for member in channel.members if member in users]
        for user in (user for user in people if user.name in self._moods.people):
            if wish := self._moods.wish(user.name, self._week(at), len(ways)):
                after, way = wish
                self._slack.call_at(at + after, partial(self._press, user, message, ways[way]))

    async def _press(self, user: User, message: dict[str, Any], button: Button) -> None:
        """Press a button; somebody who has a page open is played by hand, and left alone."""
        if self._slack.world.feed.is_watched_by(user.id):
            return
        block_id, element = button
        where = {"channel": message["channel"], "ts": message["ts"]}
        what = {"block_id": block_id, "action_id": element["action_id"]}
        with contextlib.suppress(Impossible):  # they have left, or the message is gone
            await self._slack.act("action", **{"as": user.name}, message=where, **what)

    def _week(self, at: datetime) -> int:
        return (at - self._first) // WEEK + 1

    def _will_answer(self, invitation: Invitation) -> None:
        if (invitation.person, invitation.round) in self._seen:
            return
        self._seen.add((invitation.person, invitation.round))
        week = self._week(invitation.at)
        visits = self._moods.visits(invitation.person, week, hours=OPEN)
        for number, after in enumerate(visits):
            job = partial(self._answer, invitation, week, number)
            self._slack.call_at(invitation.at + after, job)

    def _invitation(self, message: dict[str, Any]) -> Invitation | None:
        """The invitation that a message is, if it is one to somebody in the moods."""
        channel = self._slack.world.channels[message["channel"]]
        if not channel.is_im:
            return None
        workspace = self._slack.world.workspaces[channel.team_id]
        user = workspace.users[channel.other(message["user"])]
        buttons = _buttons(message, ANSWER)
        if user.name not in self._moods.people or not buttons:
            return None
        block_id, element = buttons[0]
        return Invitation(
            person=user.name,
            user=user.id,
            channel=channel.id,
            ts=message["ts"],
            block_id=block_id,
            action_id=element["action_id"],
            round=element["value"],
        )

    async def _answer(self, invitation: Invitation, week: int, visit: int) -> None:
        """Open the form, fill it in, send it off, and close what comes then.

        Somebody who has a page or a window open is played by hand: they are left alone.
        """
        if self._slack.world.feed.is_watched_by(invitation.user) or self._windows(invitation):
            return
        channel = self._slack.world.channels[invitation.channel]
        channel.messages.read[invitation.user] = invitation.ts
        with contextlib.suppress(Impossible):  # the round has closed, or its message is gone
            await self._fill(invitation, week, visit)
        for view in self._windows(invitation)[:1]:
            await self._does("view/close", invitation, view_id=view.id, clear=True)

    async def _fill(self, invitation: Invitation, week: int, visit: int) -> None:
        await self._does(
            "action",
            invitation,
            message={"channel": invitation.channel, "ts": invitation.ts},
            block_id=invitation.block_id,
            action_id=invitation.action_id,
        )
        for form in self._windows(invitation):
            values = {
                block["block_id"]: {block["element"]["action_id"]: entry}
                for block in form.blocks
                if block["type"] == "input"
                and (entry := self._entry(invitation, block, week, visit))
            }
            if values:
                await self._does("view/submit", invitation, view_id=form.id, values=values)

    async def _does(self, act: str, invitation: Invitation, **what: Any) -> None:
        await self._slack.act(act, **{"as": invitation.person}, **what)

    def _windows(self, invitation: Invitation) -> list[View]:
        """What lies open before somebody, the top one last."""
        channel = self._slack.world.channels[invitation.channel]
        return list(self._slack.world.views.stack(channel.team_id, invitation.user))

    def _entry(
        self, invitation: Invitation, block: dict[str, Any], week: int, visit: int
    ) -> dict[str, Any] | None:
        """What somebody puts into one input; None: they leave it out."""
        if block["block_id"] in (COMMENT, MAY_ANSWER):
            return self._written(invitation, block, week)
        options = {o["value"]: o for o in block["element"]["options"] if o["value"].isdecimal()}
        asked = moods.about(self._content, block["block_id"])
        chosen = self._moods.answer(
            invitation.person, week, asked, [int(value) for value in options], visit=visit
        )
        if chosen is None:
            return None
        return {"type": block["element"]["type"], "selected_option": options[str(chosen)]}

    def _written(
        self, invitation: Invitation, block: dict[str, Any], week: int
    ) -> dict[str, Any] | None:
        """What somebody puts into the line for a comment, or the box below it."""
        comment = self._writers.comment(invitation.person, invitation.round, week)
        element = block["element"]
        if comment is None or (block["block_id"] == MAY_ANSWER and not comment.may_answer):
            return None
        if block["block_id"] == COMMENT:
            return {"type": element["type"], "value": comment.writes}
        return {"type": element["type"], "selected_options": element["options"]}


def _buttons(message: dict[str, Any], action: str) -> list[Button]:
    """The buttons of a message whose action begins like this."""
    return [
        (block["block_id"], element)
        for block in message.get("blocks") or []
        for element in block.get("elements") or []
        if str(element.get("action_id", "")).startswith(action)
    ]
