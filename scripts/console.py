"""How the scripts speak: plain lines, and one clear line instead of a traceback."""

from __future__ import annotations

import sys
from typing import NoReturn


def say(line: str) -> None:
    print(line, flush=True)


def stop(line: str) -> NoReturn:
    """End with exit status 1 and one line that says what to do."""
    print(line, file=sys.stderr, flush=True)
    raise SystemExit(1)
