"""The neckline: its shape, depth and width, front and back, and the facing that finishes it."""

from patterns.components.base import Component, Parameter, parameters

from .draft import draft

NECKLINE = Component(
    name="neckline",
    parameters=parameters(
        Parameter("shape", "scoop", kind="choice", values=("jewel", "v", "scoop")),
        Parameter("depth", 80.0, min=40.0, max=180.0,
                  help="Below the front neck point; a jewel neckline has its own."),
        Parameter("width", 15.0, min=0.0, max=40.0, help="Widening at each shoulder."),
    ),
    needs=(),
    draft=draft,
    after=("bodice",),
)  # fmt: skip
