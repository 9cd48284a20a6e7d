"""Cloth as it is drawn: its colours, and stripes and checks as bands that run with the grain round the
body and close up where it turns away, 1:1 at the centre. All else is laid on by `tiling`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from measurements.figure.curves import (
    Curve,
    Point,
    back,
    bowed,
    joined,
    number,
    path_data,
    spline,
)
from patterns.specs import FabricSpec

from .conventions import Panel
from .worn import Worn

STRIPE = (14.0, 4.0)  # repeat and width of a stripe, mm
CHECK = (20.0, 7.0)  # repeat and width of a check's bands, mm
"""Of cloth that does not say: such as was ordered before cloths did."""

STRAIGHT = 0.3
"""A stripe that bends by less than this between two heights is drawn straight there, mm."""

Rgb = tuple[float, float, float]


def rgb(colour: str) -> Rgb:
    return (int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255)


def hexed(colour: Rgb) -> str:
    return "#" + "".join(f"{round(min(max(c, 0), 1) * 255):02x}" for c in colour)


def mixed(one: str, other: str, share: float) -> str:
    """`one` with `share` (0..1) of the other colour in it."""
    a, b = rgb(one), rgb(other)
    return hexed((
        a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share,
    ))  # fmt: skip


def lightness(colour: str) -> float:
    """Relative luminance as WCAG reckons it, 0 (black) to 1 (white)."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a drawing of one cloth. `base` is what lies lowest: under lace, its lining; `double`
    is cloth that lies on its own like, such as a collar's."""

    base: str
    double: str
    inside: str
    lining: str
    outline: str
    inner: str
    stitch: str
    motif: str
    shade: float
    light: float


def bands(fabric: FabricSpec) -> tuple[float, float]:
    """The repeat of a stripe or check and how broad each band is, mm."""
    if fabric.repeat:
        return (fabric.repeat, fabric.band)
    return STRIPE if fabric.pattern == "stripe" else CHECK


def palette(fabric: FabricSpec) -> Palette:
    """Lines are dark on light cloth and lighter than the cloth on dark."""
    base = fabric.colour
    light = lightness(base)
    dark = light < 0.11
    second = fabric.second_colour or mixed(base, "#ffffff" if dark else "#000000", 0.35)
    inner = mixed(base, "#ffffff", 0.30) if dark else mixed(base, "#14100e", 0.66)
    stitch = mixed(base, "#ffffff", 0.24) if dark else mixed(base, "#14100e", 0.45)
    if fabric.pattern == "denim":
        stitch = fabric.second_colour or "#c98f4e"
    return Palette(
        base=second if fabric.pattern == "lace" else base,
        double=mixed(base, "#14100e", 0.12) if fabric.pattern == "lace" else base,
        lining=second if fabric.pattern == "lace" else mixed(base, "#efe6d8", 0.42),
        inside=mixed(base, "#8c8178" if dark else "#4a4038", 0.45 if dark else 0.34),
        outline=mixed(base, "#0d0b0a", 0.72 if dark else 0.76),
        inner=inner,
        stitch=stitch,
        motif=second,
        shade=1.55 if dark else 1.15 if light < 0.4 else 0.85,
        light=0.8 if dark else 1.0 if light < 0.4 else 1.5,
    )


def motif(worn: Worn, panel: Panel, fabric: FabricSpec, colours: Palette, prefix: str) -> str:
    """A panel's stripes or checks as SVG, to be clipped to the panel; empty for other cloth."""
    if fabric.pattern not in ("stripe", "check"):
        return ""
    repeat, wide = bands(fabric)
    check = fabric.pattern == "check"
    if panel.grain is not None:
        return _straight(panel, repeat, wide, colours.motif, check=check)
    if not check:
        return _lengthwise(worn, panel, repeat, wide, colours.motif, 1.0, prefix)
    return _lengthwise(worn, panel, repeat, wide, colours.motif, 0.5, prefix) + _crosswise(
        worn, panel, repeat, wide, colours.motif, 0.5
    )


