"""A small bot that is not Amp: it books ferries, and uses every surface that the page draws."""

import asyncio
from typing import Any

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from localslack.server import LocalSlack

Json = dict[str, Any]

MANIFEST: Json = {
    "display_information": {"name": "Ferry"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "assistant_view": {
            "assistant_description": "Knows the boats",
            "suggested_prompts": [{"title": "The next boat", "message": "When is the next boat?"}],
        },
        "bot_user": {"display_name": "Ferry"},
        "slash_commands": [
            {
                "command": "/ferry",
                "description": "Book a place on a boat",
                "usage_hint": "[book | times | slow]",
                "should_escape": True,
            },
            {"command": "/tide", "description": "High and low water"},
        ],
        "shortcuts": [
            {"name": "Report fog", "type": "global", "callback_id": "fog", "description": "Now"},
            {"name": "Put into the log", "type": "message", "callback_id": "log"},
        ],
    },
    "oauth_config": {
        "scopes": {
            "bot": [
                "commands",
                "chat:write",
                "chat:write.public",
                "chat:write.customize",
                "mpim:write",
                "files:write",
                "files:read",
                "users:read",
                "im:history",
                "channels:history",
            ]
        }
    },
    "settings": {
        "socket_mode_enabled": True,
        "interactivity": {"is_enabled": True},
        "event_subscriptions": {"bot_events": ["app_home_opened", "message.im"]},
    },
}

COMPANY: Json = {
    "workspaces": [
        {
            "name": "Harbour",
            "domain": "harbour",
            "people": [
                {
                    "name": "ana",
                    "real_name": "Ana Lindqvist",
                    "title": "Skipper",
                    "tz": "Europe/Lisbon",
                },
                {
                    "name": "ben",
                    "real_name": "Ben Okafor",
                    "title": "Deckhand",
                    "tz": "America/New_York",
                },
                {"name": "cleo", "real_name": "Cleo Marsh", "title": "Cook", "tz": "Asia/Tokyo"},
                {
                    "name": "dov",
                    "real_name": "Dov Adler",
                    "tz": "Europe/Berlin",
                    "is_restricted": True,
                },
            ],
            "channels": [
                {"name": "general", "topic": "All hands", "members": "everyone", "bots": ["ferry"]},
                {"name": "harbour", "topic": "Boats & tides", "members": ["ana", "ben", "cleo"]},
                {"name": "galley", "members": ["cleo"]},
                {"name": "crew", "is_private": True, "members": ["ana", "ben"]},
            ],
        }
    ],
    "apps": [{"manifest": MANIFEST}],
    "hint": "Type `/ferry book` in a channel to begin.",
    "limits": {"enforce": False},
}


def plain(text: str) -> Json:
    """A plain_text object."""
    return {"type": "plain_text", "text": text}


def button(text: str, action_id: str, **more: Any) -> Json:
    """A button element."""
    return {"type": "button", "text": plain(text), "action_id": action_id, **more}


def option(text: str, value: str) -> Json:
    """An option object."""
    return {"text": plain(text), "value": value}


BOATS = [option("Puffin", "puffin"), option("Gannet", "gannet"), option("Petrel", "petrel")]


def booking() -> Json:
    """The booking's modal: fields that check, and a button that lays a second view on top."""
    return {
        "type": "modal",
        "callback_id": "booking",
        "title": plain("Book a ferry"),
        "submit": plain("Book"),
        "close": plain("Cancel"),
        "blocks": [
            {
                "type": "input",
                "block_id": "name",
                "label": plain("Passenger"),
                "element": {"type": "plain_text_input", "action_id": "name", "max_length": 40},
            },
            {
                "type": "input",
                "block_id": "boat",
                "label": plain("Boat"),
                "element": {"type": "static_select", "action_id": "boat", "options": BOATS},
            },
            {
                "type": "input",
                "block_id": "seat",
                "label": plain("Seat"),
                "optional": True,
                "element": {
                    "type": "radio_buttons",
                    "action_id": "seat",
                    "options": [option("Inside", "in"), option("On deck", "out")],
                },
            },
            {
                "type": "input",
                "block_id": "mail",
                "label": plain("Email"),
                "optional": True,
                "hint": plain("For the ticket"),
                "element": {"type": "email_text_input", "action_id": "mail"},
            },
            {"type": "actions", "elements": [button("House rules", "rules")]},
        ],
    }


def passengers() -> Json:
    """The booking's second page, for a group."""
    seats = [
        {
            "type": "input",
            "block_id": f"seat:{number}",
            "label": plain(f"Passenger {number}"),
            "element": {"type": "plain_text_input", "action_id": "name"},
        }
        for number in range(1, 9)
    ]
    title, submit = plain("Who comes along?"), plain("Book")
    return {"type": "modal", "title": title, "submit": submit, "blocks": seats}


RULES: Json = {
    "type": "modal",
    "title": plain("House rules"),
    "close": plain("Back"),
    "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "No *running* on deck."}}],
}


