"""What people do with messages: they write, change and read them, type commands, use shortcuts."""

from typing import Any

from localslack.driver.client import Client
from localslack.driver.elements import DriverError
from localslack.driver.results import Result, SeenMessage


class Writer:
    """Somebody with a keyboard; Person adds what is pressed and filled in."""

    def __init__(self, slack: Client | str, handle: str, *, ws: str | None = None) -> None:
        self.slack = Client(slack) if isinstance(slack, str) else slack
        self.handle = handle
        self._ws = ws

    def __repr__(self) -> str:
        return f"Person({self.handle!r})"

    async def _get(self, path: str, **query: Any) -> dict[str, Any]:
        return await self.slack.get(path, ws=self._ws, **{"as": self.handle}, **query)

    async def _post(self, path: str, **body: Any) -> dict[str, Any]:
        return await self.slack.post(path, ws=self._ws, **{"as": self.handle}, **body)

    # Writing and reading

    async def types(self, command: str, where: str = "#general") -> Result:
        """Type a slash command; answers once the bot has acknowledged it, or failed to."""
        answer = await self._post("command", channel=where, text=command)
        return Result(answer["ok"], answer.get("error"))

    async def says(self, words: str, where: str, *, thread: str | None = None) -> SeenMessage:
        """Write a message."""
        answer = await self._post("say", channel=where, text=words, thread_ts=thread)
        return SeenMessage(answer["message"])

    async def reads(self, where: str, *, limit: int = 100) -> list[SeenMessage]:
        """The newest messages of a conversation, oldest first, ephemerals included."""
        answer = await self._get("messages", channel=where, limit=limit)
        return [SeenMessage(message) for message in answer["messages"]]

    async def reads_thread(self, where: str, ts: str) -> list[SeenMessage]:
        """A thread: its root and the replies."""
        answer = await self._get("thread", channel=where, ts=ts)
        return [SeenMessage(message) for message in answer["messages"]]

    async def state(self) -> dict[str, Any]:
        """All that the sidebar knows."""
        return await self._get("state")

    async def dm_id(self, app: str | None = None) -> str:
        """The id of the DM with an app (by name; the first one by default)."""
        return str((await self._app(app))["dm"])

    async def dm(self, app: str | None = None) -> list[SeenMessage]:
        """The messages of the DM with an app."""
        return await self.reads(await self.dm_id(app))

    async def edits(self, message: SeenMessage, words: str) -> SeenMessage:
        """Put other words into a message of one's own."""
        place = {"channel": message.channel, "ts": message.ts}
        return SeenMessage((await self._post("edit", **place, text=words))["message"])

    async def deletes(self, message: SeenMessage) -> None:
        """Take a message of one's own away."""
        await self._post("delete", channel=message.channel, ts=message.ts)

    async def runs(self, shortcut: str, *, on: SeenMessage | None = None) -> Result:
        """Use a shortcut by its name or callback_id; with *on*, one of that message's menu."""
        kind = "global" if on is None else "message"
        apps = (await self.state())["apps"]
        offered = [(app, s) for app in apps for s in app["shortcuts"] if s["type"] == kind]
        for app, one in offered:
            if shortcut in (one["name"], one["callback_id"]):
                where = {"message": {"channel": on.channel, "ts": on.ts}} if on else {}
                known = {"app_id": app["app_id"], "callback_id": one["callback_id"]}
                answer = await self._post("shortcut", **known, **where)
                return Result(answer["ok"], answer.get("error"))
        there = ", ".join(one["name"] for _, one in offered) or "none"
        raise DriverError(f"There is no {kind} shortcut {shortcut!r}; there is: {there}")

    async def starts_chat(self, where: str | None = None, app: str | None = None) -> SeenMessage:
        """Open a new chat with an assistant, while looking at *where*; answers its root.

        Write into it with `says(words, chat.channel, thread=chat.ts)`.
        """
        app_id = (await self._app(app))["app_id"]
        answer = await self._post("assistant/start", app_id=app_id, channel=where)
        return SeenMessage(answer["message"])

    async def sees_chat(self, chat: SeenMessage) -> dict[str, Any]:
        """What an assistant shows beside a chat: `title`, `status`, `prompts` …"""
        answer = await self._get("thread", channel=chat.channel, ts=chat.ts)
        found: dict[str, Any] = answer["assistant"] or {}
        return found

    async def looks(self, chat: SeenMessage, where: str) -> None:
        """Look at another channel while a chat with an assistant is open."""
        known = {"channel": chat.channel, "ts": chat.ts}
        await self._post("assistant/context", chat=known, channel=where)

    async def reacts(self, message: SeenMessage, name: str) -> None:
        """Put a reaction on a message."""
        await self._post("react", channel=message.channel, ts=message.ts, name=name)

    async def _app(self, name: str | None = None) -> dict[str, Any]:
        apps: list[dict[str, Any]] = (await self.state())["apps"]
        found = next((app for app in apps if name in (None, app["name"])), None)
        if found is None:
            raise DriverError(f"There is no app {name or ''} here.")
        return found
