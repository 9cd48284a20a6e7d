"""The lining: made from the finished shell of bodice, sleeve and skirt by rule, sewn in along every edge."""

from patterns.components.base import Component, Parameter, parameters

from .draft import conflicts, draft

LINING = Component(
    name="lining",
    parameters=parameters(
        Parameter("extent", "full", kind="choice", values=("full",),
                  help="What is lined: all of bodice, sleeves and a fitted skirt."),
    ),
    needs=(),
    draft=draft,
    after=("bodice", "neckline", "armhole", "sleeve", "cuff", "collar", "skirt", "waistband", "pocket"),
    conflicts=conflicts,
)  # fmt: skip
