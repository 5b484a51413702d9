"""The settings: what is missing or wrong is named at once, and everything is documented."""

import re
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import fields

from bot import settings, variables
from bot.errors import SettingsError
from bot.mistyped import TOKENS
from bot.settings import VARIABLES, Need, Settings
from bot.variables import Hidden
from tests.house import only

ENOUGH = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}
OPERATING = (Path(__file__).parent.parent / "docs" / "operating.md").read_text()
AMP_IS_SET = {"AMP_SECRET": "long enough for it", "AMP_KEYS": "redis://keys.example"}


def complaints(**environ: str) -> list[str]:
    with pytest.raises(SettingsError) as raised:
        settings.read(environ)
    return raised.value.complaints


def test_everything_that_is_missing_or_wrong_is_named_at_once() -> None:
    """Nobody mends one setting only to hear of the next."""
    told = complaints(
        PORT="eighty",
        LOG_LEVEL="LOUD",
        LOG_FORMAT="prose",
        DATABASE_URL="postgresql://db.example/amp",
        AMP_KEYS="redis://db.example:port",
        SLACK_CLIENT_ID="1.2",
    )
    first_words = [sentence.split()[0] for sentence in told]
    assert first_words == [
        *(
            "PORT",
            "LOG_LEVEL",
            "LOG_FORMAT",
            "AMP_SECRET",
            "AMP_KEYS",
            "SLACK_CLIENT_SECRET",
            "SLACK_APP_TOKEN",
        )
    ]
    assert all(sentence.endswith((".", "'", ")")) for sentence in told)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"SLACK_BOT_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN must begin with xoxb-"),
        ({"SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN must begin with xapp-"),
        ({"SLACK_API_URL": "slack.com"}, "SLACK_API_URL must be an address"),
        ({"DATABASE_URL": "mysql://db.example/amp"}, "DATABASE_URL must begin with"),
        ({"DATABASE_URL": "amp.db"}, "DATABASE_URL is no address"),
        ({"DATABASE_URL": "postgresql://db.example:port/amp"}, "DATABASE_URL is no address"),
        (
            {"DATABASE_URL": "postgresql://h:99999/amp", "AMP_SECRET": "x" * 12, "AMP_KEYS": "k"},
            "DATABASE_URL is no address",
        ),
        ({"DATABASE_URL": "sqlite://"}, "DATABASE_URL names no file"),
        ({"DATABASE_URL": "sqlite:///:memory:"}, "DATABASE_URL names no file"),
        ({"SLACK_CLIENT_ID": "1.2"}, "SLACK_CLIENT_SECRET is missing: SLACK_CLIENT_ID is set"),
        ({"SLACK_CLIENT_SECRET": "x"}, "SLACK_CLIENT_ID is missing: SLACK_CLIENT_SECRET is set"),
        ({"DATABASE_URL": "sqlite:////tmp"}, "DATABASE_URL: /tmp is a folder."),
        ({"DATABASE_URL": "sqlite:///./"}, "DATABASE_URL: . is a folder."),
        ({"AMP_SECRET": "short"}, "AMP_SECRET is too short"),
        ({"AMP_KEYS": "http://keys.example"}, "AMP_KEYS must be a folder"),
        ({"AMP_CONTENT": "no/such/folder"}, "AMP_CONTENT names no folder"),
        ({"DATABASE_POOL": "0"}, "DATABASE_POOL must be a number between 1 and 1000."),
        ({"PORT": "65536"}, "PORT must be a number between 0 and 65535."),
        ({"DATABASE_URL": "sqlite:///no/such/folder/amp.db"}, "DATABASE_URL: there is no folder"),
        (
            {"DATABASE_URL": "sqlite:///file:/var/lib/amp.db?mode=rwc&uri=true"},
            "DATABASE_URL names the file as a URI. Name its path: sqlite:////var/lib/amp.db.",
        ),
        ({"SLACK_BOT_TOKEN": "'xoxb-1'"}, "SLACK_BOT_TOKEN has quotes around its value."),
        ({"DATABASE_URL": '"sqlite:///amp.db"'}, "DATABASE_URL has quotes around its value."),
        ({"SLACK_BOT_TOKEN": "xoxb-1\nxoxb-2"}, "SLACK_BOT_TOKEN has a blank or a line break"),
        ({"SLACK_BOT_TOKEN": "xoxb-"}, "SLACK_BOT_TOKEN is only how one begins."),
        ({"SLACK_APP_TOKEN": "xapp-"}, "SLACK_APP_TOKEN is only how one begins."),
        ({"SLACK_SIGNING_SECRET": " "}, "SLACK_APP_TOKEN (Socket Mode, xapp-…) or"),
        ({"SLACK_BOT_TOKEN": "xoxb-1\u200b2"}, "SLACK_BOT_TOKEN has a blank or a line break"),
        ({"SLACK_BOT_TOKEN": "xoxb-1\x012"}, "SLACK_BOT_TOKEN has a blank or a line break"),
        ({"SLACK_BOT_TOKEN": "SLACK_BOT_TOKEN=xoxb-1"}, "SLACK_BOT_TOKEN has its own name"),
        ({"SLACK_SIGNING_SECRET": "SLACK_SIGNING_SECRET=s"}, "SLACK_SIGNING_SECRET has its own"),
        ({"SLACK_SIGNING_SECRET": "xoxb-1"}, "SLACK_SIGNING_SECRET is a token."),
        ({"SLACK_SIGNING_SECRET": "xapp-1"}, "SLACK_SIGNING_SECRET is a token."),
        (
            {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s", "SLACK_SIGNING_SECRET": "s"},
            "SLACK_SIGNING_SECRET is the same as SLACK_CLIENT_SECRET",
        ),
        ({"AMP_WORKSPACES": "Acme, T012AB3CD"}, "AMP_WORKSPACES must be ids"),
        ({"DATABASE_URL": "sqlite:////dev/null"}, "DATABASE_URL: /dev/null is no file, but"),
        ({"DATABASE_URL": "sqlite:///amp.db?mode=ro"}, "DATABASE_URL has «mode» behind the ?"),
        ({"DATABASE_URL": "sqlite:///~/amp.db"}, "DATABASE_URL begins with ~"),
        ({"AMP_KEYS": "~/keys"}, "AMP_KEYS begins with ~"),
        ({"AMP_KEYS": "redis://:pa#ss@h:6379"}, "AMP_KEYS: a /, ? or # in the user or the"),
        ({"AMP_KEYS": "redis://:pa?ss@h:6379"}, "AMP_KEYS: a /, ? or # in the user or the"),
    ],
)
def test_a_wrong_setting_is_one_sentence(given: dict[str, str], told: str) -> None:
    """And the only one, when everything else is right."""
    sentences = complaints(**{**ENOUGH, **given})
    assert len(sentences) == 1
    assert sentences[0].startswith(told)


