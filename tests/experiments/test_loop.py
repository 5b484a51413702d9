"""The whole loop as people live it: an idea, six rounds, a look back, one tap, a decision."""

from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from bot.digest import jobs as digest
from bot.experiments.models import Experiment, Review
from bot.pulse.models import Box
from bot.slack import outbox, pace
from localslack.driver import SeenMessage
from tests.experiments.conftest import Trial, answers, weeks
from tests.house import Scene, only, scene, surely

CHANNEL = "#team-product"
BEFORE = [answers(mean) for mean in (3.4, 3.6, 3.5, 3.7, 3.3, 3.5, 3.6, 3.4)]
AFTER = [answers(mean) for mean in (4.4, 4.5, 4.3, 4.6, 4.5, 4.4)]


class Life(Scene):
    """A scene whose team can have weeks behind it."""

    trial: Trial

    async def begins(self) -> None:
        """A team of Ana's, paused: its rounds come from `weeks_pass`."""
        amp = self.amp
        self.trial = Trial(amp.database, amp.vault, amp.keys, amp.content, team_id=1)
        await self.sets_up("ana", CHANNEL)
        await surely(self.person("ana"), "/amp pause", CHANNEL)
        await self.run()

    async def weeks_pass(self, *rounds: Mapping[int, int]) -> None:
        """Close these rounds; only the newest digest is posted, for the sake of time."""
        for counts in rounds:
            async with self.amp.database.begin() as session:
                await outbox.withdraw(session, "digest:")
            await self.trial.past(counts)
            amp = self.amp
            await digest.compose_due(amp.database, amp.clients, amp.say, amp.content)
        await self.run()
        await self.skip(by=timedelta(minutes=2))

    async def channel(self) -> list[str]:
        return [message.text for message in await self.person("bo").reads(CHANNEL)]

    async def said(self, words: str) -> str:
        """The one message of the channel with these words."""
        return only([text for text in await self.channel() if words in text])

    async def asks(self, name: str) -> str:
        """What `/amp experiment` answers to somebody."""
        person = self.person(name)
        assert await person.types("/amp experiment", CHANNEL)
        return (await person.reads(CHANNEL))[-1].text

    async def starts(self, idea: str = "No-meeting mornings", **filled: str) -> None:
        ana = self.person("ana")
        await self.asks("ana")
        await ana.chooses("Choose an idea", idea, where=CHANNEL)
        assert await ana.modal(timeout=20)
        result = await ana.submits(filled)
        assert result, result.errors
        await ana.closes()
        await self.run()


@pytest.fixture
async def life(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Life]:
    monkeypatch.setattr(pace, "CHANNEL_GAP", 0.0)  # weeks of messages; the pace has its own tests
    async with scene(database_url, tmp_path) as made:
        life = Life(made.slack, made.started, made.settings)
        await life.begins()
        yield life


