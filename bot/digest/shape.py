"""A digest as JSON, for other programs: what it showed, and no more (docs/webhook.md)."""

from typing import Any

from bot.digest.summary import Figure, Summary


def shape(summary: Summary) -> dict[str, Any]:
    """What the digest showed; a mean that was not shown is null, and its people too."""
    return {
        "team": summary.team,
        "pulse": summary.number,
        "day": summary.day,
        "asked": summary.asked,
        "answered": summary.answered,
        "drives": [{**_figure(f), "verdict": f.kind} for f in summary.drives],
        "facets": [{**_figure(f), "drive": f.drive} for f in summary.facets],
        "said": [sentence.text for sentence in summary.said],
        "question": summary.question,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    people = figure.people if figure.shown is not None else None
    return {"id": figure.id, "name": figure.name, "mean": figure.shown, "people": people}
