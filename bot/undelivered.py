"""`amp failures` and `amp resend`: what could not be delivered, and sending it once more."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct, field
from sqlalchemy import func, or_, select, union
from sqlalchemy.ext.asyncio import AsyncSession

from bot import administering
from bot.administering import NothingToRead, Row
from bot.digest.models import Digest
from bot.errors import AmpError
from bot.experiments.models import Experiment
from bot.pulse.models import AnyRound
from bot.pulse.planning import TOO_LATE
from bot.settings import Settings
from bot.slack import outbox
from bot.slack.models import Delivery, Installation, OrgWorkspace, State
from bot.slack.outbox import LOST
from bot.teams import daytime
from bot.teams.models import Team
from bot.teams.undelivered import kinds
from bot.teams.undelivered.kinds import Kind, Kinds, MessageGone

NEWS = timedelta(days=2)  # for which what no round and no channel waits for is still news
TROUBLE = {State.FAILED: "failed", State.UNKNOWN: "may have arrived", State.WAITING: "waits"}

OVER = "their time is over"
WORDLESS = "what they said is not kept any more"
REMOVED = "Amp was removed there"

# Where a key names the round that a message is about: `invitation:12:…`.
OF_ROUND = ("invitation", "reminder", "comment", "audit", "webhook", "repeat")
# Where it names the team.
OF_TEAM = (
    "asked", "card", "guide", "lead", "leads", "moved", "news", "nudge", "told", "unreachable",
)  # fmt: skip


async def failures(session: AsyncSession) -> list[Row]:
    """What was not delivered: workspace, team, kind, how it stands and why, how often, until when.

    Without what the messages say, and whom they are for.
    """
    stuck = (Delivery.state == State.WAITING) & Delivery.failure.is_not(None)
    found = await session.scalars(
        select(Delivery).where(or_(Delivery.state.in_(LOST), stuck)).order_by(Delivery.due_at)
    )
    grouped: Counter[tuple[object, ...]] = Counter()
    last: dict[tuple[object, ...], datetime] = {}
    for one in found:
        team = await _team_id(session, one)
        shown = TROUBLE[State(one.state)]
        group = (one.workspace_id, team or "-", _what(one), shown, one.failure or "-")
        grouped[group] += 1
        last[group] = one.due_at
    header = ("WORKSPACE", "TEAM", "MESSAGES", "STATE", "WHY", "NUMBER", "LAST")
    return [header, *((*group, number, last[group]) for group, number in grouped.items())]


def _what(delivery: Delivery) -> str:
    """What kind of message it is: the beginning of its key."""
    return delivery.key.partition(":")[0]


async def _team_id(session: AsyncSession, delivery: Delivery) -> int | None:
    """The team that a message is about, as its key or its channel says; None for no single one."""
    what, *rest = delivery.key.split(":")
    number = next((int(part) for part in rest if part.isdecimal()), 0)
    if what in OF_TEAM:
        return number or None
    for kind, column in (
        (OF_ROUND, _of(AnyRound.team_id, AnyRound.id, number)),
        (("digest",), _of(Digest.team_id, Digest.round_id, number)),
        (("experiment",), _of(Experiment.team_id, Experiment.id, number)),
    ):
        if what in kind:
            return await session.scalar(column)  # type: ignore[no-any-return]
    here, to = delivery.workspace_id, delivery.recipient
    its_channel = or_(Team.channel_id == to, Team.digest_channel_id == to)
    found = await session.scalars(select(Team.id).where(Team.workspace_id == here, its_channel))
    teams = found.all()
    return teams[0] if len(teams) == 1 else None


def _of(team_id: Any, column: Any, number: int) -> Any:
    return select(team_id).where(column == number)


class Resent(Struct):
    """What was put back, by kind, and why the rest was left."""

    again: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    unknown: int = 0

    def __str__(self) -> str:
        lines = [
            f"{_messages(self.again.total())} on the way again: {_listed(self.again)}."
            if self.again
            else "Nothing was sent again."
        ]
        lines += [f"Left: {_messages(number)}, {why}." for why, number in self.left.items()]
        if self.unknown:
            lines.append(
                f"Left: {_messages(self.unknown)}, which may have arrived: Amp can't see that. "
                "Where a channel waits for one, its leads have a button that posts it again."
            )
        return "\n".join(lines)


def _messages(number: int) -> str:
    return "1 message" if number == 1 else f"{number} messages"


def _listed(counted: Counter[str]) -> str:
    return ", ".join(f"{number} {what}" for what, number in sorted(counted.items()))


async def resend(
    settings: Settings, undeliverable: Kinds, workspace: str | None, *, at: datetime
) -> str:
    """Put what failed back into the queue, each once, and say what was done; raises NothingToRead.

    What would be stale is left, and so is what may have arrived.
    """
    done = Resent()
    async with administering.opened(settings) as database:
        async with database.read() as session:
            if workspace:
                await _check_known(session, workspace)
            lost = await _lost(session, workspace)
        for delivery_id in lost:
            async with database.begin() as session:
                await _resend(session, undeliverable, delivery_id, done, at)
    return str(done)


async def _check_known(session: AsyncSession, workspace: str) -> None:
    """Raise NothingToRead for what is no workspace that Amp knows: a slip of the keys."""
    await _check_no_organisation(session, workspace)
    known = union(
        select(Installation.id).where(Installation.id == workspace),
        select(OrgWorkspace.workspace_id).where(OrgWorkspace.workspace_id == workspace),
        select(Delivery.workspace_id).where(Delivery.workspace_id == workspace),
    )
    if await session.scalar(known) is None:
        raise NothingToRead(f"Amp knows no workspace «{workspace}». See amp workspaces.")


async def _check_no_organisation(session: AsyncSession, id_: str) -> None:
    """Messages go to workspaces: an organisation is told which it has, as far as Amp knows."""
    of_it = select(OrgWorkspace.workspace_id).where(OrgWorkspace.enterprise_id == id_)
    found = sorted(await session.scalars(of_it))
    installed = select(Installation.id).where(Installation.id == id_)
    if found or (id_.startswith("E") and await session.scalar(installed)):
        named = ", ".join(found) or "none that Amp knows so far"
        raise NothingToRead(f"«{id_}» is an organisation. Name one of its workspaces: {named}.")


async def _lost(session: AsyncSession, workspace: str | None) -> Sequence[int]:
    """What was lost, in the order in which it was to come; what tells of others comes last."""
    tells = Delivery.key.startswith("undelivered:")
    where = (Delivery.workspace_id == workspace,) if workspace else ()
    found = await session.scalars(
        select(Delivery.id)
        .where(Delivery.state.in_(LOST), *where)
        .order_by(tells, Delivery.due_at, Delivery.id)
    )
    return found.all()


async def _resend(
    session: AsyncSession, undeliverable: Kinds, delivery_id: int, done: Resent, at: datetime
) -> None:
    delivery = await session.scalar(
        select(Delivery).where(Delivery.id == delivery_id).with_for_update(of=Delivery)
    )
    if delivery is None or delivery.state not in LOST:  # somebody else has sent it
        return
    if delivery.state == State.UNKNOWN:
        done.unknown += 1
        return
    if await _is_removed(session, delivery.workspace_id):
        done.left[REMOVED] += 1
        return
    if not delivery.message.text:
        done.left[WORDLESS] += 1
        return
    kind = _kind(undeliverable, delivery)
    to, due_at = await _where_and_when(session, kind, delivery, at)
    if to is None or not await outbox.send_again(session, delivery.key, to, at=due_at):
        done.left[OVER] += 1
        return
    done.again[_what(delivery)] += 1
    if kind and kind.posted_again:
        await kind.posted_again(session, delivery, at)


async def _where_and_when(
    session: AsyncSession, kind: Kind | None, delivery: Delivery, at: datetime
) -> tuple[str | None, datetime]:
    """To whom a message goes by now, and when it is day there; to nobody where it is stale."""
    calendars = await daytime.of_recipient(session, delivery.workspace_id, delivery.recipient)
    due_at = min((calendar.catch_up(at) for calendar in calendars), default=at)
    if delivery.give_up_at is not None and delivery.give_up_at <= due_at:
        return None, due_at
    if delivery.thread_of is not None:
        return await _beside_root(session, delivery, at), due_at
    if kind is None:
        return delivery.recipient if await _is_news(session, delivery, due_at) else None, due_at
    try:
        undelivered = await kind.find(session, delivery)
    except AmpError:
        return None, due_at
    return undelivered.channel_id if _is_waited_for(delivery, at) else None, due_at


async def _beside_root(session: AsyncSession, delivery: Delivery, at: datetime) -> str | None:
    """Where the message is in whose thread it belongs; None where that has not arrived either."""
    root = await outbox.find(session, delivery.thread_of or "")
    if root is None or root.state in LOST or not _is_waited_for(delivery, at):
        return None
    return root.recipient


def _is_waited_for(delivery: Delivery, at: datetime) -> bool:
    return delivery.due_at > at - kinds.WORTH_MENDING


def _kind(undeliverable: Kinds, delivery: Delivery) -> Kind | None:
    """The kind of a message to a channel; None for one to a person, or of no kind."""
    if not delivery.recipient.startswith(("C", "G")):
        return None
    try:
        return kinds.kind_of(undeliverable, delivery.key)
    except MessageGone:
        return None


async def _is_news(session: AsyncSession, delivery: Delivery, due_at: datetime) -> bool:
    """Whether a message that belongs to no kind still says something, once it comes."""
    what, *rest = delivery.key.split(":")
    if what in ("invitation", "reminder"):
        return await _may_answer(session, int(rest[0]), what, due_at)
    if what == "undelivered":
        about = await session.get(Delivery, int(rest[0]))
        return about is not None and about.state in LOST
    return due_at - delivery.due_at < NEWS


async def _may_answer(session: AsyncSession, round_id: int, what: str, due_at: datetime) -> bool:
    round_ = await session.get(AnyRound, round_id)
    if round_ is None or not round_.is_open:
        return False
    team = await session.get_one(Team, round_.team_id)
    until = round_.closes_at - (TOO_LATE if what == "reminder" else timedelta())
    return team.ended_at is None and not team.is_out_of_reach and due_at < until


async def _is_removed(session: AsyncSession, workspace_id: str) -> bool:
    """Whether nobody speaks for a workspace, neither itself nor its organisation."""
    of_it = select(OrgWorkspace.enterprise_id).where(OrgWorkspace.workspace_id == workspace_id)
    speaks = or_(Installation.id == workspace_id, Installation.id.in_(of_it))
    found = select(func.count()).select_from(Installation)
    return not await session.scalar(found.where(speaks, Installation.revoked_at.is_(None)))
