"""The progress bar."""

from io import StringIO

from bot.demo.progress import Progress, bar


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_fills_from_left_to_right() -> None:
    """Empty, half and full, always of one width."""
    assert [bar(n, 12).count("█") for n in (0, 6, 12)] == [0, 12, 24]
    assert len({len(bar(n, 13)) for n in range(14)}) == 1
    assert bar(0, 0).count("█") == 0


def test_a_terminal_sees_it_move_on_one_line() -> None:
    """Each step overwrites the last, and the end overwrites the bar."""
    out = Terminal()
    progress = Progress("Weeks go by", out)
    progress.at(1, 2)
    progress.at(2, 2)
    progress.done("Done.")

    assert out.getvalue().count("\n") == 1
    assert "2 of 2" in out.getvalue()
    assert out.getvalue().split("\r")[-1].startswith("\033[K  Done. (")


def test_a_log_file_sees_the_end_only() -> None:
    """No control characters where nobody watches."""
    out = StringIO()
    progress = Progress("Weeks go by", out)
    progress.at(1, 2)
    progress.done("Done.")

    assert out.getvalue().startswith("  Done. (")
