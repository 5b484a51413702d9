"""What the content that we ship promises: the method's statements, enough ideas, honest claims."""

import re
from collections import Counter
from pathlib import Path

import pytest

from bot.framework.content import Content

# What sounds like a finding: a figure, a year, a study.
FINDING = re.compile(
    r"\d\s?%|\bd\s=\s|\b(19|20)\d\d\b|\b(stud(y|ies)|studien?|trial|samples|researchers)\b", re.I
)


def test_there_are_three_drives_with_their_facets(content: Content) -> None:
    """Four Ts, three conditions of mastery, three sides of purpose, and pay by itself."""
    assert {d.id: [f.id for f in d.facets] for d in content.drives} == {
        "autonomy": ["task", "time", "technique", "team"],
        "mastery": ["growth", "challenge", "practice"],
        "purpose": ["impact", "users", "meaning"],
    }
    assert [f.id for f in content.hygiene] == ["pay"]
    assert content.drive_of("pay") is None


def test_every_statement_keeps_the_writing_rules(content: Content) -> None:
    """At most fifteen words, never reversed by a "not", no "and/or"."""
    for item in content.items.values():
        assert len(item.text.split()) <= 15, item.text
        assert "and/or" not in item.text
        if item.reversed:
            assert not re.search(r"\b(not|never|n't)\b", item.text), item.text


def test_nine_facets_and_pay_have_a_reversed_statement(content: Content) -> None:
    """Where it may stand is a rule of bot/framework/rules.py."""
    assert sum(item.reversed for item in content.items.values()) == 9


def test_there_are_enough_ideas_for_every_part(content: Content) -> None:
    """Six for each T, three for each condition of mastery, six for purpose."""
    count = Counter(idea.facet for idea in content.ideas)
    assert all(count[facet] >= 6 for facet in ("task", "time", "technique", "team"))
    assert all(count[facet] >= 3 for facet in ("growth", "challenge", "practice"))
    assert len(content.ideas_for_drive("purpose")) >= 6
    assert all(count[facet.id] for facet in content.drive("purpose").facets)


def test_every_step_has_its_lines_on_the_checklist(content: Content) -> None:
    """The checklist follows from the steps, and nothing else."""
    steps = Counter(todo.card for todo in content.checklist)
    assert list(steps) == ["audit", "autonomy", "mastery", "purpose"]
    assert all(count >= 4 for count in steps.values())


def test_the_audit_has_as_many_signs_of_each_system(content: Content) -> None:
    """A picture that leans only because one side has more questions is no picture."""
    count = Counter(sign.system for sign in content.signs)
    assert count[2] == count[3] >= 5


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_sounds_like_a_finding_names_its_source(content: Content, language: str) -> None:
    """A figure, a year or a study without a source is a rumour."""
    for card in content.locale(language).cards:
        for part in (*card.body, *card.more):
            said = f"{part.title or ''} {part.text} {part.caveat or ''}"
            assert part.sources or not FINDING.search(said), said


def test_every_source_is_used_and_most_can_be_opened(content: Content) -> None:
    """A list of sources that nothing rests on only looks honest."""
    used = {
        source for card in content.cards for p in (*card.body, *card.more) for source in p.sources
    }
    assert {source.id for source in content.sources} <= used
    assert sum(source.link is not None for source in content.sources) > len(content.sources) * 0.7


@pytest.mark.parametrize(
    ("card", "caveats"),
    [
        ("examples", ["not independently verified; headquarters, not stores", "75–90%",
                      "neither proves nor disproves it", "no controlled figures"]),
        ("origin", ["Eight monkeys in total", "Small student laboratory studies"]),
        ("evidence", ["A useful checklist, supported in parts; not a law.", "dispute it",
                      "not job performance", "have not been validated"]),
        ("related", ["relatedness", "contested"]),
        ("privacy", ["Confidential, not anonymous to the server", "fewer than five",
                     "Teams under five", "they can narrow down yours"]),
    ],
)  # fmt: skip
def test_a_card_says_what_it_can_not_promise(
    content: Content, card: str, caveats: list[str]
) -> None:
    """The caveats of the method belong to the cards, not to a footnote."""
    shown = content.card(card)
    said = " ".join(f"{p.title} {p.text} {p.caveat}" for p in (*shown.body, *shown.more))
    assert [caveat for caveat in caveats if caveat not in said] == []


@pytest.mark.parametrize(
    ("card", "sentences"),
    [
        ("overview", ["something larger than ourselves"]),
        ("why", ["ineffective leadership", "content", "new things"]),
        ("principles", ["rewards from outside"]),
        ("autonomy", ["20% time", "Results-Only Work Environment"]),
        ("purpose", ["something larger than ourselves"]),
        ("origin", ["fifty years"]),
        (
            "related",
            ["OKRs", "Situational leadership", "Psychological safety", "Deliberate practice"],
        ),
    ],
)
def test_a_card_tells_its_part_before_anybody_asks_for_more(
    content: Content, card: str, sentences: list[str]
) -> None:
    """What the framework is about does not hide behind «Read more»."""
    said = " ".join(f"{part.title} {part.text}" for part in content.card(card).body)
    assert [sentence for sentence in sentences if sentence not in said] == []


def test_a_source_is_one_tap_away(content: Content) -> None:
    """«Read more» is on every card that names one."""
    for card in content.cards:
        assert card.has_more or not any(part.sources for part in (*card.body, *card.more))


def test_every_drive_and_facet_has_questions_to_discuss(content: Content) -> None:
    """A digest ends with one; it should not be the same one every week."""
    banks = [drive.questions for drive in content.drives]
    banks += [facet.questions for facet in content.facets.values()]
    for questions in banks:
        assert len(questions) >= 2
        assert all(question.endswith("?") for question in questions)


ANONYMOUSLY = re.compile(r"anonymously|(?<!not )\banonymous\b(?! sealed box)", re.IGNORECASE)


def test_nobody_is_promised_to_be_anonymous() -> None:
    """Slack tells who sends a form: it is confidence that is promised, in every text."""
    home = Path(__file__).parents[2]
    texts = [*(home / "bot").rglob("*.py"), *(home / "content").rglob("*.yaml")]
    spoken = [
        f"{path}: {line.strip()}"
        for path in texts
        for line in path.read_text().splitlines()
        if ANONYMOUSLY.search(line) and not re.search(r"^\s*(names|words):", line)
    ]
    assert spoken == []


# What people did not understand, or would not say; and names of time zones.
PUZZLING = re.compile(
    r"rather than be given|can be told from a number"
    r"|\b(?:Africa|America|Asia|Australia|Europe|Pacific)/[A-Z]\w+"
)


def test_what_puzzled_people_does_not_come_back() -> None:
    """In no sentence of any language; a comment for translators may name what it is about."""
    home = Path(__file__).parents[2]
    texts = [*(home / "content").rglob("*.yaml"), *(home / "content").rglob("*.ftl")]
    spoken = [
        f"{path}: {line.strip()}"
        for path in texts
        for line in path.read_text("utf-8").splitlines()
        if PUZZLING.search(line) and not line.lstrip().startswith("#")
    ]
    assert len(texts) > 50
    assert spoken == []
