"""The collar: a stand (mandarin, qipao), a Peter Pan, or a bow tied of its own long ends."""

from patterns.components.base import Component, Parameter, parameters

from .draft import STYLES, conflicts, draft

COLLAR = Component(
    name="collar",
    parameters=parameters(
        Parameter("style", "mandarin", kind="choice", values=tuple(STYLES)),
        Parameter("height", 38.0, min=25.0, max=60.0, help="Of a stand, at centre back."),
        Parameter("width", 62.0, min=30.0, max=100.0,
                  help="Of a Peter Pan from neck to edge; of a bow's band, folded."),
        Parameter("tie_length", 620.0, min=300.0, max=1000.0,
                  help="Of a bow's end, from where it leaves the neckline."),
        Parameter("cut", "straight", kind="choice", values=("straight", "bias"),
                  help="How a bow's band lies on the cloth."),
    ),
    needs=("head_girth",),
    draft=draft,
    after=("bodice", "neckline"),
    conflicts=conflicts,
)  # fmt: skip
