"""Faults that a test or a curious person sets: what Slack does on a bad day, on demand."""

import itertools
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal, get_args

from localslack.errors import Impossible

Kind = Literal[
    "ratelimited",
    "error",
    "slow",
    "lost_answer",
    "lost_request",
    "server_error",
    "refuse_block",
    "file_not_ready",
]
KINDS: tuple[str, ...] = get_args(Kind)
LASTING = {"refuse_block"}
NUMBERS = {
    "seconds": (0, 600),
    "retry_after": (0, 86_400),
    "status": (400, 599),
    "times": (1, 1_000_000),
}


@dataclass
class Fault:
    """One thing that goes wrong; `times` counts down, None means until it is taken back."""

    id: int
    kind: str
    method: str | None = None
    channel: str | None = None
    error: str | None = None
    messages: list[str] | None = None
    block_type: str | None = None
    seconds: float = 1.0
    retry_after: int = 1
    status: int = 500
    times: int | None = 1

    def concerns(self, method: str, channel: str | None) -> bool:
        """Whether it strikes this call."""
        if self.method is not None and self.method != method:
            return False
        return self.channel is None or self.channel == channel


class Faults:
    """The faults that are set, in the order they were set."""

    def __init__(self) -> None:
        self._ids = itertools.count(1)
        self._faults: dict[int, Fault] = {}

    def add(self, settings: dict[str, Any]) -> Fault:
        """Set a fault; raises Impossible with what doesn't fit."""
        kind = settings.get("kind")
        if kind not in KINDS:
            raise Impossible(f"kind should be one of {', '.join(KINDS)}.")
        if kind == "refuse_block" and not settings.get("block_type"):
            raise Impossible("Say which block_type to refuse.")
        _check_numbers(settings)
        _check_words(settings)
        defaults: dict[str, Any] = {"times": None if kind in LASTING else 1}
        try:
            fault = Fault(next(self._ids), **{**defaults, **settings})
        except TypeError:
            known = ", ".join(name for name in Fault.__dataclass_fields__ if name != "id")
            raise Impossible(f"A fault has {known}, nothing else.") from None
        self._faults[fault.id] = fault
        return fault

    def listed(self) -> list[dict[str, Any]]:
        """Every fault that is still set."""
        return [dict(vars(fault)) for fault in self._faults.values()]

    def clear(self, fault_id: int | None = None) -> None:
        """Take one back, or all."""
        if fault_id is None:
            self._faults.clear()
        else:
            self._faults.pop(fault_id, None)

    def strike(
        self, kinds: Collection[str], method: str, channel: str | None = None
    ) -> Fault | None:
        """The first fault of these kinds that concerns the call, counted as used."""
        for fault in list(self._faults.values()):
            if fault.kind in kinds and fault.concerns(method, channel):
                self.used(fault)
                return fault
        return None

    def refused_blocks(self, method: str, channel: str | None) -> list[Fault]:
        """The block types that this call can't use; asking doesn't count as a use."""
        found = (f for f in self._faults.values() if f.kind == "refuse_block")
        return [fault for fault in found if fault.concerns(method, channel)]

    def used(self, fault: Fault) -> None:
        """Count one use of a fault that struck."""
        if fault.times is None:
            return
        fault.times -= 1
        if fault.times <= 0:
            self._faults.pop(fault.id, None)


def _check_words(settings: dict[str, Any]) -> None:
    for name in ("method", "channel", "error", "block_type"):
        if not isinstance(settings.get(name), str | None):
            raise Impossible(f"{name} should be a word.")
    messages = settings.get("messages")
    listed = isinstance(messages, list) and all(isinstance(line, str) for line in messages)
    if messages is not None and not listed:
        raise Impossible("messages should be a list of sentences.")


def _check_numbers(settings: dict[str, Any]) -> None:
    for name, (least, most) in NUMBERS.items():
        value = settings.get(name)
        whole = isinstance(value, int) and not isinstance(value, bool)
        fits = whole or (name == "seconds" and isinstance(value, float))
        if value is not None and not (fits and least <= value <= most):
            raise Impossible(f"{name} should be a number from {least} to {most}.")
