"""What methods answer agrees with the types that Slack publishes, read as they are."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from localslack.webapi.methods import METHODS
from tests.conftest import needs
from tests.localslack import declarations
from tests.localslack.asking import every_answer
from tests.localslack.conftest import Start
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
# The same of one method: on its page, or in every other answer with a message.
BEYOND_IN = {
    "auth.revoke: revoked",
    "pins.list: items[].channel",
    *(f"chat.stopStream: message.{name}" for name in ("app_id", "bot_profile", "edited")),
}
# Slack publishes no type for what it answers.
UNTYPED = {"blocks.validate"}


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
    is_beyond = where in BEYOND_IN or where.split(": ")[1].rpartition(".")[2] in BEYOND
    return rest == "not in Slack's type" and is_beyond


@pytest.fixture
async def types(tmp_path: Path) -> Path:
    """Slack's published types, as npm brings them with Bolt."""
    npm = needs("npm", "on Debian and Ubuntu: apt-get install nodejs npm")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(EXAMPLES / name, tmp_path)
    await install(npm, tmp_path)
    return tmp_path / TYPES


async def test_answers_are_what_slacks_types_say(types: Path, starts: Start) -> None:
    """No field of any method has another type, and none is there that Slack hasn't."""
    said = await every_answer(starts)
    assert said.keys() == METHODS.keys()
    wrong = []
    for name in said.keys() - UNTYPED:
        answer = said[name]
        path = types / f"{''.join(w[0].upper() + w[1:] for w in name.split('.'))}Response.d.ts"
        found = declarations.read(path).complaints(without_blocks(answer))
        wrong += [one for one in (f"{name}: {one}" for one in found) if not is_known(one)]
    assert wrong == []
