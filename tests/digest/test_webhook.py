"""The webhook: signed, documented, tried for a day, and never into our own network."""

import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from sqlalchemy import select, update
from structlog.testing import capture_logs

from bot import clock
from bot.digest.payload import payload
from bot.digest.summary import Summary
from bot.digest.webhook import addresses, calls, signing
from bot.digest.webhook.addresses import NoAddress, NotPublic, PublicOnly
from bot.digest.webhook.calls import Call
from bot.digest.webhook.models import Webhook, WebhookCall
from bot.framework.content import Content
from bot.insight.figures import Figure
from bot.insight.scores import Sentence
from bot.slack.models import Delivery
from bot.teams.models import Team
from bot.words import Words
from tests.digest.past import Past, ordinary, past_of
from tests.house import Scene, scene

DOC = Path(__file__).parents[2] / "docs" / "webhook.md"
PYTHON, EXAMPLE, SCHEMA = re.findall(r"```(?:python|json)\n(.*?)```", DOC.read_text(), re.DOTALL)
HIDDEN = Summary("Core", 1, "2026-11-24", 7, 4, (Figure("a", "A", None, 4),), (), (), "Why?")

COMPOSED_AT = datetime(2026, 11, 27, 9, 0, 4, tzinfo=UTC)


@dataclass
class Receiver:
    """A program that takes webhooks, as docs/webhook.md shows it."""

    url: str = ""
    status: int = 200
    taken: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    async def hook(self, request: web.Request) -> web.Response:
        self.taken.append((dict(request.headers), await request.read()))
        return web.Response(status=self.status, headers={"Location": f"{self.url}/elsewhere"})


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    made = Receiver()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", made.hook)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield made
    await runner.cleanup()


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        await made.sets_up("ana", "#team-product")
        await made.run()
        yield made


@pytest.fixture
async def past(house: Scene) -> Past:
    past = await past_of(house)
    await past.lives(ordinary(3), people=8, asked=8)
    return past


async def turns_on(house: Scene, url: str) -> str:
    """Ana sets the webhook up and copies the secret."""
    ana = house.person("ana")
    assert await ana.types("/amp webhook", "#team-product")
    assert await ana.submits({"Address": url})

    async def shown() -> str | None:
        window = await ana.modal()
        found = re.search(r"whsec_\S+", window.text) if window else None
        return found[0] if found else None

    secret: str = await house.slack.until(shown)
    await ana.closes()
    return secret


async def state(house: Scene) -> WebhookCall:
    async with house.amp.database.read() as session:
        call = await calls.last(session, 1)
    assert call is not None
    return call


def is_genuine(secret: str, headers: dict[str, str], body: bytes) -> bool:
    """The receiver's check, run from the page that documents it."""
    scope: dict[str, Any] = {}
    exec(PYTHON, scope)
    lower = {name.lower(): value for name, value in headers.items()}
    return bool(scope["is_genuine"](secret, lower, body))


async def test_every_digest_is_sent_signed(house: Scene, past: Past, receiver: Receiver) -> None:
    """The documented check says yes; another secret, another body, and it says no."""
    secret = await turns_on(house, receiver.url)
    await past.week({}, people=8, asked=8)
    await house.run()
    [(headers, body)] = receiver.taken
    assert is_genuine(secret, headers, body)
    assert not is_genuine(signing.new_secret(), headers, body)
    assert not is_genuine(secret, headers, body + b" ")
    told = json.loads(body)
    assert (told["type"], told["data"]["pulse"]) == ("digest.composed", 4)
    _fits(json.loads(SCHEMA), told)
    await house.run()
    assert len(receiver.taken) == 1
    assert (await state(house)).state == Call.DONE


async def test_nothing_is_sent_of_digests_before_it_was_turned_on(
    house: Scene, past: Past, receiver: Receiver
) -> None:
    """And nothing after it was turned off."""
    await turns_on(house, receiver.url)
    await house.run()
    ana = house.person("ana")
    assert await ana.types("/amp webhook", "#team-product")
    assert await ana.presses("Turn off", where="modal")
    await house.slack.until(lambda: _is_off(house))
    await past.week({}, people=8, asked=8)
    await house.run()
    assert not receiver.taken


async def _is_off(house: Scene) -> bool:
    async with house.amp.database.read() as session:
        return not (await session.get_one(Webhook, 1)).is_on


async def test_what_fails_is_tried_again_for_a_day_and_then_told(
    house: Scene, past: Past, receiver: Receiver
) -> None:
    """The same id each time, waits that grow, and one message to the lead at the end."""
    receiver.status = 503
    await turns_on(house, receiver.url)
    await past.week({}, people=8, asked=8)
    await house.run()
    assert len(receiver.taken) == 1
    await house.skip(by=timedelta(seconds=30))
    assert len(receiver.taken) == 1
    for _ in range(20):
        await house.skip(by=timedelta(hours=2))
    assert 8 < len(receiver.taken) < 20
    assert len({headers["webhook-id"] for headers, _ in receiver.taken}) == 1
    found = await state(house)
    assert (found.state, found.failure) == (Call.FAILED, "HTTP 503")
    told = [m.text for m in await house.person("ana").dm() if "did not take" in m.text]
    assert len(told) == 1


