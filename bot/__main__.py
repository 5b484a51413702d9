"""The `amp` command."""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Everything else is imported by the command that needs it: `amp --help` answers at once.
if TYPE_CHECKING:
    from bot.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of Amp's commands; returns the exit status."""
    given = _parser().parse_args(arguments)
    try:
        return int(given.act(given))
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="amp", description="Autonomy, mastery and purpose for a team in Slack."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, act: object, help: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help, description=help)
        made.set_defaults(act=act)
        return made

    command("run", _run, "web and worker in one process: all that one machine needs")
    command("web", _web, "serve Slack's requests; run as many as you like")
    command("worker", _worker, "do what is due; several with PostgreSQL, one with SQLite")
    demo = command("demo", _demo, "try Amp in a local Slack, in the browser")
    demo.add_argument("--port", type=int, default=8050, help="of the local Slack (default 8050)")
    demo.add_argument("--no-browser", action="store_true", help="only print the address")
    demo.add_argument("--fresh", action="store_true", help="begin without twelve weeks of history")
    check = command("check", _check, "check content/, with file and line in every complaint")
    check.add_argument(
        "folder", nargs="?", type=Path, help="your own content, instead of AMP_CONTENT"
    )
    command("doctor", _doctor, "check tokens, scopes, database and key store")
    manifest = command("manifest", _manifest, "print the app manifest to paste at Slack")
    way = manifest.add_mutually_exclusive_group()
    way.add_argument("--socket", action="store_true", help="for Socket Mode (default)")
    way.add_argument(
        "--http", metavar="URL", type=_address, help="for HTTP, at this public address"
    )
    export = command("export", _export, "print what a team's digests showed, as CSV or JSON")
    export.add_argument("team", help="the team's name or its channel's id")
    export.add_argument("--json", action="store_true", help="JSON instead of CSV")
    return parser


def _address(given: str) -> str:
    if not given.startswith(("https://", "http://")) or not given.partition("://")[2]:
        raise argparse.ArgumentTypeError(f"{given} is no address such as https://amp.example.org")
    return given


def _run(given: argparse.Namespace) -> int:
    return _process()


def _web(given: argparse.Namespace) -> int:
    return _process(works=False)


def _worker(given: argparse.Namespace) -> int:
    return _process(serves=False)


def _process(*, serves: bool = True, works: bool = True) -> int:
    from bot import running

    return _with_settings(lambda settings: running.run(settings, serves=serves, works=works))


def _with_settings(
    work: "Callable[[Settings], Coroutine[Any, Any, int | None]]", *, slack: bool = True
) -> int:
    """Do *work*; an error that is meant for a person is printed as its sentence.

    2 when the settings are wrong: starting again can't help until somebody changes them.
    """
    from bot import paths, settings, words
    from bot.errors import AmpError, OperatorError
    from bot.violations import ContentError

    try:
        return asyncio.run(work(settings.read(os.environ, slack=slack))) or 0
    except settings.SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    except (OperatorError, ContentError) as error:
        print(error, file=sys.stderr)
        return 1
    except AmpError as error:
        print(words.load(paths.CONTENT).error(error), file=sys.stderr)
        return 1


def _demo(given: argparse.Namespace) -> int:
    from bot import demo

    return asyncio.run(demo.run(port=given.port, browser=not given.no_browser, fresh=given.fresh))


def _check(given: argparse.Namespace) -> int:
    from bot import checking, paths

    own = given.folder or os.environ.get("AMP_CONTENT", "").strip() or None
    if own and not Path(own).is_dir():
        print(f"There is no folder {own}.")
        return 1
    violations = checking.check(paths.CONTENT, *([Path(own)] if own else []))
    for violation in violations:
        print(violation)
    if not violations:
        print(f"{own or paths.CONTENT.name}/: everything is in order.")
    return 1 if violations else 0


def _doctor(given: argparse.Namespace) -> int:
    from bot import doctor

    return _with_settings(doctor.run)


def _manifest(given: argparse.Namespace) -> int:
    from bot import manifest

    print(manifest.as_yaml(given.http), end="")
    return 0


def _export(given: argparse.Namespace) -> int:
    from bot import exporting

    return _with_settings(
        lambda settings: exporting.run(settings, given.team, as_json=given.json), slack=False
    )


if __name__ == "__main__":
    sys.exit(main())
