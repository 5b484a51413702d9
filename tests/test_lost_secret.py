"""When the secret is lost for good: what the page has one type, and what goes on afterwards."""

import re
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import LargeBinary, select, text, update

from bot.db import Base
from bot.digest.webhook.models import Webhook
from bot.pulse.models import AnyRound
from bot.rows import insert_new
from bot.teams.models import Person, Team
from bot.tools.private.models import PrivateNote
from bot.vault import BOX, Vault
from tests import process
from tests.house import only
from tests.place import Place, placed, until

PAGE = (process.ROOT / "docs" / "operating.md").read_text()
TYPED = re.findall(r"^DELETE FROM (\w+);$", PAGE, re.MULTILINE)
FERNET = b"gAAAA"  # what each of its tokens begins with: a version and a time
LOCKED = (BOX, FERNET)


async def test_without_its_secret_amp_goes_on_after_what_the_page_has_typed(
    database_url: str, tmp_path: Path
) -> None:
    """Tokens, notes and webhooks are locked for ever; the open round's answers are lost."""
    async with placed(database_url, tmp_path, people=5) as place:
        amp = await place.starts()
        await place.sets_up()
        await place.asks_now()
        await place.everybody_is_asked()
        await _keeps_with_every_lock(place)
        assert await amp.terminate() == 0
        await place.let_everybody_answer()
        async with place.database.begin() as session:
            await session.execute(update(AnyRound).values(closes_at=datetime.now(UTC)))
        assert await _locked(place) == set(TYPED)
        place.environment["AMP_SECRET"] = "another secret, made anew"
        refused = await place.begins("run")
        assert await refused.ends() == 1
        doctor = {"environment": place.environment, "folder": place.folder}
        status, said = await process.run("doctor", **doctor)
        assert status == 1
        assert [table for table in TYPED if table not in said] == []
        await _types(place, TYPED)
        assert await _locked(place) == set()
        await place.starts()
        await until(place.digests, "the digest")
        assert "0 of 5 people answered" in only(await place.digests())
        status, said = await process.run("doctor", **doctor)
        assert status == 0, said
    assert "failed" not in place.words, place.words


async def _keeps_with_every_lock(place: Place) -> None:
    """A token, somebody's note, and a webhook: all that AMP_SECRET opens."""
    vault, at = Vault(place.environment["AMP_SECRET"]), datetime.now(UTC)
    async with place.database.begin() as session:
        person = await session.scalar(select(Person.id).limit(1))
        team = await session.scalar(select(Team.id).limit(1))
        note = {"person_id": person, "tool": "fit", "team_id": None, "kept_at": at}
        await insert_new(session, PrivateNote, [{**note, "locked": vault.lock("{}")}])
        hook = {"team_id": team, "url": "https://hook.example.org/", "is_on": True, "set_at": at}
        await insert_new(session, Webhook, [{**hook, "secret": vault.lock("whsec_1")}])


async def _locked(place: Place) -> set[str]:
    """The tables that hold what a secret locked, of all that Amp has."""
    found = set()
    async with place.database.read() as session:
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, LargeBinary):
                    values = await session.scalars(select(column).where(column.is_not(None)))
                    if any(value.startswith(LOCKED) for value in values):
                        found.add(table.name)
    return found


async def _types(place: Place, tables: list[str]) -> None:
    async with place.database.begin() as session:
        for table in tables:
            await session.execute(text(f"DELETE FROM {table}"))
