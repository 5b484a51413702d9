"""The runs of an app's workflow steps."""

from dataclasses import dataclass, field
from typing import Any, Literal

from localslack.world.apps import Token
from localslack.world.manifest import FunctionSpec

State = Literal["running", "completed", "failed"]


@dataclass
class Execution:
    """One run of a step."""

    id: str
    workflow_id: str
    app_id: str
    team_id: str
    user_id: str
    callback_id: str
    function: FunctionSpec
    inputs: dict[str, Any]
    token: Token
    state: State = "running"
    outputs: dict[str, Any] = field(default_factory=dict)
    error: str | None = None

    def as_json(self) -> dict[str, Any]:
        """As the control interface shows it."""
        names = ("id", "callback_id", "inputs", "state", "outputs", "error")
        return {name: getattr(self, name) for name in names}

    def as_data(self) -> dict[str, Any]:
        """The `function_data` of a click in what the step has posted."""
        function = {"callback_id": self.callback_id}
        return {"execution_id": self.id, "function": function, "inputs": self.inputs}
