"""How a bodice is drawn: shoulders, armholes, its seams and darts where the draft's pieces have them,
down to its seam or through to the hem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Literal

import numpy as np

from measurements.figure.curves import (
    Curve,
    Point,
    at,
    back,
    both_sides,
    bowed,
    joined,
    line,
    mirror,
    spline,
)
from patterns.components.neckline import flat as neckline
from patterns.components.sleeve.kimono_flat import kimono
from patterns.drafting.draft import Piece, Points
from patterns.flats import creases, fastenings, hems, stripes, ties, tiling, waves
from patterns.flats.conventions import Gore, Layers, Line, Panel, Part, Shade, Weight
from patterns.flats.placing import (
    Dart,
    darts,
    place,
    point_along,
    points_of,
    run,
    waist_point,
)
from patterns.flats.worn import Worn

from .wrap import TIE_WIDE

SIDE_ZIP = 35.0
"""How far below the underarm a side zip begins, as it is drafted, mm."""
TIE_LOOP = 46.0
"""How long the loops of a wrap's own bow are, mm."""
STRETCH = 120.0
"""How far apart the points lie that a princess seam is drawn through, mm."""


def flat(worn: Worn) -> Layers:
    """The bodice's layers, front or back."""
    layers = Layers()
    neck = neckline.front_line(worn) if worn.front else neckline.back_line(worn)
    shoulder, armhole = worn.shoulder, worn.armhole
    bottom = worn.hem if worn.through else worn.seam
    side = worn.side.curve(worn.underarm, bottom)
    waist = worn.bow(worn.seam)
    foot = waves.hem(worn) if worn.through else [*back(waist), *mirror(waist)]
    upper = joined(shoulder, armhole)
    if worn.kimono:
        lines = kimono(worn)
        upper = joined(lines.shoulder, lines.crease)
        side = worn.side.curve(lines.pit[1], bottom)
        layers.both(lines.shoulder, "outline", "shoulder")
        layers.both(lines.fold, "fold", "fold", 3.0, swells=True)
    outline = waves.outline(joined(back(neck), upper), (side, mirror(side)), foot)
    wrap = neckline.wrap_line(worn) if worn.front and worn.wraps else []
    parts: Callable[[], Iterable[Part]] | None = None
    gores: Callable[[], Iterable[Gore]] | None = None
    if wrap:
        gores = partial(stripes.fronts, worn, wrap)
        parts = partial(tiling.fronts, worn, wrap)
    elif worn.piece("SFB" if worn.front else "SBB"):
        parts, gores = partial(_parts, worn), partial(_gores, worn)
    layers.panels.append(
        Panel("bodice", outline, (shoulder[-1][3][1], bottom), parts=parts, gores=gores)
    )
    layers.both(neck, "seam" if worn.has("collar") else "edge", "neckline")
    layers.both(side, "outline", "side")
    if not worn.kimono:
        layers.both(shoulder, "outline", "shoulder")
        weight: Weight = "seam" if worn.sleeved else "outline"
        layers.lines += [
            Line(each, weight, "armhole", runs_out=worn.sleeved)
            for each in (armhole, mirror(armhole))
        ]
    if worn.through:
        layers.draw(foot, "outline", "hem")
        hems.inside(worn, layers)
        hems.turned(worn, layers, foot, min(worn.number("bodice.hem_allowance", 20.0), 40.0))
        hems.fullness(worn, layers)
        hems.shade(worn, layers)
    else:
        layers.draw(foot, "seam" if worn.has_skirt else "outline", "waist")
    if worn.front:
        neckline.inside(worn, layers)
        if wrap:
            layers.draw(wrap, "edge", "wrap_edge")
            hems.lapped(layers, wrap)
    _slash(worn, layers, neck[-1][3])
    if seam := _seam(worn):
        layers.both(seam, "seam", "princess")
    _gathers(worn, layers)
    sewn = darts(worn, *(("FB", "SFB") if worn.front else ("BB", "SBB")))
    for dart in sewn:
        _dart(layers, dart, wrap)
    if not worn.front:
        _centre_back(worn, layers, neck[-1][3])
    if worn.opening == "side" and bottom > worn.underarm + 60:
        start = worn.underarm + SIDE_ZIP
        stated = worn.number("bodice.zip_length")
        end = start + stated if stated else worn.level["hip"] - 20 if worn.lower else worn.seam
        fastenings.side_zip(worn, layers, start, min(end, bottom - 12))
    if worn.through and worn.number("bodice.slit_height"):
        hems.side_slits(worn, layers, worn.number("bodice.slit_height"))
    if worn.through and not worn.loose:
        creases.at_waist(worn, layers, sewn)
    if worn.wraps and not worn.has("belt"):
        _ties(worn, layers)
    _shade(worn, layers)
    return layers


