"""How a sleeve is drafted: its cap solved to the armhole, the rest below, its seams and measures."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from patterns.components.base import Making
from patterns.components.halves import Half, Rim, rim
from patterns.components.meeting import Armhole
from patterns.drafting.cutting import NotchAt, Part
from patterns.drafting.draft import FinishedMeasure, InsideLine, Level, Refusal
from patterns.drafting.geometry import Point
from patterns.drafting.solving import NoRootError, root

from .arm import Arm, Cuffed, arm_of
from .below import HEM, SHORTEST, Below, Figures, Named, draw, figures
from .cap import (
    LEAST_ARM_EASE,
    LEAST_HEIGHT,
    MOST_EASE,
    MOST_HEIGHT,
    MOST_LINED,
    OF_ARMHOLE,
    Cap,
    solve_cap,
    widest,
)
from .parting import part_rim
from .puff import fullness, puffed

SL = Half("SL", "front", whole=False)

FORWARD = 7.0  # trade facts §5: the crown meets the armhole 5-10 forward of the shoulder seam
BACK_SHARE = 0.55  # §4: 50-60 % of the cap's ease lies at the back
SEAM, UNDERARM, NARROW_HEM, CASING = 10.0, 20.0, 12.0, 24.0
"""Allowances, §7: armhole 10, underarm made to measure 20, a flared hem like a bias one 6-15; a casing is
elastic of 8 and its turn, our own."""
SLIT = 80.0  # a cuffed sleeve opens so far above its cuff; common practice 70-90


def draft(making: Making) -> None:
    """Adds SL, its seams and measures, and the sleeve's hem that a cuff meets.

    Raises Refusal where upper arm and armhole go together at no ease.
    """
    if making.text("sleeve.style") == "kimono":  # the bodice grew it: see kimono.py
        making.operation(95, "Turn up the sleeve hems and sew them by hand.")
        return
    hole, arm = making.armhole, arm_of(making)
    assert hole is not None
    try:
        _set(making, hole, arm)
    except NoRootError as no_root:
        raise Refusal(
            "sleeve_lines",
            "Armhole and arm do not go together: no sleeve could be drawn. Please check the measurements "
            "of the arm.",
            ("upper_arm_girth", "elbow_girth", "wrist_girth", "outer_arm_length"),
        ) from no_root
    _work(making)


def _set(making: Making, hole: Armhole, arm: Arm) -> None:
    """The sleeve of an armhole. Raises Refusal and NoRootError."""
    if arm.elbow > arm.upper or arm.wrist > arm.elbow:
        raise Refusal(
            "sleeve_arm",
            "An arm grows thinner from the upper arm over the elbow to the wrist. Please check the three.",
            ("upper_arm_girth", "elbow_girth", "wrist_girth"),
        )
    cap = _cap(making, hole, arm)
    lower = hole.front.length - hole.front_pitch, hole.back.length - hole.back_pitch
    wide, middle = cap.front_wide + cap.back_wide, (cap.back_wide - cap.front_wide) / 2
    puff = making.text("sleeve.style") == "puff"
    top: Named = (("cap_front", cap.front), ("cap_back", cap.back))
    if puff:
        full = fullness(making, arm, hole, cap)
        top = puffed(cap, lower, full, hole.front_pitch + hole.back_pitch)
        wide += full.spread
    sizes = figures(making, arm, wide, cap.high)
    if sizes.long < SHORTEST or sizes.hem - wide > sizes.long:
        raise Refusal(
            "sleeve_short",
            "The arm is too short for this sleeve. Please check its length, or choose a longer sleeve or "
            "a narrower cuff.",
            ("outer_arm_length",),
        )
    below = draw(making, arm, middle, wide, sizes)
    parts = [
        *(Part(name, path, SEAM, line="armhole") for name, path in top),
        *_lower_parts(making, below, sizes.cuff),
    ]
    crown, bottom = next(path.end for name, path in top if name == "cap_front"), _under(below, 0.0)
    making.parameters.update({
        "sleeve.cap_height": round(-crown[1], 2), "sleeve.ends": round(sizes.ends, 2),
        "sleeve.hem_width": round(sum(path.length for _, path in below.hem), 2),
    })  # fmt: skip
    making.pieces.append(SL.cut(
        "sleeve", "sleeve", parts, mouths=below.mouths,
        grainline=_grain(crown, bottom, middle), notches=_notches(parts, puff),
        lines=_lines(crown, bottom, below),
        levels={"upper_arm": Level(lines=((top[0][1].start, top[-1][1].end),))},
    ))  # fmt: skip
    if puff:
        _set_in_gathered(making, hole, parts)
    else:
        _set_in(making, hole, parts, lower)
    _seams(making, parts, below, sizes)
    _measures(making, arm, wide, bottom[1] - crown[1], below)


def _cap(making: Making, hole: Armhole, arm: Arm) -> Cap:
    """The cap over this armhole. Where it would be lower than a quarter of the armhole it is eased more;
    where that is not enough the upper arm's ease gives way, down to the least; then Refusal."""
    girth = hole.front.length + hole.back.length
    asked, high = making.number("sleeve.cap_ease") / OF_ARMHOLE * girth, LEAST_HEIGHT * girth
    wide = arm.upper + making.number("sleeve.upper_arm_ease")

    def lean(high: float) -> float:
        return figures(making, arm, wide, high).lean

    def halves(ease: float) -> tuple[float, float]:
        return (
            hole.front.length - FORWARD + (1 - BACK_SHARE) * ease,
            hole.back.length + FORWARD + BACK_SHARE * ease,
        )

    try:
        cap = solve_cap(*halves(asked), wide, lean)
        if high <= cap.high <= MOST_HEIGHT * girth:
            return cap
        if cap.high > high:
            return _wider(making, arm, halves(asked), MOST_HEIGHT * girth)
    except NoRootError:
        pass

    def room(ease: float, slope: float) -> float:
        return widest(*halves(ease), high, slope)

    most = (MOST_LINED if making.has("lining") else MOST_EASE) * girth
    making.warn(
        "cap_ease", "The sleeve is eased more than usual over its crown, for the upper arm's sake."
    )
    slope = lean(high)
    if room(most, slope) >= wide:
        ease = root(lambda ease: room(ease, slope) - wide, asked, most)
        return solve_cap(*halves(ease), wide, lean)
    least = arm.upper + LEAST_ARM_EASE
    found = min(room(most, slope), room(most, figures(making, arm, least, high).lean))
    if found < least:
        raise Refusal(
            "sleeve_cap",
            "No sleeve can be set into this armhole: it is too small for the upper arm. Please check "
            "both measurements, or choose a sleeveless or a kimono style.",
            ("upper_arm_girth", "armscye_girth"),
        )
    wide = max(math.floor(found), least)
    making.parameters["sleeve.upper_arm_ease"] = wide - arm.upper
    making.warn(
        "fallback_upper_arm_ease",
        f"The armhole leaves the upper arm {wide - arm.upper:.0f} mm of ease, less than this fit's.",
    )
    return solve_cap(*halves(most), wide, lean)


