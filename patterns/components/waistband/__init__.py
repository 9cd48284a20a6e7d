"""The waistband: a straight band with an underlap, a contoured one, or a facing in its place."""

from collections.abc import Mapping

from patterns.components.base import Component, Parameter, parameters
from patterns.specs import Setting

from .draft import STYLES, draft

SHAPELESS = ("gathered", "tiers", "knife_pleats", "box_pleats", "wrap")


def _conflicts(resolved: Mapping[str, Setting], components: tuple[str, ...]) -> list[str]:
    found = []
    style = resolved["waistband.style"]
    if "bodice" in components:
        found.append("A waistband finishes a skirt; a dress has none.")
    if "skirt" not in components:
        found.append("A waistband needs a skirt.")
    if style != "straight" and resolved.get("skirt.style") in SHAPELESS:
        found.append(
            "A contoured band or a waist facing is cut from the skirt's own shape: a skirt that is gathered, "
            "pleated or wrapped has a straight band."
        )
    return found


WAISTBAND = Component(
    name="waistband",
    parameters=parameters(
        Parameter("style", "straight", kind="choice", values=tuple(STYLES)),
        Parameter("height", 35.0, min=30.0, max=50.0, help="Finished height of the band."),
        Parameter("waist_ease", 10.0, min=0.0, max=40.0),
    ),
    needs=("waist_girth",),
    draft=draft,
    after=("skirt",),
    conflicts=_conflicts,
)
