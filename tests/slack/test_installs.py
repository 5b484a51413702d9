"""Installations: locked tokens, several workspaces, organisations, rotation, leaving."""

import asyncio
import base64
import time
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import select, text, update
from structlog.testing import capture_logs

from bot import clock, manifest
from bot.db import Database
from bot.slack import installs
from bot.slack.installs import RENEW, Installed, Installs
from bot.slack.models import Installation, OrgWorkspace
from bot.vault import BOX, Vault, WrongSecret
from tests.house import scene, surely
from tests.slack.conftest import COMPANY, ON_BOTH, TWO, Json, PostOffice

ORGANISATION: Json = {
    "enterprise": {"name": "Mountain Group", "id": "E111"},
    "workspaces": TWO["workspaces"],
    "apps": [{**COMPANY["apps"][0], "install": ["org"]}],
}


def installed(id_: str, **changes: object) -> Installed:
    given: dict[str, object] = {
        "name": "Somewhere",
        "enterprise_id": None,
        "bot_user_id": "UBOT",
        "bot_id": "BBOT",
        "scopes": frozenset({"commands"}),
        "bot_token": f"xoxb-of-{id_}",
        "refresh_token": f"xoxe-of-{id_}",
    }
    return Installed(id=id_, **{**given, **changes})  # type: ignore[arg-type]


@pytest.fixture
def found(database: Database, vault: Vault) -> Installs:
    return Installs(database, vault)


# At rest


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("amp.db*"))


async def test_no_token_stands_in_the_file(
    found: Installs, database: Database, tmp_path: Path
) -> None:
    """Whoever copies the database has no token: neither in clear letters nor merely encoded."""
    await found.keep(installed("T1"), at=clock.now())
    async with database.outside_transactions() as connection:
        await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    raw = bytes_of(tmp_path)
    assert b"Somewhere" in raw, "we do look at the right bytes"
    for token in (b"xoxb-of-T1", b"xoxe-of-T1"):
        assert token not in raw
        assert base64.b64encode(token)[:-4] not in raw
        assert token.hex().encode() not in raw


async def test_tokens_are_never_shown_by_accident(found: Installs) -> None:
    """Nor in a log line, nor in a traceback."""
    assert "xoxb" not in repr(installed("T1"))
    assert "xoxe" not in repr(installed("T1"))


async def test_another_secret_is_a_sentence(found: Installs, database: Database) -> None:
    """Whoever has changed AMP_SECRET learns that this is what is wrong."""
    await found.keep(installed("T1"), at=clock.now())
    other = Installs(database, Vault("another"))
    with pytest.raises(WrongSecret):
        await other.find("T1")
    with pytest.raises(WrongSecret):
        await other.all()


async def test_a_person_hears_of_a_wrong_secret_too(sqlite_url: str, tmp_path: Path) -> None:
    """A command is answered with the sentence, and the operator's log names it."""
    async with scene(sqlite_url, tmp_path) as house:
        values = {"bot_token": Vault("another").lock("xoxb-x")}
        async with house.amp.database.begin() as session:
            await session.execute(update(Installation).values(**values))
        house.amp.installs._remembered = {}
        with capture_logs() as logs:
            assert await house.person("ana").types("/amp help")
        [message] = await house.person("ana").reads("#general")
        assert "AMP_SECRET is not the one" in message.text
        assert [line["error"] for line in logs] == ["WrongSecret"]


def test_a_locked_text_differs_every_time_and_opens_to_the_same() -> None:
    """Equal tokens can't be told to be equal."""
    vault = Vault("secret")
    assert vault.lock("x") != vault.lock("x")
    assert {vault.unlock(vault.lock("x")) for _ in range(3)} == {"x"}


def version_0_1(secret: str) -> Fernet:
    """The lock of the version before, as that one makes it."""
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"tokens at rest")
    return Fernet(base64.urlsafe_b64encode(derive.derive(secret.encode())))


