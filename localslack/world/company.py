"""A company file: the workspaces, people, channels and apps that a local Slack starts with."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from localslack import parsing
from localslack.errors import CompanyError
from localslack.world.manifest import Manifest

# The C parser is ten times as fast, and as safe; a PyYAML built without it still works.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_LOCALE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _is_locale(locale: str) -> str:
    if not _LOCALE.fullmatch(locale):
        raise ValueError("locale should be a language and a country with a hyphen, such as en-US")
    return locale


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PersonSpec(_Part):
    """One person; `name` is the handle that follows an @."""

    name: str = Field(min_length=1)
    real_name: str = ""
    first_name: str = ""
    last_name: str = ""
    display_name: str = ""
    title: str = ""
    phone: str = ""
    pronouns: str = ""
    email: str = ""
    tz: str = "UTC"
    locale: Annotated[str, AfterValidator(_is_locale)] = "en-US"
    deleted: bool = False
    is_bot: bool = False
    is_admin: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    presence: Literal["active", "away"] = "active"
    status_text: str = ""
    status_emoji: str = ""
    status_expiration: int = Field(0, ge=0, le=7_258_118_400)  # seconds, until the year 2200


class ChannelSpec(_Part):
    """One channel; `members` are handles, or `everyone` who is neither guest nor bot nor gone.

    With `has_apps` every installed app's bot is in it, whatever its name; `bots` are handles.
    """

    name: str
    topic: str = ""
    purpose: str = ""
    members: Literal["everyone"] | list[str] = Field(default_factory=list)
    bots: list[str] = Field(default_factory=list)
    has_apps: bool = False
    is_private: bool = False
    is_archived: bool = False
    is_ext_shared: bool = False
    posting: Literal["everyone", "read_only", "thread_only", "non_threadable"] = "everyone"


class UsergroupSpec(_Part):
    """A group that is mentioned as one, `@designers`."""

    handle: str
    name: str
    description: str = ""
    users: list[str] = Field(default_factory=list)


class WorkspaceSpec(_Part):
    """One workspace; with a `plan` of `free` it has no user groups."""

    name: str
    domain: str
    id: str = ""
    plan: Literal["free", "paid"] = "paid"
    people: list[PersonSpec] = Field(default_factory=list)
    channels: list[ChannelSpec] = Field(default_factory=list)
    usergroups: list[UsergroupSpec] = Field(default_factory=list)


class EnterpriseSpec(_Part):
    """The organisation that all workspaces of the file belong to."""

    name: str
    id: str = ""


class AppSpec(_Part):
    """One app; what is not given (ids, tokens, secrets) is made up at start."""

    manifest: Manifest
    install: list[str] | None = None
    app_id: str = ""
    bot_token: str = ""
    app_token: str = ""
    signing_secret: str = ""
    client_id: str = ""
    client_secret: str = ""
    deliver_to: str | None = None
    delayed_events: bool = False


class Company(_Part):
    """Everything a local Slack starts with; the page shows `hint` (mrkdwn) to newcomers."""

    workspaces: list[WorkspaceSpec] = Field(min_length=1)
    apps: list[AppSpec] = Field(default_factory=list)
    enterprise: EnterpriseSpec | None = None
    limits: dict[str, Any] = Field(default_factory=dict)
    hint: str = ""

    @model_validator(mode="after")
    def _known_names(self) -> Self:
        for workspace in self.workspaces:
            handles = [person.name for person in workspace.people]
            twice = {name for name in handles if handles.count(name) > 1}
            if twice:
                raise ValueError(f"{workspace.name} has two people called {', '.join(twice)}")
            for channel in workspace.channels:
                named = [] if channel.members == "everyone" else channel.members
                unknown = [name for name in named if name not in handles]
                if unknown:
                    raise ValueError(f"#{channel.name} names nobody known: {', '.join(unknown)}")
        return self


def load(
    company: Path | str | dict[str, Any], *, manifest: Path | dict[str, Any] | None = None
) -> Company:
    """Read a company from a YAML file or a dict; an app's manifest may be a file beside it.

    *manifest* takes the place of the first app's. Raises CompanyError with what to change.
    """
    if isinstance(company, dict):
        raw, folder = dict(company), Path()
    else:
        raw, folder = read(Path(company)), Path(company).parent
    apps = [_with_manifest(dict(app), folder) for app in raw.get("apps") or []]
    if manifest is not None:
        taken = manifest if isinstance(manifest, dict) else read(manifest)
        apps[:1] = [{**(apps[0] if apps else {}), "manifest": taken}]
    try:
        return Company.model_validate({**raw, "apps": apps})
    except ValidationError as problem:
        raise CompanyError(_sentence(problem)) from None


def manifest_of(given: Path | dict[str, Any]) -> Manifest:
    """A manifest from a file or a dict; raises CompanyError with what to change."""
    raw = given if isinstance(given, dict) else read(given)
    try:
        return Manifest.model_validate(raw)
    except ValidationError as problem:
        raise CompanyError(_sentence(problem)) from None


def read(path: Path) -> dict[str, Any]:
    """A YAML or JSON file whose top is a mapping; raises CompanyError otherwise."""
    try:
        words = path.read_text(encoding="utf-8")
        content = parsing.parse(words) if path.suffix == ".json" else yaml.load(words, _Loader)
    except OSError as problem:
        raise CompanyError(f"{path} can't be read: {problem.strerror}.") from None
    except yaml.YAMLError as problem:
        raise CompanyError(f"{path} isn't YAML: {problem}.") from None
    except ValueError as problem:  # JSON, or letters that are no UTF-8
        raise CompanyError(f"{path} can't be read: {problem}.") from None
    if not isinstance(content, dict):
        raise CompanyError(f"{path} should be a mapping at the top.")
    return content


def _with_manifest(app: dict[str, Any], folder: Path) -> dict[str, Any]:
    if isinstance(app.get("manifest"), str):
        app["manifest"] = read(folder / app["manifest"])
    return app


def _sentence(problem: ValidationError) -> str:
    lines = []
    for error in problem.errors():
        where = ".".join(str(part) for part in error["loc"]) or "the file"
        lines.append(f"{where}: {error['msg']}")
    return "The company can't be used. " + "; ".join(lines)