async def test_from_an_idea_to_what_the_team_remembers(life: Life) -> None:
    """Two clicks to start, one tap each to say what one wishes, one to decide."""
    await life.weeks_pass(*BEFORE)
    assert "Nothing is being tried" in await life.asks("bo")
    await life.starts("No-meeting mornings")
    told = await life.said("has started an experiment")
    assert "No-meeting mornings" in told
    assert "Urgent requests from outside" in told
    assert "begins with pulse 9 and is reviewed after pulse 14" in told

    await life.weeks_pass(*AFTER[:3])
    assert "Three of six rounds are over" in await life.asks("bo")
    assert "Experiment for Autonomy: No-meeting mornings" in await life.said("Round 3 of 6")
    await life.weeks_pass(*AFTER[3:])
    review = await life.said("Looking back")
    assert "No-meeting mornings (6 rounds): Autonomy is about 0." in review.replace("*", "")
    before = [m.raw for m in await life.person("bo").reads(CHANNEL) if not m.is_ephemeral]

    for name in ("bo", "carla", "dmitri", "elif", "femi", "ana"):
        await life.person(name).presses("Keep it", where=CHANNEL)
    await life.person("bo").presses("Drop it", where=CHANNEL)
    await life.slack.settled()
    assert await life.rows(Box) == 7  # nobody can tell which two are of one person
    receipts = [
        [m.text for m in await life.person(name).reads(CHANNEL) if m.is_ephemeral][-1]
        for name in ("bo", "carla")
    ]
    assert receipts[0] == receipts[1]
    after = [m.raw for m in await life.person("bo").reads(CHANNEL) if not m.is_ephemeral]
    assert before == after  # nothing was posted or edited
    assert not life.slack.calls("chat.update")

    await life.skip(by=timedelta(days=3, minutes=2))
    assert await life.rows(Box) == 0
    ana = life.person("ana")
    asked = (await ana.dm())[-1].text
    assert "6 people said what they want; most: keep it." in asked
    assert not [m for m in await life.person("bo").dm() if "wish" in m.text]
    await ana.presses("Keep it", where=await ana.dm_id())
    await life.run()
    assert "6 people said what they want; most: keep it." in await life.said("decided to keep it")
    remembered = await life.asks("bo")
    assert "Nothing is being tried" in remembered
    assert "pulses 9 to 14" in remembered
    assert "kept" in remembered
    assert await life.rows(Review) == 1


async def test_a_button_of_the_digest_opens_the_filled_form_for_leads(life: Life) -> None:
    """Somebody else hears kindly who can."""
    await life.weeks_pass(*BEFORE)
    bo, ana = life.person("bo"), life.person("ana")
    await tries_this(life, "bo")
    await life.slack.settled()
    assert await bo.no_modal()
    told = (await below_the_digest(life, "bo"))[-1].text
    assert "up to the team's leads: <@" in told
    await tries_this(life, "ana")
    form = await ana.modal(timeout=20)
    assert form is not None
    assert form.title == "Start an experiment"
    assert await ana.submits()
    await life.run()
    assert await life.rows(Experiment) == 1
    await ana.closes()
    await tries_this(life, "ana")
    await life.slack.settled()
    assert "has an experiment already" in (await below_the_digest(life, "ana"))[-1].text


async def test_in_own_words_with_another_date_and_ended_early(life: Life) -> None:
    """What a lead changes on the way is said, and kept."""
    await life.weeks_pass(*weeks(3.5, 2))
    ana = life.person("ana")
    await life.asks("ana")
    await ana.presses("In our own words", where=CHANNEL)
    form = await ana.modal(timeout=20)
    assert form is not None
    assert "two rounds to compare with" in form.text
    words = {
        "Name": "   ",
        "What changes": "<!channel> nothing",
        "What it should move": "Mastery",
        "Guard rail: what must still hold": "All of it",
        "How everybody can tell": "We see",
    }
    refused = await ana.submits(words)
    assert "Please write something" in str(refused.errors)
    assert await ana.submits({"Name": "Ask <@U1> & co"})
    await ana.closes()
    await life.run()
    told = await life.said("has started")
    assert "Ask &lt;@U1&gt; &amp; co" in told
    assert "&lt;!channel&gt; nothing" in told

    await life.asks("ana")
    await ana.presses("Change the review date", where=CHANNEL)
    await ana.modal(timeout=20)
    assert await ana.submits({"Look back": "after pulse 6 (4 rounds in all)"})
    await ana.closes()
    assert "reviewed after pulse 6" in await life.asks("bo")

    await life.weeks_pass(*weeks(3.5, 1))
    await life.asks("ana")
    await ana.presses("End it early", where=CHANNEL)
    await life.run()
    assert "Too few rounds to say anything about Mastery" in await life.said("experiment *Ask")
    assert "ended early" in await life.asks("bo")
    assert await life.rows(Box) == 0


