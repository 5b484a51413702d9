"""What the doctor finds."""

from enum import StrEnum

from msgspec import Struct


class State(StrEnum):
    OK = "ok"
    NOTE = "note"  # nothing to mend here, but something to know
    PROBLEM = "problem"


class Finding(Struct, frozen=True):
    """One thing that was checked; *remedy* says what to click or type when it is not in order."""

    state: State
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        shown = "PROBLEM" if self.state is State.PROBLEM else str(self.state)
        return f"{shown:8} {self.what}" + (f". {self.remedy}" if self.remedy else "")


def ok(what: str) -> Finding:
    return Finding(State.OK, what)


def note(what: str, remedy: str = "") -> Finding:
    return Finding(State.NOTE, what, remedy)


def problem(what: str, remedy: str) -> Finding:
    return Finding(State.PROBLEM, what, remedy)
