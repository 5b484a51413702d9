"""What somebody might send who means no good, or a program that is broken; by a seed, so again."""

import copy
import json
import random
from typing import Any

WORDS = (
    "", " ", "\x00", "\ud800", "\u202e", "💥" * 50, "A" * 5000, "<!channel>", "<@U0>", "*_~`&amp;",
    "'; DROP TABLE team; --", "../../etc/passwd", "${jndi:x}", "%s%n%00", "{{7*7}}", "\r\nX: y",
    "1", "-1", "0", "1e999", "9" * 40, "null", "true", "[]", "{}", "C0", "U0", "T0", "1.5", "1:2:3",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**63, 10**40, 1e308, -0.0, [], {}, [[]], [None], {"": None},
    {"id": 1}, {"id": None}, {"type": "x"}, [{}], [{"type": []}],
)  # fmt: skip
DEEP = "[" * 3000 + "]" * 3000
BODIES = (
    b"", b"\x00\xff\xfe", b"payload=", b"payload=%ff", b"payload={", b"payload=null", b"{}", b"[]",
    b"null", b"1", b"NaN", b"ssl_check=1", b"ssl_check=1&token=x", b"a=b&" * 2000,
    DEEP.encode(), b"payload=" + DEEP.encode(), b'{"type":"url_verification"}',
    b'{"type":"url_verification","challenge":"<script>"}', b'{"type":"event_callback"}',
    b'{"type":"event_callback","event":{"type":"message"}}', b'{"type":"app_rate_limited"}',
    b"command=%2Famp&text=" + b"%00" * 500, b"x" * 70_000,
)  # fmt: skip
KINDS = (
    "application/json", "application/x-www-form-urlencoded", "text/plain", "", "a/b; charset=x",
    "multipart/form-data; boundary=x", "application/json; charset=utf-16",
)  # fmt: skip


class Hostile:
    """A source of hostile values."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def word(self) -> str:
        return self.random.choice(WORDS)

    def value(self) -> Any:
        return copy.deepcopy(self.random.choice((*VALUES, *WORDS)))

    def one(self, several: Any) -> Any:
        return self.random.choice(several)

    def bent(self, body: Any) -> Any:
        """The same body with one to three things in it that are not as they should be."""
        bent = copy.deepcopy(body)
        for _ in range(self.random.randint(1, 3)):
            if holders := list(_holders(bent)):
                self._bend(*self.one(holders))
        return bent

    def _bend(self, holder: Any, key: Any) -> None:
        if isinstance(holder, list) and key >= len(holder):
            return
        how = self.random.random()
        if how < 0.2:
            del holder[key]
        elif how < 0.3 and isinstance(holder, dict):
            holder[self.word()] = holder.pop(key)
        elif how < 0.4:
            holder[key] = [holder[key]]
        elif how < 0.7 and isinstance(holder[key], str):
            holder[key] = self.one((holder[key] + self.word(), holder[key][:-1], self.word()))
        else:
            holder[key] = self.value()

    def object(self, names: Any) -> dict[str, Any]:
        """An object with some of these names."""
        number = self.random.randint(0, 5)
        return {self.one(names): self.value() for _ in range(number)}

    def headers(self) -> dict[str, str]:
        names = ("Content-Type", "Accept", "Cookie", "X-Forwarded-For", "Authorization", "Range")
        shown = {name: self.word() for name in names if self.random.random() < 0.3}
        return {n: "".join(c for c in v if " " <= c <= "~") for n, v in shown.items()}


def as_json(value: Any) -> str:
    return json.dumps(value)


def _holders(body: Any) -> Any:
    """Each place in a body: what holds it, and under which key."""
    keys = list(body) if isinstance(body, dict) else range(len(body))
    for key in keys:
        yield body, key
        if isinstance(body[key], dict | list):
            yield from _holders(body[key])
