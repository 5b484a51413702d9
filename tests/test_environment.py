"""Where settings come from: the environment, files that it names, and `.env`."""

import os
import re
from contextlib import chdir
from pathlib import Path

import pytest

from bot import environment, variables
from bot.errors import SettingsError
from bot.settings import VARIABLES
from tests import process


def found(folder: Path, **environ: str) -> environment.Found:
    return environment.read(environ, folder)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("AMP_KEYS=here", "here"),
        ("export AMP_KEYS = here", "here"),
        ("AMP_KEYS='a b # c'", "a b # c"),
        ('AMP_KEYS="a=b"  # for now', "a=b"),
        ("AMP_KEYS=redis://h/1#x # why", "redis://h/1#x"),
        ("AMP_KEYS=", ""),
        ("AMP_KEYS= # later", ""),
        ("AMP_KEYS=it's", "it's"),
    ],
)
def test_a_line_of_dotenv_is_read_as_people_write_it(line: str, value: str, tmp_path: Path) -> None:
    """Quotes, comments, `export`."""
    (tmp_path / ".env").write_text(f"# mine\n\n{line}\n")
    assert found(tmp_path).values["AMP_KEYS"] == value


def test_the_environment_holds_over_a_file_and_a_file_over_dotenv(tmp_path: Path) -> None:
    """And where each comes from is known."""
    (tmp_path / ".env").write_text("HOST=1\nPORT=1\nAMP_KEYS=1\nOTHER=1\n")
    (tmp_path / "port").write_text("2\n")
    read = found(tmp_path, PORT_FILE=str(tmp_path / "port"), HOST="3")
    assert [read.values[name] for name in ("HOST", "PORT", "AMP_KEYS")] == ["3", "2", "1"]
    assert dict(read.sources) == {
        "HOST": "the environment",
        "PORT": str(tmp_path / "port"),
        "AMP_KEYS": ".env",
    }


def test_a_file_that_can_not_be_read_is_named(tmp_path: Path) -> None:
    """A secret that was not mounted is no missing secret."""
    with pytest.raises(SettingsError, match="AMP_SECRET_FILE: /nowhere/x can't be read"):
        found(tmp_path, AMP_SECRET_FILE="/nowhere/x")


def test_a_line_that_is_none_is_named_by_its_number_and_not_quoted(tmp_path: Path) -> None:
    """It may hold a secret."""
    (tmp_path / ".env").write_text("PORT=1\nxoxb-hush\n")
    with pytest.raises(SettingsError) as raised:
        found(tmp_path)
    assert raised.value.complaints == [".env, line 2: use NAME=value, and close every quote."]


def test_a_mark_that_an_editor_puts_before_a_file_is_no_part_of_it(tmp_path: Path) -> None:
    """Windows begins UTF-8 with one, and ends lines in two characters."""
    (tmp_path / ".env").write_bytes(b"\xef\xbb\xbfSLACK_BOT_TOKEN=xoxb-1\r\nPORT=3005\r\n")
    (tmp_path / "secret").write_bytes(b"\xef\xbb\xbfhush, a long secret\r\n")
    found = environment.read({"AMP_SECRET_FILE": str(tmp_path / "secret")}, tmp_path).values
    assert found["SLACK_BOT_TOKEN"] == "xoxb-1"
    assert (found["PORT"], found["AMP_SECRET"]) == ("3005", "hush, a long secret")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("AMP_KEEP_DIGEST", "Is AMP_KEEP_DIGESTS meant?"),
        ("SLACK_BOT_TOKN", "Is SLACK_BOT_TOKEN meant?"),
        ("AMP_SECRT_FILE", "Is AMP_SECRET_FILE meant?"),
        ("amp_keys", "Is AMP_KEYS meant?"),
        ("AMP_COLOUR", "See `amp config`."),
        ("DATABASE_POOLS", "Is DATABASE_POOL meant?"),
        ("DATABASE_POOL_SIZE", "Is DATABASE_POOL meant?"),
    ],
)
def test_a_name_that_is_mistyped_is_told_with_the_one_that_is_meant(
    name: str, said: str, tmp_path: Path
) -> None:
    """In the environment and in .env; what is somebody else's is not looked at."""
    (tmp_path / ".env").write_text(f"{name}=1\nPOSTGRES_PASSWORD=2\n")
    told = f"{name} is no setting, so nothing reads it. {said}"
    others = {"HOSTNAME": "x", "PORTS": "1", "SLACK_WEBHOOK_URL": "x"}
    assert environment.read(others, tmp_path).mistyped == [told]
    assert environment.read({name: "1"}, tmp_path / "nowhere").mistyped == [told]
    assert not environment.read(others, tmp_path / "nowhere").mistyped


