"""What the documentation says holds: commands, targets, links, files and names."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot import paths, rooms
from bot.__main__ import _parser
from bot.framework import loading

CONTENT = loading.load(paths.CONTENT)
ROOT = Path(__file__).parent.parent
OURS = (".ci", ".github", "alembic", "bot", "content", "docs", "localslack", "tests")
MADE = {".venv/"}  # by make, in a checkout
PAGES = sorted(
    page
    for page in (*ROOT.glob("*.md"), *(p for top in OURS for p in (ROOT / top).rglob("*.md")))
    if "node_modules" not in page.parts
)
TEXT = {str(page.relative_to(ROOT)): page.read_text() for page in PAGES}
# These lead through the code: every name in a code span of theirs is looked up, too.
GUIDES = ("CONTRIBUTING.md", "docs/architecture.md")
DECISIONS = "docs/decisions.md"

CONNECTS = "connections:write"  # the scope that Slack's own page names for Socket Mode

LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")
FENCED = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"(?:[\w.*-]+/)*[\w.*-]+(?:/|\.(?:py|md|ya?ml|ftl|toml|js|css|json|txt|sh))")
NAME = re.compile(r"([A-Za-z_]\w*)\.([A-Za-z_]\w*)(?:\(.*\))?")
CLASS = re.compile(r"(?:[A-Z][a-z]+)+")
CONSTANT = re.compile(r"[A-Z]{3,}")
# What is injected or imported under another name than its own.
ALIASES = {"kit": "block_kit", "say": "Words"}


def found(pattern: str) -> list[tuple[str, str]]:
    """Every match of a pattern, with the page that it stands on."""
    return [(name, hit) for name, text in TEXT.items() for hit in re.findall(pattern, text)]


def spans(page: str) -> set[str]:
    """What stands in code spans, outside of code blocks."""
    return set(SPAN.findall(FENCED.sub("", TEXT[page])))


def anchors(page: Path) -> list[str]:
    """What a page's headings are called in links to them, as GitHub makes it."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", page.read_text()), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]


def is_there(path: str) -> bool:
    """Whether a file or folder exists: from the top, or anywhere if only its name is said."""
    bare = path.rstrip("/")
    if path in MADE or (".." not in bare and any(ROOT.glob(bare))):
        return True
    return "/" not in bare and any(any((ROOT / top).rglob(bare)) for top in OURS)


@cache
def names() -> dict[str, set[str]]:
    """What each module has at its top and each class inside, by the module's or class's name."""
    known: dict[str, set[str]] = {}
    for top in ("bot", "localslack", "tests"):
        for path in (ROOT / top).rglob("*.py"):
            tree = ast.parse(path.read_text())
            known.setdefault(path.stem, set()).update(_defined(tree.body))
            for node in tree.body:
                if isinstance(node, ast.ClassDef):
                    known.setdefault(node.name, set()).update(_defined(node.body))
    return known


def _defined(body: list[ast.stmt]) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_into_the_project_leads_somewhere(page: Path) -> None:
    """A file that was moved takes its links along, and a heading that was renamed, too."""
    for target, anchor in LINK.findall(page.read_text()):
        there = page.parent / target if target else page
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), f"{target}#{anchor}"


def test_every_make_target_that_is_named_exists() -> None:
    """`make …` in a code span or a code block."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {hit for _, hit in found(r"(?m)(?:^|`)make ([a-z-]+)(?=[\s`])")}
    assert named <= targets
    assert "make demo" in TEXT["README.md"]
    assert "make test" in TEXT["README.md"]


def test_every_amp_command_that_is_named_exists() -> None:
    """`amp …` in a shell; the first word is a subcommand."""
    known = set(_parser()._subparsers._group_actions[0].choices)  # type: ignore[union-attr, arg-type]
    named = {hit for _, hit in found(r"`amp ([a-z][a-z-]*)")} | {
        hit for _, hit in found(r"^ *amp ([a-z][a-z-]*)")
    }
    assert named <= known


def test_every_slash_command_that_is_named_is_understood() -> None:
    """`/amp …` does what it says, and is not merely searched for."""
    for page, words in found(r"`/amp([^`\n]*)`"):
        command = words.replace("…", "").strip()
        act, _ = rooms.find(CONTENT, command)
        known = {name.split()[0] for name in rooms.COMMANDS if name}
        assert not command or command.split()[0] in known, page
        assert act is not None


def test_the_pages_that_install_say_the_same_of_what_stands_between_their_lines() -> None:
    """Which Python, which scope, and what is typed in Slack: nobody's shell would find it wrong."""
    asked = re.search(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text())
    in_slack = re.findall(r"`(/[^`]+)`", (ROOT / "content/en/messages/install.ftl").read_text())
    assert asked
    assert in_slack == ["/invite @Amp", "/amp setup"]
    for page in ("README.md", "docs/operating.md", "CONTRIBUTING.md"):
        told = re.findall(r"Python (\d[\d.]*\d) or newer", TEXT[page])
        assert set(told) == {asked[1]}, page
    for page in ("README.md", "docs/operating.md"):
        assert {hit for name, hit in found(r"`(\w+:\w+)`") if name == page} >= {CONNECTS}
        step = re.search(r"^\d\. In (?:your|a) team's channel: .*$", TEXT[page], re.MULTILINE)
        assert step
        assert re.findall(r"`(/[^`]+)`", step[0]) == in_slack, page


