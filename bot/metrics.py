"""Figures for Prometheus: of work, never of people, teams or answers."""

import platform
from importlib.metadata import PackageNotFoundError, version

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

registry = CollectorRegistry()

requests = Counter(
    "amp_requests", "Requests taken from Slack", ["kind", "status"], registry=registry
)
seconds = Histogram(
    "amp_request_seconds",
    "Seconds until Slack had its answer",
    ["kind"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3),
    registry=registry,
)
messages = Counter(
    "amp_messages", "Messages by what became of them", ["outcome"], registry=registry
)
rounds = Counter("amp_rounds", "Rounds opened, closed and lost", ["event"], registry=registry)
digests = Counter("amp_digests", "Digests composed", registry=registry)
webhooks = Counter("amp_webhooks", "Calls of webhooks by outcome", ["outcome"], registry=registry)
jobs = Counter("amp_jobs", "Runs of the clock's jobs", ["job", "outcome"], registry=registry)
job_last_run = Gauge(
    "amp_job_last_run_timestamp_seconds",
    "When a job last ran to its end",
    ["job"],
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


build.labels(release(), platform.python_version()).set(1)
