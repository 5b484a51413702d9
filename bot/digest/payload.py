"""The payload of a digest, for other programs: what it showed, and no more.

Its JSON schema is documented in docs/webhook.md. Names and sentences are those that stood in the
channel, in its language then; keys, ids and verdicts are the same in every language.
"""

from typing import Any

from bot.digest import sentences
from bot.digest.summary import Summary
from bot.framework.content import Content
from bot.insight.figures import Figure
from bot.words import Words


def payload(say: Words, content: Content, summary: Summary) -> dict[str, Any]:
    """What the digest showed; a mean that was not shown is null, and its people too."""
    say, content = say.locale(summary.language), content.locale(summary.language)
    told = summary.in_language(content)
    return {
        "team": told.team,
        "pulse": told.number,
        "day": told.day,
        "asked": told.asked,
        "answered": told.answered,
        "drives": [{**_figure(f), "verdict": f.kind} for f in told.drives],
        "facets": [{**_figure(f), "drive": f.drive} for f in told.facets],
        "custom": {**_figure(own), "verdict": own.kind} if (own := told.custom) else None,
        "said": [sentence.text for sentence in sentences.digest(say, content, told)],
        "question": sentences.question(say, content, told),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    people = figure.people if figure.shown is not None else None
    return {"id": figure.id, "name": figure.name, "mean": figure.shown, "people": people}
