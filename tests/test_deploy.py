"""What lies in deploy/: it fits the settings, and the programs that it is for accept it."""

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import yaml
from prometheus_client import generate_latest
from slack_sdk.signature import SignatureVerifier
from yarl import URL

from bot import environment, manifest, metrics, settings
from bot.settings import Need
from localslack import LocalSlack
from tests import ports, process
from tests.conftest import needs
from tests.house import environment_for
from tests.place import placed, until
from tests.test_doctor import a_redis
from tests.test_operating import asks
from tests.test_wheel import BUILT_FROM

DEPLOY = process.ROOT / "deploy"
OPERATING = (process.ROOT / "docs" / "operating.md").read_text()
FILLED_IN = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_SIGNING_SECRET": "s",
    "AMP_SECRET": "long enough for it",
    "POSTGRES_PASSWORD": "of-postgres",
}


@pytest.fixture(scope="module")
def compose() -> dict[str, dict[str, object]]:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    assert isinstance(services, dict)
    return services


@pytest.mark.parametrize("path", sorted(DEPLOY.iterdir()), ids=lambda path: path.name)
def test_every_file_is_named_in_the_documentation(path: Path) -> None:
    """One page says what each is for."""
    assert f"deploy/{path.name}" in OPERATING


@pytest.mark.parametrize(
    ("service", "needed"), [("web", Need.WEB), ("worker", Need.WORKER), ("migrate", Need.NOTHING)]
)
def test_the_services_of_compose_have_what_they_need_and_no_more(
    service: str, needed: Need, compose: dict[str, dict[str, object]], tmp_path: Path
) -> None:
    """From the example of `.env`, filled in; a web process is not told where keys are."""
    shutil.copy(DEPLOY / ".env.example", tmp_path / ".env")
    given = {**environment.read({}, tmp_path).values, **FILLED_IN}
    told = compose[service]["environment"]
    assert isinstance(told, dict)
    inserted = _inserted(told, given)
    assert set(inserted) <= set(settings.VARIABLES)
    read = settings.read(inserted, needed)
    assert read.on_postgres
    assert ("AMP_KEYS" in inserted) is (service == "worker")


def _inserted(told: dict[str, str | None], given: dict[str, str]) -> dict[str, str]:
    """As compose does it: `${NAME:-default}`, `${NAME:?complaint}`, and what has only a name."""
    named = re.compile(r"\$\{(\w+)(?::[-?][^}]*)?\}")
    return {
        name: given[name] if value is None else named.sub(lambda hit: given.get(hit[1], ""), value)
        for name, value in told.items()
        if value is not None or name in given
    }


@pytest.mark.parametrize("service", ["web", "worker"])
def test_whatever_stands_in_env_reaches_the_services_of_compose(
    service: str, compose: dict[str, dict[str, object]]
) -> None:
    """A setting that is left out there would hold nowhere, and nothing would say so.

    But for what the file says itself, and where processes listen inside of a container.
    """
    told = compose[service]["environment"]
    assert isinstance(told, dict)
    own = {"DATABASE_URL", "AMP_SECRET", "AMP_KEYS", "HOST", "PORT", "WORKER_PORT"}
    given = {name: f"of {name}" for name in settings.VARIABLES}
    reached = _inserted(told, given)
    for name in set(settings.VARIABLES) - own:
        assert reached.get(name) == given[name], name


@pytest.mark.parametrize("name", ["docker compose exec", "kubectl exec"])
def test_the_doctor_is_called_where_every_setting_is(name: str) -> None:
    """Web processes are not told where keys are, and would be called wrong for it."""
    called = re.findall(rf"{name} (?:-T |deploy/amp-)?(\w+) (?:-- )?amp (doctor|config)", OPERATING)
    assert {service for service, _ in called} == {"worker"}
    assert "doctor" in {command for _, command in called}


def test_every_name_in_the_example_is_a_setting() -> None:
    """Also where it is only a comment."""
    text = (DEPLOY / ".env.example").read_text()
    names = set(re.findall(r"^(?:# )?([A-Z_]{4,})=", text, re.MULTILINE))
    assert names - {"POSTGRES_PASSWORD"} <= set(settings.VARIABLES)
    assert "SLACK_BOT_TOKEN" in names


