"""Writing to people about a round, each in the language of their Slack: asking, and once again."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import insert_new
from bot.pulse import ballots, blocks, rounds
from bot.pulse.models import AnyRound, Reminded
from bot.slack import outbox
from bot.slack.outbox import Target
from bot.teams import telling
from bot.teams.models import Person, Team
from bot.vault import Vault
from bot.words import Words


async def invite(session: AsyncSession, say: Words, team: Team, round_: AnyRound) -> None:
    """Write the invitations to everybody who has a place in the round."""
    due = dict(await rounds.invited_people(session, round_))
    for words, people in telling.by_language(say, due):
        targets = [_invitation(round_, person, due[person]) for person in people]
        await outbox.post(session, blocks.invitation(words, team, round_), targets)


def _invitation(round_: AnyRound, person: Person, due_at: datetime) -> Target:
    return Target(
        key=f"invitation:{round_.id}:{person.id}",
        workspace_id=person.workspace_id,
        recipient=person.user_id,
        due_at=due_at,
        give_up_at=round_.closes_at,
    )


def reminds_at(round_: AnyRound) -> datetime:
    """A day before the end; for short rounds when a third of the time is left."""
    length = round_.closes_at - round_.opened_at
    return round_.closes_at - min(timedelta(hours=24), length / 3)


async def remind(
    session: AsyncSession, say: Words, vault: Vault, round_id: int, *, at: datetime
) -> None:
    """Remind, once, whoever has not answered; raises RoundClosed."""
    round_ = await ballots.open_round(session, round_id, at, hold=True)
    team = await session.get_one(Team, round_.team_id)
    waiting = await ballots.waiting_for(session, vault, round_id)
    for words, people in telling.by_language(say, waiting):
        reminded = [await _reminded(session, vault, round_, person, at) for person in people]
        if targets := [target for target in reminded if target]:
            await outbox.post(session, blocks.reminder(words, team, round_), targets)


async def _reminded(
    session: AsyncSession, vault: Vault, round_: AnyRound, person: Person, at: datetime
) -> Target | None:
    """A reminder to somebody; None if they have had theirs."""
    token = vault.token("reminded", round_.id, person.id)
    if not await insert_new(session, Reminded, [{"round_id": round_.id, "token": token}]):
        return None
    return Target(
        key=f"reminder:{round_.id}:{token.hex()}",
        workspace_id=person.workspace_id,
        recipient=person.user_id,
        due_at=at,
        give_up_at=round_.closes_at,
    )
