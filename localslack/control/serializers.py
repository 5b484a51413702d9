"""What a person sees: the sidebar, a conversation, a thread, as JSON for the page."""

from typing import Any

from localslack.changes import posting
from localslack.world.apps import App, Installation
from localslack.world.channels import Channel
from localslack.world.manifest import Manifest
from localslack.world.people import User
from localslack.world.workspaces import Workspace
from localslack.world.world import World


def clock(world: World) -> dict[str, Any]:
    """What the clock says; the offset is in seconds."""
    now = world.clock.now().isoformat()
    return {"now": now, "offset": world.clock.offset.total_seconds()}


def state(world: World, workspace: Workspace, viewer: User) -> dict[str, Any]:
    """All that a person's sidebar needs."""
    installed = list(world.installations(workspace.id))
    apps = [_app(world, workspace, viewer, app, found) for app, found in installed]
    bots = {app["dm"] for app in apps}
    mine = workspace.conversations_of(viewer.id)
    talks = [found for found in mine if found.is_im]
    groups = workspace.usergroups.values()
    seen = [c for c in workspace.channels.values() if not c.is_im and c.open_to(viewer)]
    return {
        "me": viewer.id,
        "workspace": {"id": workspace.id, "name": workspace.name, "domain": workspace.domain},
        "people": [person(user) for user in workspace.users.values()],
        "channels": [channel(found, viewer.id) for found in seen if not found.is_deleted],
        "dms": [{"id": c.id, "user": c.other(viewer.id)} for c in talks if c.id not in bots],
        "usergroups": [group.as_json(workspace.id, users=True) for group in groups],
        "hint": world.hint,
        "apps": apps,
        "unread": {c.id: c.messages.unread(viewer.id) for c in mine},
        "mentions": {c.id: c.messages.unread_mentions(viewer.id) for c in mine},
        "read": {c.id: c.messages.read.get(viewer.id, "") for c in mine},
        "clock": clock(world),
    }


def workspace(found: Workspace, viewer: User | None) -> dict[str, Any]:
    """A workspace from outside: whom one would be in it, and how much is new to them there."""
    told = {"id": found.id, "name": found.name, "domain": found.domain}
    if viewer is None:
        return told | {"me": None, "unread": 0, "mentions": 0}
    mine = found.conversations_of(viewer.id)
    direct = sum(c.messages.unread(viewer.id) for c in mine if c.is_direct)
    named = sum(c.messages.unread_mentions(viewer.id) for c in mine if not c.is_direct)
    return told | {
        "me": {"id": viewer.id, "name": viewer.name, "real_name": viewer.real_name},
        "unread": sum(c.messages.unread(viewer.id) for c in mine),
        "mentions": direct + named,
    }


def person(user: User) -> dict[str, Any]:
    """Somebody, as the page shows them."""
    return {
        "id": user.id,
        "name": user.name,
        "real_name": user.real_name,
        "title": user.title,
        "tz": user.tz,
        "locale": user.locale,
        "color": user.color,
        "image": user.picture_path(),
        "is_bot": user.is_bot,
        "deleted": user.deleted,
        "is_restricted": user.is_restricted,
        "is_stranger": user.is_stranger,
        "presence": user.presence,
        "phone": user.phone,
        "pronouns": user.pronouns,
        "status_text": user.status_text,
        "status_emoji": user.status_emoji,
        "status_expiration": user.status_expiration,
        "can_act": user.is_person,
    }


def channel(found: Channel, viewer: str) -> dict[str, Any]:
    """A channel, as the sidebar shows it."""
    return {
        "id": found.id,
        "name": found.name,
        "is_private": found.is_private,
        "is_mpim": found.kind == "mpim",
        "is_archived": found.is_archived,
        "is_ext_shared": found.is_ext_shared,
        "is_member": viewer in found.members,
        "topic": found.topic,
        "purpose": found.purpose,
        "num_members": len(found.members),
        "members": list(found.members),
    }


def _app(
    world: World, workspace: Workspace, viewer: User, app: App, installation: Installation
) -> dict[str, Any]:
    home = app.manifest.features.app_home
    dm = world.im(workspace, installation.bot_user_id, viewer.id) if viewer.is_person else None
    return {
        "app_id": app.app_id,
        "name": app.name,
        "bot_user_id": installation.bot_user_id,
        "dm": dm.id if dm else None,
        "is_assistant": app.manifest.features.assistant_view is not None,
        "home_tab_enabled": home.home_tab_enabled,
        "messages_tab_enabled": home.messages_tab_enabled,
        "commands": [
            {"command": c.command, "description": c.description, "usage_hint": c.usage_hint}
            for c in app.commands
        ],
        "shortcuts": [one.model_dump() for one in app.manifest.features.shortcuts],
        "steps": _steps(app.manifest) if workspace.plan != "free" else [],
    }


def _steps(manifest: Manifest) -> list[dict[str, Any]]:
    """What a person can run of an app's workflow steps, and what each asks for."""
    offered = manifest.steps if manifest.runs_steps else {}
    return [
        {
            "callback_id": name,
            "title": step.title or name,
            "description": step.description,
            "inputs": [one.model_dump() for one in step.inputs],
        }
        for name, step in offered.items()
    ]


def unread(found: Channel, viewer: User) -> dict[str, Any]:
    """How much of a conversation is new to a person."""
    return {
        "channel": found.id,
        "unread": found.messages.unread(viewer.id),
        "mentions": found.messages.unread_mentions(viewer.id),
        "read": found.messages.read.get(viewer.id, ""),
    }


def messages(
    world: World, found: Channel, viewer: User, *, at: str | None, older: int, newer: int
) -> dict[str, Any]:
    """A part of a conversation, oldest first, with what only this person sees merged in.

    Where *at* is the time of a reply, `thread_ts` says in which thread it stands.
    """
    stored, more, until = found.messages.window(at, older=older, newer=newer)
    floor = (stored[0].ts if stored else at or "") if more else ""
    own = [
        message
        for message in found.messages.ephemerals(viewer.id)
        if not message.is_reply and floor <= message.ts and (until is None or message.ts < until)
    ]
    merged = sorted([*stored, *own], key=lambda message: message.ts)
    shown = [posting.shown(world, message) for message in merged]
    there = found.messages.get(at or "")
    return {
        "messages": shown,
        "has_more": more,
        "has_newer": until is not None,
        "thread_ts": there.thread_ts if there and there.is_reply else None,
    }


def thread(world: World, found: Channel, viewer: User, ts: str) -> dict[str, Any]:
    """A thread, oldest first, with what only this person sees merged in."""
    stored = found.messages.thread(ts)
    own = [m for m in found.messages.ephemerals(viewer.id) if m.thread_ts == ts]
    merged = sorted([*stored, *own], key=lambda message: message.ts)
    chat = world.chats.get((found.id, ts))
    return {
        "messages": [posting.shown(world, message) for message in merged],
        "assistant": chat.as_json() if chat else None,
    }
