"""Whatever people write, Slack takes what comes of it: every window and message, at its longest."""

import json
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.checklist import blocks as checklist
from bot.checklist.models import Tick
from bot.checklist.ticks import Progress
from bot.framework.content import Content
from bot.slack.block_kit import View
from bot.slack.outbox import Draft
from bot.teams.models import Person, Team
from bot.tools import rich
from bot.tools.audit import blocks as audit
from bot.tools.audit.models import AuditReading
from bot.tools.audit.profiles import Profile
from bot.tools.fit import blocks as fit
from bot.tools.four_ts import blocks as four_ts
from bot.tools.four_ts.assessment import STEP_LENGTH, Assessment
from bot.tools.mastery import blocks as mastery
from bot.tools.purpose import blocks as purpose
from bot.tools.purpose import sentences
from bot.tools.purpose.sentences import Sentence
from bot.tools.roles import blocks as roles
from bot.tools.roles import work
from bot.tools.roles.models import Role
from bot.tools.shipit import blocks as shipit
from bot.tools.shipit import ideas, outcome, posts
from bot.tools.shipit.days import Stage
from bot.tools.shipit.ideas import Idea
from bot.tools.shipit.models import ShipItDay
from bot.words import Words
from localslack.rules import validate_message, validate_view

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
MAX_BYTES = 12_000  # of a message; Slack was seen to refuse 15,000
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
        assert rich.size(draft.blocks) <= MAX_BYTES


def team(name: str) -> Team:
    return Team(id=2**40, name=name, workspace_id="T1", channel_id="C" * 12)


@settings(max_examples=40, deadline=None)
@given(name=written(80), words=written(ideas.LENGTH), piece=written(outcome.LENGTH))
def test_a_shipit_day_at_its_fullest(say: Words, name: str, words: str, piece: str) -> None:
    """Thirty ideas with everybody in on them, and sixty deliveries."""
    day = ShipItDay(id=2**40, team_id=1, starts_at=AT, stage=Stage.BEGUN, changes=0)
    crew = tuple(person.user_id for person in PEOPLE)
    found = [Idea(2**40 + n, words, crew[0], crew) for n in range(ideas.MAX_IDEAS)]
    takes(shipit.overview(say, day, team(name), found, shipit.Viewer(crew[0], leads=True)))
    takes(shipit.plan_form(say, team(name), AT))
    takes(shipit.move_form(say, day))
    takes(shipit.nothing_planned(say, team(name)))
    takes(shipit.idea_form(say, day))
    takes(shipit.delivery_form(say, day, piece))
    takes(shipit.cancelled(say, day))
    carries(
        posts.announced(say, day, team(name), "U1"), posts.moved(say, day, "U1"),
        posts.taken_back(say, day, "U1"), posts.cancelled(say, "U1"), posts.question(say, day),
        posts.late(say, "U1", piece), posts.counted(say, {4: 100, 3: 100, 2: 100}),
        posts.counted(say, {}), *posts.gathered(say, day, [(one, piece) for one in crew]),
    )  # fmt: skip
    for stage in (Stage.TOMORROW, Stage.BEGUN, Stage.LAST_CALL):
        carries(*posts.coming(say, stage, day, found, is_today=False))


@settings(max_examples=40, deadline=None)
@given(name=written(80), role=written(work.NAME_LENGTH))
def test_a_role_map_at_its_fullest(say: Words, content: Content, name: str, role: str) -> None:
    """Twelve kinds of work of every kind."""
    answers = [{}, {"recipe": True}, {"recipe": True, "one-answer": True}, {"new-ideas": True}]
    full = [
        Role(id=2**40 + number, name=role, answers=answers[number % len(answers)])
        for number in range(work.MAX_ROLES)
    ]
    takes(roles.overview(say, content, team(name), full, leads=True))
    takes(roles.overview(say, content, team(name), [], leads=False))
    takes(roles.form(say, content, team(name), full[0]))
    carries(*roles.shared(say, content, team(name), full, "U1"))


@settings(max_examples=40, deadline=None)
@given(name=written(80), step=written(STEP_LENGTH), sentence=written(sentences.LENGTH))
def test_what_people_write_for_themselves(
    say: Words, content: Content, name: str, step: str, sentence: str
) -> None:
    """Four steps, a sentence in five teams, six weeks."""
    facets = [facet.id for facet in content.drive("autonomy").facets]
    kept = Assessment(dict.fromkeys(facets, 3), dict.fromkeys(facets, step), facets[0])
    takes(four_ts.overview(say, content, team(name), kept))
    takes(four_ts.form(say, content, team(name), kept))
    for facet in content.drive("autonomy").facets:
        takes(four_ts.catalogue(say, content, facet))
    teams = [Team(id=n, name=name, channel_id=f"C{n}") for n in range(9)]
    takes(purpose.overview(say, Sentence(sentence, [1]), teams))
    takes(purpose.form(say, Sentence(sentence)))
    carries(purpose.shared(say, "U1", sentence))
    conditions = {facet.id: 2 for facet in content.drive("mastery").facets}
    takes(mastery.overview(say, content, {f"2026-W{n}": conditions for n in range(40, 46)}))
    takes(mastery.form(say, content, "2026-W40", conditions))


@settings(max_examples=40, deadline=None)
@given(name=written(80))
def test_the_checklist_and_the_audit(say: Words, content: Content, name: str) -> None:
    """All ticked, all answered, and nothing at all."""
    ticks = {
        todo.id: Tick(todo_id=todo.id, ticked_at=AT, is_done=True, person=PEOPLE[0])
        for todo in content.checklist
    }
    for progress in (Progress(content.checklist, ticks), Progress(content.checklist, {})):
        takes(checklist.for_leads(say, content, team(name), progress, quiet=True))
        takes(checklist.for_members(say, content, team(name), progress))
        carries(checklist.nudge(say, team(name), progress))
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
    takes(fit.form(say, content, {}))
    for answer in (True, False):
        takes(fit.result(say, content, {q.id: answer for q in content.fit}))


@given(st.lists(st.integers(1, 9_000), min_size=1, max_size=30))
def test_pages_keep_everything_in_order(sizes: list[int]) -> None:
    """Nothing is lost between two messages, and none is empty or too large."""
    groups = [[rich.said("x" * size)] for size in sizes]
    pages = list(rich.pages(groups))
    assert [block for page in pages for block in page] == [b for group in groups for b in group]
    assert all(0 < rich.size(page) <= rich.MAX_BYTES for page in pages)
