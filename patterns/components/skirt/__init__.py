"""The skirt: straight to A-line, darts at the waist, zip and vent at centre back."""

from patterns.components.base import Component, Parameter, parameters

from .draft import draft

SKIRT = Component(
    name="skirt",
    parameters=parameters(
        Parameter("length", 600.0, min=450.0, max=1000.0, help="Waist to hem at centre front."),
        Parameter("flare", 0.0, unit="degrees", min=-2.0, max=12.0,
                  help="How far each side seam leans out below the hip."),
        Parameter("hip_ease", 50.0, min=30.0, max=160.0),
        Parameter("waist_ease", 10.0, min=0.0, max=160.0),
        Parameter("hem_allowance", 40.0, min=10.0, max=60.0),
        Parameter("side_allowance", 20.0, min=10.0, max=30.0),
    ),
    needs=("waist_girth", "hip_girth", "waist_to_hip", "waist_to_knee", "body_rise"),
    draft=draft,
    after=("bodice",),
)  # fmt: skip
