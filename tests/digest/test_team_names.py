"""Whatever a team is called, its name pings nobody and links nowhere, in fallbacks either."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from bot.checklist.ticks import Progress
from bot.digest import blocks
from bot.digest.export import blocks as export_blocks
from bot.digest.rollup import blocks as rollup_blocks
from bot.digest.rollup.schedule import Month
from bot.digest.summary import Summary
from bot.digest.trends import blocks as trends_blocks
from bot.digest.trends import lines
from bot.digest.webhook import blocks as webhook_blocks
from bot.digest.webhook.models import Webhook
from bot.experiments.experimenting import Running
from bot.framework.content import Content
from bot.home import blocks as home_blocks
from bot.home.overview import Home, LeadOverview, TeamOverview, Waiting
from bot.insight.figures import Figure
from bot.insight.rollups import HeatMap, Row
from bot.pulse.models import Round
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.teams.plans import Turn, Why
from bot.words import Words

NAME = "<!channel> <https://evil.example|x> <@U1> & Co"
NOW = datetime(2026, 11, 24, tzinfo=UTC)
TEAM = Team(id=1, name=NAME, digest_channel_id="C1", next_opens_at=NOW)
URL = "https://example.com/<!here>"
DRIVES = tuple(
    Figure(name.lower(), name, 3.5, 9, "learning", rounds_left=3)
    for name in ("Autonomy", "Mastery", "Purpose")
)
RUNNING = Running(NAME, "autonomy", "Autonomy", NAME, "under-way", 2, 6, 9)
SUMMARY = Summary(NAME, 3, "2026-11-24", 9, 9, DRIVES, (), experiment=RUNNING)
MONTH = Month(2026, 11, "UTC")


def mrkdwn(found: Any) -> Iterator[str]:
    """Every text in which Slack would see a mention or a link."""
    if isinstance(found, Draft):
        yield found.text
        yield from mrkdwn([found.blocks, found.plainer])
    elif isinstance(found, list | tuple):
        for part in found:
            yield from mrkdwn(part)
    elif isinstance(found, dict):
        if found.get("type") == "mrkdwn":
            yield found["text"]
        else:
            yield from mrkdwn(list(found.values()))
    elif isinstance(found, str):
        return


def everything(say: Words, content: Content) -> dict[str, Any]:
    """Each message and view of these rooms that names a team."""
    seen = lines.of(NAME, [SUMMARY], 12)
    hook = Webhook(team_id=1, url=URL, is_on=True)
    led = LeadOverview(100, 1, RUNNING, (), Progress(content.checklist, {}))
    waiting = Waiting(TEAM, Round(id=1, kind="pulse", number=3, closes_at=NOW, items=[]))
    teams = (
        TeamOverview(TEAM, SUMMARY, True, led, Turn(TEAM, Why.PAUSED)),
        TeamOverview(TEAM, None, False, None, Turn(TEAM, Why.GUEST)),
    )
    return {
        "digest": blocks.digest(say, content, SUMMARY, 1),
        "thread": blocks.thread(say, content, SUMMARY, 1),
        "rollup": rollup_blocks.drafts(
            say, content, HeatMap(("autonomy",), (Row(NAME, {"autonomy": 4}),), _row()), MONTH
        ),
        "trends": trends_blocks.message(say, content, seen, 1, [], drawn=False),
        "trends, text": Draft(trends_blocks.text(say, content, seen), []),
        "no trends": trends_blocks.nothing_yet(say, NAME),
        "export": export_blocks.as_text(say, NAME, "a,b\n1,2"),
        "export, comment": Draft(say("export-comment", digests=3, team=NAME), []),
        "webhook, form": webhook_blocks.form(say, TEAM, hook, None),
        "webhook, secret": webhook_blocks.secret(say, TEAM, URL, "whsec_x"),
        "webhook, saved": webhook_blocks.saved(say, TEAM, URL),
        "webhook, off": webhook_blocks.turned_off(say, TEAM),
        "webhook, gave up": webhook_blocks.gave_up(say, TEAM, "HTTP 503", is_on=True),
        "webhook, gone": webhook_blocks.gave_up(say, TEAM, "HTTP 410", is_on=False),
        "home": home_blocks.home(
            say, content, Home((waiting,), teams, 2, content.checklist[0], TEAM)
        ),
        "home, idle": home_blocks.home(say, content, Home((), teams, 0, None, None)),
    }


def _row() -> Row:
    return Row("everybody", {"autonomy": 4})


def test_a_teams_name_pings_nobody_and_links_nowhere(say: Words, content: Content) -> None:
    """In blocks as in fallbacks; where Slack takes no markup, it is the name that it is."""
    for what, found in everything(say, content).items():
        for text in mrkdwn(found):
            for danger in ("<!channel>", "<https://evil", "<@U1>", "<!here>"):
                assert danger not in text, f"{what}: {text}"


def test_a_teams_name_is_shown_where_it_belongs(say: Words, content: Content) -> None:
    """Escaped, it still is the whole name."""
    digest = blocks.digest(say, content, SUMMARY, 1)
    assert digest.text.startswith(
        "&lt;!channel&gt; &lt;https://evil.example|x&gt; &lt;@U1&gt; &amp; Co. Pulse 3."
    )
    assert digest.blocks[0]["text"]["text"] == f"Pulse 3 · {NAME}"
