"""How a lining's edges are bent so that they meet as the shell's do, and how deep its hem may be turned."""

from __future__ import annotations

import math

import numpy as np

from patterns.drafting.cutting import offset
from patterns.drafting.draft import Points
from patterns.drafting.polylines import lengths_along

HEM_DEPTHS = (20.0, 15.0, 10.0, 6.0)  # trade facts §7: lining's hem 20; less where it is curved
ASTRAY = 1.0  # mm that a hem's end, turned up, may miss its seam by; our own
BENT = 6.0  # how far apart the points of a line lie that is bent; our own
BLEND = 60.0  # over how much of its ends a hem is bent to meet the seams as it should; our own


def clear(points: Points) -> Points:
    """Without points that all but coincide with the one before."""
    steps = points[1:] - points[:-1]
    keep = np.hypot(steps[:, 0], steps[:, 1]) > 0.1
    if keep.all():
        return points
    kept = points[np.concatenate(((True,), keep))]
    if not keep[-1]:
        kept[-1] = points[-1]
    return np.asarray(kept)


def dense(points: Points) -> Points:
    """With points on its straight stretches too, so that it can be bent."""
    so_far = lengths_along(points)
    counts = np.maximum(np.ceil((so_far[1:] - so_far[:-1]) / BENT), 1).astype(int)
    if counts.max() == 1:
        return points
    at = np.concatenate([
        *(np.linspace(so_far[n], so_far[n + 1], count, endpoint=False) for n, count in enumerate(counts)),
        so_far[-1:],
    ])  # fmt: skip
    return np.column_stack([np.interp(at, so_far, points[:, axis]) for axis in (0, 1)])


def turn(before: Points, after: Points) -> float:
    """By how much (radians) the outline turns where one edge ends and the next begins."""
    (ax, ay), (bx, by) = -_way(before[::-1]), _way(after)
    return math.atan2(ax * by - ay * bx, ax * bx + ay * by)


def _way(points: Points) -> Points:
    """The direction of a line over its first millimetre."""
    so_far = lengths_along(points[:12])
    reach = min(1.0, float(so_far[-1]))
    there = [float(np.interp(reach, so_far, points[:12, axis])) for axis in (0, 1)]
    return np.asarray((there - points[0]) / reach)


def corner_kept(line: Points, off: float) -> Points:
    """A line turned back at its start by so much (radians), within its first stretch, so that it meets
    the seam there as the shell's does."""
    so_far = lengths_along(line)
    reach = min(BLEND, so_far[-1] / 3)
    near = np.clip(so_far / reach, 0.0, 1.0)
    aside = -off * so_far * (1.0 - near) ** 2
    x, y = _way(line)
    return np.asarray(line + aside[:, None] * np.array((-y, x)))


def bent(points: Points, at_end: bool, still: float, by: Points) -> Points:
    """A curve one end of which is moved: what lies within `still` of the other end stays, and so does its
    direction at both ends."""
    so_far = lengths_along(points)
    from_fixed = so_far if at_end else so_far[-1] - so_far
    share = np.clip((from_fixed - still) / max(so_far[-1] - still, 1.0), 0.0, 1.0)
    share = share * share * (3.0 - 2.0 * share)
    return np.asarray(points + share[:, None] * by)


def hem_depth(line: Points, *seams: Points) -> float:
    """Trade facts §7: a raw hem edge is at most 3 % longer than its line. Turned up, its ends lie on the
    seams, which run up from the hem: a short sleeve's is curved not far above it."""
    long = lengths_along(line)[-1]
    return next(
        (deep for deep in HEM_DEPTHS if lengths_along(offset(line, deep))[-1] < 1.028 * long
         and all(_astray(seam, deep) < ASTRAY for seam in seams)),
        HEM_DEPTHS[-1],
    )  # fmt: skip


def _astray(seam: Points, deep: float) -> float:
    """How far a seam lies off its first direction, so far along it."""
    so_far = lengths_along(seam)
    there = np.array([np.interp(min(deep, so_far[-1]), so_far, axis) for axis in seam.T])
    (x, y), (across, down) = _way(seam), there - seam[0]
    return abs(float(x * down - y * across))
