"""A worker that stops in the middle of a document, for the test that kills it there.

Run with where to stop: "half" in the middle of a file, "row" between a file and its row. When it
has come there it says so on standard output and waits to be killed.
"""

import sys
import time
from pathlib import Path

import django
from django.core.management import call_command

django.setup()

from production import documents  # noqa: E402

whole = documents.write_whole


def stall(path: Path, content: bytes) -> None:
    if not path.name.startswith("pattern"):
        return whole(path, content)
    if sys.argv[1] == "half":
        path.with_name(path.name + ".part").write_bytes(content[: len(content) // 2])
    else:
        whole(path, content)
    print("here", flush=True)
    time.sleep(600)


documents.write_whole = stall
call_command("worker", interval=0.1)
