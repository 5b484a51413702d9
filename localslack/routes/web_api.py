"""The Web API over HTTP: reads a call, lets faults strike, answers, and records it."""

import asyncio
import time
from typing import Any

from aiohttp import web

from localslack import parsing, webapi
from localslack.errors import Refused
from localslack.world.apps import Token
from localslack.world.faults import Fault
from localslack.world.limits import too_many
from localslack.world.world import World

FAULTS_BEFORE = {"ratelimited", "error", "slow", "lost_request", "server_error"}
Arguments = dict[str, Any]


def routes(world: World) -> list[web.AbstractRouteDef]:
    """One address a method."""

    async def call(request: web.Request) -> web.StreamResponse:
        return await _call(world, request)

    return [web.route("*", "/api/{method}", call)]


async def _call(world: World, request: web.Request) -> web.StreamResponse:
    started = time.perf_counter()
    name = request.match_info["method"]
    arguments: Arguments = {}
    headers: dict[str, str] = {}
    status, fault, channel = 200, None, None
    token = _token(world, request, arguments)
    try:
        arguments = await _arguments(request, name)
        token = _token(world, request, arguments)
        channel = _channel(world, token, arguments)
        fault = world.faults.strike(FAULTS_BEFORE, name, channel)
        await suffer(fault, request)
        answer = await webapi.answer(
            world,
            name,
            arguments,
            authorization=request.headers.get("Authorization", ""),
            base_url=str(request.url.origin()),
        )
    except Refused as refusal:
        answer, status, headers = refusal.answer(), refusal.status, refusal.headers
    lost = world.faults.strike({"lost_answer"}, name, channel) is not None
    _record(world, name, arguments, answer, status, started, token)
    if lost or (fault is not None and fault.kind == "lost_request"):
        return _cut(request)
    scopes = _scope_headers(name, token)
    return web.json_response(answer, status=status, headers={**headers, **scopes})


async def _arguments(request: web.Request, name: str) -> Arguments:
    content_type = request.content_type if request.method == "POST" else ""
    body, form = b"", {}
    if "json" in content_type:
        body = await request.read()
    elif request.method == "POST":
        form = await _form(request)
    return webapi.read_arguments(
        name, content_type=content_type, body=body, form=form, query=dict(request.query)
    )


async def _form(request: web.Request) -> Arguments:
    try:
        return dict(await parsing.form(request))
    except ValueError:
        raise Refused("invalid_form_data") from None


async def suffer(fault: Fault | None, request: web.Request) -> None:
    """Do what a fault does before a call is looked at; raises Refused to end the call with it."""
    if fault is None:
        return
    if fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
    elif fault.kind == "ratelimited":
        raise too_many(fault.retry_after, fault.error or "ratelimited")
    elif fault.kind == "error":
        raise Refused(fault.error or "internal_error", messages=fault.messages)
    elif fault.kind == "server_error":
        raise Refused(fault.error or "internal_error", status=fault.status)
    elif fault.kind == "lost_request":
        raise Refused("lost_request", status=0)


def _cut(request: web.Request) -> web.StreamResponse:
    """Close the connection without a word, as a broken line does."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _record(
    world: World,
    name: str,
    arguments: Arguments,
    answer: Arguments,
    status: int,
    started: float,
    token: Token | None,
) -> None:
    world.inspector.record(
        "from_bot",
        "web_api",
        name,
        at=world.clock.now(),
        workspace=token.installation.team_id if token and token.installation else None,
        ms=(time.perf_counter() - started) * 1000,
        status=status,
        ok=bool(answer.get("ok")),
        error=answer.get("error"),
        request=arguments,
        response=answer,
    )


def _token(world: World, request: web.Request, arguments: Arguments) -> Token | None:
    value = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    return world.tokens.get(value or str(arguments.get("token", "")))


def _channel(world: World, token: Token | None, arguments: Arguments) -> str | None:
    """The id of the conversation that a call names, by its id or by its name."""
    given = arguments.get("channel") or arguments.get("channel_id")
    if not isinstance(given, str):
        return None
    team_id = token.installation.team_id if token and token.installation else None
    found = world.workspaces[team_id].channel(given) if team_id else None
    return found.id if found else given


def _scope_headers(name: str, token: Token | None) -> dict[str, str]:
    if token is None:
        return {}
    method = webapi.METHODS.get(name)
    return {
        "x-oauth-scopes": ",".join(token.scopes),
        "x-accepted-oauth-scopes": ",".join(method.scopes) if method else "",
    }