def home(pressed: int = 0) -> Json:
    """The Home tab; it counts the presses of its button."""
    return {
        "type": "home",
        "blocks": [
            {"type": "header", "text": plain("Your ferries")},
            {"type": "section", "text": {"type": "mrkdwn", "text": f"Pressed {pressed} times."}},
            {"type": "actions", "elements": [button("Press", "press", value=str(pressed))]},
        ],
    }


class Ferry:
    """The running bot; `times` is what `/ferry slow` waits, in seconds."""

    def __init__(self, slack: LocalSlack) -> None:
        token = slack.app.bot_token
        self.client = AsyncWebClient(token=token, base_url=slack.api_url)
        self.app = AsyncApp(token=token, client=self.client)
        self._register()
        self._handler = AsyncSocketModeHandler(self.app, slack.app.app_token)

    async def start(self) -> None:
        """Connect over Socket Mode."""
        await self._handler.connect_async()  # type: ignore[no-untyped-call]

    async def stop(self) -> None:
        """Say goodbye."""
        await self._handler.close_async()  # type: ignore[no-untyped-call]

    def _register(self) -> None:
        app = self.app
        app.command("/ferry")(self.ferry)
        app.command("/tide")(self.tide)
        app.action("rules")(self.rules)
        app.action("press")(self.press)
        app.action("take")(self.take)
        app.action("sail")(self.sail)
        app.shortcut("fog")(self.fog)
        app.shortcut("log")(self.log)
        app.view("booking")(self.book)
        app.event("app_home_opened")(self.opened)
        app.event("message")(self.heard)

    async def ferry(self, ack: Any, command: Json, client: AsyncWebClient) -> None:
        """`/ferry`, `/ferry book`, `/ferry slow`."""
        if command["text"] == "slow":
            await asyncio.sleep(3.4)
        elif command["text"] == "book":
            await ack()
            await client.views_open(trigger_id=command["trigger_id"], view=booking())
        else:
            await ack(text="Times", blocks=self.times())

    def times(self) -> list[Json]:
        """The answer to `/ferry`, with a button that asks before it sails."""
        confirm = {
            "title": plain("Cast off?"),
            "text": plain("The gangway is still down."),
            "confirm": plain("Sail"),
            "deny": plain("Wait"),
        }
        return [
            {"type": "section", "text": {"type": "mrkdwn", "text": "Next boat at *10:15*"}},
            {
                "type": "actions",
                "block_id": "choice",
                "elements": [
                    button("Take it", "take", style="primary"),
                    button("Sail now", "sail", style="danger", confirm=confirm),
                ],
            },
        ]

    async def tide(self, ack: Any) -> None:
        """`/tide`: an answer that everybody sees."""
        await ack(response_type="in_channel", text="High water at 14:20")

    async def take(self, ack: Any, respond: Any) -> None:
        """The primary button: it changes the message it stands in."""
        await ack()
        await respond(text="A place is kept for you.", replace_original=True)

    async def sail(self, ack: Any, respond: Any) -> None:
        """The confirmed button."""
        await ack()
        await respond(text="Cast off!", replace_original=False)

    async def rules(self, ack: Any, body: Json, client: AsyncWebClient) -> None:
        """Lay the rules over the booking."""
        await ack()
        await client.views_push(trigger_id=body["trigger_id"], view=RULES)

    async def fog(self, ack: Any, shortcut: Json, client: AsyncWebClient) -> None:
        """The global shortcut: a form."""
        await ack()
        await client.views_open(trigger_id=shortcut["trigger_id"], view=booking())

    async def log(self, ack: Any, shortcut: Json, respond: Any) -> None:
        """The shortcut on a message."""
        await ack()
        await respond(f"In the log: {shortcut['message']['text']}")

    async def book(self, ack: Any, view: Json, body: Json, client: AsyncWebClient) -> None:
        """Book, unless the passenger is a stowaway."""
        values = view["state"]["values"]
        name = values["name"]["name"]["value"]
        if name == "Everybody":
            await ack(response_action="update", view=passengers())
            return
        if name == "Nobody":
            await ack(response_action="errors", errors={"name": "Nobody can't travel."})
            return
        await ack()
        boat = values["boat"]["boat"]["selected_option"]["text"]["text"]
        await client.chat_postMessage(
            channel=body["user"]["id"], text=f"{name} travels on the {boat}."
        )

    async def opened(self, event: Json, client: AsyncWebClient) -> None:
        """Publish the Home tab when it is opened."""
        if event["tab"] == "home":
            await client.views_publish(user_id=event["user"], view=home())

    async def press(self, ack: Any, body: Json, action: Json, client: AsyncWebClient) -> None:
        """Count one press."""
        await ack()
        pressed = int(action["value"]) + 1
        await client.views_publish(user_id=body["user"]["id"], view=home(pressed))

    async def heard(self, event: Json, client: AsyncWebClient) -> None:
        """Answer in the DM."""
        if not event.get("bot_id") and not event.get("subtype"):
            text = f"You said: {event['text']}"
            await client.chat_postMessage(channel=event["channel"], text=text)
