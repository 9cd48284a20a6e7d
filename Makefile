# Toile. `make run` serves the store on this machine, `make test` proves it; README.md says more.

PORT ?= 8000
ARGS ?=
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin

.PHONY: help run setup test lint format bench proof clean python test-setup
MAKEFLAGS += --no-print-directory
unexport PYTHONDONTWRITEBYTECODE # or each of the many processes would compile Django anew: seconds each

help: ## say what can be asked for
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' $(firstword $(MAKEFILE_LIST))

run: python ## serve the store, its worker and the demo catalogue; PORT=8000
	@exec $(PYTHON) scripts/run.py $(PORT)

setup: python ## bring in all that is needed; quick when nothing changed
	@$(PYTHON) scripts/setup.py

test: test-setup ## run every test; ARGS="-k hem" narrows them
	@$(BIN)/pytest -n auto $(ARGS)

lint: test-setup ## style, types, imports between rooms, migrations, deployment
	@sh scripts/lint.sh

format: test-setup ## lay the code out as `make lint` wants it
	@$(BIN)/ruff check --fix . && $(BIN)/ruff format .

bench: setup ## time drafting, studio and documents; python -m bench NAME for one
	@$(BIN)/python -m bench $(ARGS)

proof: setup ## draft each template for 1,104 women and 1,000 larger ones and check each draft; some 40 minutes
	@women=../shared/data/women_1988.csv; test -f $$women || women=1104; status=0; \
	$(BIN)/python manage.py proof --all --women $$women --pairs 100 --sets 20 $(ARGS) || status=1; \
	$(BIN)/python manage.py proof --all --women larger:1000 --pairs 0 $(ARGS) || status=1; \
	exit $$status

clean: ## take away what was installed; var/ (database, logins, secrets) stays
	@rm -rf .venv .tools var/static var/furnished var/test-media var/test.sqlite3* var/setup.stamp

python:
	@if [ -z "$(PYTHON)" ]; then echo "Toile needs Python 3.11 or newer (Debian: apt-get install python3)." >&2; exit 1; fi

test-setup: python
	@$(PYTHON) scripts/setup.py --tests
