"""The figures of a skirt, worked out before a line is drawn. All mm."""

from __future__ import annotations

import math
from dataclasses import dataclass

from patterns.components.base import Making
from patterns.components.meeting import Opening
from patterns.drafting.draft import Point, Refusal

BAND_EASE = 10.0  # trade facts §1: a skirt's waist is eased on to its straight band by 10
BACK_DROP = 8.0  # §6: centre back 5-15 lower than centre front
LEAST_ZIP = 150.0  # a zip shorter than this hardly helps a hand in: our own
PASSING = 20.0  # §6: what an opening must leave over the hips
FRONT_MORE = 8.0  # so much is a quarter of the waist longer in front than behind: our own
CLOTH = 1394.0  # the widest a panel may be cut, so that it lies on cloth 1400 wide
FREE = 60.0  # §2: hips that a style leaves free have at least so much room
PEPLUM = 60.0
"""A skirt that ends less than this below the hip line has no hip to be fitted: our own."""

GATHERED = ("gathered", "tiers")
FREE_STYLES = ("quarter_circle", "half_circle", "circle", *GATHERED)


@dataclass(frozen=True, slots=True)
class Top:
    """The waist a skirt is drafted to, of one half: how long it is, where its darts should sit, where
    it opens, how far above the natural waist it lies, how far a wrap's front runs past the centre."""

    front: float
    back: float
    front_darts: tuple[float, ...] = ()
    back_darts: tuple[float, ...] = ()
    level: float = 0.0
    overlap: float = 0.0

    @property
    def girth(self) -> float:
        return 2 * (self.front + self.back)


@dataclass(frozen=True, slots=True)
class Figures:
    """x = 0 is centre front and centre back, y = 0 the skirt's waist at centre front; `hip_y` and
    `hem_y` lie below that. `hip` is the finished girth, ease in. `seam` is the allowance of side and
    centre back seams, inlay in; `band` how much of the top is cut off as a contoured waistband."""

    style: str
    top: Top
    opening: Opening
    hip: float
    hip_y: float
    hem_y: float
    length: float
    seam: float
    band: float

    def grainline(self, x: float) -> tuple[Point, Point]:
        """Where a panel fitted to the hips bears it: below the hip line."""
        below = self.hem_y - self.hip_y
        return (x, self.hip_y + 0.1 * below), (x, self.hem_y - 0.2 * below)

    @property
    def peplum(self) -> bool:
        return self.hem_y < self.hip_y + PEPLUM and self.style in FREE_STYLES


def work_out(making: Making) -> Figures:
    body, number = making.body, making.number
    style = making.text("skirt.style")
    above = making.waist
    top = _top(making, style)
    opening: Opening = above.opening if above else _opening(making, style)
    length = number("skirt.length")
    contoured = above is None and making.text("waistband.style") == "contoured"
    if style not in FREE_STYLES and length < body["waist_to_hip"] + PEPLUM:
        raise Refusal(
            "too_short",
            "The skirt would end about the hip line. Please choose a longer one.", ("waist_to_hip",),
        )  # fmt: skip
    return Figures(
        style=style, top=top, opening=opening,
        hip=body["hip_girth"] + number("skirt.hip_ease"),
        hip_y=body["waist_to_hip"] + top.level, hem_y=length + top.level, length=length,
        seam=number("skirt.side_allowance") + number("skirt.inlay"),
        band=number("waistband.height") if contoured else 0.0,
    )  # fmt: skip


def _opening(making: Making, style: str) -> Opening:
    if style == "wrap":
        return "front"
    opening = making.text("skirt.opening")
    return "side" if opening == "side" else "none" if opening == "none" else "back"


def _top(making: Making, style: str) -> Top:
    """The waist of the bodice above, or the skirt's own."""
    above = making.waist
    if above:
        return Top(
            above.front.length - above.overlap, above.back.length, above.front_darts,
            above.back_darts, above.level, above.overlap,
        )  # fmt: skip
    waist, eased = making.body["waist_girth"], 0.0
    if not making.has("waistband"):
        waist += making.number("skirt.waist_ease")
    elif making.text("waistband.style") == "straight" and style not in GATHERED:
        waist += making.number("skirt.waist_ease")
        eased = BAND_EASE / 4
    else:
        waist += making.number("waistband.waist_ease")
    more = 0.0 if style in FREE_STYLES else FRONT_MORE
    front = waist / 4 + more + eased
    return Top(front, waist / 4 - more + eased, overlap=0.6 * front if style == "wrap" else 0.0)


def zip_depth(making: Making, figures: Figures) -> float:
    """How far down from the natural waist (or the seam above it) the opening goes, so that the hips pass:
    closed waist + 2 × zip at least hip + 20 (§6). A fitted skirt's ends 15 above the hip line or below;
    nothing opens below a hem."""
    needed = (making.body["hip_girth"] + PASSING - figures.top.girth) / 2 + 1.0
    usual = LEAST_ZIP if figures.style in FREE_STYLES else figures.hip_y - 15.0
    return max(needed, usual if not figures.peplum else 0.0)


def hem_allowance(making: Making, usual: float, radius: float = math.inf) -> float:
    """How deep the hem is turned: as the template says, else as usual for the style (§7); never so deep
    that its raw edge is over 3 % longer than a hem of this radius. Told where that moves it."""
    asked = making.number("skirt.hem_allowance")
    deepest = 0.029 * radius
    given = min(asked or usual, deepest)
    if asked > deepest:
        making.warn(
            "hem_allowance",
            f"The hem is turned up {given:.0f} mm instead of {asked:.0f}, so that it lies flat in the flare.",
        )
    making.parameters["skirt.hem_allowance"] = round(given, 1)
    return given
