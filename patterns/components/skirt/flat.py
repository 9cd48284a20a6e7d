"""How a skirt is drawn: it leaves the waist over the hip and hangs straight below its fullest point, or
falls in the folds that its cut gives it: flare, gathers, pleats, tiers, a wrap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise

from measurements.figure.curves import Curve, Point, back, both_sides, joined, line, mirror, spline
from patterns.drafting.draft import Piece
from patterns.flats import fastenings, hems, stripes, tiling, waves
from patterns.flats.conventions import Gore, Layers, Panel, Part
from patterns.flats.placing import Dart, darts, length, run
from patterns.flats.reading import GATHERED, PLEATED
from patterns.flats.worn import Worn

from . import pleats_flat

LEAN = 0.5
"""The most that a skirt's dart leans, mm aside for each down."""


PRINTED = (*PLEATED, *GATHERED, "six_panel")
"""What is folded or cut lengthwise, so that a print breaks."""


def flat(worn: Worn) -> Layers:
    """The skirt's layers, front or back."""
    layers = Layers()
    top, low = worn.top, worn.hem
    sides = waves.sides(worn, top)
    foot = pleats_flat.hem(worn) if worn.style in PLEATED else waves.hem(worn)
    whole = waves.outline(worn.bow(top), sides, foot)
    parts, gores = _breaks(worn)
    layers.panels.append(Panel("skirt", whole, (top, low), parts=parts, gores=gores))
    for side in sides:
        layers.draw(side, "outline", "side")
    layers.draw(foot, "outline", "hem")
    if not worn.has_bodice and not worn.has("waistband"):
        layers.draw([*worn.bow(top), *mirror(worn.bow(top))], "outline", "waist")
    hems.inside(worn, layers)
    hems.turned(worn, layers, foot, min(worn.number("skirt.hem_allowance", 40.0), 45.0))
    hems.fullness(worn, layers)
    if worn.style not in ("gathered", "tiers", *PLEATED):
        for dart in darts(worn, *(("FS", "SFS") if worn.front else ("BS", "SBS"))):
            sewn = _sewn(dart)
            if worn.style == "wrap" and worn.front:
                layers.draw(mirror(sewn), "dart", "dart")  # her left front's lies underneath
            else:
                layers.both(sewn, "dart", "dart")
    if worn.style in ("gathered", "tiers"):
        hems.gathers(worn, layers, top, (0.0, 0.97), 14, 96.0 if worn.length > 300 else 44.0)
    if worn.style == "tiers":
        _tiers(worn, layers)
    if worn.style in PLEATED:
        pleats_flat.drawn(worn, layers)
    if worn.style == "six_panel":
        layers.both(_down(worn, *_panel_seam(worn)), "seam", "panel")
    if worn.style == "wrap" and worn.front:
        _wrap(worn, layers)
    if not worn.front:
        _centre_back(worn, layers)
    if worn.opening == "side" and not worn.has_bodice:
        deep = worn.number("skirt.zip_length") or worn.level["hip"] - 15 - top
        fastenings.side_zip(worn, layers, top + 4, min(top + deep, low - 30))
    hems.shade(worn, layers)
    return layers


def _breaks(
    worn: Worn,
) -> tuple[Callable[[], Iterable[Part]] | None, Callable[[], Iterable[Gore]] | None]:
    """Where a print breaks, and where stripes do."""
    if worn.style == "wrap" and worn.front:
        edge = worn.once(_wrap_edge)
        return partial(tiling.fronts, worn, edge), partial(stripes.fronts, worn, edge)
    parts = partial(_parts, worn) if worn.style in PRINTED else None
    if worn.style == "six_panel":
        return parts, lambda: stripes.gores(worn, _down(worn, *_panel_seam(worn)))
    return parts, None


