"""The drawn body: knows only a body, imports no Django."""

from .build import Figure, figure_for
from .drawing import drawing
from .look import QUIET, Look, View

__all__ = ["QUIET", "Figure", "Look", "View", "drawing", "figure_for"]
