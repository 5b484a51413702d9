"""Figures for Prometheus: of work, never of people, teams or answers.

Requests that went well are not counted, nor how long they took: who looks every second would see
each answer arrive, and with it whose turn it was to say so aloud.
"""

import itertools
import platform
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

from prometheus_client import CollectorRegistry, Counter, Gauge

registry = CollectorRegistry()

requests_failed = Counter(
    "amp_requests_failed",
    "Requests that were refused, or went wrong",
    ["status"],
    registry=registry,
)
database = Gauge(
    "amp_database_seconds",
    "How long the database took to answer when it was asked for these figures",
    registry=registry,
)
messages = Counter(
    "amp_messages", "Messages by what became of them", ["outcome"], registry=registry
)
rounds = Counter("amp_rounds", "Rounds opened, closed and lost", ["event"], registry=registry)
digests = Counter("amp_digests", "Digests composed", registry=registry)
webhooks = Counter("amp_webhooks", "Calls of webhooks by outcome", ["outcome"], registry=registry)
# `name`: Prometheus gives every figure a label `job` of its own.
jobs = Counter("amp_jobs", "Runs of the clock's jobs", ["name", "outcome"], registry=registry)
job_last_run = Gauge(
    "amp_job_last_run_timestamp_seconds",
    "When a job last ran to its end",
    ["name"],
    registry=registry,
)
oldest_message = Gauge(
    "amp_oldest_waiting_message_seconds",
    "For how long the oldest message that is due has waited",
    registry=registry,
)
worker_silent = Gauge(
    "amp_worker_silent_seconds", "Since a worker was last at work", registry=registry
)
build = Gauge("amp_build_info", "What runs here", ["version", "python"], registry=registry)


def release() -> str:
    """The version of Amp that runs."""
    try:
        return version("amp-bot")
    except PackageNotFoundError:  # a checkout
        return "unreleased"


def show_zero(counter: Counter, *values: Iterable[object]) -> None:
    """Show a counter at 0 for each combination of *values* of its labels.

    What is shown for the first time at 1 has not increased, as Prometheus sees it: an alert about
    something rare would be silent the first time.
    """
    for labels in itertools.product(*values):
        counter.labels(*labels)


build.labels(release(), platform.python_version()).set(1)
show_zero(requests_failed, (400, 401, 500))
show_zero(messages, ("sent", "failed", "unknown"))
show_zero(rounds, ("opened", "closed", "lost"))
show_zero(webhooks, ("sent", "failed"))