def test_what_kubernetes_says_of_a_service_is_no_mistyped_setting(tmp_path: Path) -> None:
    """Ours is called amp (deploy/kubernetes.yaml), and every container hears of it."""
    told = "SERVICE_HOST", "SERVICE_PORT", "SERVICE_PORT_HTTP", "PORT", "PORT_80_TCP_ADDR"
    service = {f"AMP_{name}": "10.0.0.1" for name in told}
    assert not environment.read(service, tmp_path).mistyped
    assert environment.read({"AMP_PORT": "3000"}, tmp_path).mistyped


def test_a_file_without_a_value_is_named(tmp_path: Path) -> None:
    """Else it would be missing, or a default that nobody has meant."""
    (tmp_path / "empty").write_text("\n")
    for given in ("empty", " "):
        told = f"AMP_SECRET_FILE{': empty is empty' if given == 'empty' else ' is set, and names'}"
        with chdir(tmp_path), pytest.raises(SettingsError, match=told):
            found(tmp_path, AMP_SECRET_FILE=given)


def test_a_file_that_a_template_left_unnamed_is_not_asked_for(tmp_path: Path) -> None:
    """`LOG_LEVEL_FILE: ${LOG_LEVEL_FILE:-}`; but for what has a default that nobody has meant."""
    (tmp_path / ".env").write_text("LOG_LEVEL=DEBUG\nPORT_FILE=\nHOST=::\nHOST_FILE=\n")
    read = found(tmp_path, METRICS_TOKEN_FILE="", LOG_LEVEL_FILE=" ")
    assert dict(read.sources) == {"LOG_LEVEL": ".env", "HOST": ".env"}
    assert (read.values["LOG_LEVEL"], read.mistyped) == ("DEBUG", [])
    for name in ("DATABASE_URL", "AMP_SECRET", "AMP_KEYS"):
        with pytest.raises(SettingsError, match=f"{name}_FILE is set, and names no file"):
            environment.read({f"{name}_FILE": ""}, tmp_path)


def test_a_value_beside_a_file_for_it_is_told(tmp_path: Path) -> None:
    """One of the two is older, and it is not said which."""
    (tmp_path / ".env").write_text("PORT=1\nPORT_FILE=/nowhere/x\nLOG_LEVEL_FILE=/nowhere/x\n")
    read = environment.read({"LOG_LEVEL": "INFO"}, tmp_path)
    assert read.values["PORT"] == "1"
    assert read.mistyped == ["PORT and PORT_FILE are both in .env: the file is not read."]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("sqlite:///amp.db", "sqlite:///amp.db"),
        ("sqlite:////var/lib/amp.db", "sqlite:////var/lib/amp.db"),
        ("postgresql://u:a#b@h/x", "postgresql://u:***@h/x"),
        ("postgresql://u:a?b/c@h/x", "postgresql://u:***@h/x"),
        ("postgresql://u:a@b@h:5432/x", "postgresql://u:***@h:5432/x"),
        ("postgresql://u@h:5432/x?passfile=/p&sslmode=require",
         "postgresql://u@h:5432/x?passfile=***&sslmode=require"),
        ("postgresql://amp@srv:a@b@srv.example/amp", "postgresql://amp@srv:***@srv.example/amp"),
        ("redis://u@corp:a@h", "redis://u@corp:***@h"),
        ("redis://u:a\nb@h", "redis://u:***@h"),
        ("redis://:pa#ss@h:6379/0", "redis://:***@h:6379/0"),
        ("redis://h:6379/0?username=u&password=p", "redis://h:6379/0?username=u&password=***"),
        ("/var/lib/keys", "/var/lib/keys"),
    ],
)  # fmt: skip
def test_an_address_is_shown_as_it_is_spelled_but_for_its_password(given: str, shown: str) -> None:
    """Whatever stands in the password; and what is shown can be copied."""
    assert variables.without_password(given) == shown


