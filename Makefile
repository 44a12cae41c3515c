# Each target sets up all that it needs in .venv; nothing is installed elsewhere.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types floors check data format vocabulary reference bench clean

demo: $(VENV)/.package
	@$(BIN)/disclosure-registry match tudiabetes \
	  "I run digital campaigns at sanofi-aventis US. What I write here is my own view and not that of any company." \
	  --declared-in profile --activity post --country US

test: $(VENV)/.dev
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

floors: $(VENV)/.dev
	$(BIN)/lint-imports

check: lint types floors
	$(BIN)/python tools/vocabulary.py --check
	$(BIN)/python tools/odrl.py --check
	$(BIN)/python tools/reference.py --check
	$(BIN)/python tools/coverage.py --check

data: $(VENV)/.dev
	$(BIN)/disclosure-registry validate data

format: $(VENV)/.dev
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

vocabulary: $(VENV)/.dev
	$(BIN)/python tools/vocabulary.py
	$(BIN)/python tools/odrl.py
	$(BIN)/python tools/reference.py
	$(BIN)/python tools/coverage.py

bench: $(VENV)/.bench
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/decision.py
	$(BIN)/python benchmarks/reader.py
	$(BIN)/python benchmarks/matrix.py

clean:
	rm -rf $(VENV) dist build

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.package: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.package
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

$(VENV)/.bench: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --group bench
	@touch $@
