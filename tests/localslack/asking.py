"""Every method of the Web API, asked once: what it says in a company where something happened."""

import json
from contextlib import AsyncExitStack
from typing import Any

import aiohttp

from localslack import LocalSlack, Person
from tests.localslack.companies import Json, company, manifest
from tests.localslack.conftest import Start, client_of
from tests.localslack.hosting import Kept, keeping
from tests.localslack.places import channel_id, user_id
from tests.localslack.test_workspaces import BACK, authorize

SCOPES = ["assistant:write", "emoji:read", "users.profile:read", "users:read.email", "users:write"]
BUTTON: Json = {
    "type": "button",
    "action_id": "more",
    "text": {"type": "plain_text", "text": "More"},
}
MODAL: Json = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "A form"},
    "blocks": [{"type": "actions", "elements": [BUTTON]}],
}
GREET: Json = {"output_parameters": {"times": {"type": "integer", "is_required": True}}}


class Asking:
    """A bot that keeps the last answer to each method."""

    def __init__(self, slack: LocalSlack) -> None:
        self.slack = slack
        self.said: dict[str, Json] = {}

    async def ask(self, method: str, token: str | None = None, **arguments: Any) -> Json:
        """Ask; objects and lists travel as JSON, as in a form."""
        told = (dict, list)
        flat = {k: json.dumps(v) if isinstance(v, told) else v for k, v in arguments.items()}
        answer = (await client_of(self.slack, token).api_call(method, params=flat)).data
        assert isinstance(answer, dict)
        self.said[method] = answer
        return answer


async def every_answer(starts: Start) -> dict[str, Json]:
    """What each method says, by its name."""
    async with AsyncExitStack() as stack:
        asking = Asking(await starts(_company()))
        url, kept = await stack.enter_async_context(keeping())
        asking.slack.deliver_to(url)
        await _reads_and_writes(asking)
        await _looks_after_channels(asking)
        await _keeps_canvases(asking)
        await _opens_forms(asking, kept)
        await _runs_steps(asking, kept)
        await _assists(asking)
    return asking.said | await _installs(starts)


def _company(**settings: Any) -> Json:
    described = manifest(org_deploy_enabled=True, function_runtime="remote", **settings)
    described["oauth_config"]["scopes"]["bot"] += SCOPES
    described["features"]["assistant_view"] = {"assistant_description": "Helps"}
    described["functions"] = {"greet": GREET}
    return company(apps=[{"manifest": described}])


async def _reads_and_writes(asking: Asking) -> None:
    slack, ana = asking.slack, asking.slack.person("ana")
    api = client_of(slack)
    place, me = channel_id(slack, "general"), user_id(slack, "ana")
    said = await ana.says("Hello *bo* @bo :wave:", "#general")
    await ana.says("Hello again", "#general", thread=said.ts)
    await ana.reacts(said, "wave")
    own = await asking.ask(
        "chat.postMessage", channel=place, text="To all", thread_ts=said.ts, reply_broadcast=True
    )
    upload = await api.files_upload_v2(filename="a.csv", content="a,b", channel=place)
    [group] = slack.world.workspace().usergroups
    home: Json = {"type": "home", "blocks": [{"type": "divider"}]}
    attached = [{"text": "Attached", "title": "More", "fields": [{"title": "A", "value": "b"}]}]
    later = slack.world.seconds + 600
    asked: dict[str, Json] = {
        "api.test": {"foo": "bar"},
        "blocks.validate": {"blocks": [{"type": "divider"}]},
        "usergroups.users.list": {"usergroup": group},
        "users.setPresence": {"presence": "away"},
        "auth.test": {},
        "bots.info": {"bot": own["message"]["bot_id"]},
        "users.info": {"user": me, "include_locale": True},
        "users.list": {"limit": 20},
        "users.profile.get": {"user": me},
        "users.getPresence": {},
        "users.lookupByEmail": {"email": "ana@example.com"},
        "team.info": {},
        "usergroups.list": {"include_users": True},
        "dnd.info": {"user": me},
        "conversations.info": {"channel": place, "include_num_members": True},
        "conversations.list": {},
        "users.conversations": {},
        "conversations.members": {"channel": place},
        "conversations.history": {"channel": place},
        "conversations.replies": {"channel": place, "ts": said.ts},
        "conversations.open": {"users": me},
        "conversations.create": {"name": "launch"},
        "chat.postMessage": {"channel": place, "text": "Hello", "attachments": attached},
        "chat.update": {"channel": place, "ts": own["ts"], "text": "To everybody"},
        "chat.getPermalink": {"channel": place, "message_ts": said.ts},
        "chat.postEphemeral": {"channel": place, "user": me, "text": "Psst"},
        "chat.scheduleMessage": {
            "channel": place,
            "text": "Later",
            "post_at": later,
        },
        "chat.scheduledMessages.list": {},
        "files.info": {"file": upload["file"]["id"]},
        "reactions.get": {"channel": place, "timestamp": said.ts},
        "pins.add": {"channel": place, "timestamp": said.ts},
        "emoji.list": {},
        "bookmarks.add": {
            "channel_id": place,
            "title": "Log",
            "type": "link",
            "link": "https://example.com",
        },
        "views.publish": {"user_id": me, "view": home},
        "chat.delete": {"channel": place, "ts": own["ts"]},
        "reactions.add": {"channel": place, "timestamp": said.ts, "name": "tada"},
        "reactions.remove": {"channel": place, "timestamp": said.ts, "name": "tada"},
        "pins.list": {"channel": place},
        "pins.remove": {"channel": place, "timestamp": said.ts},
        "files.getUploadURLExternal": {"filename": "b.txt", "length": 1},
    }
    for method, arguments in asked.items():
        await asking.ask(method, **arguments)
    planned = asking.said["chat.scheduleMessage"]["scheduled_message_id"]
    await asking.ask("chat.deleteScheduledMessage", channel=place, scheduled_message_id=planned)
    given = asking.said["files.getUploadURLExternal"]
    async with aiohttp.ClientSession() as session:
        await session.post(given["upload_url"], data=b"b")
    files = [{"id": given["file_id"], "title": "B"}]
    await asking.ask("files.completeUploadExternal", files=files, channel_id=place)


