"""Which statements a round asks: the anchors every time, the facets in turn."""

import math

from bot.framework.content import Content, Item
from bot.framework.entries import Prompt, Week


def items(content: Content, round_number: int, *, pay: bool = True) -> tuple[Item, ...]:
    """The statements of a round, anchors first, in the order in which they are asked.

    Without *pay* the round whose turn it is leaves it out; no other one is asked in its place.

    Rounds count from 1. Each facet comes once in a cycle of the rotation, with its next statement
    each time; the second facet of a week runs one statement ahead of the first, so that the
    reversed statements, which stand last, never meet on one form (docs/method.md).
    """
    cycle, week = _place(content, round_number)
    return content.anchors + tuple(
        content.items[statements[(cycle + ahead) % len(statements)].id]
        for ahead, statements in enumerate(content.facets[id].items for id in week.facets)
        if pay or content.drive_of(week.facets[ahead])
    )


def prompt(content: Content, round_number: int) -> Prompt | None:
    """The open question of a round, or None in the weeks that have none."""
    cycle, week = _place(content, round_number)
    return content.prompts[cycle % len(content.prompts)] if week.prompt else None


def period(content: Content) -> int:
    """After how many rounds the statements begin again."""
    return len(content.rotation) * math.lcm(*(len(f.items) for f in content.facets.values()))


def _place(content: Content, round_number: int) -> tuple[int, Week]:
    if round_number < 1:
        raise ValueError("rounds count from 1")
    cycle, week = divmod(round_number - 1, len(content.rotation))
    return cycle, content.rotation[week]
