"""Slash commands: who gets them, what they carry, and what the ack shows."""

from dataclasses import dataclass
from typing import Any

from localslack.actions import interactions, markup
from localslack.actions.interactions import Result
from localslack.changes import answers, posting
from localslack.delivery import sending
from localslack.delivery.http import Outcome
from localslack.errors import Impossible, Refused
from localslack.world.apps import App, Installation
from localslack.world.channels import Channel
from localslack.world.messages import Draft
from localslack.world.workspaces import Actor, Workspace
from localslack.world.world import World


@dataclass(frozen=True)
class Typed:
    """A command as somebody typed it, and the app that has it."""

    actor: Actor
    channel: Channel
    app: App
    installation: Installation
    whole: str

    @property
    def name(self) -> str:
        """The command itself, `/remind`."""
        return self.whole.partition(" ")[0]

    @property
    def words(self) -> str:
        """What came after it, with names made ids where the manifest asks for that."""
        words = self.whole.partition(" ")[2].strip()
        command = self.app.command(self.name)
        if command is None or not command.should_escape:
            return words
        return markup.typed(words, self.actor.workspace.mention_with_name, links=False)


async def run(world: World, actor: Actor, channel: Channel, whole: str) -> Result:
    """Run a command; it works in any conversation that the person sees, bot in it or not."""
    if not channel.open_to(actor.person):
        raise Impossible(f"{actor.person.name} can't see this channel.", status=403)
    name = whole.strip().partition(" ")[0]
    found = _owner(world, actor.workspace, name)
    if found is None:
        interactions.notice(world, actor, f"{name} is not a valid command.")
        return {"ok": False, "error": "invalid_command"}
    typed = Typed(actor, channel, *found, whole.strip())
    outcome = await sending.command(world, typed.app, _payload(world, typed))
    if not outcome.ok:
        interactions.failed(world, actor, f"{name} failed", outcome)
        return {"ok": False, "error": outcome.error}
    return _show(world, typed, outcome)


def _owner(world: World, workspace: Workspace, name: str) -> tuple[App, Installation] | None:
    # The app that was installed last takes a command that several have, as in Slack.
    found = None
    for app, installation in world.installations(workspace.id):
        if app.command(name) is not None and "commands" in installation.scopes:
            found = app, installation
    return found


def _payload(world: World, typed: Typed) -> dict[str, Any]:
    actor, channel, app = typed.actor, typed.channel, typed.app
    workspace = actor.workspace
    payload = {
        "token": app.verification_token,
        "team_id": workspace.id,
        "team_domain": workspace.domain,
        "channel_id": channel.id,
        "channel_name": channel.label,
        "user_id": actor.person.id,
        "user_name": actor.person.name,
        "command": typed.name,
        "text": typed.words,
        "api_app_id": app.app_id,
        "is_enterprise_install": "true" if typed.installation.is_org else "false",
        "response_url": interactions.response_url(world, "commands", actor, app, channel),
        "trigger_id": interactions.trigger(world, actor, app).id,
    }
    if workspace.enterprise_id:
        payload["enterprise_id"] = workspace.enterprise_id
        payload["enterprise_name"] = str(workspace.enterprise_name)
    return payload


def _show(world: World, typed: Typed, outcome: Outcome) -> Result:
    """Show what the ack's body says, to the person or to everybody."""
    answer = answers.command_answer(outcome.body)
    if answer is None:
        return {"ok": True}
    try:
        draft = answers.draft_of(world, answer, typed.channel)
    except Refused as refusal:
        sentence = answers.sentence("The app's answer", refusal)
        interactions.notice(world, typed.actor, sentence)
        return {"ok": False, "error": "dispatch_unknown_error"}
    if answer.get("response_type") == "in_channel":
        _show_to_all(world, typed, draft)
    else:
        person = typed.actor.person.id
        posting.ephemeral(world, typed.app, typed.installation, typed.channel, person, draft)
    return {"ok": True}


def _show_to_all(world: World, typed: Typed, draft: Draft) -> None:
    person, channel = typed.actor.person.id, typed.channel
    if person in channel.members:
        posting.by_person(world, channel, person, Draft(text=markup.escape(typed.whole)))
    posting.by_app(world, typed.app, typed.installation, channel, draft)
