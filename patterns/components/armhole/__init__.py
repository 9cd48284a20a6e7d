"""The sleeveless armhole: raised, cut in, and faced."""

from patterns.components.base import Component, Parameter, parameters

from .draft import conflicts, draft

ARMHOLE = Component(
    name="armhole",
    parameters=parameters(
        Parameter("raise", 12.0, min=0.0, max=20.0,
                  help="How much higher a sleeveless armhole lies than one for a sleeve."),
        Parameter("inset", 12.0, min=0.0, max=30.0,
                  help="How far inside the shoulder point the shoulder seam ends."),
    ),
    needs=(),
    draft=draft,
    after=("bodice",),
    conflicts=conflicts,
)  # fmt: skip
