#!/bin/sh
# Everything about the code that no test runs; the first that fails ends it.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin

echo "ruff: style" && $bin/ruff check .
echo "ruff: layout" && $bin/ruff format --check .
echo "mypy: types" && $bin/mypy
echo "import-linter: which room may know which" && $bin/lint-imports
echo "migrations: the models and the database agree" &&
    DJANGO_SETTINGS_MODULE=config.settings.test $bin/python manage.py makemigrations --check --dry-run
# Values of the right form that belong to nobody: the check reads settings, it opens nothing.
echo "deployment: production settings" &&
    DJANGO_SETTINGS_MODULE=config.settings.production \
    TOILE_VAR="$(mktemp -d)" \
    SECRET_KEY="$($bin/python -c 'import secrets; print(secrets.token_urlsafe(60))')" \
    TOILE_DATA_KEYS="$($bin/python -c 'import base64, secrets; print(base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())')" \
    DATABASE=sqlite:///unused.sqlite3 PAYMENT_PROVIDER=till \
    ALLOWED_HOSTS=toile.example SITE_URL=https://toile.example \
    $bin/python manage.py check --deploy --fail-level WARNING
