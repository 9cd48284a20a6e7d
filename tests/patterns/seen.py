"""What an SVG of a flat shows, read from its text alone: the points of its lines, by their names."""

from __future__ import annotations

import re
from itertools import zip_longest
from xml.etree import ElementTree

import numpy as np
import shapely
from numpy.typing import NDArray

SVG = "{http://www.w3.org/2000/svg}"
TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
WEIGHTS = np.array([
    ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3) for t in np.linspace(0, 1, 13)
])  # fmt: skip

AT_ONCE = 50

Points = NDArray[np.float64]


def strokes(data: str) -> list[Points]:
    """Each stroke of a path, flattened."""
    found: list[Points] = []
    points: list[Points] = []
    here, command = np.zeros(2), ""
    tokens = TOKEN.findall(data)
    i = 0
    while i < len(tokens):
        if tokens[i].isalpha():
            command = tokens[i]
            i += 1
        if command in "Zz":
            continue
        count = 6 if command in "Cc" else 2
        given = np.array(tokens[i : i + count], dtype=float).reshape(-1, 2)
        i += count
        placed = given + here if command.islower() else given
        if command in "Mm":
            if points:
                found.append(np.concatenate(points))
            points = [placed]
        elif command in "Ll":
            points.append(placed)
        else:
            points.append(WEIGHTS @ np.vstack([here, placed]))
        here = placed[-1]
    return [*found, np.concatenate(points)] if points else found


class Seen:
    """A drawing by its lines; `levels` are the heights and ratios of breadth to girth that it states, `waist`
    the height of her waist at the centre."""

    def __init__(self, text: str) -> None:
        self.root = ElementTree.fromstring(text)
        self.levels = {
            name: (float(y), float(ratio))
            for name, y, ratio in (
                item.split(":") for item in self.root.attrib["data-levels"].split()
            )
        }
        self.waist = float(self.root.attrib["data-waist"])
        self.lines: dict[str, list[Points]] = {}
        for path in self.root.iter(f"{SVG}path"):
            if name := path.attrib.get("data-line"):
                self.lines.setdefault(name, []).extend(strokes(path.attrib["d"]))

    def points(self, name: str) -> Points:
        return np.concatenate(self.lines[name])

    def breadth(self, level: str) -> float:
        """From side to side at a level, mm."""
        side = self.points("side")
        right = side[side[:, 0] > 0]
        right = right[np.argsort(right[:, 1], kind="stable")]
        return 2 * float(np.interp(self.levels[level][0], right[:, 1], right[:, 0]))

    def right(self, name: str) -> Points:
        """The right one of a pair of lines."""
        return next(line for line in self.lines[name] if line[:, 0].mean() > 0)

    def across(self, name: str) -> float:
        """From end to end of the right one of a pair of lines, mm."""
        right = self.right(name)
        return float(np.hypot(*(right[-1] - right[0])))

    def outer(self, name: str) -> Points:
        """Of the lines of a name on the right the one furthest out that runs down."""
        runs = [line for line in self.lines[name] if np.ptp(line[:, 1]) > np.ptp(line[:, 0])]
        return max(runs, key=lambda line: float(line[:, 0].mean()))

    def foot(self, name: str) -> Points:
        """Of the lines of a name on the right the lowest that runs across."""
        runs = [line for line in self.lines[name] if np.ptp(line[:, 0]) > np.ptp(line[:, 1])]
        return max(
            (line for line in runs if line[:, 0].mean() > 0), key=lambda line: line[:, 1].mean()
        )

    def low(self, name: str) -> float:
        """The height of a line at the centre."""
        points = self.points(name)
        return float(points[np.argmin(np.abs(points[:, 0]))][1])


def long(line: Points) -> float:
    """How long a line is, mm."""
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def moved(before: Seen, after: Seen) -> float:
    """How far any point of any line is from the lines of the other drawing, mm."""
    return max(_off(before, after), _off(after, before))


def _off(here: Seen, there: Seen) -> float:
    """The furthest of a drawing's points from the other's lines. No point is further than from its own place
    on the same line there, so those go first that might be the furthest, and the others need no look."""
    points = np.concatenate([line for group in here.lines.values() for line in group])
    at_most = np.concatenate([
        np.hypot(*(line - other).T) if len(line) == len(other) else np.full(len(line), np.inf)
        for name, group in here.lines.items()
        for line, other in zip_longest(group, there.lines.get(name, [])[: len(group)], fillvalue=[])
    ])  # fmt: skip
    lines = [line for group in there.lines.values() for line in group]
    tree = shapely.STRtree(shapely.linestrings(
        np.concatenate([np.stack([line[:-1], line[1:]], axis=1) for line in lines])
    ))  # fmt: skip
    order, found = np.argsort(-at_most), 0.0
    for start in range(0, len(order), AT_ONCE):
        some = order[start : start + AT_ONCE]
        if at_most[some[0]] <= found:
            break
        _, far = tree.query_nearest(
            shapely.points(points[some]), return_distance=True, all_matches=False
        )
        found = max(found, float(far.max()))
    return found
