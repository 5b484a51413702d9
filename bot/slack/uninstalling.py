"""Amp being removed from a workspace: its tokens are useless at once, its data goes in time."""

from datetime import timedelta

import structlog
from slack_bolt.async_app import AsyncApp
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import clock, due, postgres, scrubbing
from bot.db import Base, Database
from bot.slack import installs as installations
from bot.slack.clients import Clients
from bot.slack.installs import Installs
from bot.slack.listening import listener
from bot.slack.models import Delivery, Installation, Lease, Message, OrgWorkspace
from bot.slack.requests import Event

log = structlog.get_logger()

KEPT = timedelta(days=30)  # for who comes back


def register(app: AsyncApp) -> None:
    app.event("app_uninstalled")(gone)
    app.event("tokens_revoked")(gone)


@listener(uninstalled=True)
async def gone(event: Event, installs: Installs, clients: Clients) -> None:
    """Nothing is sent to that workspace from now on; installing again goes on where it was.

    Slack may say it an hour late, when somebody has installed us again, or of another person's
    token: so we ask whether it is ours that is worth nothing any more.
    """
    installed = await installs.find(event.workspace_id, event.enterprise_id)
    if installed is None or not await installations.is_gone(clients.sender(installed.bot_token)):
        return
    if await installs.revoke(installed, at=clock.now()):
        log.info("uninstalled", workspace=installed.id)


async def forget_removed(database: Database) -> None:
    """What the clock does: delete what is kept of workspaces that were left a month ago."""
    async with database.read() as session:
        left = Installation.revoked_at < clock.now() - KEPT
        removed = (await session.scalars(select(Installation.id).where(left))).all()

    async def forget_one(session: AsyncSession, id_: str) -> None:
        installed = await session.get(Installation, id_, with_for_update=True)
        if installed and installed.revoked_at:  # nobody has come back meanwhile
            await forget(session, id_)
            log.info("forgotten", workspace=id_)

    await due.each_in_transaction(database, removed, forget_one, failed="a workspace is still kept")


async def forget(session: AsyncSession, id_: str) -> None:
    """Delete all that is kept of a workspace, or of an organisation and what is only its own."""
    await postgres.take_time(await session.connection())
    in_org = select(OrgWorkspace.workspace_id).where(OrgWorkspace.enterprise_id == id_)
    for workspace_id in {id_, *await session.scalars(in_org)}:
        if workspace_id == id_ or await session.get(Installation, workspace_id) is None:
            await _forget_one(session, workspace_id)
    await session.execute(delete(OrgWorkspace).where(OrgWorkspace.enterprise_id == id_))
    await session.execute(delete(Installation).where(Installation.id == id_))
    await scrubbing.want(session, words=True)


async def _forget_one(session: AsyncSession, workspace_id: str) -> None:
    said = select(Delivery.message_id).where(Delivery.workspace_id == workspace_id)
    await session.execute(delete(Message).where(Message.id.in_(said)))
    for table in reversed(Base.metadata.sorted_tables):
        if "workspace_id" in table.columns:  # what hangs on these rows goes with them
            of_it = table.columns["workspace_id"] == workspace_id
            await session.execute(delete(table).where(of_it))
    await session.execute(delete(Lease).where(Lease.name == workspace_id))
