"""What can be read: the workspace as one person sees it, and what bots were sent."""

from localslack.changes import posting, steps
from localslack.control import searching, serializers
from localslack.control.request import Answer, Request
from localslack.errors import Impossible

LONGEST_WAIT = 30.0


def workspaces(request: Request) -> Answer:
    """Which workspaces there are, who one would be in each, and what the clock says.

    `run` is another one each time that the local Slack starts.
    """
    everywhere = request.world.workspaces.values()
    return {
        "run": request.world.run,
        "workspaces": [serializers.workspace(one, request.guest_of(one)) for one in everywhere],
        "clock": serializers.clock(request.world),
    }


def state(request: Request) -> Answer:
    """All that a person's sidebar needs; without `as`, the first person's."""
    return serializers.state(request.world, request.workspace, request.somebody)


def messages(request: Request) -> Answer:
    """A page of a conversation as the person sees it, ephemerals included.

    Its newest messages, or those `before` a time, `from` one on, or half and half `around` one.
    """
    channel, person = request.open_channel(), request.person
    limit = min(request.number("limit", 50), 1000)
    halves = {"before": (limit, 0), "from": (0, limit), "around": (limit // 2, limit - limit // 2)}
    name = next((name for name in halves if name in request.body), "before")
    older, newer = halves[name]
    at = str(request.body[name]) if name in request.body else None
    return serializers.messages(request.world, channel, person, at=at, older=older, newer=newer)


async def search(request: Request) -> Answer:
    """Messages with these words that the person can see, the newest first."""
    world, person = request.world, request.person
    limit = min(request.number("limit", 20), 100)
    wanted = searching.wanted(request.workspace, person, request.text("query"))
    found = await searching.search(wanted, most=limit + 1)
    shown = [posting.shown(world, message) for message in found[:limit]]
    return {"messages": shown, "has_more": len(found) > limit}


def thread(request: Request) -> Answer:
    """A thread as the person sees it."""
    channel, person = request.open_channel(), request.person
    return serializers.thread(request.world, channel, person, request.text("ts"))


def views(request: Request) -> Answer:
    """The person's modals and Homes."""
    team_id, user_id = request.workspace.id, request.person.id
    homes = request.world.views.homes(team_id, user_id)
    return {
        "modals": [view.as_json() for view in request.world.views.stack(team_id, user_id)],
        "home": {app_id: view.as_json() for app_id, view in homes.items()},
    }


def canvases(request: Request) -> Answer:
    """The workspace's canvases: those in the tabs of channels that are seen, and the others."""
    person, channels = request.person, request.world.channels
    found = request.world.canvases.of_team(request.workspace.id)
    seen = [c for c in found if not c.channel_id or channels[c.channel_id].open_to(person)]
    return {"canvases": [canvas.as_json() for canvas in seen]}


def step(request: Request) -> Answer:
    """How a step that somebody ran stands."""
    execution = steps.get(request.world, request.text("id"))
    if execution is None:
        raise Impossible("There is no such run of a step.", status=404)
    return {"step": execution.as_json()}


def requests(request: Request) -> Answer:
    """The inspector's list."""
    since, limit = request.number("since", 0), request.number("limit", 200)
    found = request.world.inspector.since(since, limit)
    return {"requests": [request.as_json() for request in found]}


async def wait(request: Request) -> Answer:
    """Answers when something has happened after *since*, or after *timeout* seconds."""
    timeout = min(request.seconds("timeout", 5.0), LONGEST_WAIT)
    return {"count": await request.world.feed.wait(request.number("since", 0), timeout)}


async def settled(request: Request) -> Answer:
    """Answers once no event is on its way to a bot any more."""
    await request.world.outgoing.settled()
    return {"ok": True}
