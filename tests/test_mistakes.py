"""What goes wrong when somebody sets Amp up: a sentence in time, what to do, and nothing lost."""

import json
import os
import socket
from pathlib import Path
from typing import Any

import pytest

from bot import preparing, running, settings
from tests import ports, process
from tests.house import only
from tests.place import Place, placed, until


async def _amp(place: Place, *command: str, **more: str) -> tuple[int, str]:
    given = {**place.environment, **more}
    return await process.run(*command, environment=given, folder=place.folder)


async def test_a_home_without_folders_is_no_trouble(sqlite_url: str, tmp_path: Path) -> None:
    """On a new machine nobody has a `.local/state` yet; the first round makes it."""
    home = tmp_path / "home"
    home.mkdir()
    async with placed(sqlite_url, tmp_path, people=1) as place:
        _, said = await _amp(place, "doctor", AMP_KEYS="", HOME=str(home), XDG_STATE_HOME="")
        assert "AMP_KEYS is set, and empty" in said
        del place.environment["AMP_KEYS"]
        status, said = await _amp(place, "doctor", HOME=str(home), XDG_STATE_HOME="")
    assert "The first round makes it." in said
    assert (status, os.listdir(home)) == (0, []), said


async def test_a_lost_secret_is_not_replaced_by_another(sqlite_url: str, tmp_path: Path) -> None:
    """Put back, it goes on; a new one beside the old database would hide that it is missing."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        del place.environment["AMP_SECRET"]
        await (await place.starts()).terminate()
        secret, elsewhere = tmp_path / "amp.secret", tmp_path / "elsewhere"
        secret.rename(elsewhere)
        for _ in range(2):
            amp = await place.begins("run")
            assert await amp.ends() == 1
            told = f"There is no {secret}, with the secret that the database was written with."
            assert only(amp.lines).startswith(told)
            assert not secret.exists()
        amp = await place.begins("run", AMP_SECRET="another one, long enough")
        assert await amp.ends() == 1
        assert only(amp.lines).startswith("AMP_SECRET is not the secret")
        elsewhere.rename(secret)
        assert await (await place.starts()).terminate() == 0


async def test_a_secret_that_is_put_back_while_a_start_fails_stays(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever starts Amp again and again, and somebody moves the only copy there."""
    async with placed(sqlite_url, tmp_path, people=1) as place:
        del place.environment["AMP_SECRET"]
        await (await place.starts()).terminate()
        secret, elsewhere = tmp_path / "amp.secret", tmp_path / "elsewhere"
        kept = secret.read_text()
        secret.rename(elsewhere)

        async def put_back(*_args: Any, **_named: Any) -> None:
            elsewhere.rename(secret)

        monkeypatch.setattr(preparing, "_try_writing", put_back)
        with pytest.raises(preparing.NotReady):
            async with running.running(settings.read(place.environment)):
                pass
        assert secret.read_text() == kept
        assert await (await place.starts()).terminate() == 0


async def test_an_address_of_six_parts_is_written_as_one(sqlite_url: str, tmp_path: Path) -> None:
    """`HOST=::1` is reached in brackets."""
    if not _has_ipv6():
        pytest.skip("this machine has no IPv6")
    async with placed(sqlite_url, tmp_path, people=1) as place:
        amp = await place.starts(HOST="::1")
        address = await amp.ready()
        assert address.startswith("http://[::1]:")
        port = address.rpartition(":")[2]
        assert (await _bundle(place, HOST="::1", PORT=port))["processes"]["web"]["ready"] == "200"


async def test_a_bundle_is_made_beside_what_runs_and_says_what_that_is(
    database_url: str, tmp_path: Path
) -> None:
    """Web and worker go on meanwhile, and their rounds with them."""
    async with placed(database_url, tmp_path, people=6) as place:
        health = {"WORKER_PORT": str(ports.free())}
        web = await place.starts("web")
        health["PORT"] = (await web.ready()).rpartition(":")[2]
        await place.starts("worker", **health)
        await place.sets_up()
        await place.asks_now()
        made = [await _bundle(place, f"{n}.json", **health) for n in range(2)]
        await place.everybody_is_asked()
        assert all([await place.answers(n, 4) for n in range(6)])
        await place.closes_now()
        await until(place.digests, "the digest")
        made.append(await _bundle(place, "last.json", **health))
        assert all(one.popen.returncode is None for one in place.processes)
        assert "Traceback" not in place.words
    for one in made:
        assert {kind["ready"] for kind in one["processes"].values()} == {"200"}
        assert any("open rounds" in line for line in one["processes"]["worker"]["figures"])
        assert [alive["works"] for alive in one["database"]["processes"]].count(True) == 1
    assert [one["closed"] for one in made[-1]["database"]["rounds"]] == [True]


async def _bundle(place: Place, name: str = "bundle.json", **more: str) -> dict[str, Any]:
    status, said = await _amp(place, "support", name, **more)
    assert status == 0, said
    made: dict[str, Any] = json.loads((place.folder / name).read_text())
    return made


def _has_ipv6() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False
