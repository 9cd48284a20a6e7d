"""The skirt: eleven styles over shared figures; each draws its shell, one assembly cuts and sews it."""

from collections.abc import Mapping

from patterns.components.base import Component, Parameter, parameters
from patterns.specs import Setting

from .a_line import LEAST_FLARE
from .draft import STYLES, draft
from .figures import FREE_STYLES

FITTED_FLARE = 12.0
LEAST_FITTED = 400.0  # a shorter one would end about the hip line
PEPLUMS = ("quarter_circle", "half_circle", "circle", "gathered")


def _conflicts(resolved: Mapping[str, Setting], components: tuple[str, ...]) -> list[str]:
    style, flare = str(resolved["skirt.style"]), resolved["skirt.flare"]
    assert isinstance(flare, int | float)
    found = []
    if style == "a_line" and flare < LEAST_FLARE:
        found.append(f"An A-line skirt flares by {LEAST_FLARE:g} degrees or more.")
    if style == "six_panel" and flare < 0:
        found.append("A skirt of six panels is not pegged: its flare is 0 degrees or more.")
    if style == "six_panel" and flare > 8:
        found.append("A skirt of six panels flares by 8 degrees a seam at most.")
    if style == "gathered" and flare < 0:
        found.append("A gathered skirt is not pegged: its flare is 0 degrees or more.")
    if style == "straight" and flare > FITTED_FLARE:
        found.append(
            f"A straight skirt flares by {FITTED_FLARE:g} degrees at most: choose an A-line."
        )
    length = resolved["skirt.length"]
    assert isinstance(length, int | float)
    if length < LEAST_FITTED and style not in PEPLUMS:
        found.append("A peplum is cut from a circle, or gathered.")
    wraps = resolved.get("bodice.front") == "wrap"
    if "bodice" in components and wraps != (style == "wrap"):
        found.append("A wrap skirt goes with a wrap bodice, and no other does.")
    if "bodice" in components and resolved.get("bodice.cut") == "through":
        found.append("A bodice cut through to the hem has no skirt.")
    if "bodice" not in components and resolved["skirt.opening"] == "none":
        found.append("A skirt needs an opening to be put on.")
    if "bodice" not in components and resolved["skirt.opening"] == "front" and style != "wrap":
        found.append("Only a wrap skirt opens in front.")
    return found


SKIRT = Component(
    name="skirt",
    parameters=parameters(
        Parameter("style", "straight", kind="choice", values=tuple(STYLES)),
        Parameter("length", 600.0, min=150.0, max=1100.0,
                  help="From the natural waist to the hem at centre front; up to 250 it is a peplum."),
        Parameter("flare", 0.0, unit="degrees", min=-2.0, max=18.0,
                  help="How far each side seam (of six panels: each seam) leans out below the hip."),
        Parameter("fullness", 2.0, unit="times", min=1.3, max=3.0,
                  help="How much wider gathers are cut than sewn; of tiers the lower one's."),
        Parameter("hip_ease", 50.0, min=30.0, max=160.0),
        Parameter("waist_ease", 10.0, min=0.0, max=160.0),
        Parameter("slit", "auto", kind="choice", values=("auto", "vent", "slit"),
                  help="What lets her stride where the hem is narrow; auto is a vent."),
        Parameter("opening", "back", kind="choice", values=("back", "side", "front", "none"),
                  help="Where it opens; under a bodice it follows that."),
        Parameter("hem_allowance", 0.0, min=0.0, max=60.0, help="0: as deep as its fullness allows."),
        Parameter("side_allowance", 20.0, min=10.0, max=30.0),
        Parameter("inlay", 0.0, min=0.0, max=30.0, help="Left over in side and centre back seams."),
    ),
    needs=("waist_girth", "hip_girth", "waist_to_hip", "waist_to_knee", "body_rise"),
    draft=draft,
    after=("bodice",),
    conflicts=_conflicts,
)  # fmt: skip

__all__ = ["FREE_STYLES", "SKIRT"]
