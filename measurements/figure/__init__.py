"""The drawn body: knows only a body, imports no Django."""

from .build import Figure, figure_for
from .drawing import Drawn, drawing, drawn, neck_lines
from .look import HAIR_COLOURS, HAIR_SHAPES, QUIET, SKINS, Look, View, fine_lines, look_of

__all__ = [
    "HAIR_COLOURS",
    "HAIR_SHAPES",
    "QUIET",
    "SKINS",
    "Drawn",
    "Figure",
    "Look",
    "View",
    "drawing",
    "drawn",
    "figure_for",
    "fine_lines",
    "look_of",
    "neck_lines",
]
