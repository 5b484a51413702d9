"""The key store: what nothing open needs goes, and nothing else."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from bot import sqlite as driver
from bot.pulse import destroying, jobs, tallies
from bot.pulse import keys as key_store
from bot.pulse.keys import FolderStore, KeyStore, RoundKey, half_of
from bot.pulse.models import Round
from tests.pulse.conftest import NOW, House


async def test_the_half_of_an_opening_that_failed_is_tidied(house: House) -> None:
    """Once it is certain that nothing was opened; open rounds and other Amps keep theirs."""
    await house.team(5)
    round_ = await house.opens()

    async def fails(_: RoundKey) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await key_store.with_new(house.keys, house.vault, fails, at=NOW)
    await house.keys.put("half-of-another-amp", b"1" * 32)
    assert len(await house.keys.names()) == 3
    for later in (timedelta(minutes=30), timedelta(hours=2)):
        left = 3 if later < key_store.OPENING else 2
        await destroying.tidy(house.database, house.keys, house.vault, at=NOW + later)
        assert len(await house.keys.names()) == left
    assert half_of(round_.key_name) in await house.keys.names()


async def test_only_who_destroys_a_key_says_so(house: House, tmp_path: Path) -> None:
    """A worker with another folder destroys nothing, and does not write that it has."""
    await house.team(5)
    round_ = await house.opens()
    with mock.patch.object(FolderStore, "destroy", _nothing):
        await house.closes(round_)
    await destroying.destroy_spent(house.database, FolderStore(tmp_path / "elsewhere"))
    assert not await _is_destroyed(house, round_)
    await destroying.destroy_spent(house.database, house.keys)
    assert await _is_destroyed(house, round_)
    assert await house.keys.names() == set()


class Late:
    """A key store, as a process sees it that is stopped right before it writes."""

    def __init__(self, store: KeyStore) -> None:
        self._store, self.stopped, self.goes_on = store, asyncio.Event(), asyncio.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def put(self, name: str, key: bytes) -> None:
        self.stopped.set()
        await self.goes_on.wait()
        await self._store.put(name, key)


async def of_two_that_destroy_at_once(house: House, keys: KeyStore) -> None:
    """One of them has looked when the other one does all of it."""
    await house.team(5)
    round_ = await house.opens()
    with mock.patch.object(destroying, "destroy_spent", mock.AsyncMock()):
        await house.closes(round_)
    late: Any = Late(keys)
    other = asyncio.create_task(destroying.destroy_spent(house.database, late))
    await late.stopped.wait()
    await destroying.destroy_spent(house.database, keys)
    late.goes_on.set()
    await other
    assert await _is_destroyed(house, round_)
    assert await keys.names() == set()


async def test_two_that_destroy_a_key_at_once_leave_nothing_behind(house: House) -> None:
    """No key, and no mark that it is gone."""
    await of_two_that_destroy_at_once(house, house.keys)


async def test_what_was_cut_off_leaves_nothing_behind_for_long(house: House) -> None:
    """A mark whose key is noted as destroyed, and half of a half that was never put there."""
    await house.team(5)
    round_ = await house.opens()
    await house.closes(round_)
    mark = key_store.mark_of(round_.key_name)
    for left in (mark, f".{half_of(key_store.new_name(house.vault, NOW))}"):
        await house.keys.put(left, b"gone")
    await destroying.tidy(house.database, house.keys, house.vault, at=NOW + timedelta(minutes=59))
    assert len(await house.keys.names()) == 2
    await destroying.tidy(house.database, house.keys, house.vault, at=NOW + timedelta(hours=2))
    assert await house.keys.names() == set()


async def test_what_a_killed_process_tried_the_store_with_goes_within_hours(house: House) -> None:
    """Also what the version before left, whose names do not say since when."""

    async def dies(_: str) -> bool:
        raise RuntimeError

    with mock.patch.object(house.keys, "destroy", dies), pytest.raises(key_store.KeysUnreachable):
        await key_store.check(house.keys, at=NOW)
    assert len(await house.keys.names()) == 1
    await house.keys.put("check-0123456789abcdef", b"k" * 32)
    for later, left in ((timedelta(minutes=30), 1), (timedelta(hours=2), 0)):
        await destroying.tidy(house.database, house.keys, house.vault, at=NOW + later)
        assert len(await house.keys.names()) == left


async def test_a_mark_stays_until_it_is_noted_what_it_says(house: House) -> None:
    """Whatever its age: whoever destroyed the key died before."""
    await house.team(5)
    round_ = await house.opens()
    dies = mock.patch.object(destroying, "_note_destroyed", side_effect=RuntimeError)
    with dies, pytest.raises(RuntimeError):
        await house.closes(round_)
    known: set[str] = set()
    async with house.database.read() as session:
        known |= await destroying._spent(session)
    later = NOW + timedelta(days=1)
    assert await key_store.tidy(house.keys, house.vault, known, at=later) == 0
    await destroying.tidy(house.database, house.keys, house.vault, at=later)
    assert await _is_destroyed(house, round_)
    assert await house.keys.names() == set()


class Hanging:
    """A key store that does not answer until it is let."""

    def __init__(self, store: KeyStore) -> None:
        self._store, self.asked, self.answers = store, asyncio.Event(), asyncio.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def get(self, name: str) -> bytes | None:
        self.asked.set()
        await self.answers.wait()
        return await self._store.get(name)


@pytest.mark.parametrize("looks", [False, True], ids=["closes", "looks who is missing"])
async def test_a_store_that_hangs_keeps_nobody_from_writing(looks: bool, house: House) -> None:
    """A frozen Redis: what it is asked for is closed later, and meanwhile people go on."""
    await house.team(5)
    round_ = await house.opens()
    for person in range(5):
        await house.answers(round_, person, {round_.items[0]: 3})
    async with house.database.begin() as session:
        (await session.get_one(Round, round_.id)).looks_at = NOW
    hangs = Hanging(house.keys)
    with mock.patch.object(driver, "WAITS", 0.5):
        worker = house.database, hangs, house.vault
        closing = asyncio.create_task(
            jobs._look(*worker, NOW) if looks else tallies.close(*worker, round_.id, at=NOW)
        )
        await hangs.asked.wait()
        await house.answers(round_, 1, {round_.items[0]: 4})
    hangs.answers.set()
    assert await closing or looks
    await house.closes(round_)
    async with house.database.read() as session:
        closed = await session.get_one(Round, round_.id)
        assert (closed.answered, closed.closes_at == NOW) == (5, looks)


async def _nothing(*_: object) -> bool:
    return False


async def _is_destroyed(house: House, round_: Round) -> bool:
    async with house.database.read() as session:
        return (await session.get_one(Round, round_.id)).key_destroyed


async def test_a_lost_half_gives_the_round_up_and_its_digest_can_say_so(house: House) -> None:
    """Nothing can be opened; what was there is deleted."""
    await house.team(5)
    round_ = await house.opens()
    await house.answers(round_, 0, {round_.items[0]: 3})
    await house.keys.destroy(half_of(round_.key_name))
    assert not await tallies.close(house.database, house.keys, house.vault, round_.id, at=NOW)
    await tallies.give_up(house.database, round_.id, at=NOW)
    async with house.database.read() as session:
        kept = await session.get_one(Round, round_.id)
    assert (kept.key_lost, kept.answered, kept.key_destroyed) == (True, 1, False)


async def test_keys_of_the_old_folder_are_moved(tmp_path: Path) -> None:
    """Whole keys of open rounds too; the second time there is nothing to move."""
    before, now = FolderStore(tmp_path / "amp.keys"), FolderStore(tmp_path / "apart")
    await before.put("whole", b"k" * 32)
    for moved in (1, 0):
        assert await key_store.move_in(now, tmp_path / "amp.keys") == moved
    assert await now.get("whole") == b"k" * 32
    assert await before.names() == set()
    assert await key_store.move_in(before, tmp_path / "amp.keys") == 0
