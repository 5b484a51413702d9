"""files.*: the three steps of an upload, and a look at a file."""

import re
from dataclasses import replace
from typing import Any

from localslack import parsing
from localslack.changes import checks, posting, sharing
from localslack.errors import Refused
from localslack.webapi.call import Answer, Call, method
from localslack.webapi.chat import check_posting
from localslack.world import blocks as block_kit
from localslack.world.files import File
from localslack.world.messages import Draft, Message

LONGEST_ALT = 1_000
CHANNEL_ID = "^[CGDZ][A-Z0-9]{8,}$"


@method("files.getUploadURLExternal")
def begin(call: Call) -> Answer:
    """Announces a file and answers where its bytes go; an empty file is a missing argument."""
    length = call.number("length")
    if not length or length < 0:
        raise Refused("missing_argument")
    alt_txt = call.text("alt_txt") or ""
    if len(alt_txt) > LONGEST_ALT:
        raise Refused("alt_txt_too_large")
    home = call.world.workspaces_of(call.installation)[0]
    file = call.world.files.begin(
        team_id=home.id,
        user_id=call.bot,
        name=call.text("filename") or "",
        length=length,
        created=call.world.seconds,
        alt_txt=alt_txt,
    )
    return {
        "upload_url": f"{call.base_url}/files/upload/{file.id}/{file.secret}",
        "file_id": file.id,
    }


@method("files.completeUploadExternal")
def complete(call: Call) -> Answer:
    """Finishes uploads; without a channel the file stays private to the bot.

    `channel_id` takes neither names nor people, which other methods do.
    """
    given = call.text("channel_id")
    if given and not re.match(CHANNEL_ID, given):
        wrong = f"input must match regex pattern: {CHANNEL_ID} [json-pointer:/channel_id]"
        raise Refused("invalid_arguments", messages=[wrong])
    wanted = _wanted(call)
    files = [_uploaded(call, str(item.get("id", ""))) for item in wanted]
    for file, item in zip(files, wanted, strict=True):
        file.title = str(item.get("title") or file.name)
        file.is_complete = True
    targets = call.names("channels") or call.names("channel_id")
    for target in targets:
        _share(call, target, files)
    return {"files": [file.as_json(call.base_url, shares=True) for file in files]}


def _wanted(call: Call) -> list[dict[str, Any]]:
    wanted = parsing.parsed(call.arguments.get("files"))
    if not isinstance(wanted, list) or not wanted or not all(isinstance(i, dict) for i in wanted):
        raise Refused("invalid_arguments", messages=["must be an array [json-pointer:/files]"])
    return wanted


def _uploaded(call: Call, file_id: str) -> File:
    file = call.world.files.get(file_id)
    if file is None or file.user_id != call.bot or file.content is None:
        raise Refused("file_not_found")
    return file


def _share(call: Call, target: str, files: list[File]) -> None:
    channel = call.find_channel(target)
    if channel is None or not channel.seen_by(call.bot):
        raise Refused("channel_not_found")
    blocks = block_kit.as_list(call.arguments.get("blocks"))
    if blocks:
        checks.check_message(
            call.world, {"blocks": blocks}, method=call.method.name, channel=channel.id
        )
    text, thread_ts = call.text("initial_comment") or "", call.text("thread_ts")
    draft = Draft(text=text, blocks=blocks, thread_ts=thread_ts)
    check_posting(call, channel, draft)

    def post(shown: list[dict[str, Any]]) -> Message:
        whole = replace(draft, files=shown)
        return posting.by_app(call.world, call.app, call.installation, channel, whole)

    sharing.share(call.world, channel, files, post)


@method("files.info")
def info(call: Call) -> Answer:
    """One file."""
    file = call.world.files.get(call.text("file") or "")
    if file is None or not file.is_complete:
        raise Refused("file_not_found")
    seen = any(call.bot in shared.channel.members for shared in file.shares)
    if file.user_id != call.bot and not seen:
        raise Refused("file_not_found")
    known = file.as_json(call.base_url, shares=True)
    return {"file": known, "comments": [], "response_metadata": {"next_cursor": ""}}
