"""What people see of the audit: two pages of signs, a picture, and two pictures side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.framework.content import Content
from bot.framework.entries import Sign
from bot.privacy import QUORUM
from bot.pulse.kinds import HOLDS
from bot.pulse.models import AuditRound
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.tools import rich
from bot.tools.audit import pictures
from bot.tools.audit.pictures import Picture
from bot.tools.models import AuditReading

TITLE = "What steers us"
IN_CHANNEL, IN_WINDOW = 2, 4  # signs of a kind that are named

MOST_APART = 5  # signs that two pictures see differently

SYSTEMS = {2: "Motivation 2.0", 3: "Motivation 3.0"}
LEANINGS = {
    "2.0": "Motivation 2.0 steers more: rewards, control and rules before results.",
    "3.0": "Motivation 3.0 steers more: own ways, learning, and knowing what it is for.",
    "both": "Both steer at once, about equally. People feel two messages.",
    "neither": "Little of either shows. What does steer here? That is worth a talk.",
}
KIND_OF_TASK = "Which system serves depends on the work: `/amp roles` maps yours."


@dataclass(frozen=True)
class Standing:
    """All that one person may know of the audit: their own view, and their team's."""

    mine: Picture
    team: Team | None = None
    open_round: AuditRound | None = None
    is_wished: bool = False
    reading: AuditReading | None = None
    leads: bool = False


def overview(content: Content, standing: Standing) -> View:
    """Where somebody stands with the audit, and what they can do next."""
    blocks = [
        *_side_by_side(content, standing),
        *_mine(standing),
        *([kit.divider(), *_team(content, standing)] if standing.team else []),
        kit.context(KIND_OF_TASK),
    ]
    return kit.window(TITLE, blocks)


def page(content: Content, system: int, answers: Mapping[str, int], *, team_id: int | None) -> View:
    """One of the two pages of signs; what was answered before is filled in."""
    last = system == 3
    first = kit.section(
        f"*Signs of {SYSTEMS[system]}* ({system - 1} of 2). How much does each of these hold where "
        "you work together? Think of an ordinary week, and leave out what you can't say."
    )
    return kit.modal(
        TITLE,
        [first, *(_question(sign, answers) for sign in content.signs if sign.system == system)],
        callback_id="audit:page",
        submit="See the picture" if last else "Next",
        note={"team": team_id, "system": system},
    )


def result(content: Content, team: Team, reading: AuditReading) -> Draft:
    """What the channel reads when the team's audit has closed."""
    picture = Picture(content.signs, reading.shares)
    body = _picture(picture, most=IN_CHANNEL) if reading.shares else []
    return Draft(
        text=f"What steers us: the audit of {kit.escape(team.name)} has closed.",
        blocks=[
            kit.header(f"{TITLE}: audit {reading.number}"),
            kit.section(_took_part(reading)),
            *body,
            kit.actions(
                kit.button("My view beside it", "audit:open", str(team.id)),
            ),
            kit.context(
                "Rounded, so that nobody can be told from it. Your own view is seen by you alone."
            ),
        ],
    )


def _question(sign: Sign, answers: Mapping[str, int]) -> Block:
    options = [kit.option(text, str(value)) for value, text in HOLDS.items()]
    given = str(answers.get(sign.id, ""))
    return kit.input_(sign.id, sign.text, kit.radio(options, initial=given), optional=True)


def _mine(standing: Standing) -> list[Block]:
    value = str(standing.team.id) if standing.team else ""
    if not standing.mine.shares:
        return [
            kit.header("Your view"),
            kit.section(
                "Look for signs of two systems: 2.0 rewards and controls, 3.0 counts on people's "
                "own drive. Two pages, about two minutes; only you see what you answer."
            ),
            kit.actions(
                kit.button("Do the audit", "audit:begin", value, style="primary"),
            ),
        ]
    return [
        kit.header("Your view"),
        *_picture(standing.mine, most=IN_WINDOW),
        kit.actions(kit.button("Change my answers", "audit:begin", value)),
    ]


