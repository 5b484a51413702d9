"""The App Home tab: what waits for a person, how their teams stand, what to read next."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.digest import blocks as digest
from bot.digest.summary import Summary
from bot.pulse.models import Round
from bot.slack import pieces
from bot.slack.pieces import Block, View
from bot.teams.blocks import when
from bot.teams.models import Team

MOST = 10  # teams that a Home shows; a view holds 100 blocks


@dataclass(frozen=True)
class TeamView:
    """One team, as one person sees it."""

    team: Team
    open_round: Round | None
    answered: bool
    last: Summary | None
    leads: bool


def home(teams: Sequence[TeamView]) -> View:
    """The whole tab."""
    shown = teams[:MOST]
    blocks = [*_waiting(shown), *_standing(shown), *_reading()]
    return {"type": "home", "callback_id": "home", "blocks": blocks}


def _waiting(teams: Sequence[TeamView]) -> list[Block]:
    waiting = [t for t in teams if t.open_round and not t.answered]
    blocks: list[Block] = [pieces.header("Waiting for you")]
    if not waiting:
        return [*blocks, pieces.section(_nothing(teams))]
    for view in waiting:
        assert view.open_round is not None
        round_ = view.open_round
        blocks.append(
            pieces.section(
                f"*{pieces.escape(view.team.name)}*, pulse {round_.number}: five questions, about "
                f"twenty seconds. Open until {when(round_.closes_at)}.",
                accessory=pieces.button(
                    "Answer", f"pulse:answer:{round_.id}", str(round_.id), style="primary"
                ),
            )
        )
    return blocks


def _nothing(teams: Sequence[TeamView]) -> str:
    if not teams:
        return (
            "Nothing yet: you're in no team. Go to your team's channel and type `/amp setup`; "
            "the people in it become the team."
        )
    planned = [t.team.next_opens_at for t in teams if t.team.next_opens_at]
    return f"Nothing. The next round opens {when(min(planned))}." if planned else "Nothing."


def _standing(teams: Sequence[TeamView]) -> list[Block]:
    if not teams:
        return []
    blocks: list[Block] = [pieces.divider(), pieces.header("Your teams")]
    for view in teams:
        blocks.append(pieces.section(_team(view)))
        if view.last and view.last.shows_results:
            blocks += digest.bars(view.last)
        if view.leads:
            blocks.append(_lead_buttons(view.team))
    return blocks


def _team(view: TeamView) -> str:
    name = f"*{pieces.escape(view.team.name)}*"
    if view.last is None:
        return f"{name}: no round has closed yet."
    took_part = f"{view.last.answered} of {view.last.asked} answered"
    return f"{name}: pulse {view.last.number}, {took_part}."


def _lead_buttons(team: Team) -> Block:
    return pieces.actions(
        pieces.button("Ask now", f"pulse:now:{team.id}", str(team.id)),
        pieces.button("Settings", f"team:settings:{team.id}", str(team.id)),
    )


def _reading() -> list[Block]:
    return [
        pieces.divider(),
        pieces.header("Autonomy, mastery, purpose"),
        pieces.section(
            "What the five questions are about, in four steps. `/amp` begins, `/amp help` lists "
            "everything, `/amp privacy` says what happens to answers."
        ),
    ]
