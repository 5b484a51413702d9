"""Messages that an app wrote ahead: they wait, and are posted when the clock reaches them."""

from datetime import UTC, datetime, timedelta

from localslack.changes import posting
from localslack.errors import Refused
from localslack.world import ids
from localslack.world.apps import App, Installation
from localslack.world.channels import Channel
from localslack.world.messages import Draft
from localslack.world.scheduled import Scheduled
from localslack.world.world import World

FARTHEST = timedelta(days=120)
WINDOW_SECONDS = 300
MOST_IN_WINDOW = 30


def check(world: World, channel: Channel, post_at: int) -> None:
    """Raise Refused when Slack wouldn't keep a message for this moment."""
    ahead = post_at - world.seconds
    if ahead <= 0:
        raise Refused("time_in_past")
    if ahead > FARTHEST.total_seconds():
        raise Refused("time_too_far")
    window = post_at // WINDOW_SECONDS
    same = [
        s
        for s in world.scheduled.values()
        if s.channel is channel and s.post_at // WINDOW_SECONDS == window
    ]
    if len(same) >= MOST_IN_WINDOW:
        raise Refused("restricted_too_many")


def add(
    world: World, app: App, installation: Installation, channel: Channel, draft: Draft, post_at: int
) -> Scheduled:
    """Keep a message; one with metadata is kept too but never posts, as in Slack."""
    entry_id = ids.fresh("Q")

    async def post() -> None:
        due = world.scheduled.pop(entry_id, None)
        gone = channel.is_archived or not installation.is_active
        if due is not None and draft.metadata is None and not gone:
            posting.by_app(world, app, installation, channel, draft)

    timer = world.clock.call_at(datetime.fromtimestamp(post_at, UTC), post)
    entry = Scheduled(entry_id, app.app_id, channel, draft, post_at, world.seconds, timer)
    world.scheduled[entry_id] = entry
    return entry


def of(world: World, app: App, *, channel: str | None = None) -> list[Scheduled]:
    """What an app has waiting, the soonest first."""
    mine = [s for s in world.scheduled.values() if s.app_id == app.app_id]
    here = [s for s in mine if channel in (None, s.channel.id)]
    return sorted(here, key=lambda entry: entry.post_at)


def drop(world: World, app: App, entry_id: str, channel_id: str) -> None:
    """Take one back; raises Refused when there is none such."""
    entry = world.scheduled.get(entry_id)
    if entry is None or entry.app_id != app.app_id or entry.channel.id != channel_id:
        raise Refused("invalid_scheduled_message_id")
    entry.timer.cancel()
    del world.scheduled[entry_id]
