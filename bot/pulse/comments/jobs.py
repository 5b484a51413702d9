"""What the clock does about comments: carry answers to who wrote them, and let addresses go."""

import secrets
from datetime import datetime

from bot import clock, due
from bot.db import Database
from bot.pulse import destroying, sealing
from bot.pulse.comments import blocks, letters
from bot.pulse.comments.letters import Mailbox, Task
from bot.pulse.keys import KeyStore
from bot.pulse.models import Seal
from bot.slack import leases, posting
from bot.slack.clients import Clients
from bot.slack.installs import Installs
from bot.slack.models import Message, State
from bot.slack.outbox import Draft
from bot.slack.posting import Dispatch
from bot.teams import locales, telling
from bot.teams.models import Person, Team
from bot.vault import Vault
from bot.words import Words

LEASE = "comment-answers"


async def answer_due(
    database: Database,
    keys: KeyStore,
    vault: Vault,
    installs: Installs,
    clients: Clients,
    say: Words,
) -> None:
    """Do what is asked of addresses, and destroy those that are used up, burned or too old.

    Each answer is posted by this job itself: a row of the outbox would name its reader.
    """
    at, holder = clock.now(), secrets.token_hex(16)
    async with database.read() as session:
        mails = {mail.address.comment_id: mail for mail in await letters.waiting(session, at)}
    if not mails:
        return

    async def serve(comment_id: str) -> None:
        if not await leases.acquire(database, LEASE, holder, at=clock.now()):
            return
        mail = mails[comment_id]
        async with database.read() as session:
            key = await sealing.private_key(session, keys, mail.address.seal)
        task = letters.read(key, mail, at=at) if key else None
        is_over, is_carried = mail.is_over(at), False
        if task and task.words and not is_over:
            is_over = is_carried = await _carry(database, installs, clients, say, mail, task)
            if not is_over:  # Slack can't be asked just now
                return
        if is_over or (task and task.is_burned):
            is_lost = key is None or bool(task and task.words and not is_carried)
            await _let_go(database, say, mail, is_lost=is_lost, at=at)
        elif task:
            async with database.begin() as session:
                await letters.put_away(session, vault, mail, task.writer)

    await due.each(mails, serve, failed="an answer could not be carried", name="comment")
    await leases.release(database, LEASE, holder)
    await destroying.destroy_spent(database, keys)


async def _carry(
    database: Database,
    installs: Installs,
    clients: Clients,
    say: Words,
    mail: Mailbox,
    task: Task,
) -> bool:
    """Post an answer; whether it is over with it, arrived or refused.

    One that was cut off is looked up in the writer's DM before anything is sent again.
    """
    if not task.writer:
        return True
    async with database.read() as session:
        seal = await session.get_one(Seal, mail.address.seal)
        team = await session.get_one(Team, seal.team_id)
        # Everybody's are read: a database that logs its statements shall not log whose it was.
        locale = (await locales.of_all(session, team.workspace_id)).get(task.writer)
    installed = await installs.find(team.workspace_id)
    if installed is None:
        return False
    client = clients.sender(installed.bot_token)
    draft = blocks.answer(say.locale(locale), team, task.words)
    dispatch = _dispatch(team, mail, task, draft)
    outcome = await posting.look_up(dispatch, client)
    if outcome.state in (State.WAITING, State.UNKNOWN):
        outcome = await posting.post(dispatch, list(draft.blocks), client)
    return outcome.is_final


def _dispatch(team: Team, mail: Mailbox, task: Task, draft: Draft) -> Dispatch:
    return Dispatch(
        id=0,
        key=task.key,
        workspace_id=team.workspace_id,
        recipient=task.writer,
        message=Message(text=draft.text, blocks=list(draft.blocks)),
        attempts=0,
        asked_at=mail.answer.due_at if mail.answer else None,
        thread_ts=None,
    )


async def _let_go(
    database: Database, say: Words, mail: Mailbox, *, is_lost: bool, at: datetime
) -> None:
    """Let an address go; whose answer could not be delivered is told so."""
    async with database.begin() as session:
        if is_lost and mail.answer and mail.answer.lead_id:
            lead = await session.get_one(Person, mail.answer.lead_id)
            key = f"answer-lost:{mail.address.comment_id}"
            await telling.people(session, say, [lead], key, blocks.answer_lost, at=at)
        await letters.delete_address(session, mail.address)