def test_keys_in_a_folder_that_quotes_have_made_are_not_left_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A version before took the quotes for a part of its name; without them it is another one."""
    monkeypatch.chdir(tmp_path)
    quoted = {**ENOUGH, "AMP_KEYS": '"keys"'}
    assert "open rounds" not in only(complaints(**quoted))
    (tmp_path / '"keys"').mkdir()
    told = only(complaints(**quoted))
    assert told.endswith(f'And move {tmp_path}/"keys" to keys: the keys of open rounds are in it.')


def test_keys_in_a_folder_that_is_called_as_a_shell_calls_home_are_not_left_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A version before made one whose name is ~, where it ran."""
    monkeypatch.chdir(tmp_path)
    at_home = {**ENOUGH, "AMP_KEYS": "~/keys"}
    assert "open rounds" not in only(complaints(**at_home))
    (tmp_path / "~" / "keys").mkdir(parents=True)
    told = only(complaints(**at_home))
    assert told.endswith(f"And move {tmp_path}/~/keys there: the keys of open rounds are in it.")


@pytest.mark.parametrize("quoted", ["''", '""'])
def test_quotes_around_nothing_are_no_blank_inside(quoted: str) -> None:
    """A value that is not there has nothing in it."""
    told = complaints(**{**ENOUGH, "SLACK_BOT_TOKEN": quoted})
    assert [sentence for sentence in told if "quotes around" in sentence]
    assert not [sentence for sentence in told if "a blank" in sentence]


