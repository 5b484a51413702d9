"""The `amp` command."""

import argparse
import asyncio
import gc
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from bot import arguments, ending

# Everything else is imported by the command that needs it: `amp --help` answers at once.
if TYPE_CHECKING:
    from bot.settings import Need, Settings

    Result: TypeAlias = int | str | None
    Work: TypeAlias = Coroutine[Any, Any, Result]


def main(typed: Sequence[str] | None = None) -> int:
    """Run one of Amp's commands; returns the exit status."""
    ending.open_streams()
    if not ending.has_folder():
        return ending.told("The folder that this runs in is gone. Go to Amp's folder once more.")
    given = _parser().parse_args(typed)
    try:
        status = int(given.act(given))
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `| head` has read enough
        return ending.told("")
    except Exception as error:
        return ending.told(ending.why(error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="amp", description="Autonomy, mastery and purpose for a team in Slack."
    )
    parser.add_argument(
        "--version", action=arguments.Version, nargs=0, help="say which Amp this is"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, act: object, help: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help, description=help)
        made.set_defaults(act=act)
        return made

    both = command("run", _run, "web and worker in one process: all that one machine needs")
    web = command("web", _run, "serve Slack's requests; run as many as you like")
    worker = command("worker", _run, "do what is due; several with PostgreSQL, one with SQLite")
    for made in (both, web, worker):
        made.set_defaults(serves=made is not worker, works=made is not web)
    demo = command("demo", _demo, "try Amp in a local Slack, in the browser")
    demo.add_argument(
        "--port", type=arguments.port, default=8050, help="of the local Slack (default 8050)"
    )
    demo.add_argument("--no-browser", action="store_true", help="only print the address")
    demo.add_argument("--fresh", action="store_true", help="begin without twelve weeks of history")
    check = command("check", _check, "check content/, with file and line in every complaint")
    check.add_argument(
        "folder", nargs="?", type=Path, help="your own content, instead of AMP_CONTENT"
    )
    doctor = command("doctor", _doctor, "check tokens, scopes, database and key store")
    doctor.add_argument("--json", action="store_true", help="for a program to read")
    doctor.add_argument(
        "--url", type=arguments.address, help="ask Amp at this public address as Slack does"
    )
    manifest = command("manifest", _manifest, "print the app manifest to paste at Slack")
    way = manifest.add_mutually_exclusive_group()
    way.add_argument("--socket", action="store_true", help="for Socket Mode (default)")
    way.add_argument(
        "--http", metavar="URL", type=arguments.address, help="for HTTP, at this public address"
    )
    manifest.add_argument("--org", action="store_true", help="for a whole organisation")
    manifest.add_argument("--rotation", action="store_true", help="tokens that last twelve hours")
    manifest.add_argument("--steps", action="store_true", help="with steps for Workflow Builder")
    export = command("export", _export, "print what a team's digests showed, as CSV or JSON")
    export.add_argument("team", help="the team's name or its channel's id")
    export.add_argument("--json", action="store_true", help="JSON instead of CSV")
    report = command("report", _report, "write a team's or the company's quarter as one HTML page")
    whose = report.add_mutually_exclusive_group(required=True)
    whose.add_argument("team", nargs="?", help="the team's name or its channel's id")
    whose.add_argument("--company", action="store_true", help="all teams that are rolled up")
    for end, name in (("from", "first"), ("to", "last")):
        report.add_argument(f"--{end}", dest=name, type=arguments.day, metavar="DATE", help="a day")
    report.add_argument("--file", type=Path, help="where to (default: standard output)")
    command("migrate", _migrate, "bring the tables of the database up to date")
    backup = command("backup", _backup, "copy the SQLite file, also while Amp runs")
    backup.add_argument("file", type=Path, help="where to; it must not be there yet")
    restore = command("restore", _restore, "put a backup in the place of the SQLite file")
    restore.add_argument("file", type=Path, help="made by amp backup")
    restore.add_argument("--replace", action="store_true", help="keep what is there beside it")
    for listed in ("workspaces", "teams", "rounds"):
        command(listed, _list, f"list the {listed} of this database").set_defaults(listed=listed)
    command("failures", _failures, "list what could not be delivered, and why")
    resend = command("resend", _resend, "send once more what failed and is still of use")
    resend.add_argument("workspace", nargs="?", help="only there (default: everywhere)")
    disable = command("disable", _disable, "stop speaking for a workspace")
    forget = command("forget-workspace", _forget, "delete all that is kept of a removed workspace")
    for leaving in (disable, forget):
        leaving.add_argument("workspace", help="its id, as amp workspaces says it")
    support = command("support", _support, "write a file for whoever helps, without names")
    support.add_argument("file", type=Path, help="where to; it must not be there yet")
    command("config", _config, "print the settings that hold, and where each comes from")
    return parser


def _run(given: argparse.Namespace) -> int:
    gc.disable()  # until it is ready: to look through what is loaded, and stays, is a quarter of it
    from bot import memory

    with memory.unread_certificates():
        from bot import running
    from bot.settings import Need

    needs = (Need.WEB if given.serves else Need.NOTHING) | (
        Need.WORKER if given.works else Need.NOTHING
    )
    return _with_settings(
        lambda settings: running.run(settings, serves=given.serves, works=given.works), needs
    )


def _with_settings(work: "Callable[[Settings], Work | Result]", needs: "Need | None" = None) -> int:
    """Do *work*, which gives a status or something to print; an error is printed as its sentence.

    2 when the settings are wrong: starting again can't help until somebody changes them.
    """
    from bot import environment, paths, settings, words
    from bot.errors import AmpError, OperatorError, SettingsError
    from bot.slack import proxies
    from bot.violations import ContentError

    try:
        found = environment.read(os.environ, Path())
        for sentence in found.mistyped:
            print(sentence, file=sys.stderr)
        read = settings.read(found.values, settings.Need.NOTHING if needs is None else needs)
        proxies.take(os.environ)
        done = work(read)
        result = asyncio.run(done) if isinstance(done, Coroutine) else done
        if isinstance(result, str):
            print(result)
        return result if isinstance(result, int) else 0
    except SettingsError as error:
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
    from bot.slack import proxies

    proxies.take(os.environ)
    return asyncio.run(demo.run(port=given.port, browser=not given.no_browser, fresh=given.fresh))


def _check(given: argparse.Namespace) -> int:
    from bot import checking, fluent_files, paths

    own = given.folder or os.environ.get("AMP_CONTENT", "").strip() or None
    if own and not os.path.isdir(own):
        print(f"There is no folder {own}.")
        return 1
    folders = (paths.CONTENT, *([Path(own)] if own else []))
    pages = list(fluent_files.find(*folders))
    violations = checking.check(*folders, pages=pages)
    for line in (*violations, *checking.summary(pages)):
        print(line)
    if not violations:
        print(f"{own or paths.CONTENT.name}/: everything is in order.")
    return 1 if violations else 0


def _doctor(given: argparse.Namespace) -> int:
    from bot import doctor
    from bot.settings import Need

    return _with_settings(
        lambda settings: doctor.run(settings, as_json=given.json, url=given.url), Need.EVERYTHING
    )


def _manifest(given: argparse.Namespace) -> int:
    from bot import manifest

    how = {"org": given.org, "rotation": given.rotation, "steps": given.steps}
    print(manifest.as_yaml(given.http, **how), end="")
    return 0


def _list(given: argparse.Namespace) -> int:
    from bot import administering

    read = getattr(administering, given.listed)
    return _with_settings(lambda settings: administering.table(settings, read))


def _failures(given: argparse.Namespace) -> int:
    from bot import administering, undelivered

    return _with_settings(lambda settings: administering.table(settings, undelivered.failures))


def _resend(given: argparse.Namespace) -> int:
    from bot import app, clock, undelivered

    at, kinds, where = clock.now(), app.UNDELIVERABLE, given.workspace
    return _with_settings(lambda settings: undelivered.resend(settings, kinds, where, at=at))


def _support(given: argparse.Namespace) -> int:
    from bot import clock, support

    environ, at = os.environ, clock.now()
    return _with_settings(lambda settings: support.run(settings, environ, given.file, at=at))


def _disable(given: argparse.Namespace) -> int:
    from bot import administering, clock

    at = clock.now()
    return _with_settings(lambda settings: administering.disable(settings, given.workspace, at=at))


def _forget(given: argparse.Namespace) -> int:
    from bot import administering

    return _with_settings(lambda settings: administering.forget(settings, given.workspace))


def _export(given: argparse.Namespace) -> int:
    from bot import exporting

    return _with_settings(lambda settings: exporting.run(settings, given.team, as_json=given.json))


def _report(given: argparse.Namespace) -> int:
    from bot import clock, reporting

    days = {"first": given.first, "last": given.last}
    team, file, at = given.team, given.file, clock.now()
    return _with_settings(lambda settings: reporting.run(settings, team, **days, file=file, at=at))


def _migrate(given: argparse.Namespace) -> int:
    from bot import schema

    return _with_settings(schema.run)


def _backup(given: argparse.Namespace) -> int:
    from bot import backup

    return _with_settings(lambda settings: backup.make(settings, given.file))


def _restore(given: argparse.Namespace) -> int:
    from bot import backup

    return _with_settings(
        lambda settings: backup.restore(settings, given.file, replace=given.replace)
    )


def _config(given: argparse.Namespace) -> int:
    from bot import configuration

    return configuration.run(os.environ, Path())


if __name__ == "__main__":
    sys.exit(main())
