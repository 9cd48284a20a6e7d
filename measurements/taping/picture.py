"""One measurement's picture: the part concerned, large, with the tape on it; the whole figure, small."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import Final

from measurements.body import Body
from measurements.definitions import DEFINITIONS, Definition
from measurements.figure.curves import Curve, Point, number, path_data

from .rules import tape_for
from .stage import Shape, Stage, sampled, stage_for
from .tapes import Tape

# Colours of static/css/tokens.css: accent, paper-light, paper-deep, line.
ACCENT, LIGHT, DEEP, HAIR = "#8a2f2b", "#fdfbf6", "#efe8db", "#d8cfbf"
WIDE_TO_TALL: Final = 0.8
LEAST_WIDE: Final = 330.0  # mm shown across, however small the part
ROOM, SIDE_ROOM = 1.7, 2.3  # how much is shown, of what the tape takes up
INSET, MOST_WITH_INSET = 0.30, 0.62
"""The small whole figure's height, of the picture's; where so much of her is shown there is none."""
_SEEN: Final = {"front": "from the front", "back": "from the back", "side": "from the side"}

Box = tuple[float, float, float, float]


def picture(name: str, body: Body) -> str:
    """An <svg> of the measurement `name` on this body; it has no ids, so many stand on one page."""
    definition = DEFINITIONS[name]
    stage = stage_for(body, definition.view, name == "seated_rise")
    tape = tape_for(name, stage)
    x, y, wide, tall = box = crop(stage, tape)
    unit = wide / 100
    alone = bool(tape.extra)  # a thing that is measured without her
    inset = not alone and tall < MOST_WITH_INSET * stage.figure.height
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{_numbers(box)}" role="img">',
        f"<title>{escape(_title(definition))}</title><desc>{escape(definition.how)}</desc>",
        f'<path d="M{number(x)} {number(y)}h{number(wide)}v{number(tall)}h-{number(wide)}Z" '
        f'fill="{LIGHT}"/>',
        "" if alone else _figure(stage.shapes, box, unit),
        _laid(tape, unit),
        _inset(stage, tape, box, unit) if inset else "",
        "</svg>",
    ]
    return "".join(parts)


def _title(definition: Definition) -> str:
    return f"{definition.label}: where the tape lies, seen {_SEEN[definition.view]}"


def crop(stage: Stage, tape: Tape) -> Box:
    """What is shown: the tape in the middle, with as much round it as tells where it is."""
    points = [p for c in (*tape.seen, *tape.hidden, *tape.extra) for p in sampled(c)]
    points += [p for guide in tape.guides for p in guide]
    left, right, top, bottom = _bounds(points)
    height = stage.figure.height
    room = ROOM if stage.side is None or tape.extra else SIDE_ROOM
    least = 0.0 if tape.extra else LEAST_WIDE
    tall = max(room * (bottom - top), room * (right - left) / WIDE_TO_TALL, least / WIDE_TO_TALL)
    if tall > 0.8 * height:  # then rather all of her
        tall = 1.12 * height
        top, bottom = -0.02 * height, 1.04 * height
    wide = tall * WIDE_TO_TALL
    return ((left + right - wide) / 2, (top + bottom - tall) / 2, wide, tall)


def _figure(shapes: Iterable[Shape], box: Box, unit: float) -> str:
    shown = [shape for shape in shapes if _meets(shape.bounds, box)]
    parts: list[str] = []
    for (fill, stroke, opacity, thin), alike in groupby(shown, key=lambda s: s.style):
        width = (0.32 if thin else 0.45) * unit
        curves = [shape.curve for shape in alike]
        if fill == "none":  # of a line only the stretches that are seen
            curves = [[c for c in curve if _meets(_bounds(c), box)] for curve in curves]
        parts.append(_path(curves, fill, width, stroke, opacity))
    return "".join(parts)


def _meets(bounds: tuple[float, float, float, float], box: Box) -> bool:
    left, right, top, bottom = bounds
    x, y, wide, tall = box
    return left < x + wide and right > x and top < y + tall and bottom > y


def _laid(tape: Tape, unit: float) -> str:
    """The tape: light, edged and ticked in the accent; dashed where she hides it."""
    width = 2.6 * unit
    parts = [_path([c], "#f3e7da", 0.55 * unit, "#5d554b") for c in tape.extra]
    for a, b in tape.guides:
        d = f"M{number(a[0])} {number(a[1])}L{number(b[0])} {number(b[1])}"
        dash = f"{number(unit)} {number(1.4 * unit)}"
        parts.append(
            f'<path d="{d}" stroke="{ACCENT}" stroke-width="{number(0.4 * unit)}" '
            f'stroke-dasharray="{dash}"/>'
        )
    for curve in tape.hidden:
        parts.append(
            f'<path d="{path_data(curve)}" fill="none" stroke="{ACCENT}" stroke-opacity=".55" '
            f'stroke-width="{number(0.6 * unit)}" stroke-dasharray="{number(1.8 * unit)} '
            f'{number(1.4 * unit)}"/>'
        )
    data = "".join(path_data(curve) for curve in tape.seen)
    ticks = f"{number(0.35 * unit)} {number(2 * unit)}"
    for stroke, share, more in (
        (ACCENT, 1.0, ""),
        (LIGHT, 0.70, ""),
        (ACCENT, 0.40, f' stroke-dasharray="{ticks}"'),
    ):
        parts.append(
            f'<path d="{data}" fill="none" stroke="{stroke}" stroke-width="{number(share * width)}" '
            f'stroke-linejoin="round"{more}/>'
        )
    for px, py in tape.dots:
        parts.append(
            f'<circle cx="{number(px)}" cy="{number(py)}" r="{number(1.5 * unit)}" fill="{ACCENT}" '
            f'stroke="{LIGHT}" stroke-width="{number(0.5 * unit)}"/>'
        )
    return "".join(parts)


def _inset(stage: Stage, tape: Tape, box: Box, unit: float) -> str:
    """The whole figure in the corner that is farthest from the tape, with what is shown framed."""
    x, y, wide, tall = box
    high = INSET * tall
    scale = high / (1.10 * stage.figure.height)
    half = 0.5 * 0.62 * high
    seen = [p for c in tape.seen for p in sampled(c, 3)]

    def nearest(corner: Point) -> float:
        return min((p[0] - corner[0]) ** 2 + (p[1] - corner[1]) ** 2 for p in seen)

    margin = 2.5 * unit
    corners = [
        (cx, cy)
        for cy in (y + margin + high / 2, y + tall - margin - high / 2)
        for cx in (x + wide - margin - half, x + margin + half)
    ]
    cx, cy = max(corners, key=nearest)

    def at(p: Point) -> Point:
        return (cx + scale * p[0], cy + scale * (p[1] - 0.505 * stage.figure.height))

    data = ""
    for shape in stage.shapes:
        if shape.fill == "none" or shape.opacity < 1:
            continue
        points = _thinned([at(p) for p in sampled(shape.curve, 2)], 0.025 * high)
        if _turn(points) < 0:  # all one way round, lest two of them take each other out
            points.reverse()
        data += "M" + "L".join(f"{number(px)} {number(py)}" for px, py in points) + "Z"
    left, top = at((x, y))
    frame = (
        f"M{number(max(left, cx - half))} {number(max(top, cy - high / 2))}"
        f"H{number(min(left + scale * wide, cx + half))}"
        f"V{number(min(top + scale * tall, cy + high / 2))}"
        f"H{number(max(left, cx - half))}Z"
    )
    return (
        f'<rect x="{number(cx - half)}" y="{number(cy - high / 2)}" width="{number(2 * half)}" '
        f'height="{number(high)}" rx="{number(unit)}" fill="{LIGHT}" stroke="{HAIR}" '
        f'stroke-width="{number(0.35 * unit)}"/>'
        f'<path d="{data}" fill="#c4a591"/>'
        f'<path d="{frame}" fill="none" stroke="{ACCENT}" stroke-width="{number(0.5 * unit)}"/>'
    )


def _turn(points: Sequence[Point]) -> float:
    """Twice the area within, below zero if they run anticlockwise."""
    return sum(
        a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True)
    )


def _thinned(points: Sequence[Point], least: float) -> list[Point]:
    """Without those that lie nearer than that to the one before."""
    kept = [points[0]]
    for p in points[1:]:
        if abs(p[0] - kept[-1][0]) + abs(p[1] - kept[-1][1]) >= least:
            kept.append(p)
    return kept


def _path(
    curves: Sequence[Curve], fill: str, width: float, stroke: str, opacity: float = 1.0
) -> str:
    data = "".join(path_data(c, close=fill != "none") for c in curves)
    lined = (
        f' stroke="{stroke}" stroke-width="{number(width)}" stroke-linecap="round" '
        'stroke-linejoin="round"'
        if stroke != "none"
        else ""
    )
    faint = f' opacity="{opacity:g}"' if opacity < 1 else ""
    return f'<path d="{data}" fill="{fill}"{lined}{faint}/>'


def _bounds(points: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), max(xs), min(ys), max(ys)


def _numbers(values: Sequence[float]) -> str:
    return " ".join(number(v) for v in values)
