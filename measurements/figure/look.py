"""How a figure looks: its colours, its hair, and how its lines are stroked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .curves import Curve, path_data

View = Literal["front", "back"]


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of a figure and the shape of its hair."""

    skin: str = "#ecd9cb"
    shade: str = "#c49d86"
    line: str = "#7d6050"
    hair: str = "#5a463c"
    hair_light: str = "#94796a"
    hair_shape: Literal["knot", "none"] = "knot"


QUIET = Look()


def strokes(curves: Sequence[Curve], colour: str, width: float, opacity: float = 1) -> str:
    data = "".join(path_data(curve) for curve in curves)
    faint = f' stroke-opacity="{opacity:g}"' if opacity < 1 else ""
    return (
        f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width:g}"{faint} '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )
