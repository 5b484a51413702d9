"""The checklist follows the team: what the tools know ticks it, and a lead has the last word."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.checklist import evidence, ticks
from bot.checklist.evidence import Evidence
from bot.checklist.models import Tick
from bot.experiments.models import Experiment, Review
from bot.framework.content import Content
from bot.pulse.models import Round
from bot.slack.requests import Actor
from bot.teams import roster
from bot.teams.models import Team
from bot.tools.audit.models import AuditReading, AuditRound
from bot.tools.private.models import PrivateNote
from bot.tools.private.notes import Tool
from bot.words import Words
from tests.digest.past import ordinary, past_of
from tests.house import Scene
from tests.tools.conftest import id_of, unticks, window
from tests.tools.test_roles import HEURISTIC, adds

MARCH = datetime(2026, 3, 3, 12, tzinfo=UTC)
NAMED, SORTED = "Name the kinds of work in the team", "Sort each into algorithmic"


async def the_team(house: Scene) -> Team:
    async with house.amp.database.read() as session:
        return (await session.scalars(select(Team))).one()


async def known(house: Scene) -> dict[str, Evidence]:
    team = await the_team(house)
    async with house.amp.database.read() as session:
        return await evidence.of_team(session, team, house.amp.content)


async def keeps(house: Scene, *rows: object) -> None:
    async with house.amp.database.begin() as session:
        session.add_all(rows)


async def note(house: Scene, name: str, tool: Tool, *, for_team: bool = True) -> None:
    """Somebody has done something alone; what, nobody but them can read."""
    team = await the_team(house)
    async with house.amp.database.begin() as session:
        actor = Actor(team.workspace_id, await id_of(house.person(name)))
        person = await roster.known(session, actor)
        team_id = team.id if for_team else None
        session.add(
            PrivateNote(
                person_id=person.id, tool=tool, team_id=team_id, locked=b"sealed", kept_at=MARCH
            )
        )


def experiment(team: Team, **given: object) -> Experiment:
    told = {
        "idea": "user-on-the-line", "title": "Somebody on the line", "what": "A call a week.",
        "drive": "purpose", "drive_name": "Purpose", "goal": "Support waits no longer.",
        "metric": "Calls.", "first_round": 1, "rounds": 6, "started_at": MARCH,
    }  # fmt: skip
    return Experiment(team_id=team.id, **{**told, **given})


def review(of: Experiment) -> Review:
    return Review(
        experiment_id=of.id, last_round=6, rounds=6, kind="no-change", told_at=MARCH,
        finding=None, sentence="",
    )  # fmt: skip


async def test_a_map_of_the_work_ticks_its_lines_and_says_so(each_house: Scene) -> None:
    """A lead sees what did it; the others see how far the team is."""
    ana, bo = each_house.person("ana"), each_house.person("bo")
    await ana.types("/amp roles", "#team-product")
    await adds(ana, "Designing screens", HEURISTIC)
    await ana.closes()
    await ana.types("/amp checklist", "#team-product")
    seen = (await window(ana, says="2 of 17 done")).text
    assert f"{NAMED}: ticked by your map of work, one kind so far" in seen
    await bo.types("/amp checklist", "#team-product")
    assert "2 of 5" in (await window(bo, says="2 of 17 done")).text


async def test_what_was_taken_back_by_hand_stays_open(each_house: Scene) -> None:
    """However often the tool is used afterwards; a lead can tick it again."""
    ana = each_house.person("ana")
    await ana.types("/amp roles", "#team-product")
    await adds(ana, "Designing screens", HEURISTIC)
    await ana.closes()
    await ana.types("/amp checklist", "#team-product")
    await window(ana, says="2 of 17 done")
    await unticks(ana, NAMED)
    await window(ana, says="1 of 17 done")
    await ana.closes()
    await ana.types("/amp roles", "#team-product")
    await adds(ana, "Writing code", HEURISTIC)
    await ana.closes()
    await ana.types("/amp checklist", "#team-product")
    assert "two kinds" not in (await window(ana, says="1 of 17 done")).text
    await ana.presses(NAMED, where="modal")
    assert "23 November" in (await window(ana, says="2 of 17 done")).text


async def test_a_slip_of_the_finger_does_not_shut_the_tools_out(house: Scene) -> None:
    """Ticked and taken back before a tool knew anything: the tool still ticks it."""
    ana = house.person("ana")
    await ana.types("/amp checklist", "#team-product")
    await ana.presses(NAMED, where="modal")
    await window(ana, says="1 of 17 done")
    await unticks(ana, NAMED)
    await window(ana, says="0 of 17 done")
    assert await house.rows(Tick) == 0


@pytest.mark.parametrize(
    ("tool", "lines"),
    [
        (Tool.AUDIT, {"find-signs"}),
        (Tool.FIT, {"check-fit"}),
        (Tool.FOUR_TS, {"rate-ts", "pick-t"}),
        (Tool.MASTERY, set()),
        (Tool.PURPOSE, set()),
    ],
)
async def test_of_a_leads_own_notes_only_their_being_there_counts(
    house: Scene, tool: Tool, lines: set[str]
) -> None:
    """Nothing in them is read, and what a member keeps for themselves tells nothing at all."""
    await note(house, "bo", tool)
    assert not await known(house)
    await note(house, "ana", tool)
    assert await known(house) == {line: Evidence(str(tool), MARCH) for line in lines}


async def test_an_empty_form_of_the_four_ts_is_no_assessment(house: Scene) -> None:
    """Looking is not rating."""
    ana = house.person("ana")
    await ana.types("/amp four ts", "#team-product")
    await ana.presses("Begin", where="modal")
    await window(ana, says="Leave out what you can't tell")
    assert await ana.submits({})
    assert not await known(house)


async def test_the_teams_own_audit_ticks_it_only_if_it_showed_something(house: Scene) -> None:
    """One that too few answered has found no signs."""
    team = await the_team(house)
    for number, answered in enumerate((4, 6), 1):
        round_ = AuditRound(
            team_id=team.id, week=f"2026-W1{number}", number=number, day=MARCH.date(),
            opened_at=MARCH, closes_at=MARCH, closed_at=MARCH, items=[], wordings={}, asked=8,
            answered=answered, public_key=bytes(32), key_name=f"audit-{number}",
        )  # fmt: skip
        await keeps(house, round_)
        read = AuditReading(
            round_id=round_.id, team_id=team.id, number=number, asked=8, answered=answered,
            key_lost=False, shares={}, read_at=MARCH,
        )  # fmt: skip
        await keeps(house, read)
        assert ("find-signs" in await known(house)) == (answered == 6)


async def test_pulses_tick_that_the_team_was_asked_and_then_about_all_four(house: Scene) -> None:
    """The first one asks the team; each T has had its turn by the sixth."""
    past = await past_of(house)
    await past.lives(ordinary(1), people=4, asked=8)
    assert not await known(house)
    await past.lives(ordinary(1), people=8, asked=8)
    async with house.amp.database.begin() as session:  # nothing of it could be told
        await session.execute(update(Round).where(Round.number == 2).values(withheld=True))
    assert not await known(house)
    async with house.amp.database.begin() as session:
        await session.execute(update(Round).where(Round.number == 2).values(withheld=False))
    assert {id_: one.number for id_, one in (await known(house)).items()} == {"ask-team": 2}
    await past.lives(ordinary(6), people=8, asked=8)
    assert (await known(house))["rate-ts"].kind == "cycle"


async def test_an_experiment_ticks_its_guard_rail_and_when_reviewed_what_it_was(
    house: Scene,
) -> None:
    """Begun, it has a goal and a measure; a user is met once it was tried to the end."""
    team = await the_team(house)
    trial = experiment(team)
    await keeps(house, trial)
    assert await known(house) == {
        "set-guard": Evidence("experiment", MARCH, title="Somebody on the line")
    }
    await keeps(house, review(trial))
    assert (await known(house)).keys() == {"set-guard", "try-one", "meet-user"}


async def test_an_experiment_for_autonomy_chooses_a_t(house: Scene) -> None:
    """Whatever else is known."""
    await keeps(house, experiment(await the_team(house), drive="autonomy", idea="core-hours"))
    assert (await known(house)).keys() == {"pick-t", "set-guard"}


async def test_what_the_tools_tick_ends_a_standstill(house: Scene) -> None:
    """A list that moved by itself is not said to stand still."""
    ana = house.person("ana")
    await ana.types("/amp checklist", "#team-product")
    await ana.closes()
    team, at = await the_team(house), datetime(2026, 12, 10, tzinfo=UTC)
    await keeps(house, experiment(team, started_at=at))
    await house.skip(by=timedelta(days=31))
    assert not [m for m in await ana.dm() if "has not moved" in m.text]


def test_every_line_that_ticks_itself_says_by_what(say: Words, content: Content) -> None:
    """In every language, for everything that content/ may name."""
    kinds = {kind for todo in content.checklist for kind in todo.by} | {"review"}
    for language in ("en", "de", "fr", "es"):
        words = say.locale(language)
        told = {
            kind: words.plain(
                "checklist-ticked-by-itself", todo="X", kind=kind, day="3", number=1, title="T"
            )
            for kind in kinds - {"autonomy"}
        }
        assert len(set(told.values())) == len(told), language


def test_ticks_by_hand_come_before_what_is_known(content: Content) -> None:
    first, second, *_ = content.checklist
    by_itself = {first.id: Evidence("roles"), second.id: Evidence("roles")}
    by_hand = {first.id: Tick(todo_id=first.id, ticked_at=MARCH, is_done=False)}
    progress = ticks.Progress(content.checklist, by_hand, by_itself)
    assert (progress.done, progress.next) == (1, first)