async def test_a_receiver_that_comes_back_gets_its_digest(
    house: Scene, past: Past, receiver: Receiver
) -> None:
    """With the signature of the new moment."""
    receiver.status = 500
    secret = await turns_on(house, receiver.url)
    await past.week({}, people=8, asked=8)
    await house.run()
    receiver.status = 204
    await house.skip(by=timedelta(minutes=2))
    (first, _), (second, body) = receiver.taken
    assert is_genuine(secret, second, body)
    assert int(second["webhook-timestamp"]) > int(first["webhook-timestamp"])
    assert (await state(house)).state == Call.DONE


async def test_a_redirect_is_not_followed(house: Scene, past: Past, receiver: Receiver) -> None:
    """It could lead into our own network."""
    receiver.status = 302
    await turns_on(house, receiver.url)
    await past.week({}, people=8, asked=8)
    await house.run()
    assert len(receiver.taken) == 1
    assert (await state(house)).failure == "HTTP 302"


async def test_gone_turns_it_off(house: Scene, past: Past, receiver: Receiver) -> None:
    """410 means that nobody wants them any more; the lead hears of it."""
    receiver.status = 410
    await turns_on(house, receiver.url)
    await past.week({}, people=8, asked=8)
    await house.run()
    assert await _is_off(house)
    assert "wants no more" in (await house.person("ana").dm())[-1].text


async def test_a_new_secret_signs_from_then_on(
    house: Scene, past: Past, receiver: Receiver
) -> None:
    """The old one is worth nothing; neither is kept in the clear."""
    old = await turns_on(house, receiver.url)
    ana = house.person("ana")
    assert await ana.types("/amp webhook", "#team-product")
    assert await ana.presses("New secret", where="modal")

    async def shown() -> str | None:
        window = await ana.modal()
        found = re.search(r"whsec_\S+", window.text) if window else None
        return found[0] if found else None

    new = await house.slack.until(shown)
    await past.week({}, people=8, asked=8)
    await house.run()
    [(headers, body)] = receiver.taken
    assert is_genuine(new, headers, body)
    assert not is_genuine(old, headers, body)
    async with house.amp.database.read() as session:
        kept = (await session.get_one(Webhook, 1)).secret
    assert new.encode() not in kept


async def test_the_secret_of_the_longest_address_is_shown(house: Scene, receiver: Receiver) -> None:
    """An `&` is five characters where it is shown, and 2,000 of them more than Slack takes."""
    url = f"{receiver.url}?".ljust(addresses.MAX_LENGTH, "&")
    assert (await turns_on(house, url)).startswith("whsec_")
    async with house.amp.database.read() as session:
        assert (await session.get_one(Webhook, 1)).url == url


@pytest.mark.parametrize("error", ["invalid_arguments", "expired_trigger_id"])
async def test_a_secret_that_slack_does_not_show_is_said_to_be_kept(
    house: Scene, receiver: Receiver, error: str
) -> None:
    """«Try again» would make another one, and another."""
    ana, before = house.person("ana"), await turns_on(house, receiver.url)
    assert await ana.types("/amp webhook", "#team-product")
    assert await ana.modal()
    await house.slack.driver.fault("error", method="views.update", error=error)
    with capture_logs() as logs:
        await ana.presses("New secret", where="modal")

        async def told() -> bool:
            window = await ana.modal()
            return window is not None and "That is kept, but" in window.text

        await house.slack.until(told)
    [line] = [line for line in logs if line["event"] == "listener failed"]
    assert line["slack"] == error
    async with house.amp.database.read() as session:
        kept = (await session.get_one(Webhook, 1)).secret
    assert kept
    assert before not in repr(logs)


async def test_a_webhook_is_told_to_the_team_wherever_its_digests_stand(
    house: Scene, receiver: Receiver
) -> None:
    """A lead whose digests go to a channel of their own can't hide it there."""
    async with house.amp.database.begin() as session:
        await session.execute(update(Team).values(digest_channel_id="C0ELSEWHERE"))
    await turns_on(house, receiver.url)
    async with house.amp.database.read() as session:
        team = (await session.scalars(select(Team))).one()
        told = select(Delivery.recipient).where(Delivery.key.startswith("told:webhook:"))
        assert set(await session.scalars(told)) == {team.channel_id, "C0ELSEWHERE"}


async def test_members_set_no_webhook(house: Scene) -> None:
    """It is for leads."""
    assert await house.person("bo").types("/amp webhook", "#team-product")

    async def refused() -> bool:
        read = await house.person("bo").reads("#team-product")
        return "Only a lead" in read[-1].text

    await house.slack.until(refused)
    assert await house.person("bo").no_modal()


