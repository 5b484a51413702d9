"""Errors that are meant for a person: the docstring of the class is the sentence they read."""

from typing import ClassVar


class AmpError(Exception):
    """Something went wrong."""

    field: ClassVar[str | None] = None  # the block_id of the modal's input that it is about

    def __init__(self, sentence: str | None = None, *, field: str | None = None) -> None:
        super().__init__(sentence or " ".join((self.__doc__ or "").split()))
        self.about = field or self.field


class NotALead(AmpError):
    """Only a lead of this team can do that. Ask one of them, or `/amp team` shows who they are."""


class NoTeam(AmpError):
    """There is no team here yet. `/amp setup` in your team's channel makes one."""
