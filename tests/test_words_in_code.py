"""No word that a person reads in Slack or on a page stands in the code: words are content."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BOT = ROOT / "bot"

# Whose English is for whoever runs Amp, in a terminal or in its log, or for who edits content/.
FOR_OPERATORS = {
    "__main__.py": "the `amp` command and its help",
    "administering.py": "what `amp workspaces` and its like say",
    "checking/": "what `amp check` says to who edits content/",
    "demo/": "the demo's terminal, and what its scripted colleagues look for and press",
    "db.py": "errors of the database, for the log",
    "backup.py": "what `amp backup` and `amp restore` say",
    "configuration.py": "what `amp config` says",
    "database_address.py": "what is wrong with the address of the database",
    "doctor/": "what `amp doctor` says",
    "ending.py": "why a command ended",
    "environment.py": "what is wrong with .env and with files of settings",
    "health.py": "answers to probes",
    "heartbeat.py": "what doctor and readiness say of workers",
    "owner.py": "whose a file is, where a command may not use it",
    "outages.py": "what is down, for the log",
    "pulse/redis_store.py": "what a start and `amp doctor` say of Redis",
    "mistyped.py": "what is wrong with the settings",
    "key_address.py": "what is wrong with the address of the key store",
    "preparing.py": "why Amp does not start",
    "rights.py": "what PostgreSQL lets us do, and the statement for more",
    "postgres.py": "what is wrong with the address, and why the server refused us",
    "schema.py": "what `amp migrate` says",
    "errors.py": "nothing but docstrings",
    "exporting.py": "what `amp export` says",
    "reporting.py": "what `amp report` says",
    "fluent_files.py": "violations in content/",
    "framework/overrides.py": "violations in content/",
    "framework/loading.py": "violations in content/",
    "framework/nodes.py": "violations in content/",
    "framework/rules.py": "violations in content/",
    "framework/translating.py": "violations in content/",
    "framework/shapes.py": "violations in content/",
    "framework/text_rules.py": "violations in content/",
    "framework/entries.py": "violations in content/",
    "keeping/inventory.py": "why a column is shown to nobody, for who adds one",
    "logs.py": "what the log is configured with",
    "manifest.py": "the app manifest, which Slack keeps in one language",
    "metrics.py": "what Prometheus shows",
    "running.py": "why Amp does not start",
    "secret_file.py": "why the secret can't be read",
    "settings.py": "what is wrong with the environment",
    "slack/unreachable.py": "what a start and `amp doctor` say of the way to Slack",
    "slack/payloads.py": "what a client that is not Slack gets wrong",
    "support.py": "what `amp support` writes and says",
    "undelivered.py": "what `amp failures` and `amp resend` say",
    "violations.py": "what a violation ends in",
    "web.py": "answers to probes and to clients that are not Slack",
}

# Texts that look like English and are for programs.
FOR_PROGRAMS = {
    "digest/sentences.py": {"Pulse "},  # how the text of a digest began that version 0.1 kept
    "experiments/models.py": {"team ended"},  # how a row says why an experiment ended
    "insight/reviews.py": {"no big change", "cannot tell", "too few"},  # as rows keep them
    "digest/webhook/jobs.py": {"Amp"},  # the User-Agent of a webhook's call
}

# What is for the log, for a developer, or for the database; the first word of a call's name.
SILENT_CALLS = {
    "debug", "error", "exception", "info", "warning", "critical", "text", "execute",
    "get_logger", "compile", "Counter", "Histogram", "Gauge", "getLogger", "mapped_column",
    "TypeVar", "Line", "_key", "token", "strftime", "strptime",
    "Index", "UniqueConstraint", "CheckConstraint", "ForeignKey",
}  # fmt: skip
SILENT_ERRORS = re.compile(r"(Error|Exception|Malformed|Unsigned|Unknown\w*)$")

# Two words with a space between them, or one that is capitalised like a label and is no name.
PHRASE = re.compile(r"[A-Za-z’']{2,}[,.:;!?…]? +[A-Za-z’']{2,}")
LABEL = re.compile(r"^[^\w<{/]*[A-Z][a-z]{2,}[.:!?…]*\W*$")
SQL = re.compile(r"(VACUUM|SELECT|DELETE|UPDATE|INSERT|PRAGMA|CREATE|ALTER) ")
CODE = re.compile(r"`[^`]*`|/amp[ a-z]*|<[^>]*>|\{[^}]*\}|https?://\S+|\b\w+(?:[-_.]\w+)+\b")


def visible(path: Path) -> Iterator[tuple[int, str]]:
    """Each text in a file that could reach a person, with its line."""
    tree = ast.parse(path.read_text())
    silent = set(_silent(tree))
    for node in ast.walk(tree):
        if id(node) in silent:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and reads(node.value):
            yield node.lineno, node.value


def reads(text: str) -> bool:
    """Whether somebody would take this for English rather than for an id or a pattern."""
    bare = CODE.sub(" ", text)
    return not SQL.match(text) and bool(PHRASE.search(bare) or LABEL.match(bare))


def _silent(tree: ast.AST) -> Iterator[int]:
    """The nodes that nobody reads in Slack, by their identity."""
    for node in ast.walk(tree):
        for part in _unread(node):
            if part is not None:
                yield from (id(inner) for inner in ast.walk(part))


def _unread(node: ast.AST) -> Iterator[ast.AST | None]:
    """What is for the log, for types, for programs; what is compared is not shown either."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Assert() | ast.Compare():
            yield node
        case ast.Call(func=called) if _name(called) in SILENT_CALLS:
            yield node
        case ast.Raise(exc=ast.Call(func=called)) if SILENT_ERRORS.search(_name(called)):
            yield node
        case ast.keyword(arg="failed" | "pattern" | "samesite" | "textcoords"):
            yield node
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            yield node
        case ast.Dict(keys=keys):
            yield from keys
        case ast.Subscript(slice=part) | ast.AnnAssign(annotation=part) | ast.arg(annotation=part):
            yield part
        case ast.FunctionDef(returns=part) | ast.AsyncFunctionDef(returns=part):
            yield part


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def files() -> list[str]:
    return [path.relative_to(BOT).as_posix() for path in sorted(BOT.rglob("*.py"))]