def test_no_complaint_quotes_a_secret() -> None:
    """What is printed at a start ends up in logs."""
    told = complaints(SLACK_BOT_TOKEN="hush-1", SLACK_APP_TOKEN="hush-2", AMP_SECRET="hush-3")
    told += complaints(**{**ENOUGH, **AMP_IS_SET, "DATABASE_URL": "postgresql://amp:hu@sh@db/amp"})
    assert len(told) == 4
    assert "@ is written %40" in told[-1]
    assert "sh@db" not in told[-1]
    assert "hush" not in " ".join(told)
    assert "hush" not in repr(settings.read({**ENOUGH, "AMP_SECRET": "hush, a long secret"}))


@pytest.mark.parametrize("user", ["", "amp", ":", ":7", "amp:7"])
def test_a_slash_in_the_password_of_the_key_store_is_named_without_it(user: str) -> None:
    """What stands behind it is no database's name: it is half of the password."""
    given = f"redis://{user}/hush@keys:6379/0"
    told = only(complaints(**{**ENOUGH, **AMP_IS_SET, "AMP_KEYS": given}))
    assert "hush" not in told
    assert "%2F" in told


def test_what_was_pasted_with_blanks_around_it_is_taken() -> None:
    """A line break sticks to what is copied from a web page."""
    read = settings.read({**ENOUGH, "SLACK_BOT_TOKEN": " xoxb-1\n"})
    assert read.bot_token is not None
    assert read.bot_token.reveal() == "xoxb-1"


def test_export_needs_nothing_of_slack() -> None:
    """It only reads the database."""
    assert settings.read({}, Need.NOTHING).on_sqlite


@pytest.mark.parametrize(
    ("needs", "enough"),
    [
        (Need.NOTHING, {"DATABASE_URL": "postgresql://db.example/amp"}),
        (
            Need.WEB,
            {**ENOUGH, "DATABASE_URL": "postgresql://db.example/amp", "AMP_SECRET": "s" * 20},
        ),
        (
            Need.WORKER,
            {"SLACK_BOT_TOKEN": "xoxb-1", "DATABASE_URL": "postgresql://d/amp", **AMP_IS_SET},
        ),
    ],
    ids=["migrate", "web", "worker"],
)
def test_a_process_asks_for_nothing_that_it_does_not_need(
    needs: Need, enough: dict[str, str]
) -> None:
    """A web process has no business with keys, and a worker none with Slack's requests."""
    assert settings.read(enough, needs).on_postgres
    with pytest.raises(SettingsError):
        settings.read(enough)


@pytest.mark.parametrize("name", ["AMP_KEYS", "DATABASE_URL", "AMP_SECRET"])
@pytest.mark.parametrize("nothing", ["", "  "])
def test_what_a_shell_expanded_to_nothing_is_no_default(name: str, nothing: str) -> None:
    """`AMP_KEYS=$REDIS_URL` where there is no REDIS_URL: the default is another store."""
    (told,) = complaints(**{**ENOUGH, name: nothing})
    assert told.startswith(f"{name} is set, and empty.")


def test_beside_postgresql_the_key_store_has_to_be_named() -> None:
    """A folder that nobody thought of may lie on a disk that does not last."""
    given = {**ENOUGH, "DATABASE_URL": "postgresql://d/amp", "AMP_SECRET": "long enough for it"}
    (told,) = complaints(**given)
    assert told.startswith("AMP_KEYS is missing")
    assert settings.read({**given, "AMP_KEYS": "/var/lib/amp/keys"}).keys == "/var/lib/amp/keys"


def test_where_disks_are_thrown_away_every_day_a_folder_is_refused() -> None:
    """Heroku says DYNO; there it has to be Redis."""
    given = {**ENOUGH, "DATABASE_URL": "postgresql://d/amp", "AMP_SECRET": "long enough for it"}
    (told,) = complaints(**given, AMP_KEYS="/app/keys", DYNO="web.1")
    assert told.startswith("AMP_KEYS must be a Redis")
    assert settings.read({**given, "AMP_KEYS": "rediss://keys.example", "DYNO": "web.1"})


