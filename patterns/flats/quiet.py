"""What the figure wears beside the garment: above a skirt a plain sleeveless top, below a top a plain
skirt, under lace a slip of both; drawn as lightly as can be."""

from __future__ import annotations

from math import inf

from measurements.figure import Look
from measurements.figure.curves import Curve, Profile, back, both_sides, joined, mirror, path_data

from .worn import Worn

SHORTER = 45.0
"""How far a slip ends above the hem that it is worn under, mm, our own."""
BELOW = 6.0
"""How far below the knee's middle her skirt ends, mm."""
ROOM = 18.0
"""How far below the bust's line a skirt must begin for it to be drawn, mm, our own."""


def top(worn: Worn, look: Look) -> str:
    """A soft off-white top, tucked into the skirt."""
    lines, _ = worn.once(_top)
    data = path_data(top_outline(worn), close=True)
    drawn = path_data(lines) + path_data(mirror(lines))
    hint = "" if worn.view == "back" else _bust(worn)
    return (
        f'<path d="{data}" fill="#ece5da"/>'
        f'<path d="{drawn}" fill="none" stroke="{look.line}" stroke-opacity=".65" '
        f'stroke-width="1.6" stroke-linejoin="round"/>{hint}'
    )


def top_outline(worn: Worn) -> Curve:
    """The top's outline, closed."""
    lines, waist = worn.once(_top)
    return both_sides(joined(lines, waist))


def _top(worn: Worn) -> tuple[Curve, Curve]:
    """The top's right half from the neck over the shoulder down the side, and its waist in to the centre."""
    figure, level = worn.figure, worn.level
    nx, ny = figure.shoulder_at(30.0)
    sx, sy = figure.shoulder_at(92.0)
    deep = level["pit"] + (34.0 if worn.view == "front" else -34.0)
    axilla = level["axilla"] + 3
    neck: Curve = [
        ((0.0, deep), (nx * 0.66, deep), (nx * 0.98, ny + 0.5 * (deep - ny)), (nx, ny - 3))
    ]
    strap: Curve = [((nx, ny - 3), (nx + 20, ny + 4), (sx - 20, sy - 10), (sx, sy - 3))]
    # over the crease of her armpit, and on down her side without a hook
    edge, drop = figure.half_at(axilla), axilla - sy
    armhole: Curve = [
        ((sx, sy - 3), (sx - 8, sy + 0.42 * drop), (edge + 3, axilla - 0.34 * drop), (edge, axilla))
    ]
    side = figure.outer.curve(axilla, worn.waist)
    half = min(worn.side.at(worn.waist) - 3, figure.halves["waist"] + 3)
    sag = worn.sag(worn.waist)
    waist: Curve = [
        (
            (half, worn.waist),
            (half * 0.67, worn.waist + sag * 0.67),
            (half / 3, worn.waist + sag),
            (0.0, worn.waist + sag),
        )
    ]
    return joined(neck, strap, armhole, side), waist


def skirt(worn: Worn, look: Look, low: float = inf) -> str:
    """A soft off-white skirt, to the knee but no lower than `low`."""
    figure, level = worn.figure, worn.level
    hip = level["hip"]
    knee = min(level["knee"] + BELOW, max(low, hip + 60))
    # some are broadest below the hip
    wide = 5 + max(
        figure.half_at(hip + share * (knee - hip)) for share in (0.0, 0.1, 0.2, 0.3, 0.4)
    )
    side = Profile([
        (figure.halves["waist"] + 2, level["waist"]), (figure.halves["navel"] + 3, level["navel"]),
        (max(wide - 4, figure.halves["hip"] + 5), hip), (wide, hip + 0.25 * (knee - hip)),
        (wide - 3, (hip + knee) / 2), (wide - 12, knee),
    ])  # fmt: skip
    sag = worn.sag(knee)
    x = side.at(knee)
    hem: Curve = [
        ((x, knee), (x * 0.67, knee + sag * 0.67), (x / 3, knee + sag), (0.0, knee + sag))
    ]
    line = side.curve(level["waist"], knee)
    data = path_data(both_sides(joined(line, hem)), close=True)
    drawn = path_data(joined(line, hem)) + path_data(mirror(joined(line, hem)))
    return (
        f'<path d="{data}" fill="#ece5da"/>'
        f'<path d="{drawn}" fill="none" stroke="{look.line}" stroke-opacity=".65" '
        f'stroke-width="1.6" stroke-linejoin="round"/>'
    )


def low(worn: Worn) -> float:
    """How low her skirt hangs."""
    return worn.level["knee"] + BELOW


def _bust(worn: Worn) -> str:
    """Two short soft lines below the bust, where there is room for them above the skirt."""
    x, y = worn.figure.bust_point, worn.level["bust"] + 34
    if y + 12 + ROOM > worn.side.y[0]:
        return ""
    under: Curve = [((x - 34, y - 4), (x - 16, y + 12), (x + 12, y + 12), (x + 30, y - 6))]
    data = path_data(under) + path_data(back(mirror(under)))
    return (
        f'<path d="{data}" fill="none" stroke="#b9ab9c" stroke-opacity=".5" stroke-width="1.6" '
        'stroke-linecap="round"/>'
    )
