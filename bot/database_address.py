"""The address of the database in `DATABASE_URL`: what is wrong with it, in a sentence each."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot import mistyped, owner, postgres

POSTGRES = ("postgresql", "postgres")  # the second is how some hosts spell it
ON_A_DYNO = (
    "DATABASE_URL must be a PostgreSQL (postgres://…) here: this machine's disk is thrown away "
    "every day, and with it a SQLite file."
)
NO_ADDRESS = (
    "DATABASE_URL is no address: use sqlite:///amp.db or postgresql://user@host/name. In a "
    "password, @ is written %40, / is %2F, : is %3A, ? is %3F and # is %23."
)


def complaints(given: str, *, on_heroku: bool) -> list[str]:
    """What is wrong with an address, which may be of a machine whose disk does not last."""
    try:
        given.encode()
        url = make_url(given)
    except UnicodeEncodeError:
        return [mistyped.NO_TEXT.format("DATABASE_URL")]
    except (ArgumentError, ValueError):
        return [NO_ADDRESS]
    if url.get_backend_name() == "sqlite":
        wrong = _of_a_file(url)
        return [wrong] if wrong else [ON_A_DYNO] if on_heroku else []
    if url.get_backend_name() not in POSTGRES:
        return ["DATABASE_URL must begin with sqlite:/// or postgresql://."]
    if "@" in (url.host or "") or (url.port or 0) > 65535:
        return [NO_ADDRESS]
    return postgres.complaints(url)


def _of_a_file(url: URL) -> str | None:
    name = url.database
    if not name or name == ":memory:":
        return "DATABASE_URL names no file: use sqlite:///amp.db."
    if name.startswith("file:"):
        path = name.removeprefix("file:")
        return f"DATABASE_URL names the file as a URI. Name its path: sqlite:///{path}."
    if name.startswith("~"):
        return mistyped.HOME.format("DATABASE_URL")
    if url.query:
        behind = ", ".join(url.query)
        return f"DATABASE_URL has «{behind}» behind the ?, which a file does not know. Take it out."
    wrong = owner.unusable(Path(name))
    return f"DATABASE_URL: {wrong}." if wrong else None
