# The commands a user and the build run; each sets up .venv by itself.
PYTHON ?= python3
GOLD ?= ../shared/gold
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help setup demo test check eval bench lock clean

help: ## what each target does
	@grep -hE '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

setup: $(READY) ## make .venv with everything that is needed

$(READY): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dragoman needs Python 3.11 or newer, this is " + sys.version.split()[0] + "; name another with make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY) ## read the example page into a ledger and print the brief
	@rm -rf build/demo-ledger
	@$(BIN)/dragoman read examples/page.html --ledger build/demo-ledger

test: $(READY) ## run the tests
	$(BIN)/python -m pytest -n 2

check: $(READY) ## lint, types, layers, data files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dragoman check

eval: $(READY) ## score every gold set under GOLD (default ../shared/gold) and hold the floors
	$(BIN)/python -m tools.evaluate --gold $(GOLD)

bench: $(READY) ## words a second beside bare spaCy, in one run
	$(BIN)/python -m tools.bench --gold $(GOLD)
	$(BIN)/python -m tools.bench_actors --gold $(GOLD)
	$(BIN)/python -m tools.bench_events --gold $(GOLD)

lock: ## write requirements.lock anew from pyproject.toml
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --extra dev --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header -o requirements.lock pyproject.toml

clean: ## remove what the commands made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
