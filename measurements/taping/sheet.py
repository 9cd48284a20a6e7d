"""All pictures on one sheet, for looking at."""

from __future__ import annotations

import re
from html import escape
from math import ceil

from measurements.body import Body
from measurements.definitions import DEFINITIONS

from .picture import picture

UNSAID = re.compile("<title>.*</desc>")  # the label below says it
ACROSS, WIDE, TALL, ROOM = 9, 240, 300, 34


def sheet(body: Body) -> str:
    """An <svg> with a picture of each measurement and its label below it."""
    down = ceil(len(DEFINITIONS) / ACROSS)
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {ACROSS * (WIDE + 20) + 20} {down * (TALL + ROOM) + 20}">'
        '<rect width="100%" height="100%" fill="#f8f4ec"/>'
    ]
    for i, (name, definition) in enumerate(DEFINITIONS.items()):
        x, y = 20 + i % ACROSS * (WIDE + 20), 20 + i // ACROSS * (TALL + ROOM)
        placed = f'<svg x="{x}" y="{y}" width="{WIDE}" height="{TALL}" '
        nested = UNSAID.sub("", picture(name, body)).replace("<svg ", placed, 1)
        parts.append(nested)
        parts.append(
            f'<text x="{x}" y="{y + TALL + 18}" font-size="15" font-family="serif" '
            f'fill="#221e1a">{escape(definition.label)}</text>'
        )
    return "".join([*parts, "</svg>"])
