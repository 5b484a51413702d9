"""Identifiers that look like Slack's: stable for the file's things, fresh for the rest."""

import hashlib
import secrets

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def stable(prefix: str, *names: str) -> str:
    """The same id for the same names, in this run and the next: `U` + 10 characters."""
    number = int.from_bytes(hashlib.sha256("/".join(names).encode()).digest()[:8], "big")
    letters = []
    for _ in range(9):
        number, index = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[index])
    return prefix + "0" + "".join(letters)


def fresh(prefix: str) -> str:
    """A new id that was never given out: `V` + 10 characters."""
    return prefix + "0" + "".join(secrets.choice(ALPHABET) for _ in range(9))


def block_id() -> str:
    """What Slack writes where a block came without an id."""
    return secrets.token_urlsafe(4)[:5]
