"""canvases.* and conversations.canvases.create."""

from localslack import parsing
from localslack.errors import Refused
from localslack.webapi.call import Answer, Call, method
from localslack.world.canvases import LONGEST, Canvas, edit, sections_of
from localslack.world.channels import Channel
from localslack.world.workspaces import Workspace

FREE = "free"


@method("canvases.create")
def create(call: Call) -> Answer:
    """Makes a canvas, alone or as a channel's tab; free workspaces have tabs only."""
    channel = _tabbed(call) if call.text("channel_id") else None
    workspace = _workspace(call, channel)
    if workspace.plan == FREE and channel is None:
        raise Refused("free_teams_cannot_create_non_tabbed_canvases")
    if channel is not None and call.world.canvases.of_channel(channel.id) is not None:
        word = "free_team_canvas_tab_already_exists"
        raise Refused(word if workspace.plan == FREE else "canvas_creation_failed")
    return _made(call, workspace, channel, "canvas_creation_failed")


@method("conversations.canvases.create")
def create_tab(call: Call) -> Answer:
    """Makes a channel's canvas; a channel has one."""
    channel = _tabbed(call)
    workspace = _workspace(call, channel)
    if call.world.canvases.of_channel(channel.id) is not None:
        free = workspace.plan == FREE
        word = "free_team_canvas_tab_already_exists" if free else "channel_canvas_already_exists"
        raise Refused(word)
    return _made(call, workspace, channel, "channel_canvas_creation_failed")


@method("canvases.edit")
def change(call: Call) -> Answer:
    """Changes a canvas of the app, one change a call."""
    canvas = _canvas(call)
    changes = parsing.parsed(call.arguments.get("changes"))
    if not isinstance(changes, list) or not all(isinstance(one, dict) for one in changes):
        raise Refused("invalid_arguments", messages=["must be an array [json-pointer:/changes]"])
    if len(changes) != 1:
        words = "no more than 1 items allowed" if changes else "must provide at least 1 items"
        raise Refused("invalid_arguments", messages=[f"{words} [json-pointer:/changes]"])
    if call.world.workspaces[canvas.team_id].plan == FREE and canvas.channel_id is None:
        raise Refused("free_teams_cannot_edit_standalone_canvases")
    edit(canvas, changes[0])
    _tell(call, canvas)
    return {}


@method("canvases.sections.lookup")
def lookup(call: Call) -> Answer:
    """Which sections have some words, or are headings of some kinds."""
    canvas, criteria = _canvas(call), parsing.parsed(call.arguments.get("criteria"))
    if not isinstance(criteria, dict) or not criteria:
        raise Refused("invalid_arguments", messages=["must be an object [json-pointer:/criteria]"])
    words = str(criteria.get("contains_text") or "").lower()
    kinds = criteria.get("section_types") or []
    found = [part for part in canvas.sections if words in part.markdown.lower()]
    if isinstance(kinds, list) and kinds:
        any_header = "any_header" in kinds
        found = [part for part in found if part.kind in kinds or (any_header and part.kind)]
    return {"sections": [{"id": part.id} for part in found]}


@method("canvases.delete")
def delete(call: Call) -> Answer:
    """Deletes a canvas of the app."""
    canvas = _canvas(call)
    call.world.canvases.remove(canvas)
    _tell(call, canvas)
    return {}


def _made(call: Call, workspace: Workspace, channel: Channel | None, failure: str) -> Answer:
    content = parsing.parsed(call.arguments.get("document_content"))
    sections = [] if content is None else sections_of(content, failure)
    if sum(len(section.markdown) + 2 for section in sections) > LONGEST + 2:
        raise Refused(failure, detail="'content' error: too large")
    title, channel_id = call.text("title") or "", channel.id if channel else None
    canvas = call.world.canvases.add(workspace.id, call.app.app_id, title, channel_id)
    canvas.sections = sections
    _tell(call, canvas)
    return {"canvas_id": canvas.id}


def _canvas(call: Call) -> Canvas:
    canvas = call.world.canvases.get(call.text("canvas_id") or "")
    mine = {place.id for place in call.world.workspaces_of(call.installation)}
    if canvas is None or canvas.app_id != call.app.app_id or canvas.team_id not in mine:
        raise Refused("canvas_not_found")
    return canvas


def _tabbed(call: Call) -> Channel:
    channel = call.channel("channel_id", scopes={})
    if call.bot not in channel.members:
        raise Refused("restricted_action")
    return channel


def _workspace(call: Call, channel: Channel | None) -> Workspace:
    if channel is not None:
        return call.world.workspaces[channel.team_id]
    return call.world.workspaces_of(call.installation)[0]


def _tell(call: Call, canvas: Canvas) -> None:
    call.world.feed.tell("canvas", {"canvas_id": canvas.id}, workspace=canvas.team_id)
