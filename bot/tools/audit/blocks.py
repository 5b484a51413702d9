"""What people see of the audit: two pages of signs, a profile, and two profiles side by side."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from bot.framework.content import Content
from bot.framework.entries import Sign
from bot.privacy import QUORUM
from bot.pulse.questionnaires import Questionnaire
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.tools import rich
from bot.tools.audit import profiles
from bot.tools.audit.models import AuditReading, AuditRound
from bot.tools.audit.profiles import Leaning, Profile
from bot.tools.audit.questionnaire import questionnaire
from bot.words import Markup, Words

IN_CHANNEL, IN_MODAL = 2, 4  # signs of a kind that are named
MOST_APART = 5  # signs that two profiles see differently

LEANINGS: Mapping[Leaning | None, str] = {
    "2.0": "audit-leaning-old",
    "3.0": "audit-leaning-new",
    "both": "audit-leaning-both",
    "neither": "audit-leaning-neither",
    None: "audit-leaning-unknown",
}


class AuditState(Struct, frozen=True):
    """All that one person may know of the audit: their own view, and their team's."""

    mine: Profile
    team: Team | None = None
    open_round: AuditRound | None = None
    is_wished: bool = False
    reading: AuditReading | None = None
    leads: bool = False

    @property
    def is_asked(self) -> bool:
        """Whether the team is being asked, or about to be."""
        return self.open_round is not None or self.is_wished


def overview(say: Words, content: Content, state: AuditState) -> View:
    """Where somebody stands with the audit, and what they can do next."""
    blocks = [
        *_side_by_side(say, content, state),
        *_mine(say, state),
        *([kit.divider(), *_team(say, content, state, state.team)] if state.team else []),
        kit.context(say("audit-kind-of-work")),
    ]
    return kit.info_modal(say, blocks, title=say.plain("audit-title"))


def page(
    say: Words,
    content: Content,
    system: int,
    answers: Mapping[str, int],
    *,
    team_id: int | None,
) -> View:
    """One of the two pages of signs; what was answered before is filled in."""
    asked = questionnaire(say, content)
    signs = [sign for sign in content.signs if sign.system == system]
    return kit.form(
        say,
        say.plain("audit-title"),
        [
            kit.section(say("audit-page", system=system, page=system - 1)),
            *(_statement(asked, sign, answers) for sign in signs),
        ],
        callback_id="audit:page",
        submit=say.plain("audit-see-button" if system == 3 else "audit-next-button"),
        metadata={"team": team_id, "system": system},
    )


def _statement(asked: Questionnaire, sign: Sign, answers: Mapping[str, int]) -> Block:
    options = [kit.option(text, str(value)) for value, text in asked.scale.items()]
    given = str(answers.get(sign.id, ""))
    return kit.input_(sign.id, sign.text, kit.radio(options, initial=given), optional=True)


def result(say: Words, content: Content, team: Team, reading: AuditReading) -> Draft:
    """What the channel reads when the team's audit has closed."""
    profile = Profile(content.signs, reading.shares)
    return Draft(
        text=say("audit-result-text", team=team.name),
        blocks=[
            kit.header(say.plain("audit-result-header", number=reading.number)),
            kit.section(_took_part(say, reading)),
            *(_profile(say, profile, most=IN_CHANNEL) if reading.shares else []),
            kit.actions(
                kit.button(say.plain("audit-beside-button"), "audit:open", str(team.id)),
            ),
            kit.context(say("audit-rounded")),
        ],
    )


def _mine(say: Words, state: AuditState) -> list[Block]:
    value = str(state.team.id) if state.team else ""
    header = kit.header(say.plain("audit-mine-header"))
    if not state.mine.shares:
        begin = kit.button(say.plain("audit-begin-button"), "audit:begin", value, style="primary")
        return [header, kit.section(say("audit-mine-intro")), kit.actions(begin)]
    change = kit.button(say.plain("audit-change-button"), "audit:begin", value)
    return [header, *_profile(say, state.mine, most=IN_MODAL), kit.actions(change)]


