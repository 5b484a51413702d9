"""`amp support FILE`: how an installation is, for whoever helps, without a name or an answer.

What is not known to be harmless is left out: settings are shown where their type can hold no name,
ids and names only as marks that mean the same within one bundle and nothing outside it.
"""

import hashlib
import json
import platform
import re
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from msgspec.structs import FieldInfo, fields
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot import backup, db, doctor, environment, heartbeat, manifest, metrics, outages, schema
from bot.db import Base, Database
from bot.owner import is_there
from bot.pulse.models import AnyRound
from bot.settings import Settings
from bot.slack.models import Delivery, Installation, Lease
from bot.teams.models import Team
from bot.variables import SHORT

LIBRARIES = (
    "slack-bolt", "slack-sdk", "aiohttp", "sqlalchemy", "alembic", "asyncpg", "aiosqlite", "redis",
)  # fmt: skip
# How many rows these have would tell how many have answered, voted or written by now.
UNCOUNTED = {
    "ballot", "box", "comment_box", "participation", "reminded", "seen", "tally",
}  # fmt: skip
FIGURES = ("amp_jobs_total", "amp_job_last_run", "amp_messages_total", "amp_requests_failed_total")
HARMLESS = {"localhost", "127.0.0.1", "amp", "amp.db", "api", "slack.com"}
TIMEOUT = aiohttp.ClientTimeout(total=3)

HOLDS = """\
{file} holds versions, settings without secrets, addresses and paths, what the doctor finds, how
many rows there are, how rounds and messages stand, and when jobs ran. It holds no name, no id, no
token and nothing that anybody wrote or answered. Read it before you pass it on: it is JSON."""


class Aliases:
    """Something in the place of ids and names: the same for the same, in this bundle only."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)
        self._words: set[str] = set()

    def of(self, value: object) -> str:
        return "#" + hashlib.blake2b(str(value).encode(), key=self._key, digest_size=4).hexdigest()

    def learn(self, words: Iterable[str | None]) -> None:
        """What no sentence may contain."""
        self._words |= {word for word in words if word and word not in HARMLESS}

    def masked(self, sentence: str) -> str:
        """A sentence of the doctor's, or of a server's, without what it is about."""
        for word in sorted(self._words, key=len, reverse=True):
            whole = rf"(?<!\w){re.escape(word)}(?!\w)"
            sentence = re.sub(whole, self.of(word), sentence)
        sentence = re.sub(r"«([^»]*)»", lambda found: f"«{self.of(found[1])}»", sentence)
        sentence = re.sub(r'"[^"]*"', '"…"', sentence)
        sentence = re.sub(r"\b[a-z]+://\S+", "…", sentence)
        sentence = re.sub(r"(?<![\w.])~?/[^\s:,)]+", "/…", sentence)
        return re.sub(r"\b[A-Z][A-Z0-9]{7,}\b(?<!_)", self._masked_id, sentence)

    def _masked_id(self, found: re.Match[str]) -> str:
        return self.of(found[0]) if any(c.isdigit() for c in found[0]) else found[0]


async def run(settings: Settings, environ: Mapping[str, str], file: Path, *, at: datetime) -> str:
    """Write the bundle to *file*, which must not be there yet; raises NoBackup."""
    made = await bundle(settings, environ, at=at)
    with backup.complete(file) as unfinished:
        unfinished.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n")
    return HOLDS.format(file=file)


async def bundle(settings: Settings, environ: Mapping[str, str], *, at: datetime) -> dict[str, Any]:
    """Everything that helps to see what is wrong, for json."""
    marks = Aliases()
    marks.learn(_places(settings))
    database = db.connect(settings.database, pool=1)
    try:
        kept = await _kept(settings, database, marks, at)  # first: it learns the names
    finally:
        await database.close()
    return {
        "made_at": f"{at:%Y-%m-%d %H:%M} UTC",
        "versions": _versions(),
        "settings": _settings(environ),
        "doctor": [
            {"state": finding.state, "what": marks.masked(finding.what)}
            async for finding in doctor.examine(settings)
        ],
        "processes": await _processes(settings),
        "database": kept,
    }


def _places(settings: Settings) -> Iterable[str | None]:
    """Hosts, users, files and databases that settings name."""
    for address in (settings.database_url, settings.keys, settings.slack_api_url):
        parts = urlsplit(address)
        if parts.scheme:
            yield from (parts.hostname, parts.username, parts.path.strip("/"))
    yield from (str(settings.sqlite_file or ""), settings.client_id)
    yield str(settings.own_content or "")
    if "://" not in settings.keys:
        yield settings.keys


def _versions() -> dict[str, str]:
    found = {"amp": metrics.release(), "python": platform.python_version()}
    found["system"] = f"{platform.system()} {platform.release()} {platform.machine()}"
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "missing"
    return found


def _settings(environ: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Each setting: whether it is set and where, and its value where that can name nobody."""
    found = environment.read(environ, Path())
    return {
        field.encode_name: {
            "value": _shown(field, found.values.get(field.encode_name)),
            "from": _source(found.sources.get(field.encode_name, "default")),
        }
        for field in fields(Settings)
    }


def _source(told: str) -> str:
    return told if told in ("the environment", ".env", "default") else "a file"