def test_processes_in_containers_may_do_little(compose: dict[str, dict[str, object]]) -> None:
    """No root, nothing to write but what is kept."""
    for name in ("web", "worker", "migrate"):
        assert compose[name]["read_only"] is True
        assert compose[name]["cap_drop"] == ["ALL"]
    assert re.search(r"^USER \d{4,}$", (DEPLOY / "Dockerfile").read_text(), re.MULTILINE)


async def test_the_image_is_healthy_where_its_process_listens(
    sqlite_url: str, tmp_path: Path, compose: dict[str, dict[str, Any]]
) -> None:
    """At whatever `PORT` says, and not where another process has its own; in compose by service."""
    line = re.search(r"^ +CMD (\[.+\])$", (DEPLOY / "Dockerfile").read_text(), re.MULTILINE)
    assert line
    checks = {"run": json.loads(line[1]), "worker": compose["worker"]["healthcheck"]["test"][1:]}
    async with placed(sqlite_url, tmp_path, people=1) as place:
        for command, check in checks.items():
            amp = await place.starts(command)
            await amp.ready()
            [port] = re.findall(r"http://127\.0\.0\.1:(\d+)'", amp.words)
            ours = [word.replace(":3001/", f":{port}/") for word in check]
            assert await _checks(ours, port)
            await amp.terminate()
            assert not await _checks(ours, port)


async def _checks(command: list[str], port: str) -> bool:
    assert command[0] == "python"
    done = await asyncio.create_subprocess_exec(
        sys.executable, *command[1:], env={"PORT": port}, stderr=asyncio.subprocess.DEVNULL
    )
    return await done.wait() == 0


def test_postgresql_is_healthy_where_others_reach_it(compose: dict[str, dict[str, Any]]) -> None:
    """While its image makes a new database its server hears on a socket alone, and nobody else can.

    Tables that were to be made then would not be, and compose would start nothing that needs them.
    """
    words = compose["postgres"]["healthcheck"]["test"]
    assert words[words.index("-h") + 1] == "127.0.0.1"


def test_the_image_is_built_from_all_that_a_wheel_is_built_from() -> None:
    """A folder that is added is not forgotten there, nor held back on the way."""
    text = (DEPLOY / "Dockerfile").read_text()
    copied = {name for line in re.findall(r"^COPY (?!--)(.*) \S+$", text, re.MULTILINE)
              for name in line.split()}  # fmt: skip
    let_in = set(re.findall(r"^!(\S+)", (DEPLOY / "Dockerfile.dockerignore").read_text(), re.M))
    assert copied == {*BUILT_FROM, "requirements.txt"} == let_in


def _figures() -> set[str]:
    """Every name that /metrics shows."""
    shown = generate_latest(metrics.registry).decode()
    return set(re.findall(r"^# TYPE (\S+)", shown, re.MULTILINE))


@pytest.mark.parametrize("name", ["alerts.yaml", "grafana.json"])
def test_rules_and_dashboard_ask_for_figures_that_there_are(name: str) -> None:
    """A metric that is renamed would leave an alert silent for ever."""
    asked = set(re.findall(r"\bamp_\w+", (DEPLOY / name).read_text()))
    known = {f.removesuffix("_total") for f in _figures()}
    assert asked
    assert {re.sub("_(total|bucket)$", "", one) for one in asked} <= known


@pytest.mark.parametrize("name", ["alerts.yaml", "grafana.json"])
async def test_what_rules_and_dashboard_choose_is_there_before_it_happens(
    name: str, sqlite_url: str, tmp_path: Path
) -> None:
    """From 0 to 1 is an increase, from nothing to 1 is none: what is rare would never be told."""
    text = (DEPLOY / name).read_text().replace('\\"', '"')
    chosen = set(re.findall(r'\b(amp_\w+)\{(\w+)=~?"([^"]+)"\}', text))
    assert chosen
    async with placed(sqlite_url, tmp_path, people=1) as place:
        _, figures = await asks(await (await place.starts()).ready(), "/metrics")
    for figure, label, value in chosen:
        assert re.search(rf'^{figure}\{{(?:\w+="[^"]*",)*{label}="{value}"', figures, re.M), value


def test_every_figure_that_the_documentation_names_is_there() -> None:
    """And the other way round, but for when counters began."""
    told = set(re.findall(r"`(amp_\w+)(?:\{|`)", OPERATING))
    assert told == {name for name in _figures() if not name.endswith("_created")}


