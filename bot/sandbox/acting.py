"""What people do: type, click, choose, submit, close; and what the bots say to it."""

from __future__ import annotations

import time
from typing import Any

from bot.sandbox import acks, inputs, text
from bot.sandbox import blocks as block_kit
from bot.sandbox.apps import App, Installation
from bot.sandbox.channels import Channel
from bot.sandbox.delivery import Delivery, Outcome
from bot.sandbox.errors import Impossible, Refused
from bot.sandbox.events import Events
from bot.sandbox.files import File
from bot.sandbox.messages import Message
from bot.sandbox.people import User
from bot.sandbox.posting import Draft, Posting
from bot.sandbox.showing import Showing
from bot.sandbox.triggers import Trigger
from bot.sandbox.views import View
from bot.sandbox.workspaces import Workspace
from bot.sandbox.world import World

Result = dict[str, Any]


class Acting:
    """Everything that a person can do in a workspace."""

    def __init__(
        self, world: World, events: Events, posting: Posting, showing: Showing, delivery: Delivery
    ) -> None:
        self._world = world
        self._events = events
        self._posting = posting
        self._showing = showing
        self._delivery = delivery

    # Writing

    def say(
        self,
        workspace: Workspace,
        person: User,
        channel: Channel,
        words: str,
        thread_ts: str | None,
    ) -> Message:
        """Write a message."""
        self._check_writable(person, channel)
        if not words.strip():
            raise Impossible("There is nothing to say.")
        if thread_ts is not None:
            root = channel.messages.get(thread_ts)
            if root is None:
                raise Impossible("There is no such message to answer.", status=404)
            thread_ts = root.thread_ts or root.ts
        draft = Draft(text=text.typed(words, self._names(workspace)), thread_ts=thread_ts)
        return self._posting.by_person(channel, person.id, draft)

    def share(self, person: User, channel: Channel, file: File) -> Message:
        """Put an uploaded file into a channel."""
        self._check_writable(person, channel)
        file.channels.append(channel.id)
        draft = Draft(files=[file.as_json(self._world.base_url)])
        return self._posting.by_person(channel, person.id, draft)

    def _check_writable(self, person: User, channel: Channel) -> None:
        if person.id not in channel.members:
            raise Impossible(f"{person.name} isn't in this channel.", status=403)
        if channel.is_archived:
            raise Impossible("This channel is archived.", status=403)

    def _names(self, workspace: Workspace) -> Any:
        def resolve(sigil: str, name: str) -> str | None:
            if sigil == "@":
                user = workspace.user(f"@{name}")
                return f"<@{user.id}>" if user else None
            channel = workspace.channel(f"#{name}")
            return f"<#{channel.id}|{channel.name}>" if channel else None

        return resolve

    async def command(
        self, workspace: Workspace, person: User, channel: Channel, typed: str
    ) -> Result:
        """Run a slash command; it works in any conversation, bot in it or not."""
        if not channel.seen_by(person.id):
            raise Impossible(f"{person.name} can't see this channel.", status=403)
        name, _, rest = typed.strip().partition(" ")
        found = self._command_owner(workspace, name)
        if found is None:
            self._notice(workspace, person, f"{name} is not a valid command.")
            return {"ok": False, "error": "invalid_command"}
        app, installation = found
        command = app.command(name)
        words = rest.strip()
        if command is not None and command.should_escape:
            words = self._escaped(workspace, words)
        payload = self._command_payload(workspace, person, channel, app, name, words)
        outcome = await self._delivery.command(app, payload)
        if not outcome.ok:
            self._failed(workspace, person, f"{name} failed", outcome)
            return {"ok": False, "error": outcome.error}
        return self._answered(workspace, person, channel, app, installation, outcome, typed)

    def _command_owner(self, workspace: Workspace, name: str) -> tuple[App, Installation] | None:
        # The app that was installed last takes a command that several have, as in Slack.
        found = None
        for app, installation in self._world.installations(workspace.id):
            if app.command(name) is not None and "commands" in installation.scopes:
                found = app, installation
        return found

    def _escaped(self, workspace: Workspace, words: str) -> str:
        def resolve(sigil: str, name: str) -> str | None:
            if sigil == "@":
                user = workspace.user(f"@{name}")
                return f"<@{user.id}|{user.name}>" if user else None
            channel = workspace.channel(f"#{name}")
            return f"<#{channel.id}|{channel.name}>" if channel else None

        return text.typed(words, resolve, links=False)

    def _command_payload(
        self, workspace: Workspace, person: User, channel: Channel, app: App, name: str, words: str
    ) -> dict[str, Any]:
        at = self._world.clock.now()
        where: dict[str, Any] = {
            "app_id": app.app_id,
            "team_id": workspace.id,
            "user_id": person.id,
        }
        trigger = self._world.triggers.issue(**where, at=at)
        url = self._world.triggers.response_url("commands", **where, channel_id=channel.id, at=at)
        installation = app.installed_in(workspace.id)
        payload = {
            "token": app.verification_token,
            "team_id": workspace.id,
            "team_domain": workspace.domain,
            "channel_id": channel.id,
            "channel_name": channel.label,
            "user_id": person.id,
            "user_name": person.name,
            "command": name,
            "text": words,
            "api_app_id": app.app_id,
            "is_enterprise_install": "true" if installation and installation.is_org else "false",
            "response_url": self._world.base_url + url.path,
            "trigger_id": trigger.id,
        }
        if workspace.enterprise_id:
            payload["enterprise_id"] = workspace.enterprise_id
            payload["enterprise_name"] = str(workspace.enterprise_name)
        return payload

    def _answered(
        self,
        workspace: Workspace,
        person: User,
        channel: Channel,
        app: App,
        installation: Installation,
        outcome: Outcome,
        typed: str,
    ) -> Result:
        """Show what the ack's body says, to the person or to everybody."""
        answer = acks.command_answer(outcome.body)
        if answer is None:
            return {"ok": True}
        try:
            draft = acks.draft_of(self._world, answer, channel)
        except Refused as refusal:
            self._notice(workspace, person, acks.sentence("The app's answer", refusal))
            return {"ok": False, "error": "dispatch_unknown_error"}
        if answer.get("response_type") == "in_channel":
            if person.id in channel.members:
                self._posting.by_person(channel, person.id, Draft(text=text.escape(typed)))
            self._posting.by_app(app, installation, channel, draft)
        else:
            self._posting.ephemeral(app, installation, channel, person.id, draft)
        return {"ok": True}

    # Clicking

    async def act_in_message(
        self,
        workspace: Workspace,
        person: User,
        channel: Channel,
        message: Message,
        block_id: str,
        action_id: str,
        value: dict[str, Any] | None,
        given: block_kit.State,
    ) -> Result:
        """Press a button or choose something in a message; *given* is what else was chosen."""
        app, _ = self._owner(workspace, message.app_id)
        blocks = message.blocks or []
        element = _element(blocks, block_id, action_id)
        entry = inputs.checked_entry(element, value)
        key = (channel.id, message.ts, person.id)
        new = inputs.checked_state(blocks, given)
        kept = block_kit.merged(self._posting.states.get(key, {}), new)
        state = block_kit.state_of(blocks, kept)
        if entry is not None:
            state.setdefault(block_id, {})[action_id] = entry
            self._posting.states[key] = state
        payload = self._interaction("block_actions", workspace, person, app)
        payload |= self._message_place(workspace, person, channel, message, app)
        payload |= {"state": {"values": state}}
        payload["actions"] = [self._action(element, block_id, value)]
        return await self._interact(workspace, person, app, payload)

    def _message_place(
        self, workspace: Workspace, person: User, channel: Channel, message: Message, app: App
    ) -> dict[str, Any]:
        ephemeral = message.ephemeral_for is not None
        where: dict[str, Any] = {
            "app_id": app.app_id,
            "team_id": workspace.id,
            "user_id": person.id,
        }
        at = self._world.clock.now()
        url = self._world.triggers.response_url(
            "actions",
            **where,
            channel_id=channel.id,
            at=at,
            message_ts=message.ts,
            is_ephemeral=ephemeral,
            thread_ts=message.thread_ts,
        )
        container: dict[str, Any] = {"type": "message", "message_ts": message.ts}
        container |= {"channel_id": channel.id, "is_ephemeral": ephemeral}
        if message.thread_ts:
            container["thread_ts"] = message.thread_ts
        place: dict[str, Any] = {
            "container": container,
            "channel": {"id": channel.id, "name": channel.label},
            "response_url": self._world.base_url + url.path,
            "trigger_id": self._world.triggers.issue(**where, at=at).id,
        }
        return place | ({} if ephemeral else {"message": message.as_json()})

    async def act_in_view(
        self,
        workspace: Workspace,
        person: User,
        view: View,
        block_id: str,
        action_id: str,
        value: dict[str, Any] | None,
        state: block_kit.State,
    ) -> Result:
        """Press a button or choose something in a modal or a Home; *state* is what was typed."""
        app, _ = self._owner(workspace, view.app_id)
        block, element = _found(view.blocks, block_id, action_id)
        entry = inputs.checked_entry(element, value)
        _take_in(view, state)
        if entry is not None:
            view.state.setdefault(block_id, {})[action_id] = entry
        # An input block speaks up only where it was asked to.
        if block.get("type") == "input" and not block.get("dispatch_action"):
            return {"ok": True}
        payload = self._interaction("block_actions", workspace, person, app)
        payload |= {"container": {"type": "view", "view_id": view.id}, "view": view.as_json()}
        payload["trigger_id"] = self._trigger(workspace, person, app, view).id
        payload["actions"] = [self._action(element, block_id, value)]
        return await self._interact(workspace, person, app, payload)

    async def submit(
        self, workspace: Workspace, person: User, view: View, values: block_kit.State
    ) -> Result:
        """Press a modal's submit button: the client's own checks first, then the app's."""
        stack = self._world.views.stack(workspace.id, person.id)
        if not stack or stack[-1] is not view:
            raise Impossible("This modal isn't on top any more.", status=409)
        app, _ = self._owner(workspace, view.app_id)
        _take_in(view, values)
        errors = inputs.complaints(view.blocks, view.state)
        if errors:
            return {"ok": False, "errors": errors}
        payload = self._interaction("view_submission", workspace, person, app)
        payload["trigger_id"] = self._trigger(workspace, person, app, view).id
        payload |= {"view": view.as_json()}
        payload["response_urls"] = self._response_urls(workspace, person, app, view)
        outcome = await self._delivery.interaction(app, payload)
        if not outcome.ok:
            self._failed(workspace, person, "Submitting failed", outcome)
            return {"ok": False, "error": outcome.error}
        return self._submitted(workspace, person, view, outcome.body)

    def _submitted(self, workspace: Workspace, person: User, view: View, body: Any) -> Result:
        """Do what the app's answer to a submission says."""
        answer = acks.as_dict(body)
        action = answer.get("response_action")
        if action == "errors":
            errors = acks.input_errors(answer, view)
            if errors:
                return {"ok": False, "response_action": "errors", "errors": errors}
            self._notice(workspace, person, "The app's errors name no input of this modal.")
            return {"ok": False, "response_action": "errors", "error": "dispatch_unknown_error"}
        if action in {"update", "push"}:
            return self._shown(workspace, person, view, str(action), answer.get("view"))
        if action == "clear":
            self._showing.clear(view)
            return {"ok": True, "response_action": "clear"}
        # What the app has pushed meanwhile lies on top, and Slack closes that one.
        stack = self._world.views.stack(workspace.id, person.id)
        if view in stack:
            self._showing.pop(stack[-1])
        return {"ok": True}

    def _shown(
        self, workspace: Workspace, person: User, view: View, action: str, body: Any
    ) -> Result:
        try:
            shown = acks.view_of(self._world, body)
            if action == "update":
                self._showing.update(view, shown)
            else:
                self._showing.push(acks.next_view(self._world, view), shown)
        except Refused as refusal:
            self._notice(workspace, person, acks.sentence("The app's view", refusal))
            return {"ok": False, "response_action": action, "error": "dispatch_unknown_error"}
        return {"ok": True, "response_action": action}

    def _response_urls(
        self, workspace: Workspace, person: User, app: App, view: View
    ) -> list[dict[str, Any]]:
        found = []
        for block in view.blocks:
            element = block.get("element") or {}
            if element.get("response_url_enabled"):
                entry = view.state.get(block["block_id"], {}).get(element["action_id"], {})
                channel_id = block_kit.chosen(element, entry)
                if channel_id in workspace.channels:
                    url = self._world.triggers.response_url(
                        "app",
                        app_id=app.app_id,
                        team_id=workspace.id,
                        user_id=person.id,
                        channel_id=channel_id,
                        at=self._world.clock.now(),
                    )
                    ids = {"block_id": block["block_id"], "action_id": element["action_id"]}
                    address = self._world.base_url + url.path
                    found.append({**ids, "channel_id": channel_id, "response_url": address})
        return found

    async def close_view(
        self, workspace: Workspace, person: User, view: View, *, clear: bool
    ) -> Result:
        """Press Cancel (one modal) or the X (all of them); view_closed goes out where asked for."""
        stack = list(self._world.views.stack(workspace.id, person.id))
        if view not in stack:
            raise Impossible("This modal is closed already.", status=409)
        app, _ = self._owner(workspace, view.app_id)
        told = stack[0] if clear else view
        payload = self._interaction("view_closed", workspace, person, app)
        payload |= {"view": _without_inputs(told), "is_cleared": clear}
        if clear:
            self._showing.clear(view)
        else:
            self._showing.pop(view)
        if told.body.get("notify_on_close"):
            outcome = await self._delivery.interaction(app, payload)
            return {"ok": outcome.ok} | ({} if outcome.ok else {"error": outcome.error})
        return {"ok": True}

    # Home and DMs

    async def open_home(self, workspace: Workspace, person: User, app: App) -> View | None:
        """Open an app's Home tab; answers what it shows once the app has had its say."""
        await self._opened(workspace, person, app, "home")
        return self._world.views.home(app.app_id, workspace.id, person.id)

    async def open_dm(self, workspace: Workspace, person: User, other: User) -> Channel:
        """Open the DM with somebody; an app hears that its messages tab was opened."""
        channel = self._world.im(workspace, person.id, other.id)
        found = self._world.app_of_bot(other.id, workspace.id)
        if found is not None:
            await self._opened(workspace, person, found[0], "messages")
        return channel

    async def _opened(self, workspace: Workspace, person: User, app: App, tab: str) -> None:
        installation = app.installed_in(workspace.id)
        if installation is None:
            raise Impossible(f"{app.name} isn't installed here.", status=404)
        dm = self._world.im(workspace, installation.bot_user_id, person.id)
        event: dict[str, Any] = {
            "type": "app_home_opened",
            "user": person.id,
            "channel": dm.id,
            "tab": tab,
        }
        home = self._world.views.home(app.app_id, workspace.id, person.id)
        if home is not None and tab == "home":
            event["view"] = home.as_json()
        since = self._world.feed.count
        self._events.tell(workspace.id, event, only=app)
        if tab == "home" and "app_home_opened" in app.events and self._delivery.reaches(app):
            await self._published(app, workspace, person, home.hash if home else None, since)

    async def _published(
        self, app: App, workspace: Workspace, person: User, hash_: str | None, since: int
    ) -> None:
        """Wait a moment for the Home that an app publishes when it is opened."""
        until = time.monotonic() + self._world.limits.home_seconds
        while (left := until - time.monotonic()) > 0:
            home = self._world.views.home(app.app_id, workspace.id, person.id)
            if home is not None and home.hash != hash_:
                return
            since = await self._world.feed.wait(since, left)

    # Selects that ask the app

    async def options(
        self,
        workspace: Workspace,
        person: User,
        blocks: list[dict[str, Any]],
        app_id: str | None,
        place: dict[str, Any],
        block_id: str,
        action_id: str,
        value: str,
    ) -> Result:
        """Ask the app for the options of an external select."""
        app, _ = self._owner(workspace, app_id)
        element = _element(blocks, block_id, action_id)
        payload = self._interaction("block_suggestion", workspace, person, app) | place
        payload |= {"action_id": element["action_id"], "block_id": block_id, "value": value}
        outcome = await self._delivery.interaction(app, payload)
        if not outcome.ok:
            return {"ok": False, "error": outcome.error, "options": [], "option_groups": []}
        answer = acks.as_dict(outcome.body)
        return {
            "ok": True,
            "options": answer.get("options") or [],
            "option_groups": answer.get("option_groups") or [],
        }

    # Pieces

    def _interaction(
        self, kind: str, workspace: Workspace, person: User, app: App
    ) -> dict[str, Any]:
        installation = app.installed_in(workspace.id)
        is_org = installation is not None and installation.is_org
        enterprise = None
        team: dict[str, Any] | None = {"id": workspace.id, "domain": workspace.domain}
        if workspace.enterprise_id:
            enterprise = {"id": workspace.enterprise_id, "name": workspace.enterprise_name}
        return {
            "type": kind,
            "user": {
                "id": person.id,
                "username": person.name,
                "name": person.name,
                "team_id": workspace.id,
            },
            "api_app_id": app.app_id,
            "token": app.verification_token,
            "team": None if is_org else team,
            "enterprise": enterprise,
            "is_enterprise_install": is_org,
        }

    def _trigger(self, workspace: Workspace, person: User, app: App, view: View) -> Trigger:
        return self._world.triggers.issue(
            app_id=app.app_id,
            team_id=workspace.id,
            user_id=person.id,
            at=self._world.clock.now(),
            view_id=view.id if view.kind == "modal" else None,
        )

    def _action(
        self, element: dict[str, Any], block_id: str, value: dict[str, Any] | None
    ) -> dict[str, Any]:
        return inputs.action(element, block_id, value, action_ts=self._world.clock.ts())

    async def _interact(
        self, workspace: Workspace, person: User, app: App, payload: dict[str, Any]
    ) -> Result:
        outcome = await self._delivery.interaction(app, payload)
        if not outcome.ok:
            self._failed(workspace, person, "This didn't work", outcome)
            return {"ok": False, "error": outcome.error}
        return {"ok": True}

    def _owner(self, workspace: Workspace, app_id: str | None) -> tuple[App, Installation]:
        app = self._world.apps.get(app_id or "")
        installation = app.installed_in(workspace.id) if app else None
        if app is None or installation is None:
            raise Impossible("The app that wrote this isn't installed here.", status=409)
        return app, installation

    def _failed(self, workspace: Workspace, person: User, what: str, outcome: Outcome) -> None:
        self._notice(workspace, person, f'{what} with the error "{outcome.error}"')

    def _notice(self, workspace: Workspace, person: User, sentence: str) -> None:
        viewer = person.id
        self._world.feed.tell(
            "notice",
            {"level": "error", "text": sentence},
            audience=lambda user_id: user_id == viewer,
            workspace=workspace.id,
        )


def _take_in(view: View, given: block_kit.State) -> None:
    """Keep what a person has put into a view's inputs."""
    new = inputs.checked_state(view.blocks, given)
    view.state = block_kit.state_of(view.blocks, block_kit.merged(view.state, new))


def _element(blocks: list[dict[str, Any]], block_id: str, action_id: str) -> dict[str, Any]:
    return _found(blocks, block_id, action_id)[1]


def _found(
    blocks: list[dict[str, Any]], block_id: str, action_id: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    found = block_kit.find(blocks, block_id, action_id)
    if found is None:
        raise Impossible("There is no such button or input here (any more).", status=404)
    return found


def _without_inputs(view: View) -> dict[str, Any]:
    """A closed view's JSON: its state leaves input blocks out, as in Slack."""
    shown = view.as_json()
    inputs_ = {block["block_id"] for block in view.blocks if block.get("type") == "input"}
    values = {name: entry for name, entry in view.state.items() if name not in inputs_}
    return {**shown, "state": {"values": values}}