def is_for_operators(name: str) -> bool:
    return any(name == known or name.startswith(known) for known in FOR_OPERATORS)


@pytest.mark.parametrize("name", [n for n in files() if not is_for_operators(n)])
def test_no_file_has_words_that_people_read(name: str) -> None:
    """They are in content/, where they can be translated, and a company can say them otherwise."""
    known = FOR_PROGRAMS.get(name, set())
    found = [f"bot/{name}:{ln}: {text!r}" for ln, text in visible(BOT / name) if text not in known]
    assert found == []


def test_every_exception_is_of_a_file_that_exists() -> None:
    """A list that is not kept is no list."""
    known = files()
    for name in {*FOR_OPERATORS, *FOR_PROGRAMS}:
        assert any(file == name or file.startswith(name) for file in known), name


@pytest.mark.parametrize(
    "text",
    ["Ask now", "Save", "Nobody was asked.", ": left out this week", "*Goal:* ", "Next: "],
)
def test_words_are_recognised(text: str) -> None:
    """What a label or a sentence looks like."""
    assert reads(text)


@pytest.mark.parametrize(
    "text",
    [
        "pulse-opens-now",
        "pulse:now",
        "xoxb-",
        "`/amp pulse now`",
        "T1",
        "%Y-%m-%d",
        "en",
        "{a} {b}",
    ],
)
def test_ids_are_no_words(text: str) -> None:
    """Keys, ids, patterns and commands are for programs."""
    assert not reads(text)
