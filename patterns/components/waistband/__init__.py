"""The waistband: straight, folded lengthwise, closed at centre back with an underlap."""

from patterns.components.base import Component, Parameter, parameters

from .draft import draft

WAISTBAND = Component(
    name="waistband",
    parameters=parameters(
        Parameter("height", 35.0, min=30.0, max=50.0, help="Finished height of the band."),
        Parameter("waist_ease", 10.0, min=0.0, max=40.0),
    ),
    needs=("waist_girth",),
    draft=draft,
    after=("skirt",),
)
