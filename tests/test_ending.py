"""A command that can't do its work ends with a sentence, wherever it is run and whoever listens."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot import __main__ as command
from bot import administering, backup, db, doctor, schema, settings
from bot.__main__ import main
from bot.errors import OperatorError, SettingsError
from tests import process

ENOUGH = {
    "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s", "PORT": "0",
    "SLACK_API_URL": "http://127.0.0.1:9/api/", "AMP_SECRET": "only for tests",
}  # fmt: skip
NOBODY = 65534


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """What root makes is then another user's; who is not root may not look into it anyway."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder that nobody else may look into, in one that everybody may: pytest's own is not."""
    above = Path(tempfile.mkdtemp(prefix="amp-"))
    above.chmod(0o755)
    folder = above / "closed"
    (folder / "inside").mkdir(parents=True)
    folder.chmod(0o700 if os.geteuid() == 0 else 0)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(above)


async def shell(line: str, folder: Path, **more: str) -> tuple[int, str]:
    """Run it by a shell; `amp` is the command."""
    amp = f'"{sys.executable}" -m bot'
    given = {"PATH": os.environ["PATH"], "PYTHONPATH": str(process.ROOT), **ENOUGH, **more}
    import asyncio

    running = await asyncio.create_subprocess_shell(
        line.replace("amp ", f"{amp} "),
        cwd=folder,
        env=given,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await running.communicate()
    return running.returncode or 0, said.decode()


async def examined(read: settings.Settings) -> list[str]:
    return [str(finding) async for finding in doctor.examine(read)]


@pytest.mark.parametrize("line", ["amp doctor", "amp config", "amp manifest", "amp migrate"])
async def test_where_nothing_can_be_printed_that_is_said(line: str, tmp_path: Path) -> None:
    """A full disk, and nobody at all: no traceback, and no failure that looks like success."""
    status, said = await shell(f"{line} > /dev/full", tmp_path)
    assert status == 1
    assert said.splitlines()[-1].startswith("What is printed can't be used: No space left")
    assert "Traceback" not in said
    _, said = await shell(f"{line} >&-", tmp_path)
    assert "Traceback" not in said
    status, said = await shell(f"{line} > /dev/null 2>&-", tmp_path)
    assert status in (0, 1)


async def test_a_terminal_without_our_letters_is_told_all_the_same(tmp_path: Path) -> None:
    """`«` is in no ASCII."""
    ascii = {"PYTHONIOENCODING": "ascii", "SLACK_API_URL": "http://127.0.0.1:9/api/"}
    status, said = await shell("amp doctor", tmp_path, **ascii)
    assert status == 1
    assert "Slack can't be reached" in said
    status, said = await shell("amp manifest", tmp_path, **ascii)
    assert status == 0, said
    _, said = await shell("amp config", tmp_path, **ascii, AMP_CONTENT="f\u00fcr/uns")
    assert "AMP_CONTENT            f\\xfcr/uns" in said


@pytest.mark.parametrize("line", ["amp run", "amp doctor", "amp config", "amp migrate"])
async def test_a_folder_that_is_gone_is_named(line: str, tmp_path: Path) -> None:
    """Somebody has deleted it, or moved it away, under an open shell."""
    status, said = await shell(f"mkdir gone && cd gone && rmdir ../gone && exec {line}", tmp_path)
    assert status == 1
    assert said.startswith("The folder that this runs in is gone.")
    assert len(said.splitlines()) == 1


def test_a_mistake_of_ours_is_one_line_without_its_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kind and place are enough to mend it; its words may be anybody's."""

    def stumbles(given: object) -> int:
        raise ValueError("a password")

    monkeypatch.setattr(command, "_manifest", stumbles)
    monkeypatch.setattr("bot.ending.os.dup2", lambda *_: None)  # pytest's own streams
    assert main(["manifest"]) == 1
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert "a password" not in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [("DATABASE_URL", "sqlite:///{}/inside/amp.db"), ("AMP_CONTENT", "{}/inside/content")],
)
def test_a_folder_that_is_anothers_is_said_to_be(name: str, value: str, closed: Path) -> None:
    """`amp doctor` as the wrong user, for one."""
    with as_somebody_else(), pytest.raises(SettingsError, match="not for this user to look into"):
        settings.read({**ENOUGH, name: value.format(closed)})


@pytest.mark.parametrize("file", ["amp.db", "copy.db"])
async def test_a_backup_that_is_anothers_is_said_to_be(file: str, closed: Path) -> None:
    """By `amp backup` and `amp restore`, and by what reads the database, in a sentence."""
    here = {"DATABASE_URL": f"sqlite:///{closed if file == 'amp.db' else closed.parent}/amp.db"}
    read = settings.read(here, settings.Need.NOTHING)
    (closed.parent / "amp.db").write_text("")
    refused = pytest.raises(OperatorError, match=f"{file} is not for this user to look into")
    with as_somebody_else():
        with refused:
            backup.make(read, closed / "copy.db")
        with refused:
            backup.restore(read, closed / "copy.db", replace=False)
        if file == "amp.db":
            with refused:
                async with administering.opened(read):
                    pass


async def test_the_doctor_goes_on_where_it_may_not_look(closed: Path) -> None:
    """Keys, a home and a file that are another user's are each a finding, or none."""
    given = {
        **ENOUGH, "DATABASE_URL": f"sqlite:///{closed}/amp.db", "HOME": f"{closed}/inside/home",
        "AMP_KEYS": f"{closed}/inside/keys",
    }  # fmt: skip
    read = settings.read(given)
    await examined(read)  # which imports all that somebody else may not be let to
    with as_somebody_else():
        told = await examined(read)
    assert [line for line in told if "key store" in line and line.startswith("PROBLEM")]
    assert [line for line in told if "amp.db can't be made" in line]
    assert "Slack can't be reached" in "".join(told)


async def test_a_file_that_is_anothers_is_said_to_be(closed: Path) -> None:
    """By every command that meets it, with how to run it."""
    if os.geteuid() != 0:
        pytest.skip("only root can give a file to somebody else")
    file = closed.with_name("amp.db")
    database = db.connect(
        settings.read({"DATABASE_URL": f"sqlite:///{file}"}, settings.Need.NOTHING).database
    )
    await schema.migrate(database)
    await database.close()
    read = settings.read({**ENOUGH, "DATABASE_URL": f"sqlite:///{file}"})
    await examined(read)
    with as_somebody_else():
        told = "".join(await examined(read))
    assert "amp.db belongs to another user" in told
    assert "sudo -u '#0' amp doctor" in told
