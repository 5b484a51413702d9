"""An app manifest: what the local Slack reads of it, in Slack's limits; it passes over the rest."""

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from localslack.errors import CompanyError


class _Loose(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class CommandSpec(_Loose):
    """A slash command as a manifest names it."""

    command: str = Field(pattern=r"^/\S{1,31}$")
    description: str = Field("", max_length=2_000)
    usage_hint: str = Field("", max_length=1_000)
    should_escape: bool = False


class ShortcutSpec(_Loose):
    """A shortcut as a manifest names it: `global`, or one on each `message`."""

    name: str = Field(min_length=1, max_length=24)
    type: Literal["global", "message"]
    callback_id: str = Field(min_length=1, max_length=255)
    description: str = Field("", max_length=150)


class _DynamicOptions(_Loose):
    function: str = Field(pattern=r"^#/functions/.+$")
    inputs: dict[str, Any] = Field(default_factory=dict)

    @property
    def step(self) -> str:
        """The callback_id of the step that gives them."""
        return self.function.removeprefix("#/functions/")


class Parameter(_Loose):
    """One input or output of a workflow step."""

    name: str = ""
    type: str = "string"
    title: str = ""
    description: str = ""
    is_required: bool = False
    hint: str = ""
    dynamic_options: _DynamicOptions | None = None

    def as_json(self) -> dict[str, Any]:
        """As `function_executed` describes it."""
        return self.model_dump(exclude={"hint", "dynamic_options"})


class FunctionSpec(_Loose):
    """A workflow step as a manifest describes it."""

    title: str = ""
    description: str = ""
    input_parameters: dict[str, Any] = Field(default_factory=dict)
    output_parameters: dict[str, Any] = Field(default_factory=dict)

    @property
    def inputs(self) -> list[Parameter]:
        """What it wants."""
        return _parameters(self.input_parameters)

    @property
    def outputs(self) -> list[Parameter]:
        """What it promises."""
        return _parameters(self.output_parameters)

    @model_validator(mode="after")
    def _readable(self) -> Self:
        _parameters(self.input_parameters)
        _parameters(self.output_parameters)
        return self


def _parameters(described: dict[str, Any]) -> list[Parameter]:
    """From either of Slack's two ways: by name, or as `properties` with a list of `required`."""
    named = described.get("properties", described)
    required = described.get("required", []) if "properties" in described else []
    if not isinstance(named, dict) or not all(isinstance(one, dict) for one in named.values()):
        raise ValueError("each parameter has a name and is a mapping")
    return [
        Parameter.model_validate({"is_required": name in required, **one, "name": name})
        for name, one in named.items()
    ]


class _Display(_Loose):
    name: str = Field(min_length=1, max_length=35)
    description: str = Field("", max_length=140)
    long_description: str | None = Field(None, min_length=175, max_length=4_000)


class _AppHome(_Loose):
    home_tab_enabled: bool = False
    messages_tab_enabled: bool = True
    messages_tab_read_only_enabled: bool = False


class _BotUser(_Loose):
    display_name: str
    always_online: bool = False


class _Prompt(_Loose):
    title: str = Field(min_length=1)
    message: str = Field(min_length=1)


class _AssistantView(_Loose):
    assistant_description: str = Field("", max_length=300)
    suggested_prompts: list[_Prompt] = Field(default_factory=list, max_length=4)


class _Features(_Loose):
    app_home: _AppHome = _AppHome()
    assistant_view: _AssistantView | None = None
    bot_user: _BotUser | None = None
    slash_commands: list[CommandSpec] = Field(default_factory=list, max_length=50)
    shortcuts: list[ShortcutSpec] = Field(default_factory=list, max_length=10)


class _Scopes(_Loose):
    bot: list[str] = Field(default_factory=list)
    bot_optional: list[str] = Field(default_factory=list)


class _OAuth(_Loose):
    scopes: _Scopes = _Scopes()
    redirect_urls: list[str] = Field(default_factory=list)


class _Subscriptions(_Loose):
    bot_events: list[str] = Field(default_factory=list, max_length=100)


class _Interactivity(_Loose):
    is_enabled: bool = False


class _Settings(_Loose):
    event_subscriptions: _Subscriptions = _Subscriptions()
    interactivity: _Interactivity = _Interactivity()
    org_deploy_enabled: bool = False
    function_runtime: str = ""
    socket_mode_enabled: bool = False
    token_rotation_enabled: bool = False


# What Slack has and the local one hasn't; everything else in `features` is a mistake.
ELSEWHERE = {
    *("agent_view", "rich_previews", "search"),
    *("unfurl_domains", "workflow_steps"),
}


class Manifest(_Loose):
    """What the local Slack reads of an app manifest, in Slack's limits; it passes over the rest."""

    display_information: _Display
    features: _Features = _Features()
    oauth_config: _OAuth = _OAuth()
    settings: _Settings = _Settings()
    functions: dict[str, FunctionSpec] = Field(default_factory=dict, max_length=50)

    @property
    def name(self) -> str:
        """The app's name."""
        return self.display_information.name

    @property
    def steps(self) -> dict[str, FunctionSpec]:
        """The functions that stand in a workflow; not those that give others their options."""
        every = [one for function in self.functions.values() for one in function.inputs]
        giving = {one.dynamic_options.step for one in every if one.dynamic_options}
        return {name: one for name, one in self.functions.items() if name not in giving}

    @property
    def runs_steps(self) -> bool:
        """Whether Slack would offer its steps to workflows."""
        return self.settings.org_deploy_enabled and self.settings.function_runtime == "remote"

    @property
    def scopes(self) -> tuple[str, ...]:
        """Every bot scope, the optional ones included, each once."""
        scopes = self.oauth_config.scopes
        return tuple(dict.fromkeys([*scopes.bot, *scopes.bot_optional]))


def passed_over(manifest: dict[str, Any]) -> list[str]:
    """The features of Slack that a manifest names and the local Slack doesn't have.

    Raises CompanyError for one that Slack doesn't have either.
    """
    features = manifest.get("features")
    named = set(features) if isinstance(features, dict) else set()
    unknown = sorted(map(str, named - ELSEWHERE - set(_Features.model_fields)))
    if unknown:
        raise CompanyError(f"The manifest names a feature that Slack doesn't have: {unknown[0]}.")
    return sorted(named & ELSEWHERE)