def test_what_the_version_before_has_locked_is_opened() -> None:
    """Tokens, notes and webhooks are not written anew by an upgrade."""
    locked = version_0_1("secret").encrypt("xoxb-ü".encode())
    assert Vault("secret").unlock(locked) == "xoxb-ü"
    with pytest.raises(WrongSecret):
        Vault("another").unlock(locked)


@pytest.mark.parametrize("length", [0, len(BOX), 20, 59])
def test_what_is_cut_off_is_a_sentence(length: int) -> None:
    """It was written with another secret, or by nobody."""
    locked = Vault("secret").lock("xoxb-of-somebody")
    with pytest.raises(WrongSecret):
        Vault("secret").unlock(locked[:length])


async def test_whoever_may_run_beside_the_version_before_locks_as_that_one_can_open(
    database_url: str, tmp_path: Path
) -> None:
    """On PostgreSQL, where processes are replaced one by one; on SQLite the lock is the new one."""
    async with scene(database_url, tmp_path) as house:
        async with house.amp.database.read() as session:
            [token] = await session.scalars(select(Installation.bot_token))
        assert house.amp.vault.unlock(token).startswith("xoxb-")
        if house.amp.settings.on_sqlite:
            assert token.startswith(BOX)
        else:
            secret = house.amp.settings.amp_secret()
            assert version_0_1(secret).decrypt(token).startswith(b"xoxb-")


def test_every_purpose_has_a_key_of_its_own() -> None:
    """A token of one kind says nothing about one of another, and the secret decides them all."""
    one, other = Vault("secret"), Vault("other")
    tokens = {
        one.token("seen", 1),
        one.token("seen", 2),
        one.token("ballot", 1),
        other.token("seen", 1),
        one.token("seen", 1, 1),
    }
    assert len(tokens) == 5
    assert one.token("seen", 1) == Vault("secret").token("seen", 1)
    assert len(one.token("seen", 1)) == 32


# Who speaks for whom


async def test_a_commands_other_name_stays_known(found: Installs) -> None:
    """A restart, or a renewed token, does not forget it."""
    await found.keep(installed("T1"), at=clock.now())
    first = await found.find("T1")
    assert first is not None
    await found.learn_command(first, "/pulse")
    await found.keep(installed("T1", bot_token="xoxb-2"), at=clock.now())
    again = await found.find("T1")
    assert again is not None
    assert (again.command, again.bot_id, again.bot_token) == ("/pulse", "BBOT", "xoxb-2")


@ON_BOTH
async def test_each_workspace_has_a_token_of_its_own(found: Installs) -> None:
    """And one that we do not know has none."""
    for id_ in ("T1", "T2"):
        await found.keep(installed(id_), at=clock.now())
    tokens = [await found.find(id_) for id_ in ("T1", "T2", "T3")]
    assert [one and one.bot_token for one in tokens] == ["xoxb-of-T1", "xoxb-of-T2", None]
    assert {one.id for one in await found.all()} == {"T1", "T2"}


async def test_installing_again_counts_at_once(found: Installs) -> None:
    """The short memory does not outlive a change."""
    assert await found.find("T1") is None
    await found.keep(installed("T1"), at=clock.now())
    first = await found.find("T1")
    await found.keep(installed("T1", bot_token="xoxb-new"), at=clock.now())
    second = await found.find("T1")
    assert first is not None
    assert second is not None
    assert (first.bot_token, second.bot_token) == ("xoxb-of-T1", "xoxb-new")


