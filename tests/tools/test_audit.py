"""The audit: one's own picture, the team's, and both side by side."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot import privacy
from bot.framework.content import Content
from bot.pulse.models import AnyRound, Box, Round, Tally
from bot.teams.models import Team
from bot.tools.audit import profiles
from bot.tools.audit.models import AuditReading, AuditWish
from bot.tools.audit.questionnaire import CLEARLY, HARDLY, PARTLY
from bot.tools.private.models import PrivateNote
from localslack import Person
from tests.house import Scene, newest_answer, surely
from tests.tools.conftest import NASTY, appoint, hears, newest, window

PRODUCT = ["ana", "bo", "carla", "dmitri", "elif", "femi", "grace", "hiro"]
VALUES = {"Hardly": "2", "Partly": "3", "Clearly": "4"}  # in whatever language they are shown
RANKED = "People are ranked against each other."
CHOOSE = "People choose how they reach an agreed goal."


async def answers_alone(person: Person, old: str, new: str, **others: str) -> None:
    """Do the audit: one answer to every sign of 2.0, one to every sign of 3.0."""
    await person.types("/amp audit", "#team-product")
    await window(person, says="Your view")
    await person.presses(others.get("button", "Do the audit"), where="modal")
    for page, given in (("1 of 2", old), ("2 of 2", new)):
        form = await window(person, says=page)
        assert await person.submits(dict.fromkeys(form.labels, given))
    await window(person, says="Change my answers")


async def asks_team(house: Scene) -> None:
    ana = house.person("ana")
    await ana.types("/amp audit", "#team-product")
    await ana.presses("Ask the team", where="modal")
    await window(ana, says="The team is being asked")
    await ana.closes()
    await house.run()


async def answers_round(house: Scene, name: str, old: str, new: str) -> None:
    person = house.person(name)
    await person.presses(newest_answer(await person.dm()), where=await person.dm_id())
    german = name == "dmitri"  # whoever's Slack is German is asked in German
    form = await window(person, says="Was uns steuert" if german else "What steers us")
    chosen = [old if n < 6 else new for n in range(len(form.labels))]
    values = {label: VALUES[one] for label, one in zip(form.labels, chosen, strict=True)}
    await person.submits({**values})
    await window(person, says="Versiegelt" if german else "Sealed")
    await person.closes()


async def test_two_pages_give_a_picture_that_says_why(house: Scene) -> None:
    """Bars, a sentence, and the signs that speak for it."""
    ana = house.person("ana")
    await answers_alone(ana, "Clearly", "Hardly")
    seen = (await window(ana)).text
    assert "██████████ Motivation 2.0" in seen
    assert "░░░░░░░░░░ Motivation 3.0" in seen
    assert "Motivation 2.0 steers more" in seen
    assert f"{RANKED} When one person's gain" in seen
    assert f"{CHOOSE} Deciding on the way" in seen


async def test_what_was_answered_is_there_again_and_can_be_changed(each_house: Scene) -> None:
    """Closed half way, the first page is kept; done again, the new answers count."""
    ana = each_house.person("ana")
    await ana.types("/amp audit", "#team-product")
    await ana.presses("Do the audit", where="modal")
    form = await window(ana, says="1 of 2")
    await ana.submits(dict.fromkeys(form.labels, "Partly"))
    await window(ana, says="2 of 2")
    await ana.closes()

    await ana.types("/amp audit", "#team-product")
    await ana.presses("Change my answers", where="modal")
    form = await window(ana, says="1 of 2")
    given = [b["element"].get("initial_option") for b in form.blocks if b["type"] == "input"]
    assert [g["text"]["text"] for g in given] == ["Partly"] * 6
    await ana.closes()
    await answers_alone(ana, "Hardly", "Clearly", button="Change my answers")
    assert "Motivation 3.0 steers more" in (await window(ana)).text


async def test_a_page_that_does_not_say_which_it_is_is_told_so(house: Scene) -> None:
    """It is opened again; nothing is kept."""
    ana = house.person("ana")
    await ana.types("/amp audit", "#team-product")
    await ana.presses("Do the audit", where="modal")
    form = await window(ana, says="1 of 2")
    shown = house.slack.world.views.get(form.id)
    assert shown is not None
    shown.body["private_metadata"] = "{}"
    await ana.submits(dict.fromkeys(form.labels, "Partly"))
    await window(ana, says="no longer fits this round")
    assert await house.rows(PrivateNote) == 0


async def test_ones_own_view_is_seen_by_nobody_else_and_locked(house: Scene) -> None:
    """Another lead sees their own, and the row can't be read."""
    await appoint(house, "ana", "bo")
    await answers_alone(house.person("ana"), "Clearly", "Hardly")
    bo = house.person("bo")
    await bo.types("/amp audit", "#team-product")
    assert "Do the audit" in (await window(bo, says="Your view")).buttons
    async with house.amp.database.read() as session:
        note = (await session.scalars(select(PrivateNote))).one()
    assert b"ranking" not in note.locked


