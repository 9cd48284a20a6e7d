"""A tape, and the ways in which one can lie on the figure: round her, along her, hanging, upright."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import cos, hypot, radians, sin
from typing import Final

from measurements.figure.curves import Cubic, Curve, Point, back, line, spline

from .stage import Stage


@dataclass(frozen=True, slots=True)
class Tape:
    """A tape as it lies: what is seen of it and what goes behind, thin lines that show a level, and dots
    where it begins and ends. `stands` away from her, as a measuring rod does."""

    seen: Sequence[Curve]
    hidden: Sequence[Curve] = ()
    guides: Sequence[tuple[Point, Point]] = ()
    dots: Sequence[Point] = ()
    stands: bool = False
    round: bool = False
    extra: Sequence[Curve] = field(default=())
    """Other things it needs: the shoe that a heel is measured on."""

    @property
    def ends(self) -> tuple[Point, Point]:
        return self.seen[0][0][0], self.seen[-1][-1][3]


FLAT: Final = 0.94
"""What a width over the curve of back or chest is when seen straight on: as we draw it."""

Rule = Callable[[Stage], Tape]
SAG: Final = (
    0.13  # how far a tape's front hangs under its ends, of its width: it shows that it goes round
)


def bow(a: Point, b: Point, sag: float) -> Cubic:
    """From a to b, bent to the right of the way by `sag` of its length."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    off = (-dy * sag * 4 / 3, dx * sag * 4 / 3)
    return (
        a,
        (a[0] + 0.22 * dx + off[0], a[1] + 0.22 * dy + off[1]),
        (b[0] - 0.22 * dx + off[0], b[1] - 0.22 * dy + off[1]),
        b,
    )


def ring(a: Point, b: Point, sag: float = SAG) -> Tape:
    """A tape round the body between its edges at a and b, from left to right."""
    return Tape([[bow(a, b, sag)]], [[bow(a, b, -0.8 * sag)]], round=True)


def along(*points: Point) -> Tape:
    """A tape along her, from the first point to the last."""
    return Tape([straights(points)], dots=(points[0], points[-1]))


def straights(points: Sequence[Point]) -> Curve:
    return [line(a, b) for a, b in pairwise(points)]


def round_at(
    part: str, where: Callable[[Stage], Point], turn: float = 0.0, sag: float = SAG
) -> Rule:
    """Round that part at a point, turned by so many degrees from the level (clockwise)."""

    def rule(stage: Stage) -> Tape:
        c, s = cos(radians(turn)), sin(radians(turn))
        point = where(stage)
        return ring(stage.hit(part, point, (-c, -s)), stage.hit(part, point, (c, s)), sag)

    return rule


def trunk(name: str, sag: float = SAG) -> Rule:
    return round_at("trunk", lambda s: (0.0, s.levels[name]), sag=sag)


def leg(name: str) -> Rule:
    def where(s: Stage) -> Point:
        y = s.levels[name]
        return ((s.figure.outer.at(y) + max(s.figure.inner.at(y), 0.0)) / 2, y)

    return round_at("trunk", where, sag=0.10)


def rod(part_of: Callable[[Stage], Point], reach: Callable[[Stage], float]) -> Rule:
    """Upright from the floor to the level of a point on her; a thin line leads to it."""

    def rule(s: Stage) -> Tape:
        x, y = part_of(s)
        stand = reach(s)
        floor = s.levels["floor"]
        return Tape(
            [straights([(stand, floor), (stand, y)])],
            guides=[((stand, y), (x, y)), ((stand - 60, floor), (stand + 60, floor))],
            dots=[(x, y)], stands=True,
        )  # fmt: skip

    return rule


def hang(top: Callable[[Stage], float], bottom: Callable[[Stage], float]) -> Rule:
    """Straight down at her side, seen from there, with a thin line for each level it goes between."""

    def rule(s: Stage) -> Tape:
        a, b = top(s), bottom(s)
        x = 0.0
        guides = [
            ((s.side.back.at(y) if s.side else x, y), (s.side.front.at(y) if s.side else x, y))
            for y in (a, b)
            if y < s.levels["ankle"]
        ]
        if b >= s.levels["floor"]:
            guides.append(((-90.0, b), (150.0, b)))
        return Tape([straights([(x, a), (x, b)])], guides=guides)

    return rule


def of(name: str) -> Callable[[Stage], float]:
    return lambda s: s.levels[name]


def beside(s: Stage) -> float:
    """Clear of the hanging arm and hand."""
    return s.figure.arm.wrist[0] + 0.045 * s.figure.height


