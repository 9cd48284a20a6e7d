"""A lining under way: the edges of a shell piece, loosened, taken up at the hem, darts turned to tucks.

Works on finished pieces, of either hand, and knows no garment. All mm; outlines clockwise.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from patterns.components.traced import Traced
from patterns.drafting.cutting import Part, cut_piece
from patterns.drafting.draft import InnerDart, Level, Piece, Pleat, Point, Points
from patterns.drafting.polylines import lengths_along

from .bending import HEM_DEPTHS, clear, corner_kept, dense, hem_depth, turn

PLAIN, ENCLOSED = 10.0, 6.0  # trade facts §7: lining 10, necklines 6-7
TUCK = 45.0  # how far down the dart's legs a tuck is held; our own
STITCHED = (
    60.0  # down from the neck the pleat at centre back is stitched, half of it up the waist; CP
)
HEMS = ("hem", "sleeve hem")


@dataclass
class Border:
    """An edge of a lining. `before` and `after` are how much was put on (taken off, under 0) at its start
    and its end against the shell's; `pleats` what is folded in it."""

    name: str
    points: Points
    finish: str
    line: str | None
    before: float = 0.0
    after: float = 0.0
    pleats: list[str] = field(default_factory=list)
    tuck: bool = False
    depth: float = 0.0
    """Of a hem's allowance."""

    @property
    def length(self) -> float:
        steps = self.points[1:] - self.points[:-1]
        return float(np.hypot(steps[:, 0], steps[:, 1]).sum())


