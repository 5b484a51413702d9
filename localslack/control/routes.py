"""The control interface over HTTP, for the page, tests and scripts; see docs/local-slack.md."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

from aiohttp import web

from localslack import parsing
from localslack.actions.clicks import Clicks
from localslack.actions.commands import Commands
from localslack.actions.messages import Talking
from localslack.actions.submissions import Submissions
from localslack.actions.tabs import Tabs
from localslack.changes.membership import Changing
from localslack.changes.posting import Posting
from localslack.changes.steps import Steps
from localslack.control import serializers
from localslack.control.request import Asked
from localslack.control.stream import Stream
from localslack.delivery.sending import Delivery
from localslack.delivery.socket_mode import Sockets
from localslack.errors import Impossible
from localslack.world.clock import next_moment, offset_for
from localslack.world.world import World

Answer = dict[str, Any]
Handler = Callable[["Asked"], Awaitable[Answer] | Answer]
LONGEST_WAIT = 30.0
YEARS = range(2002, 2201)


@dataclass(frozen=True)
class Acts:
    """What people can do."""

    talking: Talking
    commands: Commands
    clicks: Clicks
    submissions: Submissions
    tabs: Tabs
    steps: Steps


class Control:
    """Every route under /control."""

    def __init__(
        self,
        world: World,
        acts: Acts,
        changing: Changing,
        posting: Posting,
        delivery: Delivery,
        sockets: Sockets,
    ) -> None:
        self._world = world
        self._acts = acts
        self._changing = changing
        self._posting = posting
        self._delivery = delivery
        self._sockets = sockets

    def routes(self) -> list[web.AbstractRouteDef]:
        """What aiohttp is given."""
        return [
            *(web.get(f"/control/{name}", self._reading(do)) for name, do in self._reads.items()),
            *(web.post(f"/control/{name}", self._doing(do)) for name, do in self._does.items()),
            web.put("/control/limits", self._doing(self.change_limits)),
            web.delete("/control/faults", self._reading(self.clear_faults)),
            web.post("/control/upload", self.upload),
            web.get("/control/stream", Stream(self._world).serve),
        ]

    async def act(self, name: str, body: dict[str, Any]) -> Answer:
        """Do what a POST to /control/*name* with this body does; raises Impossible."""
        return await _done(self._does[name], Asked(self._world, body))

    @cached_property
    def _reads(self) -> dict[str, Handler]:
        return {
            "workspaces": self.workspaces,
            "state": self.state,
            "messages": self.messages,
            "thread": self.thread,
            "views": self.views,
            "requests": self.requests,
            "wait": self.wait,
            "settled": self.settled,
            "faults": self.list_faults,
            "limits": self.limits,
            "app": self.describe_app,
            "canvases": self.canvases,
            "steps": self.step,
        }

    @cached_property
    def _does(self) -> dict[str, Handler]:
        return {
            "say": self.say,
            "command": self.command,
            "action": self.action,
            "view/submit": self.submit,
            "view/close": self.close_view,
            "home/open": self.open_home,
            "read": self.read,
            "dm/open": self.open_dm,
            "react": self.react,
            "options": self.options,
            "steps/run": self.run_step,
            "clock": self.clock,
            "people": self.people,
            "channels": self.channels,
            "usergroups": self.usergroups,
            "faults": self.set_fault,
            "install": self.install,
            "uninstall": self.uninstall,
            "revoke": self.revoke,
            "socket": self.socket,
            "deliver": self.deliver,
            "deliver/check": self.ssl_check,
            "subscriptions": self.subscriptions,
        }

    def _reading(self, do: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handle(request: web.Request) -> web.Response:
            return await _answered(do, Asked(self._world, dict(request.query)))

        return handle

    def _doing(self, do: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handle(request: web.Request) -> web.Response:
            try:
                body = parsing.parse(await request.read() or b"{}")
            except ValueError:
                return _refused("The body isn't JSON.")
            if not isinstance(body, dict):
                return _refused("The body should be a JSON object.")
            return await _answered(do, Asked(self._world, body))

        return handle

    # Reading

    def workspaces(self, asked: Asked) -> Answer:
        """Which workspaces there are, who one would be in each, and what the clock says."""
        everywhere = self._world.workspaces.values()
        return {
            "workspaces": [serializers.workspace(one, asked.guest_of(one)) for one in everywhere],
            "clock": serializers.clock(self._world),
        }

    def state(self, asked: Asked) -> Answer:
        """All that a person's sidebar needs; without `as`, the first person's."""
        return serializers.state(self._world, asked.workspace, asked.somebody)

    def messages(self, asked: Asked) -> Answer:
        """A page of a conversation as the person sees it, ephemerals included."""
        channel, person = asked.seen_channel(), asked.person
        limit = min(asked.number("limit", 50), 1000)
        before = asked.body.get("before")
        return serializers.messages(self._posting, channel, person, before=before, limit=limit)

    def thread(self, asked: Asked) -> Answer:
        """A thread as the person sees it."""
        channel, person = asked.seen_channel(), asked.person
        return serializers.thread(self._posting, channel, person, asked.text("ts"))

    def views(self, asked: Asked) -> Answer:
        """The person's modals and Homes."""
        team_id, user_id = asked.workspace.id, asked.person.id
        homes = self._world.views.homes(team_id, user_id)
        return {
            "modals": [view.as_json() for view in self._world.views.stack(team_id, user_id)],
            "home": {app_id: view.as_json() for app_id, view in homes.items()},
        }

    def canvases(self, asked: Asked) -> Answer:
        """The workspace's canvases: those in the tabs of channels that are seen, and the others."""
        person, channels = asked.person, self._world.channels
        found = self._world.canvases.of_team(asked.workspace.id)
        seen = [c for c in found if not c.channel_id or channels[c.channel_id].open_to(person)]
        return {"canvases": [canvas.as_json() for canvas in seen]}

    def step(self, asked: Asked) -> Answer:
        """How a step that somebody ran stands."""
        execution = self._acts.steps.get(asked.text("id"))
        if execution is None:
            raise Impossible("There is no such run of a step.", status=404)
        return {"step": execution.as_json()}

    def requests(self, asked: Asked) -> Answer:
        """The inspector's list."""
        since, limit = asked.number("since", 0), asked.number("limit", 200)
        found = self._world.inspector.since(since, limit)
        return {"requests": [request.as_json() for request in found]}

    async def wait(self, asked: Asked) -> Answer:
        """Answers when something has happened after *since*, or after *timeout* seconds."""
        timeout = min(asked.seconds("timeout", 5.0), LONGEST_WAIT)
        return {"count": await self._world.feed.wait(asked.number("since", 0), timeout)}

    async def settled(self, asked: Asked) -> Answer:
        """Answers once no event is on its way to a bot any more."""
        await self._delivery.settled()
        return {"ok": True}

    def list_faults(self, asked: Asked) -> Answer:
        """The faults that are set."""
        return {"faults": self._world.faults.listed()}

    def limits(self, asked: Asked) -> Answer:
        """The limits as they are."""
        return self._world.limits.as_json()

    def describe_app(self, asked: Asked) -> Answer:
        """What a bot has to be given to run here; made-up secrets, good only on this server."""
        app = asked.app()
        installation = app.installed_in(asked.workspace.id)
        return {
            "app_id": app.app_id,
            "name": app.name,
            "client_id": app.client_id,
            "client_secret": app.client_secret,
            "signing_secret": app.signing_secret,
            "app_token": app.app_token,
            "bot_token": installation.token.value if installation else None,
            "api_url": f"{self._world.base_url}/api/",
            "connections": self._sockets.count(app.app_id),
            "deliver_to": app.deliver_to,
            "is_subscribed": app.is_subscribed,
            "delayed_events": app.delayed_events,
        }

    # Acting as a person

    def say(self, asked: Asked) -> Answer:
        """Writes a message."""
        thread_ts = asked.text("thread_ts") if asked.body.get("thread_ts") else None
        channel, words = asked.seen_channel(), asked.text("text")
        message = self._acts.talking.say(asked.actor, channel, words, thread_ts)
        return {"message": self._posting.seen(message)}

    async def command(self, asked: Asked) -> Answer:
        """Types a slash command."""
        words = asked.text("text")
        if not words.startswith("/"):
            raise Impossible("A command begins with a slash.")
        return await self._acts.commands.run(asked.actor, asked.seen_channel(), words)

    async def action(self, asked: Asked) -> Answer:
        """Presses a button or chooses something."""
        click = asked.click()
        if "view_id" in asked.body:
            return await self._acts.clicks.in_view(asked.actor, asked.view(), click)
        channel, message = asked.message(asked.body.get("message"))
        return await self._acts.clicks.in_message(asked.actor, channel, message, click)

    async def submit(self, asked: Asked) -> Answer:
        """Presses a modal's submit button."""
        values = asked.state("values")
        return await self._acts.submissions.submit(asked.actor, asked.view(), values)

    async def close_view(self, asked: Asked) -> Answer:
        """Closes a modal."""
        clear = bool(asked.body.get("clear"))
        return await self._acts.submissions.close(asked.actor, asked.view(), clear=clear)

    async def open_home(self, asked: Asked) -> Answer:
        """Opens an app's Home tab."""
        view = await self._acts.tabs.open_home(asked.actor, asked.app())
        return {"view": view.as_json() if view else None}

    def read(self, asked: Asked) -> Answer:
        """Marks a conversation as read up to a message."""
        channel, person = asked.seen_channel(), asked.person
        channel.messages.read[person.id] = asked.text("ts")
        self._world.feed.tell(
            "unread",
            serializers.unread(channel, person),
            audience=lambda user_id: user_id == person.id,
            workspace=channel.team_id,
        )
        return {"ok": True}

    def open_dm(self, asked: Asked) -> Answer:
        """Opens a DM."""
        other = asked.named(asked.text("user"))
        channel = self._acts.tabs.open_dm(asked.actor, other)
        return {"channel": channel.id}

    def react(self, asked: Asked) -> Answer:
        """Puts a reaction on a message, or takes it away again."""
        channel, message = asked.message()
        if message.ephemeral_for is not None:
            raise Impossible("Nobody can react to a message that only one person sees.")
        self._posting.react(channel, message, asked.text("name").strip(":"), asked.person.id)
        return {"ok": True}

    async def options(self, asked: Asked) -> Answer:
        """Asks the app for the options of an external select."""
        click, typed = asked.click(), str(asked.body.get("value", ""))
        if "view_id" in asked.body:
            return await self._acts.clicks.options_in_view(asked.actor, asked.view(), click, typed)
        channel, message = asked.message(asked.body.get("message"))
        return await self._acts.clicks.options_in_message(
            asked.actor, channel, message, click, typed
        )

    def run_step(self, asked: Asked) -> Answer:
        """Runs a step of an app, as a workflow does."""
        inputs = asked.object("inputs")
        execution = self._acts.steps.run(asked.actor, asked.app(), asked.text("step"), inputs)
        return {"step": execution.as_json()}

    async def upload(self, request: web.Request) -> web.Response:
        """Takes a file from a person's form, and puts it into a channel when one is named."""
        try:
            form = await parsing.form(request)
        except ValueError:
            return _refused("The form can't be read.")
        words = {name: value for name, value in form.items() if isinstance(value, str)}

        def take(asked: Asked) -> Answer:
            part = form.get("file")
            if not isinstance(part, web.FileField):
                raise Impossible("There is no file in the form.")
            content = part.file.read()
            file = self._world.files.begin(
                team_id=asked.workspace.id,
                user_id=asked.person.id,
                name=part.filename,
                length=len(content),
                created=self._world.seconds,
            )
            file.content, file.is_complete = content, True
            if "channel" in asked.body:
                self._acts.talking.share(asked.actor, asked.seen_channel(), file)
            return {"file": file.as_json(self._world.base_url)}

        return await _answered(take, Asked(self._world, words))

    # Changing the world

    async def clock(self, asked: Asked) -> Answer:
        """Moves the clock; answers when everything that follows it has done so."""
        await self._world.clock.move(_new_offset(self._world, asked))
        return serializers.clock(self._world)

    def people(self, asked: Asked) -> Answer:
        """Somebody joins, or changes."""
        settings = {k: v for k, v in asked.settings.items() if k != "id"}
        if "id" in asked.body:
            user = asked.named(asked.text("id"))
            self._changing.change_person(asked.workspace, user, settings)
        else:
            user = self._changing.add_person(asked.workspace, settings)
        return {"person": serializers.person(user)}

    def channels(self, asked: Asked) -> Answer:
        """A channel is made, or changes."""
        invited = asked.everybody("invite")
        kicked = asked.everybody("kick")
        by = asked.named(asked.text("as")).id if "as" in asked.body else ""
        if "id" in asked.body:
            channel = asked.channel(asked.text("id"))
        else:
            private = bool(asked.body.get("is_private"))
            channel = self._changing.create_channel(
                asked.workspace, asked.text("name"), is_private=private, members=invited
            )
        if "name" in asked.body and asked.body["name"] != channel.name:
            self._changing.rename(channel, asked.text("name"))
        for user in invited:
            self._changing.invite(channel, user, by=by or user.id)
        for user in kicked:
            self._changing.kick(channel, user)
        if "archived" in asked.body:
            self._changing.archive(channel, archived=bool(asked.body["archived"]), by=by)
        if asked.body.get("deleted"):
            self._changing.delete(channel, by=by)
        return {"channel": serializers.channel(channel, by)}

    def usergroups(self, asked: Asked) -> Answer:
        """Sets who is in a user group."""
        users = asked.everybody("users")
        self._changing.change_usergroup(asked.workspace, asked.text("id"), users)
        return {"ok": True}

    def set_fault(self, asked: Asked) -> Answer:
        """Sets a fault; a channel may be named by #name."""
        settings = asked.settings
        if settings.get("channel"):
            settings["channel"] = asked.channel(str(settings["channel"])).id
        fault = self._world.faults.add(settings)
        self._world.feed.tell("faults", {"faults": self._world.faults.listed()})
        return {"id": fault.id}

    def clear_faults(self, asked: Asked) -> Answer:
        """Takes one fault back, or all."""
        fault_id = asked.number("id", 0)
        self._world.faults.clear(fault_id or None)
        self._world.feed.tell("faults", {"faults": self._world.faults.listed()})
        return {"ok": True}

    def change_limits(self, asked: Asked) -> Answer:
        """Changes limits."""
        self._world.limits.change(asked.settings)
        return self._world.limits.as_json()

    def install(self, asked: Asked) -> Answer:
        """Installs an app in a workspace, or with `org: true` in the organisation."""
        scopes = asked.words("scopes") if "scopes" in asked.body else None
        org = bool(asked.body.get("org"))
        if org and self._world.enterprise_id is None:
            raise Impossible("There is no organisation here.")
        workspace = None if org else asked.workspace
        installation = self._world.install(
            asked.app(), workspace, tuple(scopes) if scopes is not None else None
        )
        return {"bot_token": installation.token.value, "bot_user_id": installation.bot_user_id}

    def uninstall(self, asked: Asked) -> Answer:
        """Removes an app from a workspace."""
        installation = asked.app().installed_in(asked.workspace.id)
        if installation is None:
            raise Impossible("This app isn't installed here.", status=404)
        self._changing.uninstall(asked.app(), installation)
        return {"ok": True}

    def revoke(self, asked: Asked) -> Answer:
        """Revokes a token."""
        token = self._world.tokens.get(asked.text("token"))
        if token is None:
            raise Impossible("There is no such token.", status=404)
        self._changing.revoke(token)
        return {"ok": True}

    def socket(self, asked: Asked) -> Answer:
        """Says goodbye to Socket Mode connections."""
        app_id = asked.app().app_id if "app_id" in asked.body else None
        return {"connections": self._sockets.disconnect(asked.text("disconnect"), app_id)}

    async def deliver(self, asked: Asked) -> Answer:
        """Sets where an app's requests go, after the address has passed Slack's checks."""
        app, url = asked.app(), asked.body.get("url")
        if url is not None:
            url = asked.text("url")
            if not await self._delivery.verify(app, url):
                raise Impossible("This address didn't answer the challenge.", status=409)
            if app.commands and not await self._delivery.ssl_check(app, url):
                raise Impossible("This address didn't answer the ssl_check.", status=409)
        app.deliver_to = url
        return {"ok": True}

    async def ssl_check(self, asked: Asked) -> Answer:
        """Looks once more whether an app's address answers an unsigned ssl_check."""
        app = asked.app()
        if app.deliver_to is None:
            raise Impossible(f"{app.name} has no address to check.", status=409)
        return {"ok": await self._delivery.ssl_check(app, app.deliver_to)}

    def subscriptions(self, asked: Asked) -> Answer:
        """Turns an app's event subscriptions on again or off, and its delayed events."""
        app = asked.app()
        app.is_subscribed = asked.flag("enabled", app.is_subscribed)
        app.delayed_events = asked.flag("delayed", app.delayed_events)
        return {"enabled": app.is_subscribed, "delayed": app.delayed_events}


async def _done(do: Handler, asked: Asked) -> Answer:
    answer = do(asked)
    return answer if isinstance(answer, dict) else await answer


async def _answered(do: Handler, asked: Asked) -> web.Response:
    try:
        answer = await _done(do, asked)
    except Impossible as problem:
        return _refused(str(problem), problem.status)
    return web.json_response(answer)


def _refused(sentence: str, status: int = 400) -> web.Response:
    return web.json_response({"error": sentence}, status=status)


def _new_offset(world: World, asked: Asked) -> timedelta:
    body, now = asked.body, world.clock.now()
    try:
        if "to" in body:
            to = datetime.fromisoformat(str(body["to"]))
            return _within(offset_for(to if to.tzinfo else to.replace(tzinfo=UTC)))
        if "by" in body:
            by = timedelta(seconds=float(body["by"]))
            return _within(world.clock.offset + by)
        if "next" in body:
            zone = str(body.get("tz") or "UTC")
            return _within(offset_for(next_moment(str(body["next"]), after=now, zone=zone)))
    except (ValueError, TypeError, OverflowError) as problem:
        raise Impossible(f"The clock can't be moved there: {problem}") from None
    raise Impossible("Say where to move the clock: to, by or next.")


def _within(offset: timedelta) -> timedelta:
    """The offset, when it leads to a year whose message times are as long as today's."""
    year = (datetime.now(UTC) + offset).year
    if year not in YEARS:
        raise ValueError(f"it goes from {YEARS[0]} to {YEARS[-1]}.")
    return offset