def _picture(picture: Picture, *, most: int) -> list[Block]:
    """Two bars, what they say, and which signs say it."""
    groups = [
        (f"Signs of {SYSTEMS[2]} that hold", picture.strongest(2, most)),
        (f"Signs of {SYSTEMS[3]} that hold", picture.strongest(3, most)),
        ("What is missing of 3.0", picture.missing(most)),
    ]
    return [
        rich.said(*_bar(picture, 2), "\n", *_bar(picture, 3)),
        rich.said(_says(picture)),
        *(_why(title, signs) for title, signs in groups if signs),
    ]


def _bar(picture: Picture, system: int) -> list[rich.Run | str]:
    strength, name = picture.strength(system), rich.bold(SYSTEMS[system])
    if strength is None:
        return [name, ": too few answers to say"]
    return [rich.bar(strength), " ", name]


def _says(picture: Picture) -> str:
    leaning = picture.leaning
    return LEANINGS[leaning] if leaning else "There is too little to say which of them steers more."


def _why(title: str, signs: Sequence[Sign]) -> Block:
    return rich.bullets(
        [rich.bold(title)], ([sign.text, " ", rich.italic(sign.why)] for sign in signs)
    )


def _team(content: Content, standing: Standing) -> list[Block]:
    reading = standing.reading
    blocks = [kit.header("The team's view"), kit.section(_state(standing))]
    if reading and reading.shares:
        blocks += _picture(Picture(content.signs, reading.shares), most=IN_WINDOW)
    if standing.leads and not standing.open_round and not standing.is_wished:
        blocks.append(_ask(standing))
    return blocks


def _state(standing: Standing) -> str:
    if standing.open_round or standing.is_wished:
        return (
            "The team is being asked; the invitations come by direct message, the result comes "
            "into the channel when the round closes."
        )
    if standing.reading:
        return f"Audit {standing.reading.number}: {_took_part(standing.reading)}"
    return (
        "A lead and the team often see different workplaces. The team has not been asked yet; it "
        "answers in confidence, sealed as in the pulse."
    )


def _ask(standing: Standing) -> Block:
    assert standing.team is not None
    confirm = kit.confirm(
        "Ask the team?",
        "Everybody who gets the pulse gets the twelve signs by direct message now.",
        "Ask them",
    )
    label = "Ask again" if standing.reading else "Ask the team"
    return kit.actions(kit.button(label, "audit:ask", str(standing.team.id), confirm=confirm))


def _took_part(reading: AuditReading) -> str:
    told = f"*{reading.answered} of {reading.asked}* people answered."
    if reading.key_lost:
        return f"{told} The key that opens their answers is lost, so nobody can read them."
    if not reading.shares:
        return f"{told} Results are shown only from {QUORUM} answers up, so these were not kept."
    return told


def _side_by_side(content: Content, standing: Standing) -> list[Block]:
    """The two pictures beside each other; nothing until both are there."""
    if not standing.mine.shares or not standing.reading or not standing.reading.shares:
        return []
    mine, team = standing.mine, Picture(content.signs, standing.reading.shares)
    apart = pictures.parting(mine, team)[:MOST_APART]
    title = "Where they part most" if apart else "The two pictures agree in every sign."
    lines: list[rich.Line] = [[s.text, " ", rich.italic(_both(mine, team, s))] for s in apart]
    return [
        kit.header("Side by side"),
        rich.said(
            rich.bold("You"), "\n", *_bar(mine, 2), "\n", *_bar(mine, 3), "\n",
            rich.bold("The team"), "\n", *_bar(team, 2), "\n", *_bar(team, 3),
        ),
        rich.bullets([rich.bold(title)], lines),
        kit.divider(),
    ]  # fmt: skip


def _both(mine: Picture, team: Picture, sign: Sign) -> str:
    return f"You: {_word(mine.shares[sign.id])}. The team: {_word(team.shares[sign.id])}."


def _word(share: float) -> str:
    hardly, partly, clearly = (text.lower() for text in HOLDS.values())
    if share <= 0.25:
        return hardly
    return clearly if share >= 0.75 else partly
