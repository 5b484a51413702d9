"""A bot that says hello: to a command, to a click, and to whoever mentions it."""

import os
from typing import Any

from slack_bolt import Ack, App, Respond, Say
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

# The one line that is for the local Slack: without SLACK_API_URL the bot talks to Slack itself.
address = os.environ.get("SLACK_API_URL", WebClient.BASE_URL)
app = App(client=WebClient(token=os.environ["SLACK_BOT_TOKEN"], base_url=address))


@app.command("/hello")
def say_hello(ack: Ack, respond: Respond, command: dict[str, Any]) -> None:
    """Answers who typed it, and offers to tell everybody."""
    ack()
    words = f"Hello {command['text'] or 'there'}!"
    button = {"type": "button", "action_id": "wave", "text": {"type": "plain_text", "text": "Wave"}}
    section = {"type": "section", "text": {"type": "mrkdwn", "text": words}, "accessory": button}
    respond(text=words, blocks=[section])


@app.action("wave")
def wave(ack: Ack, say: Say, body: dict[str, Any]) -> None:
    """Tells the channel who pressed the button."""
    ack()
    say(f"<@{body['user']['id']}> waves at everybody.")


@app.event("app_mention")
def answer(event: dict[str, Any], say: Say) -> None:
    """Answers in a thread."""
    say(text=f"Hello <@{event['user']}>!", thread_ts=event["ts"])


if __name__ == "__main__":
    SocketModeHandler(app, os.environ["SLACK_APP_TOKEN"]).start()  # type: ignore[no-untyped-call]