def test_on_kubernetes_nothing_may_do_much_and_only_workers_have_keys() -> None:
    """The same rules as in compose."""
    made = yaml.safe_load((DEPLOY / "kubernetes.yaml").read_text())["items"]
    pods = {one["metadata"]["name"]: one["spec"]["template"]["spec"] for one in made[:3]}
    for name, pod in pods.items():
        (amp,) = pod["containers"]
        secrets = {source["secretRef"]["name"] for source in amp["envFrom"]}
        assert ("amp-keys" in secrets) is (name == "amp-worker")
        assert pod["securityContext"]["runAsNonRoot"] is True
        assert amp["securityContext"]["readOnlyRootFilesystem"] is True
        assert amp["securityContext"]["capabilities"] == {"drop": ["ALL"]}


# The programs themselves


def test_prometheus_takes_the_alert_rules() -> None:
    """Their syntax, and every expression."""
    needs("promtool", "apt-get install prometheus")
    _accepts("promtool", "check", "rules", str(DEPLOY / "alerts.yaml"))


WELL = {
    "amp_build_info": "1x30",
    "amp_database_seconds": "0.01x30",
    "amp_worker_silent_seconds": "5x30",
    "amp_oldest_waiting_message_seconds": "0x30",
    'amp_rounds_total{event="lost"}': "0x30",
    'amp_jobs_total{name="deliver",outcome="failed"}': "0x30",
    'amp_requests_failed_total{status="500"}': "0x30",
    'amp_requests_failed_total{status="401"}': "0x30",
}
NO_DATABASE = dict.fromkeys(
    ("amp_database_seconds", "amp_worker_silent_seconds", "amp_oldest_waiting_message_seconds"),
    " ".join(["NaN"] * 30),
)


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        (WELL, set()),
        ({}, {"AmpIsGone"}),
        (WELL | NO_DATABASE, {"AmpHasNoDatabase"}),
        (WELL | {"amp_worker_silent_seconds": "60+60x30"}, {"AmpHasNoWorker"}),
        (WELL | {"amp_worker_silent_seconds": " ".join(["Inf"] * 30)}, {"AmpHasNoWorker"}),
        (WELL | {"amp_oldest_waiting_message_seconds": "900+60x30"}, {"AmpMessagesWait"}),
        (WELL | {'amp_requests_failed_total{status="500"}': "0+1x30"}, {"AmpFails"}),
        (WELL | {'amp_requests_failed_total{status="401"}': "0+60x30"}, {"AmpIsNotSigned"}),
        (WELL | {'amp_rounds_total{event="lost"}': "0x20 1x10"}, {"AmpLostARound"}),
        (WELL | {"amp_database_seconds": "0.8x30"}, {"AmpIsSlow"}),
    ],
    ids=lambda given: ",".join(sorted(given)) if isinstance(given, set) else "",
)
def test_an_alert_fires_when_it_is_time_and_else_none(
    figures: dict[str, str], told: set[str], tmp_path: Path
) -> None:
    """Half an hour of figures, a minute each, asked of Prometheus itself; one is down, or all."""
    needs("promtool", "apt-get install prometheus")
    rules = yaml.safe_load((DEPLOY / "alerts.yaml").read_text())["groups"][0]["rules"]
    assert told <= {rule["alert"] for rule in rules}
    cases = [
        {
            "interval": "1m",
            "input_series": [{"series": name, "values": to} for name, to in figures.items()],
            "alert_rule_test": [
                {
                    "eval_time": "28m",
                    "alertname": rule["alert"],
                    "exp_alerts": [_as_told(rule)] if rule["alert"] in told else [],
                }
            ],
        }
        for rule in rules
    ]
    shutil.copy(DEPLOY / "alerts.yaml", tmp_path)
    asked = tmp_path / "asked.yaml"
    asked.write_text(yaml.safe_dump({"rule_files": ["alerts.yaml"], "tests": cases}))
    _accepts("promtool", "test", "rules", str(asked))


def _as_told(rule: dict[str, Any]) -> dict[str, Any]:
    """What is said of which; an alert about one series has its labels."""
    one = re.search(r'^increase\(\w+\{(\w+)="(\w+)"', rule["expr"])
    more = {one[1]: one[2]} if one else {}
    return {"exp_labels": rule["labels"] | more, "exp_annotations": rule["annotations"]}


