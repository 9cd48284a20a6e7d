"""How a collar is drawn: a stand round the neck, leaves that lie on the shoulders, or a tie in a bow."""

from __future__ import annotations

from measurements.figure.curves import (
    Curve,
    Point,
    at,
    back,
    both_sides,
    joined,
    line,
    mirror,
    spline,
)
from patterns.components.neckline import flat as neckline
from patterns.flats import fastenings, ties
from patterns.flats.conventions import ROUND, Fold, Layers, Line, Panel, redrawn
from patterns.flats.placing import point_along
from patterns.flats.worn import Worn

NAMES = {
    "mandarin": "mandarin collar",
    "qipao": "qipao collar",
    "peter_pan": "Peter Pan collar",
    "tie_bow": "tie bow",
}
"""What each style is called, for the alt text."""


def flat(worn: Worn) -> Layers:
    """The collar's layers, front or back."""
    layers = Layers()
    style = worn.text("collar.style", "mandarin")
    if style == "peter_pan":
        _peter_pan(worn, layers)
    elif style == "tie_bow":
        width = worn.number("collar.width", 60.0)
        high = min(0.5 * width, 36.0)
        if worn.front:
            _band(worn, layers, high)
            low = neckline.front_line(worn)[-1][3][1]
            end = worn.number("collar.tie_length", 620.0)
            layers.over += ties.bow(
                (0.0, low), 0.155 * end, 0.40 * end, min(1.1 * width, 84.0), "bow"
            )
        else:
            _stand(worn, layers, high, gap=0.0, round_=0.0)
    else:
        height = worn.number("collar.height", 38.0)
        _stand(worn, layers, height, gap=0.9, round_=0.42 if style == "qipao" else 0.3)
    return layers


def _stand(worn: Worn, layers: Layers, height: float, gap: float, round_: float) -> None:
    """A band that stands on the neckline and leans to the neck; `gap` between its ends in front (half),
    which are rounded by this share of its height."""
    seam = neckline.front_line(worn) if worn.front else neckline.back_line(worn)
    low = seam[-1][3][1]
    side = _side(worn, seam[0][0], height)
    top = side[-1][3]
    if not worn.front:
        high = low - 1.04 * height
        rim = _far_edge(top, top[1] - high)
        whole = both_sides(joined(back(rim), back(side), seam))
        grain = _lengthwise(worn, (top[0], low), (0.0, low))
        layers.panels.append(Panel("collar", whole, (top[1], low), grain=grain))
        layers.both(rim, "outline", "collar")
        if worn.opening == "back":
            layers.draw([line((0.0, high), (0.0, low))], "edge", "collar_end")
    else:
        high, corner = low - 0.86 * height, round_ * height
        x = gap + corner
        # the near edge comes round from where it turns at the side
        rim = [
            (
                top,
                (top[0], top[1] + 0.46 * (high - top[1])),
                (max(0.56 * top[0], x), high),
                (x, high),
            )
        ]
        k = corner * (1.0 - ROUND)
        end: Curve = [((x, high), (gap + k, high), (gap, high + k), (gap, high + corner)),
                      line((gap, high + corner), (gap, low))]  # fmt: skip
        half = joined(side, rim, end, [line((gap, low), (0.0, low))], back(seam))
        _halves(worn, layers, half, (seam[0][0], (0.0, low)), top[1])
        _inside(layers, top, joined(rim, end), height)
        layers.both(rim, "edge", "collar_edge")
        layers.both(end, "edge", "collar_end")
        if round_ > 0.4:
            _hooks(layers, high + corner, low)
    layers.both(side, "outline", "collar")
    layers.both(seam, "seam", "collar_seam")


def _hooks(layers: Layers, top: float, low: float) -> None:
    """The two hooks and eyes that hold the ends together, edge to edge."""
    for share in (0.16, 0.66):
        fastenings.hook(layers, (0.0, top + share * (low - top)))


def _side(worn: Worn, root: Point, height: float) -> Curve:
    """The stand's outline from its seam on the shoulder up to where its edge turns round the neck."""
    (x, y), neck = root, worn.figure.neck_half
    lean = min(0.46 * height, max(x - neck - 6.0, 0.0))
    top = (x - lean, y - 0.74 * height)
    return [((x, y), (x - 0.50 * lean, y - 0.20 * height), (top[0], top[1] + 0.36 * height), top)]


def _far_edge(top: Point, drop: float) -> Curve:
    """The edge that is the band's own outline, from its turn at the side to the centre, `drop` higher
    there."""
    x, y = top
    begun, low = (x - 6.0, y - 4.6), y - drop
    fall = 0.30 * (low - begun[1])
    return [
        (top, (x, y - 3.4), (x - 2.4, y - 4.8), begun),
        (begun, (begun[0] - 0.22 * x, begun[1] + fall), (0.46 * x, low), (0.0, low)),
    ]


