"""`python -m bench [NAME] [--women FILE.csv] [--json]`: one bench, or each in a process of its own.

`--women` names measured women, in the form of shared/data, for the benches that try the store's figures on
them; without it they take those beside the checkout and say so where there are none.
"""

from __future__ import annotations

import argparse
import importlib
import json
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.measuring import Row, table
from bench.women import BESIDE

BENCHES = {
    "peers": "measurements to drawn pieces, beside FreeSewing's, ms",
    "cold": "a process' first draft",
    "drafting": "draft and SVG per template, without Django",
    "flats": "every template's flat on measured women, ms and KB",
    "studio": "a change over HTTP, one worker",
    "pages": "catalogue and product over HTTP, one worker",
    "documents": "spec sheet and pattern",
    "slips": "slips planted and found, false alarms, %",
    "worth": "worth taking next against a fixed order, mm off",
    "estimates": "what is estimated of measured women, mm off",
}


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    asked.add_argument("name", nargs="?", choices=BENCHES, help="all of them without it")
    asked.add_argument("--json", action="store_true", help="as JSON instead of a table")
    asked.add_argument("--women", type=Path, default=BESIDE, help="a CSV of measured women")
    arguments = asked.parse_args()
    if arguments.name is None:
        return _all(arguments.json, arguments.women)
    rows, said = _run(arguments.name, arguments.women)
    if arguments.json:
        data = {"bench": arguments.name, "rows": [row.to_dict() for row in rows]}
        print(json.dumps({**data, **said}))
    else:
        about = f"Python {platform.python_version()}, {platform.machine()}"
        print(f"{arguments.name}: {BENCHES[arguments.name]} ({about})\n{table(rows)}", flush=True)
        for name, value in said.items():
            if not isinstance(value, list | dict):
                number = f"{value:.3f}" if isinstance(value, float) else value
                print(f"  {name.replace('_', ' ')}: {number}", flush=True)
    return 0


def _run(name: str, women: Path) -> tuple[list[Row], dict[str, Any]]:
    """A bench's rows, and what it says of them all: `report(women)` where it needs women, else `run()`
    and `summary(rows)`."""
    bench = importlib.import_module(f"bench.{name}")
    if hasattr(bench, "report"):
        if not women.exists():
            return [], {"said": f"There is no {women}: name a file of measured women by --women."}
        reported: tuple[list[Row], dict[str, Any]] = bench.report(women)
        return reported
    rows: list[Row] = bench.run()
    summary = getattr(bench, "summary", None)  # what a bench says of all its rows
    return rows, summary(rows) if summary else {}


def _all(as_json: bool, women: Path) -> int:
    """Each bench in an interpreter of its own, so that none warms up another."""
    found, status = [], 0
    for name in BENCHES:
        command = [
            sys.executable,
            "-m",
            "bench",
            name,
            f"--women={women}",
            *(["--json"] if as_json else []),
        ]
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