def test_systemd_calls_the_unit_hardened(tmp_path: Path) -> None:
    """Exposure under 3, of 10; and it finds no mistake in it."""
    needs("systemd-analyze", "apt-get install systemd")
    unit = tmp_path / "amp@run.service"
    unit.write_text((DEPLOY / "amp@.service").read_text().replace("/opt/amp/bin/amp", "/bin/true"))
    for command in (["verify"], ["security", "--offline=yes", "--threshold=30"]):
        _accepts("systemd-analyze", *command, str(unit))


def test_under_systemd_tables_are_made_where_the_service_looks_for_them() -> None:
    """Without its settings `amp migrate` makes a SQLite file, and the service does not start."""
    part = OPERATING.partition("**systemd**")[2].partition("**A container**")[0]
    upgrades = OPERATING.partition("## Upgrading")[2].partition("\n## ")[0]
    line = "(set -a; . /etc/amp.env; amp migrate)"
    assert part.index(line) < part.index("systemctl enable")
    assert line in upgrades


def test_a_shell_reads_the_settings_as_systemd_does(tmp_path: Path) -> None:
    """An address with two parameters, unquoted, would be none: `amp migrate` would make a file."""
    part = OPERATING.partition("**systemd**")[2].partition("**A container**")[0]
    assert "has `&`, `$`, `;` or a\nblank stands in single quotes" in part
    values = {
        "DATABASE_URL": "postgresql://amp:p$1;w@db/amp?sslmode=require&application_name=amp",
        "LOG_LEVEL": "INFO",
    }
    lines = [f"{name}='{value}'\n" for name, value in values.items()]
    (tmp_path / "amp.env").write_text("".join(lines))
    line = f"(set -a; . {tmp_path}/amp.env; env)"
    assert line.replace(str(tmp_path), "/etc").partition("env;")[0] in part
    said = subprocess.run(["sh", "-c", line], check=True, capture_output=True, text=True).stdout
    assert all(f"{name}={value}" in said.splitlines() for name, value in values.items())


@asynccontextmanager
async def nginx(folder: Path, port: int, amp: str) -> AsyncIterator[None]:
    """As its example has it, with a certificate that is made here."""
    needs("nginx", "apt-get install nginx-light")
    needs("openssl", "apt-get install openssl")
    key, certificate = str(folder / "key.pem"), str(folder / "cert.pem")
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={SITE}"]
    _accepts("openssl", *made, "-keyout", key, "-out", certificate)
    site = (DEPLOY / "nginx.conf").read_text()
    site = re.sub(r"/etc/letsencrypt\S+fullchain.pem", certificate, site)
    site = re.sub(r"/etc/letsencrypt\S+privkey.pem", key, site)
    site = site.replace("listen 443 ", f"listen 127.0.0.1:{port} ").replace(AT, amp)
    own = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = folder / "nginx.conf"
    start = f"daemon off;\nmaster_process off;\npid {folder}/pid;\nevents {{}}\n"
    whole.write_text(f"{start}http {{\naccess_log off;\n{own}{site}\n}}\n")
    call = ["nginx", "-e", str(folder / "error.log"), "-c", str(whole)]
    _accepts(*call, "-t")
    async with _while_it_runs(*call):
        yield


@asynccontextmanager
async def caddy(folder: Path, port: int, amp: str) -> AsyncIterator[None]:
    """As its example has it, with a certificate of its own instead of a fetched one."""
    needs("caddy", "apt-get install caddy")
    example = DEPLOY / "Caddyfile"
    _accepts("caddy", "validate", "--adapter", "caddyfile", "--config", str(example))
    own = (
        f"admin off\nlocal_certs\nskip_install_trust\nauto_https disable_redirects\n"
        f"https_port {port}\nstorage file_system {folder}/certificates\n"
    )
    whole = folder / "Caddyfile"
    whole.write_text(f"{{\n{own}}}\n{example.read_text().replace(AT, amp)}")
    async with _while_it_runs("caddy", "run", "--adapter", "caddyfile", "--config", str(whole)):
        yield


SITE, AT = "amp.example.org", "127.0.0.1:3000"


@asynccontextmanager
async def _while_it_runs(*command: str) -> AsyncIterator[None]:
    quiet = asyncio.subprocess.DEVNULL
    running = await asyncio.create_subprocess_exec(*command, stdout=quiet, stderr=quiet)
    try:
        yield
    finally:
        running.terminate()
        await running.wait()


