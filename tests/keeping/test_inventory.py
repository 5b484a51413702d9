"""The one list of what is kept about a person: nothing is missing in it, and all of it can go."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Column, LargeBinary, String, Table, select, update

from bot import models, scrubbing
from bot.checklist.models import Tick
from bot.digest.rollup.models import RollUp
from bot.keeping import blocks, inventory, reading
from bot.keeping.inventory import INVENTORY
from bot.keeping.retention import Retention
from bot.pulse import forgetting
from bot.pulse.comments.models import Letter, ReplyAddress
from bot.pulse.custom.models import CustomStatement
from bot.pulse.models import Invitation
from bot.rooms import FORGETTERS
from bot.settings import Settings
from bot.slack import outbox
from bot.slack.models import Message
from bot.slack.outbox import Draft, Target
from bot.slack.requests import Actor
from bot.teams import membership, roster
from bot.teams.models import Member, Person, Team
from bot.tools.private.notes import Notes, Tool
from bot.tools.shipit.models import ShipItCrew, ShipItDay, ShipItDelivery, ShipItIdea
from bot.words import Markup, Words
from tests.pulse.conftest import NOW, House

LISTED = {entry.table.__tablename__: entry for entry in INVENTORY}
# Every column that could hold a name, in the tables that are about nobody, and what it holds.
ABOUT_NOBODY = {
    "freed": "id", "heartbeat": "name", "lane": "name held_by",  # processes, workspaces
    "installation": "id enterprise_id name bot_user_id bot_id bot_token refresh_token scopes "
    "command",
    "org_workspace": "workspace_id enterprise_id", "workspace": "workspace_id may_start rollups",
    "seen": "token",  # a hash of Slack's own id of a request
    "message": "text blocks plainer",  # shown with each delivery of it to somebody
    "team": "workspace_id name channel_id digest_channel_id language zone holidays workdays "
    "days_off unreachable_why judged done_week whom rollup_told",
    "experiment": "idea title what drive drive_name goal metric end", "rejected_idea": "idea",
    "role": "name answers", "shipit_day": "stage seal", "webhook": "url secret",
    "round": "kind week items wordings question custom digest_channel_id public_key key_name",
    "seal": "name public_key mac half", "box": "seal id sealed", "comment_box": "seal id sealed",
    "ballot": "token sealed", "participation": "token", "reminded": "token", "vote": "token choice",
    "shipit_again": "token",  # these five: of the version before, under keyed tokens
    "comment": "id words", "reply_address": "comment_id seal sealed",
    "audit_reading": "shares", "digest": "summary states", "tally": "item_id",
    "look": "kind finding sentence seal votes", "webhook_call": "state failure",
}  # fmt: skip


@pytest.mark.parametrize("table", models.metadata.sorted_tables, ids=lambda table: table.name)
def test_a_new_column_has_to_be_named(table: Table) -> None:
    """In the inventory, if it says something of a person; here, if it could but does not."""
    columns = {column.name for column in table.columns}
    if entry := LISTED.get(table.name):
        named = {*entry.whose, *entry.told, *entry.untold}
        assert columns == named
        return
    assert not [column.name for column in table.columns if _points_at_a_person(column)]
    told = set(ABOUT_NOBODY.get(table.name, "").split())
    assert {column.name for column in table.columns if _could_name(column)} == told


def _points_at_a_person(column: Column[object]) -> bool:
    return any(key.column.table.name == "person" for key in column.foreign_keys)


def _could_name(column: Column[object]) -> bool:
    return isinstance(column.type, String | JSON | LargeBinary)


def test_what_is_not_shown_says_why() -> None:
    """A reason each, and nothing that is looked for is hidden."""
    for entry in INVENTORY:
        assert all(len(why) > 10 for why in entry.untold.values())
        assert not entry.untold.keys() & {*entry.told, *entry.whose}


class Heard:
    """Words that remember which sentences were said with them."""

    def __init__(self, say: Words) -> None:
        self._say, self.keys = say, set[str]()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._say, name)

    def __call__(self, key: str, **values: Any) -> Markup:
        self.keys.add(key)
        return self._say(key, **values)


async def heard(house: House, say: Words) -> Heard:
    """What U3003 reads by `/amp privacy`."""
    listening: Any = Heard(say)
    async with house.database.read() as session:
        found = await reading.find(session, Actor("T1", "U3003"))
    assert found is not None
    blocks.told(listening, reading.about(found), Retention.of(Settings()))
    return listening  # type: ignore[no-any-return]


async def test_every_column_is_told_by_a_sentence(house: House, say: Words) -> None:
    """Where there is something in it; what is left of who was forgotten has its own."""
    person = await filled(house)
    other = await house.team(1, channel="C9", first=3003, leads=["U3004"], left_out=["U3003"])
    async with house.database.begin() as session:
        await session.merge(person)
        known = await roster.known(session, Actor("T1", "U3003"))
        known.back_on, known.may_start = NOW.date(), True
        known.away_later = ["2027-12-20/2028-01-07"]
    assert "keeping-team-left-out" in (await heard(house, say)).keys
    async with house.database.begin() as session:
        team = await session.get_one(Team, other.id)
        await membership.leave(session, team, Actor("T1", "U3003"))
    told = (await heard(house, say)).keys | {"keeping-team-left-out"}
    async with house.database.begin() as session:
        await forgetting.forget(session, house.vault, Actor("T1", "U3003"), also=FORGETTERS)
    left = (await heard(house, say)).keys
    told |= left
    for entry in INVENTORY:
        untold = {column: key for column, key in entry.told.items() if key not in told}
        assert not untold, entry.table.__tablename__


async def test_a_place_in_a_channel_that_was_left_is_told_as_that(house: House, say: Words) -> None:
    """Without the team's name, and not as one of theirs: a lead has left them out."""
    team = await house.team(6, first=3000, leads=["U3000"], left_out=["U3003"])
    async with house.database.begin() as session:
        held = await session.get_one(Team, team.id)
        await membership.leave(session, held, Actor("T1", "U3003"))
    keys = (await heard(house, say)).keys
    assert "keeping-teams-left" in keys
    assert "keeping-teams" not in keys


