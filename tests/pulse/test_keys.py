"""The key store: what nothing open needs goes, and nothing else."""

from datetime import timedelta
from pathlib import Path
from unittest import mock

import pytest

from bot.pulse import destroying, tallies
from bot.pulse import keys as key_store
from bot.pulse.keys import FolderStore, RoundKey, half_of
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