@pytest.mark.parametrize("proxy", [nginx, caddy])
async def test_a_proxy_passes_on_what_slack_needs_and_nothing_else(
    proxy: Callable[[Path, int, str], AbstractAsyncContextManager[None]],
    sqlite_url: str,
    tmp_path: Path,
) -> None:
    """Bodies as they were signed, also large ones; figures are seen from inside only."""
    port = ports.free()
    async with (
        placed(sqlite_url, tmp_path, people=1) as place,
        aiohttp.ClientSession() as session,
    ):
        amp = (await (await place.starts("web")).ready()).removeprefix("http://")
        signs = SignatureVerifier(place.environment["SLACK_SIGNING_SECRET"])

        async def asked(path: str, body: str = "", *, signed: bool = True) -> int:
            headers = {"Host": SITE, "Content-Type": "application/json"}
            if signed:
                headers |= signs_of(signs, body)
            async with session.request(
                "POST" if body else "GET",
                URL(f"https://127.0.0.1:{port}{path}", encoded=True),
                data=body or None, headers=headers, ssl=False, server_hostname=SITE,
            ) as answer:  # fmt: skip
                return answer.status

        async def listens() -> bool:
            try:
                return await asked("/readyz") == 200
            except aiohttp.ClientError:
                return False

        async with proxy(tmp_path, port, amp):
            await until(listens, "the proxy")
            assert await asked("/healthz") == 200
            for path in ("/metrics", "/Metrics", "//metrics", "/%6detrics", "/"):
                assert await asked(path) == 404, path
            hello = {"type": "url_verification", "challenge": "c"}
            for size, status in ((0, 200), (900_000, 200), (1_500_000, 413)):
                body = json.dumps({**hello, "more": "x" * size})
                assert await asked("/slack/events", body) == status, size
            assert await asked("/slack/events", json.dumps(hello), signed=False) == 401