def in_front(s: Stage) -> float:
    return s.hit("trunk", (0.0, s.levels["bust"]), (1.0, 0.0))[0] + 0.05 * s.figure.height


def bust_point(s: Stage) -> Point:
    return (s.figure.bust_point, s.levels["bust"])


def _arm(share: float) -> Callable[[Stage], tuple[Point, Point]]:
    """A point of the right arm so far down it, and its direction."""

    def where(s: Stage) -> tuple[Point, Point]:
        arm = s.figure.arm
        a, b, part = (
            (arm.joint, arm.elbow, share) if share < 1 else (arm.elbow, arm.wrist, share - 1)
        )
        dx, dy = b[0] - a[0], b[1] - a[1]
        long = hypot(dx, dy)
        return (a[0] + part * dx, a[1] + part * dy), (dx / long, dy / long)

    return where


def round_arm(share: float) -> Rule:
    def rule(s: Stage) -> Tape:
        point, (dx, dy) = _arm(share)(s)
        return ring(s.hit("arm", point, (-dy, dx)), s.hit("arm", point, (dy, -dx)), 0.10)

    return rule


def hand(s: Stage) -> Tape:
    (x, y), (dx, _) = _arm(2.0)(s)
    down = 0.50 * s.figure.arm.hand
    point = (x + 0.5 * dx * down, y + down)
    return ring(s.hit("arm", point, (-1.0, 0.05)), s.hit("arm", point, (1.0, -0.05)), 0.10)


def outer_arm(s: Stage) -> Tape:
    shares = (0.35, 0.7, 1.0, 1.4, 1.75, 1.98)
    points = [s.figure.shoulder_point]
    for share in shares:
        point, (dx, dy) = _arm(share)(s)
        x, y = s.hit("arm", point, (dy, -dx))
        points.append((x - 5, y))
    return Tape([spline(points)], dots=(points[0], points[-1]))


def nape_to_wrist(s: Stage) -> Tape:
    down = outer_arm(s).seen[0]
    nape = (0.0, s.levels["nape"])
    return Tape([[line(nape, down[0][0]), *down]], dots=(nape, down[-1][3]))


def neck_base(s: Stage) -> Tape:
    x, y = s.figure.neck_point
    left, right, pit = (-x, y), (x, y), (0.0, s.levels["pit"])
    seen = spline(
        [
            left,
            (-0.62 * x, y + 0.72 * (pit[1] - y)),
            pit,
            (0.62 * x, y + 0.72 * (pit[1] - y)),
            right,
        ]
    )
    rise = (0.0, y - 0.30 * (pit[1] - y))
    return Tape([seen], [spline([left, rise, right])], round=True)


def high_bust(s: Stage) -> Tape:
    lv = s.levels
    front = s.hit("trunk", (0.0, lv["axilla"] + 0.22 * (lv["bust"] - lv["axilla"])), (1.0, 0.0))
    rear = s.hit("trunk", (0.0, lv["axilla"] - 0.10 * (lv["bust"] - lv["axilla"])), (-1.0, 0.0))
    return ring(rear, front, 0.10)


def armscye(s: Stage) -> Tape:
    return Tape([_root_curve(s)], dots=[_root_curve(s)[0][0]], round=True)


def _root_curve(s: Stage) -> Curve:
    assert s.side is not None
    (cx, cy), wide, tall = s.side.root
    k = 0.5523
    top, right, low, left = (cx, cy - tall), (cx + wide, cy), (cx, cy + tall), (cx - wide, cy)
    return [
        (top, (cx + k * wide, top[1]), (right[0], cy - k * tall), right),
        (right, (right[0], cy + k * tall), (cx + k * wide, low[1]), low),
        (low, (cx - k * wide, low[1]), (left[0], cy + k * tall), left),
        (left, (left[0], cy - k * tall), (cx - k * wide, top[1]), top),
    ]


def across(name: str) -> Rule:
    """Half-way between shoulder and armpit, from one arm's fold to the other."""

    def rule(s: Stage) -> Tape:
        y = s.levels["axilla"] - 0.40 * (s.levels["axilla"] - s.levels["shoulder"])
        half = min(FLAT * s.body[name] / 2, s.figure.shoulder_point[0] - 4)
        return along((-half, y), (half, y))

    return rule


def slope(s: Stage) -> Tape:
    a, b = s.figure.neck_point, s.figure.shoulder_point
    return Tape([[line(a, b)]], guides=[(a, (b[0] + 30, a[1]))], dots=(a, b))