async def test_without_a_team_the_audit_works_for_oneself(house: Scene) -> None:
    """Somebody may look around before setting anything up."""
    jack = house.person("jack")
    await jack.types("/amp audit", "#team-maps")
    seen = await window(jack, says="Do the audit")
    assert "The team's view" not in seen.text


async def test_the_team_is_asked_and_answered_with_sealed_ballots(each_house: Scene) -> None:
    """From a lead's press to the result in the channel, with the pulse's own machinery."""
    await asks_team(each_house)
    assert await each_house.rows(AuditWish) == 0
    for name in PRODUCT[:6]:
        await answers_round(each_house, name, "Hardly", "Clearly")
    assert await each_house.rows(Box) == 6
    await each_house.skip(by=timedelta(hours=49))
    await each_house.skip(by=timedelta(hours=11))  # morning in Tokyo
    for name in PRODUCT:  # who has answered too: nobody knows them
        asks = "Bestandsaufnahme 1 ist noch" if name == "dmitri" else "audit 1 closes"
        assert asks in (await each_house.person(name).dm())[-1].text
    await each_house.skip(by=timedelta(hours=13))

    told = await hears(each_house.person("bo"), "What steers us: audit 1")
    assert "6 of 8" in told.text
    assert "Motivation 3.0 steers more" in told.text
    assert await each_house.rows(Box) == 0
    assert len(await each_house.digests()) == 0  # it is no pulse
    await each_house.skip(by=timedelta(hours=1))
    read = await each_house.person("bo").reads("#team-product")
    assert len([m for m in read if "What steers us: audit" in m.text]) == 1


async def test_both_views_lie_side_by_side_for_whoever_has_one(house: Scene) -> None:
    """One's own is asked for after the result, since it would tell too much while it is counted."""
    await answers_alone(house.person("ana"), "Clearly", "Clearly")
    await asks_team(house)
    for name in PRODUCT[:5]:
        await answers_round(house, name, "Hardly", "Clearly")
    await house.skip(by=timedelta(hours=73))

    ana, bo = house.person("ana"), house.person("bo")
    await ana.presses("My view beside it", where="#team-product")
    assert "Side by side" not in (await window(ana, says="The team's view")).text
    await ana.closes(clear=True)
    await answers_alone(ana, "Clearly", "Clearly")
    await ana.closes(clear=True)
    await ana.presses("My view beside it", where="#team-product")
    seen = (await window(ana, says="Side by side")).text
    assert f"{RANKED} You: clearly. The team: hardly." in seen
    assert f"{CHOOSE} You" not in seen
    await bo.presses("My view beside it", where="#team-product")
    seen = (await window(bo, says="The team's view")).text
    assert "Side by side" not in seen
    assert "clearly" not in seen


async def test_below_the_quorum_nothing_is_shown_or_kept(house: Scene) -> None:
    """Four answers are four people."""
    await asks_team(house)
    for name in PRODUCT[:4]:
        await answers_round(house, name, "Clearly", "Hardly")
    await house.skip(by=timedelta(hours=73))
    told = await hears(house.person("ana"), "What steers us: audit 1")
    assert "these were not kept" in told.text
    assert "Motivation 2.0" not in told.text
    assert await house.rows(Tally) == 0


async def test_an_audit_and_a_pulse_of_one_week_do_not_meet(each_house: Scene) -> None:
    """Each has its own number, form and end."""
    await asks_team(each_house)
    ana = each_house.person("ana")
    await surely(ana, "/amp pulse now")
    await each_house.run()
    assert await each_house.rows(Round) == 1
    await surely(ana, "/amp pulse close")
    await each_house.skip(by=timedelta(hours=24))
    assert len(await each_house.digests()) == 1
    bo = each_house.person("bo")
    await bo.types("/amp audit", "#team-product")
    assert "is being asked" in (await window(bo)).text


async def test_only_a_lead_asks_and_only_once_a_week(house: Scene) -> None:
    """A member sees no button; a second wish is answered with a sentence."""
    bo, ana = house.person("bo"), house.person("ana")
    await bo.types("/amp audit", "#team-product")
    assert "Ask the team" not in (await window(bo, says="The team's view")).buttons
    await ana.types("/amp audit", "#team-product")
    await window(ana, says="The team's view")
    await appoint(house, "bo")
    await ana.presses("Ask the team", where="modal")
    await window(ana, says="Only a lead of this team can do that")

    await appoint(house, "ana")
    await asks_team(house)
    await house.skip(by=timedelta(hours=73))
    await ana.types("/amp audit", "#team-product")
    await ana.presses("Ask again", where="modal")
    await window(ana, says="The team did its audit this week")