def _parts(worn: Worn) -> Iterator[Part]:
    """The stretches that what is printed on it breaks between: at folds and at seams."""
    start = worn.tier or worn.top
    if worn.style in PLEATED:
        edges = pleats_flat.edges(worn)
    elif worn.style in GATHERED:
        edges = [edge for _, edge in waves.rolls(worn, start)]
    else:
        top, foot = _panel_seam(worn)
        edges = [_straight_down(worn, hand * top, hand * foot, start) for hand in (-1, 1)]
    far = [_straight_down(worn, share, share, start) for share in (-1.2, 1.2)]
    for place, pair in enumerate(pairwise([far[0], *edges, far[1]])):
        yield tiling.strip(worn, pair, place - len(edges) // 2, sewn=worn.style == "six_panel")
    if worn.tier:
        seam, top = _tier_seam(worn), worn.top - 12.0
        beyond = seam[0][0][0] + 60.0
        upper = [line((0.0, top), (beyond, top)), line((beyond, top), seam[0][0])]
        yield both_sides(joined(upper, seam)), ((0.0, worn.top), 0.0)


def _straight_down(worn: Worn, top: float, foot: float, start: float) -> Curve:
    """From a height to the hem at shares of the half-breadth, as cloth falls."""
    steps = (0.0, 0.3, 0.65, 1.0)
    heights = [start + (worn.hem - start) * step for step in steps]
    points = [
        (worn.side.at(y) * (top + (foot - top) * step), y)
        for y, step in zip(heights, steps, strict=True)
    ]
    return spline(points)


def _sewn(dart: Dart) -> Curve:
    """A dart's line, a little bowed; what a deep band has left of one leans no more than a whole one."""
    (ax, ay), (bx, by) = dart.mouth, dart.point
    lean = LEAN * abs(by - ay)
    ax = min(max(ax, bx - lean), bx + lean)
    bow = min(1.5, 0.02 * abs(by - ay))
    return spline([(ax, ay), ((ax + bx) / 2 + bow, (ay + by) / 2), (bx, by)])


def _share(worn: Worn, share: float, y: float) -> Point:
    """The point of the way round at a height, on the bow of its level line."""
    x = worn.across(share, y)
    down = (y - worn.top) / max(worn.hem - worn.top, 1.0)
    sag = worn.sag(worn.top) + (worn.hem_sag - worn.sag(worn.top)) * down
    return (x, y + sag * (1 - (x / worn.side.at(y)) ** 2))


def _down(worn: Worn, top: float, foot: float) -> Curve:
    """A line from the waist to the hem, that lies `top` of the way round above and `foot` below."""
    steps = (0.0, 0.33, 0.66, 1.0)
    points = [
        _share(worn, top + (foot - top) * t, worn.top + t * (worn.hem - worn.top))
        for t in steps
    ]  # fmt: skip
    return spline(points)


def _panel_seam(worn: Worn) -> tuple[float, float]:
    """How far round a six-panel skirt's seams lie at waist and hem, by the breadth of its pieces."""
    inner, outer = (
        (worn.piece("FS"), worn.piece("SFS"))
        if worn.front
        else (worn.piece("BS"), worn.piece("SBS"))
    )
    if inner is None or outer is None:
        return 0.46, 0.46
    return _part(inner, outer, "waist"), _part(inner, outer, "hem")


def _part(inner: Piece, outer: Piece, name: str) -> float:
    here, there = run(inner, name), run(outer, name)
    return here / (here + there) if here and there else 0.46


def _tiers(worn: Worn, layers: Layers) -> None:
    """The seam between the tiers, at the height of the upper one's lower edge, and its gathers."""
    y, seam = worn.tier, _tier_seam(worn)
    sag = seam[-1][3][1] - y
    layers.through_centre(seam, "seam", "tier")
    hems.gathers(worn, layers, worn.seam, (0.08, 0.9), 5, 0.85 * (y - worn.seam))
    hems.upper_tier(worn, layers, sag)
    hems.gathers(worn, layers, y, (0.0, 0.98), 17, 80.0, sag=sag)


def _tier_seam(worn: Worn) -> Curve:
    """From the side in to the centre."""
    return back(spline([_share(worn, s, worn.tier) for s in (0.0, 0.35, 0.7, 1.0)]))


def _wrap(worn: Worn, layers: Layers) -> None:
    """The edge of the front that lies over, on her left: right over left, as women's wraps do."""
    edge = worn.once(_wrap_edge)
    layers.draw(edge, "edge", "wrap_edge")
    hems.lapped(layers, edge)


def _wrap_edge(worn: Worn) -> Curve:
    piece = worn.piece("FS")
    top = foot_share = 0.6
    if piece is not None:
        over, under = _long(piece, "hem_overlap"), _long(piece, "hem")
        foot_share = min(over / under, 0.95) if over and under else foot_share
        overlap = worn.number("skirt.overlap")
        top = min(overlap / worn.quarter(worn.top), 0.95) if overlap else foot_share
    return _down(worn, top, foot_share)


def _long(piece: Piece, name: str) -> float:
    return next((length(edge.points) for edge in piece.edges if edge.name == name), 0.0)


def _centre_back(worn: Worn, layers: Layers) -> None:
    """The centre back seam where there is one: zip above, vent or slit at the hem."""
    zipped = worn.opening == "back"
    if not zipped and not worn.seamed("BS") and not worn.seamed("BS1"):
        return
    top = (0.0, worn.top + worn.sag(worn.top))
    hem = worn.hem + worn.hem_sag
    deep = worn.number("skirt.zip_length") or 0.9 * (worn.level["hip"] - worn.waist)
    hems.centre_back(
        layers, top, hem, top[1] + deep if zipped else None,
        worn.number("skirt.vent_height"), slit=worn.text("skirt.slit") == "slit", lined=worn.lined("skirt"),
    )  # fmt: skip
