"""Workflow steps: a person runs one from the composer's menu, and reads what came of it."""

import copy
from typing import Any

import pytest
from playwright.async_api import Page, expect
from slack_bolt.context.complete.async_complete import AsyncComplete
from slack_bolt.context.fail.async_fail import AsyncFail

from localslack.server import LocalSlack
from tests.localslack.page.conftest import Open
from tests.localslack.page.ferry import MANIFEST, Ferry, option

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Json = dict[str, Any]
SLACKS = "slack#/types/"
CHARTER: Json = {
    "title": "Charter a boat",
    "description": "For a whole day",
    "input_parameters": {
        "skipper": {"type": f"{SLACKS}user_id", "title": "Skipper", "is_required": True},
        "boat": {
            "type": "string",
            "title": "Boat",
            "is_required": True,
            "dynamic_options": {"function": "#/functions/boats", "inputs": {}},
        },
        "places": {"type": "integer", "title": "Places", "hint": "At most twelve"},
        "leaves": {"type": f"{SLACKS}timestamp", "title": "Leaves"},
        "tell": {"type": f"{SLACKS}channel_id", "title": "Tell"},
        "meals": {"type": "boolean", "title": "Meals"},
        "notes": {"type": "array", "title": "Notes"},
        "by": {"type": f"{SLACKS}user_context", "title": "By"},
    },
    "output_parameters": {
        "skipper": {"type": f"{SLACKS}user_id", "is_required": True},
        "boat": {"type": "string"},
    },
}
BOATS: Json = {
    "title": "Boats",
    "output_parameters": {"options": {"type": f"{SLACKS}options_select", "is_required": True}},
}


def offer(slack: LocalSlack, **functions: Json) -> None:
    """The ferry's manifest, with steps."""
    described = copy.deepcopy(MANIFEST)
    described["functions"] = {"charter": CHARTER, "boats": BOATS, **functions}
    described["settings"] |= {"org_deploy_enabled": True, "function_runtime": "remote"}
    slack.reload(described)


async def choose(page: Page) -> None:
    """Take the step from the menu."""
    await page.get_by_role("button", name="Run a shortcut").click()
    entry = page.get_by_role("menuitem", name="Charter a boat")
    await expect(entry).to_contain_text("Workflow step of Ferry")
    await entry.click()


async def test_a_step_asks_for_its_inputs_and_says_what_came_of_it(
    open_as: Open, slack: LocalSlack, ferry: Ferry
) -> None:
    """Each kind of input has its own field; options come from the step that gives them."""
    offer(slack)
    taken: list[Json] = []

    @ferry.app.function("boats")
    async def boats(complete: AsyncComplete) -> None:
        await complete({"options": [option("Gannet", "g"), option("Tern", "t")]})

    @ferry.app.function("charter")
    async def charter(inputs: Json, complete: AsyncComplete) -> None:
        taken.append(inputs)
        await complete({"skipper": inputs["skipper"], "boat": inputs["boat"]})

    page = await open_as("ana")
    await choose(page)
    await expect(page.get_by_role("menuitem", name="Boats")).to_have_count(0)
    form = page.get_by_role("dialog", name="Charter a boat")
    await expect(form).to_contain_text("At most twelve")
    await form.get_by_role("button", name="Run").click()
    await expect(form.get_by_text("Please complete this required field.")).to_have_count(2)
    await form.get_by_role("combobox", name="Skipper").click()
    await page.get_by_role("option", name="Ben Okafor").click()
    await form.get_by_role("combobox", name="Boat").click()
    await page.get_by_role("option", name="Tern").click()
    await form.get_by_label("Places").fill("7")
    await form.get_by_role("combobox", name="Tell").click()
    await page.get_by_role("option", name="#general").click()
    await form.get_by_role("checkbox", name="Yes").check()
    await form.get_by_label("Notes").fill("no list")
    await form.get_by_role("button", name="Run").click()
    await expect(form.get_by_text("Please write it as JSON.")).to_be_visible()
    await form.get_by_label("Notes").fill('["calm"]')
    await form.get_by_role("button", name="Run").click()
    await expect(form).to_have_count(0)
    notices = page.get_by_role("region", name="Notices")
    await expect(notices).to_contain_text("Charter a boat is done. skipper: Ben Okafor. boat: t.")
    [inputs] = taken
    assert (inputs["places"], inputs["meals"], inputs["notes"]) == (7, True, ["calm"])
    assert "leaves" not in inputs
    assert inputs["by"]["id"] == await page.evaluate(
        "fetch('/control/state?as=ana').then((r) => r.json()).then(({ me }) => me)"
    )


async def test_a_step_that_fails_says_why(open_as: Open, slack: LocalSlack, ferry: Ferry) -> None:
    """One that asks for nothing has nothing but its button."""
    offer(slack, charter={"title": "Charter a boat"}, boats={})

    @ferry.app.function("charter")
    async def charter(fail: AsyncFail) -> None:
        await fail("No boat is free")

    page = await open_as("ana")
    await choose(page)
    await (
        page.get_by_role("dialog", name="Charter a boat").get_by_role("button", name="Run").click()
    )
    await expect(page.get_by_role("alert")).to_contain_text("failed: No boat is free")
