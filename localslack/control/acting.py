"""What can be done as a person."""

from localslack.actions import clicks, commands, messages, shortcuts, submissions, tabs
from localslack.changes import assistants, posting, steps
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


async def shortcut(request: Request) -> Answer:
    """Uses a shortcut, on a message where one is named."""
    world, actor, app = request.world, request.actor, request.app()
    callback_id = request.text("callback_id")
    if "message" not in request.body:
        return await shortcuts.run(world, actor, app, callback_id)
    channel, message = request.message(request.body["message"])
    return await shortcuts.run_on(world, actor, app, callback_id, channel, message)


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


def unread(request: Request) -> Answer:
    """Marks a conversation as unread from a message on."""
    channel, message = request.message()
    request.body["ts"] = channel.messages.before(message.ts)
    return read(request)


def edit(request: Request) -> Answer:
    """Changes one's own message."""
    channel, message = request.message()
    messages.edit(request.world, request.actor, channel, message, request.text("text"))
    return {"message": posting.shown(request.world, message)}


def delete(request: Request) -> Answer:
    """Takes one's own message away."""
    channel, message = request.message()
    messages.delete(request.world, request.actor, channel, message)
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


def start_chat(request: Request) -> Answer:
    """Opens a new chat with an assistant, from a channel where one is named."""
    world, actor, app = request.world, request.actor, request.app()
    seen = request.open_channel() if "channel" in request.body else None
    root = assistants.start(world, actor, app, seen)
    return {"message": posting.shown(world, root)}


def look_from_chat(request: Request) -> Answer:
    """Looks at another channel while a chat is open."""
    _, root = request.message(request.body.get("chat"))
    chat = request.world.chats.get((root.channel, root.ts))
    if chat is None or root.subtype != "assistant_app_thread":
        raise Impossible("This is no chat with an assistant.", status=409)
    app = request.world.apps[chat.app_id]
    assistants.look(request.world, request.actor, app, root, request.open_channel())
    return {"ok": True}


def run_step(request: Request) -> Answer:
    """Runs a step of an app, as a workflow does."""
    inputs = request.object("inputs")
    execution = steps.run(request.world, request.actor, request.app(), request.text("step"), inputs)
    return {"step": execution.as_json()}
