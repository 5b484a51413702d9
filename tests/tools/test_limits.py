"""Whatever people write, Slack takes what comes of it: every window and message, at its longest."""

import json
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.framework.content import Content
from bot.slack.block_kit import View
from bot.slack.outbox import Draft
from bot.teams.models import Person, Team
from bot.tools import rich
from bot.tools.audit import blocks as audit
from bot.tools.audit.models import AuditReading
from bot.tools.audit.profiles import Profile
from bot.tools.checklist import blocks as checklist
from bot.tools.checklist.ticks import Progress
from bot.tools.fourts import blocks as fourts
from bot.tools.fourts.say import LONGEST, Say
from bot.tools.models import Role, ShipItDay, Tick
from bot.tools.own import blocks as own
from bot.tools.roles import blocks as roles
from bot.tools.roles import work
from bot.tools.shipit import blocks as shipit
from bot.tools.shipit import ideas, outcome
from bot.tools.shipit.days import Stage
from bot.tools.shipit.ideas import Idea
from bot.words import Words
from localslack.rules import validate_message, validate_view

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
MOST_BYTES = 12_000  # of a message; Slack was seen to refuse 15,000
PEOPLE = [Person(id=n, user_id=f"U{n:010}", workspace_id="T1") for n in range(1, 60)]


def written(longest: int) -> st.SearchStrategy[str]:
    """What somebody may write: letters, markup, emoji, the longest of each too."""
    awkward = st.sampled_from(["😀", "&", "<", "*", "\n", '"', "\\", "é", "a"])
    full = awkward.map(lambda one: (one * longest)[:longest])
    return st.one_of(full, st.text(st.characters(exclude_categories=["Cs"]), min_size=1,
                                   max_size=longest)).filter(str.strip)  # fmt: skip


def takes(view: View) -> None:
    assert not validate_view(view), (validate_view(view), json.dumps(view)[:500])


def carries(*drafts: Draft) -> None:
    for draft in drafts:
        message = {"channel": "C1", "text": draft.text, "blocks": list(draft.blocks)}
        assert not validate_message(message), validate_message(message)
        assert rich.size(draft.blocks) <= MOST_BYTES


def team(name: str) -> Team:
    return Team(id=2**40, name=name, workspace_id="T1", channel_id="C" * 12)


@settings(max_examples=40, deadline=None)
@given(name=written(80), words=written(ideas.LONGEST), piece=written(outcome.LONGEST))
def test_a_shipit_day_at_its_fullest(name: str, words: str, piece: str) -> None:
    """Thirty ideas with everybody in on them, and sixty deliveries."""
    day = ShipItDay(id=2**40, team_id=1, starts_at=AT, stage=Stage.BEGUN, changes=0)
    found = [Idea(2**40 + n, words, 1, tuple(PEOPLE)) for n in range(ideas.MOST)]
    takes(shipit.overview(day, team(name), found, shipit.Eyes(PEOPLE[0], leads=True)))
    takes(shipit.plan(team(name), AT, day=day))
    takes(shipit.nothing_planned(team(name)))
    takes(shipit.idea_form(day))
    takes(shipit.piece_form(day, piece))
    takes(shipit.cancelled(day))
    carries(
        shipit.announced(day, team(name), "U1"), shipit.moved(day, "U1"), shipit.back(day, "U1"),
        shipit.called_off("U1"), shipit.question(day), shipit.late("U1", piece),
        shipit.counted({4: 100, 3: 100, 2: 100}), shipit.counted({}),
        *shipit.gathered(day, [(person, piece) for person in PEOPLE]),
    )  # fmt: skip
    for stage in (Stage.TOMORROW, Stage.BEGUN, Stage.LAST_CALL):
        carries(*shipit.coming(stage, day, found))


@settings(max_examples=40, deadline=None)
@given(name=written(80), role=written(work.LONGEST))
def test_a_role_map_at_its_fullest(content: Content, name: str, role: str) -> None:
    """Twelve kinds of work of every kind."""
    answers = [{}, {"recipe": True}, {"recipe": True, "one-answer": True}, {"new-ideas": True}]
    full = [
        Role(id=2**40 + n, name=role, answers=answers[n % len(answers)]) for n in range(work.MOST)
    ]
    takes(roles.overview(content, team(name), full, leads=True))
    takes(roles.overview(content, team(name), [], leads=False))
    takes(roles.form(content, team(name), full[0]))
    carries(*roles.shared(content, team(name), full, "U1"))


@settings(max_examples=40, deadline=None)
@given(name=written(80), step=written(LONGEST), sentence=written(own.SENTENCE))
def test_what_people_write_for_themselves(
    content: Content, name: str, step: str, sentence: str
) -> None:
    """Four steps, a sentence in five teams, six weeks."""
    facets = [facet.id for facet in content.drive("autonomy").facets]
    say = Say(dict.fromkeys(facets, 3), dict.fromkeys(facets, step), facets[0])
    takes(fourts.overview(content, team(name), say))
    takes(fourts.form(content, team(name), say))
    for facet in content.drive("autonomy").facets:
        takes(fourts.catalogue(content, facet))
    kept = {"sentence": sentence, "shared": [1]}
    teams = [Team(id=n, name=name, channel_id=f"C{n}") for n in range(9)]
    takes(own.my_sentence(kept, teams))
    takes(own.sentence_form(sentence))
    carries(own.shared_sentence("U1", sentence))
    conditions = {facet.id: 2 for facet in content.drive("mastery").facets}
    takes(own.my_weeks(content, {f"2026-W{n}": conditions for n in range(40, 46)}))
    takes(own.week_form(content, "2026-W40", conditions))


@settings(max_examples=40, deadline=None)
@given(name=written(80))
def test_the_checklist_and_the_audit(say: Words, content: Content, name: str) -> None:
    """All ticked, all answered, and nothing at all."""
    ticks = {
        todo.id: Tick(todo_id=todo.id, ticked_at=AT, person=PEOPLE[0]) for todo in content.checklist
    }
    for progress in (Progress(content.checklist, ticks), Progress(content.checklist, {})):
        takes(checklist.for_leads(content, team(name), progress, quiet=True))
        takes(checklist.for_members(content, team(name), progress))
        carries(checklist.nudge(team(name), progress))
    for share in (0.0, 0.5, 1.0):
        shares = {sign.id: share for sign in content.signs}
        reading = AuditReading(
            number=1, asked=10**4, answered=10**4, key_lost=False, shares=shares, team_id=1
        )
        carries(audit.result(say, content, team(name), reading))
        mine = Profile(content.signs, {sign.id: 1.0 - share for sign in content.signs})
        for leads in (True, False):
            state = audit.AuditState(mine, team(name), reading=reading, leads=leads)
            takes(audit.overview(say, content, state))
    takes(audit.overview(say, content, audit.AuditState(Profile(content.signs, {}), team(name))))
    takes(audit.page(say, content, 2, {}, team_id=2**40))
    takes(own.fit_form(content, {}))
    for answer in (True, False):
        takes(own.fit_result(content, {q.id: answer for q in content.fit}))


@given(st.lists(st.integers(1, 9_000), min_size=1, max_size=30))
def test_pages_keep_everything_in_order(sizes: list[int]) -> None:
    """Nothing is lost between two messages, and none is empty or too large."""
    groups = [[rich.said("x" * size)] for size in sizes]
    pages = list(rich.pages(groups))
    assert [block for page in pages for block in page] == [b for group in groups for b in group]
    assert all(0 < rich.size(page) <= rich.MOST_BYTES for page in pages)
