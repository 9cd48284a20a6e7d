"""The outline of what is worn: the stations that it runs through, from the underarm to the hem. mm."""

from __future__ import annotations

from collections.abc import Iterator
from math import pi, sin

from measurements.figure.curves import Point, Profile

from . import drape
from .breadths import Breadths
from .reading import PLEATED

TURNS, LEAVES = 0.06, 0.25
"""How gently a flare turns out below the hip, as a share of its way to the hem, squared; and how much of its
slope it has there already: our own."""


def side(worn: Breadths) -> Profile:
    """The garment's outline on the right, from the underarm (or the band's top) to the hem."""
    figure, level, halves = worn.figure, worn.level, worn.halves
    stations: list[Point] = []
    if worn.has_bodice:
        bust = halves.get("bust", figure.halves["bust"] * 1.03)
        stations.append((bust * 0.985, worn.underarm))
        stations.append((bust, level["bust"]))
        if worn.empire:
            stations.append((worn.seam_half, worn.seam))
        elif not worn.loose:
            under = level["underbust"]
            share = (under - level["bust"]) / (worn.waist - level["bust"])
            hangs = bust + (halves["waist"] - bust) * share**1.25
            stations.append((max(hangs, figure.half_at(under) + 1.5), under))
    else:
        top = worn.number("waistband.height", 0.0)
        if top and worn.text("waistband.style", "straight") == "straight":
            stations.append((halves["waist"], worn.waist - top))
    if not worn.empire and not worn.loose:
        stations.append((halves["waist"], worn.waist))
    if worn.lower:
        stations.extend(_free(worn) if worn.free else _over_hip(worn, stations[-1]))
    return Profile(stations)


def _free(worn: Breadths) -> Iterator[Point]:
    for share in (0.05, 0.12, 0.22, 0.36, 0.55, 0.78, 1.0):
        yield worn.hung(share)


def _over_hip(worn: Breadths, last: Point) -> Iterator[Point]:
    figure, level, halves = worn.figure, worn.level, worn.halves
    waist, hip, hem = worn.waist, level["hip"], worn.hem
    at_hip = halves.get("hip", figure.halves["hip"] * 1.03)
    hem_half = halves.get("hem", at_hip)
    if worn.style in PLEATED:
        hem_half = drape.hung(at_hip, hem_half, worn.hang.pleated * worn.length)
    slope = max(hem_half - at_hip, 0.0) / (hem - hip) if hem > hip + 12 else 0.0
    if worn.style not in PLEATED:
        slope *= LEAVES
    if worn.loose or worn.empire:
        # straight from where it was last held, past the waist; no narrower than the body
        y = waist
        straight = last[0] + (at_hip - last[0]) * (y - last[1]) / max(hip - last[1], 1.0)
        if hem > y + 12:
            yield (max(straight, figure.half_at(y) + 4), y)
    else:
        # the body's own line, let out from the ease at the waist to the ease at the hip
        end, there = (at_hip, hip) if hem > hip else (hem_half, hem)
        a, b = halves["waist"] / figure.halves["waist"], end / figure.half_at(there)
        for share in (0.2, 0.42, 0.64, 0.84):
            y = waist + share * (there - waist)
            own = figure.half_at(y) * (a + (b - a) * share)
            # but cloth bridges hollows
            bridge = halves["waist"] + (end - halves["waist"]) * sin(share * pi / 2)
            # and a flare has left the body above the hip already
            falls = min(_eased(end - slope * (there - y), figure.half_at(y) + 2.0), end)
            if worn.style in PLEATED:  # stitched down over the hip, it runs on as it hangs below
                falls = drape.over(halves["waist"], end, slope * (there - waist), share)
                own = min(falls, figure.half_at(y) + 4.0)
            if y < hem - 12:
                yield (min(max(own, 0.5 * (own + bridge)), falls), y)
    if hem < hip + 12:
        yield (hem_half, hem)
        return
    yield (at_hip, hip)
    if worn.style in PLEATED:
        yield (hem_half, hem)
        return
    # below its fullest point cloth hangs straight to the hem
    if hem_half > at_hip + 12:
        # a flare turns out from her fullest point, not at a corner
        for share in (0.1, 0.24, 0.46, 0.72):
            bent = ((share * share + TURNS) ** 0.5 - TURNS**0.5) / ((1 + TURNS) ** 0.5 - TURNS**0.5)
            out = LEAVES * share + (1 - LEAVES) * bent
            yield (at_hip + (hem_half - at_hip) * out, hip + share * (hem - hip))
        yield (hem_half, hem)
        return
    slope = (hem_half - at_hip) / (hem - hip)
    full = min(hip + 0.30 * (hem - hip), max(level["thigh"], hip + 40))
    yield (at_hip + slope * (full - hip), full)
    yield (at_hip + slope * ((full + hem) / 2 - hip), (full + hem) / 2)
    yield (hem_half, hem)


def _eased(a: float, b: float) -> float:
    """The greater of two breadths, without a corner where one takes over from the other."""
    return float((a + b + ((a - b) ** 2 + 100.0) ** 0.5) / 2)
