"""A local Slack for code that doesn't await: its thread, its people, its patience."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from localslack import BlockingDriver, BlockingSlack, CompanyError
from tests.localslack.companies import company


@contextmanager
def answering() -> Iterator[tuple[str, list[bytes]]]:
    """A bot that blocks, as a little web server: its address, and what it was sent."""
    found: list[bytes] = []

    class Bot(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            found.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *given: object) -> None:
            """Nothing is told."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Bot)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", found
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_local_slack_somewhere_is_used_by_its_address() -> None:
    """From a script that doesn't await; hanging up leaves it running."""
    with BlockingSlack(company()) as slack:
        with BlockingDriver(slack.url) as elsewhere:
            elsewhere.person("ana").says("Hello", "#general")
            assert elsewhere.until(lambda: elsewhere.person("bo").reads("#general"))
            assert elsewhere.reads("app")["name"] == "Helper"
            elsewhere.control("clock", by=60)
        assert slack.slack.clock_offset.total_seconds() == pytest.approx(60, abs=1)


def test_a_bot_that_blocks_gets_its_requests() -> None:
    """Over HTTP, while the one who typed waits for the ack."""
    with BlockingSlack(company()) as slack, answering() as (address, found):
        slack.deliver_to(address)
        assert slack.person("ana").types("/help me").ok
        assert b"command=%2Fhelp" in found[0]


def test_waiting_ends_with_what_was_waited_for_or_with_an_error() -> None:
    """People's acts wake it."""
    with BlockingSlack(company()) as slack:
        ana, bo = slack.person("ana"), slack.person("bo")
        timer = threading.Timer(0.1, lambda: ana.says("Late", "#general"))
        timer.start()
        (message,) = slack.until(lambda: bo.reads("#general"))
        timer.join()
        assert message.text == "Late"
        with pytest.raises(TimeoutError, match=r"within 0\.1 s"):
            slack.until(lambda: False, timeout=0.1)
        assert repr(ana) == "Person('ana')"


def test_nothing_is_left_when_it_ends_or_never_began() -> None:
    """Neither its thread nor its port."""
    before = threading.active_count()
    with pytest.raises(CompanyError):
        BlockingSlack({"workspaces": []})
    with BlockingSlack(company()) as slack:
        assert threading.active_count() == before + 1
        port = int(slack.url.rpartition(":")[2])
    assert threading.active_count() == before
    with BlockingSlack(company(), port=port) as slack:
        assert slack.url.endswith(f":{port}")
