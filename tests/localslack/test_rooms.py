"""The local Slack keeps its shape: which room uses which, read from the syntax trees."""

import ast
import re
import sys
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parents[2] / "localslack"
# A room uses only rooms to its left, and what stands at the top: errors and parsing.
ORDER = ("rules", "world", "delivery", "changes", "actions", "webapi", "control", "routes")
TOGETHER = {"server", "environment", "__main__", "pytest_plugin", "driver"}
LONGEST = 300


def module(path: Path) -> str:
    return ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts).removesuffix(".__init__")


def files(*suffixes: str) -> list[Path]:
    """Its own files of these kinds, without what npm has put beside an example."""
    found = (path for path in HOUSE.rglob("*") if path.suffix in suffixes)
    return sorted(path for path in found if "node_modules" not in path.parts)


MODULES = {module(path): path for path in files(".py")}


@cache
def needs(name: str) -> frozenset[str]:
    """The local Slack's own modules that one of them imports, wherever the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(MODULES[name].read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found & MODULES.keys())


def room(name: str) -> str:
    return [*name.split("."), ""][1]


def test_a_room_uses_only_rooms_to_its_left() -> None:
    """rules → world → delivery → changes → actions, webapi → control → routes."""
    wrong = []
    for name in MODULES:
        if room(name) in ORDER:
            allowed = {*ORDER[: ORDER.index(room(name)) + 1], "errors", "parsing", ""}
            wrong += [f"{name}: {used}" for used in needs(name) if room(used) not in allowed]
    assert not wrong


def test_people_and_bots_do_not_know_of_each_other() -> None:
    """What people do and what bots call meet in `changes`, nowhere else."""
    assert not [n for n in MODULES if room(n) == "webapi" for u in needs(n) if room(u) == "actions"]


def test_the_driver_knows_the_control_interface_by_http_alone() -> None:
    """It runs against a local Slack in another process."""
    used = {room(needed) for name in MODULES if room(name) == "driver" for needed in needs(name)}
    assert used <= {"driver", "rules", "world"}


def test_no_file_imports_itself_in_a_circle() -> None:
    """What a file needs is there before it, whichever of the two is read first."""
    left = {name: set(needs(name)) - {name} for name in MODULES}
    for name in left:  # a package is read before what is in it
        left[name] -= {package for package in MODULES if name.startswith(f"{package}.")}
    while ready := {name for name, needed in left.items() if not needed & left.keys()}:
        for name in ready:
            del left[name]
    assert not left


def test_no_file_is_too_long_to_be_read() -> None:
    """At most 300 lines; in the page a few more, for markup is long."""
    assert not [n for n, p in MODULES.items() if len(p.read_text().splitlines()) > LONGEST]
    assert not [p for p in files(".js") if len(p.read_text("utf-8").splitlines()) > LONGEST + 20]


def test_nothing_of_amp_is_in_it() -> None:
    """Neither its name nor its modules, in no file: it is a product for every bot."""
    own = files(".py", ".js", ".html", ".md", ".yaml")
    assert own
    assert not [p for p in own if re.search(r"\bAmp\b|/amp\b|\bfrom bot\b", p.read_text("utf-8"))]


def test_it_needs_what_its_readme_says_and_nothing_else() -> None:
    """A stranger installs four packages; what runs bots and tests brings its own library."""
    own = {"pytest_plugin": "pytest", "run": "slack_sdk"}
    for name, path in MODULES.items():
        used: set[str] = set()
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                used |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                used.add(node.module.partition(".")[0])
        libraries = used - sys.stdlib_module_names - {"localslack"}
        if room(name) != "examples":
            assert libraries <= {"aiohttp", "pydantic", "yaml", own.get(room(name))}, name
