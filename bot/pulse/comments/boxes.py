"""Sealing: a comment to its round, and what concerns an address to that address; one length each.

A box of a comment lies in a table of its own, under a token of its own (bot/pulse/sealing.py).
"""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.prepared import Connected
from bot.pulse import sealing
from bot.pulse.comments.writing import Remark
from bot.pulse.models import AnyRound, CommentBox
from bot.vault import Vault

# Bytes of what is sealed, whatever is in it; the longest fits at four bytes a character.
COMMENT, ADDRESS, LETTER = 1536, 192, 2560


async def put(
    connection: Connected, round_: AnyRound, box: bytes, written: Remark, *, at: datetime
) -> bool:
    """Keep somebody's sealed comment, or that they wrote none; False where it comes too late."""
    is_kept = await sealing.put_while_open(connection, round_, box, table=CommentBox, at=at)
    return is_kept or not written.words


def box(public_key: bytes, mine: bytes, written: Remark, *, once: str = "") -> bytes:
    """Seal what somebody wrote, or that they wrote nothing; *mine* is the writer's token."""
    said = {"words": written.words, "writer": written.writer}
    return sealing.sealed(public_key, mine, said, COMMENT, once=once)


def read(private_key: bytes, boxes: Iterable[bytes], tokens: Iterable[bytes]) -> list[Remark]:
    """What those with these tokens wrote last, without those who wrote nothing."""
    said = sealing.opened(private_key, boxes, length=COMMENT)
    written = [Remark(**said[who]) for who in tokens if who in said]
    return [one for one in written if one.words]


def token(vault: Vault, round_id: int, person_id: int) -> bytes:
    """Whose comment it is, inside its box."""
    return vault.token("comment", round_id, person_id)


def sealed(public_key: bytes, told: dict[str, str], length: int) -> bytes:
    """Seal what concerns an address."""
    return sealing.sealed(public_key, b"", told, length)


def opened(private_key: bytes, box: bytes, length: int) -> dict[str, Any]:
    """What concerns an address; raises nacl's CryptoError when the key is not its own."""
    told: dict[str, Any] = json.loads(sealing.unsealed(private_key, box, length))["said"]
    return told