def _wider(making: Making, arm: Arm, halves: tuple[float, float], high: float) -> Cap:
    """The cap of a thin arm in a large armhole: wider, that it be no higher than this."""

    def lean(wide: float) -> float:
        return figures(making, arm, wide, high).lean

    wide = widest(*halves, high, 0.0)
    wide = widest(*halves, high, lean(wide))
    making.parameters["sleeve.upper_arm_ease"] = wide - arm.upper
    making.warn(
        "upper_arm_ease",
        f"The upper arm has {wide - arm.upper:.0f} mm of ease, or the sleeve would not fill the armhole.",
    )
    return solve_cap(*halves, wide, lambda high: figures(making, arm, wide, high).lean)


def _lower_parts(making: Making, below: Below, cuff: Cuffed | None) -> list[Part]:
    """The edges under the cap: the back seam down, the hem, the front seam up."""
    legs = {name for mouth in below.mouths for name in (mouth.first, mouth.second)}
    sewn = cuff is not None and cuff.style == "band"
    deep = SEAM if sewn else _hem_allowance(making, cuff)
    return [
        *(Part(name, path, 0.0 if name in legs else UNDERARM) for name, path in below.back),
        *(
            Part(name, path, deep, "seam" if sewn else "hem", "sleeve hem")
            for name, path in below.hem
        ),
        Part("underarm_front", below.front.reversed(), UNDERARM),
    ]


def _hem_allowance(making: Making, cuff: Cuffed | None) -> float:
    if cuff:
        return CASING
    return NARROW_HEM if making.text("sleeve.style") == "bell" else HEM


def _under(below: Below, x: float) -> Point:
    """The point of the hem that lies under the crown."""
    stretches = [stretch for _, path in below.hem for stretch in path.stretches]
    over = next((each for each in stretches if each.d[0] <= x <= each.a[0]), stretches[-1])
    return over.point(root(lambda t: over.point(t)[0] - x, 0.0, 1.0))


def _grain(crown: Point, bottom: Point, middle: float) -> tuple[Point, Point]:
    """Down the sleeve's middle, clear of the line under the crown."""
    x = middle if abs(middle) > 8.0 else 8.0
    return (x, 0.45 * crown[1]), (x, 0.85 * bottom[1])


def _notches(parts: list[Part], puff: bool) -> list[NotchAt]:
    """The crown's, where its two edges meet; a puff's notches too, where the gathers begin."""
    long = {part.name: part.path.length for part in parts}
    crown = NotchAt("cap_front", long["cap_front"])
    if not puff:
        return [crown]
    return [
        crown, NotchAt("cap_front_under", long["cap_front_under"]), NotchAt("cap_back_under", 0.0, "double")
    ]  # fmt: skip


