"""The garment as a whole: its parts, front and back, inside and out, on the cloth, let out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from .garment import Garment
from .getting_in import NECK_LINES, height
from .piece import Fault, Faults
from .reading import ReadPiece

FRONT_SHARE = {"bust": (0.47, 0.62), "hip": (0.42, 0.58)}
"""The front's part of a girth: fuller at the bust, about half at the hips; our own."""
BALANCE = 50.0
"""mm by which front length less back length, side neck point to waist, may differ from her own: from
what front and back neck point to waist say, the side neck point over them by neck / 5 - 2 and 15 (§3)."""
SKIRT_LENGTH = "skirt length"  # the line along which that finished measure is taken, on either hand
CLOTH, INTERFACING = 1400.0, 900.0  # mm, the narrowest that is sold
LINES = {
    "bodice": (("neckline", NECK_LINES), ("waist or hem", ("waist", "hem"))),
    "skirt": (("hem", ("hem",)), ("waist", ("waist",))),
}
"""Of which lines of a garment a component has edges."""


def whole_faults(garment: Garment) -> Faults:
    yield from _parts(garment)
    yield from _balance(garment)
    yield from _lining(garment)
    yield from _cloth(garment)
    yield from _let_out(garment)


def _parts(garment: Garment) -> Faults:
    """A garment that says it has a component has pieces of it, and those the lines others go by."""
    there = {piece.component for piece in garment.pieces.values()}
    there |= {piece.layer for piece in garment.pieces.values()}
    if garment.parameters.get("cuff.style") == "casing":  # an elastic in the sleeve's own hem
        there.add("cuff")
    if garment.parameters.get("sleeve.style") == "kimono":  # cut in one with the bodice
        there.add("sleeve")
    if garment.parameters.get("components.lining") is True:  # the lining finishes the armhole
        there.add("armhole")
    for key, value in garment.parameters.items():
        component = key.removeprefix("components.")
        if component != key and value is True and component not in there:
            yield Fault("part missing", f"the {component} has no piece")
    for component, lines in LINES.items():
        if garment.made_of(component):
            for words, names in lines:
                if not garment.edges(component, *names):
                    yield Fault(
                        "part missing", f"no edge of the {component} is part of the {words}"
                    )
    kimono = garment.parameters.get("sleeve.style") == "kimono"
    if garment.made_of("bodice") and not kimono and not garment.edges("bodice", "armhole"):
        yield Fault("part missing", "no edge of the bodice is part of an armhole")
    if garment.made_of("sleeve") and not kimono and not garment.sleeve_seams:
        yield Fault("part missing", "no seam sets the sleeve into the armhole")


def _balance(garment: Garment) -> Faults:
    for level, (least, most) in FRONT_SHARE.items():
        front, back = (garment.level(level, named=word) for word in ("front", "back"))
        if front and back and not least <= front / (front + back) <= most:
            share = front / (front + back)
            yield Fault("balance", f"the front is {share:.0%} of the girth at the {level}")
    lengths = [_neck_to_waist(garment, word) for word in ("front", "back")]
    body = garment.body
    own = ("front_neck_to_waist", "back_neck_to_waist", "neck_base_girth")
    if lengths[0] is None or lengths[1] is None or not set(own) <= set(body):
        return
    longer = lengths[0] - lengths[1]
    hers = body[own[0]] + body[own[2]] / 5 - 2 - (body[own[1]] + 15.0)
    if abs(longer - hers) > BALANCE:
        text = f"the front is {longer:.0f} mm longer than the back to the waist"
        yield Fault("balance", f"{text}, where she has {hers:.0f}")


def _neck_to_waist(garment: Garment, word: str) -> float | None:
    """From the highest point of the neckline down to the waist at the centre, as drawn; None where no
    piece has both."""
    for piece in garment.shell:
        if piece.component != "bodice" or word not in piece.name:
            continue
        by_line: dict[str | None, list[str]] = {}
        for name, edge in piece.edges.items():
            by_line.setdefault(edge.get("line"), []).append(name)
        neck, waist = by_line.get("neckline"), by_line.get("waist")
        level = (piece.data.get("levels") or {}).get("waist")
        if not neck or not (waist or level):
            continue
        top = min(float(piece.run(name).points[:, 1].min()) for name in neck)
        ends = [piece.end(name, end) for name in waist or () for end in (False, True)]
        if ends:
            return min(ends, key=lambda point: abs(point[0]))[1] - top
        if level is not None:
            return _waist_at_centre(piece, level) - top
    return None


def _waist_at_centre(piece: ReadPiece, level: Mapping[str, Any]) -> float:
    """How low the waist lies at the centre of a piece that runs on below it: where its skirt's length, which
    is measured itself, begins. Under a bust whose shaping hangs in the hem that is lower than at the side,
    where the level is."""
    tops = [
        float(run.points[:, 1].min())
        for name, run in piece.lines.items() if name.startswith(SKIRT_LENGTH)
    ]  # fmt: skip
    return max(tops, default=height(level))


def _lining(garment: Garment) -> Faults:
    if not any(piece.layer == "lining" for piece in garment.pieces.values()):
        return
    compared = 0
    for level in ("bust", "waist", "hip"):
        inside, outside = garment.level(level, "lining"), garment.level(level)
        if inside is None or outside is None:
            continue
        compared += 1
        if inside < outside - 1.0:
            text = f"{inside:.0f} mm at the {level} where the shell has {outside:.0f}"
            yield Fault("lining too small", text)
    if not compared:
        yield Fault("part missing", "the lining has no level at which it could be measured")


def _cloth(garment: Garment) -> Faults:
    """Each piece fits the narrowest cloth that is sold, laid along its grain."""
    for piece in garment.pieces.values():
        grain = piece.data.get("grainline")
        if not grain:
            continue
        (x0, y0), (x1, y1) = grain
        across = np.array((y0 - y1, x1 - x0)) / (math.hypot(x1 - x0, y1 - y0) or 1.0)
        reach = piece.cut_ring @ across
        wide = float(reach.max() - reach.min())
        most = INTERFACING if piece.data["material"] == "interfacing" else CLOTH
        if wide > most:
            yield Fault("wider than the cloth", f"{piece.code}: {wide:.0f} mm across its grain")


def _let_out(garment: Garment) -> Faults:
    """Cloth that is left to let a garment out stands at a side or centre seam, and the draft says so."""
    for component in ("bodice", "skirt"):
        inlay = garment.parameters.get(f"{component}.inlay")
        if not inlay or not garment.made_of(component):
            continue
        base = garment.parameters.get(f"{component}.side_allowance", 0.0)
        widest = max(_seam_allowances(garment, component), default=0.0)
        if widest < base + inlay - 0.1:
            yield Fault(
                "let-out", f"{component}: {widest:g} mm at its widest seam, not {base + inlay:g}"
            )
        if not any(warning["code"] == "inlay" for warning in garment.data.get("warnings") or ()):
            yield Fault(
                "let-out", f"{component}: the draft does not say how much it can be let out"
            )


def _seam_allowances(garment: Garment, component: str) -> Iterator[float]:
    for piece in garment.shell:
        if piece.component == component:
            for edge in piece.edges.values():
                if edge["finish"] == "seam":
                    yield float(edge["allowance"])
