"""What people see of experiments: suggestions, the form, the announcement, the review."""

from bot.framework.models import Idea
from bot.slack import pieces
from bot.slack.pieces import Block


def suggestion(idea: Idea, team_id: int | None = None) -> Block:
    """An idea with the button «Try this»; *team_id* says for which team, where it is known."""
    value = idea.id if team_id is None else f"{idea.id}:{team_id}"
    return pieces.section(
        f"*{pieces.escape(idea.title)}*\n{pieces.escape(idea.what)}",
        accessory=pieces.button("Try this", f"experiment:try:{idea.id}", value),
    )