@pytest.mark.parametrize(
    ("keys", "address"),
    [
        ("$REDIS_URL", "rediss://:hush@one.example:6380"),
        ("${REDIS_URL}?ssl_cert_reqs=none", "rediss://:hush@one.example:6380?ssl_cert_reqs=none"),
    ],
)
def test_the_key_store_may_be_what_the_host_calls_it(keys: str, address: str) -> None:
    """Hosts that keep a value as it is typed move their Redis, and nobody has to copy it anew."""
    given = {**ENOUGH, **AMP_IS_SET, "DATABASE_URL": "postgres://d/amp", "DYNO": "worker.1"}
    read = settings.read(
        {**given, "AMP_KEYS": keys, "REDIS_URL": "rediss://:hush@one.example:6380"}
    )
    assert read.keys == address
    (told,) = complaints(**{**given, "AMP_KEYS": keys})
    assert told == "AMP_KEYS names $REDIS_URL, and there is no REDIS_URL here."


@pytest.mark.parametrize(
    ("held", "address"),
    [
        ("rediss://one.example?timeout=5", "rediss://one.example?timeout=5&ssl_cert_reqs=none"),
        ("rediss://one.example/0", "rediss://one.example/0?ssl_cert_reqs=none"),
    ],
)
def test_what_stands_behind_a_named_variable_goes_on_with_its_address(
    held: str, address: str
) -> None:
    """Which may have parameters of its own."""
    given = {**ENOUGH, "AMP_KEYS": "$REDIS_URL?ssl_cert_reqs=none", "REDIS_URL": held}
    assert settings.read(given).keys == address


@pytest.mark.parametrize("scheme", ["redis", "unix"])
def test_what_is_said_of_a_certificate_is_refused_where_there_is_none(scheme: str) -> None:
    """The driver would raise at the first key; nothing of the address is repeated."""
    held = f"{scheme}://:hush@one.example:6380"
    given = {**ENOUGH, "AMP_KEYS": "$REDIS_URL?ssl_cert_reqs=none", "REDIS_URL": held}
    (told,) = complaints(**given)
    assert told.startswith("AMP_KEYS has ssl_cert_reqs, which only rediss:// knows")
    assert f"begins with {scheme}://." in told
    assert "hush" not in told


@pytest.mark.parametrize(
    "keys",
    [
        "redis://h/abc",
        "redis://h?foo=bar",
        "redis://h?socket_timeout=soon",
        "rediss://h?ssl_cert_reqs=perhaps",
        "unix:///s?db=first",
    ],
)
def test_what_redis_would_not_make_of_its_address_is_refused(keys: str) -> None:
    """Instead of another database's keys, or an error at each use."""
    with pytest.raises(SettingsError) as refused:
        settings.read({**ENOUGH, "AMP_KEYS": keys})
    assert [one for one in refused.value.complaints if one.startswith("AMP_KEYS")]


@pytest.mark.parametrize(
    "keys",
    ["redis://h", "redis://h/", "redis://:p%40s@h:6379/1", "redis://h?db=3", "unix:///s?db=1",
     "redis://h/2?health_check_interval=30", "rediss://h?ssl_cert_reqs=none"],
)  # fmt: skip
def test_any_address_of_redis_is_taken(keys: str) -> None:
    """As its driver reads it."""
    assert settings.read({**ENOUGH, "AMP_KEYS": keys}).keys == keys


@pytest.mark.parametrize("name", ["AMP_KEYS", "REDIS_URL"])
def test_a_variable_that_names_another_is_no_folder(name: str) -> None:
    """Neither itself: the keys of rounds would lie in a folder of that name."""
    given = {**ENOUGH, "REDIS_URL": "${OTHER_URL}", "OTHER_URL": "redis://x"}
    (told,) = complaints(**{**given, "AMP_KEYS": f"${name}"})
    assert told.startswith(f"AMP_KEYS names ${name}, which names a variable itself.")


def test_where_disks_are_thrown_away_every_day_a_sqlite_file_is_refused() -> None:
    """Also by who only looks, or makes tables."""
    for needs in (Need.NOTHING, Need.EVERYTHING):
        with pytest.raises(SettingsError, match="DATABASE_URL must be a PostgreSQL"):
            settings.read({**ENOUGH, **AMP_IS_SET, "DYNO": "run.1"}, needs)