async def _looks_after_channels(asking: Asking) -> None:
    quiet, bo = channel_id(asking.slack, "quiet"), user_id(asking.slack, "bo")
    await asking.ask("conversations.join", channel=quiet)
    await asking.ask("conversations.setTopic", channel=quiet, topic="Silence")
    await asking.ask("conversations.setPurpose", channel=quiet, purpose="To be quiet")
    await asking.ask("conversations.rename", channel=quiet, name="quieter")
    made = (await asking.ask("conversations.create", name="harbour"))["channel"]["id"]
    await asking.ask("conversations.invite", channel=made, users=bo)
    await asking.ask("conversations.kick", channel=made, user=bo)
    await asking.ask("conversations.archive", channel=made)
    await asking.ask("conversations.leave", channel=quiet)


async def _keeps_canvases(asking: Asking) -> None:
    written = {"type": "markdown", "markdown": "# Log\n\nA line"}
    place = channel_id(asking.slack, "general")
    await asking.ask("conversations.canvases.create", channel_id=place, document_content=written)
    made = await asking.ask("canvases.create", title="Log", document_content=written)
    canvas = made["canvas_id"]
    await asking.ask(
        "canvases.sections.lookup", canvas_id=canvas, criteria={"contains_text": "Log"}
    )
    change = {"operation": "insert_at_end", "document_content": written}
    await asking.ask("canvases.edit", canvas_id=canvas, changes=[change])
    await asking.ask("canvases.delete", canvas_id=canvas)


async def _opens_forms(asking: Asking, kept: Kept) -> None:
    ana = asking.slack.person("ana")
    await ana.types("/help", "#general")
    opened = await asking.ask("views.open", trigger_id=_trigger(kept), view=MODAL)
    await asking.ask("views.update", view_id=opened["view"]["id"], view=MODAL)
    await ana.presses("More", where="modal")
    await asking.ask("views.push", trigger_id=_trigger(kept), view=MODAL)


def _trigger(kept: Kept) -> str:
    return str(kept.bodies[-1]["trigger_id"])


async def _runs_steps(asking: Asking, kept: Kept) -> None:
    for method, more in (
        ("functions.completeSuccess", {"outputs": {"times": 1}}),
        ("functions.completeError", {"error": "Nobody is there"}),
    ):
        await asking.slack.driver.post("steps/run", **{"as": "ana"}, step="greet", inputs={})
        await asking.slack.settled()
        event = kept.events("function_executed")[-1]
        run = event["function_execution_id"]
        await asking.ask(method, event["bot_access_token"], function_execution_id=run, **more)


async def _assists(asking: Asking) -> None:
    ana: Person = asking.slack.person("ana")
    chat = await ana.starts_chat()
    place: Json = {"channel_id": chat.channel, "thread_ts": chat.ts}
    await asking.ask("assistant.threads.setStatus", **place, status="reads")
    await asking.ask("assistant.threads.setTitle", **place, title="A summary")
    prompts = [{"title": "Sum up", "message": "Sum it up"}]
    await asking.ask("assistant.threads.setSuggestedPrompts", **place, prompts=prompts)
    begun = await asking.ask(
        "chat.startStream", channel=chat.channel, thread_ts=chat.ts, markdown_text="One "
    )
    grown = {"channel": chat.channel, "ts": begun["ts"]}
    await asking.ask("chat.appendStream", **grown, markdown_text="two")
    await asking.ask("chat.stopStream", **grown)


async def _installs(starts: Start) -> dict[str, Json]:
    """The doors of an app: over Socket Mode, by OAuth, to tokens that rotate, and out."""
    described = _company(token_rotation_enabled=True)
    described["apps"][0]["bot_token"] = "xoxb-from-before-it-rotated"
    asking = Asking(await starts(described))
    app = asking.slack.app
    known = {"client_id": app.client_id, "client_secret": app.client_secret}
    await asking.ask("apps.connections.open", app.app_token)
    await asking.ask("oauth.v2.exchange", **known, token=app.bot_token)
    back = await authorize(asking.slack, asking.slack.world.workspace().id)
    granted = await asking.ask("oauth.v2.access", **known, code=back["code"], redirect_uri=BACK)
    await asking.ask("auth.revoke", granted["access_token"])
    return asking.said
