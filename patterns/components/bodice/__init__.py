"""The bodice: sleeveless, shaped at side (or armhole) and waist, zip at centre back, faced."""

from patterns.components.base import Component, Parameter, parameters

from .draft import draft
from .lengths import NEEDS

BODICE = Component(
    name="bodice",
    parameters=parameters(
        Parameter("neckline", "scoop", kind="choice", values=("jewel", "v", "scoop")),
        Parameter("neck_depth", 80.0, min=40.0, max=180.0,
                  help="Below the front neck point; a jewel neckline has its own."),
        Parameter("neck_width", 15.0, min=0.0, max=40.0, help="Widening at each shoulder."),
        Parameter("bust_ease", 70.0, min=40.0, max=200.0),
        Parameter("waist_ease", 40.0, min=0.0, max=200.0),
        Parameter("across_back_ease", -12.0, min=-20.0, max=40.0,
                  help="Under 0: a sleeveless armhole is cut in by half of it a side."),
        Parameter("armhole_raise", 12.0, min=0.0, max=20.0,
                  help="How much higher a sleeveless armhole lies than one for a sleeve."),
        Parameter("shoulder_inset", 12.0, min=0.0, max=30.0,
                  help="How far inside the shoulder point the shoulder seam ends."),
        Parameter("back_shoulder_ease", 6.0, min=0.0, max=10.0),
        Parameter("side_allowance", 20.0, min=10.0, max=30.0),
    ),
    needs=NEEDS,
    draft=draft,
)  # fmt: skip
