"""The neckline: its shape, depth and width, front and back, and the facing that finishes it."""

from patterns.components.base import Component, Parameter, parameters

from .draft import conflicts, draft
from .shapes import SHAPES

NECKLINE = Component(
    name="neckline",
    parameters=parameters(
        Parameter("shape", "scoop", kind="choice", values=tuple(SHAPES)),
        Parameter("depth", 80.0, min=20.0, max=200.0,
                  help="Below the front neck point; jewel and boat have their own."),
        Parameter("width", 15.0, min=0.0, max=50.0,
                  help="Widening at each shoulder; a jewel has none, a boat 40 more."),
        Parameter("back_depth", 0.0, min=0.0, max=120.0,
                  help="How much lower the back is cut, at centre back."),
    ),
    needs=("head_girth",),
    draft=draft,
    after=("bodice",),
    conflicts=conflicts,
)  # fmt: skip
