"""What can be changed: the clock, people, channels, user groups, faults, limits."""

from datetime import UTC, datetime, timedelta

from localslack.changes import channels, people
from localslack.control import serializers
from localslack.control.request import Answer, Request
from localslack.errors import Impossible
from localslack.world.clock import next_moment, offset_for

YEARS = range(2002, 2201)


async def move_clock(request: Request) -> Answer:
    """Moves the clock; answers when everything that follows it has done so."""
    await request.world.clock.move(_new_offset(request))
    return serializers.clock(request.world)


def set_person(request: Request) -> Answer:
    """Somebody joins, or changes."""
    settings = {k: v for k, v in request.settings.items() if k != "id"}
    if "id" in request.body:
        user = request.named(request.text("id"))
        people.change_person(request.world, request.workspace, user, settings)
    else:
        user = people.add_person(request.world, request.workspace, settings)
    return {"person": serializers.person(user)}


def set_channel(request: Request) -> Answer:
    """A channel is made, or changes."""
    invited = request.everybody("invite")
    kicked = request.everybody("kick")
    by = request.named(request.text("as")).id if "as" in request.body else ""
    if "id" in request.body:
        channel = request.channel(request.text("id"))
    else:
        private = bool(request.body.get("is_private"))
        channel = channels.create_channel(
            request.world,
            request.workspace,
            request.text("name"),
            is_private=private,
            members=invited,
        )
    if "name" in request.body and request.body["name"] != channel.name:
        channels.rename(request.world, channel, request.text("name"))
    for user in invited:
        channels.invite(request.world, channel, user, by=by or user.id)
    for user in kicked:
        channels.kick(request.world, channel, user)
    if "archived" in request.body:
        channels.archive(request.world, channel, archived=bool(request.body["archived"]), by=by)
    if request.body.get("deleted"):
        channels.delete(request.world, channel, by=by)
    return {"channel": serializers.channel(channel, by)}


def set_usergroup(request: Request) -> Answer:
    """Sets who is in a user group."""
    users = request.everybody("users")
    people.change_usergroup(request.world, request.workspace, request.text("id"), users)
    return {"ok": True}


def list_faults(request: Request) -> Answer:
    """The faults that are set."""
    return {"faults": request.world.faults.listed()}


def set_fault(request: Request) -> Answer:
    """Sets a fault; a channel may be named by #name."""
    settings = request.settings
    if settings.get("channel"):
        settings["channel"] = request.channel(str(settings["channel"])).id
    fault = request.world.faults.add(settings)
    request.world.feed.tell("faults", {"faults": request.world.faults.listed()})
    return {"id": fault.id}


def clear_faults(request: Request) -> Answer:
    """Takes one fault back, or all."""
    fault_id = request.number("id", 0)
    request.world.faults.clear(fault_id or None)
    request.world.feed.tell("faults", {"faults": request.world.faults.listed()})
    return {"ok": True}


def limits(request: Request) -> Answer:
    """The limits as they are."""
    return request.world.limits.as_json()


def change_limits(request: Request) -> Answer:
    """Changes limits."""
    request.world.limits.change(request.settings)
    return request.world.limits.as_json()


def _new_offset(request: Request) -> timedelta:
    body, now = request.body, request.world.clock.now()
    try:
        if "to" in body:
            to = datetime.fromisoformat(str(body["to"]))
            return _within(offset_for(to if to.tzinfo else to.replace(tzinfo=UTC)))
        if "by" in body:
            by = timedelta(seconds=float(body["by"]))
            return _within(request.world.clock.offset + by)
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
