"""Where the files lie that Amp reads: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _find(name: str, proof: str) -> Path:
    inside = _PACKAGE / name
    return inside if (inside / proof).exists() else _PACKAGE.parent / name


CONTENT = _find("content", "en")
MIGRATIONS = _find("alembic", "env.py")
