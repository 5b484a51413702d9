"""A comment and its answer, lived through from both sides as people do it."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, update

from bot.pulse.comments.models import Comment, Letter, ReplyAddress
from bot.pulse.models import CommentBox
from bot.slack.models import Delivery, Message
from bot.teams.models import Member
from localslack.driver import SeenMessage
from tests.house import Scene, scene, statements, surely
from tests.localslack.places import user_id
from tests.pulse.test_attackers import files_of, hits, postgres

__all__ = ["postgres"]  # a server of its own, whose log no other test writes

LINE, MAY_ANSWER = "Anything that helped or got in the way?", "If somebody wants to answer you"
A_LEAD_MAY = "A lead may answer by DM, once, without learning who I am"
TEAM = ["ana", "bo", "carla", "dmitri", "elif", "femi"]


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    """A team whose round is open."""
    async with scene(database_url, tmp_path) as made:
        for name in ("dmitri", "bo"):
            await made.reads_english(name)
        await made.sets_up("ana", "#team-product")
        await surely(made.person("ana"), "/amp pulse now")
        await made.run()
        yield made


async def writes(house: Scene, name: str, words: str, *, may_answer: bool = False) -> Any:
    """Somebody answers all statements, and writes a comment besides."""
    person = house.person(name)
    await person.types("/amp pulse", "#general")
    form = await person.modal(timeout=20)
    assert form is not None
    asked: dict[str, str | list[str]] = dict.fromkeys(statements(form), "4")
    if words:
        asked[LINE] = words
    if may_answer:
        asked[MAY_ANSWER] = [A_LEAD_MAY]
    sent = await person.submits(asked)
    if sent:
        await person.closes()
    return sent


async def closes(house: Scene) -> None:
    await house.skip(by=timedelta(hours=73))
    await house.run(4)


async def thread(house: Scene, name: str = "ana") -> list[SeenMessage]:
    """What stands under the newest digest."""
    digest = [m for m in await house.person(name).reads("#team-product") if "Pulse" in m.text][-1]
    return (await house.person(name).reads_thread("#team-product", digest.ts))[1:]


async def comment(house: Scene, words: str) -> SeenMessage:
    [found] = [m for m in await thread(house) if words in m.text]
    return found


async def presses(house: Scene, name: str, message: SeenMessage, action: str) -> None:
    """Press the button with this action under a message of a thread."""
    [block] = [b for b in message.blocks if b["type"] == "actions"]
    [_] = [e for e in block["elements"] if e["action_id"] == action]
    where = {"channel": message.channel, "ts": message.ts}
    what = {"block_id": block["block_id"], "action_id": action}
    await house.slack.act("action", **{"as": name}, message=where, **what)
    await house.slack.settled()


async def everybody_answers(house: Scene) -> None:
    """Six answer, three of them write, one of whom may be answered."""
    await writes(house, "bo", "The new build helped.\n*A lot* :tada:")
    await writes(house, "carla", "<!channel> <https://evil.example|x> @here &amp; <@U1>")
    await writes(house, "dmitri", "Rosa keeps changing the plan", may_answer=True)
    for name in ("ana", "elif", "femi"):
        await writes(house, name, "")


@contextmanager
def asked_of(house: Scene) -> Iterator[list[str]]:
    """What the database is given with each statement, as its log would have it."""
    given: list[str] = []

    def note(*told: Any) -> None:
        given.append(repr(told[3]))

    engine = house.amp.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    yield given
    event.remove(engine, "before_cursor_execute", note)


async def test_a_comment_is_told_and_its_answer_finds_who_wrote_it(house: Scene) -> None:
    """Both sides: three comments in the thread, one answered; the writer alone reads it."""
    await everybody_answers(house)
    await closes(house)
    told = await thread(house)
    assert [m.text for m in told if "3 comments on pulse 1" in m.text]
    asked = await comment(house, "Rosa keeps")
    assert asked.buttons == ["Answer", "It's mine: no answer", "Hide"]
    assert (await comment(house, "The new build helped. *A lot*")).buttons == ["Hide"]

    before = {name: len(await house.person(name).dm()) for name in TEAM}
    await presses(house, "ana", asked, "comment:answer")
    form = await house.person("ana").modal(timeout=20)
    assert form is not None
    assert "You won't learn who reads it" in form.text
    assert await house.person("ana").submits({"Your answer": "Let's talk about it on Monday."})
    await house.person("ana").closes()
    assert await house.rows(Letter) == 1
    with asked_of(house) as parameters:
        await house.skip(by=timedelta(minutes=31))
    assert parameters
    assert not [one for one in parameters if user_id(house.slack, "dmitri") in one]

    gained = {name: len(await house.person(name).dm()) - before[name] for name in TEAM}
    assert gained == {**dict.fromkeys(TEAM, 0), "dmitri": 1}
    [*_, answer] = await house.person("dmitri").dm()
    assert "Let's talk about it on Monday." in answer.text
    assert "Rosa" not in answer.text
    assert await house.rows(ReplyAddress) == await house.rows(Letter) == 0
    assert not await house.amp.keys.names()

    await presses(house, "dmitri", answer, "comment:delete")
    assert "on Monday" not in "".join(m.text for m in await house.person("dmitri").dm())


async def test_nothing_in_a_comment_takes_effect(house: Scene) -> None:
    """It pings nobody, links nowhere, and formats nothing: its words stand in plain text."""
    await everybody_answers(house)
    await closes(house)
    said = await comment(house, "<!channel>")
    [words] = [b["text"] for b in said.blocks if b["type"] == "section"]
    assert words["type"] == "plain_text"
    assert words["text"] == "“<!channel> <https://evil.example|x> @here &amp; <@U1>”"
    assert said.raw["text"] == "A comment on pulse 1."


async def test_a_lead_hides_one_and_everybody_sees_that(house: Scene) -> None:
    """Its words are gone for all, the way to its writer stays; a member may not."""
    await everybody_answers(house)
    await closes(house)
    named = await comment(house, "Rosa keeps")
    await presses(house, "bo", named, "comment:hide")
    assert [m for m in await thread(house) if "Rosa" in m.text]
    await presses(house, "ana", named, "comment:hide")
    seen = await thread(house, "bo")
    assert not [m for m in seen if "Rosa" in m.text or "Rosa" in m.raw["text"]]
    [hidden] = [m for m in seen if "has hidden a comment here" in m.text]
    assert hidden.buttons == ["Answer", "It's mine: no answer"]


async def test_who_wrote_it_burns_the_address_and_a_lead_hears_so(house: Scene) -> None:
    """Somebody else's press changes nothing, and looks the same to them."""
    await everybody_answers(house)
    await closes(house)
    asked = await comment(house, "Rosa keeps")
    heard = []
    for name in ("elif", "dmitri"):
        await presses(house, name, asked, "comment:burn")
        [*_, said] = await thread(house, name)
        heard.append(said.text)
        assert said.is_ephemeral, "a receipt below the channel is not seen from the thread"
        await house.run()
        assert await house.rows(ReplyAddress) == (1 if name == "elif" else 0)
        assert await house.rows(Letter) == 0
    assert len(set(heard)) == 1
    await presses(house, "ana", asked, "comment:answer")
    assert "takes no answer any more" in (await thread(house))[-1].text
    assert not await house.amp.keys.names()


