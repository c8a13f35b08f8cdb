PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1

.PHONY: demo test bench readme lock

demo: $(READY)
	mkdir -p demo
	$(BIN)/dateline code examples/ferry.txt --published 2024-05-16 --format table
	$(BIN)/dateline code examples/ferry.txt --published 2024-05-16 --format html > demo/report.html
	@echo "the page is in demo/report.html"

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dateline lexicon check
	$(BIN)/python -m pytest

bench: $(READY)
	$(BIN)/python benchmarks/speed.py

readme: $(READY)
	$(BIN)/python scripts/show_sample.py
	$(BIN)/dateline schema > docs/record.schema.json

lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --quiet --output-file requirements.lock

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(READY)