def _shown(field: FieldInfo, given: str | None) -> str:
    if given is None:
        return "-" if field.default is None else str(field.default)
    if field.type in SHORT:
        return given
    scheme, colon, _ = given.partition("://")
    if colon and field.type is str:
        options = re.findall(r"[?&](\w+)=", given)
        return f"{scheme}://…" + (f" with {', '.join(options)}" if options else "")
    return "(set, not shown)"


async def _processes(settings: Settings) -> dict[str, Any]:
    """What the processes of this machine say of themselves, where they listen here."""
    told = {}
    for name, port in (("web", settings.port), ("worker", settings.worker_port)):
        told[name] = await _process(settings, port) if port else "its port is not known"
    return told


async def _process(settings: Settings, port: int) -> Any:
    token = settings.metrics_token
    headers = {"Authorization": f"Bearer {token.reveal()}"} if token else {}
    here = settings.address(port)
    try:
        async with aiohttp.ClientSession(timeout=TIMEOUT, headers=headers) as session:
            async with session.get(f"{here}/readyz") as answer:
                ready = f"{answer.status}"
            async with session.get(f"{here}/metrics") as answer:
                lines = (await answer.text()).splitlines()
    except (aiohttp.ClientError, OSError, TimeoutError):
        return "nobody answers here"
    return {"ready": ready, "figures": [line for line in lines if line.startswith(FIGURES)]}


async def _kept(
    settings: Settings, database: Database, marks: Aliases, at: datetime
) -> dict[str, Any]:
    """What the tables tell of work; where they can't be read, why."""
    if settings.sqlite_file is not None and not is_there(settings.sqlite_file):
        return {"trouble": "there is no file yet"}
    try:
        found = await schema.read(database)
        tables = {"kind": database.engine.dialect.name, "at": found.current, "new": found.newest}
        if not found.is_current:
            return tables
        async with database.read() as session:
            return tables | await _told(session, marks, at)
    except Exception as error:
        return {"trouble": marks.masked(outages.said(error))}


async def _told(session: AsyncSession, marks: Aliases, at: datetime) -> dict[str, Any]:
    installed = list(await session.scalars(select(Installation)))
    teams = list(await session.scalars(select(Team)))
    marks.learn(team.name for team in teams)
    for one in installed:
        marks.learn((one.id, one.name))
    return {
        "server": await _server(session),
        "rows": await _rows(session),
        "workspaces": [_workspace(one, teams, marks) for one in installed],
        "teams": [_team(one, marks) for one in teams if one.ended_at is None],
        "rounds": await _rounds(session, marks),
        "messages": await _messages(session),
        "processes": await _alive(session),
        "leases": await _leases(session, marks, at),
    }


async def _server(session: AsyncSession) -> str:
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    asked = "sqlite_version()" if on_sqlite else "current_setting('server_version')"
    return str(await session.scalar(select(text(asked))))


async def _rows(session: AsyncSession) -> dict[str, int]:
    counted = [table for table in Base.metadata.sorted_tables if table.name not in UNCOUNTED]
    number = select(func.count())
    return {t.name: await session.scalar(number.select_from(t)) or 0 for t in counted}


def _workspace(one: Installation, teams: Iterable[Team], marks: Aliases) -> Mapping[str, Any]:
    return {
        "workspace": marks.of(one.id),
        "organisation": one.id.startswith("E"),
        "state": "removed" if one.revoked_at else "ok",
        "installed": _minute(one.installed_at),
        "token_until": _minute(one.expires_at),
        "scopes_missing": manifest.missing(one.scopes.split(",")),
        "teams": sum(team.workspace_id == one.id for team in teams if team.ended_at is None),
    }


def _team(team: Team, marks: Aliases) -> Mapping[str, Any]:
    return {
        "team": marks.of(f"team {team.id}"),
        "workspace": marks.of(team.workspace_id),
        "next": _minute(team.next_opens_at),
        "out_of_reach": team.unreachable_why,
    }


async def _rounds(session: AsyncSession, marks: Aliases) -> list[Mapping[str, Any]]:
    """The newest fifty; how many have answered is not among it."""
    newest = select(AnyRound).order_by(AnyRound.opened_at.desc()).limit(50)
    return [
        {
            "team": marks.of(f"team {one.team_id}"),
            "kind": one.kind,
            "opened": _minute(one.opened_at),
            "closes": _minute(one.closes_at),
            "closed": one.closed_at is not None,
            "key_lost": one.key_lost,
        }
        for one in await session.scalars(newest)
    ]


async def _messages(session: AsyncSession) -> list[Mapping[str, Any]]:
    """How many stand how, and why; when the first of them was due."""
    found = await session.execute(
        select(Delivery.state, Delivery.failure, func.count(), func.min(Delivery.due_at))
        .group_by(Delivery.state, Delivery.failure)
        .order_by(Delivery.state, Delivery.failure)
    )
    return [
        {"state": state, "why": why, "number": number, "first_due": _minute(first)}
        for state, why, number, first in found
    ]


async def _alive(session: AsyncSession) -> list[Mapping[str, Any]]:
    beats = await session.scalars(select(heartbeat.Heartbeat))
    now = heartbeat.now()
    return [
        {"works": one.works, "seconds_ago": int((now - one.beat_at).total_seconds())}
        for one in beats
    ]


async def _leases(session: AsyncSession, marks: Aliases, at: datetime) -> list[Mapping[str, Any]]:
    held = await session.scalars(select(Lease).where(Lease.held_until > at))
    return [{"what": marks.of(one.name), "by": marks.of(one.held_by)} for one in held]


def _minute(moment: datetime | None) -> str | None:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else None