def _profile(say: Words, profile: Profile, *, most: int) -> list[Block]:
    """Two bars, what they say, and which signs say it."""
    groups = [
        (say.plain("audit-hold", system=2), profile.strongest(2, most)),
        (say.plain("audit-hold", system=3), profile.strongest(3, most)),
        (say.plain("audit-missing"), profile.missing(most)),
    ]
    return [
        rich.said(*_bar(say, profile, 2), "\n", *_bar(say, profile, 3)),
        rich.said(say.plain(LEANINGS[profile.leaning])),
        *(_why(title, signs) for title, signs in groups if signs),
    ]


def _bar(say: Words, profile: Profile, system: int) -> list[rich.Run | str]:
    strength = profile.strength(system)
    if strength is None:
        return rich.prose(say.plain("audit-bar-unknown", system=system))
    return [rich.bar(strength), " ", rich.bold(say.plain("audit-system", system=system))]


def _why(title: str, signs: Sequence[Sign]) -> Block:
    return rich.bullets(
        [rich.bold(title)], ([sign.text, " ", rich.italic(sign.why)] for sign in signs)
    )


def _team(say: Words, content: Content, state: AuditState, team: Team) -> list[Block]:
    reading = state.reading
    blocks = [kit.header(say.plain("audit-team-header")), kit.section(_of_team(say, state))]
    if reading and reading.shares:
        blocks += _profile(say, Profile(content.signs, reading.shares), most=IN_MODAL)
    if state.leads and not state.is_asked:
        blocks.append(_ask(say, team, again=reading is not None))
    return blocks


def _of_team(say: Words, state: AuditState) -> Markup:
    if state.is_asked:
        return say("audit-team-asked")
    if state.reading is None:
        return say("audit-team-not-asked")
    told = _took_part(say, state.reading)
    return say("audit-team-result", number=state.reading.number, told=told)


def _ask(say: Words, team: Team, *, again: bool) -> Block:
    sure = kit.confirm_dialog(say, "audit-ask-title", "audit-ask-text", "audit-ask-yes-button")
    label = say.plain("audit-ask-again-button" if again else "audit-ask-button")
    return kit.actions(kit.button(label, "audit:ask", str(team.id), confirm=sure))


def _took_part(say: Words, reading: AuditReading) -> Markup:
    return say(
        "audit-took-part",
        answered=reading.answered,
        asked=reading.asked,
        outcome=_outcome(reading),
        quorum=QUORUM,
    )


def _outcome(reading: AuditReading) -> str:
    if reading.key_lost:
        return "lost"
    if reading.withheld:
        return "withheld"
    return "shown" if reading.shares else "too-few"


def _side_by_side(say: Words, content: Content, state: AuditState) -> list[Block]:
    """The two profiles beside each other; nothing until both are there."""
    if not state.mine.shares or not state.reading or not state.reading.shares:
        return []
    mine, team = state.mine, Profile(content.signs, state.reading.shares)
    apart = profiles.differences(mine, team)[:MOST_APART]
    title = say.plain("audit-differ" if apart else "audit-agree")
    lines: list[rich.Line] = [
        [sign.text, " ", rich.italic(_both(say, mine, team, sign))] for sign in apart
    ]
    return [
        kit.header(say.plain("audit-both-header")),
        rich.said(
            rich.bold(say.plain("audit-you")), "\n",
            *_bar(say, mine, 2), "\n", *_bar(say, mine, 3), "\n",
            rich.bold(say.plain("audit-the-team")), "\n",
            *_bar(say, team, 2), "\n", *_bar(say, team, 3),
        ),
        rich.bullets([rich.bold(title)], lines),
        kit.divider(),
    ]  # fmt: skip


def _both(say: Words, mine: Profile, team: Profile, sign: Sign) -> str:
    return say.plain("audit-both", you=mine.holds(sign), team=team.holds(sign))
