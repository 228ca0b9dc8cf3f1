# Two commands to know: `make demo` and `make test`. Everything else is for those who change the program.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Compiled modules are kept, whatever the environment says: without them every process takes twice as long to start.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo run test check bench proof format screenshots clean

$(READY): requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make demo PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	touch $(READY)

demo: $(READY)  ## everything on this machine: stand-in for Telegram, bot, chat page (PORT=, ANWEN_DATA_DIR=, FRESH=1)
	@exec $(BIN)/python -m bot demo $(if $(FRESH),--fresh,)

run: $(READY)  ## serve Telegram: ANWEN_TOKEN=… make run
	@exec $(BIN)/python -m bot run

test: $(READY)  ## all tests, on SQLite and on PostgreSQL
	$(BIN)/python -m pytest -n 2 -m "not proof" $(ARGS)

check: $(READY)  ## ruff, format, types, architecture, content
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_architecture.py
	$(BIN)/python -m checklists

bench: $(READY)  ## speed next to a bare echo and to the usual ways
	$(BIN)/python -m tests.bench $(ARGS)

proof: $(READY)  ## the long reliability proofs: kills, faults
	$(BIN)/python -m pytest -m proof tests/proof $(ARGS)

screenshots: $(READY)  ## the pictures of the README, taken while a browser walks through the demo
	ANWEN_SCREENSHOTS=docs/images $(BIN)/python -m pytest -q tests/browser

format: $(READY)
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

clean:
	find . -name __pycache__ -not -path "./$(VENV)/*" -prune -exec rm -rf {} +
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
