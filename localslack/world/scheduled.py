"""Messages that an app wrote ahead, while they wait."""

from dataclasses import dataclass
from typing import Any

from localslack.world.channels import Channel
from localslack.world.clock import Timer
from localslack.world.messages import Draft


@dataclass(frozen=True)
class Scheduled:
    """One message that waits; `post_at` is Unix seconds."""

    id: str
    app_id: str
    channel: Channel
    draft: Draft
    post_at: int
    created: int
    timer: Timer

    def as_json(self) -> dict[str, Any]:
        """As chat.scheduledMessages.list shows it."""
        return {
            "id": self.id,
            "channel_id": self.channel.id,
            "post_at": self.post_at,
            "date_created": self.created,
            "text": self.draft.text,
        }
