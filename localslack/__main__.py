"""`python -m localslack`: a small company to try a bot in, with the app of any manifest."""

import argparse
import asyncio
import errno
import sys
from collections.abc import Sequence
from pathlib import Path

from localslack import compatibility, environment
from localslack.errors import CompanyError
from localslack.server import COMPANY, LocalSlack
from localslack.world import company as companies

PORT = 8060
EACH_SECONDS = 0.5
Version = tuple[int, int]  # when it was written, and how long it is
COMMAND = "python -m localslack"


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until it is stopped; what can't be used is a sentence and a status of its own."""
    given = _parser().parse_args(arguments)
    try:
        return asyncio.run(_serve(given))
    except KeyboardInterrupt:
        return 0
    except CompanyError as problem:
        return _fail(str(problem), 2)
    except OSError as problem:
        return _fail(_of_the_system(problem, given), 1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__.partition(": ")[2])
    add = parser.add_argument
    add("company", nargs="?", type=Path, metavar="COMPANY.yaml", help="another company")
    add("--manifest", type=Path, metavar="FILE", help="the app's own manifest, YAML or JSON")
    add("--port", type=_port, default=PORT, help=f"of the local Slack (default {PORT}; 0: any)")
    add("--env", type=Path, metavar="FILE", help="keep what the bot needs in this file, too")
    add("--deliver-to", metavar="URL", help="send requests there over HTTP, not over Socket Mode")
    return parser


def _port(words: str) -> int:
    if not words.isascii() or not words.isdigit() or int(words) > 65_535:
        raise argparse.ArgumentTypeError(f"{words} is no port: it goes from 0 to 65535")
    return int(words)


async def _serve(given: argparse.Namespace) -> int:
    seen = _version(given.manifest) if given.manifest else (0, 0)
    manifest = companies.read(given.manifest) if given.manifest else None
    in_vain = compatibility.not_offered(manifest) if manifest else []
    slack = await LocalSlack.start(given.company or COMPANY, manifest=manifest, port=given.port)
    try:
        if not slack.world.apps:
            raise CompanyError("This company has no app. Say which: --manifest FILE.")
        slack.deliver_to(given.deliver_to or slack.world.first_app.deliver_to)
        if not slack.world.hint:
            slack.hint(environment.hint(slack.world.first_app))
        if given.env:
            environment.keep(given.env, environment.lines(slack))
        _tell_in_vain(in_vain)
        _tell(_welcome(slack, given.env))
        print("\n".join(environment.lines(slack, "export ")), flush=True)
        await (_follow(slack, given.manifest, seen) if given.manifest else asyncio.Event().wait())
    finally:
        await slack.close()
    return 0


async def _follow(slack: LocalSlack, path: Path, seen: Version) -> None:
    """Take each version of the manifest's file after *seen*, for as long as the server runs."""
    while True:
        await asyncio.sleep(EACH_SECONDS)
        if (now := _version(path)) in (seen, (0, 0)):
            continue
        seen = now
        try:
            manifest = companies.read(path)
            in_vain = compatibility.not_offered(manifest)
            slack.reload(manifest)
        except CompanyError as problem:
            _tell(f"The manifest has changed and can't be used; the old one stays. {problem}")
            continue
        _tell_in_vain(in_vain)
        _tell(f"The manifest has changed, and {slack.world.first_app.name} with it.")


def _version(path: Path) -> Version:
    try:
        found = path.stat()
    except OSError:  # an editor that writes anew takes it away for a moment
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


def _tell_in_vain(wanted: list[str]) -> None:
    for what in wanted:
        _tell(f"This manifest asks for {what}, which is not offered.")


def _welcome(slack: LocalSlack, kept: Path | None) -> str:
    where = next(iter(slack.world.workspaces.values())).name
    file = f" They are in {kept}, too." if kept else ""
    return (
        f"{where} is at {slack.url} with {slack.world.first_app.name} in it, until Ctrl-C.\n"
        f"What the bot needs follows.{file}"
    )


def _of_the_system(problem: OSError, given: argparse.Namespace) -> str:
    if problem.errno == errno.EADDRINUSE:
        return f"Port {given.port} is in use. Choose another one: --port 0 takes any."
    if problem.filename:
        return f"{problem.filename} can't be written: {problem.strerror}."
    return f"The local Slack can't listen on port {given.port}: {problem.strerror}."


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _fail(sentence: str, status: int) -> int:
    _tell(sentence)
    return status


if __name__ == "__main__":
    sys.exit(main())
