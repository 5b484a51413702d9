"""People come, change and go, alone and in user groups; bots hear of it as from Slack."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from localslack.changes import channels
from localslack.delivery import events
from localslack.errors import Impossible
from localslack.world import people
from localslack.world.company import PersonSpec
from localslack.world.people import User
from localslack.world.workspaces import Workspace
from localslack.world.world import World

CHANGEABLE = set(PersonSpec.model_fields) - {"is_bot", "is_stranger"}
NO_STATUS = {"status_text": "", "status_emoji": "", "status_expiration": 0}
STATUS = set(NO_STATUS)
PROFILE = STATUS | {"real_name", "first_name", "last_name", "display_name", "title", "phone"}
PROFILE |= {"pronouns", "email"}


def add_person(world: World, workspace: Workspace, settings: dict[str, Any]) -> User:
    """Somebody joins the workspace, and #general with it."""
    try:
        spec = PersonSpec.model_validate(settings)
        user = people.from_spec(
            spec, team_id=workspace.id, seed=workspace.domain, updated=world.seconds
        )
    except (ValidationError, KeyError, ValueError, OSError) as problem:
        raise Impossible(f"This person can't join: {problem}") from None
    if workspace.user(user.name) is not None:
        raise Impossible(f"There is somebody called {user.name} already.", status=409)
    workspace.users[user.id] = user
    world.feed.tell("person", {"user": user.id}, workspace=workspace.id)
    _tell_bots(world, workspace, user, "team_join")
    general = workspace.channel("#general")
    if general is not None and user.is_person and not user.is_restricted:
        channels.invite(world, general, user, by=user.id)
    _expire(world, workspace, user)
    return user


def change_person(world: World, workspace: Workspace, user: User, settings: dict[str, Any]) -> None:
    """Change some of what is known of a person; who is deactivated leaves every channel."""
    unknown = set(settings) - CHANGEABLE
    if unknown:
        raise Impossible(f"A person has no {', '.join(sorted(unknown))} to change.")
    try:
        checked = PersonSpec.model_validate({"name": user.name, **settings})
        ZoneInfo(checked.tz)
    except (ValidationError, KeyError, ValueError, OSError) as problem:
        raise Impossible(f"{user.name} can't be changed so: {problem}") from None
    if checked.name != user.name and workspace.user(f"@{checked.name}") is not None:
        raise Impossible(f"There is somebody called {checked.name} already.", status=409)
    changed = {name for name in settings if getattr(checked, name) != getattr(user, name)}
    if not changed:
        return
    for name in changed:
        setattr(user, name, getattr(checked, name))
    user.is_restricted = user.is_restricted or user.is_ultra_restricted
    user.updated = world.seconds
    if user.deleted:
        for channel in workspace.conversations_of(user.id):
            if not channel.is_im:
                channel.members.pop(user.id)
    _tell_change(world, workspace, user, changed)
    if changed & STATUS:
        _expire(world, workspace, user)


def follow_statuses(world: World) -> None:
    """Clear the statuses of the company file when they end, as any other."""
    for workspace in world.workspaces.values():
        for user in workspace.users.values():
            _expire(world, workspace, user)


def _tell_change(world: World, workspace: Workspace, user: User, changed: set[str]) -> None:
    """Presence is no part of a user: pages see it, and no bot is told."""
    world.feed.tell("person", {"user": user.id}, workspace=workspace.id)
    kinds = {
        "user_change": changed - {"presence"},
        "user_status_changed": changed & STATUS,
        "user_profile_changed": changed & PROFILE,
    }
    for kind in (kind for kind, concerned in kinds.items() if concerned):
        _tell_bots(world, workspace, user, kind)


def _expire(world: World, workspace: Workspace, user: User) -> None:
    """A status with an end is cleared then, unless it has been changed meanwhile."""
    expires = user.status_expiration
    if not expires:
        return

    async def clear() -> None:
        if user.status_expiration == expires:
            change_person(world, workspace, user, dict(NO_STATUS))

    world.clock.call_at(datetime.fromtimestamp(expires, UTC), clear)


def _tell_bots(world: World, workspace: Workspace, user: User, kind: str) -> None:
    known = user.as_json(world.clock.now(), base_url=world.base_url, locale=True)
    events.tell(world, workspace.id, {"type": kind, "user": known, "cache_ts": user.updated})


def change_usergroup(world: World, workspace: Workspace, group_id: str, users: list[User]) -> None:
    """Set who is in a user group."""
    group = workspace.usergroups.get(group_id)
    if group is None:
        raise Impossible(f"There is no user group {group_id}.", status=404)
    previous = group.updated
    before, after = set(group.users), {user.id for user in users}
    if before == after:
        return
    group.users = [user.id for user in users]
    group.updated = world.seconds
    event: dict[str, Any] = {
        "type": "subteam_members_changed",
        "subteam_id": group.id,
        "team_id": workspace.id,
        "date_previous_update": previous,
        "date_update": group.updated,
    }
    added, removed = sorted(after - before), sorted(before - after)
    event |= {"added_users": added, "added_users_count": len(added)}
    event |= {"removed_users": removed, "removed_users_count": len(removed)}
    events.tell(world, workspace.id, event)
    subteam = group.as_json(workspace.id, users=True)
    events.tell(world, workspace.id, {"type": "subteam_updated", "subteam": subteam})
