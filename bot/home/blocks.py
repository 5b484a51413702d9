"""The App Home tab: what waits for a person, how their teams stand, what to do next."""

from collections.abc import Sequence
from datetime import date

from bot.digest import blocks as digest
from bot.digest.summary import Figure, Summary
from bot.digest.trends import blocks as trends
from bot.experiments.experimenting import Standing
from bot.framework import blocks as cards
from bot.framework.content import Content
from bot.home.standing import Home, Led, OfTeam
from bot.insight import words
from bot.insight.verdicts import Kind
from bot.pulse import blocks as pulse
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.teams.blocks import when
from bot.teams.models import Team
from bot.words import Words

FIRST_CARD = "overview"
MOST_TRIED = 3  # experiments that Home names; the window has the others
VERDICTS = {  # a change stands beside the drive's name already
    Kind.NOISE.value: "as usual",
    Kind.LEARNING.value: "still learning what is usual",
}

ALL_DONE = (
    "Everything on your checklist is done. `/amp experiment` has what to try next, `/amp help` "
    "lists all there is."
)


def home(say: Words, content: Content, told: Home) -> View:
    """The whole tab."""
    blocks = [
        *_waiting(say, told),
        *_standing(told),
        *_next(content, told),
        *_leading(told.teams),
    ]
    return {"type": "home", "callback_id": "home", "blocks": blocks}


def _waiting(say: Words, told: Home) -> list[Block]:
    blocks: list[Block] = [kit.header("Waiting for you")]
    if not told.waiting:
        return [*blocks, kit.section(_nothing(told.teams))]
    return [*blocks, *(pulse.waiting(say, one.team, one.round_) for one in told.waiting)]


def _nothing(teams: Sequence[OfTeam]) -> str:
    if not teams:
        return (
            "Nothing yet: you are in no team. To begin one, go to your team's channel and type "
            "`/amp setup`: the people in the channel become the team, and everything in the form "
            "is filled in already."
        )
    planned = [one.team.next_opens_at for one in teams if one.team.next_opens_at]
    if not planned:
        return "Nothing. No round is planned at present."
    return f"Nothing. The next round opens {when(min(planned))}."


def _standing(told: Home) -> list[Block]:
    if not told.teams:
        return []
    blocks: list[Block] = [kit.divider(), kit.header("How your teams stand")]
    for one in told.teams:
        blocks += [_team(one), *_digest(one.last)]
    if told.more:
        blocks.append(kit.context(f"And {told.more} more: `/amp trends` with a team's name."))
    return blocks


def _team(one: OfTeam) -> Block:
    if one.last is None:
        return kit.section(f"*{_name(one.team)}*: no round has closed yet.")
    where = f" The whole digest is in <#{one.team.digest_channel_id}>." if one.arrived else ""
    day = words.day(date.fromisoformat(one.last.day))
    return kit.section(
        f"*{_name(one.team)}*, pulse {one.last.number} ({day}): {one.last.answered} of "
        f"{one.last.asked} answered.{where}",
        accessory=trends.opener(one.team.id),
    )


def _digest(last: Summary | None) -> list[Block]:
    """The drives of the last digest, with its verdicts in words."""
    if last is None:
        return []
    if not last.shows_results:
        return [kit.context("Its results are not shown: too few answered, or nothing was kept.")]
    return [kit.section("\n".join(_drive(figure) for figure in last.drives))]


def _drive(figure: Figure) -> str:
    odd = f"unusually {figure.odd} in this one round" if figure.odd else None
    verdict = odd or VERDICTS.get(figure.kind)
    told = digest.bar(figure)
    return f"{told}  _{verdict}_" if verdict and figure.shown is not None else told


def _next(content: Content, told: Home) -> list[Block]:
    """The next step of the framework: of a team's checklist, or the first card of all."""
    blocks: list[Block] = [kit.divider(), kit.header("Your next step")]
    if told.next and told.next_of:
        card = content.card(told.next.card)
        text = (
            f"*{kit.escape(told.next.text)}*\n{kit.escape(told.next.how)}\n"
            f"_Next on the checklist of {_name(told.next_of)}._"
        )
        read = kit.button("Read more", f"{cards.READ}{card.id}", card.id)
        return [*blocks, kit.section(text, accessory=read)]
    first = content.card(FIRST_CARD)
    begin = f"*{kit.escape(first.title)}*\n{kit.escape(first.summary)}"
    text = ALL_DONE if told.teams else begin
    read = kit.button(first.button, f"{cards.READ}{first.id}", first.id)
    return [*blocks, kit.section(text, accessory=read)]


def _leading(teams: Sequence[OfTeam]) -> list[Block]:
    blocks: list[Block] = []
    for one in teams:
        if one.led:
            blocks += _lead(one.team, one.led)
    return [kit.divider(), kit.header("For leads"), *blocks] if blocks else []


def _lead(team: Team, led: Led) -> list[Block]:
    facts = kit.section(
        "\n".join([f"*{_name(team)}*", _rate(led), _progress(led), *_tried(led.tried)])
    )
    return [facts, *_running(led), kit.actions(*_buttons(team))]


def _rate(led: Led) -> str:
    if led.rate is None:
        return "Response: no round has closed yet."
    over = "the last round" if led.rounds == 1 else f"the last {led.rounds} rounds"
    return f"Response: {led.rate}% over {over}."


def _progress(led: Led) -> str:
    return f"Checklist: {led.progress.done} of {len(led.progress.todos)} done."


def _tried(tried: Sequence[Standing]) -> list[str]:
    if not tried:
        return []
    named = [f"{kit.escape(one.experiment.title)} ({trends.end(one)})" for one in tried]
    more = [f"{len(tried) - MOST_TRIED} more"] if len(tried) > MOST_TRIED else []
    return [f"Tried before: {'; '.join([*named[:MOST_TRIED], *more])}."]


def _running(led: Led) -> list[Block]:
    if led.running is None:
        return []
    text = {**kit.mrkdwn(f":test_tube: {led.running}"), "verbatim": True}
    return [{"type": "section", "text": text}]


def _buttons(team: Team) -> list[Block]:
    id_ = str(team.id)
    return [
        kit.button("Settings", f"team:settings:{id_}", id_),
        kit.button("Ask now", f"pulse:now:{id_}", id_),
        kit.button("Experiments", f"home:experiments:{id_}", id_),
        kit.button("Checklist", f"checklist:open:{id_}", id_),
    ]


def _name(team: Team) -> str:
    return kit.escape(team.name)