def _straight(panel: Panel, repeat: float, wide: float, colour: str, *, check: bool) -> str:
    """Stripes or checks that run straight along a panel's own grain."""
    assert panel.grain is not None
    (x, y), turn = panel.grain
    angle = radians(turn)
    corners = [(p[0] - x, p[1] - y) for cubic in panel.curve for p in cubic]
    across = [px * cos(angle) + py * sin(angle) for px, py in corners]
    down = [py * cos(angle) - px * sin(angle) for px, py in corners]
    left, right, top, low = min(across), max(across), min(down), max(down)
    bars = "".join(
        f"M{number(n * repeat)} {number(top)}V{number(low)}"
        for n in range(int(left // repeat), int(right // repeat) + 2)
    )
    if check:
        bars += "".join(
            f"M{number(left)} {number(n * repeat)}H{number(right)}"
            for n in range(int(top // repeat), int(low // repeat) + 2)
        )
    faint = ' stroke-opacity=".5"' if check else ""
    return (
        f'<path transform="translate({number(x)} {number(y)}) rotate({turn:.1f})" d="{bars}" '
        f'stroke="{colour}" stroke-width="{number(wide)}"{faint}/>'
    )


def _lengthwise(
    worn: Worn, panel: Panel, repeat: float, wide: float, colour: str, opacity: float, prefix: str
) -> str:
    """Bands along the grain at whole repeats from the centre, as far as the side seam: each as
    broad as the turn of the cloth lets it be seen."""
    ys = [point[1] for cubic in panel.curve for point in (cubic[0], cubic[3])]
    top, low = round(min(ys)) - 3, round(max(ys)) + 8
    count = max(2, round((low - top) / 165))
    heights = [round(top + (low - top) * i / count) for i in range(count + 1)]
    x = number(wide / 2)
    middle = f'<path d="M-{x} {top}H{x}V{low}H-{x}Z" fill="{colour}" fill-opacity="{opacity:g}"/>'
    bands: list[str] = []
    at = repeat
    while band := _band(worn, at - wide / 2, at + wide / 2, heights):
        bands.append(_brief(band))
        at += repeat
    name = f"{prefix}-grain"
    return (
        f'{middle}<path id="{name}" d="{"".join(bands)}" fill="{colour}" '
        f'fill-opacity="{opacity:g}"/><use href="#{name}" transform="scale(-1 1)"/>'
    )


def _lowest(panel: Panel) -> float:
    return max(point[1] for cubic in panel.curve for point in (cubic[0], cubic[3]))


def _brief(band: Curve) -> str:
    """A closed path by its steps, half as long as by its places: x to a tenth of a mm, y to a whole one,
    which is not to be seen in a stripe that runs down; all but straight stretches as lines."""
    (ax, ay), *_ = band[0]
    x, y = round(ax * 10), round(ay)
    parts = [f"M{number(x / 10)} {y}"]
    for a, b, c, d in band:
        steps = [(round(px * 10) - x, round(py) - y) for px, py in (b, c, d)]
        bend = max(abs(p[0] - a[0] - (d[0] - a[0]) * t) for p, t in ((b, 1 / 3), (c, 2 / 3)))
        if bend < STRAIGHT:
            parts.append(f"l{number(steps[2][0] / 10)} {steps[2][1]}")
        else:
            parts.append("c" + " ".join(f"{number(dx / 10)} {dy}" for dx, dy in steps))
        x, y = x + steps[2][0], y + steps[2][1]
    return "".join(parts) + "z"


def _band(worn: Worn, inner: float, outer: float, heights: Sequence[float]) -> Curve:
    """One band between two threads, open-ended above and below; empty past the widest place."""
    left: list[Point] = []
    right: list[Point] = []
    for y in heights:
        a, b = worn.lie(inner, y), worn.lie(outer, y)
        if a is not None:
            left.append((a, y))
            # past the side seam the clip cuts it anyhow
            right.append((b if b is not None else worn.side.at(y) + 3, y))
    edge = max(worn.figure.shoulder_point[0], *worn.side.x) + 5
    if not left or min(x for x, _ in left) > edge:
        return []
    if left[0][1] > heights[0]:
        # it begins on the side seam, somewhere above
        low = left[0][1]
        high = heights[heights.index(low) - 1]
        for _ in range(4):
            y = (high + low) / 2
            high, low = (y, low) if worn.lie(inner, y) is None else (high, y)
        left.insert(0, (worn.side.at(low), low))
        right.insert(0, (worn.side.at(low) + 3, low))
    return joined(spline(left), back(spline(right)))


def _crosswise(
    worn: Worn, panel: Panel, repeat: float, wide: float, colour: str, opacity: float
) -> str:
    """Bands across the grain, counted from the waist, bowed as level lines are."""
    top = panel.level[0]
    first = int((top - 60 - worn.waist) // repeat)
    last = int((_lowest(panel) + 8 - worn.waist) // repeat)
    lines: Curve = []
    for step in range(first, last + 1):
        y = worn.waist + step * repeat
        half = worn.side.at(min(max(y, worn.side.y[0]), worn.side.y[-1])) + 2
        if y < worn.underarm:
            half = max(half, worn.figure.shoulder_point[0])
        lines.append(bowed((-half, y), (half, y), worn.sag(y)))
    return (
        f'<path d="{path_data(lines)}" fill="none" stroke="{colour}" '
        f'stroke-width="{number(wide)}" stroke-opacity="{opacity:g}"/>'
    )
