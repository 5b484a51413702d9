"""Canvases: documents that an app writes, alone or as a channel's tab."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack
from tests.localslack.companies import Json, company, with_scopes
from tests.localslack.conftest import Start, client_of
from tests.localslack.places import channel_id
from tests.localslack.refusals import refusal, refused


def written(markdown: str) -> Json:
    return {"type": "markdown", "markdown": markdown}


async def seen(slack: LocalSlack, who: str = "ana") -> list[Json]:
    """The canvases that somebody can read."""
    found: list[Json] = (await slack.driver.get("canvases", **{"as": who}))["canvases"]
    return found


async def on_a_free_plan(starts: Start) -> LocalSlack:
    described = company()
    described["workspaces"][0]["plan"] = "free"
    return await starts(described)


BLANK: Json = {"document_content": written("")}
REPORT = "# Report\n\nAll is well.\n\n## Next\n\n- Rest"


async def test_a_living_report_is_edited_section_by_section(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """Sections are found by their words or kind, and changed one call at a time."""
    made = await api.canvases_create(title="Team", document_content=written(REPORT))
    canvas = made["canvas_id"]

    async def section(**criteria: Any) -> str:
        found = await api.canvases_sections_lookup(canvas_id=canvas, criteria=criteria)
        assert len(found["sections"]) == 1, found
        return str(found["sections"][0]["id"])

    changes: list[Json] = [
        {"operation": "replace", "section_id": await section(contains_text="WELL")},
        {"operation": "insert_after", "section_id": await section(section_types=["h2"])},
        {"operation": "insert_before", "section_id": await section(section_types=["h1"])},
        {"operation": "insert_at_end"},
    ]
    for number, change in enumerate(changes):
        change["document_content"] = written(f"New {number}")
        await api.canvases_edit(canvas_id=canvas, changes=[change])
    gone = {"operation": "delete", "section_id": await section(contains_text="Rest")}
    await api.canvases_edit(canvas_id=canvas, changes=[gone])
    named = {"operation": "rename", "title_content": written("Team, week 2")}
    await api.canvases_edit(canvas_id=canvas, changes=[named])

    shown = (await seen(slack))[0]
    assert shown["title"] == "Team, week 2"
    parts = ["New 2", "# Report", "New 0", "## Next", "New 1", "New 3"]
    assert shown["markdown"] == "\n\n".join(parts)

    whole = {"operation": "replace", "document_content": written("Anew")}
    await api.canvases_edit(canvas_id=canvas, changes=[whole])
    assert (await seen(slack))[0]["markdown"] == "Anew"


async def test_a_channel_has_one_canvas(slack: LocalSlack, api: AsyncWebClient) -> None:
    """It is its tab; who can't see the channel can't see it."""
    inner = channel_id(slack, "inner")
    made = await api.conversations_canvases_create(
        channel_id=inner, document_content=written("Ours")
    )

    assert [canvas["id"] for canvas in await seen(slack)] == [made["canvas_id"]]
    assert await seen(slack, "bo") == []
    call = api.conversations_canvases_create(channel_id=inner, **BLANK)
    assert await refusal(call) == "channel_canvas_already_exists"
    secret, quiet = channel_id(slack, "secret"), channel_id(slack, "quiet")
    call = api.conversations_canvases_create(channel_id=secret, **BLANK)
    assert await refusal(call) == "channel_not_found"
    call = api.conversations_canvases_create(channel_id=quiet, **BLANK)
    assert await refusal(call) == "restricted_action"


async def test_a_free_workspace_has_canvases_in_tabs_only(starts: Start) -> None:
    """One in each channel, by either method."""
    slack = await on_a_free_plan(starts)
    api, general = client_of(slack), channel_id(slack, "general")

    call = api.canvases_create(title="Alone")
    assert await refusal(call) == "free_teams_cannot_create_non_tabbed_canvases"
    made = await api.canvases_create(channel_id=general, document_content=written("Ours"))
    for call in (
        api.canvases_create(channel_id=general),
        api.conversations_canvases_create(channel_id=general, **BLANK),
    ):
        assert await refusal(call) == "free_team_canvas_tab_already_exists"
    change = {"operation": "insert_at_start", "document_content": written("First")}
    assert (await api.canvases_edit(canvas_id=made["canvas_id"], changes=[change]))["ok"]


@pytest.mark.parametrize(
    ("changes", "word", "sentence"),
    [
        ([], "invalid_arguments", "must provide at least 1 items"),
        ([{}, {}], "invalid_arguments", "no more than 1 items allowed"),
        ([{"operation": "shuffle"}], "invalid_arguments", "must be a valid enum value"),
        ([{"operation": "replace"}], "invalid_arguments", "must be markdown"),
        ([{"operation": "rename"}], "invalid_arguments", "title_content"),
        ([{"operation": "delete"}], "canvas_editing_failed", "section not found"),
        (
            [{"operation": "replace", "document_content": written("One\n\n> - two")}],
            "canvas_editing_failed",
            "line 3: Unsupported block type (List) within block quote",
        ),
        (
            [{"operation": "insert_at_end", "document_content": written("x" * 1_048_570)}],
            "canvas_too_large",
            "",
        ),
    ],
)
async def test_what_a_canvas_can_not_be_changed_with(
    slack: LocalSlack, api: AsyncWebClient, changes: list[Json], word: str, sentence: str
) -> None:
    """One change a call, of a kind that is, within a mebibyte; and nothing has changed."""
    made = await api.canvases_create(document_content=written(REPORT))

    answer = await refused(api.canvases_edit(canvas_id=made["canvas_id"], changes=changes))

    assert answer["error"] == word
    assert sentence in str(answer)
    assert (await seen(slack))[0]["markdown"] == REPORT


async def test_what_a_canvas_can_not_be_made_of(api: AsyncWebClient) -> None:
    """More than a mebibyte, or a list in a quote."""
    for markdown in ("x" * 1_048_577, "> 1. x"):
        call = api.canvases_create(document_content=written(markdown))
        assert await refusal(call) == "canvas_creation_failed"
    assert (await api.canvases_create(document_content=written("x" * 1_048_576)))["ok"]


async def test_a_canvas_that_is_not_ones_own_is_not_found(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """Nor one that was deleted; a locked one is a fault on demand."""
    made = await api.canvases_create(document_content=written("x"))
    change = {"operation": "replace", "document_content": written("y")}
    await slack.driver.fault("error", error="canvas_editing_locked", method="canvases.edit")
    call = api.canvases_edit(canvas_id=made["canvas_id"], changes=[change])
    assert await refusal(call) == "canvas_editing_locked"
    await api.canvases_delete(canvas_id=made["canvas_id"])
    for canvas_id in (made["canvas_id"], "F0NONE"):
        call = api.canvases_edit(canvas_id=canvas_id, changes=[change])
        assert await refusal(call) == "canvas_not_found"


async def test_canvases_have_a_scope_of_their_own(starts: Start) -> None:
    """`canvases:write`."""
    slack = await starts(with_scopes("chat:write"))
    answer = await refused(client_of(slack).canvases_create(title="x"))
    assert (answer["error"], answer["needed"]) == ("missing_scope", "canvases:write")
