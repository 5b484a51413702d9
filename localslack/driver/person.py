"""People for tests and scripts: they type, click and read over the HTTP control interface.

What a person looks for (a button, an input, a modal) may be a moment away, because a bot works on
after its ack: the driver waits for it a little, woken by the server, and then says what was there.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from localslack.driver.client import PATIENCE, Client
from localslack.driver.elements import (
    WRITTEN,
    DriverError,
    choosable,
    input_named,
    option_named,
    picked,
    pressable,
    written,
)
from localslack.driver.results import Result, SeenMessage, SeenView, button_labels
from localslack.driver.writer import Writer
from localslack.world import blocks as block_kit

GLANCE = 0.5


class Person(Writer):
    """Somebody who works in the workspace; *slack* may be its address."""

    def __init__(self, slack: Client | str, handle: str, *, ws: str | None = None) -> None:
        super().__init__(slack, handle, ws=ws)
        self._typed: dict[str, block_kit.State] = {}

    # Modals and Home

    async def modal(self, *, timeout: float = GLANCE) -> SeenView | None:
        """The modal on top, waited for a moment; None when there is none."""
        modal: SeenView | None = await self._waited(self._modal_now, timeout)
        return modal

    async def no_modal(self) -> bool:
        """Whether no modal is open right now."""
        return await self._modal_now() is None

    async def home(self, app: str | None = None) -> SeenView | None:
        """Open an app's Home tab and look at it; None when the app shows nothing."""
        answer = await self._post("home/open", app_id=(await self._app(app))["app_id"])
        return SeenView(answer["view"]) if answer["view"] else None

    async def fills(self, label: str, words: str) -> None:
        """Write into the input of that label (or action_id) in the top modal."""
        await self._puts(label, lambda element: written(element, words))

    async def chooses(
        self, label: str, *options: str, where: str | None = None, timeout: float = PATIENCE
    ) -> Result:
        """Choose options, dates, people or channels by what is seen of them.

        In a modal, *label* is the input's; elsewhere it is the placeholder, the text of the
        section beside it, or the action_id. What isn't in an input block is sent at once.
        """
        people = await self.state()
        modal = await self._modal_now()
        if where in (None, "modal") and modal is not None and input_named(modal.blocks, label):
            await self._puts(label, lambda element: picked(element, options, people))
            return await self._dispatches(label)
        place, block, element = await self._seek(
            label, where, lambda blocks: choosable(blocks, label), timeout
        )
        return await self._acts(place, block, element, picked(element, options, people))

    async def presses(
        self, label: str, *, where: str | None = None, timeout: float = PATIENCE
    ) -> Result:
        """Press a button, or an option of an overflow or radio, by its label or action_id.

        *where* is `modal`, `home`, a channel (`#general`, an id) or None: the top modal, then
        the newest message of all conversations, then Home.
        """
        place, block, element = await self._seek(
            label, where, lambda blocks: pressable(blocks, label), timeout
        )
        option = option_named(element, label)
        return await self._acts(place, block, element, option)

    async def submits(self, values: Mapping[str, str | list[str]] | None = None) -> Result:
        """Press the top modal's submit button; *values* are put in first, by label."""
        for label, value in (values or {}).items():
            await self._enters(label, value)
        modal = await self._modal_or_fail()
        answer = await self._post(
            "view/submit", view_id=modal.id, values=self._typed.get(modal.id, {})
        )
        labels = {
            block["block_id"]: str(block["label"]["text"])
            for block in modal.blocks
            if block.get("type") == "input"
        }
        errors = {labels[key]: text for key, text in (answer.get("errors") or {}).items()}
        return Result(answer["ok"], answer.get("error"), errors)

    async def closes(self, *, clear: bool = False) -> Result:
        """Press the top modal's Cancel, or (*clear*) its X."""
        modal = await self._modal_or_fail()
        answer = await self._post("view/close", view_id=modal.id, clear=clear)
        return Result(answer["ok"], answer.get("error"))

    # How

    async def _modal_now(self) -> SeenView | None:
        modals = (await self._get("views"))["modals"]
        return SeenView(modals[-1]) if modals else None

    async def _modal_or_fail(self) -> SeenView:
        modal = await self.modal(timeout=PATIENCE)
        if modal is None:
            raise DriverError(f"{self.handle} sees no modal.")
        return modal

    async def _waited(self, look: Callable[[], Awaitable[Any]], timeout: float) -> Any:
        try:
            return await self.slack.until(look, timeout)
        except TimeoutError:
            return None

    async def _enters(self, label: str, value: str | list[str]) -> None:
        modal = await self._with_input(label)
        found = input_named(modal.blocks, label)
        kind = found[1]["type"] if found else ""
        if isinstance(value, list):
            await self.chooses(label, *value, where="modal")
        elif kind in WRITTEN:
            await self.fills(label, value)
        else:
            await self.chooses(label, value, where="modal")

    async def _with_input(self, label: str) -> SeenView:
        async def look() -> SeenView | None:
            modal = await self._modal_now()
            return modal if modal is not None and input_named(modal.blocks, label) else None

        modal = await self._waited(look, PATIENCE)
        if modal is None:
            seen = await self._modal_now()
            labels = seen.labels if seen else "no modal"
            raise DriverError(f"{self.handle} finds no input {label!r}; there is: {labels}")
        found: SeenView = modal
        return found

    async def _puts(self, label: str, make: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        modal = await self._with_input(label)
        found = input_named(modal.blocks, label)
        if found is None:
            raise DriverError(f"There is no input {label!r}.")
        block, element = found
        state = self._typed.setdefault(modal.id, {})
        entry = {"type": element["type"], **make(element)}
        state.setdefault(block["block_id"], {})[element["action_id"]] = entry

    async def _dispatches(self, label: str) -> Result:
        modal = await self._modal_or_fail()
        found = input_named(modal.blocks, label)
        if found is None or not found[0].get("dispatch_action"):
            return Result(True)
        block, element = found
        entry = self._typed[modal.id][block["block_id"]][element["action_id"]]
        return await self._acts({"view_id": modal.id}, block, element, entry)

    async def _acts(
        self,
        place: dict[str, Any],
        block: dict[str, Any],
        element: dict[str, Any],
        value: dict[str, Any] | None,
    ) -> Result:
        state = self._typed.get(place.get("view_id", ""))
        answer = await self._post(
            "action",
            **place,
            block_id=block["block_id"],
            action_id=element["action_id"],
            value=value,
            state=state,
        )
        return Result(answer["ok"], answer.get("error"))

    async def _seek(
        self, label: str, where: str | None, find: Any, timeout: float
    ) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        seen: list[str] = []

        async def look() -> Any:
            seen.clear()
            async for place, blocks in self._surfaces(where):
                found = find(blocks)
                if found is not None:
                    return place, *found
                seen.extend(button_labels(blocks))
            return None

        answer = await self._waited(look, timeout)
        if answer is None:
            raise DriverError(f"{self.handle} finds no {label!r}; there is: {', '.join(seen)}")
        place, block, element = answer
        return place, block, element

    async def _surfaces(self, where: str | None) -> Any:
        views = await self._get("views")
        if where in (None, "modal"):
            for view in views["modals"][-1:]:
                yield {"view_id": view["id"]}, view["blocks"]
        if where not in ("modal", "home"):
            for message in await self._newest_first(where):
                place = {"message": {"channel": message.channel, "ts": message.ts}}
                yield place, message.all_blocks
        if where in (None, "home"):
            for view in views["home"].values():
                yield {"view_id": view["id"]}, view["blocks"]

    async def _newest_first(self, where: str | None) -> list[SeenMessage]:
        if where is not None:
            places = [where]
        else:
            state = await self.state()
            places = [c["id"] for c in state["channels"] if c["is_member"]]
            places += [dm["id"] for dm in state["dms"]] + [app["dm"] for app in state["apps"]]
        messages = [message for place in places for message in await self.reads(place)]
        return sorted(messages, key=lambda message: message.ts, reverse=True)
