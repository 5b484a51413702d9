"""A small bot that keeps a hut's guest book: modals, Home, files, charts, Socket Mode.

It is written for Slack and knows nothing of the local one. Against Slack it runs with
`python -m tests.localslack.examplebot` and SLACK_BOT_TOKEN and SLACK_APP_TOKEN in the environment;
against a local Slack with SLACK_API_URL besides.
"""

import asyncio
import csv
import io
import os
from typing import Any

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

Json = dict[str, Any]
SLACK = "https://slack.com/api/"

MANIFEST: Json = {
    "display_information": {"name": "Guest Book"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "bot_user": {"display_name": "guestbook"},
        "slash_commands": [
            {"command": "/hut", "description": "Book a bunk", "should_escape": False}
        ],
    },
    "oauth_config": {
        "scopes": {"bot": ["chat:write", "commands", "files:write", "im:history", "im:write"]}
    },
    "settings": {
        "interactivity": {"is_enabled": True},
        "event_subscriptions": {"bot_events": ["app_home_opened", "message.im"]},
        "socket_mode_enabled": True,
    },
}
LONGEST_STAY = 7
MEALS = ("Soup", "Dumplings", "Pancakes")


class GuestBook:
    """Who sleeps in the hut, and what they eat."""

    def __init__(self) -> None:
        self.guests: list[tuple[str, int, str]] = []

    @property
    def nights(self) -> int:
        """How many nights are booked."""
        return sum(nights for _, nights, _ in self.guests)

    def as_csv(self) -> str:
        """The whole book as a table."""
        out = io.StringIO()
        csv.writer(out).writerows([("guest", "nights", "meal"), *self.guests])
        return out.getvalue()


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def option(text: str) -> Json:
    return {"text": plain(text), "value": text.lower()}


def booking(*, breakfast: bool = False) -> Json:
    """The booking form; with breakfast it has a question more."""
    blocks: list[Json] = [
        {
            "type": "input",
            "block_id": "nights",
            "label": plain("Nights"),
            "element": {
                "type": "number_input",
                "action_id": "count",
                "is_decimal_allowed": False,
                "min_value": "1",
            },
        },
        {
            "type": "input",
            "block_id": "board",
            "dispatch_action": True,
            "optional": True,
            "label": plain("Board"),
            "element": {
                "type": "checkboxes",
                "action_id": "board",
                "options": [option("Breakfast")],
            },
        },
    ]
    if breakfast:
        select = {"type": "static_select", "action_id": "meal", "options": list(map(option, MEALS))}
        blocks.append(
            {"type": "input", "block_id": "meal", "label": plain("Meal"), "element": select}
        )
    return {
        "type": "modal",
        "callback_id": "booking",
        "title": plain("A bunk in the hut"),
        "submit": plain("Book"),
        "blocks": blocks,
    }


def home(book: GuestBook) -> Json:
    """The Home tab."""
    export = {"type": "button", "action_id": "export", "text": plain("Send me the book")}
    chart = {"type": "button", "action_id": "chart", "text": plain("Draw it")}
    return {
        "type": "home",
        "blocks": [
            {"type": "header", "text": plain("The guest book")},
            {"type": "section", "text": plain(f"{len(book.guests)} guests, {book.nights} nights")},
            {"type": "actions", "block_id": "tools", "elements": [export, chart]},
        ],
    }


def chart_of(book: GuestBook) -> Json:
    """Nights by guest as a native chart."""
    segments = [{"label": name, "value": nights} for name, nights, _ in book.guests]
    return {
        "type": "data_visualization",
        "title": "Nights",
        "chart": {"type": "pie", "segments": segments},
    }


def booked(nights: int, meal: str) -> list[Json]:
    """What a guest is told, with a way back."""
    cancel = {"type": "button", "action_id": "cancel", "text": plain("Cancel"), "style": "danger"}
    return [
        {"type": "section", "text": plain(f"Booked: {nights} nights, meal: {meal}")},
        {"type": "actions", "block_id": "booked", "elements": [cancel]},
    ]


