"""How a neckline is drawn: by the line of the draft's own pieces, so that a new shape needs nothing here
but its name."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from measurements.figure.curves import Curve, Point, back, both_sides, joined, line, mirror
from patterns.drafting.draft import Points
from patterns.flats.conventions import Layers, Line, Panel, redrawn
from patterns.flats.levels import SURFACE
from patterns.flats.placing import drawn, points_of
from patterns.flats.worn import Worn

NAMES = {
    "jewel": "jewel neck",
    "scoop": "scoop neck",
    "v": "V neck",
    "square": "square neck",
    "boat": "boat neck",
    "sweetheart": "sweetheart neck",
}
"""What each shape is called, for the alt text."""


def front_line(worn: Worn) -> Curve:
    """From the shoulder to the centre front; a wrap front's to where its two edges cross."""
    hollow = worn.level["pit"] - worn.figure.neck_point[1] + 8
    return worn.once(_line, "FB", hollow)


def wrap_line(worn: Worn) -> Curve:
    """Of the front that lies over the other, the edge from the crossing at the centre on to the seam, on
    paper's right (her left); empty where the front does not wrap."""
    whole = _placed(worn, "FB")
    past = None if whole is None else _cut_at_centre(whole)[1]
    if past is None or len(past) < 2:
        return []
    end = past[-1] * (-1.0, 1.0)
    x = min(abs(float(end[0])), worn.side.at(worn.seam) - 4)
    low = worn.on_bow(worn.seam, x)
    top = float(past[0][1])
    scaled = past * (-1.0, 1.0)
    scaled[:, 0] *= x / max(float(end[0]), 1.0)
    scaled[:, 1] = top + (scaled[:, 1] - top) * (low - top) / max(float(end[1]) - top, 1.0)
    return drawn(scaled)


def back_line(worn: Worn) -> Curve:
    """From the shoulder to the centre back, below the nape."""
    return worn.once(_line, "BB", 18.0)


def _line(worn: Worn, code: str, otherwise: float) -> Curve:
    """By the piece; a plain round of a depth where there is none to read."""
    whole = _placed(worn, code)
    if whole is None:
        neck = worn.shoulder[0][0]
        return _plain(neck, neck[1] + otherwise * SURFACE)
    return drawn(_cut_at_centre(whole)[0])


def _plain(neck: Point, low: float) -> Curve:
    x, y = neck
    return [((x, y), (x * 0.94, y + 0.58 * (low - y)), (0.55 * x, low), (0.0, low))]


def _placed(worn: Worn, code: str) -> Points | None:
    """The neckline of a piece on the figure, from the shoulder to its lower end."""
    piece = worn.piece(code)
    line_ = None if piece is None else points_of(piece, "neckline")
    if line_ is None:
        return None
    run = line_ if line_[0, 1] < line_[-1, 1] else line_[::-1]
    end = run[0]
    (x, y), wide = worn.shoulder[0][0], float(end[0])
    if abs(wide) < 5:
        return None
    placed: Points = np.column_stack((run[:, 0] * (x / wide), y + (run[:, 1] - end[1]) * SURFACE))
    return placed


def _cut_at_centre(points: Points) -> tuple[Points, Points | None]:
    """What lies this side of the centre line, ending on it, and what lies past it."""
    past = np.nonzero(points[:, 0] < -0.01)[0]
    if not len(past):
        here = points.copy()
        here[-1, 0] = 0.0
        return here, None
    n = int(past[0])
    a, b = points[n - 1], points[n]
    t = a[0] / (a[0] - b[0])
    at = np.array(((0.0, a[1] + t * (b[1] - a[1])),))
    return np.concatenate((points[:n], at)), np.concatenate((at, points[n:]))


def inside(worn: Worn, layers: Layers) -> None:
    """The inside of the back neck, seen from the front. On a figure it stands a little off the neck;
    without one it is seen whole, with the facing's edge and a label."""
    x, y = worn.shoulder[0][0]
    front, rear = front_line(worn), back_line(worn)
    drop = rear[-1][3][1] - y
    faced: Curve = []
    if worn.alone:
        low = y + drop * 0.75
        rim: Curve = [((x, y), (0.86 * x, y + 0.7 * (low - y)), (0.45 * x, low), (0.0, low))]
        if drop > 40:
            rim = redrawn(rear, lambda point: (point[0], y + (point[1] - y) * 0.75))
        deep = low + 48.0
        lowest = front[-1][3][1]
        if lowest > deep + 6:
            facing: Curve = [((x, y + 44), (0.86 * x, deep - 4), (0.45 * x, deep), (0.0, deep))]
            faced = both_sides(joined(back(rim), facing))
            layers.behind_lines += [Line(facing, "seam", "facing")]
            layers.behind_lines += [Line(mirror(facing), "seam", "facing")]
        wide, high = min(17.0, 0.4 * x), low + 12.0
        if lowest > high + 18:
            corners = [(0.0, high), (wide, high), (wide, high + 13), (0.0, high + 13)]
            label: Curve = [line(a, b) for a, b in pairwise(corners)]
            layers.behind_lines += [Line(label, "fine", "label")]
            layers.behind_lines += [Line(mirror(label), "fine", "label")]
    else:
        stand = 8.0
        reach = min(x, worn.figure.neck_point[0] + 6)  # a wide neck lies on the shoulders
        rim = [
            (
                (reach, y),
                (0.93 * reach, y - stand),
                (0.78 * reach, y - 1.3 * stand),
                (0.60 * reach, y - stand),
            ),
            (
                (0.60 * reach, y - stand),
                (0.40 * reach, y - 0.6 * stand),
                (0.20 * reach, y),
                (0.0, y),
            ),
        ]
        if x > reach + 4:  # there it goes down behind her at once
            low = y + max(drop, 8.0)
            rim = [((x, y), (x - 2.0, y + 5.0), (0.7 * x, low), (0.0, low))]
        if drop > 40:
            rim = []
    if not rim:
        return
    shape = both_sides(joined(back(rim), front))
    lined = bool(faced) and worn.lined("bodice")
    layers.behind.append(Panel("inside", shape, (y, worn.waist), True, lining=lined))
    if lined:  # below its facing
        layers.behind.append(Panel("facing", faced, (y, worn.waist), True))
    layers.behind_lines += [Line(rim, "edge", "back_neck"), Line(mirror(rim), "edge", "back_neck")]
