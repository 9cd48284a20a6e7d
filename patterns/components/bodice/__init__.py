"""The bodice: sleeveless, shaped at side (or armhole) and waist, zip at centre back, faced."""

from patterns.components.base import Component, Parameter, parameters

from .draft import draft
from .lengths import NEEDS

BODICE = Component(
    name="bodice",
    parameters=parameters(
        Parameter("bust", "side", kind="choice", values=(
            "side", "french", "shoulder", "armhole", "waist", "shoulder_princess", "armhole_princess",
            "gathers", "eased",
        ), help="What shapes the bust: a dart from somewhere, a panel seam, gathers under it; or as little "
                "as may be."),
        Parameter("cut", "waist", kind="choice", values=("waist", "empire", "through")),
        Parameter("shaping", "darts", kind="choice", values=("darts", "loose"),
                  help="Whether darts take the waist in."),
        Parameter("front", "whole", kind="choice", values=("whole", "wrap")),
        Parameter("bust_ease", 70.0, min=40.0, max=200.0),
        Parameter("waist_ease", 40.0, min=0.0, max=200.0),
        Parameter("across_back_ease", -12.0, min=-20.0, max=40.0,
                  help="Under 0: a sleeveless armhole is cut in by half of it a side."),
        Parameter("back_shoulder_ease", 6.0, min=0.0, max=10.0),
        Parameter("side_allowance", 20.0, min=10.0, max=30.0),
    ),
    needs=NEEDS,
    draft=draft,
)  # fmt: skip
