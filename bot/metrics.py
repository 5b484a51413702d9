"""Counters for Prometheus: of work, never of people, teams or answers."""

from prometheus_client import CollectorRegistry, Counter, Histogram

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
