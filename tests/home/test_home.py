"""The App Home tab: what waits, how teams stand, what comes next, and what leads see."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from bot.checklist.ticks import Progress
from bot.digest import deliveries, sentences
from bot.digest.models import Digest
from bot.digest.summary import Summary
from bot.experiments import moves
from bot.experiments.experimenting import Running, Status
from bot.experiments.models import End, Experiment
from bot.framework.content import Content
from bot.home import blocks
from bot.home.overview import MAX_TEAMS, Home, LeadOverview, TeamOverview, Waiting
from bot.home.viewers import EXPIRY, MAX_VIEWERS, RecentViewers
from bot.insight.figures import Figure
from bot.insight.verdicts import Kind
from bot.pulse.models import Round
from bot.slack import outbox
from bot.slack.models import Delivery, State
from bot.slack.outbox import Draft, Target
from bot.slack.requests import Actor
from bot.teams.models import Person, Team
from bot.teams.plans import Turn, Why
from bot.tools.audit.models import AuditRound
from bot.words import Words
from localslack.driver import SeenView
from localslack.rules.views import validate_view
from tests.digest.past import ordinary, past_of
from tests.home.test_help import ONE_SCREEN
from tests.house import Scene, scene, statements
from tests.tools.conftest import hears

TUESDAY = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(sqlite_url, tmp_path) as made:
        yield made


async def home(house: Scene, name: str, words: str = "") -> SeenView:
    """Somebody's Home, as soon as it says *words*."""
    person = house.person(name)

    async def seen() -> SeenView | None:
        view = await person.home()
        return view if view and words in view.text else None

    found: SeenView = await house.slack.until(seen)
    return found


async def test_a_person_in_no_team_sees_how_to_begin(house: Scene) -> None:
    """The command that begins, and the first card."""
    told = await home(house, "ana", "Open now")
    assert "/amp setup" in told.text
    assert "For leads" not in told.text
    assert await house.person("ana").presses(told.buttons[-1], where="home")
    card = await house.person("ana").modal(timeout=20)
    assert card is not None


async def test_who_only_looks_leaves_no_trace(house: Scene) -> None:
    """Somebody whom Amp does not know opens Home: it is drawn, and they stay unknown."""
    await home(house, "ana", "Open now")
    assert await house.rows(Person) == 0


async def test_home_is_in_the_persons_language(house: Scene) -> None:
    """Drives and the next step come from the content of their language, whatever the team's is."""
    await house.sets_up("ana", "#team-product")
    past = await past_of(house)
    await past.lives(ordinary(3), people=8, asked=8)
    async with house.amp.database.begin() as session:
        await session.execute(update(Person).values(locale="de-DE"))
    told = await home(house, "bo", "Autonomie")
    assert house.amp.content.locale("de").checklist[0].text in told.text
    assert "*Autonomy" not in told.text


async def test_home_has_its_parts_in_order(house: Scene) -> None:
    """What waits, how teams stand, the next step, and for leads the rest."""
    await house.sets_up("ana", "#team-product")
    past = await past_of(house)
    await past.lives(ordinary(15), people=8, asked=8)
    await house.skip(to=TUESDAY)

    told = await home(house, "ana", "For leads")
    parts = ["Open now", "How your teams stand", "Your next step", "For leads"]
    assert sorted(parts, key=told.text.index) == parts
    assert "as usual" in told.text
    assert "Response: 100% over the last 12 rounds" in told.text
    assert "Checklist: 2 of" in told.text
    for label in ("Answer", "Trends", "Settings", "Experiments", "Checklist"):
        assert label in told.buttons
    assert "For leads" not in (await home(house, "bo", "How your teams stand")).text


async def test_home_names_the_channel_only_in_which_the_digest_stands(house: Scene) -> None:
    """Where digests go by now, the newest one is not, if it came before."""
    await house.sets_up("ana", "#team-product")
    past = await past_of(house)
    await past.lives(ordinary(1), people=8, asked=8)
    async with house.amp.database.begin() as session:
        [team] = await session.scalars(select(Team))
        [digest] = await session.scalars(select(Digest))
        key, here = deliveries.key(digest.round_id), team.digest_channel_id
        target = Target(key, team.workspace_id, here, due_at=NOW)
        await outbox.post(session, Draft("A digest", []), [target])
        await session.execute(update(Delivery).values(state=State.SENT))
    assert "whole digest is in" in (await home(house, "bo", "How your teams stand")).text
    async with house.amp.database.begin() as session:
        await session.execute(update(Team).values(digest_channel_id="C0ELSEWHERE"))
    told = (await home(house, "bo", "How your teams stand")).text
    assert "8 of 8 answered" in told
    assert "whole digest is in" not in told