# amp config


async def config(folder: Path, **environ: str) -> tuple[int, str]:
    return await process.run("config", environment=environ, folder=folder)


async def test_config_prints_what_holds_and_whence_and_no_secret(tmp_path: Path) -> None:
    """One line a setting."""
    (tmp_path / "token").write_text("xoxb-hush-1")
    (tmp_path / ".env").write_text("AMP_SECRET=hush hush hush\nLOG_LEVEL=debug\n")
    status, said = await config(
        tmp_path,
        SLACK_BOT_TOKEN_FILE="token",
        SLACK_SIGNING_SECRET="hush-2",
        METRICS_TOKEN="hush-3",
        DATABASE_URL="postgresql://amp:hush-4@db.example/amp?sslpassword=hush-5",
        AMP_KEYS="rediss://:hush-6@keys.example/0",
    )
    assert status == 0, said
    assert "hush" not in said
    lines = {line.split()[0]: line.split()[1:] for line in said.splitlines()}
    assert list(lines) == list(VARIABLES)
    assert lines["SLACK_BOT_TOKEN"] == ["(set,", "not", "shown)", "token"]
    assert lines["LOG_LEVEL"] == ["debug", ".env"]
    assert lines["DATABASE_URL"][0] == "postgresql://amp:***@db.example/amp?sslpassword=***"
    assert lines["AMP_KEYS"][0] == "rediss://:***@keys.example/0"
    assert lines["PORT"] == ["3000", "default"]


async def test_config_tells_where_keys_lie_that_nobody_has_named(tmp_path: Path) -> None:
    """Not beside the database, where this user has another place."""
    status, said = await config(
        tmp_path, SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN="xapp-1", XDG_STATE_HOME="/state"
    )
    assert status == 0, said
    assert re.search(r"^AMP_KEYS +/state/amp/amp-\w+\.keys +default$", said, re.MULTILINE), said


async def test_config_tells_where_keys_lie_while_a_token_is_missing(tmp_path: Path) -> None:
    """What is not there yet is no reason to name another place than the one that will hold."""
    status, said = await config(tmp_path, XDG_STATE_HOME="/state")
    assert (status, "SLACK_BOT_TOKEN is missing" in said) == (2, True)
    assert re.search(r"^AMP_KEYS +/state/amp/amp-\w+\.keys +default$", said, re.MULTILINE), said
    _, said = await config(tmp_path, DATABASE_URL="postgresql://amp@db/amp", AMP_SECRET="x" * 20)
    assert re.search(r"^AMP_KEYS +- +default$", said, re.MULTILINE), said


async def test_config_says_what_is_wrong_below_what_holds(tmp_path: Path) -> None:
    """With the status of wrong settings; and it makes nothing."""
    status, said = await config(tmp_path, LOG_LEVEL="LOUD")
    assert status == 2
    assert "LOG_LEVEL must be one of" in said
    assert "DATABASE_URL" in said
    assert os.listdir(tmp_path) == []


async def test_every_command_reads_dotenv(tmp_path: Path) -> None:
    """In the folder where it runs."""
    (tmp_path / ".env").write_text("DATABASE_URL=sqlite:///elsewhere.db\n")
    status, said = await process.run("migrate", environment={}, folder=tmp_path)
    assert (status, said.partition(":")[0]) == (0, "elsewhere.db")
