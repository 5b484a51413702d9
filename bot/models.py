"""Every table, for alembic and for tests."""

from bot.db import Base
from bot.digest import models as digest
from bot.digest.rollup import models as rollup
from bot.digest.webhook import models as webhook
from bot.experiments import models as experiments
from bot.pulse import models as pulse
from bot.slack import models as slack
from bot.teams import models as teams
from bot.tools import models as tools
from bot.tools.audit import models as audit

metadata = Base.metadata

__all__ = [
    "audit", "digest", "experiments", "metadata", "pulse", "rollup", "slack", "teams", "tools",
    "webhook",
]  # fmt: skip
