"""Finding a topic by a word of it, misspelt words included."""

import difflib

from bot.framework.content import Content
from bot.framework.topics import Topic, tokens

# Enough of any question; the rest of a long one is not looked at.
_MOST_WORDS = 8
_NEAR = 0.78


def find(content: Content, words: str) -> Topic | tuple[Topic, ...]:
    """The topic that *words* mean, or else up to five that they may mean, the likeliest first.

    A name typed exactly always finds its topic; a near miss does when one topic stands out.
    """
    asked = tokens(words)[:_MOST_WORDS]
    known = content.topics
    for topic in known:
        if " ".join(asked) in topic.names:
            return topic
    scores = [0.0] * len(known)
    for word in asked:
        for at, hit in enumerate(_hits(word, known)):
            scores[at] += hit
    ranked = sorted(zip(scores, known, strict=True), key=lambda pair: -pair[0])
    likely = [(score, topic) for score, topic in ranked if score > 0][:5]
    if len(likely) == 1 or (len(likely) > 1 and likely[0][0] >= likely[1][0] + 0.5):
        return likely[0][1]
    return tuple(topic for _, topic in likely)


def _hits(word: str, known: tuple[Topic, ...]) -> list[float]:
    """How well one typed word fits each topic; near misses count where nothing fits exactly."""
    exact = [topic.words.get(word, 0.0) for topic in known]
    # A number is right or wrong, never nearly right, and a short word is near too many.
    if any(exact) or len(word) < 4 or not word.isalpha():
        return exact
    return [_nearness(word, topic.words) for topic in known]


def _nearness(word: str, words: dict[str, float]) -> float:
    near = difflib.get_close_matches(word, [w for w in words if w.isalpha()], n=1, cutoff=_NEAR)
    longer = [w for w in words if w.startswith(word)]
    return max((0.8 * words[w] for w in (*near, *longer)), default=0.0)