def _ties(worn: Worn, layers: Layers) -> None:
    """A wrap's own ties: one comes round her back out of the right side seam, to be tied at her left."""
    y, half = worn.seam, worn.side.at(worn.seam)
    sag, high = worn.sag(y), 0.3 * TIE_WIDE  # drawn tight, a tie lies in folds
    knot = min(0.62 * half, half - TIE_LOOP - 16.0)  # its loops lie on her front, clear of her side
    at_knot = worn.on_bow(y, knot)
    tie = Layers()
    (ax, ay), (bx, by) = ((worn.side.at(y + off), y + off) for off in (-high, high))
    if worn.front:
        band = [line((knot, at_knot - 0.5 * high), (ax, ay)), line((ax, ay), (bx, by)),
                line((bx, by), (knot, at_knot + 0.5 * high))]  # fmt: skip
        crease = [line((half - 2.0, y + 1.0), (knot + 6.0, at_knot))]
    else:
        band = [bowed((-ax, ay), (ax, ay), sag), line((ax, ay), (bx, by)),
                bowed((bx, by), (-bx, by), sag), line((-bx, by), (-ax, ay))]  # fmt: skip
        crease = [bowed((-0.8 * half, y), (0.3 * half, y + 0.2 * high), sag)]
    tie.panels.append(Panel("tie", band, (y - high, y + high), grain=((0.0, y), 90.0)))
    tie.draw(band, "edge", "tie")
    tie.draw(crease, "fold", "fold")
    layers.over.append(tie)
    if worn.front:
        # both ends fall clear of the wrap's edge, which runs down beside them
        layers.over += ties.bow(
            (knot, at_knot), TIE_LOOP, 230.0, 36.0, "tie-bow", sways=(-0.22, -0.02)
        )


def _slash(worn: Worn, layers: Layers, top: Point) -> None:
    """The faced slash through which the head passes, where the draft cuts one."""
    piece = worn.piece("FB" if worn.front else "BB")
    if piece is None or not any(each.name.startswith("neck opening") for each in piece.lines):
        return
    low = top[1] + worn.number("neckline.slash")
    layers.draw([line(top, (0.0, low))], "edge", "neck_opening")
    if worn.front:
        fastenings.hook(layers, (0.0, top[1] + 6.0))
    else:
        fastenings.looped(layers, (0.0, top[1] + 6.0))


def _dart(layers: Layers, dart: Dart, wrap: Curve) -> None:
    """One line a side, a little bowed as a dart lies over the body; of her left one nothing is seen where
    the right front lies over it, beyond the edge `wrap`."""
    bow = {"waist": (-2.0, 0.0), "side": (0.0, 2.0), "": (-1.5, 0.0)}.get(dart.line, (0.0, 0.0))
    (ax, ay), (bx, by) = dart.mouth, dart.point
    sewn = spline([dart.mouth, ((ax + bx) / 2 + bow[0], (ay + by) / 2 + bow[1]), dart.point])
    if not wrap:
        layers.both(sewn, "dart", "dart", swells=not dart.line)
        return
    layers.draw(mirror(sewn), "dart", "dart")
    edge = [at(cubic, t / 8) for cubic in wrap for t in range(9)]
    xs, ys = [x for x, _ in edge], [y for _, y in edge]
    seen: list[Point] = []
    for point in (at(cubic, t / 8) for cubic in sewn for t in range(9)):
        if point[0] < np.interp(point[1], ys, xs, left=0.0):
            break
        seen.append(point)
    if len(seen) > 4:
        layers.draw(spline([seen[0], seen[len(seen) // 2], seen[-1]]), "dart", "dart")


def _gores(worn: Worn) -> list[Gore]:
    """The same for stripes."""
    seam = _seam(worn)
    return stripes.gores(worn, seam) if seam else []


def _parts(worn: Worn) -> Iterator[Part]:
    """The panels beside and between the princess seams, at which a print breaks."""
    seam = _seam(worn)
    if not seam:
        return
    half, top = max(worn.side.x) + 60.0, worn.shoulder[0][0][1] - 30.0
    low = max(worn.side.y[-1], worn.low) + 30.0
    (x, y), foot = seam[0][0], seam[-1][3]
    # above an armhole the centre panel reaches on out to the shoulder
    seam = [line((x + 0.4 * (y - top), top), (x, y)), *seam, line(foot, (foot[0], low))]
    edge = [line((half, low), (half, top))]
    yield both_sides(joined([line((0.0, top), (0.0, top))], seam)), ((0.0, top), 0.0)
    side = joined(seam, edge)
    for hand, curve in ((1, side), (-1, mirror(side))):
        yield curve, ((hand * tiling.SHIFT, top + tiling.DROP), 0.0)


def _seam(worn: Worn) -> Curve:
    """The princess seam on her right from above down; empty where there is none."""
    return worn.once(_princess)


def _princess(worn: Worn) -> Curve:
    """By the edge of the centre panel."""
    centre, panel = ("FB", "SFB") if worn.front else ("BB", "SBB")
    inner, outer = worn.piece(centre), worn.piece(panel)
    points = points_of(inner, "princess") if inner else None
    if inner is None or outer is None or points is None:
        return []
    order = points if points[0, 1] < points[-1, 1] else points[::-1]
    path = np.array([place(worn, inner, (p[0], p[1])) for p in order])
    ends = (
        _upper_end(worn, inner, outer, (path[0, 0], path[0, 1])),
        _lower_end(worn, inner, outer),
    )
    return _calm(path, *ends)


def _calm(path: Points, top: Point, low: Point) -> Curve:
    """A line between two ends that lie elsewhere than its own: it gives way to each over its whole length,
    and is drawn through so few of its points that it cannot waver."""
    far = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))))
    share = (far / far[-1])[:, None]
    moved = path + (top - path[0]) * (1 - share) ** 2 + (low - path[-1]) * share**2
    count = max(round(far[-1] / STRETCH), 3) + 1
    at_ = np.linspace(0.0, far[-1], count)
    xs, ys = np.interp(at_, far, moved[:, 0]), np.interp(at_, far, moved[:, 1])
    return spline([(float(x), float(y)) for x, y in zip(xs, ys, strict=True)])