async def test_what_comes_after_forget_me_is_told_as_well(house: House, say: Words) -> None:
    """Whoever wants no part may keep something with a tool, choose an hour, and lead a team."""
    await filled(house)
    actor = Actor("T1", "U3003")
    async with house.database.begin() as session:
        await forgetting.forget(session, house.vault, actor, also=FORGETTERS)
    assert not (await heard(house, say)).keys & {"keeping-notes", "keeping-own-time"}
    async with house.database.begin() as session:
        await Notes(session, house.vault, actor).keep(Tool.PURPOSE, {"sentence": "x"}, at=NOW)
        (await roster.known(session, actor)).own_hour = 9
        await session.execute(update(Member).values(is_lead=True))
    keys = (await heard(house, say)).keys
    assert keys >= {"keeping-left", "keeping-notes", "keeping-own-time", "keeping-team-lead"}


async def filled(house: House) -> Person:
    """Somebody about whom there is a row in every table that can have one."""
    team = await house.team(6, first=3000, leads=["U3003"])
    closed = await house.opens()
    for one in range(3000, 3006):
        await house.answers(closed, one, {closed.items[0]: 3})
    await house.closes(closed)
    still_open = await house.opens(at=NOW + timedelta(weeks=1))
    actor, seal = Actor("T1", "U3003"), still_open.key_name
    async with house.database.begin() as session:
        person = await roster.known(session, actor)
        person.zone, person.locale, person.own_hour = "Europe/Berlin", "de-DE", 9
        person.heeds_status = person.away_by_status = True
        kept = Notes(session, house.vault, actor)
        await kept.keep(Tool.PURPOSE, {"sentence": "a canary"}, at=NOW)
        day = ShipItDay(team_id=team.id, starts_at=NOW, stage="planned")
        idea = ShipItIdea(day_id=0, person_id=person.id, words="mine")
        session.add(day)
        await session.flush()
        idea.day_id = day.id
        session.add(idea)
        await session.flush()
        session.add_all([
            Tick(team_id=team.id, todo_id="a", person_id=person.id, ticked_at=NOW),
            CustomStatement(
                team_id=team.id, person_id=person.id, text="We test.", rounds=4, added_at=NOW
            ),
            ShipItCrew(idea_id=idea.id, person_id=person.id),
            ShipItDelivery(day_id=day.id, person_id=person.id, words="done"),
            RollUp(workspace_id="T1", channel_id="C1", zone="UTC", set_by="U3003", set_at=NOW),
            ReplyAddress(comment_id="c", seal=seal, sealed=b"s", expires_on=NOW.date()),
        ])  # fmt: skip
        await session.flush()
        session.add(
            Letter(comment_id="c", token=bytes(32), sealed=b"s", due_at=NOW, lead_id=person.id)
        )
        for recipient in ("U3003", "C1"):
            draft = Draft(f"Hello <@{recipient}>", [{"type": "section", "text": "<@U3003> did it"}])
            await outbox.post(session, draft, [Target(f"to:{recipient}", "T1", recipient, NOW)])
    return person


