"""Tables of the audit; its rounds lie among the pulse's."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, false
from sqlalchemy.orm import Mapped, mapped_column

from bot.db import Base
from bot.framework.content import Content
from bot.pulse.models import AnyRound
from bot.pulse.questionnaires import Questionnaire
from bot.tools.audit.questionnaire import PHRASES, questionnaire
from bot.words import Words


class AuditRound(AnyRound):
    """A team's own audit of step 1, opened by a lead: its items are the content's signs."""

    __mapper_args__ = {"polymorphic_identity": "audit"}  # noqa: RUF012

    phrases = PHRASES

    def questionnaire(self, say: Words, content: Content) -> Questionnaire:
        return questionnaire(say, content).of(self.items)


class AuditWish(Base):
    """A lead wants the team asked; the worker, which alone makes keys, opens the round."""

    __tablename__ = "audit_wish"

    team_id: Mapped[int] = mapped_column(
        ForeignKey("team.id", ondelete="CASCADE"), primary_key=True
    )
    wished_at: Mapped[datetime]


class AuditReading(Base):
    """What a team's audit showed, rounded and final."""

    __tablename__ = "audit_reading"

    round_id: Mapped[int] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    asked: Mapped[int]
    answered: Mapped[int]
    key_lost: Mapped[bool]
    withheld: Mapped[bool] = mapped_column(default=False, server_default=false())
    shares: Mapped[dict[str, float]] = mapped_column(JSON)  # by sign, from 0 to 1
    read_at: Mapped[datetime]
