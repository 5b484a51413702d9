"""How fast is fast enough: a pure matter of a clock, which these tests turn by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.pace import CHANNEL_GAP, FASTEST, FIRST, SLOWEST, STEP, Pace


class Watch:
    """A monotonic clock that goes on only while somebody sleeps."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def now(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.seconds += max(0.0, seconds)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def pace(watch: Watch) -> Pace:
    return Pace(watch.now, watch.sleep)


async def test_the_first_message_goes_at_once(pace: Pace, watch: Watch) -> None:
    """Nobody waits without a reason."""
    assert await pace.turn("C1")
    assert watch.seconds == 1000.0


async def test_messages_to_different_places_keep_the_pace(pace: Pace, watch: Watch) -> None:
    """Ten a second in the beginning."""
    for n in range(11):
        assert await pace.turn(f"C{n}")
    assert watch.seconds == pytest.approx(1000 + 10 / FIRST)


async def test_one_channel_gets_a_message_a_second(pace: Pace, watch: Watch) -> None:
    """Slack's limit for a channel holds whatever the pace."""
    moments = []
    for _ in range(3):
        assert await pace.turn("C1")
        moments.append(watch.seconds)
    assert moments == pytest.approx([1000, 1000 + CHANNEL_GAP, 1000 + 2 * CHANNEL_GAP])


async def test_a_busy_channel_does_not_hold_up_the_others(pace: Pace, watch: Watch) -> None:
    """Its second is its own: the next place is served right after."""
    await pace.turn("C1")
    await pace.turn("C1")
    before = watch.seconds
    await pace.turn("C2")
    assert watch.seconds - before <= 1 / FIRST


def test_every_message_that_goes_through_makes_it_faster_up_to_a_limit(pace: Pace) -> None:
    """Additive increase."""
    pace.went_through()
    assert pace.rate == FIRST + STEP
    for _ in range(1000):
        pace.went_through()
    assert pace.rate == FASTEST


async def test_a_refusal_halves_the_pace_and_is_silence_for_as_long_as_slack_says(
    pace: Pace, watch: Watch
) -> None:
    """Multiplicative decrease, and nobody's turn comes before the time is over."""
    pace.was_refused(30)
    assert pace.rate == FIRST / 2
    assert pace.is_silent
    assert not await pace.turn("C1")
    assert watch.seconds == 1000.0, "nobody waits for it either"

    watch.seconds += 30
    assert not pace.is_silent
    assert await pace.turn("C1")


def test_a_burst_of_refusals_counts_once(pace: Pace) -> None:
    """What was under way together is refused together."""
    for _ in range(8):
        pace.was_refused(30)
    assert pace.rate == FIRST / 2


def test_refusals_one_after_the_other_count_each_down_to_a_limit(pace: Pace, watch: Watch) -> None:
    """It never stops altogether."""
    for _ in range(20):
        pace.was_refused(1)
        watch.seconds += 2
    assert pace.rate == SLOWEST


def test_the_longest_silence_counts(pace: Pace, watch: Watch) -> None:
    """A shorter Retry-After does not cut a longer one short."""
    pace.was_refused(30)
    pace.was_refused(5)
    watch.seconds += 29
    assert pace.is_silent


async def test_who_waited_for_a_turn_while_slack_refused_another_does_not_go(watch: Watch) -> None:
    """Silence asked for meanwhile is silence."""

    async def refused_meanwhile(seconds: float) -> None:
        watch.seconds += seconds
        refused.was_refused(30)

    refused = Pace(watch.now, refused_meanwhile)
    assert not await refused.turn("C1")


async def test_channels_are_forgotten_when_their_second_is_over(pace: Pace, watch: Watch) -> None:
    """A year of DMs fills no memory, and a second that is not over stays."""
    await pace.turn("C1")
    watch.seconds += CHANNEL_GAP + 1
    await pace.turn("C2")
    before = watch.seconds
    pace.tidy()
    await pace.turn("C1")
    assert watch.seconds - before == pytest.approx(1 / FIRST)
    await pace.turn("C2")
    assert watch.seconds - before == pytest.approx(CHANNEL_GAP)


@given(st.lists(st.sampled_from(["sent", "refused", "later"]), max_size=200))
def test_the_pace_stays_within_its_bounds(happenings: list[str]) -> None:
    """Whatever Slack answers, in whatever order."""
    watch = Watch()
    pace = Pace(watch.now, watch.sleep)
    for happening in happenings:
        if happening == "sent":
            pace.went_through()
        elif happening == "refused":
            pace.was_refused(3)
        else:
            watch.seconds += 2
        assert SLOWEST <= pace.rate <= FASTEST


async def test_a_rest_is_no_refusal(pace: Pace, watch: Watch) -> None:
    """Nothing goes meanwhile, and then as fast as before."""
    rate = pace.rate
    pace.rest(60)
    assert not await pace.turn("C1")
    watch.seconds += 61
    assert await pace.turn("C1")
    assert pace.rate == rate
