"""Where the tape goes: the figure with a line for each of the four. Knows no Django."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from measurements.body import Body
from measurements.figure import drawing, figure_for
from measurements.figure.curves import number

_INK: Final = "#8a2f2b"  # the accent of static/css/tokens.css
_LABELS: Final[Mapping[str, str]] = {"bust": "Bust", "waist": "Waist", "hip": "Hip"}
_SAG: Final = 0.045  # how far the tape's front hangs under its ends, of its half-width


def taping_picture(body: Body) -> str:
    """An <svg> of `body` seen from the front, the tape drawn round bust, waist and hip and the
    height beside it. In words for those who do not see it: the fields' own how-to."""
    figure = figure_for(body)
    height = figure.height
    reach = figure.arm.wrist[0] + 0.04 * height
    parts = [drawing(figure, "front", prefix="tape-")]
    for level, label in _LABELS.items():
        parts.append(
            _tape(figure.half_at(figure.levels[level]), figure.levels[level], reach, label)
        )
    parts.append(_height(reach, height))
    left, width = -reach - 0.09 * height, 2 * reach + 0.27 * height
    box = " ".join(number(v) for v in (left, -0.02 * height, width, 1.05 * height))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img" '
        'aria-label="Where the tape goes round: bust, waist and hip, all level, and the height '
        'from floor to crown">' + "".join(parts) + "</svg>"
    )


def _tape(half: float, y: float, reach: float, label: str) -> str:
    dip = 2 * _SAG * half + 8
    front = f"M{number(-half)} {number(y)}Q0 {number(y + 2 * dip)} {number(half)} {number(y)}"
    leader = f"M{number(half + 6)} {number(y)}H{number(reach + 8)}"
    return (
        f'<path d="{front}" fill="none" stroke="{_INK}" stroke-width="7" stroke-linecap="round"/>'
        f'<path d="{leader}" fill="none" stroke="{_INK}" stroke-width="2.5" '
        f'stroke-dasharray="3 9" stroke-linecap="round"/>{_word(reach + 20, y + 15, label)}'
    )


def _height(reach: float, height: float) -> str:
    x = -reach - 0.045 * height
    ends = "".join(f"M{number(x - 14)} {number(y)}H{number(x + 14)}" for y in (0.0, height))
    turned = f'transform="rotate(-90 {number(x)} {number(0.62 * height)})"'
    return (
        f'<path d="M{number(x)} 0V{number(height)}{ends}" fill="none" stroke="{_INK}" '
        f'stroke-width="2.5"/>{_word(x, 0.62 * height - 18, "Height", turned)}'
    )


def _word(x: float, y: float, text: str, more: str = "") -> str:
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="58" fill="{_INK}" '
        f'class="tape-word" {more}>{text}</text>'
    )
