"""What is promised in writing is so: numbers are the program's, and every promise has its test."""

import re
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from bot import health, installing, logs, postgres, privacy, running, timetable, undelivered
from bot.digest.webhook import calls
from bot.digest.webhook import jobs as webhooks
from bot.insight import verdicts
from bot.keeping.retention import Retention
from bot.pulse import closing, overlaps, planning, sealing
from bot.pulse.comments import addresses, writing
from bot.settings import Settings
from bot.slack import leases, outbox, pace, uninstalling
from bot.teams import calendar
from bot.teams.undelivered import kinds
from bot.tools.mastery.weeks import MAX_WEEKS
from tests.house import IN_TIME

ROOT = Path(__file__).parents[2]
POOL = Settings().pool
FORGETTING = (
    "forget what is old", "forget ended teams", "forget removed workspaces", "tidy the transport",
)  # fmt: skip
PRIVACY = (ROOT / "docs" / "privacy.md").read_text()
LANGUAGES = ("en", "de", "fr", "es")
KEPT = Retention.of(Settings())
ONE_PAGE = 620  # words, at nine points on A4
SECURITY = (ROOT / ".github" / "workflows" / "security.yml").read_text()
WEEKLY = r'- cron: "\d+ \d+ \* \* \d"'


def every(line: str) -> float:
    """How many seconds pass between two looks of the clock's line."""
    return next(one.every for one in timetable.TIMETABLE if one.name == line)


# What each page says, from the program, in the order in which it stands there.
NUMBERS = [
    closing.SHORTEST / timedelta(hours=1),
    privacy.QUORUM,
    *(number for people in (5, 8, 20) for number in (privacy.step(people), people)),
    writing.LONGEST,
    privacy.COMMENTS_FROM,
    addresses.LIVES / timedelta(weeks=1),
    KEPT.words.days,
    outbox.MENDABLE / timedelta(weeks=1),
    outbox.REMEMBERED / timedelta(weeks=1),
    KEPT.ended_teams.days,
    uninstalling.KEPT.days,
    overlaps.LATELY / timedelta(weeks=1),
]


