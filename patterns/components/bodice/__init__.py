"""The bodice: its bust shaped by darts, panels or gathers; to the waist, under the bust or through."""

from patterns.components.base import Component, Parameter, parameters

from .draft import draft
from .lengths import NEEDS
from .matching import conflicts

BELOW = ("hip_girth", "waist_to_hip", "waist_to_knee", "body_rise")
"""What a bodice that is cut through is drafted from besides."""

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
        Parameter("back", "ease", kind="choice", values=("ease", "dart", "princess"),
                  help="What shapes the back's shoulder: ease, a dart, or a seam down to the waist."),
        Parameter("opening", "back", kind="choice", values=("back", "side", "front", "none")),
        Parameter("bust_ease", 70.0, min=40.0, max=200.0),
        Parameter("waist_ease", 40.0, min=0.0, max=200.0),
        Parameter("hip_ease", 50.0, min=30.0, max=300.0, help="Of one that is cut through."),
        Parameter("length", 200.0, min=120.0, max=1100.0,
                  help="Cut through: from the waist to the hem at centre front."),
        Parameter("flare", 0.0, unit="degrees", min=-2.0, max=12.0,
                  help="Cut through: how far each seam leans out below the hip."),
        Parameter("hem_allowance", 0.0, min=0.0, max=60.0,
                  help="Cut through; 0: as deep as its length and flare allow."),
        Parameter("slit", "side", kind="choice", values=("none", "side", "back"),
                  help="Where the hem opens if it is too narrow to walk in."),
        Parameter("across_back_ease", -12.0, min=-20.0, max=40.0,
                  help="Under 0: a sleeveless armhole is cut in by half of it a side."),
        Parameter("back_shoulder_ease", 6.0, min=0.0, max=10.0),
        Parameter("side_allowance", 20.0, min=10.0, max=30.0),
        Parameter("inlay", 0.0, min=0.0, max=30.0,
                  help="Left at side and centre back, beyond the allowance, to let it out."),
    ),
    needs=(*NEEDS, *BELOW),
    helps=("across_front", "bust_point_to_waist"),
    draft=draft,
    conflicts=conflicts,
)  # fmt: skip
