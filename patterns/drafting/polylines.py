"""Lines that are known by their points alone."""

from __future__ import annotations

import numpy as np

from .geometry import Points


def lengths_along(points: Points) -> Points:
    """How far along the line each of its points lies."""
    x, y = (points[1:] - points[:-1]).T
    found = np.empty(len(points))
    found[0] = 0.0
    np.sqrt(x * x + y * y).cumsum(out=found[1:])
    return found