async def test_a_wrong_address_is_named_under_its_field(house: Scene) -> None:
    """Nothing is kept."""
    ana = house.person("ana")
    assert await ana.types("/amp webhook", "#team-product")
    for url in ("http://example.com/x", "https://10.0.0.1/x", "example", "https://u:p@example.com"):
        result = await ana.submits({"Address": url})
        assert "Address" in result.errors, url
    assert await house.rows(Webhook) == 0


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/", "https://localhost:8080/", "https://[::1]/", "https://10.1.2.3/",
        "https://192.168.0.1/", "https://172.16.0.1/", "https://169.254.169.254/latest",
        "https://[fd00::1]/", "https://[::ffff:10.0.0.1]/", "https://0.0.0.0/",
        "https://100.64.0.1/", "https://[2002:7f00:1::]/",
    ],
)  # fmt: skip
def test_no_address_of_our_own_network_is_taken(url: str) -> None:
    """Private, loopback, link-local, shared: written as numbers they are refused at once."""
    with pytest.raises(NotPublic):
        addresses.check(url, loopback=False)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/", "ftp://example.com/", "https://", "https:///x", "javascript:1",
        "https://example.com:99999/", "https://exa mple.com/", "https://exam\tple.com/", "",
        "https://user@example.com/", "https://example.com/" + "x" * 2000, "https://[::1",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(url: str) -> None:
    """With a sentence, and never an error of the library."""
    with pytest.raises(NoAddress):
        addresses.check(url, loopback=False)


async def test_a_name_that_leads_into_our_own_network_is_refused_when_it_is_looked_up() -> None:
    """«localhost» is one on every machine."""
    with pytest.raises(OSError, match="not_public"):
        await PublicOnly(loopback=False).resolve("localhost", 443)
    assert await PublicOnly(loopback=True).resolve("localhost", 443)


@pytest.mark.parametrize("text", ["8.8.8.8", "2606:4700:4700::1111"])
def test_public_addresses_are_public(text: str) -> None:
    """Of both kinds."""
    assert addresses.is_public(ip_address(text))


def test_waits_grow_up_to_four_hours() -> None:
    """About a dozen attempts in a day."""
    waits = [calls.wait(n) for n in range(12)]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (timedelta(minutes=1), timedelta(hours=4))


def test_a_hidden_figure_is_null_and_so_are_its_people(say: Words, content: Content) -> None:
    """Not even how many answered one statement."""
    [figure] = payload(say, content, HIDDEN)["drives"]
    assert (figure["mean"], figure["people"], figure["verdict"]) == (None, None, "hidden")


def test_the_documented_example_is_what_is_sent(say: Words, content: Content) -> None:
    """The page's example has the shape of a real body, and fits the page's schema."""
    sent = json.loads(calls.body(say, content, _example(), at=COMPOSED_AT))
    assert sent == json.loads(EXAMPLE)
    _fits(json.loads(SCHEMA), sent)


def _example() -> Summary:
    return Summary(
        "Product", 15, "2026-11-24", 11, 9,
        (
            Figure("autonomy", "Autonomy", 3.75, 9, "noise"),
            Figure("mastery", "Mastery", None, 0),
            Figure("purpose", "Purpose", 3.25, 8, "down"),
        ),
        (
            Figure("time", "Time", 3.5, 9, drive="autonomy"),
            Figure("pay", "Fair pay", 4.0, 9),
        ),
        (Sentence("Pulse 15. 9 of 11 answered."),),
        "What changed in the last month about who decides what?",
        custom=Figure("custom:3", "We had time to test.", 3.0, 9, "learning"),
    )  # fmt: skip


def _fits(schema: dict[str, Any], value: Any, at: str = "body") -> None:
    """As much of JSON Schema as the page uses."""
    kinds = {
        "object": dict, "array": list, "string": str, "integer": int, "number": (int, float),
        "null": type(None),
    }  # fmt: skip
    wanted = schema.get("type")
    if wanted:
        names = [wanted] if isinstance(wanted, str) else wanted
        assert any(isinstance(value, kinds[name]) for name in names), at  # type: ignore[arg-type]
    assert value == schema.get("const", value), at
    assert value in schema.get("enum", [value]), at
    if isinstance(value, int | float):
        assert schema.get("minimum", value) <= value <= schema.get("maximum", value), at
    if isinstance(value, dict):
        assert set(schema["required"]) == set(value) == set(schema["properties"]), at
        for name, part in value.items():
            _fits(schema["properties"][name], part, f"{at}.{name}")
    if isinstance(value, list):
        for part in value:
            _fits(schema["items"], part, at)


def test_the_clock_of_the_tests_is_right() -> None:
    """A scene that failed would leave it shifted, and signatures with it."""
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)