def _band(worn: Worn, layers: Layers, height: float) -> None:
    """A soft band from the neck down along the neckline, gathered towards the knot at its point."""
    layers.casts = True
    seam = neckline.front_line(worn)
    low = seam[-1][3][1]
    side = _side(worn, seam[0][0], height)
    top = side[-1][3]
    within = []
    for share in (0.2, 0.45, 0.7, 0.9):
        px, py = _offset(seam, share, -height * (0.86 - 0.55 * share))
        within.append((max(px, 4.0 * (1.0 - share)), py))
    first, turned = within[0], (top[1] + within[0][1]) / 2
    rim = [
        (top, (top[0], top[1] + 0.5 * (turned - top[1])),
         (first[0] + 0.2 * (first[0] - within[1][0]), first[1] + 0.2 * (first[1] - within[1][1])), first),
        *spline([*within, (0.0, low - 0.16 * height)]),
    ]  # fmt: skip
    half = joined(side, rim, [line(rim[-1][3], (0.0, low))], back(seam))
    _halves(worn, layers, half, (seam[0][0], (0.0, low)), top[1])
    layers.both(side, "outline", "collar")
    layers.both(rim, "edge", "collar_edge")
    layers.both(seam, "seam", "collar_seam")
    for share, out in ((0.5, 0.34), (0.42, 0.62)):
        points = []
        for n, t in enumerate((0.97, 0.97 - 0.4 * (1 - share), share)):
            inner, outer = _offset(seam, t, -height * (0.86 - 0.55 * t) * out), point_on(seam, t)
            points.append(inner if n else ((inner[0] + outer[0]) / 2, (inner[1] + outer[1]) / 2))
        layers.both(spline(points), "fold", "fold")
    _inside(layers, top, rim, height)


def _halves(worn: Worn, layers: Layers, half: Curve, runs: tuple[Point, Point], top: float) -> None:
    """The right half of a band that runs so, down from `top`, and its like on the left."""
    (x, y), turn = _lengthwise(worn, *runs)
    level = (top, runs[1][1])
    layers.panels += [
        Panel("collar", half, level, grain=((x, y), turn)),
        Panel("collar-left", mirror(half), level, grain=((-x, y), -turn)),
    ]


def _lengthwise(worn: Worn, start: Point, end: Point) -> tuple[Point, float]:
    """The grain of a band that runs so: it is cut lengthwise, or a bow on the bias."""
    at_, turn = ties.lengthwise(start, end)
    return at_, turn + (45.0 if worn.text("collar.cut") == "bias" else 0.0)


def _inside(layers: Layers, top: Point, front: Curve, height: float) -> None:
    """The stand's inside behind the neck."""
    rim = _far_edge(top, 0.16 * height)
    shape = both_sides(joined(back(rim), front))
    layers.behind.append(Panel("collar-inside", shape, (top[1], top[1] + 60), True))
    layers.behind_lines += [Line(rim, "outline", "collar"), Line(mirror(rim), "outline", "collar")]


def point_on(curve: Curve, share: float) -> Point:
    """The point of a curve at a share of its pieces."""
    n = min(int(share * len(curve)), len(curve) - 1)
    return at(curve[n], share * len(curve) - n)


def _peter_pan(worn: Worn, layers: Layers) -> None:
    """Two flat leaves with round ends that meet in front (and behind, where it opens there)."""
    wide = worn.number("collar.width", 62.0)
    seam = neckline.front_line(worn) if worn.front else neckline.back_line(worn)
    split = worn.front or worn.opening == "back"
    low = seam[-1][3][1]
    shoulder = point_along(worn.shoulder, min(wide / _long(worn.shoulder), 0.92))
    edge = [(shoulder[0], shoulder[1] - 2.0)]
    for share in (0.22, 0.45, 0.68) if worn.front else (0.3, 0.6):
        edge.append(_offset(seam, share, wide))
    if split:
        edge += [(0.52 * wide, low + 0.88 * wide), (0.20 * wide, low + 0.74 * wide),
                 (0.055 * wide, low + 0.36 * wide), (0.8, low)]  # fmt: skip
        if not worn.front:
            edge[-4:] = [(0.40 * wide, low + 0.97 * wide), (0.12 * wide, low + 0.80 * wide),
                         (0.04 * wide, low + 0.4 * wide), (0.8, low)]  # fmt: skip
        outer = spline(edge)
    else:
        edge.append((0.0, low + wide))
        outer = spline([*edge, (-edge[-2][0], edge[-2][1])])[:-1]
    roll: Curve = spline([seam[0][0], _lifted(seam[0][0], shoulder), edge[0]])
    half = joined(roll, outer, [line(outer[-1][3], (0.0, low))] if split else [], back(seam))
    if split:
        layers.panels.append(
            Panel("collar", half, (edge[0][1], low + wide), grain=((0.0, low), 0.0))
        )
        layers.panels.append(
            Panel("collar-left", mirror(half), (edge[0][1], low + wide), grain=((0.0, low), 0.0))
        )
    else:
        layers.panels.append(
            Panel("collar", both_sides(joined(back(seam), roll, outer)), (edge[0][1], low + wide),
                  grain=((0.0, low), 0.0))
        )  # fmt: skip
    layers.both(roll, "outline", "collar")
    layers.both(outer, "edge", "collar_edge")
    layers.both(seam, "edge", "collar_seam")
    layers.folds += [Fold(_shadow(outer), 0.10), Fold(mirror(_shadow(outer)), 0.10)]


def _shadow(outer: Curve) -> Curve:
    """A narrow shade along the inside of the outer edge, where the leaf lifts."""
    inside = redrawn(outer, lambda point: (point[0] * 0.985 - 1.0, point[1] - 3.0))
    return joined(outer, back(inside))


def _long(curve: Curve) -> float:
    (ax, ay), (bx, by) = curve[0][0], curve[-1][3]
    return float(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5)


def _lifted(a: Point, b: Point) -> Point:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 3.5)


def _offset(seam: Curve, share: float, wide: float) -> Point:
    """The point `wide` outside the seam, so far along it from the shoulder."""
    n = min(int(share * len(seam)), len(seam) - 1)
    t = share * len(seam) - n
    a, b = at(seam[n], max(t - 0.05, 0.0)), at(seam[n], min(t + 0.05, 1.0))
    x, y = at(seam[n], t)
    dx, dy = b[0] - a[0], b[1] - a[1]
    long = max((dx * dx + dy * dy) ** 0.5, 1e-6)
    return (x + wide * dy / long, y - wide * dx / long)
