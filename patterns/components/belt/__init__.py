"""The belt: tied of its own cloth, or stiff with a buckle."""

from patterns.components.base import Component, Parameter, parameters

from .draft import draft

BELT = Component(
    name="belt",
    parameters=parameters(
        Parameter("style", "tie", kind="choice", values=("tie", "stiff")),
        Parameter("width", 40.0, min=20.0, max=80.0, help="Finished."),
    ),
    needs=("waist_girth",),
    draft=draft,
    after=("bodice", "skirt", "waistband"),
)  # fmt: skip
