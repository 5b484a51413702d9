"""Every mistake in content/ is named with its file and line, and nothing loads until it is gone."""

import pytest

from bot import paths
from bot.framework import loading
from bot.violations import ContentError
from tests.framework.conftest import Draft

DRIVES = "en/drives.yaml"
CARDS = "en/cards/3-background.yaml"


def test_content_without_mistakes_has_no_violations(draft: Draft) -> None:
    """What is shipped can be copied, checked and loaded."""
    assert draft.violations() == []
    assert draft.load().card("origin").title == "Where it comes from"


@pytest.mark.parametrize(
    ("file", "old", "new", "violation"),
    [
        pytest.param(
            DRIVES,
            "text: I had a say in what landed on my plate.",
            "txet: I had a say in what landed on my plate.",
            "`txet` is not a name that means something here; did you mean `text`?",
            id="unknown name",
        ),
        pytest.param(
            CARDS,
            "    title: Two examples\n",
            "    title: [Two, examples]\n",
            "`title` should be words, not a list: put it in quotes",
            id="wrong type",
        ),
        pytest.param(
            CARDS,
            "    title: Two examples\n",
            "    title: {two: examples}\n",
            "`title` should be words, not names with values: put it in quotes",
            id="names where words belong",
        ),
        pytest.param(
            CARDS,
            "    title: Two examples\n",
            "    title: yes\n",
            "`title` should be words, not `True`: put it in quotes",
            id="a word that YAML takes for something else",
        ),
        pytest.param(
            CARDS,
            "    title: Two examples\n",
            "    title:\n",
            "`title` should be words, not nothing: put it in quotes",
            id="nothing where words belong",
        ),
        pytest.param(
            CARDS,
            "    button: Examples\n",
            f"    button: {'E' * 31}\n",
            "`button` has 31 characters, and 30 fit where it is shown",
            id="too long for a button",
        ),
        pytest.param(
            CARDS,
            "    button: Examples\n",
            f'    button: "{"&" * 7}"\n',
            "`button` has 35 characters, and 30 fit where it is shown",
            id="too long once Slack's signs are escaped",
        ),
        pytest.param(
            CARDS,
            "    button: Examples\n",
            '    button: "   "\n',
            "`button` is empty",
            id="empty text",
        ),
        pytest.param(
            CARDS,
            "    button: Examples\n",
            '    button: "Two\\nlines"\n',
            "`button` must stand on one line",
            id="two lines where one fits",
        ),
        pytest.param(
            "en/sources.yaml",
            "link: https://doi.org/10.1037/h0030644",
            "link: doi.org/10.1037/h0030644",
            "`link` “doi.org/10.1037/h0030644” is no web address: "
            "it begins with https:// or http://",
            id="a link that is no link",
        ),
        pytest.param(
            "en/sources.yaml",
            "link: https://doi.org/10.1037/h0030644",
            "link: javascript:alert(1)",
            "`link` “javascript:alert(1)” is no web address: it begins with https:// or http://",
            id="a link of another kind",
        ),
        pytest.param(
            "en/sources.yaml",
            "link: https://doi.org/10.1037/h0030644",
            "link: https://[doi.org/10.1037/h0030644",
            "`link` “https://[doi.org/10.1037/h0030644” is no web address: "
            "it begins with https:// or http://",
            id="a link with half a pair of brackets",
        ),
        pytest.param(
            CARDS,
            "        text: Hackman and Oldham.",
            "        text: Ask <!channel>. Hackman and Oldham.",
            "`text` has <!channel>, which is no link: write <https://example.org|words>",
            id="a mention",
        ),
        pytest.param(
            CARDS,
            "        text: Hackman and Oldham.",
            "        text: <mailto:a@b.org|Hackman> and Oldham.",
            "`text` “mailto:a@b.org” is no web address: it begins with https:// or http://",
            id="a link in a text that is no web address",
        ),
        pytest.param(
            CARDS,
            "    next: origin\n",
            "    next: orgin\n",
            "there is no card `orgin`; did you mean `origin`?",
            id="unknown card",
        ),
        pytest.param(
            CARDS,
            "sources: [hackman-1976]",
            "sources: [hackman-1967]",
            "there is no source `hackman-1967`; did you mean `hackman-1976`?",
            id="unknown source",
        ),
        pytest.param(
            DRIVES,
            "  - facets: [time, practice]\n",
            "  - facets: [tmie, practice]\n",
            "there is no facet `tmie`; did you mean `time`?",
            id="unknown facet",
        ),
        pytest.param(
            DRIVES,
            "      - id: technique\n",
            "      - id: Technique!\n",
            "`id` “Technique!” won't do here: "
            "an id has small letters, digits and single hyphens, 40 at most",
            id="an id that is no slug",
        ),
        pytest.param(
            "en/audit.yaml",
            "    system: 2\n    text: Bonuses",
            "    system: 4\n    text: Bonuses",
            "`system` should be 2 or 3, not `4`",
            id="a value that is none of the choices",
        ),
        pytest.param(
            DRIVES,
            "reversed: true}\n        questions:\n          - What did we work on",
            "reversed: often}\n        questions:\n          - What did we work on",
            "`reversed` should be true or false, not “often”",
            id="neither true nor false",
        ),
        pytest.param(
            DRIVES,
            "Neither, Agree, Strongly agree]",
            "Agree, Strongly agree]",
            "`points` has 4 entries, and takes at least 5",
            id="too few entries",
        ),
        pytest.param(
            "en/commands.yaml",
            "typed: /amp setup",
            "typed: amp setup",
            "`typed` “amp setup” won't do here: it begins with /amp and has small letters only",
            id="a command that is none",
        ),
        pytest.param(
            DRIVES,
            "      wording: 1\n    questions:\n      - Which rule",
            "      reversed: true\n    questions:\n      - Which rule",
            "an anchor is never reversed",
            id="a reversed anchor",
        ),
        pytest.param(
            CARDS,
            "    names: [origin, history, source]\n",
            "    names: [origin, history, examples]\n",
            "`/amp examples` shows the card `examples` already",
            id="a name that is taken",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(
    draft: Draft, file: str, old: str, new: str, violation: str
) -> None:
    """Each kind of mistake is found where somebody made it, and said in words."""
    line = draft.change(file, old, new)
    found = draft.violations()
    assert f"content/{file}:{line}: {violation}" in found


def test_loading_refuses_with_the_same_words(draft: Draft) -> None:
    """What `amp check` says is what a start says."""
    draft.change(CARDS, "    next: origin\n", "    next: orgin\n")
    with pytest.raises(ContentError) as refused:
        draft.load()
    assert str(refused.value).splitlines() == draft.violations() != []


def test_another_language_of_what_is_shipped_is_read_when_it_is_asked_for(draft: Draft) -> None:
    """Its mistakes are those of `amp check`; a company's own is read at once, in every language."""
    draft.write("de/more.yaml", "cards:\n- id: nowhere\n")
    content = draft.load()
    assert content.card("origin").title == "Where it comes from"
    with pytest.raises(ContentError, match=r"de/more\.yaml:2: there is no `nowhere` in English"):
        content.locale("fr-FR")
    with pytest.raises(ContentError, match=r"de/more\.yaml:2: there is no `nowhere` in English"):
        loading.load(paths.CONTENT, draft.folder)


def test_each_language_knows_the_others(draft: Draft) -> None:
    """Whoever is asked first: there is one content a language."""
    content = draft.load()
    german = content.locale("de")
    assert german.locale("en") is content
    assert german.locale("fr") is content.locale("fr")
    assert {*content.languages} == {"en", "de", "fr", "es"}


def test_every_mistake_is_named_not_only_the_first(draft: Draft) -> None:
    """One look is enough to repair all of it."""
    lines = [
        draft.change(CARDS, "    button: Examples\n", f"    button: {'E' * 31}\n"),
        draft.change(CARDS, "    button: Origin\n", "    botton: Origin\n"),
        draft.change(CARDS, "    next: evidence\n", "    next: proof\n"),
    ]
    found = {violation.line for violation in draft.check() if violation.file == f"content/{CARDS}"}
    assert set(lines) <= found


def test_a_missing_name_is_told_at_its_entry(draft: Draft) -> None:
    """What is not there has no line; the entry that lacks it has one."""
    line = draft.change(CARDS, "    title: Two examples\n", "")
    assert draft.violations() == [
        f"content/{CARDS}:{line - 1}: this entry of `cards` lacks its `title`"
    ]


def test_a_claim_needs_a_source(draft: Draft) -> None:
    """Nothing is claimed about the world without saying where it comes from."""
    first = draft.change(CARDS, "        sources: [hackman-1976]\n", "") - 3
    assert draft.violations() == [
        f"content/{CARDS}:{first}: this entry of `body` is a claim, so it needs `sources`"
    ]


def test_two_entries_with_one_id_are_found_across_files(draft: Draft) -> None:
    """The second one is named, and says where the first one is."""
    draft.write(
        "en/z-ours.yaml",
        "sources:\n  - id: ours\n    text: Ours\n  - id: pink-2009\n    text: Again\n",
    )
    assert draft.violations() == [
        "content/en/z-ours.yaml:4: the source `pink-2009` exists already: "
        "content/en/sources.yaml, line 4"
    ]


def test_an_anchor_and_a_statement_may_not_share_an_id(draft: Draft) -> None:
    """Tallies are kept by the statement's id, whatever kind of statement it is."""
    line = draft.change(DRIVES, "{id: task-1, text: I could", "{id: autonomy-anchor, text: I could")
    said = f"content/{DRIVES}:{line}: the item `autonomy-anchor` exists already"
    assert any(violation.startswith(said) for violation in draft.violations())


def test_a_name_written_twice_in_one_entry_is_found(draft: Draft) -> None:
    """YAML itself would silently take the second."""
    line = draft.change(CARDS, "    button: Examples\n", "    button: Examples\n    button: Two\n")
    assert draft.violations() == [
        f"content/{CARDS}:{line + 1}: `button` is written twice here, first on line {line}"
    ]


def test_a_section_that_is_no_list_may_stand_in_one_file_only(draft: Draft) -> None:
    """Lists of several files are joined; two scales would contradict each other."""
    draft.write("en/z-ours.yaml", "scale:\n  skip: Not now\n")
    [violation] = draft.violations()
    assert violation.startswith(
        "content/en/z-ours.yaml:1: `scale` is written already in content/en"
    )


def test_entries_of_one_kind_may_stand_in_several_files(draft: Draft) -> None:
    """A company adds a card by adding a file."""
    card = (
        "cards:\n  - id: ours\n    title: How we do it\n    button: Ours\n"
        "    summary: Our own way.\n    names: [ours]\n    body:\n      - text: Like this.\n"
    )
    draft.write("en/cards/ours.yaml", card)
    assert draft.load().card("ours").title == "How we do it"


@pytest.mark.parametrize(
    ("written", "violation"),
    [
        ("", ":1: this file is empty"),
        ("# only a comment\n", ":1: this file is empty"),
        ("- a\n- list\n", ":1: this file should begin with a name, such as `cards:`"),
        ("cards:\n  - id: [a\n", ":3: this is no YAML: "),
        ("cards:\n\t- id: a\n", ":2: this is no YAML: "),
        ("sources: &all []\nideas: *all\n", ":2: write it out again: an alias"),
        ("cards: 2024-13-45\n", ":1: `2024-13-45` can't be read: put it in quotes"),
    ],
    ids=["empty", "comment", "list", "bracket", "tab", "alias", "date"],
)
def test_a_file_that_is_no_content_is_named(draft: Draft, written: str, violation: str) -> None:
    """A broken file is one violation, not a hundred about what it would have held."""
    draft.write("en/broken.yaml", written)
    [first, *_] = found = draft.violations()
    assert first.startswith(f"content/en/broken.yaml{violation}")
    assert all("content/en/broken.yaml" in line for line in found)


def test_a_broken_file_is_not_followed_by_violations_about_what_it_holds(draft: Draft) -> None:
    """Sources that can't be read are not also called unknown in every card."""
    line = draft.change("en/sources.yaml", "sources:\n", "sources: [\n")
    found = draft.check()
    assert {violation.file for violation in found} == {"content/en/sources.yaml"}
    assert found[0].line >= line


def test_a_file_in_another_encoding_is_named(draft: Draft) -> None:
    """The line is the one with the first foreign letter."""
    (draft.folder / "en/latin.yaml").write_bytes("ideas: []\n# für\n".encode("latin-1"))
    assert draft.violations() == ["content/en/latin.yaml:2: this file is not UTF-8"]


def test_a_missing_folder_is_named(draft: Draft) -> None:
    """English is what every language falls back to."""
    (draft.folder / "en").rename(draft.folder / "english")
    assert draft.violations() == ["content:1: there is no folder `en` with the English"]


def test_a_form_with_two_reversed_statements_is_refused(draft: Draft) -> None:
    """Two reversed statements on one form make people err."""
    draft.only_english()
    statement = "text: A year of effort would make me clearly better at this job."
    draft.change(DRIVES, "          - {id: growth-1, " + statement + "}\n", "")
    found = draft.violations()
    assert len(found) >= 1
    assert all("would hold two reversed items" in violation for violation in found)


@pytest.mark.parametrize("at", [0, 1])
def test_a_reversed_statement_stands_last_in_its_facet(draft: Draft, at: int) -> None:
    """Who meets a facet for the first time agrees with what is good about it."""
    facet = draft.load().drives[0].facets[0]
    draft.only_english()
    line = draft.change(
        DRIVES, f"id: {facet.items[at].id},", f"id: {facet.items[at].id}, reversed: true,"
    )
    said = f"content/{DRIVES}:{line}: `{facet.items[at].id}` is reversed: it stands last"
    assert any(violation.startswith(said) for violation in draft.violations())


def test_a_facet_without_an_idea_is_named(draft: Draft) -> None:
    """A digest that says where to begin also says with what."""
    path = draft.folder / "en/ideas.yaml"
    path.write_text(path.read_text("utf-8").replace("facet: meaning", "facet: users"), "utf-8")
    assert any("no idea is for the facet `meaning`" in text for text in draft.violations())


def test_a_facet_that_is_never_asked_is_found(draft: Draft) -> None:
    """A facet outside the rotation would never have a reading."""
    line = draft.change(DRIVES, "  - facets: [time, practice]\n", "  - facets: [time]\n") - 2
    [violation] = draft.violations()
    assert violation.endswith(": the facet `practice` is never asked")
    assert violation.startswith(f"content/{DRIVES}:{line - 1}:")


def test_a_facet_asked_twice_in_a_cycle_is_found(draft: Draft) -> None:
    """Each facet comes back after one cycle, not sooner."""
    draft.change(DRIVES, "  - facets: [time, practice]\n", "  - facets: [task, practice]\n")
    found = draft.violations()
    assert [c for c in found if c.endswith("`task` comes more than once in a cycle")]


def test_a_card_too_large_for_slack_is_named(draft: Draft) -> None:
    """Slack publishes no limit for a whole message, but it has one."""
    draft.only_english()
    part = "      - text: " + "Long. " * 240 + "\n"
    old = '    body:\n      - kind: claim\n        title: "Atlassian: ShipIt"\n'
    draft.change(CARDS, old, "    body:\n" + part * 6 + old.removeprefix("    body:\n"))
    line = draft.change(CARDS, "  - id: examples\n", "  - id: examples\n")
    draft.change(
        CARDS,
        "    more:\n      - kind: claim\n        title: What independent",
        "    more:\n" + part * 4 + "      - kind: claim\n        title: What independent",
    )
    [violation] = draft.violations()
    assert violation.startswith(f"content/{CARDS}:{line}: the card `examples` makes a message of ")


def test_the_overview_may_not_be_missing(draft: Draft) -> None:
    """`/amp` alone has to show something."""
    draft.only_english()
    path = draft.folder / "en/cards/1-overview.yaml"
    text = path.read_text("utf-8")
    start, end = text.index("  - id: overview"), text.index("  - id: why")
    path.write_text(text[:start] + text[end:], "utf-8")
    for file in draft.folder.rglob("*.yaml"):
        kept = (
            file.read_text("utf-8").replace("    back: overview\n", "").replace("[overview]", "[]")
        )
        file.write_text(kept, "utf-8")
    assert [c.split(": ", 1)[1] for c in draft.violations()] == [
        "the card `overview` is missing: `/amp` alone shows it"
    ]
