"""Everything there is in one local Slack, and where to find it."""

import secrets
from collections.abc import Iterator
from typing import Any

from localslack.errors import CompanyError, Impossible
from localslack.world import apps, ids, people
from localslack.world.apps import App, Code, Installation, Token
from localslack.world.assistants import Chat
from localslack.world.background import Outgoing
from localslack.world.blocks import State
from localslack.world.canvases import Canvases
from localslack.world.channels import Channel, Kind
from localslack.world.clock import Clock
from localslack.world.company import ChannelSpec, Company, WorkspaceSpec
from localslack.world.connections import Connections
from localslack.world.faults import Faults
from localslack.world.feed import Feed
from localslack.world.files import Files
from localslack.world.inspector import Inspector, Request
from localslack.world.limits import Gate, Limits
from localslack.world.people import SLACKBOT, User
from localslack.world.scheduled import Scheduled
from localslack.world.steps import Execution
from localslack.world.triggers import Triggers
from localslack.world.views import Views
from localslack.world.workspaces import Usergroup, Workspace


class World:
    """The workspaces of one company with everything in them; lives in memory only."""

    def __init__(self, company: Company) -> None:
        self.run = secrets.token_hex(8)  # ids are the same at each start; this is not
        self.clock = Clock()
        self.feed = Feed()
        self.limits = Limits()
        self.gate = Gate(self.limits)
        self.faults = Faults()
        self.files = Files()
        self.canvases = Canvases()
        self.triggers = Triggers()
        self.views = Views()
        self.inspector = Inspector(self._tell_request)
        self.outgoing = Outgoing()
        self.connections = Connections()
        self.workspaces: dict[str, Workspace] = {}
        self.channels: dict[str, Channel] = {}
        self.apps: dict[str, App] = {}
        self.tokens: dict[str, Token] = {}
        self.codes: dict[str, Code] = {}
        self.scheduled: dict[str, Scheduled] = {}
        self.chats: dict[tuple[str, str], Chat] = {}  # by channel and thread
        self.executions: dict[str, Execution] = {}
        # What people chose in messages that have inputs, by channel, message and person.
        self.entries: dict[tuple[str, str, str], State] = {}
        self.base_url = ""
        self.hint = company.hint
        self.enterprise_id: str | None = None
        self.enterprise_name: str | None = None
        self._furnish(company)

    # Finding

    @property
    def seconds(self) -> int:
        """The present moment as whole Unix seconds."""
        return int(self.clock.now().timestamp())

    @property
    def first_app(self) -> App:
        """The first app of the company file; raises Impossible when there is none."""
        if not self.apps:
            raise Impossible("This company has no app.")
        return next(iter(self.apps.values()))

    def workspace(self, ws: str | None = None) -> Workspace:
        """A workspace by id or domain, or the only one; raises Impossible when it isn't clear."""
        if ws is None:
            if len(self.workspaces) > 1:
                raise Impossible("There are several workspaces: say which one, as ws.")
            return next(iter(self.workspaces.values()))
        found = (w for w in self.workspaces.values() if ws in (w.id, w.domain, w.name))
        workspace = next(found, None)
        if workspace is None:
            raise Impossible(f"There is no workspace {ws}.", status=404)
        return workspace

    def workspaces_of(self, installation: Installation) -> list[Workspace]:
        """The workspaces that an installation serves."""
        if installation.team_id is not None:
            return [self.workspaces[installation.team_id]]
        mine = installation.enterprise_id
        return [w for w in self.workspaces.values() if w.enterprise_id == mine]

    def app_of_bot(self, user_id: str, team_id: str) -> tuple[App, Installation] | None:
        """The app whose bot this user is."""
        for app in self.apps.values():
            installation = app.installed_in(team_id)
            if installation is not None and installation.bot_user_id == user_id:
                return app, installation
        return None

    def installations(self, team_id: str) -> Iterator[tuple[App, Installation]]:
        """Every app that is installed in a workspace."""
        for app in self.apps.values():
            installation = app.installed_in(team_id)
            if installation is not None:
                yield app, installation

    # Making

    def add_channel(
        self, workspace: Workspace, kind: Kind, name: str, *, members: list[str], creator: str = ""
    ) -> Channel:
        """A new conversation with these user ids in it."""
        prefix = {"im": "D", "mpim": "G"}.get(kind, "C")
        key = [workspace.id, name] if name else [workspace.id, *sorted(members)]
        channel_id = ids.stable(prefix, *key)
        if channel_id in self.channels:
            channel_id = ids.fresh(prefix)
        channel = Channel(channel_id, workspace.id, kind, name, self.seconds, creator)
        channel.members = dict.fromkeys(members)
        workspace.channels[channel_id] = self.channels[channel_id] = channel
        return channel

    def im(self, workspace: Workspace, one: str, other: str) -> Channel:
        """The DM of two people, made when they have none."""
        pair = frozenset((one, other))
        if pair not in workspace.ims:
            workspace.ims[pair] = self.add_channel(workspace, "im", "", members=[one, other])
        return workspace.ims[pair]

    def install(
        self, app: App, workspace: Workspace | None, scopes: tuple[str, ...] | None = None
    ) -> Installation:
        """Install an app in a workspace or (None) the organisation; again: new token and scopes."""
        team_id = workspace.id if workspace else None
        known = (i for i in app.installations if i.team_id == team_id)
        installation = next(known, None)
        granted = app.manifest.scopes if scopes is None else scopes
        home = workspace.id if workspace else str(self.enterprise_id)
        if installation is None:
            bot_user_id = ids.stable("U", app.app_id, home)
            bot_id = ids.stable("B", app.app_id, home)
            installation = Installation(app.app_id, bot_user_id, bot_id, granted, team_id)
            app.installations.append(installation)
        installation.enterprise_id = self.enterprise_id
        installation.scopes, installation.is_active = granted, True
        for place in self.workspaces_of(installation):
            self._seat_bot(app, installation, place)
        self.issue_token(app, installation)
        return installation

    def issue_token(self, app: App, installation: Installation, value: str = "") -> Token:
        """A new bot token; where tokens rotate, it expires and brings a refresh token.

        A *value* that the company file gives is a token from before rotation: it stays.
        """
        rotates = app.manifest.settings.token_rotation_enabled and not value
        place = installation.team_id or str(installation.enterprise_id)
        number = len(installation.tokens)
        token = Token(
            value=value or apps.bot_token(app.app_id, place, number, rotates=rotates),
            kind="bot",
            app_id=app.app_id,
            scopes=installation.scopes,
            installation=installation,
            expires_at=self.clock.now() + apps.ROTATED_LIFE if rotates else None,
            refresh_token=apps.refresh_token(app.app_id, place, number) if rotates else None,
        )
        installation.tokens.append(token)
        self.tokens[token.value] = token
        return token

    def _seat_bot(self, app: App, installation: Installation, workspace: Workspace) -> None:
        bot = workspace.users.get(installation.bot_user_id)
        if bot is not None:
            bot.deleted = False
            return
        workspace.users[installation.bot_user_id] = User(
            id=installation.bot_user_id,
            team_id=workspace.id,
            name=app.handle,
            real_name=app.name,
            is_bot=True,
            bot_id=installation.bot_id,
            app_id=app.app_id,
            updated=self.seconds,
        )

    # Furnishing

    def _furnish(self, company: Company) -> None:
        self.limits.change(company.limits)
        if company.enterprise is not None:
            self.enterprise_name = company.enterprise.name
            self.enterprise_id = company.enterprise.id or ids.stable("E", company.enterprise.name)
        for spec in company.workspaces:
            self._add_workspace(spec)
        for index, app_spec in enumerate(company.apps):
            app = apps.from_spec(app_spec)
            self.apps[app.app_id] = app
            scopes = ("connections:write", "authorizations:read")
            self.tokens[app.app_token] = Token(app.app_token, "app", app.app_id, scopes)
            first = [company.workspaces[0].domain] if index == 0 else []
            places = first if app_spec.install is None else app_spec.install
            for place in places:
                workspace = None if place == "org" else self.workspace(place)
                installation = self.install(app, workspace)
                if app_spec.bot_token and installation is app.installations[0]:
                    self.issue_token(app, installation, app_spec.bot_token)
        for spec in company.workspaces:
            self._add_channels(spec)

    def _add_workspace(self, spec: WorkspaceSpec) -> None:
        team_id = spec.id or ids.stable("T", spec.domain)
        workspace = Workspace(
            team_id, spec.name, spec.domain, spec.plan, self.enterprise_id, self.enterprise_name
        )
        self.workspaces[team_id] = workspace
        workspace.users[SLACKBOT] = people.slackbot(team_id, self.seconds)
        for person in spec.people:
            try:
                user = people.from_spec(
                    person, team_id=team_id, seed=spec.domain, updated=self.seconds
                )
            except (KeyError, ValueError, OSError):
                raise CompanyError(f"{person.name} lives in no known zone: {person.tz}.") from None
            workspace.users[user.id] = user
        for group in spec.usergroups:
            users = [found.id for name in group.users if (found := workspace.user(name))]
            group_id = ids.stable("S", spec.domain, group.handle)
            creator = next((u.id for u in workspace.users.values() if u.is_person), "")
            workspace.usergroups[group_id] = Usergroup(
                *(group_id, group.handle, group.name, users),
                *(group.description, creator, self.seconds, self.seconds),
            )

    def _add_channels(self, spec: WorkspaceSpec) -> None:
        workspace = self.workspace(spec.domain)
        for described in spec.channels:
            kind: Kind = "group" if described.is_private else "channel"
            members = self._members(workspace, described)
            creator = members[0] if members else ""
            channel = self.add_channel(
                workspace, kind, described.name, members=members, creator=creator
            )
            channel.topic, channel.purpose = described.topic, described.purpose
            channel.is_archived, channel.posting = described.is_archived, described.posting
            channel.is_ext_shared = described.is_ext_shared

    def _members(self, workspace: Workspace, described: ChannelSpec) -> list[str]:
        if described.members == "everyone":
            everyone = (u for u in workspace.users.values() if u.is_person and not u.is_restricted)
            found = [user.id for user in everyone]
        else:
            found = [user.id for name in described.members if (user := workspace.user(name))]
        bots = [user.id for name in described.bots if (user := workspace.user(name))]
        if described.has_apps:
            bots += [found.bot_user_id for _, found in self.installations(workspace.id)]
        return found + bots

    def _tell_request(self, request: Request) -> None:
        self.feed.tell("request", {"n": request.n}, workspace=request.workspace)

    def tell_channel(self, channel: Channel, kind: str, data: dict[str, Any]) -> None:
        """Tell pages of something in a conversation; `channel` is added to the data."""
        users = self.workspaces[channel.team_id].users

        def concerns(user_id: str) -> bool:
            return user_id in users and channel.open_to(users[user_id])

        self.feed.tell(
            kind,
            {"channel": channel.id, **data},
            audience=concerns,
            workspace=channel.team_id,
        )