async def test_tried_longer_it_is_looked_at_again(life: Life) -> None:
    """From the lead's message to a second review, with the old one left as it was."""
    await life.weeks_pass(*BEFORE)
    await life.starts(**{"Look back after": "4 rounds"})
    await life.weeks_pass(*weeks(3.5, 4))
    await life.skip(by=timedelta(days=3, minutes=2))
    ana = life.person("ana")
    assert "Fewer than five people" in (await ana.dm())[-1].text
    await ana.presses("Try it longer", where=await ana.dm_id())
    await ana.modal(timeout=20)
    assert await ana.submits({"Look back": "after pulse 14 (6 rounds in all)"})
    await ana.closes()
    await life.run()
    assert "goes on" in await life.said("try it longer. It is")
    await life.weeks_pass(*weeks(3.5, 2))
    assert len([text for text in await life.channel() if "Looking back" in text]) == 2
    await ana.presses("Drop it", where=await ana.dm_id())
    await life.run()
    assert "decided to drop it" in await life.said("ends here")
    assert "dropped" in (await ana.dm())[-1].text  # and its buttons are gone


async def test_a_channel_that_is_gone_keeps_no_review_back(life: Life) -> None:
    """Leads hear that it did not arrive, post it again, and the team has its full time."""
    await life.weeks_pass(*BEFORE)
    await life.starts(**{"Look back after": "4 rounds"})
    await life.weeks_pass(*AFTER[:3])
    ana = life.person("ana")
    await archive(life, archived=True)
    await life.weeks_pass(*AFTER[3:4])
    await life.run()
    told = [message for message in await ana.dm() if "about your experiment" in message.text]
    assert "it is archived" in only([message.text for message in told])
    await life.run()
    assert len([m for m in await ana.dm() if "about your experiment" in m.text]) == 1

    await archive(life, archived=False)
    await life.skip(by=timedelta(days=2))
    await ana.presses("Post it again", where=await ana.dm_id())
    await life.run()
    assert "Autonomy is about" in (await life.said("Looking back")).replace("*", "")
    await life.skip(by=timedelta(days=2))
    await life.person("bo").presses("Keep it", where=CHANNEL)
    await life.slack.settled()
    assert await life.rows(Box) == 1


async def test_a_decision_that_nobody_takes_ends_by_itself(life: Life) -> None:
    """The leads are asked a second time; a week later the channel reads that it is closed."""
    await life.weeks_pass(*BEFORE)
    await life.starts("No-meeting mornings")
    await life.weeks_pass(*AFTER)
    ana = life.person("ana")
    await life.skip(by=timedelta(days=4))
    assert len([m for m in await ana.dm() if "what becomes of it?" in m.text]) == 1
    await life.skip(by=timedelta(days=7))
    assert len([m for m in await ana.dm() if "what becomes of it?" in m.text]) == 2
    await life.skip(by=timedelta(days=7))
    assert "it is closed as not decided" in await life.said("has been reviewed")
    assert "Nothing is being tried" in await life.asks("bo")


async def archive(life: Life, *, archived: bool) -> None:
    ana = life.person("ana")
    channel = next(c for c in (await ana.state())["channels"] if c["name"] == CHANNEL[1:])
    body = {"id": channel["id"], "archived": archived, "as": "ana"}
    await life.slack.driver.post("channels", **body)


async def tries_this(life: Life, name: str) -> None:
    """Press the first «Try this» in the thread of the newest digest."""
    for message in await below_the_digest(life, name):
        for block in message.blocks:
            for button in block.get("elements", ()):
                if not button.get("action_id", "").startswith("experiment:try:"):
                    continue
                place = {"channel": message.channel, "ts": message.ts}
                ids = {"block_id": block["block_id"], "action_id": button["action_id"]}
                pressed = {"as": name, "message": place, **ids}
                assert (await life.slack.driver.post("action", **pressed))["ok"]
                return
    raise AssertionError("the digest's thread offers nothing to try")


async def below_the_digest(life: Life, name: str) -> list[SeenMessage]:
    """The newest digest and its thread, as somebody sees it."""
    person = life.person(name)
    newest = [m for m in await person.reads(CHANNEL) if "How we decide" in m.text][-1]
    return await person.reads_thread(CHANNEL, newest.ts)