class Sheet:
    """One piece's lining. Raises nothing; what cannot be had is left as the shell has it."""

    def __init__(self, shell: Piece, legs: Sequence[str], turned: set[str], kept: set[str]) -> None:
        """`legs` are the piece's darts, each by the first of its edges in the outline's order; `turned` the
        edges that are left open at the hem and turned in by themselves; `kept` those that stay as long as
        the shell's."""
        self.shell, self.kept = shell, kept
        self.code = f"{shell.code}L"
        self.pleats: dict[str, Pleat] = {}
        self.shift = 0.0
        self.borders = [
            Border(e.name, clear(e.points), "hem" if e.name in turned else e.finish, e.line)
            for e in shell.edges
        ]  # fmt: skip
        self._drop_vent()
        for leg in legs:
            self._tuck(leg)

    def find(self, name: str) -> int:
        return next(n for n, border in enumerate(self.borders) if border.name == name)

    def border(self, name: str) -> Border:
        return self.borders[self.find(name)]

    def has(self, name: str) -> bool:
        return any(border.name == name for border in self.borders)

    def finished(self, name: str) -> float:
        """An edge's length, its pleats folded."""
        border = self.border(name)
        return border.length - sum(
            math.dist(self.pleats[p].start[0], self.pleats[p].end[0]) for p in border.pleats
        )

    # --- Darts and vents ---------------------------------------------------------------------

    def _drop_vent(self) -> None:
        """A vent's underlay is the shell's alone: the lining ends beside it in a turned slit."""
        vent = [border for border in self.borders if border.name.startswith("vent")]
        if not vent:
            return
        number = self.borders.index(vent[0])
        points = np.array((vent[0].points[0], vent[-1].points[-1]))
        self.borders[number : number + len(vent)] = [Border("vent_slit", points, "hem", None)]

    def _tuck(self, first: str) -> None:
        """Trade facts §7: darts become tucks, of the same width, held at the edge and let go."""
        number = self.find(first)
        a, apex, b = (
            self.borders[number].points[0], self.borders[number].points[-1],
            self.borders[number + 1].points[-1],
        )  # fmt: skip
        held = min(TUCK / float(np.hypot(*(apex - a))), 0.5)
        name = _tuck_name(first)
        self.pleats[name] = Pleat(
            name,
            (_point(a), _point(a + held * (apex - a))),
            (_point(b), _point(b + held * (apex - b))),
        )
        line = self.borders[number - 1].line
        self.borders[number : number + 2] = [
            Border(name, np.array((a, b)), "seam", line, pleats=[name], tuck=True)
        ]

    # --- The hem -----------------------------------------------------------------------------

    def take_up(self, by: float) -> None:
        """End above the shell's hem: edges that run down to it are cut shorter by so much, each alike, so
        that what is sewn together stays as long."""
        count = len(self.borders)
        for number in range(count):
            here = self.borders[number]
            if not _is_hem(here) or _is_hem(self.borders[number - 1]):
                continue
            chain = [here]
            while _is_hem(self.borders[(number + len(chain)) % count]):
                chain.append(self.borders[(number + len(chain)) % count])
            self._raise(
                chain, self.borders[number - 1], self.borders[(number + len(chain)) % count], by
            )

    def _raise(self, chain: list[Border], before: Border, after: Border, by: float) -> None:
        corners = self._shell_turn(before, chain[0]), self._shell_turn(chain[-1], after)
        old = before.points[-1], after.points[0]
        if before.name not in self.kept and before.length > by + 10.0:
            before.points = Traced(before.points).split(before.length - by)[0].points
            before.after -= by
        if after.name not in self.kept and after.length > by + 10.0:
            after.points = Traced(after.points).split(by)[1].points
            after.before -= by
        for border in chain:
            border.points = dense(border.points)
        line = np.concatenate([chain[0].points[:1], *(border.points[1:] for border in chain)])
        so_far = lengths_along(line)
        share = (so_far / so_far[-1])[:, None]
        line = (
            line + (before.points[-1] - old[0]) * (1.0 - share) + (after.points[0] - old[1]) * share
        )
        line = corner_kept(line, turn(before.points, line) - corners[0])
        line = corner_kept(line[::-1], corners[1] - turn(line, after.points))[::-1]
        depth = hem_depth(line, before.points[::-1], after.points)
        start = 0
        for border in chain:
            steps = len(border.points) - 1
            border.points, border.depth = line[start : start + steps + 1], depth
            start += steps

    def _shell_turn(self, before: Border, after: Border) -> float:
        """How the shell's outline turns between two edges."""
        there = {edge.name: edge.points for edge in self.shell.edges}
        return turn(there.get(before.name, before.points), there.get(after.name, after.points))

    def keep_corner(self, border: Border, beside: Border, at_end: bool) -> None:
        """Bend an edge so that it meets the next (or the one before) as it does in the shell."""
        border.points = dense(border.points)
        if at_end:
            off = self._shell_turn(border, beside) - turn(border.points, beside.points)
            border.points = corner_kept(border.points[::-1], off)[::-1]
        else:
            off = turn(beside.points, border.points) - self._shell_turn(beside, border)
            border.points = corner_kept(border.points, off)

    # --- Ease --------------------------------------------------------------------------------

    def chain(self, number: int, forward: bool) -> list[Border]:
        """The edges from one on, up to the waist or a hem."""
        found: list[Border] = []
        step = 1 if forward else -1
        while len(found) < len(self.borders):
            border = self.borders[number % len(self.borders)]
            if border.line in (*HEMS, "waist", "armhole", "neckline"):
                break
            found.append(border)
            number += step
        return found

    def swing(self, chain: Sequence[Border], forward: bool, out: float) -> None:
        """Turn edges about their far end, as they are, so that their near end moves out by so much."""
        near = chain[0].points[0 if forward else -1]
        far = chain[-1].points[-1 if forward else 0]
        way = near - far
        angle = math.copysign(out / float(np.hypot(*way)), -way[1] * near[0])
        cos, sin = math.cos(angle), math.sin(angle)
        self._turn_pleats(chain, lambda p: far + (p - far) @ np.array(((cos, sin), (-sin, cos))))
        for border in chain:
            border.points = far + (border.points - far) @ np.array(((cos, sin), (-sin, cos)))
        number = self.borders.index(chain[-1]) + (1 if forward else -1)
        self.keep_corner(self.borders[number % len(self.borders)], chain[-1], not forward)

    def move(self, chain: Sequence[Border], by: float) -> None:
        """Move edges sideways."""
        step = np.array((by, 0.0))
        self._turn_pleats(chain, lambda p: p + step)
        for border in chain:
            border.points = border.points + step

    def _turn_pleats(self, chain: Sequence[Border], moved: object) -> None:
        assert callable(moved)
        for border in chain:
            for name in border.pleats:
                p = self.pleats[name]
                (a, b), (c, d) = p.start, p.end
                a, b, c, d = (_point(moved(np.array(each))) for each in (a, b, c, d))
                self.pleats[name] = Pleat(name, (a, b), (c, d))

    def lengthen(self, border: Border, at_start: bool, by: float) -> Points:
        """Run an edge on straight past its end. Returns where it ends now."""
        points = border.points
        a, b = (points[0], points[1]) if at_start else (points[-1], points[-2])
        end = np.asarray(a + (a - b) / float(np.hypot(*(a - b))) * by)
        if at_start:
            border.points, border.before = np.vstack((end, points)), border.before + by
        else:
            border.points, border.after = np.vstack((points, end)), border.after + by
        return end

    def close_hem(self) -> None:
        """Let the hem run to where the edges beside it now end."""
        count = len(self.borders)
        for number, border in enumerate(self.borders):
            if border.line not in HEMS:
                continue
            share = np.linspace(0.0, 1.0, len(border.points))[:, None]
            before, after = self.borders[number - 1], self.borders[(number + 1) % count]
            first = before.points[-1] if before.line not in HEMS else border.points[0]
            last = after.points[0] if after.line not in HEMS else border.points[-1]
            border.points = (
                border.points + (first - border.points[0]) * (1.0 - share)
                + (last - border.points[-1]) * share
            )  # fmt: skip

    def on_outline(self, point: Point) -> bool:
        """Whether a point lies on an edge of the lining, before any pleat."""
        for border in self.borders:
            a, b = border.points[:-1], border.points[1:]
            way, to = b - a, np.array(point) - a
            size = (way * way).sum(1)
            share = np.clip((to * way).sum(1) / size, 0.0, 1.0)
            off = to - share[:, None] * way
            if float((off * off).sum(1).min()) < 0.01:
                return True
        return False

    # --- The pleat at centre back ------------------------------------------------------------

    def pleat(self, half: float) -> None:
        """Spread a piece drawn whole at its centre, and fold it there at the neck and at the waist (at a
        hem it hangs open). Trade facts §7: 20-25 a half."""
        self.shift = half
        for border in self.borders:
            side = 1.0 if border.points[:, 0].mean() > 0 else -1.0
            hand = border.name.rsplit("_", 1)[-1]
            at_start, at_end = (abs(border.points[i, 0]) < 1e-6 for i in (0, -1))
            border.points = border.points + np.array((side * half, 0.0))
            for name in border.pleats:
                p = self.pleats[name]
                self.pleats[name] = Pleat(
                    name, _moved(p.start, side * half), _moved(p.end, side * half)
                )
            if not (at_start or at_end):
                continue
            y = float(border.points[0 if at_start else -1, 1])
            centre = np.array(((0.0, y),))
            border.points = np.concatenate(
                (centre, border.points) if at_start else (border.points, centre)
            )
            if border.line in HEMS:
                continue
            down = STITCHED if border.line == "neckline" else -STITCHED / 2
            name = f"centre_{border.line}_{hand}"
            x = side * half
            self.pleats[name] = Pleat(name, ((x, y), (x, y + down)), ((0.0, y), (0.0, y + down)))
            border.pleats.append(name)

    # --- The piece ---------------------------------------------------------------------------

    def cut(self, levels: set[str]) -> Piece:
        """The lining's piece, with those of the shell's levels that all its lined pieces can have."""
        shell, over = self.shell, self._over
        return cut_piece(
            self.code, f"{shell.name} lining", "lining",
            [Part(b.name, Traced(b.points), _allowance(b), b.finish, b.line) for b in self.borders],  # type: ignore[arg-type]
            layer="lining", material="lining", quantity=shell.quantity, mirrored=shell.mirrored,
            grainline=(over(shell.grainline[0]), over(shell.grainline[1])), grain=shell.grain,
            lines=[line for line in shell.lines if line.kind == "cut"],
            inner_darts=[
                InnerDart(dart.name, self._all_over(dart.a), self._all_over(dart.b))
                for dart in shell.inner_darts
            ],
            pleats=tuple(self.pleats.values()),
            levels={name: self._level(level) for name, level in shell.levels.items() if name in levels},
        )  # fmt: skip

    def _over(self, point: Point) -> Point:
        if not self.shift:
            return point
        return (point[0] + math.copysign(self.shift, point[0]), point[1])

    def _all_over(self, points: Points) -> Points:
        by = math.copysign(self.shift, float(points[:, 0].mean()))
        return np.asarray(points + np.array((by, 0.0)))

    def _level(self, level: Level) -> Level:
        if level.lines:
            return Level(lines=tuple((self._over(a), self._over(b)) for a, b in level.lines))
        if level.x is None:
            return level
        a, b = sorted(level.x)
        return Level(y=level.y, x=(a - self.shift, b + self.shift))


def _tuck_name(first: str) -> str:
    """waist_dart_1_outer_left: waist_dart_1_tuck_left."""
    stem, hand = first, ""
    for ending in ("_left", "_right"):
        if first.endswith(ending):
            stem, hand = first.removesuffix(ending), ending
    return f"{stem.rsplit('_', 1)[0]}_tuck{hand}"


def _is_hem(border: Border) -> bool:
    return border.line in HEMS and border.finish == "hem"


def _allowance(border: Border) -> float:
    if border.finish == "hem":
        return border.depth or HEM_DEPTHS[0] if border.line in HEMS else PLAIN
    return ENCLOSED if border.line == "neckline" else PLAIN


def _point(row: Points) -> Point:
    return float(row[0]), float(row[1])


def _moved(line: tuple[Point, Point], by: float) -> tuple[Point, Point]:
    (ax, ay), (bx, by_) = line
    return (ax + by, ay), (bx + by, by_)
