"""The schema of each of Slack's requests, as far as Bolt and we rely on it; the rest is free.

Everything here is Slack's own vocabulary: https://docs.slack.dev/reference/interaction-payloads
and https://docs.slack.dev/apis/events-api
"""

from typing import Annotated, Any

from msgspec import Meta, Struct, field

# Visible ASCII: a database takes it, and so does a hash.
Id = Annotated[str, Meta(pattern=r"\A[!-~]{1,255}\Z")]
MaybeId = Annotated[str, Meta(pattern=r"\A[!-~]{0,255}\Z")] | None
Anything = dict[str, Any]


class Payload(Struct):
    """Some fields of what Slack sends; there are others."""


class WithId(Payload):
    id: Id


class Command(Payload, kw_only=True):
    command: str
    text: str | None = None
    response_url: str | None = None
    team_id: Id
    user_id: Id
    channel_id: Id
    enterprise_id: MaybeId = None
    trigger_id: MaybeId = None
    # Bolt and we take whatever has these for something else.
    authorizations: None = None
    event: None = None
    response_urls: None = None
    type: None = None
    view: None = None


class Place(Payload):
    id: Id
    enterprise_id: MaybeId = None


class User(Payload):
    id: Id
    team_id: MaybeId = None


class ResponseUrl(Payload):
    response_url: str


class Interaction(Payload):
    type: str
    user: User
    team: Place | None = None  # null with an organisation's installation
    enterprise: WithId | None = None
    channel: WithId | None = None
    container: Anything | None = None
    message: Anything | None = None
    trigger_id: MaybeId = None
    response_url: str | None = None
    response_urls: list[ResponseUrl] | None = None
    # Bolt takes whatever has these for a command or an event.
    command: None = None
    event: None = None
    authorizations: None = None


class State(Payload):
    values: dict[str, dict[str, Anything]] = {}


class Block(Payload):
    type: str
    block_id: str | None = None


class View(Payload, kw_only=True):
    id: Id
    type: str
    callback_id: str
    private_metadata: str | None = None
    hash: str | None = None
    root_view_id: str | None = None
    team_id: MaybeId = None
    app_installed_team_id: MaybeId = None
    blocks: list[Block]
    state: State | None = None


class Action(Payload):
    action_id: str
    type: str


class Actions(Interaction, kw_only=True):
    actions: Annotated[list[Action], Meta(min_length=1)]
    view: View | None = None


class ViewInteraction(Interaction, kw_only=True):
    view: View


class Suggestion(Interaction, kw_only=True):
    action_id: str
    view: Anything | None = None


class Shortcut(Interaction, kw_only=True):
    callback_id: str


INTERACTIONS: dict[str, type[Interaction]] = {
    "block_actions": Actions,
    "view_submission": ViewInteraction,
    "view_closed": ViewInteraction,
    "block_suggestion": Suggestion,
    "shortcut": Shortcut,
    "message_action": Shortcut,
}


class Origin(Payload):
    team_id: MaybeId = None
    enterprise_id: MaybeId = None


class Envelope(Payload):
    event: Anything
    team_id: MaybeId = None
    enterprise_id: MaybeId = None
    event_id: str | None = None
    authorizations: list[Origin] | None = None
    command: None = None  # Bolt takes whatever has one for a command


class PersonInChannel(Payload):
    user: Id
    channel: Id


class PersonChanged(Payload):
    user: WithId


class InChannel(Payload):
    channel: Id


class Group(Payload):  # it has changed, or who is in it
    subteam: WithId | None = None
    subteam_id: Id | None = None


class Message(Payload):
    """Of any kind: edits, deletions and what apps post have fields of their own."""

    channel: Id
    user: Id | None = None
    ts: Id | None = None
    thread_ts: Id | None = None
    text: str | None = None


class Callback(Payload):
    callback_id: str


class Inputs(Payload):
    user: WithId | None = None
    channel: Id | None = None


class Step(Payload, kw_only=True):
    function: Callback
    inputs: Inputs = field(default_factory=Inputs)
    # It stands in the key of what is posted.
    function_execution_id: Annotated[str, Meta(pattern=r"\A[!-~]{1,64}\Z")]
    bot_access_token: Id | None = None


EVENTS: dict[str, type[Payload]] = {
    **{
        f"{kind}_{what}": InChannel
        for kind in ("channel", "group")
        for what in ("archive", "unarchive", "deleted")
    },
    "app_home_opened": PersonInChannel,
    "app_mention": Message,
    "message": Message,
    "member_joined_channel": PersonInChannel,
    "member_left_channel": PersonInChannel,
    "user_change": PersonChanged,
    **dict.fromkeys(("subteam_members_changed", "subteam_updated"), Group),
    "function_executed": Step,
    "app_uninstalled": Payload,
    "tokens_revoked": Payload,
}


class Challenge(Payload):
    challenge: str