async def test_home_calls_an_odd_round_odd_and_not_usual(house: Scene) -> None:
    """The newest week alone fell by more than a point: no verdict, and no "as usual" either."""
    await house.sets_up("ana", "#team-product")
    past = await past_of(house)
    weeks = [*ordinary(15), {"autonomy": 2.5}]
    await past.lives(weeks, people=8, asked=8)
    await house.skip(to=TUESDAY)

    told = (await home(house, "ana", "For leads")).text
    assert "unusually low in this one round" in told
    assert told.count("as usual") == 2
    assert "Autonomy: lower" not in told


async def test_home_says_what_the_drives_are(house: Scene) -> None:
    """For whoever has never heard of them, once there are numbers of them."""
    await house.sets_up("ana", "#team-product")
    assert "Getting better at something" not in (await home(house, "bo")).text
    await (await past_of(house)).lives(ordinary(2), people=8, asked=8)
    told = (await home(house, "bo", "pulse 2")).text
    assert "*Autonomy*: Directing our own work: what we do, when, how and with whom." in told
    assert "Getting better at something" in told
    assert "From 1 to 5" in told


async def test_what_has_changed_is_the_next_step(house: Scene) -> None:
    """What to ask and what to try, in the digest's own words; a lead begins it from there."""
    await house.sets_up("ana", "#team-product")
    past = await past_of(house)
    told = await past.lives([*ordinary(12), *[{"autonomy": 2.0}] * 4], people=8, asked=8)
    assert told[-1].news
    assert told[-1].news[0].stage == "goes-on"
    question = sentences.question(past.say, past.content, told[-1])
    idea = next(one for one in past.content.ideas if one.id == told[-1].ideas[0])
    lead, member = await home(house, "ana", "pulse 16"), await home(house, "bo", "pulse 16")
    for seen in (lead, member):
        step = seen.text.split("Your next step")[1]
        assert "Talk about it in team-product: the drop in autonomy" in step
        assert question[1:] in step
        assert idea.title in step
        assert "Name the kinds of work" not in step
        assert f"pulse {told[-1].news[0].number} told of a drop" in seen.text
    assert "Try this" in lead.buttons
    assert "Try this" not in member.buttons
    for name in ("ana", "bo"):
        await house.person(name).types("/amp help", "#team-product")
        helped = await hears(house.person(name), "Talk about it in team-product")
        assert question[1:] in helped.text
        assert len(helped.text.split()) <= ONE_SCREEN
        assert "Name the kinds of work" not in helped.text


async def test_what_has_changed_in_a_team_that_one_leads_comes_first(house: Scene) -> None:
    """Of two teams with news, whatever their names; the other one's lead sees the other one."""
    await house.sets_up("ana", "#team-product")
    await house.sets_up("ines", "#team-maps")
    await house.slack.driver.post("channels", id="#team-maps", invite=["ana"])
    await house.slack.settled()
    await house.run()
    for channel in ("#team-product", "#team-maps"):
        past = await past_of(house, channel)
        await past.lives([*ordinary(12), *[{"autonomy": 2.0}] * 4], people=8, asked=8)
    seen = (await home(house, "ana", "Talk about it")).text
    assert "team-maps*, pulse 16" in seen  # it stands above the other one
    assert "Talk about it in team-product" in seen


async def test_what_fell_is_not_said_to_be_low_where_it_is_high_again(house: Scene) -> None:
    """A drop that was called stays the news for some rounds, whatever the newest one shows."""
    await house.sets_up("ana", "#team-product")
    past = await past_of(house)
    weeks = [*ordinary(12), *[{"autonomy": 2.4}] * 4, *[{"autonomy": 4.3}] * 2]
    told = await past.lives(weeks, people=8, asked=8)
    assert told[-1].leading
    seen = await home(house, "bo", "Talk about it")
    assert "*Autonomy* 4.25" in seen.text
    assert "lower" not in seen.text


