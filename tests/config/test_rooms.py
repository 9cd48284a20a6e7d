"""Drafting, drawing and measuring run without Django: each such module, also those yet to come."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# The parts of the two rooms that belong to the database, the admin and the web.
WITH_DJANGO = {
    "patterns": {
        "admin", "apps", "blocks", "choices", "faults", "management", "migrations", "models",
        "prices", "templatetags", "tiles",
    },
    "measurements": {
        "answering", "apps", "forms", "keeping", "laying_out", "management", "migrations", "models",
        "overview", "pages", "profile_forms", "profile_views", "profiles", "twice_views", "urls", "views",
        "way_forms", "way_views",
    },
}  # fmt: skip
IMPORT_ALL = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
    loaded = sorted({m.split(".")[0] for m in sys.modules} & {"django", "wagtail"})
    assert not loaded, f"{name} loads {loaded}"
"""


def free_modules() -> list[str]:
    names = []
    for room, with_django in WITH_DJANGO.items():
        for path in sorted((ROOT / room).rglob("*.py")):
            parts = path.relative_to(ROOT / room).with_suffix("").parts
            if parts[0] not in with_django:
                names.append(".".join((room, *parts)).removesuffix(".__init__"))
    return names


def test_no_django_is_loaded() -> None:
    names = free_modules()
    assert "patterns.specs" in names
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
