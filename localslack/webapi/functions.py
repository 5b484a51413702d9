"""functions.*: an app ends a workflow step that it was asked to run."""

from localslack import parsing
from localslack.changes import steps
from localslack.errors import Refused
from localslack.webapi.call import Answer, Call, method


@method("functions.completeSuccess")
def complete(call: Call) -> Answer:
    """The step is done; its outputs have to be those that the manifest promises."""
    outputs = parsing.parsed(call.arguments.get("outputs"))
    if not isinstance(outputs, dict):
        message = "must provide an object [json-pointer:/outputs]"
        raise Refused("invalid_arguments", messages=[message])
    execution_id = call.text("function_execution_id") or ""
    steps.complete(call.world, execution_id, call.token, outputs)
    return {}


@method("functions.completeError")
def fail(call: Call) -> Answer:
    """The step failed; the person who ran it reads why."""
    execution_id = call.text("function_execution_id") or ""
    steps.fail(call.world, execution_id, call.token, call.text("error") or "")
    return {}