async def test_what_no_round_shows_any_more_is_not_the_next_step(house: Scene) -> None:
    """A drop that was called, and then too few answers for weeks: the checklist comes again."""
    await house.sets_up("ana", "#team-product")
    past = await past_of(house)
    await past.lives([*ordinary(12), *[{"autonomy": 2.0}] * 4], people=8, asked=8)
    assert "Talk about it" in (await home(house, "ana", "pulse 16")).text
    hidden = await past.lives([{}], people=3, asked=8)
    assert hidden[-1].news
    assert "Talk about it" not in (await home(house, "ana", "pulse 17")).text


async def test_nothing_is_suggested_that_can_not_begin(house: Scene) -> None:
    """What a lead said is not for the team gives way; beside an experiment nothing is suggested."""
    await house.sets_up("ana", "#team-product")
    past = await past_of(house)
    told = await past.lives([*ordinary(12), *[{"autonomy": 2.0}] * 4], people=8, asked=8)
    known = {idea.id: idea for idea in past.content.ideas}
    first, second = (known[id_] for id_ in told[-1].ideas[:2])
    assert first.title in (await home(house, "ana", "pulse 16")).text
    async with house.amp.database.begin() as session:
        [team] = await session.scalars(select(Team))
        await moves.reject(session, team, first.id)
    assert second.title in (await home(house, "bo", second.title)).text
    ana = house.person("ana")
    await home(house, "ana", second.title)
    assert await ana.presses("Try this", where="home")
    assert await ana.modal(timeout=20)
    assert await ana.submits({})
    for name in ("ana", "bo"):
        step = (await home(house, name, "Talk about it")).text.split("Your next step")[1]
        assert "One thing to try" not in step
    assert "Try this" not in (await home(house, "ana")).buttons


async def test_home_is_drawn_again_after_an_answer(house: Scene) -> None:
    """The round stays there while it is open: what Home shows tells nobody who has answered."""
    await house.sets_up("ana", "#team-product")
    await house.skip(to=TUESDAY)
    bo = house.person("bo")
    await home(house, "bo", "pulse 1")
    assert await bo.presses("Answer", where="home")
    form = await bo.modal(timeout=20)
    assert form is not None
    before = len(house.slack.calls("views.publish"))
    assert await bo.submits(dict.fromkeys(statements(form), "4"))
    await bo.closes()
    await house.slack.until(lambda: drawn(house, before + 1))
    assert "pulse 1:" in (await home(house, "bo", "Open now")).text


async def drawn(house: Scene, times: int) -> bool:
    return len(house.slack.calls("views.publish")) == times


@pytest.mark.parametrize("who", ["amp", "buildbot", "ines"])
async def test_no_home_is_drawn_for_bots_and_for_whom_amp_does_not_know(
    house: Scene, who: str
) -> None:
    """They leave channels too, and what a Home of theirs would show has not changed."""
    await house.sets_up("ana", "#team-product")
    await house.slack.driver.post("channels", id="#team-product", kick=["bo"])
    await house.slack.until(lambda: drawn(house, 1))
    if who == "ines":
        await house.slack.driver.post("channels", id="#general", kick=[who])
    else:
        await house.slack.driver.post("channels", id="#team-product", invite=[who])
        await house.slack.driver.post("channels", id="#team-product", kick=[who])
    await house.slack.settled()
    await house.run()
    assert await drawn(house, 1)


async def test_an_answer_costs_no_call_for_those_who_never_looked_at_home(house: Scene) -> None:
    """A thousand answers are not a thousand drawings."""
    await house.sets_up("ana", "#team-product")
    await house.skip(to=TUESDAY)
    await house.answers("hiro", rest=4)
    assert not house.slack.calls("views.publish")


async def test_the_windows_of_home_open(house: Scene) -> None:
    """Trends, experiments, checklist and settings, each from its button."""
    await house.sets_up("ana", "#team-product")
    past = await past_of(house)
    await past.lives(ordinary(15), people=8, asked=8)
    ana = house.person("ana")
    await home(house, "ana", "For leads")
    for label, title in (
        ("Trends", "Trends"),
        ("Experiments", "Experiments"),
        ("Checklist", "The checklist"),
        ("Settings", "Settings of the team"),
    ):
        assert await ana.presses(label, where="home")
        window = await ana.modal(timeout=20)
        assert window is not None, label
        assert window.title == title
        await ana.closes()


