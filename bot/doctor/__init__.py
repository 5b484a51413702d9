"""`amp doctor`: everything that an installation needs, checked one by one."""

from bot.doctor.examining import examine, run

__all__ = ["examine", "run"]
