"""The doctor's round: what is looked at in which order, and how it is told."""

import contextlib
import json
import sys
from collections.abc import AsyncIterator

from bot import checking, db, logs
from bot.doctor import storage, talking
from bot.doctor.finding import Finding, State, ok, problem
from bot.errors import SettingsError
from bot.settings import Settings
from bot.slack.clients import Clients
from bot.slack.installs import Installs
from bot.vault import Vault


async def run(settings: Settings, *, as_json: bool = False, url: str | None = None) -> int:
    """Print every finding; 1 when there is a problem."""
    logs.configure("ERROR")
    findings = []
    async for finding in examine(settings, url=url):
        findings.append(finding)
        if not as_json:
            sys.stdout.write(f"{finding}\n")
            sys.stdout.flush()
    sound = all(finding.state is not State.PROBLEM for finding in findings)
    if as_json:
        told = [{"state": f.state, "what": f.what, "remedy": f.remedy} for f in findings]
        sys.stdout.write(json.dumps({"ok": sound, "findings": told}, indent=2) + "\n")
    return 0 if sound else 1


async def examine(settings: Settings, *, url: str | None = None) -> AsyncIterator[Finding]:
    """Look at content, database, secret, key store and disk, and then at what Slack says.

    What is looked at is only opened: nothing of it is made.
    """
    yield _content(settings)
    database = db.connect(settings.database, pool=1)
    secret = None
    with contextlib.suppress(SettingsError):  # which becomes a finding
        secret = settings.present_secret()
    installs = Installs(database, Vault(secret or ""))
    clients = Clients(settings.slack_api_url, installs)
    try:
        found = [finding async for finding in storage.database(settings, database)]
        for finding in found:
            yield finding
        readable = found[0].state is State.OK
        if readable:
            async for finding in storage.rows(settings, database):
                yield finding
        async for finding in storage.keys(settings, database if readable else None):
            yield finding
        for finding in storage.disk(settings):
            yield finding
        async for finding in talking.slack(settings, clients, installs if readable else None):
            yield finding
        async for finding in talking.reached(settings, url):
            yield finding
    finally:
        await clients.close()
        await database.close()


def _content(settings: Settings) -> Finding:
    # What was shipped was checked before it was; what a company lays over it has to fit it.
    has_own = len(settings.content) > 1
    complaints = (checking.check if has_own else checking.read)(*settings.content)
    if not complaints:
        return ok("the content is in order")
    return problem(f"the content has {len(complaints)} mistakes", "Run: amp check")
