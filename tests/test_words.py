"""Looking words up: what a language lacks is said in English."""

from pathlib import Path

from bot import paths, words
from bot.errors import NotALead


def test_an_error_that_a_language_lacks_is_told_in_english(tmp_path: Path) -> None:
    """A docstring is for those who read the code."""
    (tmp_path / "xx" / "messages").mkdir(parents=True)
    (tmp_path / "xx" / "messages" / "common.ftl").write_text("amp-title = Xmp\n")
    say = words.load(paths.CONTENT, tmp_path).locale("xx-XX")
    assert say.plain("amp-title") == "Xmp"
    assert say.error(NotALead()) == say.locale("en").error(NotALead())
