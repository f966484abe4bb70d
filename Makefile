# make run     install, migrate, load the gazetteer, import the sample pages, serve on 127.0.0.1:8000
# make test    install, then every check on SQLite and PostgreSQL, and the browser tests
# make coverage  which lines and branches the tests on SQLite reach
# make setup   the environment and its packages only
# make admin   make a curator's account
# make lock    pin the dependencies anew

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
DATA_DIR ?= $(CURDIR)/data
export DATA_DIR

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
# The pages that visitors see are production's, over plain HTTP on the loopback address: no traceback reaches them.
SERVE = DEBUG=0 HTTPS=0 ALLOWED_HOSTS=$(HOST),localhost SECRET_KEY="$$(cat $(DATA_DIR)/secret_key)"

.PHONY: run test setup admin lock check coverage
.DELETE_ON_ERROR:

run: setup
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_gazetteer
	@$(MANAGE) import_pages fixtures/pages --manifest fixtures/pages/manifest.csv
	@$(SERVE) $(MANAGE) collectstatic --noinput --verbosity 0
	@echo
	@echo "县闻 is at http://$(HOST):$(PORT)/  (stop it with Ctrl-C)"
	@echo "To correct what was read, make an admin user with \`make admin\`, then log in at http://$(HOST):$(PORT)/admin/"
	@$(SERVE) exec $(BIN)/gunicorn portal.wsgi --bind $(HOST):$(PORT) --workers 2 --threads 4 --log-level warning

admin: setup
	@$(MANAGE) createsuperuser

test: setup check
	$(BIN)/python -m tests.browser
	$(BIN)/pytest -n 2
	$(BIN)/python -m tests.postgres -n 2 -m "not browser"

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djhtml --check templates
	$(BIN)/mypy
	$(MANAGE) makemigrations --check --dry-run
	@DEBUG=0 ALLOWED_HOSTS=portal.example SECRET_KEY="$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))')" \
		$(MANAGE) check --deploy --fail-level WARNING

coverage: setup
	$(BIN)/coverage run -m pytest -m "not browser"
	$(BIN)/coverage report --skip-covered --sort=cover

setup: .venv/installed

.venv/installed: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name it with make PYTHON=python3.12"; exit 1; }
	@if command -v uv >/dev/null; then \
		uv venv --quiet --allow-existing --python $(PYTHON) .venv \
		&& uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock; \
	elif $(PYTHON) -m venv .venv >/dev/null 2>&1; then \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock; \
	else \
		echo "This Python can make no environment: install uv, or the package python3-venv"; exit 1; \
	fi
	@touch $@

lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-annotate --custom-compile-command "make lock" --output-file requirements.lock
