"""A file from a person's form, which goes into a channel when one is named."""

from collections.abc import Callable, Mapping
from typing import Any

from aiohttp import web

from localslack.actions import messages
from localslack.control.request import Answer, Request
from localslack.errors import Impossible


def taker(form: Mapping[str, Any]) -> Callable[[Request], Answer]:
    """What takes the file of a form."""

    def take(request: Request) -> Answer:
        part = form.get("file")
        if not isinstance(part, web.FileField):
            raise Impossible("There is no file in the form.")
        return _take(request, part.filename, part.file.read())

    return take


def _take(request: Request, name: str, content: bytes) -> Answer:
    world = request.world
    file = world.files.begin(
        team_id=request.workspace.id,
        user_id=request.person.id,
        name=name,
        length=len(content),
        created=world.seconds,
    )
    file.content, file.is_complete = content, True
    if "channel" in request.body:
        messages.share(world, request.actor, request.open_channel(), file)
    return {"file": file.as_json(world.base_url)}
