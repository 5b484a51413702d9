"""Putting something that was made with a tool into a team's channel."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack import block_kit as kit
from bot.slack import outbox
from bot.slack.block_kit import View
from bot.slack.outbox import Draft, Target
from bot.teams.models import Team


async def post(
    session: AsyncSession, team: Team, what: str, drafts: Sequence[Draft], *, at: datetime
) -> None:
    """Post the first draft into the channel and what follows it into its thread.

    A press is taken once (bot/slack/deduplication.py), so the moment may stand in the key.
    """
    key = f"shared:{what}:{int(at.timestamp() * 1000)}"
    for number, draft in enumerate(drafts):
        target = Target(
            key=f"{key}:{number}" if number else key,
            workspace_id=team.workspace_id,
            recipient=team.channel_id,
            due_at=at,
            thread_of=key if number else None,
        )
        await outbox.post(session, draft, [target])


def on_its_way(team: Team) -> View:
    return kit.notice("Shared", f":white_check_mark: It is on its way to <#{team.channel_id}>.")
