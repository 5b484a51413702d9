"""What people see in several tools: an idea with its guard rails, and yes or no."""

from bot.framework.entries import Idea
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.tools import rich
from bot.words import Words

YES, NO = "yes", "no"


def idea(say: Words, idea: Idea) -> Block:
    """Something to try, with the goal and the measure that keep it accountable."""
    return rich.bullets(
        rich.message(say, "tools-idea", title=idea.title, what=rich.prose(idea.what)),
        [
            rich.message(say, "tools-idea-goal", goal=idea.goal),
            rich.message(say, "tools-idea-metric", metric=idea.metric),
        ],
    )


def yes_or_no(say: Words, given: bool | None) -> Block:
    """Two radio buttons, with what was chosen before."""
    options = [
        kit.option(say.plain("tools-yes-option"), YES),
        kit.option(say.plain("tools-no-option"), NO),
    ]
    return kit.radio(options, initial=None if given is None else YES if given else NO)