async def test_every_table_that_knows_somebody_is_read(house: House) -> None:
    """On both databases, and nothing of anybody else's."""
    person = await filled(house)
    async with house.database.read() as session:
        kept = await inventory.read(session, person)
        found = await reading.find(session, Actor("T1", "U3003"))
        other = await reading.find(session, Actor("T1", "U3001"))
    assert kept.keys() == {entry.table for entry in INVENTORY}
    assert found is not None
    told = json.loads(reading.as_json(found, house.vault))
    assert told["note"][0]["kept"] == {"sentence": "a canary"}
    assert told["member"][0]["team"] == "Core"
    assert [row["is_open"] for row in told["invitation"]] == [False, True]
    assert told["delivery"][0]["text"] == "Hello <@U3003>"
    assert "due_at" not in told["reply_letter"][0]
    assert other is not None
    assert other.kept.keys() == {Person, Member, Invitation}


async def test_what_is_told_is_the_same_whether_somebody_answered(house: House) -> None:
    """To the byte; nobody can have anybody look over their shoulder."""
    await house.team(5)
    round_ = await house.opens()
    seen = []
    for answers in (False, True):
        if answers:
            await house.answers(round_, 0, {round_.items[0]: 3})
        async with house.database.read() as session:
            found = await reading.find(session, Actor("T1", "U0"))
        assert found is not None
        seen.append((reading.about(found).open_rounds, reading.as_json(found, house.vault)))
    assert seen[0] == seen[1]


async def everywhere(house: House, user_id: str) -> list[str]:
    """Every table, column by column, in which a Slack user's id stands."""
    places = []
    async with house.database.read() as session:
        for table in models.metadata.sorted_tables:
            for row in (await session.execute(select(table))).mappings():
                places += [
                    f"{table.name}.{name}" for name, value in row.items() if user_id in str(value)
                ]
    return places


async def test_after_forget_me_only_the_wish_is_left(house: House, tmp_path: Path) -> None:
    """No row anywhere holds the id but the wish itself, and no byte of SQLite's files."""
    person, actor = await filled(house), Actor("T1", "U3003")
    async with house.database.begin() as session:
        await outbox.withdraw(session, "to:C1")  # nobody waits for it any more
    async with house.database.begin() as session:
        await forgetting.forget(session, house.vault, actor, also=FORGETTERS)
    async with house.database.read() as session:
        kept = await inventory.read(session, person)
    assert kept.keys() == {Person, Member, Invitation}
    [left] = kept[Person]
    assert {name for name, value in left.items() if value} == {
        "workspace_id", "user_id", "zone", "is_active", "wants_no_part", "wants_reminders",
    }  # fmt: skip
    assert left["zone"] == "UTC"
    assert len(kept[Invitation]) == 1  # of the closed round, for five weeks
    assert await everywhere(house, "U3003") == ["person.user_id"]

    async with house.database.begin() as session:
        await forgetting.tidy(session, at=NOW + timedelta(weeks=6))
    async with house.database.read() as session:
        assert Invitation not in await inventory.read(session, person)
    await scrubbing.scrub(house.database)
    if house.database.on_sqlite:
        files = await asyncio.to_thread(_files, tmp_path)
        assert files.count(b"T1U3003") == 2  # the row, and the index that finds it
        assert b"Europe/Berlin" not in files


def _files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("amp.db*"))


async def test_what_is_on_its_way_to_others_is_forgotten_with_its_sending(house: House) -> None:
    """A message that names them still arrives, and leaves nothing behind."""
    await filled(house)
    async with house.database.begin() as session:
        await forgetting.forget(session, house.vault, Actor("T1", "U3003"), also=FORGETTERS)
    async with house.database.read() as session:
        waiting = (await session.scalars(select(Message).where(Message.text != ""))).all()
    assert [(one.text, one.discreet) for one in waiting if "U3003" in str(one.blocks)] == [
        ("Hello <@C1>", True)
    ]


async def test_who_is_forgotten_is_not_described_anew(house: House) -> None:
    """Slack tells of them each time their channel is read; none of it is written down."""
    await house.team(5)
    human = roster.Human("U1", "Asia/Tokyo", "ja-JP", is_guest=False, is_active=True)
    async with house.database.begin() as session:
        await forgetting.forget(session, house.vault, Actor("T1", "U1"))
        await roster.describe(session, "T1", [human], at=NOW)
    async with house.database.read() as session:
        person = await roster.find(session, Actor("T1", "U1"))
    assert person is not None
    assert (person.zone, person.locale, person.described_at) == ("UTC", None, None)
