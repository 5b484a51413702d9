"""Closing a round: the ballots become counts, and then nobody can open them any more.

docs/privacy.md, "The life of an answer". One transaction opens every ballot in memory, writes the
counts, and deletes the ballots and its own half of the private key; then the other half goes.
"""

import asyncio
import contextlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import blurring, privacy
from bot.db import Database
from bot.pulse import ballots, calling_off, destroying, overlaps, sealing
from bot.pulse import keys as key_store
from bot.pulse.comments import releasing
from bot.pulse.keys import KeyStore
from bot.pulse.models import (
    AnyRound,
    Ballot,
    Invitation,
    Participation,
    Reminded,
    Round,
    Seal,
    Tally,
)
from bot.teams import absences, roster
from bot.teams.models import Person, Team
from bot.vault import Vault

log = structlog.get_logger()


async def close(
    database: Database, keys: KeyStore, vault: Vault, round_id: int, *, at: datetime
) -> bool:
    """Close a round, if it is still open; False when its key is not to be found from here."""
    await key_store.reach(keys)
    async with database.begin() as session:
        round_ = await _still_open(session, round_id)
        if round_ is None:
            return True
        cast = await read(session, keys, vault, round_)
        if cast is None:
            return False
        counts = count(cast)
        if counts and await overlaps.leads_to_a_few(session, round_, at=at):
            round_.withheld, counts = True, {}
        session.add_all(_rows(round_, await _moved(session, vault, round_, counts)))
        written = await releasing.read(session, keys, vault, round_)
        await _shut(session, round_, answered=len(cast), at=at)
        await releasing.keep(session, keys, vault, round_, written, at=at)
    await destroying.destroy_spent(database, keys)
    return True


async def read(
    session: AsyncSession, keys: KeyStore, vault: Vault, round_: AnyRound
) -> list[ballots.Answers] | None:
    """What was answered by those who have a place in the round, each once; for a worker only.

    None when its key is not to be found from here.
    """
    private = await sealing.private_key(session, keys, round_.key_name)
    if private is None:
        return None
    people = (await overlaps.people_of(session, [round_.id]))[round_.id]
    boxes = await sealing.boxes(session, round_.key_name)
    before = list(await session.scalars(select(Ballot).where(_of(Ballot, round_.id))))
    said = await asyncio.to_thread(_opened, private, boxes, before)
    return [said[who] for who in _tokens(vault, round_, people) if who in said]


def _opened(
    private: bytes, boxes: Sequence[bytes], before: Sequence[Ballot]
) -> dict[bytes, ballots.Answers]:
    """By token; those *before* are ballots as the version before sealed them."""
    from nacl.exceptions import CryptoError

    plain = {}
    for one in before:
        with contextlib.suppress(CryptoError, ValueError):
            plain[one.token] = json.loads(sealing.unsealed(private, one.sealed))
    return {**plain, **sealing.opened(private, boxes)}


def _tokens(vault: Vault, round_: AnyRound, people: Iterable[int]) -> list[bytes]:
    return sorted(ballots.token(vault, round_.id, person_id) for person_id in people)


async def give_up(database: Database, round_id: int, *, at: datetime) -> None:
    """Close a round whose key is gone: how many answered is all that is left of it."""
    async with database.begin() as session:
        round_ = await _still_open(session, round_id)
        if round_ is None:
            return
        # Who answered twice has two boxes, so this is the most that it can have been.
        answered = min(await sealing.how_many(session, round_.key_name), round_.asked)
        round_.key_lost = True
        await _shut(session, round_, answered=answered, at=at)
        await session.execute(delete(Seal).where(Seal.name == round_.key_name))
    log.error("the key of a round is lost; its answers can't be opened", round=round_id)


async def _still_open(session: AsyncSession, round_id: int) -> AnyRound | None:
    """The round, for this transaction alone; None if somebody has closed it."""
    still_open = AnyRound.id == round_id, AnyRound.closed_at.is_(None)
    return await session.scalar(select(AnyRound).where(*still_open).with_for_update())


