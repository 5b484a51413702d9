"""What people see of the role map: the map, the form of one kind of work, what goes out."""

from collections.abc import Sequence

from bot.framework.content import Content
from bot.framework.entries import RoleKind
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.tools import rich
from bot.tools.blocks import yes_or_no
from bot.tools.roles import work
from bot.tools.roles.models import Role
from bot.words import Markup, Words, channel


def overview(
    say: Words, content: Content, team: Team, roles: Sequence[Role], *, leads: bool
) -> View:
    """The map, with what follows from it; leads can change it."""
    blocks = [
        kit.section(say("roles-intro", team=team.name)),
        *(block for role in roles for block in _role(say, content, role, leads=leads)),
        *([_lead_buttons(say, team, roles)] if leads else _for_members(say, roles)),
        *(b for kind in _kinds(content, roles) for b in (kit.divider(), _needs(say, kind))),
    ]
    return kit.info_modal(say, blocks, title=say.plain("roles-title"))


def form(say: Words, content: Content, team: Team, role: Role | None = None) -> View:
    """The three questions about one kind of work."""
    name = kit.text_input(
        initial=role.name if role else None,
        max_length=work.NAME_LENGTH,
        placeholder=say.plain("roles-name-placeholder"),
    )
    given = role.answers if role else {}
    return kit.form(
        say,
        say.plain("roles-form-title"),
        [
            kit.input_("name", say.plain("roles-name-label"), name),
            *(
                kit.input_(q.id, q.text, yes_or_no(say, given.get(q.id)), hint=q.hint)
                for q in content.roles
            ),
        ],
        callback_id="roles:save",
        submit=say.plain("tools-save-button"),
        metadata={"team": team.id, "role": role.id if role else None},
    )


def shared(
    say: Words, content: Content, team: Team, roles: Sequence[Role], lead: str
) -> list[Draft]:
    """The map for the channel; what does not fit follows in its thread."""
    kinds = _kinds(content, roles)
    start = [
        kit.header(say.plain("roles-map-header")),
        *(
            rich.bullets(
                rich.message(say, "roles-kind", kind=kind.name, about=kind.about),
                ([role.name] for role in roles if work.kind(content, role.answers) == kind),
            )
            for kind in kinds
        ),
        rich.paragraph(say, "roles-shared-by", lead=rich.user(lead)),
    ]
    text = say("roles-shared-text", team=team.name)
    pages = rich.pages([start, *([_needs(say, kind)] for kind in kinds)])
    return [Draft(text, page) for page in pages]


def on_its_way(say: Words, team: Team) -> View:
    said = say("roles-on-its-way", channel=channel(team.channel_id))
    return kit.notice_modal(say, said, title=say.plain("roles-on-its-way-title"))


def _role(say: Words, content: Content, role: Role, *, leads: bool) -> list[Block]:
    kind = work.kind(content, role.answers)
    line = rich.paragraph(say, "roles-role", role=role.name, kind=Markup(kind.id))
    if not leads:
        return [line]
    value, remove = str(role.id), say.plain("roles-remove-button")
    sure = kit.confirm_dialog(
        say, "roles-remove-title", "roles-remove-text", "roles-remove-yes-button"
    )
    return [
        line,
        kit.actions(
            kit.button(say.plain("roles-edit-button"), f"roles:edit:{role.id}", value),
            kit.button(remove, f"roles:remove:{role.id}", value, confirm=sure),
        ),
    ]


def _lead_buttons(say: Words, team: Team, roles: Sequence[Role]) -> Block:
    value = str(team.id)
    add = kit.button(say.plain("roles-add-button"), "roles:add", value, style="primary")
    sure = kit.confirm_dialog(
        say, "roles-share-title", "roles-share-text", "roles-share-yes-button"
    )
    share = kit.button(say.plain("roles-share-button"), "roles:share", value, confirm=sure)
    may_add = len(roles) < work.MAX_ROLES
    return kit.actions(*([add] if may_add else []), *([share] if roles else []))


def _for_members(say: Words, roles: Sequence[Role]) -> list[Block]:
    return [] if roles else [kit.context(say("roles-empty"))]


def _kinds(content: Content, roles: Sequence[Role]) -> list[RoleKind]:
    """The kinds that occur, in the content's order."""
    there = {work.kind(content, role.answers).id for role in roles}
    return [kind for kind in content.role_kinds if kind.id in there]


def _needs(say: Words, kind: RoleKind) -> Block:
    """What work of this kind needs."""
    return rich.bullets(
        rich.message(say, "roles-where", kind=Markup(kind.id)),
        [
            rich.message(say, "roles-rewards", rewards=rich.prose(kind.rewards)),
            rich.message(say, "roles-autonomy", autonomy=rich.prose(kind.autonomy)),
        ],
    )