def _upper_end(worn: Worn, inner: Piece, outer: Piece, otherwise: Point) -> Point:
    """Where a princess seam begins: on the shoulder or in the armhole."""
    lines: tuple[tuple[Literal["shoulder", "armhole"], Curve], ...] = (
        ("armhole", worn.armhole), ("shoulder", worn.shoulder),
    )  # fmt: skip
    for name, curve in lines:
        here, there = run(inner, name), run(outer, name)
        if here > 5 and there > 5:
            return point_along(curve, here / (here + there))
    return otherwise


def _lower_end(worn: Worn, inner: Piece, outer: Piece) -> Point:
    """Where it ends: at the waist seam or at the hem."""
    name = "hem" if worn.through else "waist"
    here, there = run(inner, name), run(outer, name)
    share = here / (here + there) if here + there else 0.5
    if worn.through:
        x = worn.across(share, worn.hem)
        half = worn.side.at(worn.hem)
        return (x, worn.hem + worn.hem_sag * (1 - (x / half) ** 2))
    return waist_point(worn, share)


def _gathers(worn: Worn, layers: Layers) -> None:
    """The cloth that is gathered into the seam under the bust."""
    if not worn.front or worn.text("bodice.bust") != "gathers":
        return
    y = worn.level["underbust"] if worn.through else worn.seam
    if worn.has("belt"):  # which lies over the seam: they are seen from its edge up
        y -= worn.number("belt.width", 40.0) / 2
    half = worn.side.at(y)
    middle = min(worn.figure.bust_point / half, 0.62) * 0.74
    hems.gathers(worn, layers, y, (middle - 0.17, middle + 0.17), 8, 46.0, up=True)


def _centre_back(worn: Worn, layers: Layers, top: Point) -> None:
    """The centre back seam and its zip."""
    if worn.opening != "back" and not worn.seamed("BB"):
        return
    if not worn.through:
        low = (0.0, worn.seam + worn.sag(worn.seam))
        layers.draw([line(top, low)], "seam", "centre_back")
    else:
        low_y = worn.hem + worn.hem_sag
        zip_end = None
        if worn.opening == "back":
            zip_end = top[1] + (worn.number("bodice.zip_length") or worn.level["hip"] - 15 - top[1])
        hems.centre_back(layers, top, low_y, zip_end, worn.number("bodice.vent_height"))
    if worn.opening == "back" and not worn.has("collar"):
        fastenings.pull(layers, top)


def _shade(worn: Worn, layers: Layers) -> None:
    """A broad soft light on the bust, at the back on the shoulder blades: how the light falls across is drawn
    once over all, and spots of shade would look like stains."""
    bust = worn.level["bust"]
    half = worn.halves.get("bust", worn.figure.halves["bust"])
    x = min(worn.figure.bust_point, half * 0.66) if worn.front else half * 0.5
    y = bust - 20.0 if worn.front else bust - 60.0
    for hand, light in ((-1, 0.10), (1, 0.06)):
        layers.shades.append(Shade(hand * x, y, half * 0.62, 130.0, light, light=True))
