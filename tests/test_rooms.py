"""The house keeps its shape: who may import whom, read from the syntax trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
BOT, LOCAL_SLACK = ROOT / "bot", ROOT / "localslack"
# A room uses only rooms to its left.
ORDER = (
    "slack",
    "framework",
    "teams",
    "pulse",
    "insight",
    "tools",
    "experiments",
    "checklist",
    "digest",
    "steps",
    "home",
    "keeping",
)
# They put the rest together.
TOP = {
    "app",
    "registering",
    "rooms",
    "timetable",
    "__main__",
    "running",
    "web",
    "socket_mode",
    "demo",
}
FRONT = {"listeners", "jobs"}  # a room's own front door and clock
DOMAIN = ORDER[ORDER.index("teams") :]
DATACLASS_NEEDED = ("repr=False", "@cached_property")


@cache
def imports(path: Path) -> frozenset[str]:
    """The modules that a file names, wherever in it the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def room(path: Path) -> str | None:
    parts = path.relative_to(BOT).parts
    return parts[0] if len(parts) > 1 else None


def files(*rooms: str) -> Iterator[Path]:
    """The files of these rooms of bot/, or of all of it."""
    for path in sorted(BOT.rglob("*.py")):
        if not rooms or room(path) in rooms:
            yield path


def test_a_room_uses_only_rooms_to_its_left() -> None:
    """From slack and framework, which know nobody, to digest and home, which may know all."""
    wrong = []
    for path in files(*ORDER):
        here = ORDER.index(room(path) or "")
        used = {name.split(".")[1] for name in imports(path) if name.startswith("bot.")}
        right_of_it = {name for name in used & set(ORDER) if ORDER.index(name) > here}
        wrong += [f"{path.relative_to(ROOT)}: {name}" for name in right_of_it | (used & TOP)]
    assert not wrong


def test_only_the_demo_knows_the_local_slack() -> None:
    """The product would run without it."""
    knows = [p for p in files() if any(n.split(".")[0] == "localslack" for n in imports(p))]
    assert {room(path) for path in knows} == {"demo"}


def test_the_local_slack_knows_nothing_of_amp() -> None:
    """It could be lifted out into a project of its own."""
    for path in LOCAL_SLACK.rglob("*.py"):
        assert not [name for name in imports(path) if name.split(".")[0] == "bot"], path


def test_the_domain_never_talks_to_slack() -> None:
    """Only listeners, jobs and what reads channels know Slack's libraries."""
    for path in files(*DOMAIN):
        if path.stem not in FRONT | {"channels", "directory"}:
            libraries = {name.split(".")[0] for name in imports(path)}
            assert not libraries & {"slack_sdk", "slack_bolt"}, path


def test_only_front_doors_ask_what_time_it_is() -> None:
    """Time is an argument: everything else is told."""
    allowed = (
        FRONT
        | TOP
        | {"clock", "uninstalling", "deduplication", "delivery", "installs", "installing"}
    )
    for path in files():
        if path.stem not in allowed and room(path) != "demo":
            assert not imports(path) & {"bot.clock", "bot.clock.now"}, path


def test_no_file_imports_itself_in_a_circle() -> None:
    """What a file needs is there before it, whichever of the two is read first."""
    modules = {_module(path): path for path in files()}
    needs = {name: imports(path) & modules.keys() for name, path in modules.items()}
    for name in needs:  # a package is read before what is in it
        needs[name] -= {name, *(package for package in modules if name.startswith(f"{package}."))}
    while ready := {name for name, needed in needs.items() if not needed & needs.keys()}:
        for name in ready:
            del needs[name]
    assert not needs


def test_a_file_fits_into_a_head() -> None:
    """What is longer than 300 lines is about two things."""
    told = {
        path: len(path.read_text().splitlines()) for path in (*files(), *LOCAL_SLACK.rglob("*.py"))
    }
    assert {str(path.relative_to(ROOT)): lines for path, lines in told.items() if lines > 300} == {}


def test_a_value_is_a_struct() -> None:
    """A dataclass writes its methods and compiles them, at each start.

    One is still needed for what hides something when it is shown, or works it out only once.
    """
    wrong = []
    for path in files():
        for node in ast.walk(ast.parse(path.read_text())):
            marks = [ast.unparse(mark) for mark in getattr(node, "decorator_list", ())]
            is_dataclass = any(mark.startswith("dataclass") for mark in marks)
            if is_dataclass and not any(sign in ast.unparse(node) for sign in DATACLASS_NEEDED):
                wrong.append(f"{_module(path)}.{getattr(node, 'name', '')}")
    assert not wrong


def test_heavy_libraries_stay_off_the_path_of_help() -> None:
    """`amp --help` answers at once."""
    heavy = {"nacl", "matplotlib", "holidays", "alembic", "slack_bolt", "sqlalchemy", "babel"}
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


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