async def test_a_team_of_four_is_not_asked(house: Scene) -> None:
    """Nothing could be shown, so nobody's time is taken."""
    yara = house.person("yara")
    await house.sets_up("yara", "#team-platform")
    await yara.types("/amp audit", "#team-platform")
    await yara.presses("Ask the team", where="modal")
    await window(yara, says="fewer than five people")
    assert await house.rows(AuditWish) == 0


async def test_a_team_with_a_strange_name_is_named_in_letters(house: Scene) -> None:
    """Nothing in it pings anybody when the result comes."""
    async with house.amp.database.begin() as session:
        (await session.scalars(select(Team))).one().name = NASTY
    await asks_team(house)
    await house.skip(by=timedelta(hours=73))
    told = await newest(house.person("ana"))
    assert "<!channel>" not in str(told.raw)


def counts(*values: int) -> dict[int, int]:
    return privacy.soften_unanimity({v: values.count(v) for v in set(values)})


@pytest.mark.parametrize("people", range(5, 51))
def test_no_shown_share_tells_how_everybody_answered(people: int) -> None:
    """Every share that can be shown fits at least two totals."""
    totals: dict[float, set[int]] = {}
    for clear in range(people + 1):
        for hard in range(people - clear + 1):
            given = [CLEARLY] * clear + [HARDLY] * hard + [PARTLY] * (people - clear - hard)
            share = profiles.of_team({"x": counts(*given)})["x"]
            totals.setdefault(share, set()).add(sum(given))
    assert min(map(len, totals.values())) >= 2


def test_four_answers_make_no_share() -> None:
    """The quorum holds for every sign alone."""
    assert profiles.of_team({"x": {HARDLY: 2, CLEARLY: 2}}) == {}


@pytest.mark.parametrize(
    ("old", "new", "leaning"),
    [
        (HARDLY, CLEARLY, "3.0"), (CLEARLY, HARDLY, "2.0"), (CLEARLY, CLEARLY, "both"),
        (HARDLY, HARDLY, "neither"), (PARTLY, PARTLY, "both"),
    ],
)  # fmt: skip
def test_the_leaning_follows_the_stronger_system(
    content: Content, old: int, new: int, leaning: str
) -> None:
    """Which system steers more, or that both or neither do."""
    given = {s.id: old if s.system == 2 else new for s in content.signs}
    assert profiles.of_one(content.signs, given).leaning == leaning


def test_two_signs_are_too_few_to_lean(content: Content) -> None:
    """Nothing is concluded from what was left out."""
    given = {s.id: CLEARLY for s in content.signs[:2]}
    assert profiles.of_one(content.signs, given).leaning is None


async def test_a_second_worker_tells_the_same_audit_nothing(house: Scene) -> None:
    """One reading for each round."""
    await asks_team(house)
    await house.skip(by=timedelta(hours=73))
    assert await house.rows(AuditReading) == 1


async def test_an_audit_that_closes_at_night_is_told_in_the_morning(house: Scene) -> None:
    """Nobody who looks before reads more than the channel; one's own answers stay as long."""
    await asks_team(house)
    night = datetime(2026, 11, 27, 23, tzinfo=UTC)
    async with house.amp.database.begin() as session:
        await session.execute(update(AnyRound).values(closes_at=night))
    await house.skip(to=night + timedelta(minutes=1))
    assert await house.rows(AnyRound, AnyRound.closed_at.is_not(None)) == 1
    assert await house.rows(AuditReading) == 0
    await house.skip(to=night + timedelta(days=2, hours=10))
    assert await house.rows(AuditReading) == 1
    assert await hears(house.person("bo"), "What steers us: audit 1")


async def test_an_audit_is_told_where_its_people_read_that_it_would_be(house: Scene) -> None:
    """A lead who moves the digest while answers are in moves no result away from the team."""
    await asks_team(house)
    for name in PRODUCT[:6]:
        await answers_round(house, name, "Hardly", "Clearly")
    state = await house.slack.driver.get("state", **{"as": "ana"})
    general = next(c["id"] for c in state["channels"] if c["name"] == "general")
    async with house.amp.database.begin() as session:
        await session.execute(update(Team).values(digest_channel_id=general))
    await house.skip(by=timedelta(hours=73))

    ana = house.person("ana")
    assert await hears(ana, "What steers us: audit 1")
    assert not any("audit 1" in m.text for m in await ana.reads("#general"))
