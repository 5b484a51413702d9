"""What methods answer agrees with the types that Slack publishes, read as they are."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack
from tests.conftest import needs
from tests.localslack import declarations
from tests.localslack.companies import Json, company
from tests.localslack.conftest import Start, client_of
from tests.localslack.places import channel_id, user_id
from tests.localslack.test_readme import EXAMPLES, install

TYPES = Path("node_modules/@slack/web-api/dist/types/response")
# Slack's types are made of recorded answers; these are known from its pages, not from those.
BEYOND = {
    *(
        "auto_type",
        "client_msg_id",
        "deleted_by",
        "is_member",
        "num_members",
        "parent_conversation",
    ),
    *("parent_user_id", "reactions", "response_metadata", "root", "snooze_enabled", "subtype"),
    *("team", "thread_ts", "ts", "user", "user_id", "message"),
}
SCOPES = ["assistant:write", "emoji:read", "users.profile:read", "users:read.email"]


async def answers(slack: LocalSlack) -> dict[str, Json]:
    """What many methods say, each once, of a channel in which something has happened."""
    api, ana = client_of(slack), slack.person("ana")
    place, me = channel_id(slack, "general"), user_id(slack, "ana")
    said = await ana.says("Hello *bo* @bo :wave:", "#general")
    await ana.says("Hello again", "#general", thread=said.ts)
    await ana.reacts(said, "wave")
    own = await api.chat_postMessage(
        channel=place, text="To all", thread_ts=said.ts, reply_broadcast=True
    )
    upload = await api.files_upload_v2(filename="a.csv", content="a,b", channel=place)
    home: Json = {"type": "home", "blocks": [{"type": "divider"}]}
    asked: dict[str, Json] = {
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
        "chat.postMessage": {"channel": place, "text": "Hello"},
        "chat.update": {"channel": place, "ts": own["ts"], "text": "To everybody"},
        "chat.getPermalink": {"channel": place, "message_ts": said.ts},
        "chat.postEphemeral": {"channel": place, "user": me, "text": "Psst"},
        "chat.scheduleMessage": {
            "channel": place,
            "text": "Later",
            "post_at": slack.world.seconds + 600,
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
    }
    return {name: await answer(api, name, given) for name, given in asked.items()}


async def answer(api: AsyncWebClient, method: str, arguments: Json) -> Json:
    """What one method says; arguments as a form has them."""
    flat = {k: json.dumps(v) if isinstance(v, dict) else v for k, v in arguments.items()}
    said = (await api.api_call(method, params=flat)).data
    assert isinstance(said, dict)
    return said


def without_blocks(value: Any) -> Any:
    """The same without blocks: their types are one for all kinds together."""
    if isinstance(value, list):
        return [without_blocks(one) for one in value]
    if isinstance(value, dict):
        return {name: without_blocks(one) for name, one in value.items() if name != "blocks"}
    return value


def is_known(complaint: str) -> bool:
    """Whether it is about a field that Slack's types leave out."""
    where, _, rest = complaint.partition(" is ")
    return rest == "not in Slack's type" and where.rpartition(".")[2] in BEYOND


@pytest.fixture
async def types(tmp_path: Path) -> Path:
    """Slack's published types, as npm brings them with Bolt."""
    npm = needs("npm", "on Debian and Ubuntu: apt-get install nodejs npm")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(EXAMPLES / name, tmp_path)
    await install(npm, tmp_path)
    return tmp_path / TYPES


async def test_answers_are_what_slacks_types_say(types: Path, starts: Start) -> None:
    """No field has another type, and none is there that Slack hasn't."""
    described = company()
    described["apps"][0]["manifest"]["oauth_config"]["scopes"]["bot"] += SCOPES
    wrong = []
    for name, answer in (await answers(await starts(described))).items():
        path = types / f"{''.join(w[0].upper() + w[1:] for w in name.split('.'))}Response.d.ts"
        found = declarations.read(path).complaints(without_blocks(answer))
        wrong += [f"{name}: {one}" for one in found if not is_known(one)]
    assert wrong == []
