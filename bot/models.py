"""Every table, for alembic and for tests."""

from bot import heartbeat, scrubbing
from bot.checklist import models as checklist
from bot.db import Base
from bot.digest import models as digest
from bot.digest.rollup import models as rollup
from bot.digest.webhook import models as webhook
from bot.experiments import models as experiments
from bot.pulse import models as pulse
from bot.pulse.comments import models as comments
from bot.slack import models as slack
from bot.teams import models as teams
from bot.tools.audit import models as audit
from bot.tools.private import models as private
from bot.tools.roles import models as roles
from bot.tools.shipit import models as shipit

metadata = Base.metadata

__all__ = [
    "audit", "checklist", "comments", "digest", "experiments", "heartbeat", "metadata", "private",
    "pulse", "roles", "rollup", "scrubbing", "shipit", "slack", "teams", "webhook",
]  # fmt: skip