class GuestBookBot:
    """What the bot does when people type, click, submit and look."""

    def __init__(self, book: GuestBook) -> None:
        self.book = book

    def register(self, app: AsyncApp) -> None:
        """Tell Bolt who does what."""
        app.command("/hut")(self.ask)
        app.action("board")(self.with_breakfast)
        app.view("booking")(self.book_in)
        app.action("cancel")(self.cancel)
        app.action("export")(self.export)
        app.action("chart")(self.draw)
        app.event("app_home_opened")(self.show)
        app.event("message")(self.chat)

    async def ask(self, ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        """`/hut` opens the booking form."""
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=booking())

    async def with_breakfast(self, ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        """Ticking breakfast adds a question to the form, what was typed stays."""
        await ack()
        ticked = bool(body["actions"][0]["selected_options"])
        shown = body["view"]
        view = booking(breakfast=ticked)
        await client.views_update(view_id=shown["id"], hash=shown["hash"], view=view)

    async def book_in(self, ack: AsyncAck, body: Json, view: Json, client: AsyncWebClient) -> None:
        """The form was sent: write it into the book, unless it is too long a stay."""
        values = view["state"]["values"]
        nights = int(values["nights"]["count"]["value"])
        if nights > LONGEST_STAY:
            await ack(response_action="errors", errors={"nights": "The hut keeps nobody so long."})
            return
        await ack()
        chosen = values.get("meal", {}).get("meal", {}).get("selected_option")
        meal = chosen["text"]["text"] if chosen else "none"
        self.book.guests.append((body["user"]["name"], nights, meal))
        blocks = booked(nights, meal)
        await client.chat_postMessage(channel=body["user"]["id"], text="Booked", blocks=blocks)

    async def cancel(self, ack: AsyncAck, body: Json, respond: AsyncRespond) -> None:
        """Take a guest out of the book again."""
        await ack()
        name = body["user"]["name"]
        self.book.guests[:] = [guest for guest in self.book.guests if guest[0] != name]
        await respond("Cancelled", replace_original=True)

    async def export(self, ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        """Send the book as a file."""
        await ack()
        dm = await client.conversations_open(users=body["user"]["id"])
        await client.files_upload_v2(
            channel=dm["channel"]["id"],
            filename="guests.csv",
            content=self.book.as_csv(),
            initial_comment="Here is the book",
        )

    async def draw(self, ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        """Draw the book as a native chart, or say it where charts aren't known."""
        await ack()
        words = ", ".join(f"{name}: {nights}" for name, nights, _ in self.book.guests)
        place, chart = body["user"]["id"], chart_of(self.book)
        try:
            await client.chat_postMessage(channel=place, text=words, blocks=[chart])
        except SlackApiError as refusal:
            if refusal.response["error"] != "invalid_blocks":
                raise
            await client.chat_postMessage(channel=place, text=f"Nights: {words}")

    async def show(self, event: Json, client: AsyncWebClient) -> None:
        """Publish the Home tab when somebody opens it."""
        if event["tab"] == "home":
            await client.views_publish(user_id=event["user"], view=home(self.book))

    async def chat(self, event: Json, client: AsyncWebClient) -> None:
        """Answer in a thread."""
        if "subtype" not in event:
            channel, ts = event["channel"], event["ts"]
            await client.chat_postMessage(channel=channel, thread_ts=ts, text="Try /hut")


def build(token: str, base_url: str = SLACK) -> tuple[AsyncApp, GuestBook]:
    """The bot's Bolt app, and its book."""
    app = AsyncApp(client=AsyncWebClient(token=token, base_url=base_url))
    book = GuestBook()
    GuestBookBot(book).register(app)
    return app, book


async def main() -> None:
    """Run until stopped."""
    app, _ = build(os.environ["SLACK_BOT_TOKEN"], os.environ.get("SLACK_API_URL", SLACK))
    await AsyncSocketModeHandler(app, os.environ["SLACK_APP_TOKEN"]).start_async()  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    asyncio.run(main())
