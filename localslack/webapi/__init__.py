"""The Web API: takes a call, checks it in Slack's order (token, scope, arguments), answers it."""

import base64
import inspect
from collections.abc import Mapping
from typing import Any

from localslack import parsing
from localslack.errors import Refused
from localslack.webapi import (
    assistants,
    auth,
    canvases,
    chat,
    conversations,
    files,
    functions,
    managing,
    reactions,
    reference,
    scheduled,
    streams,
    team,
    users,
    views,
)
from localslack.webapi.call import HANDLERS, Call, missing_scope
from localslack.webapi.methods import METHODS, Method
from localslack.world.apps import Token
from localslack.world.world import World

__all__ = ["FAMILIES", "METHODS", "answer", "read_arguments"]

FAMILIES = (
    *(assistants, auth, canvases, chat, conversations, files, functions, managing),
    *(reactions, scheduled, streams, team, users, views),
)
TOKENLESS = {"api.test", "blocks.validate", "oauth.v2.access", "oauth.v2.exchange"}
APP_LEVEL = {"apps.connections.open"}
EITHER = {"auth.test", "auth.revoke"}


def read_arguments(
    method: str,
    *,
    content_type: str,
    body: bytes,
    form: Mapping[str, Any],
    query: Mapping[str, Any],
) -> dict[str, Any]:
    """The arguments from query string, form or JSON body; raises Refused for a broken body.

    A JSON body of a method that takes none is passed over, as Slack does.
    """
    arguments: dict[str, Any] = {**query, **form}
    if "json" in content_type and body:
        try:
            given = parsing.parse(body)
        except ValueError:
            raise Refused("invalid_json") from None
        if not isinstance(given, dict):
            raise Refused("json_not_object")
        if method not in METHODS or METHODS[method].takes_json:
            arguments |= given
    return {name: value for name, value in arguments.items() if value is not None}


async def answer(
    world: World,
    name: str,
    arguments: dict[str, Any],
    *,
    authorization: str = "",
    base_url: str = "",
) -> dict[str, Any]:
    """Answer one call; raises Refused with Slack's word when it is refused."""
    method, handler = METHODS.get(name), HANDLERS.get(name)
    if method is None or handler is None:
        sentence = reference.hint(name)
        messages = [sentence] if sentence else None
        raise Refused("unknown_method", messages=messages, req_method=name)
    token = None
    if name not in TOKENLESS:
        token = find_token(world, method, arguments, authorization)
        _check_scope(method, token)
        key = (token.app_id, _place(token))
        world.gate.pass_method(name, method.tier, key=key, at=world.clock.now())
    _check_required(method, arguments)
    bearer, basic = _bearer(authorization, arguments), _basic(authorization)
    call = Call(method, arguments, world, token, base_url, bearer, basic)
    result = handler(call)
    if inspect.isawaitable(result):
        result = await result
    return {"ok": True, **result}


def find_token(
    world: World, method: Method, arguments: dict[str, Any], authorization: str
) -> Token:
    """The call's token; raises Refused in Slack's words when it isn't good for this."""
    value = _bearer(authorization, arguments)
    if not value:
        raise Refused("not_authed")
    token = world.tokens.get(value)
    if token is None:
        raise Refused("invalid_auth")
    if token.is_revoked:
        active = token.installation is None or token.installation.is_active
        raise Refused("token_revoked" if active else "account_inactive")
    if token.expires_at is not None and token.expires_at <= world.clock.now():
        raise Refused("token_expired")
    wanted = "app" if method.name in APP_LEVEL else "bot"
    if token.kind != wanted and method.name not in EITHER:
        raise Refused("not_allowed_token_type")
    return token


def _check_scope(method: Method, token: Token) -> None:
    if method.scopes and not set(method.scopes) & set(token.scopes):
        raise missing_scope(method.scopes, token.scopes)


def _check_required(method: Method, arguments: dict[str, Any]) -> None:
    missing = [name for name in method.required if arguments.get(name) in (None, "")]
    if missing:
        messages = [f"missing required field: {name}" for name in missing]
        raise Refused("invalid_arguments", messages=messages)


def _place(token: Token) -> str:
    installation = token.installation
    return "" if installation is None else installation.team_id or str(installation.enterprise_id)


def _bearer(authorization: str, arguments: dict[str, Any]) -> str:
    scheme, _, value = authorization.partition(" ")
    return value.strip() if scheme.lower() == "bearer" else str(arguments.get("token") or "")


def _basic(authorization: str) -> tuple[str, str] | None:
    scheme, _, value = authorization.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, _, secret = base64.b64decode(value).decode().partition(":")
    except ValueError:
        return None
    return name, secret
