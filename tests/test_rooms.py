"""The house keeps its shape: who may import whom, read from the syntax trees."""

import ast
from pathlib import Path

import pytest

BOT = Path(__file__).parent.parent / "bot"
ORDER = [
    "slack",
    "framework",
    "teams",
    "pulse",
    "practice",
    "insight",
    "experiments",
    "digest",
    "home",
]
TOP = {"app", "timetable", "__main__", "running", "web", "demo"}  # they put the rest together
FRONT = {"listeners", "jobs"}  # a room's own front door and clock
FILES = sorted(path for path in BOT.rglob("*.py"))


def imports(path: Path) -> set[str]:
    """The modules that a file names, wherever in it the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(path: Path) -> str | None:
    parts = path.relative_to(BOT).parts
    return parts[0] if len(parts) > 1 else None


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(BOT)))
def test_a_room_uses_only_rooms_to_its_left(path: Path) -> None:
    """slack, framework → teams → pulse → practice → insight → experiments → digest → home."""
    here = room(path)
    if here not in ORDER:
        return
    used = {name.split(".")[1] for name in imports(path) if name.startswith("bot.")}
    assert not [name for name in used & set(ORDER) if ORDER.index(name) > ORDER.index(here)]
    assert not used & TOP
    assert "sandbox" not in used


@pytest.mark.parametrize("path", sorted((BOT / "sandbox").rglob("*.py")), ids=lambda p: p.name)
def test_the_local_slack_knows_nothing_of_amp(path: Path) -> None:
    """It could be lifted out into a project of its own."""
    used = {name for name in imports(path) if name == "bot" or name.startswith("bot.")}
    assert not {name for name in used if name != "bot" and not name.startswith("bot.sandbox")}


@pytest.mark.parametrize(
    "path",
    [
        p
        for p in FILES
        if room(p) in {"teams", "pulse", "practice", "insight", "experiments", "digest"}
    ],
    ids=lambda p: str(p.relative_to(BOT)),
)
def test_the_domain_never_talks_to_slack(path: Path) -> None:
    """Only listeners, jobs and what reads channels know Slack's libraries."""
    if path.stem in FRONT | {"channels"}:
        return
    assert not [name for name in imports(path) if name.startswith(("slack_sdk", "slack_bolt"))]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(BOT)))
def test_only_front_doors_ask_what_time_it_is(path: Path) -> None:
    """Time is an argument: everything else is told."""
    allowed = FRONT | TOP | {"clock", "leaving", "inbox", "delivery", "installs", "installing"}
    if path.stem in allowed or room(path) in {"sandbox", "demo"}:
        return
    assert not [name for name in imports(path) if name in {"bot.clock", "bot.clock.now"}]


def test_heavy_libraries_stay_off_the_path_of_help() -> None:
    """`amp --help` answers at once."""
    heavy = {"nacl", "matplotlib", "holidays", "alembic", "slack_bolt", "sqlalchemy.orm"}
    module = ast.parse((BOT / "__main__.py").read_text())
    at_top = {
        name
        for node in module.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
        )
    }
    assert not {n for n in at_top if n and n.split(".")[0] in heavy}