def scye(s: Stage) -> Tape:
    y = s.levels["nape"] + s.body["scye_depth"]
    half = s.figure.half_at(max(y, s.levels["axilla"])) - 2
    top = (0.0, s.levels["nape"])
    return Tape([[line(top, (0.0, y))]], guides=[((-half, y), (half, y))], dots=[top])


def down(x: Callable[[Stage], float], top: Callable[[Stage], float], bottom: str) -> Rule:
    """Straight down to a level that a thin line shows right across her."""

    def rule(s: Stage) -> Tape:
        a, b = (x(s), top(s)), (x(s), s.levels[bottom])
        half = s.figure.half_at(b[1])
        return Tape([[line(a, b)]], guides=[((-half, b[1]), (half, b[1]))], dots=[a])

    return rule


def over_bust(s: Stage) -> Tape:
    a, b = s.figure.neck_point, bust_point(s)
    c = (b[0], s.levels["waist"])
    half = s.figure.half_at(c[1])
    return Tape([straights([a, b, c])], guides=[((-half, c[1]), (half, c[1]))], dots=[a, b])


def crotch(whole: bool) -> Rule:
    def rule(s: Stage) -> Tape:
        assert s.side is not None
        lv = s.levels
        low = lv["crotch"] + 0.006 * s.figure.height
        x = 0.12 * (s.side.front.at(low) + s.side.back.at(low))
        turn = lv["hip"] + 0.60 * (lv["crotch"] - lv["hip"])
        front = s.side.front.curve(lv["waist"], turn)
        rear = back(s.side.back.curve(lv["waist"], turn))
        under = (x, low)
        ahead: Curve = [_quarter(front[-1][3], under)]
        behind: Curve = [_quarter(rear[0][0], under)[::-1]]
        seen = [*front, *ahead, *behind, *rear] if whole else [*behind, *rear]
        hidden = [] if whole else [[*front, *ahead]]
        return Tape([seen], hidden, dots=[seen[0][0], seen[-1][3]])

    return rule


def _quarter(edge: Point, under: Point) -> Cubic:
    """From a point on her edge, in under her, level at the lowest point."""
    (ax, ay), (bx, by) = edge, under
    return (
        edge,
        (ax - 0.02 * (ax - bx), ay + 0.62 * (by - ay)),
        (bx + 0.62 * (ax - bx), by),
        under,
    )


def height(s: Stage) -> Tape:
    x, floor = -beside(s), s.levels["floor"]
    return Tape(
        [straights([(x, floor), (x, 0.0)])],
        guides=[((x, 0.0), (0.0, 0.0)), ((x - 60, floor), (x + 60, floor))], stands=True,
    )  # fmt: skip


def weight(s: Stage) -> Tape:
    half, y = s.figure.outer.x[-1] + 60, s.levels["floor"] + 0.032 * s.figure.height
    return Tape([straights([(-half, y), (half, y)])], stands=True)


def nape_to_knee(s: Stage) -> Tape:
    a, b = (0.0, s.levels["nape"]), (0.0, s.levels["knee"])
    half = s.figure.outer.at(b[1])
    return Tape([straights([a, b])], guides=[((-half, b[1]), (half, b[1]))], dots=[a])


def seated(s: Stage) -> Tape:
    lv = s.levels
    waist, seat = lv["waist"], lv["crotch"] + 0.012 * s.figure.height
    rear, front = (s.hit("trunk", (0.0, waist), (d, 0.0)) for d in (-1.0, 1.0))
    chair = ((rear[0] - 40, seat), (0.17 * s.figure.height, seat))
    return Tape([straights([(0.0, waist), (0.0, seat)])], guides=[(rear, front), chair])


def heel(s: Stage) -> Tape:
    """On a shoe that stands on a table: she is not in it, nor in the picture."""
    shoe = [
        *spline([(0, 0), (-5, -28), (-3, -58)]),
        *spline([(-3, -58), (22, -46), (62, -22), (104, 6), (128, 14)]),
        *spline([(128, 14), (164, 30), (196, 46), (209, 58), (200, 66), (160, 68), (122, 66)]),
        *spline([(122, 66), (92, 46), (64, 22), (40, 12)]),
        *spline([(40, 12), (32, 30), (28, 68)]),
        line((28, 68), (10, 68)),
        *spline([(10, 68), (6, 30), (0, 0)]),
    ]
    x = -24.0
    return Tape(
        [straights([(x, 68), (x, 4)])],
        guides=[((-60, 68), (240, 68)), ((x, 4), (0, 4))], stands=True, extra=[shoe],
    )  # fmt: skip