def count(opened: Iterable[Mapping[str, int]]) -> dict[str, dict[int, int]]:
    """Counts per item and value, as they may be kept: none below the quorum, no unanimity."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for answers in opened:
        for item, value in answers.items():
            counts[item][value] += 1
    return {
        item: privacy.soften_unanimity(values)
        for item, values in sorted(counts.items())
        if values.total() >= privacy.QUORUM
    }


async def _moved(
    session: AsyncSession, vault: Vault, round_: AnyRound, counts: Mapping[str, Mapping[int, int]]
) -> Mapping[str, Mapping[int, int]]:
    """As they are stored: of a pulse's small rounds nothing is left but a moved sum."""
    few = {item: each for item, each in counts.items() if sum(each.values()) <= blurring.UP_TO}
    if not (isinstance(round_, Round) and few):
        return counts
    team = await session.get_one(Team, round_.team_id)
    place, before = (team.workspace_id, team.channel_id), await _spread(session, team)
    moved, round_.spread = blurring.of_round(vault, place, round_.id, few, before)
    return {**counts, **moved}


async def _spread(session: AsyncSession, team: Team) -> float:
    known = Round.team_id == team.id, Round.spread.is_not(None)
    newest = select(Round.spread).where(*known).order_by(Round.number.desc()).limit(1)
    return await session.scalar(newest) or blurring.ORDINARY_SPREAD


async def of_round(session: AsyncSession, round_id: int) -> dict[str, dict[int, int]]:
    """The counts that were kept of a round: item id -> value -> people."""
    counts: dict[str, dict[int, int]] = {}
    for tally in await session.scalars(select(Tally).where(_of(Tally, round_id))):
        counts.setdefault(tally.item_id, {})[tally.value] = tally.n
    return counts


def _rows(round_: AnyRound, counts: Mapping[str, Mapping[int, int]]) -> list[Tally]:
    return [
        Tally(round_id=round_.id, item_id=item, value=value, n=n)
        for item, values in sorted(counts.items())
        for value, n in sorted(values.items())
    ]


async def _shut(session: AsyncSession, round_: AnyRound, *, answered: int, at: datetime) -> None:
    absent = await _absent(session, round_, at)
    round_.closed_at, round_.answered = at, answered
    round_.asked = max(answered, round_.asked - absent)
    await calling_off.everybody(session, round_.id, at=at)
    for table in (Ballot, Participation, Reminded):
        await session.execute(delete(table).where(_of(table, round_.id)))
    await sealing.shut(session, round_.key_name)


async def _absent(session: AsyncSession, round_: AnyRound, at: datetime) -> int:
    """How many of those it was for are away when it closes, with a place in it or without.

    Whomever the team asks by now: the round was for others. Without a place was who was away when
    it opened; others in the channel of whom that is so it was never for. Nobody else's row is read.
    """
    may_be_away, has_place = Person.back_on.is_not(None), Invitation.round_id == round_.id
    team = await session.get_one(Team, round_.team_id)
    members = await roster.read(session, team, may_be_away | Person.wants_no_part)
    invited = {*await ballots.everybody(session, round_.id, may_be_away)}
    others = [p for p in members.here if p not in invited and not p.wants_no_part]
    opted_out = len(members.counted) - len(members.asked)
    places = await session.scalar(select(func.count()).select_from(Invitation).where(has_place))
    without_place = max(0, round_.asked - (places or 0) - opted_out)
    return _away(invited, at) + min(_away(others, at), without_place)


def _away(people: Iterable[Person], at: datetime) -> int:
    return sum(absences.is_away(person, at) for person in people)


def _of(table: Any, round_id: int) -> ColumnElement[bool]:
    belongs: ColumnElement[bool] = table.round_id == round_id
    return belongs