@cache
def page(language: str) -> str:
    return (ROOT / "docs" / f"works-council.{language}.md").read_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_to_sign_has_the_programs_numbers(language: str) -> None:
    """All of them, in every language, and no other."""
    found = re.findall(r"\d+(?:[.,]\d+)?", page(language))
    assert [float(number.replace(",", ".")) for number in found] == [float(n) for n in NUMBERS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page_and_says_the_same(language: str) -> None:
    """As many rows, points, blanks to fill in and commands as the English one."""
    assert len(page(language).split()) <= ONE_PAGE
    for what in (r"^\|", r"^\* ", r"_{6,}", r"`[^`]+`", r"^\*\*"):
        found = [re.findall(what, page(one), re.MULTILINE) for one in (language, "en")]
        assert len(found[0]) == len(found[1]), what
    commands = [re.findall(r"`(/amp [^`]+|[A-Z_]+)`", page(one)) for one in (language, "en")]
    assert commands[0] == commands[1]


WORDS = {1: "a", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 30: "Thirty"}


@pytest.mark.parametrize(
    "said",
    [
        f"padded to {sealing.LENGTH:,} bytes",
        f"fewer than {WORDS[privacy.QUORUM]} answers leaves none",
        f"one optional line of {writing.LONGEST} characters",
        f"Fewer than {WORDS[privacy.COMMENTS_FROM]} comments, or fewer than",
        f"ends: {WORDS[addresses.LIVES.days // 7]} weeks later",
        f"between one and {WORDS[addresses.LATEST // addresses.SOONEST].lower()} minutes later",
        f"is told after {sealing.GIVEN_UP // timedelta(hours=1)} hours",
        f"until {WORDS[KEPT.words.days]} day after everybody has it",
        f"only for {outbox.REMEMBERED.days // 7} weeks",
        f"goes {KEPT.ended_teams.days} days after its end",
        f"{WORDS[uninstalling.KEPT.days]} days after it was removed",
        f"go {WORDS[MAX_WEEKS]}\nweeks after the last one",
        f"for {WORDS[overlaps.LATELY.days // 7]} weeks in which closed rounds",
        f"had {WORDS[planning.A_WEEK]} messages that week",
        f"or {WORDS[outbox.MENDABLE.days // 7]} weeks where it did not arrive",
        "0.5 (5 to 7 answers), 0.25 (8 to 19) or 0.1 (from 20)",
    ],
)
def test_what_privacy_says_in_numbers_is_so(said: str) -> None:
    """In docs/privacy.md, number by number."""
    assert said
    assert said in PRIVACY


OTHERS = {
    "operating.md": [
        f"`AMP_KEEP_WORDS` (a day) after everybody has it; "
        f"{WORDS[outbox.MENDABLE.days // 7]} weeks where it did not arrive",
        f"| that somebody was written to | {outbox.REMEMBERED.days // 7} weeks |",
        f"the sealed address for an answer, {WORDS[addresses.LIVES.days // 7]} weeks at most |",
        f"| a team that has ended, with its digests | `AMP_KEEP_ENDED_TEAMS` "
        f"({KEPT.ended_teams.days} days) |",
        f"| own weeks | {WORDS[MAX_WEEKS]} weeks after the last one |",
        f"| everything of a workspace | {uninstalling.KEPT.days} days after Amp was removed",
        f"up to {verdicts.MAX_ROUNDS_BEFORE} earlier rounds",
        f"is given up {sealing.GIVEN_UP // timedelta(hours=1)} hours after its",
        "takes over within about a minute" * (timedelta(minutes=1) >= leases.DURATION),
        "until ten in the evening" * (calendar.EVENING.stop == 22),
        "Looked at once an hour" * all(every(line) == timetable.HOUR for line in FORGETTING),
        "the digest is told, seconds after the close" * (every("compose digests") < 5),
        "taken out of SQLite's file and log within seconds" * (every("scrub") < 10),
        "503 otherwise, within a second, whatever hangs" * (health.TIMEOUT < 1),
        "is named in the server's own words, once and then once\na minute"
        * (timedelta(minutes=1) == timedelta(seconds=logs.SELDOM)),
        "A statement has twenty seconds" * (postgres.PATIENCE == 20),
        f"`connect_timeout` ({postgres.CONNECT_TIMEOUT:.0f} seconds)",
        "reads after two seconds that it takes longer" * (2 <= IN_TIME < 2.5),
        "and within ten whatever hangs" * (running.ENDS_WITHIN < 9),
        "a reminder until its last half hour" * (timedelta(minutes=30) == planning.TOO_LATE),
        f"a channel's message after {WORDS[kinds.WORTH_MENDING.days // 7]} weeks, other news after "
        f"{WORDS[undelivered.NEWS.days]} days",
    ],
    "scaling.md": [
        f"Amp begins with {pace.FIRST:.0f} and goes faster until Slack says no",
        f"| Slack | {pace.FASTEST:.0f} messages a second for one workspace |",
        "people in one workspace are asked within 35 minutes" * (100_000 / pace.FASTEST < 35 * 60),
        f"`DATABASE_POOL` ({POOL}) for each process; thirty processes are {30 * POOL}",
    ],
    "webhook.md": [
        f"within {webhooks.TIMEOUT.total} seconds, means",
        "after one minute, two, four" * (calls.wait(0) == timedelta(minutes=1)),
        f"at most {WORDS[calls.LONGEST_WAIT // timedelta(hours=1)]} hours apart, for a day"
        * (timedelta(days=1) == calls.GIVE_UP_AFTER),
    ],
    "security.md": [
        "1 MB at most" * (health.LARGEST == 1024 * 1024),
        "within ten minutes" * (timedelta(minutes=10) == installing.EXPIRES_AFTER),
        "thirty times a minute" * (installing.MOST_EXCHANGES == 30),
        "CI looks for known holes weekly" * bool(re.search(WEEKLY, SECURITY)),
    ],
}


@pytest.mark.parametrize(
    ("name", "said"), [(name, one) for name, several in OTHERS.items() for one in several]
)
def test_what_the_other_pages_say_in_numbers_is_so(name: str, said: str) -> None:
    """For whoever runs Amp, takes its digests, or looks at what stands in the way of others."""
    assert said, "the program has another number"
    assert said in (ROOT / "docs" / name).read_text()


def test_the_readme_says_of_false_alarms_what_was_simulated() -> None:
    """For a team of twelve, as in the first table of docs/method.md."""
    readme, method = ((ROOT / name).read_text() for name in ("README.md", "docs/method.md"))
    row = re.search(r"^\| 12 \| 100% \| (\d+) \| \*\*([\d.]+)\*\*", method, re.MULTILINE)
    assert row
    assert 100 < int(row[1]) < 200
    assert round(1 / float(row[2])) == 6
    for said in (
        "At twelve people",
        "over a hundred false alarms a year",
        "about one in six years",
    ):
        assert said in readme.replace("\n  ", " ")


INVITATION_SAYS = "test_the_invitation_and_the_form_say_how_many_are_asked_and_must_answer"
FOUR_PEOPLE = "test_four_people_get_a_question_a_week_and_are_asked_for_nothing"
# Each line of a promise in docs/privacy.md, by words of it, and the test that holds Amp to it.
PROMISES = {
    "a round opens |": "test_the_halves_of_a_key_lie_apart_and_neither_opens_anything",
    "somebody sends the form | The public key's MAC": "test_boxes_say_nothing_outside",
    "they send it again": "test_answering_twice_replaces_and_nobody_can_tell",
    "the round closes | One transaction": "test_after_close_no_ballot_can_be_opened",
    "afterwards | Counts.": "test_unanimity_is_softened_before_it_is_stored",
    "Nor does a process keep in its memory": "test_after_the_close_no_process_has_an_"
    "answer_in_its_memory",
    "a single answer, or who has answered": "test_no_attacker_knows_more_than_everybody_does",
    "how many are asked, and must": INVITATION_SAYS,
    "how many answered, averages": "test_whoever_has_left_sees_nothing_from_that_moment_on",
    "a comment, without a name": "test_they_are_released_once_and_leave_nothing",
    "who wrote a comment, whom": "test_no_table_has_a_column_for_who_wrote",
    "who is left out |": "test_who_is_left_out_is_told_as_a_number_whenever_it_changes",
    "an absence, an own day": "test_nobody_else_is_told",
    "own notes, own weeks": "test_ones_own_view_is_seen_by_nobody_else_and_locked",
    "all that is kept about oneself": "test_everybody_sees_what_is_kept_and_until_when",
    "Nothing before the close": "test_until_the_close_nothing_outside_tells_the_answers",
    "**Means**": "test_every_shown_value_fits_two_totals_or_more",
    "**How many are asked**": "test_that_somebody_opted_out_can_be_counted_nowhere",
    "**Where it goes**": "test_a_webhook_and_a_roll_up_are_told_in_the_channel",
    "**Nothing of a team too small": FOUR_PEOPLE,
    "**One of two teams": "test_of_two_overlapping_teams_only_the_first_is_told",
    "**Once a week**": "test_the_same_people_are_asked_once_a_week_in_whatever_channel",
    "**How many took part**": "test_everybody_is_reminded_in_the_same_words",
    "**The same messages": "test_the_receipt_and_all_traffic_are_the_same_whatever_is_answered",
    "| see |": "test_rights_are_as_the_table_says",
    "| ask |": "test_rights_are_as_the_table_says",
    "| close |": "test_rights_are_as_the_table_says",
    "| change |": "test_rights_are_as_the_table_says",
    "| export |": "test_rights_are_as_the_table_says",
    "| tell |": "test_rights_are_as_the_table_says",
    "| end |": "test_rights_are_as_the_table_says",
    "| answer |": "test_rights_are_as_the_table_says",
    "| repeat |": "test_rights_are_as_the_table_says",
    "| decide |": "test_rights_are_as_the_table_says",
    "| turn the roll-up on": "test_the_page_of_rights_says_who_has_the_report",
    "| have the months that": "test_the_page_of_rights_says_who_has_the_report",
    "Written or not, one box more": "test_every_ballot_has_a_box_beside_it",
    "The boxes are opened with the ballots": "test_two_comments_are_neither_shown_nor_kept",
    "All of them at once, in its thread": "test_comments_leave_the_outbox_as_soon_as_they_are_told",
    "Each address gets a key pair": "test_a_comment_is_told_and_its_answer_finds_who_wrote_it",
    "The answer is sealed to the address": "test_two_leads_answer_at_once_and_one_is_told",
    "The worker opens the address": "test_a_comment_is_told_and_its_answer_finds_who_wrote_it",
    "By a button under the comment": "test_who_wrote_it_burns_the_address_and_a_lead_hears_so",
    "*Every* address of the workspace": "test_forgetting_leaves_an_address_that_leads_to_nobody",
    # What is kept about a person, paragraph by paragraph
    "Slack's user id, time zone": "test_a_new_column_has_to_be_named",
    "What a message said is kept": "test_words_go_a_day_after_they_arrived",
    "`/amp privacy` shows all of this": "test_what_is_told_is_the_same_whether_somebody_answered",
    "Of comments and of what messages said": "test_comments_leave_the_outbox_as_soon_as_they_"
    "are_told",
    "What somebody writes to Amp in a message": "test_what_was_seen_is_kept_without_a_name_or_an_"
    "hour_and_forgotten",
    "That a lead has used the audit": "test_of_a_leads_own_notes_only_their_being_there_counts",
    "Of two teams that are asked together, nothing": "test_from_the_set_up_to_one_digest_in_both_"
    "channels_and_to_the_end",
    "When a lead ends a team": "test_an_ended_team_goes_with_all_that_was_its",
}


def _promises() -> list[str]:
    """Table rows and points, but for what can't be prevented, and paragraphs of what is kept."""
    told = PRIVACY.partition("## What Amp can't prevent")[0]
    rows = re.findall(r"^\| .+$|^\* .+$", told, re.MULTILINE)
    kept = told.partition("## What is kept about a person\n")[2].strip().split("\n\n")
    heads = ("| moment |", "| what |", "| right |", "| of the whole workspace |")
    return [row for row in (*rows, *kept) if not row.startswith(heads)]


@pytest.mark.parametrize("line", _promises(), ids=lambda line: line[:40])
def test_every_promise_has_a_test(line: str) -> None:
    """Who writes a new one has to name what holds Amp to it."""
    assert [words for words in PROMISES if words in line], line


@pytest.mark.parametrize("words", PROMISES)
def test_and_the_test_is_there(words: str) -> None:
    """Under that name, and the promise still stands."""
    assert words in PRIVACY
    assert PROMISES[words] in _tests()


@cache
def _tests() -> set[str]:
    files = (ROOT / "tests").rglob("test_*.py")
    return {name for file in files for name in re.findall(r"def (test_\w+)", file.read_text())}
