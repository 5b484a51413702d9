"""What is kept about somebody, as they are shown it: in a message, and as a file."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.checklist.models import Tick
from bot.digest.rollup.models import RollUp
from bot.keeping import inventory
from bot.keeping.inventory import Kept, Row
from bot.pulse.comments.models import Letter
from bot.pulse.custom.models import CustomStatement
from bot.pulse.models import AnyRound, Invitation
from bot.rows import is_any_of
from bot.slack.models import Delivery, Message
from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Member, Person, Team
from bot.tools.private.models import PrivateNote
from bot.tools.shipit.models import ShipItCrew, ShipItDelivery, ShipItIdea
from bot.vault import Vault, WrongSecret


class Membership(Struct, frozen=True):
    """Somebody's place in a team whose channel they are in, or which they lead."""

    name: str
    is_lead: bool
    is_asked: bool


class About(Struct, frozen=True):
    """What is kept about one person, counted where counting says it."""

    person: Person
    teams: tuple[Membership, ...]
    left: int  # teams whose channel they are in no more, and where a lead has named them
    open_rounds: int
    closed_rounds: int
    tools: tuple[str, ...]  # those that keep something for them
    ticks: int
    ideas: int
    crews: int
    pieces: int
    questions: int  # that they added for their teams
    leads_rollup: bool
    answers: int  # to comments, on their way
    messages: int
    with_words: int  # of the messages


class KeptData(Struct, frozen=True):
    """What is kept about one person, with what its rows point at."""

    person: Person
    kept: Kept
    teams: Mapping[int, Team]
    rounds: Mapping[int, AnyRound]
    messages: Mapping[int, Message]

    def name(self, team_id: int | None) -> str | None:
        """What a team is called, for who is in its channel or leads it."""
        team = self.teams.get(team_id) if team_id else None
        return team.name if team else None


async def find(session: AsyncSession, actor: Actor) -> KeptData | None:
    """What is kept about *actor*; None where nothing is."""
    person = await roster.find(session, actor)
    if person is None:
        return None
    kept = await inventory.read(session, person)
    theirs = [row["team_id"] for row in kept.get(Member, ()) if row["is_lead"] or row["is_asked"]]
    return KeptData(
        person,
        kept,
        await _by_id(session, Team, theirs),
        await _by_id(session, AnyRound, _of(kept, Invitation, "round_id")),
        await _by_id(session, Message, _of(kept, Delivery, "message_id")),
    )


def _of(kept: Kept, table: Any, column: str) -> list[int]:
    return [row[column] for row in kept.get(table, ())]


async def _by_id(session: AsyncSession, table: Any, ids: Iterable[int]) -> dict[int, Any]:
    found = await session.scalars(select(table).where(is_any_of(session, table.id, set(ids))))
    return {row.id: row for row in found}


def about(found: KeptData) -> About:
    """What is told of it in a message."""

    def many(table: Any) -> int:
        return len(found.kept.get(table, ()))

    theirs = [(found.name(row["team_id"]), row) for row in found.kept.get(Member, ())]
    is_open = [round_.is_open for round_ in found.rounds.values()]
    said = [found.messages[id_].text for id_ in _of(found.kept, Delivery, "message_id")]
    return About(
        person=found.person,
        teams=tuple(_membership(team, row) for team, row in theirs if team),
        left=sum(team is None for team, _ in theirs),
        open_rounds=sum(is_open),
        closed_rounds=len(is_open) - sum(is_open),
        tools=tuple(sorted({row["tool"] for row in found.kept.get(PrivateNote, ())})),
        ticks=many(Tick),
        ideas=many(ShipItIdea),
        crews=many(ShipItCrew),
        pieces=many(ShipItDelivery),
        questions=many(CustomStatement),
        leads_rollup=many(RollUp) > 0,
        answers=many(Letter),
        messages=len(said),
        with_words=sum(map(bool, said)),
    )


def _membership(team: str, row: Row) -> Membership:
    return Membership(team, row["is_lead"], row["is_asked"] and not row["left_out"])


def as_json(found: KeptData, vault: Vault) -> str:
    """Every row by its table's name, with what it points at, and what is locked opened."""
    told = {
        table.__tablename__: [_told(found, vault, row) for row in rows]
        for table, rows in found.kept.items()
    }
    return json.dumps(told, indent=1, ensure_ascii=False, default=_written) + "\n"


def _told(found: KeptData, vault: Vault, row: Row) -> Row:
    """A row as it is, and beside each number of ours what that means."""
    told = dict(row)
    if "team_id" in row:
        told["team"] = found.name(row["team_id"])
    if round_ := found.rounds.get(row.get("round_id", 0)):
        told |= {"team": found.name(round_.team_id), "kind": round_.kind}
        told |= {"number": round_.number, "day": round_.day, "is_open": round_.is_open}
    if message := found.messages.get(row.get("message_id", 0)):
        told |= {"text": message.text, "blocks": message.blocks}
    if "locked" in row:
        told["kept"] = _opened(vault, told.pop("locked"))
    return told


def _opened(vault: Vault, locked: bytes) -> Any:
    """What was locked; None where Amp has another secret by now."""
    try:
        return json.loads(vault.unlock(locked))
    except WrongSecret:
        return None


def _written(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
