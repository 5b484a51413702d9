"""What should have happened while Amp was away: how late it still does, decided here alone.

docs/operating.md shows this table. What still happens comes on the next working morning of whom
it reaches, where it would be a free day or night for them by now; a message that was written down
before comes until ten in the evening.
"""

from datetime import datetime, timedelta

from msgspec import Struct


class Late(Struct, frozen=True):
    """For how long after its moment something still happens; None: however late it is."""

    within: timedelta | None

    def still(self, due_at: datetime, at: datetime) -> bool:
        return self.within is None or at <= due_at + self.within


ROUND = Late(timedelta(hours=48))  # then its team waits for its next day
ROLL_UP = Late(timedelta(days=14))  # a month that is half over has news of its own
WELCOME_BACK = Late(timedelta(days=7))
# Everything else is bound to something that ends by itself, or is never too late.
MESSAGE = Late(timedelta(minutes=15))  # then it looks at the clock of whom it reaches anew