async def test_authorizing_asks_the_database_twice_a_minute_and_slack_never(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every request would pay for it; what another process changed is noticed soon enough."""
    calls = len(office.slack.calls())
    assert await office.installs.find("T111", None)
    async with office.database.begin() as session:
        await session.execute(update(Installation).values(revoked_at=clock.now()))
    assert await office.installs.find("T111", None)

    later = time.monotonic() + installs.MEMORY + 1
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert await office.installs.find("T111", None) is None
    assert len(office.slack.calls()) == calls


async def test_an_organisation_speaks_for_its_workspaces(found: Installs) -> None:
    """A workspace's own installation comes first."""
    await found.keep(installed("E1", enterprise_id="E1"), at=clock.now())
    await found.keep(installed("T1", enterprise_id="E1"), at=clock.now())
    own, other = await found.find("T1", "E1"), await found.find("T2", "E1")
    assert own is not None
    assert other is not None
    assert (own.id, other.id) == ("T1", "E1")
    assert await found.find("T3", "E2") is None


async def test_the_worker_knows_whose_a_workspace_is(found: Installs, database: Database) -> None:
    """Requests say it, and it is written down for those that only know the workspace."""
    await found.keep(installed("E1", enterprise_id="E1"), at=clock.now())
    assert await Installs(database, Vault("a secret for tests")).find("T1") is None
    await found.find("T1", "E1")
    worker = await Installs(database, Vault("a secret for tests")).find("T1")
    assert worker is not None
    assert worker.id == "E1"


async def test_a_workspace_may_change_its_organisation(found: Installs, database: Database) -> None:
    """The last request is right."""
    for id_ in ("E1", "E2"):
        await found.keep(installed(id_, enterprise_id=id_), at=clock.now())
        await found.find("T1", id_)
    async with database.read() as session:
        assert await session.scalar(select(OrgWorkspace.enterprise_id)) == "E2"


@pytest.mark.parametrize("company", [ORGANISATION])
async def test_people_of_an_organisations_workspaces_are_written_to(
    office: PostOffice, company: Json
) -> None:
    """One token, every workspace."""
    for workspace_id in ("T111", "T222"):
        await office.installs.find(workspace_id, "E111")
    await office.writes("to ana", "ana")
    await office.writes("to kim", "kim", ws="T222")
    await office.dispatcher.deliver_due()
    assert await office.state("to ana") == await office.state("to kim") == ("sent", None)


async def test_a_person_in_an_organisation_is_answered(sqlite_url: str, tmp_path: Path) -> None:
    """A command and a click, with a team that is null."""
    async with scene(sqlite_url, tmp_path, company=ORGANISATION) as house:
        ana = house.person("ana")
        assert await ana.types("/amp steps", "#team")
        label = next(b for b in (await ana.reads("#team"))[-1].buttons if b.startswith("Next: "))
        assert await ana.presses(label, where="#team")


def _workspace(name: str) -> Json:
    """A workspace of five, with people of its own."""
    people = [f"{name}-{number}" for number in range(5)]
    return {
        "name": name.title(), "domain": name, "id": f"T{name.upper()}",
        "people": [{"name": one} for one in people],
        "channels": [{"name": "team", "members": people, "bots": ["amp"]}],
    }  # fmt: skip


async def test_an_organisation_of_three_workspaces_has_a_round_in_each(
    sqlite_url: str, tmp_path: Path
) -> None:
    """One installation: set up, asked, answered and told, and nobody hears of another's."""
    names = ("alp", "hut", "pass")
    org = ORGANISATION | {"workspaces": [_workspace(name) for name in names]}
    async with scene(sqlite_url, tmp_path, company=org) as house:
        for name in names:
            await house.sets_up(f"{name}-0", "#team")
            await surely(house.person(f"{name}-0"), "/amp pulse now", "#team")
        await house.run()
        for name in names:
            for number in range(5):
                await house.answers(f"{name}-{number}", rest=4)
            await surely(house.person(f"{name}-0"), "/amp pulse close", "#team")
        await house.run(times=4)
        for name in names:
            read = await house.person(f"{name}-0").reads("#team")
            digests = [message.text for message in read if message.text.startswith("Pulse ")]
            assert len(digests) == 1
            assert "5 of 5" in digests[0]
        assert await house.rows(Installation) == 1


# Leaving


async def test_leaving_switches_a_workspace_off_at_once(sqlite_url: str, tmp_path: Path) -> None:
    """app_uninstalled and tokens_revoked both come, in any order; the other workspace stays."""
    with capture_logs() as logs:
        await _leaves(sqlite_url, tmp_path)
    assert [line["workspace"] for line in logs if line["event"] == "uninstalled"] == ["T111"]


async def _leaves(sqlite_url: str, tmp_path: Path) -> None:
    async with scene(sqlite_url, tmp_path, company=TWO) as house:
        second = house.slack.world.first_app.installations[1]
        found = await installs.identify(house.amp.clients.reader(), second.token.value)
        await house.amp.installs.keep(found, at=clock.now())
        await house.slack.driver.post("uninstall", ws="T111")
        await house.slack.settled()

        assert await house.amp.installs.find("T111") is None
        assert await house.amp.installs.find("T222") is not None
        async with house.amp.database.read() as session:
            row = await session.get_one(Installation, "T111")
            assert row.revoked_at is not None


async def test_a_token_that_is_taken_back_switches_a_workspace_off(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Also where nobody has removed the app: only tokens_revoked comes then."""
    async with scene(sqlite_url, tmp_path, company=COMPANY) as house:
        token = house.slack.world.first_app.installations[0].token
        await house.slack.driver.post("revoke", token=token.value)
        await house.slack.settled()
        assert await house.amp.installs.find("T111") is None


async def test_news_of_a_workspace_that_amp_has_left_already_is_no_error(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Both kinds of it come, and `amp disable` may have been before either."""
    async with scene(sqlite_url, tmp_path, company=COMPANY) as house:
        ours = await house.amp.installs.find("T111")
        assert ours is not None
        assert await house.amp.installs.revoke(ours, at=clock.now())
        with capture_logs() as logs:
            await house.slack.driver.post("uninstall", ws="T111")
            await house.slack.settled()
    assert logs == []


async def test_news_of_another_token_switches_nothing_off(sqlite_url: str, tmp_path: Path) -> None:
    """Slack may tell it an hour late, when Amp has been installed again."""
    async with scene(sqlite_url, tmp_path, company=COMPANY) as house:
        old = house.slack.world.first_app.installations[0].token
        answer = await house.slack.driver.post("install", ws="T111")
        renewed = await installs.identify(house.amp.clients.reader(), answer["bot_token"])
        await house.amp.installs.keep(renewed, at=clock.now())
        await house.slack.driver.post("revoke", token=old.value)
        await house.slack.settled()
        assert await house.amp.installs.find("T111") is not None


async def test_an_organisation_that_leaves_is_switched_off(sqlite_url: str, tmp_path: Path) -> None:
    """The event names a workspace, the installation is the organisation's."""
    async with scene(sqlite_url, tmp_path, company=ORGANISATION) as house:
        await house.slack.driver.post("uninstall", ws="T111")
        await house.slack.settled()
        assert await house.amp.installs.find("T222", "E111") is None


async def test_only_the_token_that_was_refused_is_given_up(found: Installs) -> None:
    """What somebody has installed meanwhile is left alone, and nothing is revoked twice."""
    await found.keep(installed("T1"), at=clock.now())
    old = installed("T1", bot_token="xoxb-old")
    assert not await found.revoke(old, at=clock.now())
    assert not await found.revoke(installed("T9"), at=clock.now())
    assert await found.revoke(installed("T1"), at=clock.now())
    assert not await found.revoke(installed("T1"), at=clock.now())


async def test_when_slack_cannot_be_asked_nobody_is_gone(office: PostOffice) -> None:
    """A broken line is no goodbye."""
    client = office.clients.sender(office.slack.app.bot_token)
    await office.slack.driver.fault("lost_answer", method="auth.test")
    assert not await installs.is_gone(client)
    assert not await installs.is_gone(client)
    await office.slack.driver.post("revoke", token=office.slack.app.bot_token)
    assert await installs.is_gone(client)


# Rotation


@pytest.fixture
def rotating(monkeypatch: pytest.MonkeyPatch) -> None:
    """An app whose tokens run out."""
    made = manifest.manifest()
    made["settings"]["token_rotation_enabled"] = True
    monkeypatch.setattr("bot.manifest.manifest", lambda *_: made)


async def rotates(office: PostOffice) -> Installed:
    """The installation as Slack's answer to the OAuth code describes it."""
    token = office.slack.world.first_app.installations[0].token
    kept = await office.installs.find("T111")
    assert kept is not None
    described = Installed(
        **{
            **{name: getattr(kept, name) for name in ("id", "name", "enterprise_id", "scopes")},
            "bot_user_id": kept.bot_user_id,
            "bot_id": kept.bot_id,
            "bot_token": token.value,
            "refresh_token": token.refresh_token,
            "expires_at": token.expires_at,
        }
    )
    await office.installs.keep(described, at=clock.now())
    return described


async def renew(office: PostOffice, **changes: str) -> None:
    app = office.slack.app
    secrets = {"client_id": app.client_id, "client_secret": app.client_secret, **changes}
    await installs.renew(office.installs, office.clients.sender(), **secrets)


async def moved(office: PostOffice, by: timedelta) -> None:
    await office.slack.driver.move_clock(to=(clock.now() + by).isoformat())


@pytest.mark.usefixtures("rotating")
async def test_a_token_is_renewed_before_it_runs_out(office: PostOffice) -> None:
    """Two hours ahead, and no sooner."""
    old = await rotates(office)
    assert old.expires_at is not None
    await renew(office)
    assert not office.slack.calls("oauth.v2.access")

    await moved(office, old.expires_at - RENEW - clock.now() + timedelta(minutes=1))
    await renew(office)
    new = await office.installs.find("T111")
    assert new is not None
    assert new.bot_token != old.bot_token
    assert new.refresh_token != old.refresh_token
    assert new.expires_at is not None
    assert new.expires_at > old.expires_at
    assert not await installs.is_gone(office.clients.sender(new.bot_token))


@pytest.mark.usefixtures("rotating")
@ON_BOTH
async def test_two_workers_renew_a_token_once(office: PostOffice) -> None:
    """A refresh token is good for one use: the second would be refused."""
    old = await rotates(office)
    assert old.expires_at is not None
    await moved(office, timedelta(hours=11))
    await asyncio.gather(renew(office), renew(office), renew(office))
    assert len(office.slack.calls("oauth.v2.access")) == 1
    assert await office.installs.find("T111") is not None


@pytest.mark.usefixtures("rotating")
async def test_a_token_that_is_not_renewed_lives_until_it_runs_out(office: PostOffice) -> None:
    """A refusal may be somebody's wrong setting; only the end is the end."""
    old = await rotates(office)
    assert old.expires_at is not None
    await moved(office, timedelta(hours=11))
    with capture_logs() as logs:
        await renew(office, client_secret="wrong")
    assert [line["slack"] for line in logs] == ["bad_client_secret"]
    assert [line["workspace"] for line in logs] == ["T111"]
    assert await office.installs.find("T111") is not None

    await moved(office, timedelta(hours=2))
    with capture_logs() as logs:
        await renew(office, client_secret="wrong")
    assert await office.installs.find("T111") is None
    ran_out = "a token ran out: nothing is sent until a new install"
    assert [line["event"] for line in logs] == ["a token was not renewed", ran_out]
    assert {line["workspace"] for line in logs} == {"T111"}


@pytest.mark.usefixtures("rotating")
async def test_a_broken_line_while_renewing_is_tried_again(office: PostOffice) -> None:
    """Even after the token ran out."""
    await rotates(office)
    await moved(office, timedelta(hours=13))
    await office.slack.driver.fault("lost_request", method="oauth.v2.access")
    with capture_logs() as logs:
        await renew(office)
    assert await office.installs.find("T111") is not None
    [line] = logs
    assert (line["event"], line["workspace"]) == ("a token was not renewed", "T111")
    await renew(office)
    assert len(office.slack.calls("oauth.v2.access")) == 2
    new = await office.installs.find("T111")
    assert new is not None
    assert new.expires_at is not None
    assert new.expires_at > clock.now()


async def test_a_lease_on_renewing_is_given_back_when_the_renewal_fails(found: Installs) -> None:
    """The next worker may try at once."""
    await found.keep(installed("T1"), at=clock.now())
    with pytest.raises(RuntimeError):
        async with found.alone_with("T1", at=clock.now()):
            raise RuntimeError
    async with found.alone_with("T1", at=clock.now()) as one:
        assert one is not None
