"""What nobody asked to delete goes when its time has come."""

from datetime import timedelta

from freezegun import freeze_time
from sqlalchemy import func, select, update

from bot.db import Base
from bot.digest.models import Digest
from bot.experiments.models import Experiment, Review
from bot.keeping import jobs, retention
from bot.pulse.models import AnyRound, Invitation, Seal, Tally
from bot.scrubbing import PendingScrub
from bot.settings import Settings
from bot.slack import delivery, outbox
from bot.slack.models import Delivery, Message, State
from bot.slack.outbox import Draft, Target
from bot.teams.models import Member, Person, Team
from tests.pulse.conftest import NOW, House

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


async def rows(house: House, table: type[Base]) -> int:
    async with house.database.read() as session:
        return await session.scalar(select(func.count()).select_from(table)) or 0


async def later(house: House, by: timedelta, **settings: str) -> None:
    with freeze_time(NOW + by):
        await jobs.forget_old(house.database, Settings.of(settings))


async def a_round(house: House, week: int) -> None:
    at = NOW + week * WEEK
    round_ = await house.opens(at=at)
    for person in range(5):
        await house.answers(round_, person, dict.fromkeys(round_.items, 3), at=at)
    await house.closes(round_, at=at)
    async with house.database.begin() as session:
        row = {"round_id": round_.id, "team_id": house.team_id, "number": round_.number}
        session.add(Digest(**row, summary={}, states={}, composed_at=at))


async def test_an_ended_team_goes_with_all_that_was_its(house: House) -> None:
    """Ninety days after its end, if nobody has set another time; another team stays."""
    await house.team(5)
    await a_round(house, 0)
    other = await house.team(5, channel="C2", first=5, leads=["U5"])
    async with house.database.begin() as session:
        ended = await session.scalar(select(Team).where(Team.id != other.id))
        assert ended is not None
        ended.ended_at = NOW
    await later(house, 90 * DAY)
    assert (await rows(house, Team), await rows(house, AnyRound)) == (2, 1)
    await later(house, 40 * DAY, AMP_KEEP_ENDED_TEAMS="41")
    assert await rows(house, Team) == 2
    await later(house, 91 * DAY)
    assert (await rows(house, Team), await rows(house, Member)) == (1, 5)
    for table in (AnyRound, Seal, Invitation, Tally, Digest):
        assert await rows(house, table) == 0, table
    assert await rows(house, Person) == 10
    assert await rows(house, PendingScrub) >= 1


async def test_a_round_of_two_teams_outlives_one_and_names_it_no_more(house: House) -> None:
    """A number that is free by then would else be another team's."""
    sister = await house.team(5, channel="C2", first=5, leads=["U5"])
    await house.team(5)
    await a_round(house, 0)
    async with house.database.begin() as session:
        (await session.get_one(Team, sister.id)).ended_at = NOW
        await session.execute(update(AnyRound).values(sister_id=sister.id))
    await later(house, 91 * DAY)
    async with house.database.read() as session:
        assert (await session.scalars(select(AnyRound.sister_id))).all() == [retention.NOBODY]


async def test_digests_stay_unless_a_time_is_set(house: House) -> None:
    """With their counts, and who was asked; the newest round stays, so that numbers go on."""
    await house.team(5)
    for week in range(3):
        await a_round(house, week)
    async with house.database.begin() as session:
        experiment = Experiment(
            team_id=house.team_id, title="t", what="w", drive="mastery", drive_name="Mastery",
            goal="g", metric="m", first_round=1, rounds=1, started_at=NOW, ended_at=NOW + WEEK,
        )  # fmt: skip
        session.add(experiment)
        await session.flush()
        session.add(
            Review(experiment_id=experiment.id, last_round=1, rounds=1, kind="up", told_at=NOW)
        )
    await later(house, 500 * WEEK)
    assert await rows(house, AnyRound) == await rows(house, Digest) == 3
    await later(house, 27 * WEEK, AMP_KEEP_DIGESTS="26")
    assert await rows(house, AnyRound) == 2  # one is 27 weeks old, one 26 to the minute
    await later(house, 100 * WEEK, AMP_KEEP_DIGESTS="26")
    assert await rows(house, AnyRound) == await rows(house, Digest) == 1
    assert await rows(house, Invitation) == 5
    assert await rows(house, Experiment) == await rows(house, Review) == 0
    assert (await house.opens(at=NOW + 101 * WEEK)).number == 4


async def sent(house: House, key: str, state: State, *, thread_of: str | None = None) -> None:
    """A message to somebody or to a channel, that is in this state since NOW."""
    recipient = "C1" if key.startswith("channel") else "U1"
    async with house.database.begin() as session:
        target = Target(key, "T1", recipient, NOW, thread_of=thread_of)
        await outbox.post(session, Draft(key, []), [target])
        found = await outbox.find(session, key)
        assert found is not None
        found.state = state


async def said(house: House, by: timedelta, **settings: str) -> set[str]:
    """What is kept of what messages said, after the clock's look that much later."""
    with freeze_time(NOW + by):
        await delivery.tidy(house.database, Settings.of(settings))
    async with house.database.read() as session:
        return set(await session.scalars(select(Message.text).where(Message.text != "")))


async def test_words_go_a_day_after_they_arrived(house: House) -> None:
    """Or as set; what did not arrive can be sent again for four weeks, its thread with it."""
    await sent(house, "arrived", State.SENT)
    await sent(house, "channel:lost", State.FAILED)
    await sent(house, "channel:reply", State.WAITING, thread_of="channel:lost")
    await sent(house, "waiting", State.WAITING)
    everything = {"arrived", "channel:lost", "channel:reply", "waiting"}
    assert await said(house, timedelta(hours=23)) == everything
    assert await said(house, 3 * DAY, AMP_KEEP_WORDS="4") == everything
    assert await said(house, timedelta(hours=25)) == everything - {"arrived"}
    assert await said(house, 4 * WEEK + DAY) == {"waiting"}
    async with house.database.begin() as session:
        assert not await outbox.send_again(session, "channel:lost", "C1", at=NOW)


async def test_that_somebody_was_written_to_is_forgotten_after_a_quarter(house: House) -> None:
    """What went to a channel stays: its thread and its button for sending again need it."""
    await sent(house, "arrived", State.SENT)
    await sent(house, "lost", State.FAILED)
    await sent(house, "waiting", State.WAITING)
    await sent(house, "channel:arrived", State.SENT)
    await said(house, 12 * WEEK)
    assert await rows(house, Delivery) == 4
    await said(house, 14 * WEEK)
    async with house.database.read() as session:
        assert set(await session.scalars(select(Delivery.key))) == {"waiting", "channel:arrived"}
