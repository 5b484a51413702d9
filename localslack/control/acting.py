"""What can be done as a person."""

from localslack.actions import clicks, commands, messages, submissions, tabs
from localslack.changes import posting, steps
from localslack.control import serializers
from localslack.control.request import Answer, Request
from localslack.errors import Impossible


def say(request: Request) -> Answer:
    """Writes a message."""
    thread_ts = request.text("thread_ts") if request.body.get("thread_ts") else None
    channel, words = request.open_channel(), request.text("text")
    message = messages.say(request.world, request.actor, channel, words, thread_ts)
    return {"message": posting.shown(request.world, message)}


async def command(request: Request) -> Answer:
    """Types a slash command."""
    words = request.text("text")
    if not words.startswith("/"):
        raise Impossible("A command begins with a slash.")
    return await commands.run(request.world, request.actor, request.open_channel(), words)


async def action(request: Request) -> Answer:
    """Presses a button or chooses something."""
    click = request.click()
    if "view_id" in request.body:
        return await clicks.in_view(request.world, request.actor, request.view(), click)
    channel, message = request.message(request.body.get("message"))
    return await clicks.in_message(request.world, request.actor, channel, message, click)


async def submit(request: Request) -> Answer:
    """Presses a modal's submit button."""
    values = request.state("values")
    return await submissions.submit(request.world, request.actor, request.view(), values)


async def close_view(request: Request) -> Answer:
    """Closes a modal."""
    clear = bool(request.body.get("clear"))
    return await submissions.close(request.world, request.actor, request.view(), clear=clear)


async def open_home(request: Request) -> Answer:
    """Opens an app's Home tab."""
    view = await tabs.open_home(request.world, request.actor, request.app())
    return {"view": view.as_json() if view else None}


def read(request: Request) -> Answer:
    """Marks a conversation as read up to a message."""
    channel, person = request.open_channel(), request.person
    channel.messages.read[person.id] = request.text("ts")
    request.world.feed.tell(
        "unread",
        serializers.unread(channel, person),
        audience=lambda user_id: user_id == person.id,
        workspace=channel.team_id,
    )
    return {"ok": True}


def open_dm(request: Request) -> Answer:
    """Opens a DM."""
    other = request.named(request.text("user"))
    channel = tabs.open_dm(request.world, request.actor, other)
    return {"channel": channel.id}


def react(request: Request) -> Answer:
    """Puts a reaction on a message, or takes it away again."""
    channel, message = request.message()
    if message.ephemeral_for is not None:
        raise Impossible("Nobody can react to a message that only one person sees.")
    name = request.text("name").strip(":")
    posting.react(request.world, channel, message, name, request.person.id)
    return {"ok": True}


async def options(request: Request) -> Answer:
    """Asks the app for the options of an external select."""
    world, actor, click = request.world, request.actor, request.click()
    typed = str(request.body.get("value", ""))
    if "view_id" in request.body:
        return await clicks.options_in_view(world, actor, request.view(), click, typed)
    channel, message = request.message(request.body.get("message"))
    return await clicks.options_in_message(world, actor, channel, message, click, typed)


def run_step(request: Request) -> Answer:
    """Runs a step of an app, as a workflow does."""
    inputs = request.object("inputs")
    execution = steps.run(request.world, request.actor, request.app(), request.text("step"), inputs)
    return {"step": execution.as_json()}
