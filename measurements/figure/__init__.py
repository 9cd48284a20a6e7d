"""The drawn body: knows only a body, imports no Django."""

from .build import Figure, figure_for
from .drawing import QUIET, Look, View, drawing

__all__ = ["QUIET", "Figure", "Look", "View", "drawing", "figure_for"]
