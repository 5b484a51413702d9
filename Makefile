# Amp: `make demo` tries it, `make test` proves it. Needs Python 3.11 or newer, nothing else.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
# Python compiles what it imports anyway; compiling all of it here would take as long again.
PIP = $(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes
# The many short-lived processes of the tests would each compile all that they import.
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help
.PHONY: help demo test check format bench calibrate privacy fuzz soak lock screenshots clean

help: ## what can be done here
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

demo: .venv/run ## try Amp in a local Slack, in the browser
	@$(BIN)/python -m bot demo $(ARGS)

test: .venv/dev ## run every test (ARGS='-k pulse' for some, ARGS='-n 0' one after the other)
	@$(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

check: .venv/dev ## lint, format check, strict types, content, and the page's JavaScript where npm is
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/python -m bot check
	@if ! command -v npm >/dev/null; then echo "The page was not linted: npm is missing."; \
	elif ! $(MAKE) --silent node_modules/.installed; then echo "The page was not linted: npm can't install its linter."; \
	else node_modules/.bin/biome lint --error-on-warnings; fi

node_modules/.installed: package-lock.json
	@npm ci --no-audit --no-fund --loglevel=error >/dev/null && touch $@

format: .venv/dev ## put the code into its one format
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

bench: .venv/dev ## measure, beside a baseline of the same run
	@$(BIN)/python -m tests.bench $(ARGS)

calibrate: .venv/dev ## simulate how often a verdict is wrong, and how often it finds a change
	@$(BIN)/python -m tests.bench.calibrate $(ARGS)

privacy: .venv/dev ## let every attacker try to learn who answered what, for 200 rounds
	@$(BIN)/python -m tests.attackers $(ARGS)

fuzz: .venv/dev ## send hostile requests to every door (ARGS=1000 for so many, ARGS='--seed 7' for the same again)
	@$(BIN)/python -m tests.fuzz $(ARGS)

soak: .venv/dev ## load, a large round and kills for ten minutes (ARGS='--minutes 1' for less)
	@$(BIN)/python -m tests.soak $(ARGS)

screenshots: .venv/dev ## take the README's pictures from the running demo
	@$(BIN)/python -m docs.screenshots

lock: .venv/dev ## pin the newest dependencies, with hashes
	@$(BIN)/uv pip compile pyproject.toml $(LOCK) -o requirements.txt
	@$(BIN)/uv pip compile pyproject.toml --group dev $(LOCK) -o requirements-dev.txt
LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command 'make lock'

clean: ## throw away what was set up here
	@rm -rf .venv node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis dist

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Amp needs Python 3.11 or newer. Install it, or say which: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv is missing. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

.venv/run: requirements.txt .venv/bin/python
	@test -e .venv/dev || echo "Setting up (once, about half a minute) ..."
	@$(PIP) -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/bin/python
	@echo "Setting up (once, about a minute) ..."
	@$(PIP) -r requirements-dev.txt
	@touch $@ .venv/run
