"""The cuff: a band that buttons where the hand could not pass, or a casing for elastic."""

from collections.abc import Mapping

from patterns.components.base import Component, Parameter, parameters
from patterns.specs import Setting

from .draft import draft


def conflicts(settled: Mapping[str, Setting], components: tuple[str, ...]) -> list[str]:
    """What does not go together, a sentence each."""
    return [] if "sleeve" in components else ["A cuff needs a sleeve."]


CUFF = Component(
    name="cuff",
    parameters=parameters(
        Parameter("style", "band", kind="choice", values=("band", "casing")),
        Parameter("height", 40.0, min=15.0, max=100.0, help="How high a finished band is."),
        Parameter("wrist_ease", 40.0, min=30.0, max=60.0,
                  help="How much looser than the arm a band closes."),
    ),
    needs=("upper_arm_girth", "elbow_girth", "wrist_girth", "outer_arm_length"),
    helps=("hand_girth",),
    draft=draft,
    after=("sleeve",),
    conflicts=conflicts,
)  # fmt: skip
