"""A guide for a conversation after a called change: for leads, and of what the digest showed."""

import json

import pytest

from bot.digest.guide import guide
from localslack.rules.messages import validate_message
from tests.digest.past import Past, ordinary


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
async def test_a_guide_says_what_is_known_and_what_not_to_ask(past: Past, language: str) -> None:
    """Five questions, one move, and nobody is to be found out."""
    low = [{**week, "autonomy": 2.2} for week in ordinary(4)]
    news = next(s for s in await past.lives([*ordinary(12), *low]) if s.changed)
    say, content = past.say.locale(language), past.content.locale(language)
    draft = guide(say, content, news, past.team_id)
    assert not validate_message({"channel": "U1", "text": draft.text, "blocks": draft.blocks})
    told = json.dumps(draft.blocks, ensure_ascii=False)
    assert [f"{n}. " in told for n in range(1, 7)] == [True] * 5 + [False]
    assert all(question in told for question in content.drive("autonomy").questions)
    assert f"experiment:try:{news.ideas[0]}" in told
    if language == "en":
        assert "Autonomy is lower than usual" in told
        assert "Who was it?" in told