async def test_the_trends_window_changes_its_span_in_place(house: Scene) -> None:
    """A window has no chart: bars of text, for a month or a year."""
    await house.sets_up("ana", "#team-product")
    past = await past_of(house)
    await past.lives(ordinary(15), people=8, asked=8)
    bo = house.person("bo")
    await home(house, "bo", "How your teams stand")
    assert await bo.presses("Trends", where="home")
    assert await bo.modal(timeout=20)
    assert await bo.presses("4 rounds", where="modal")

    async def shorter() -> bool:
        window = await bo.modal()
        return window is not None and "(×4)" in window.text

    await house.slack.until(shorter)


yes = st.booleans()
rate = st.sampled_from([None, 0, 100])
tried = st.integers(0, 9)
name = st.text(min_size=1, max_size=80)
figure = st.builds(
    Figure,
    id=st.just("autonomy"),
    name=st.text(min_size=1, max_size=60),
    shown=st.one_of(st.none(), st.sampled_from([1.5, 3.25, 4.5])),
    people=st.integers(5, 99),
    kind=st.sampled_from([kind.value for kind in Kind]),
)
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def team(number: int, words: str) -> Team:
    return Team(
        id=number, name=words, digest_channel_id="C1", next_opens_at=NOW + timedelta(days=number)
    )


def waiting(words: str, kind: type[Round] | type[AuditRound], number: int) -> Waiting:
    return Waiting(team(number, words), kind(id=number, number=number, closes_at=NOW, items=[]))


def led(words: str, rate: int | None, tried: int, content: Content) -> LeadOverview:
    past = tuple(
        Status(Experiment(title=words[:75], end=End.KEPT.value, ended_at=NOW), (), 4)
        for _ in range(tried)
    )
    running = Running(words[:75], "autonomy", "Autonomy", words, "under-way", 2, 6, 9)
    return LeadOverview(rate, 12, running, past, Progress(content.checklist, {}))


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_any_home_keeps_slacks_limits(say: Words, content: Content, data: st.DataObject) -> None:
    """A hundred blocks at most, however many teams, and whatever they are called."""
    names = data.draw(st.lists(name, max_size=MAX_TEAMS))
    kinds: st.SearchStrategy[type[Round] | type[AuditRound]] = st.sampled_from([Round, AuditRound])
    teams = tuple(
        TeamOverview(
            team(n, words),
            data.draw(
                st.one_of(
                    st.none(),
                    st.lists(figure, min_size=3, max_size=3).map(
                        lambda drawn: Summary(
                            "x", 3, "2026-11-24", 9, 9, tuple(drawn), (), (), "Why?"
                        )
                    ),
                )
            ),
            arrived=data.draw(yes),
            led=led(words, data.draw(rate), data.draw(tried), content) if data.draw(yes) else None,
            turn=Turn(team(n, words), data.draw(st.sampled_from(Why))),
        )
        for n, words in enumerate(names, 1)
    )
    told = Home(
        waiting=tuple(waiting(words, data.draw(kinds), n) for n, words in enumerate(names, 1)),
        teams=teams,
        more=data.draw(st.integers(0, 90)),
        next=data.draw(st.sampled_from([None, *content.checklist])),
        next_of=teams[0].team if teams else None,
    )
    view = blocks.home(say, content, told)
    assert not validate_view(view), validate_view(view)
    assert len(view["blocks"]) <= 100


def test_who_looked_is_forgotten_after_half_an_hour_and_beyond_ten_thousand() -> None:
    """What a process remembers is bounded in time and in number."""
    viewers, ana = RecentViewers(), Actor("T1", "U1")
    viewers.remember(ana, at=100.0)
    assert viewers.has(ana, at=100.0 + EXPIRY - 1)
    assert not viewers.has(ana, at=100.0 + EXPIRY)
    for n in range(MAX_VIEWERS):
        viewers.remember(Actor("T2", f"U{n}"), at=101.0)
    assert not viewers.has(ana, at=102.0)