async def test_two_leads_answer_at_once_and_one_is_told(house: Scene) -> None:
    """The first counts; what the second wrote stays in the form, with a sentence under it."""
    await everybody_answers(house)
    await closes(house)
    asked = await comment(house, "Rosa keeps")
    async with house.amp.database.begin() as session:
        await session.execute(update(Member).values(is_lead=True))
    for name in ("ana", "bo"):
        await presses(house, name, asked, "comment:answer")
        assert await house.person(name).modal(timeout=20)
    assert await house.person("ana").submits({"Your answer": "One."})
    late = await house.person("bo").submits({"Your answer": "Two."})
    assert "Another lead has just answered" in late.errors["Your answer"]
    assert await house.rows(Letter) == 1


async def test_two_comments_are_neither_shown_nor_kept(house: Scene) -> None:
    """And nothing tells that there were any."""
    await writes(house, "bo", "One of two", may_answer=True)
    await writes(house, "carla", "Two of two")
    for name in ("ana", "dmitri", "elif"):
        await writes(house, name, "")
    assert await house.rows(CommentBox) == 5
    await closes(house)
    assert not [m for m in await thread(house) if "omment" in m.text]
    for table in (CommentBox, Comment, ReplyAddress):
        assert await house.rows(table) == 0
    assert not await house.amp.keys.names()


async def test_what_is_too_long_or_blank_stays_in_the_form(house: Scene) -> None:
    """A sentence under the line; the answers are there still, and nothing was kept."""
    bo = house.person("bo")
    await bo.types("/amp pulse", "#general")
    form = await bo.modal(timeout=20)
    assert form is not None
    for words, sentence in (("x" * 2_000, "2,000 characters"), (" \u200b\u2800 ", "only blanks")):
        shown = house.slack.world.views.get(form.id)
        assert shown is not None
        del_limit(shown.body)
        sent = await bo.submits({**dict.fromkeys(statements(form), "4"), LINE: words})
        assert sentence in sent.errors[LINE]
    assert await house.rows(CommentBox) == 0
    assert await bo.submits({LINE: "Now it fits."})
    assert await house.rows(CommentBox) == 1


def del_limit(view: dict[str, Any]) -> None:
    """Let a form through as no client of Slack's would."""
    for block in view["blocks"]:
        block.get("element", {}).pop("max_length", None)


async def test_comments_leave_the_outbox_as_soon_as_they_are_told(house: Scene) -> None:
    """No row that was sent names one of them."""
    await everybody_answers(house)
    await closes(house)
    assert await house.rows(Delivery, Delivery.key.startswith("comment:")) == 0
    assert await house.rows(Message, Message.discreet) == 0


async def test_what_was_told_is_in_no_file_of_ours_any_more(house: Scene) -> None:
    """Neither in a freed page nor in the log: from then on Slack alone has it."""
    rare = "Zanzibar sold us the wrong whiteboards"
    for name in ("bo", "carla", "dmitri"):
        await writes(house, name, f"{rare}, says nobody")
    for name in ("ana", "elif", "femi"):
        await writes(house, name, "")
    await closes(house)
    assert len([m for m in await thread(house) if rare in m.text]) == 3
    await house.run()
    assert hits(await files_of(house.amp.database), [rare.encode()]) == 0
