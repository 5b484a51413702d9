"""`amp doctor`: everything that an installation needs, checked one by one."""

from bot.doctor.examining import run

__all__ = ["run"]
