"""The `amp` command."""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot import settings as environment
from bot.settings import Settings, SettingsError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of Amp's commands; returns the exit status."""
    given = _parser().parse_args(arguments)
    try:
        return int(given.act(given) or 0)
    except SettingsError as error:
        for complaint in error.complaints:
            print(f"• {complaint}", file=sys.stderr)
        return 2
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
    check = command("check", _check, "check content/, with file and line in every complaint")
    check.add_argument("folder", nargs="?", type=Path, help="another content folder")
    command("doctor", _doctor, "check tokens, scopes, database and key store")
    manifest = command("manifest", _manifest, "print the app manifest to paste at Slack")
    way = manifest.add_mutually_exclusive_group()
    way.add_argument("--socket", action="store_true", help="for Socket Mode (default)")
    way.add_argument("--http", metavar="URL", help="for HTTP, at this public address")
    export = command("export", _export, "print what a team's digests showed, as CSV or JSON")
    export.add_argument("team", help="the team's name or its channel's id")
    export.add_argument("--json", action="store_true", help="JSON instead of CSV")
    return parser


def _run(given: argparse.Namespace) -> int:
    return _process(environment.read(os.environ))


def _web(given: argparse.Namespace) -> int:
    return _process(environment.read(os.environ), works=False)


def _worker(given: argparse.Namespace) -> int:
    return _process(environment.read(os.environ), serves=False)


def _process(settings: Settings, *, serves: bool = True, works: bool = True) -> int:
    from bot import running
    from bot.errors import AmpError
    from bot.framework.loading import ContentError

    try:
        asyncio.run(running.run(settings, serves=serves, works=works))
    except (running.NotReady, AmpError, ContentError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _demo(given: argparse.Namespace) -> int:
    from bot import demo

    return asyncio.run(demo.run(port=given.port, browser=not given.no_browser))


def _check(given: argparse.Namespace) -> int:
    from bot import paths
    from bot.framework import loading

    folder = given.folder or paths.CONTENT
    complaints = loading.check(folder)
    for complaint in complaints:
        print(complaint)
    if not complaints:
        print(f"{folder.name}/: everything is in order.")
    return 1 if complaints else 0


def _doctor(given: argparse.Namespace) -> int:
    from bot import doctor

    return asyncio.run(doctor.run(environment.read(os.environ)))


def _manifest(given: argparse.Namespace) -> int:
    from bot import manifest

    print(manifest.as_yaml(given.http), end="")
    return 0


def _export(given: argparse.Namespace) -> int:
    from bot import exporting

    settings = environment.read(os.environ, slack=False)
    return asyncio.run(exporting.run(settings, given.team, as_json=given.json))


if __name__ == "__main__":
    sys.exit(main())