def signs_of(verifier: SignatureVerifier, body: str) -> dict[str, str]:
    """What Slack sends along with a body."""
    at = str(int(time.time()))
    signature = verifier.generate_signature(timestamp=at, body=body)
    return {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": str(signature)}


def _accepts(program: str, *command: str) -> None:
    done = subprocess.run([program, *command], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


# A release, as far as it can be had without GitHub


def _release(job: str) -> list[dict[str, Any]]:
    """The steps of a job of the release."""
    jobs = yaml.safe_load((process.ROOT / ".github/workflows/release.yml").read_text())["jobs"]
    steps: list[dict[str, Any]] = jobs[job]["steps"]
    return steps


def _shell(line: str, folder: Path, **environ: str) -> str:
    done = subprocess.run(
        ["bash", "-ec", line], cwd=folder, env={"PATH": os.environ["PATH"], **environ},
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_image_has_a_name_that_a_registry_takes(tmp_path: Path) -> None:
    """None with a capital letter, however whoever has the repository is written."""
    *_, line = [step["run"] for step in _release("image") if "run" in step]
    _shell(line, tmp_path, GITHUB_REPOSITORY="SomeBody/Amp", GITHUB_ENV="given")
    [push] = [step["with"] for step in _release("image") if "tags" in step.get("with", {})]
    assert push["tags"] == "${{ env.IMAGE }}:${{ github.ref_name }}"
    assert (tmp_path / "given").read_text() == "IMAGE=ghcr.io/somebody/amp\n"


def test_the_notes_of_a_release_are_those_of_its_tag(tmp_path: Path) -> None:
    """The checkout names a commit by the tag, as if nobody had written anything into it."""
    lines = [step["run"] for step in _release("wheel") if "run" in step]
    [brings] = [line for line in lines if line.startswith("git fetch")]
    assert lines.index(brings) < next(n for n, line in enumerate(lines) if "notes-from-tag" in line)
    who = "git -c user.name=x -c user.email=x@example.org"
    _shell(
        f"git init -q a && cd a && {who} commit -q --allow-empty -m commit && "
        f"{who} tag -a v1 -m 'What is new' && cd .. && git init -q b && cd b && "
        "git remote add origin ../a && "
        "git fetch -q --no-tags origin +$(git -C ../a rev-parse HEAD):refs/tags/v1",
        tmp_path,
    )
    notes = "git tag --list v1 --format='%(contents)'"
    assert _shell(notes, tmp_path / "b").strip() == "commit"
    _shell(brings, tmp_path / "b", GITHUB_REF="refs/tags/v1")
    assert _shell(notes, tmp_path / "b").strip() == "What is new"


def test_what_is_said_to_be_in_a_wheel_is_what_it_needs(tmp_path: Path) -> None:
    """Not what tests and the page's linter need as well."""
    [bill] = [step["with"] for step in _release("wheel") if "sbom" in step.get("uses", "")]
    assert (bill["file"], "path" in bill) == ("requirements.txt", False)


# Heroku, as far as it can be had without it


async def test_the_procfile_runs_with_what_heroku_sets(
    empty_postgres_url: str, tmp_path: Path
) -> None:
    """One release, then web and worker; or both in one dyno, by the line of the page."""
    program = needs("redis-server", "apt-get install redis-server")
    needs("openssl", "apt-get install openssl")
    lines = dict(re.findall(r"^(\w+): (.+)$", (process.ROOT / "Procfile").read_text(), re.M))
    one_dyno = re.search(r"`web: (.+ run)`", HEROKU)
    assert one_dyno
    slack = await LocalSlack.start(manifest=manifest.manifest())
    async with a_redis(program, tmp_path, tls=True) as keys:
        given = {
            **{n: v for n, v in environment_for(slack, "", tmp_path).items() if "SLACK" in n},
            "DATABASE_URL": empty_postgres_url.replace("postgresql", "postgres", 1),
            "REDIS_URL": keys,
            "AMP_KEYS": "$REDIS_URL?ssl_cert_reqs=none",
            "AMP_SECRET": "long enough for it",
            "DYNO": "web.1",
            "PORT": "0",
            "WORKER_PORT": "0",
        }
        try:
            for line in (lines["release"], lines["web"], lines["worker"], one_dyno[1]):
                running = await _dyno(line, given, tmp_path)
                if line != lines["release"]:
                    await running.ready()
                    running.popen.terminate()
                assert await running.ends() == 0, running.words
        finally:
            await slack.close()


HEROKU = OPERATING.partition("## Heroku and its like")[2].partition("\n## ")[0]


async def _dyno(line: str, given: dict[str, str], folder: Path) -> process.Process:
    """Start a line of a Procfile: settings first, then `python -m bot` and a command."""
    words = line.split()
    own = dict(word.split("=", 1) for word in words if "=" in word)
    program, *command = [word for word in words if "=" not in word]
    assert [program, *command[:2]] == ["python", "-m", "bot"]
    return await process.start(*command[2:], environment={**given, **own}, folder=folder)


def test_who_runs_the_procfile_at_home_is_told_what_to_name() -> None:
    """`honcho start` alone would run the release as a process, and end with it."""
    lines = set(re.findall(r"^(\w+): ", (process.ROOT / "Procfile").read_text(), re.MULTILINE))
    told = re.search(r"`honcho start ([\w ]+)`, after `honcho run amp (\w+)`", HEROKU)
    assert told
    assert set(told[1].split()) == lines - {"release"}
    assert f"release: python -m bot {told[2]}\n" in (process.ROOT / "Procfile").read_text()


def test_the_page_sets_on_heroku_what_the_processes_were_tried_with() -> None:
    """In single quotes, so that no shell puts nothing in the place of the variable."""
    assert "AMP_KEYS='$REDIS_URL?ssl_cert_reqs=none'" in HEROKU
    for name in ("DATABASE_URL", "REDIS_URL", "PORT", "DYNO"):
        assert re.search(rf"^\| `{name}\b", HEROKU, re.MULTILINE)


# Upgrading


def test_the_changelog_says_which_tables_each_version_brings() -> None:
    """Every migration belongs to one version, in their order, and none is left out."""
    parts = re.split(r"^## ", (process.ROOT / "CHANGELOG.md").read_text(), flags=re.MULTILINE)[1:]
    told = [re.search(r"\(tables (\d{4})(?: to (\d{4}))?\)", part) for part in reversed(parts)]
    brought = [
        f"{number:04}"
        for found in told
        if found
        for number in range(int(found[1]), int(found[2] or found[1]) + 1)
    ]
    there = sorted(path.name[:4] for path in (process.ROOT / "alembic/versions").glob("0*.py"))
    assert None not in told
    assert brought == there
