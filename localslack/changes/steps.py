"""Workflow steps: a person runs one of an app's functions, and the app completes it or fails."""

import secrets
from datetime import timedelta
from typing import Any

from localslack.changes import posting
from localslack.delivery import sending
from localslack.errors import Impossible, Refused
from localslack.world import ids
from localslack.world.apps import App, Installation, Token
from localslack.world.manifest import FunctionSpec, Parameter
from localslack.world.messages import Draft
from localslack.world.people import SLACKBOT
from localslack.world.steps import Execution, State
from localslack.world.workspaces import Actor
from localslack.world.world import World

USER_CONTEXT = "slack#/types/user_context"
TOKEN_LIFE = timedelta(minutes=15)
# Slack says that the token ends with the step; its own samples post once more right after that.
AFTERWARDS = timedelta(minutes=1)
KINDS: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
    "slack#/types/timestamp": int,
}


def run(
    world: World, actor: Actor, app: App, callback_id: str, inputs: dict[str, Any]
) -> Execution:
    """Run a step as a part of a workflow; raises Impossible where Slack wouldn't offer it."""
    installation = _runnable(actor, app)
    function = app.manifest.functions.get(callback_id)
    if function is None:
        raise Impossible(f"{app.name} has no step {callback_id}.", status=404)
    inputs = _started_by(actor, function, inputs)
    wrong = _wrong(function.inputs, inputs)
    if wrong:
        raise Impossible(f"The step can't be run: {'; '.join(wrong)}.")
    execution = _begin(world, actor, app, installation, callback_id, function, inputs)
    event = _event(world, app, function, execution)
    sending.event(world, app, installation, actor.workspace.id, event)
    return execution


def get(world: World, execution_id: str) -> Execution | None:
    """The run of that id."""
    return world.executions.get(execution_id)


def of(world: World, token: Token) -> Execution | None:
    """The run that a token was made for."""
    return world.executions.get(token.execution_id)


def complete(world: World, execution_id: str, token: Token, outputs: dict[str, Any]) -> None:
    """The app has done it; raises Refused in Slack's words when that can't be."""
    execution = _running(world, execution_id, token)
    wrong = _wrong(execution.function.outputs, outputs)
    if wrong:
        raise Refused("parameter_validation_failed", messages=wrong)
    execution.outputs = outputs
    _end(world, execution, "completed")


def fail(world: World, execution_id: str, token: Token, error: str) -> None:
    """The app couldn't do it; Slackbot tells the person why."""
    execution = _running(world, execution_id, token)
    execution.error = error
    _end(world, execution, "failed")
    workspace = world.workspaces[execution.team_id]
    channel = world.im(workspace, SLACKBOT, execution.user_id)
    title = execution.function.title or execution.callback_id
    posting.by_person(world, channel, SLACKBOT, Draft(text=f"{title} failed: {error}"))


def _started_by(actor: Actor, function: FunctionSpec, inputs: dict[str, Any]) -> dict[str, Any]:
    """The inputs with whoever starts the workflow, where the step wants to know.

    Raises Impossible where somebody else is named: no builder can do that.
    https://docs.slack.dev/reference/types/user_context-type
    """
    names = [one.name for one in function.inputs if one.type == USER_CONTEXT]
    if given := [name for name in names if name in inputs]:
        raise Impossible(f"Slack itself says who {given[0]} is.")
    started_by = {"id": actor.person.id, "secret": secrets.token_urlsafe(16)}
    return {**inputs, **dict.fromkeys(names, started_by)}


def _begin(
    world: World,
    actor: Actor,
    app: App,
    installation: Installation,
    callback_id: str,
    function: FunctionSpec,
    inputs: dict[str, Any],
) -> Execution:
    token = Token(
        value=f"xwfp-{secrets.token_urlsafe(24)}",
        kind="bot",
        app_id=app.app_id,
        scopes=installation.scopes,
        installation=installation,
        expires_at=world.clock.now() + TOKEN_LIFE,
    )
    world.tokens[token.value] = token
    execution = Execution(
        ids.fresh("Fx"),
        ids.fresh("Wx"),
        app.app_id,
        actor.workspace.id,
        actor.person.id,
        callback_id,
        function,
        inputs,
        token,
    )
    world.executions[execution.id] = execution
    token.execution_id = execution.id
    return execution


def _event(world: World, app: App, function: FunctionSpec, execution: Execution) -> dict[str, Any]:
    described = {
        "id": ids.stable("Fn", app.app_id, execution.callback_id),
        "callback_id": execution.callback_id,
        "title": function.title,
        "description": function.description,
        "type": "app",
        "input_parameters": [one.as_json() for one in function.inputs],
        "output_parameters": [one.as_json() for one in function.outputs],
        "app_id": app.app_id,
        "date_created": world.seconds,
        "date_updated": world.seconds,
        "date_deleted": 0,
    }
    return {
        "type": "function_executed",
        "function": described,
        "inputs": execution.inputs,
        "function_execution_id": execution.id,
        "workflow_execution_id": execution.workflow_id,
        "event_ts": world.clock.ts(),
        "bot_access_token": execution.token.value,
    }


def _running(world: World, execution_id: str, token: Token) -> Execution:
    execution = world.executions.get(execution_id)
    if execution is None:
        raise Refused("function_execution_not_found")
    if execution.app_id != token.app_id:
        raise Refused("access_denied")
    if execution.state != "running":
        raise Refused("execution_not_in_running_state")
    if execution.token is not token:
        raise Refused("access_denied")
    return execution


def _end(world: World, execution: Execution, state: State) -> None:
    execution.state = state
    over = world.clock.now() + AFTERWARDS
    execution.token.expires_at = min(execution.token.expires_at or over, over)
    world.feed.tell("step", {"execution": execution.id}, workspace=execution.team_id)


def _runnable(actor: Actor, app: App) -> Installation:
    """What Slack asks of an app before its steps can be put into a workflow."""
    if not app.manifest.runs_steps:
        needed = "org_deploy_enabled and function_runtime: remote"
        raise Impossible(f"{app.name}'s manifest needs {needed}.", status=409)
    if actor.workspace.plan == "free":
        raise Impossible("Workflow steps are for paid plans.", status=409)
    installation = app.installed_in(actor.workspace.id)
    if installation is None:
        raise Impossible(f"{app.name} isn't installed here.", status=404)
    return installation


def _wrong(parameters: list[Parameter], given: dict[str, Any]) -> list[str]:
    """What is missing, of another kind, or not asked for."""
    known = {parameter.name: parameter for parameter in parameters}
    wrong = [f"unknown parameter: {name}" for name in given if name not in known]
    for name, parameter in known.items():
        value = given.get(name)
        if value is None:
            wrong += [f"missing required parameter: {name}"] if parameter.is_required else []
        elif not _fits(value, parameter.type):
            wrong.append(f"parameter {name} should be of type {parameter.type}")
    return wrong


def _fits(value: Any, kind: str) -> bool:
    wanted = KINDS.get(kind, (str, dict, list))
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, wanted)