@pytest.mark.parametrize("level", ["info", "Info", "INFO"])
def test_a_level_may_be_written_in_small_letters(level: str) -> None:
    """As other programs have it."""
    read = settings.read({**ENOUGH, "LOG_LEVEL": level, "LOG_FORMAT": "JSON"})
    assert (read.log_level, read.log_format) == ("INFO", "json")


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("sqlite:///amp.db", "sqlite+aiosqlite"),
        ("postgresql://db.example/amp", "postgresql+asyncpg"),
        ("postgres://db.example/amp", "postgresql+asyncpg"),
        ("postgresql+psycopg://db.example/amp", "postgresql+asyncpg"),
    ],
)
def test_any_common_spelling_of_a_database_is_understood(url: str, driver: str) -> None:
    """Hosts hand out addresses for other drivers than ours."""
    read = settings.read({**ENOUGH, **AMP_IS_SET, "DATABASE_URL": url})
    assert read.database.drivername == driver


# The secret beside the SQLite file


def test_with_sqlite_a_secret_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    """It is the same at the next start, and only this user may read it."""
    read = Settings(database_url=f"sqlite:///{tmp_path}/amp.db")
    made = read.amp_secret()
    assert len(made) >= 32
    assert made == read.amp_secret()
    assert stat.S_IMODE((tmp_path / "amp.secret").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["amp.secret"]


def test_processes_that_start_together_have_the_same_secret(tmp_path: Path) -> None:
    """`amp web` and `amp worker` in a folder that was empty a moment ago."""
    read = Settings(database_url=f"sqlite:///{tmp_path}/amp.db")
    for _ in range(20):
        with ThreadPoolExecutor(8) as pool:
            made = set(pool.map(lambda _: read.amp_secret(), range(8)))
        assert len(made) == 1
        (tmp_path / "amp.secret").unlink()


@pytest.mark.parametrize("held", [b"\xff\xfe\x00", None])
def test_a_secret_that_can_not_be_read_is_not_taken_for_none(
    held: bytes | None, tmp_path: Path
) -> None:
    """A file of something else, or a folder, where `amp.secret` should be."""
    file = tmp_path / "amp.secret"
    file.mkdir() if held is None else file.write_bytes(held)
    read = Settings(database_url=f"sqlite:///{tmp_path}/amp.db")
    for ask in (read.amp_secret, read.present_secret):
        with pytest.raises(SettingsError, match="can't be made or read") as raised:
            ask()
        assert "the secret that the database was written with" in str(raised.value)
        assert "AMP_SECRET instead" not in str(raised.value)


def test_a_secret_that_somebody_typed_goes_on(tmp_path: Path) -> None:
    """Whatever letters are in it."""
    typed = "ein Geheimnis, das für Bären reicht"
    (tmp_path / "amp.secret").write_text(f"{typed}\n", "utf-8")
    assert Settings(database_url=f"sqlite:///{tmp_path}/amp.db").amp_secret() == typed


def test_an_empty_secret_is_no_secret(tmp_path: Path) -> None:
    """A disk that was full, a file that was touched: tokens made with it would protect nothing."""
    (tmp_path / "amp.secret").touch()
    with pytest.raises(SettingsError, match="is empty"):
        Settings(database_url=f"sqlite:///{tmp_path}/amp.db").amp_secret()


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    """The SQLite file was meant to be somewhere else."""
    with pytest.raises(SettingsError, match="set AMP_SECRET instead"):
        Settings(database_url=f"sqlite:///{tmp_path}/nowhere/amp.db").amp_secret()


def test_a_secret_is_shown_by_no_mistake() -> None:
    """Neither in a log nor in a traceback that shows values."""
    read = settings.read(
        ENOUGH | {"SLACK_BOT_TOKEN": "xoxb-hush", "AMP_SECRET": "hush, hush, hush"}
    )
    assert "hush" not in f"{read} {read!r} {read.secret}"
    read = settings.read(
        {
            **ENOUGH, **AMP_IS_SET, "SLACK_BOT_TOKEN": "xoxb-hush",
            "DATABASE_URL": "postgresql://amp:hush@db.example/amp?sslpassword=hush",
            "AMP_KEYS": "redis://:hu#sh@keys.example".replace("#", "%23"),
            "SLACK_API_URL": "https://amp:hush@gateway.example/api/",
        }
    )  # fmt: skip
    assert "hush" not in f"{read} {read!r}"
    assert "hu%23sh" not in f"{read}"
    assert "db.example" in f"{read}"
    assert read.bot_token is not None
    assert read.bot_token.reveal() == "xoxb-hush"


@pytest.mark.parametrize("variable", sorted(set(VARIABLES) - {"AMP_SECRET"}))
@pytest.mark.parametrize("nothing", ["null", "NULL", '"null"'])
def test_what_a_template_made_of_nothing_is_told_as_such(variable: str, nothing: str) -> None:
    """It would be a default; and nothing else is said of what it is instead."""
    told = [said for said in complaints(**ENOUGH | {variable: nothing}) if "quotes" not in said]
    assert told[0].startswith(f"{variable} is null")
    assert not [said for said in told[1:] if "missing" not in said]


def test_a_secret_that_a_template_made_of_nothing_is_refused() -> None:
    """Everybody would know it."""
    assert complaints(**ENOUGH | {"AMP_SECRET": "null"})[0].startswith("AMP_SECRET is too short")


NUMBERS = [one.encode_name for one in fields(Settings) if one.type in variables.WHOLE]


@pytest.mark.parametrize("variable", NUMBERS)
@pytest.mark.parametrize("spelled", ["040", "+40", "40.0", "4_0"])
def test_a_number_may_be_spelled_in_other_ways(variable: str, spelled: str) -> None:
    """Versions before took them all: none may keep a new one from starting."""
    read = settings.read(ENOUGH | {variable: spelled})
    assert next(getattr(read, f.name) for f in fields(read) if f.encode_name == variable) == 40


@pytest.mark.parametrize("variable", [*NUMBERS, "LOG_LEVEL", "LOG_FORMAT"])
@pytest.mark.parametrize(
    "given", ["a\udcffb", "40.5", "inf", "nan", "-1", "0x28", "²", "9" * 400, "9" * 5000, "true"]
)
def test_what_is_none_of_its_values_is_a_sentence(variable: str, given: str) -> None:
    """Bytes that are no UTF-8 as well: that is how Python passes them on."""
    (told,) = complaints(**ENOUGH | {variable: given})
    assert told.startswith(f"{variable} must be ")


@pytest.mark.parametrize(
    "variable", [one.encode_name for one in fields(Settings) if one.type == Hidden | None]
)
def test_a_secret_that_is_no_text_is_a_sentence(variable: str) -> None:
    """Pasted in another encoding: it would stop Amp where it is first used."""
    begins = TOKENS.get(variable, ("",))[0]
    told = complaints(**ENOUGH | {variable: f"{begins}long-enough-\udcff"})[0]
    assert told == f"{variable} has bytes that are no UTF-8. Copy it once more."


@pytest.mark.parametrize("url", ["sqlite:////a\udcff.db", "postgresql://amp:a\udcff@db/amp"])
def test_an_address_that_is_no_text_is_a_sentence(url: str) -> None:
    """SQLite would not open it, nor PostgreSQL know the password."""
    told = complaints(**ENOUGH | AMP_IS_SET | {"DATABASE_URL": url})
    assert told == ["DATABASE_URL has bytes that are no UTF-8. Copy it once more."]


# Documentation


@pytest.mark.parametrize("variable", VARIABLES)
def test_every_setting_stands_in_the_table_of_settings(variable: str) -> None:
    """docs/operating.md, one row each."""
    assert re.search(rf"^\| `{variable}` \|", OPERATING, re.MULTILINE)


def test_the_documentation_names_no_setting_that_is_gone() -> None:
    """Every row of the table is a setting, and its default is the real one."""
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \| ([^|]*) \|", OPERATING, re.MULTILINE))
    assert tuple(rows) == VARIABLES
    for field in fields(Settings):
        if field.default is not None:
            assert f"`{field.default}`" in rows[field.encode_name]


def test_no_other_file_reads_the_environment() -> None:
    """Otherwise this would not be all of it."""
    package = Path(settings.__file__).parent
    readers = {
        path.name
        for path in package.rglob("*.py")
        if "os.environ" in path.read_text() or "getenv" in path.read_text()
    }
    assert readers == {"__main__.py"}


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "http://127.0.0.1:3000"), ("::1", "http://[::1]:3000"), ("x", "http://x:3000")],
)
def test_an_address_can_be_copied_into_a_browser(host: str, address: str) -> None:
    """One of IPv6 stands in brackets there."""
    assert Settings(host=host).address(3000) == address
