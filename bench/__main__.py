"""`python -m bench [NAME] [--json]`: one bench, or each in a process of its own."""

from __future__ import annotations

import argparse
import importlib
import json
import platform
import subprocess
import sys

from bench.measuring import Row, table

BENCHES = {
    "peers": "measurements to drawn pieces, beside FreeSewing's, ms",
    "cold": "a process' first draft",
    "drafting": "draft and SVG per template, without Django",
    "studio": "a change over HTTP, one worker",
    "documents": "spec sheet and pattern",
}


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    asked.add_argument("name", nargs="?", choices=BENCHES, help="all of them without it")
    asked.add_argument("--json", action="store_true", help="as JSON instead of a table")
    arguments = asked.parse_args()
    if arguments.name is None:
        return _all(arguments.json)
    bench = importlib.import_module(f"bench.{arguments.name}")
    rows: list[Row] = bench.run()
    summary = getattr(bench, "summary", None)  # what a bench says of all its rows
    if arguments.json:
        data = {"bench": arguments.name, "rows": [row.to_dict() for row in rows]}
        print(json.dumps({**data, **(summary(rows) if summary else {})}))
    else:
        about = f"Python {platform.python_version()}, {platform.machine()}"
        print(f"{arguments.name}: {BENCHES[arguments.name]} ({about})\n{table(rows)}", flush=True)
        for name, value in (summary(rows) if summary else {}).items():
            if not isinstance(value, list):
                said = f"{value:.3f}" if isinstance(value, float) else value
                print(f"  {name.replace('_', ' ')}: {said}", flush=True)
    return 0


def _all(as_json: bool) -> int:
    """Each bench in an interpreter of its own, so that none warms up another."""
    found, status = [], 0
    for name in BENCHES:
        command = [sys.executable, "-m", "bench", name, *(["--json"] if as_json else [])]
        done = subprocess.run(command, text=True, stdout=subprocess.PIPE if as_json else None)
        status = status or done.returncode
        if as_json and not done.returncode:
            found.append(json.loads(done.stdout))
        elif not as_json:
            print(flush=True)
    if as_json:
        print(json.dumps(found))
    return status


if __name__ == "__main__":
    sys.exit(main())
