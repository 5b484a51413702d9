"""What people see of the role map: the map, the form of one kind of work, what goes out."""

from collections.abc import Sequence

from bot.framework.content import Content
from bot.framework.entries import RoleKind
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.tools import rich
from bot.tools.models import Role
from bot.tools.roles import work

TITLE = "The role map"
YES, NO = "yes", "no"


def overview(content: Content, team: Team, roles: Sequence[Role], *, leads: bool) -> View:
    """The map, with what follows from it; leads can change it."""
    blocks = [
        kit.section(
            f"*{kit.escape(team.name)}*: which kinds of work are there, and what does each "
            "need? Kinds of work, not people or job titles."
        ),
        *(block for role in roles for block in _role(content, role, leads=leads)),
        *([_lead_buttons(team, roles)] if leads else _for_members(roles)),
        *(block for kind in _kinds(content, roles) for block in (kit.divider(), _follows(kind))),
    ]
    return kit.window(TITLE, blocks)


def form(content: Content, team: Team, role: Role | None = None) -> View:
    """The three questions about one kind of work."""
    name = kit.text_input(
        initial=role.name if role else None,
        max_length=work.LONGEST,
        placeholder="such as: answering customers",
    )
    options = [kit.option("Yes", YES), kit.option("No", NO)]
    given = {id_: YES if yes else NO for id_, yes in role.answers.items()} if role else {}
    return kit.modal(
        "A kind of work",
        [
            kit.input_("name", "What do people do there?", name),
            *(
                kit.input_(q.id, q.text, kit.radio(options, initial=given.get(q.id)), hint=q.hint)
                for q in content.roles
            ),
        ],
        callback_id="roles:save",
        note={"team": team.id, "role": role.id if role else None},
    )


def shared(content: Content, team: Team, roles: Sequence[Role], lead: str) -> list[Draft]:
    """The map for the channel; what does not fit follows in its thread."""
    kinds = _kinds(content, roles)
    start = [
        kit.header(TITLE),
        *(
            rich.bullets(
                [rich.bold(kind.name), ": ", kind.about],
                ([role.name] for role in roles if work.kind(content, role.answers) == kind),
            )
            for kind in kinds
        ),
        rich.said("Shared by ", rich.user(lead)),
    ]
    text = f"The role map of {kit.escape(team.name)}."
    return [Draft(text, page) for page in rich.pages([start, *([_follows(k)] for k in kinds)])]


def _role(content: Content, role: Role, *, leads: bool) -> list[Block]:
    kind = work.kind(content, role.answers)
    line = rich.said(rich.bold(role.name), ": ", kind.name.lower())
    if not leads:
        return [line]
    sure = kit.confirm("Remove it?", "It is gone from the map.", "Remove it")
    return [
        line,
        kit.actions(
            kit.button("Edit", f"roles:edit:{role.id}", str(role.id)),
            kit.button("Remove", f"roles:remove:{role.id}", str(role.id), confirm=sure),
        ),
    ]


def _lead_buttons(team: Team, roles: Sequence[Role]) -> Block:
    value = str(team.id)
    add = kit.button("Add a kind of work", "roles:add", value, style="primary")
    sure = kit.confirm("Share the map?", "Everybody in the team's channel sees it.", "Share it")
    share = kit.button("Share in the channel", "roles:share", value, confirm=sure)
    return kit.actions(*([add] if len(roles) < work.MOST else []), *([share] if roles else []))


def _for_members(roles: Sequence[Role]) -> list[Block]:
    return [] if roles else [kit.context("Nothing is on it yet. The team's leads fill it in.")]


def _kinds(content: Content, roles: Sequence[Role]) -> list[RoleKind]:
    """The kinds that occur, in the content's order."""
    there = {work.kind(content, role.answers).id for role in roles}
    return [kind for kind in content.role_kinds if kind.id in there]


def _follows(kind: RoleKind) -> Block:
    lines: list[rich.Line] = [
        [rich.bold("Rewards: "), *rich.prose(kind.rewards)],
        [rich.bold("Autonomy: "), *rich.prose(kind.autonomy)],
    ]
    return rich.bullets([rich.bold(f"Where work is {kind.name.lower()}")], lines)
