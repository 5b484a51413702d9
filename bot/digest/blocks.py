"""The digest as a message: built from a Summary and nothing else."""

from bot.digest.summary import Figure, Summary
from bot.pulse.privacy import QUORUM
from bot.slack import pieces
from bot.slack.outbox import Letter
from bot.slack.pieces import Block

PER_POINT = 4  # characters of the bar for a point of the scale


def digest(summary: Summary) -> Letter:
    """The message that the team reads when its round has closed."""
    blocks = [
        pieces.header(f"Pulse {summary.number} · {summary.team}"[:150]),
        pieces.section(_results(summary)),
        *bars(summary),
        pieces.section(f":speech_balloon: *To discuss:* {pieces.escape(summary.question)}"),
        pieces.context(
            "1 strongly disagree, 5 strongly agree; rounded, so that nobody can be told from it. "
            "`/amp privacy`"
        ),
    ]
    return Letter(text=_plain(summary), blocks=blocks)


def _results(summary: Summary) -> str:
    took_part = f"*{summary.answered} of {summary.asked}* people answered."
    if summary.key_lost:
        return (
            f"{took_part} The key that opens this round's answers is lost, so they can't be read "
            "by anybody any more. The next round is not affected."
        )
    if not summary.shows_results:
        return (
            f"{took_part} Results are shown only from {QUORUM} answers up, so this week's are not "
            "shown and were not kept."
        )
    return took_part


def bars(summary: Summary) -> list[Block]:
    if not summary.shows_results:
        return []
    closer = [_number(f) for f in summary.facets if f.shown is not None]
    return [
        pieces.section("\n".join(_bar(figure) for figure in summary.drives)),
        *([pieces.context("Closer look: " + ", ".join(closer))] if closer else []),
    ]


def _bar(figure: Figure) -> str:
    if figure.shown is None:
        return f"*{figure.name}*: too few answers to show"
    full = round((figure.shown - 1) * PER_POINT)
    bar = "█" * full + "░" * (4 * PER_POINT - full)
    return f"`{bar}` *{figure.name}* {number(figure.shown)}"


def _number(figure: Figure) -> str:
    return f"*{figure.name.lower()}* {number(figure.shown or 0)}"


def number(shown: float) -> str:
    """A mean without decimals that it does not have: 4, 3.5, 3.25."""
    return f"{shown:.2f}".rstrip("0").rstrip(".")


def _plain(summary: Summary) -> str:
    shown = [f"{f.name} {number(f.shown)}" for f in summary.drives if f.shown is not None]
    results = ". ".join([", ".join(shown)] if shown else [])
    took_part = f"{summary.answered} of {summary.asked} answered."
    return f"Pulse {summary.number} of {summary.team}. {took_part} {results}".strip()


def trouble(
    summary: Summary, channel_id: str, failure: str | None, *, unknown: bool
) -> list[Block]:
    """What leads read when a digest did not reach its channel, or may not have."""
    why = {
        "is_archived": "it is archived",
        "not_in_channel": "I'm not in it",
        "channel_not_found": "it is gone, or it is private and I'm not in it",
    }.get(failure or "", f"Slack refused it ({failure})")
    told = (
        f"I was cut off while posting the digest of *{pieces.escape(summary.team)}* to "
        f"<#{channel_id}>, and I can't see whether it arrived. If it is not there, post it again."
        if unknown
        else f"I could not post the digest of *{pieces.escape(summary.team)}* to <#{channel_id}>: "
        f"{why}. Mend that (`/invite @Amp`, or another channel in the settings), then press here."
    )
    return [pieces.section(f":warning: {told}")]


def again(round_id: int) -> Block:
    return pieces.actions(
        pieces.button("Post it again", "digest:again", str(round_id), style="primary")
    )
