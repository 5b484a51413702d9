"""`amp demo`: a local Slack with Amp in it, colleagues who answer, and twelve weeks behind them."""

from bot.demo.showing import run

__all__ = ["run"]
