"""users.*, usergroups.* and dnd.info."""

from localslack.errors import Refused
from localslack.webapi.call import Answer, Call, method
from localslack.world.people import User
from localslack.world.workspaces import Workspace

BIG_TEAM = 500


@method("users.info")
def info(call: Call) -> Answer:
    """One person; strangers from elsewhere too, with a partial profile."""
    person = call.user(call.text("user") or "")
    return {"user": _shown(call, person)}


@method("users.lookupByEmail")
def by_email(call: Call) -> Answer:
    """The person who has an address; who is gone isn't found."""
    wanted = (call.text("email") or "").lower()
    for user in call.workspace.users.values():
        if user.email.lower() == wanted and wanted and user.is_person:
            return {"user": _shown(call, user)}
    raise Refused("users_not_found")


def _shown(call: Call, user: User) -> Answer:
    return user.as_json(
        call.world.clock.now(),
        base_url=call.base_url,
        locale=call.flag("include_locale"),
        email="users:read.email" in call.token.scopes,
    )


@method("bots.info")
def bot(call: Call) -> Answer:
    """One bot, by its own id."""
    wanted = call.text("bot") or call.installation.bot_id
    for workspace in call.world.workspaces_of(call.installation):
        for user in workspace.users.values():
            if user.bot_id == wanted and wanted:
                return {"bot": user.as_bot(call.base_url)}
    raise Refused("bot_not_found")


@method("users.list")
def list_(call: Call) -> Answer:
    """Everybody in the workspace, gone people and bots included."""
    people = [user for user in call.workspace.users.values() if not user.is_stranger]
    if call.number("limit") is None and len(people) > BIG_TEAM:
        raise Refused("limit_required")
    page = call.page(people, default=None)
    return {
        "members": [_shown(call, user) for user in page.items],
        "cache_ts": call.world.seconds,
        "response_metadata": page.metadata,
    }


@method("users.getPresence")
def presence(call: Call) -> Answer:
    """Whether somebody is active or away."""
    person = call.user(call.text("user") or call.bot)
    if person.id != call.bot:
        return {"presence": person.presence}
    away = person.presence == "away"
    own = {"online": not away, "auto_away": False, "manual_away": away}
    connections = call.world.connections.count(call.app.app_id)
    return {"presence": person.presence, **own, "connection_count": connections}


@method("users.setPresence")
def set_presence(call: Call) -> Answer:
    """Sets whether the bot is away, or follows its connections (`auto`: active, here)."""
    wanted = call.text("presence")
    if wanted not in ("auto", "away"):
        raise Refused("invalid_presence")
    call.user(call.bot).presence = "away" if wanted == "away" else "active"
    return {}


@method("users.profile.get")
def profile(call: Call) -> Answer:
    """Somebody's profile; custom fields there are none."""
    person = call.user(call.text("user") or call.bot)
    known = _shown(call, person)["profile"]
    return {"profile": {**known, "fields": {}}}


@method("dnd.info")
def dnd(call: Call) -> Answer:
    """When somebody doesn't want to be disturbed: never, here."""
    person = call.user(call.text("user") or call.bot)
    if call.installation.is_org and person.id not in call.workspace.users:
        raise Refused("user_not_found")
    return {
        "dnd_enabled": False,
        "next_dnd_start_ts": 1,
        "next_dnd_end_ts": 1,
        "snooze_enabled": False,
    }


@method("usergroups.list")
def groups(call: Call) -> Answer:
    """The workspace's user groups."""
    workspace = _paid(call)
    users = call.flag("include_users")
    found = [group.as_json(workspace.id, users=users) for group in workspace.usergroups.values()]
    return {"usergroups": found}


@method("usergroups.users.list")
def group_users(call: Call) -> Answer:
    """Who is in a user group."""
    group = _paid(call).usergroups.get(call.text("usergroup") or "")
    if group is None:
        raise Refused("no_such_subteam")
    return {"users": group.users}


def _paid(call: Call) -> Workspace:
    if call.workspace.plan == "free":
        raise Refused("plan_upgrade_required")
    return call.workspace