def test_the_tables_of_the_method_name_the_script_that_makes_them() -> None:
    """A reader can make them anew."""
    assert "make calibrate" in TEXT["docs/method.md"]


@pytest.mark.parametrize("page", TEXT)
def test_every_file_that_a_page_names_exists(page: str) -> None:
    """Whoever looks there finds it: from the top, or beside the page."""
    named = {span for span in spans(page) if FILE.fullmatch(span)}
    assert named or page not in GUIDES, "a guide without a file leads nowhere"
    beside = (ROOT / page).parent
    assert [p for p in sorted(named) if not (is_there(p) or _is_ours(beside / p))] == []


@pytest.mark.parametrize("page", GUIDES)
def test_every_name_that_a_guide_names_exists(page: str) -> None:
    """`outbox.post`, `Draft`, `FORGETTERS`: a function, a class, a constant of the code."""
    every = set().union(*names().values())
    missing = []
    for span in sorted(spans(page)):
        if NAME.fullmatch(span) and not FILE.fullmatch(span):
            owner, name = NAME.fullmatch(span).groups()  # type: ignore[union-attr]
            missing += [span] * (name not in names().get(ALIASES.get(owner, owner), set()))
        elif CLASS.fullmatch(span) or CONSTANT.fullmatch(span):
            missing += [span] * (span not in every)
    assert missing == []


def test_every_decision_has_a_title_a_date_and_one_paragraph() -> None:
    """It can be linked, and read in one go."""
    rooms = re.split(r"^## ", TEXT[DECISIONS], flags=re.MULTILINE)[1:]
    decisions = [d for room in rooms for d in re.split(r"^### ", room, flags=re.MULTILINE)[1:]]
    assert len(decisions) > 50
    for decision in decisions:
        title, *paragraph = decision.strip().split("\n")
        assert re.match(r"\*20\d\d-\d\d-\d\d\.\* \S", paragraph[0]), title
        assert all(paragraph), f"{title}: more than one paragraph"
    titles = anchors(ROOT / DECISIONS)
    assert len(set(titles)) == len(titles)


def test_no_file_points_at_a_document_that_is_not_here() -> None:
    """Comments, docstrings and pages name only what a reader of this repository has."""
    pointer = re.compile(r"(?<![\w/.<-])((?:[\w.-]+/)*[\w-]+\.md)\b")
    lost = []
    for path in written():
        for target in pointer.findall(path.read_text()):
            if not (_is_ours(path.parent / target) or is_there(target)):
                lost.append(f"{path.relative_to(ROOT)}: {target}")
    assert lost == []


def test_no_comment_points_at_a_module_that_was_moved() -> None:
    """`see leases.py`: beside the file, from the top, or anywhere if only its name is said."""
    pointer = re.compile(r"(?<![\w/.<\"'-])((?:\w+/)*\w+\.py)\b")
    lost = []
    for path in written():
        if path.is_relative_to(ROOT / "bot") or path.parent == ROOT:
            for target in pointer.findall(path.read_text()):
                if not (_is_ours(path.parent / target) or is_there(target)):
                    lost.append(f"{path.relative_to(ROOT)}: {target}")
    assert lost == []


def _is_ours(path: Path) -> bool:
    return path.exists() and path.resolve().is_relative_to(ROOT)


def written() -> Iterator[Path]:
    """Every file of ours that somebody wrote, and that may say where to read on."""
    kinds = {".py", ".md", ".js", ".css", ".yaml", ".yml", ".ftl", ".toml", ".mako"}
    yield from (path for path in ROOT.iterdir() if path.suffix in kinds or path.stem == "Makefile")
    for top in OURS:
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in kinds and "node_modules" not in path.parts:
                yield path