def _lines(crown: Point, bottom: Point, below: Below) -> list[InsideLine]:
    lines = [InsideLine("sleeve length", "measure", np.array((crown, bottom)))]
    if below.slit:
        x, y = below.slit
        lines.append(InsideLine("opening", "cut", np.array(((x, y), (x, y - SLIT)))))
    return lines


def _set_in(making: Making, hole: Armhole, parts: list[Part], lower: tuple[float, float]) -> None:
    """Eased over the crown, plain below the notches."""
    cap = rim(SL, parts, "cap_front", "cap_back")
    around = Rim((*hole.front.reversed().runs, *hole.back.runs))
    front = parts[0].path.length
    making.sew(
        "sleeve", cap, around, "ease", ease=cap.length - around.length, where="cap",
        match=(
            (lower[0], lower[0]),
            (front, hole.front.length - FORWARD),
            (cap.length - lower[1], around.length - lower[1], "double"),
        ),
    )  # fmt: skip


def _set_in_gathered(making: Making, hole: Armhole, parts: list[Part]) -> None:
    """Plain below the notches, gathered over the crown: the armhole is parted at its pitch notches."""
    front_top, front_under = part_rim(making, hole.front, hole.front_pitch, "single")
    back_top, back_under = part_rim(making, hole.back, hole.back_pitch, "double")
    making.armhole = _parted(hole, front_top, front_under, back_top, back_under)
    making.sew("sleeve under front", rim(SL, parts, "cap_front_under"), front_under.reversed(),
                breaks=("armhole",))  # fmt: skip
    crown = rim(SL, parts, "cap_front", "cap_back")
    around = Rim((*front_top.reversed().runs, *back_top.runs))
    at = next(part.path.length for part in parts if part.name == "cap_front")
    making.sew(
        "sleeve crown", crown, around, "gather", ratio=crown.length / around.length,
        match=((at, front_top.length - FORWARD),),
    )  # fmt: skip
    making.sew(
        "sleeve under back", rim(SL, parts, "cap_back_under"), back_under, breaks=("armhole",)
    )


def _parted(hole: Armhole, *rims: Rim) -> Armhole:
    front_top, front_under, back_top, back_under = rims
    return Armhole(
        Rim((*front_top.runs, *front_under.runs)), Rim((*back_top.runs, *back_under.runs)),
        hole.front_path, hole.back_path, hole.front_pitch, hole.back_pitch,
        hole.front_side, hole.back_side, hole.room,
    )  # fmt: skip


def _seams(making: Making, parts: list[Part], below: Below, sizes: Figures) -> None:
    """The underarm seam, matched at the elbow (or half way), and the hem as cuffs meet it."""
    legs = {name for mouth in below.mouths for name in (mouth.first, mouth.second)}
    back = rim(SL, parts, *(name for name, _ in below.back if name not in legs))
    front = rim(SL, parts, "underarm_front", reversed=True)
    share = sizes.elbow / front.length
    at = sizes.elbow if 0.2 < share < 0.8 else 0.5 * front.length
    if below.mouths:
        at = below.back[0][1].length
    making.sew("sleeve seam", front, back, match=((at, at),))
    making.darts("sleeve", SL, below.mouths)
    making.sleeve_hem = rim(SL, parts, *(name for name, _ in below.hem[::-1]))


def _measures(making: Making, arm: Arm, wide: float, long: float, below: Below) -> None:
    ease = making.number("sleeve.upper_arm_ease")
    girth = FinishedMeasure(
        "upper_arm_girth", wide, arm.upper, ease, "sleeve.upper_arm_ease",
        level="upper_arm", pieces=(("SL", 1),),
    )  # fmt: skip
    if making.text("sleeve.style") == "puff":  # its width is its fullness: free
        girth = replace(girth, body=None, ease=None, ease_parameter=None)
    making.finished += [
        girth,
        FinishedMeasure("sleeve_length", long, lines=(("SL", "sleeve length", 1),)),
        FinishedMeasure(
            "sleeve_hem", sum(path.length for _, path in below.hem),
            edges=tuple(("SL", name, 1) for name, _ in below.hem),
        ),
    ]  # fmt: skip


def _work(making: Making) -> None:
    if making.parameters["sleeve.fitted"]:
        making.operation(20, "Sew the elbow darts and press them down.")
    making.operation(70, "Sew the sleeve seams, matching the notches.")
    if making.text("sleeve.style") == "puff":
        making.operation(
            70, "Gather each sleeve's crown between its notches, most over the shoulder, and set the "
            "sleeves in: plain below the notches.",
        )  # fmt: skip
    else:
        making.operation(
            70, "Run an easing thread over each sleeve's crown and set the sleeves in: crown notch to "
            "the armhole's in front of the shoulder seam, plain below the notches.",
        )  # fmt: skip
    if not making.has("cuff"):
        making.operation(95, "Turn up the sleeve hems and sew them by hand.")
