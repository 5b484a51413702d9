"""Whether the framework fits, told plainly."""

from bot.framework.content import Content
from tests.house import Scene
from tests.tools.conftest import window


async def test_the_fit_is_told_plainly(house: Scene, content: Content) -> None:
    """What stops it comes first, with what to do instead; else the way in."""
    ana = house.person("ana")
    good = ["No", "No", "Yes", "No", "Yes", "Yes"]
    for answers, says in ((good, "It fits"), (["Yes", *good[1:]], "Not this framework, not now")):
        await ana.types("/amp fit check", "#general")
        form = await window(ana, says="Think of one team")
        await ana.submits(dict(zip(form.labels, answers, strict=True)))
        seen = await window(ana, says=says)
        await ana.closes()
    safety = next(q for q in content.fit if q.id == "safety")
    assert safety.because in seen.text
    assert "Instead: Keep the procedures" in seen.text
    assert "fair" not in seen.text
