"""What somebody writes: one line of words, and whether they may be answered."""

import unicodedata

from msgspec import Struct

from bot.errors import AmpError

LONGEST = 280  # characters of a comment
LONGEST_ANSWER = 500
COMMENT, MAY_ANSWER, ANSWER = "comment", "may_answer", "answer"  # the ids of the fields
JOINERS = "\u200c\u200d"  # within words and emoji
# Letters to Unicode, blanks to the eye: fillers of Hangul, and Braille without a dot.
LOOKS_BLANK = "\u115f\u1160\u3164\uffa0\u2800"
NOT_SHOWN = {"Cc", "Cf", "Cn", "Co", "Cs"}  # control, direction, unassigned …


class CommentIsBlank(AmpError):
    """There are only blanks in the field for a comment."""

    field = COMMENT


class CommentTooLong(AmpError):
    """A comment is longer than its field, which Slack would not have let through."""

    field = COMMENT


class AnswerIsBlank(AmpError):
    """There are only blanks in the field for an answer."""

    field = ANSWER


class AnswerTooLong(AmpError):
    """An answer is longer than its field."""

    field = ANSWER


class Remark(Struct, frozen=True):
    """A comment, empty where there is none, and whom an answer may reach: a Slack user's id."""

    words: str = ""
    writer: str = ""


NOTHING = Remark()


def comment(entered: str | None, *, writer: str = "") -> Remark:
    """The comment that was *entered*, to be answered if a *writer* is named.

    Raises CommentIsBlank or CommentTooLong.
    """
    if not entered:
        return NOTHING
    words = one_line(entered)
    if not words:
        raise CommentIsBlank
    if len(words) > LONGEST:
        raise CommentTooLong(longest=LONGEST, length=len(words))
    return Remark(words, writer)


def answer(entered: str | None) -> str:
    """A lead's answer as it was *entered*; raises AnswerIsBlank or AnswerTooLong."""
    words = one_line(entered or "")
    if not words:
        raise AnswerIsBlank
    if len(words) > LONGEST_ANSWER:
        raise AnswerTooLong(longest=LONGEST_ANSWER, length=len(words))
    return words


def one_line(text: str) -> str:
    """The text in one line, without what would hide, turn round or blank out the words beside it.

    Empty where nothing of it would be seen.
    """
    seen = (" " if c in LOOKS_BLANK else c for c in text if c.isspace() or _is_shown(c))
    line = " ".join("".join(seen).split())
    return line if line.strip(JOINERS + " ") else ""


def _is_shown(character: str) -> bool:
    return character in JOINERS or unicodedata.category(character) not in NOT_SHOWN
