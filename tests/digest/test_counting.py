"""What Prometheus may count: work, and neither people nor answers."""

from datetime import timedelta
from pathlib import Path

from prometheus_client import generate_latest

from bot import metrics
from tests.digest.past import ordinary, past_of
from tests.house import scene, surely
from tests.test_main_path import TUESDAY

LABELS = {"kind", "status", "outcome", "event", "name", "le"}
ABOUT_ITSELF = {"amp_build_info": {"version", "python"}}  # the one metric that counts nothing


def counted(name: str, **labels: str) -> float:
    return metrics.registry.get_sample_value(name, labels) or 0.0


async def test_rounds_digests_and_messages_are_counted(sqlite_url: str, tmp_path: Path) -> None:
    """A round opens and closes, its digest is composed and sent; what is counted names nobody."""
    before = _now()
    async with scene(sqlite_url, tmp_path) as house:
        await house.sets_up("ana", "#team-product")
        await (await past_of(house)).lives(ordinary(2), people=8, asked=8)
        await house.skip(to=TUESDAY)
        await house.answers("bo", rest=4)
        assert await surely(house.person("ana"), "/amp pulse close")
        await house.skip(by=timedelta(hours=24))
    after = _now()
    gained = {name: after[name] - before[name] for name in after}
    assert gained == {"opened": 1, "closed": 1, "composed": 1, "sent": 1 + 8 + 1}

    told = generate_latest(metrics.registry).decode()
    assert "team-product" not in told
    for metric in metrics.registry.collect():
        for sample in metric.samples:
            assert set(sample.labels) <= ABOUT_ITSELF.get(sample.name, LABELS), sample.name
            assert not [v for v in sample.labels.values() if v.startswith(("U0", "T0", "C0"))]


def _now() -> dict[str, float]:
    return {
        "opened": counted("amp_rounds_total", event="opened"),
        "closed": counted("amp_rounds_total", event="closed"),
        "composed": counted("amp_digests_total"),
        "sent": counted("amp_messages_total", outcome="sent"),
    }
