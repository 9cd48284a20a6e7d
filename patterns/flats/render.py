"""Layers to SVG. Presentation attributes only, ids that cannot clash, the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from html import escape
from itertools import groupby

from measurements.body import Body
from measurements.figure import Drawn, Look, figure_for, fine_lines
from measurements.figure import drawn as figure_drawn
from measurements.figure.curves import (
    Curve,
    back,
    bowed,
    joined,
    mirror,
    number,
    path_data,
)
from patterns.specs import FabricSpec

from . import bare, callouts, cloth, hands, light, quiet, stripes, words
from .callouts import Callout
from .conventions import Fold, Layers, Panel
from .pens import lines as _lines
from .reading import View
from .tiling import Tiling, banded, barred, pictured, tiled, turned
from .worn import Worn

_ID = "@id@"
"""Stands for the ids' prefix until the drawing is whole and its hash known."""

SINGLE = ("bodice", "skirt", "sleeve")
"""Whose cloth lies single, over her or over its lining."""

NET = 0.4
"""How much of what lies below a lace's net the net itself hides, our own."""

BARE = 30.0
"""How far above her knees' middle a hem ends that leaves them to be seen, mm."""

CAST = (2.2, 2.6, 0.13)
"""How far right and down what lies loose casts its shade, mm, and how deep; twice as far half as deep."""

ASPECT = 0.5
"""Breadth over height of a picture with its figure: the same for all, so that pages hold still."""


def picture(
    worn: Worn,
    below: Sequence[Layers],
    above: Sequence[Layers],
    fabric: FabricSpec,
    *,
    figure: bool,
    title: str | None,
    look: Look,
    tile: str,
) -> str:
    """The garment in its cloth, with light and shade: one component's sheet over the other, those `below`
    under her arms. `tile` is where the cloth's tile is to be had, if it is."""
    dress = Dress(worn, fabric, tile)
    sheets = [*below, *above]
    drawn = [dress.sheet(sheet, f"{_ID}{number}") for number, sheet in enumerate(sheets)]
    reached = hands.reached(worn, sheets) if figure and worn.lower else None
    if reached is not None:
        trunk = next(n for n, sheet in enumerate(sheets) if _trunk(sheet))
        drawn.insert(
            len(below) or len(drawn), hands.drawn(worn, look, reached, _ID, f"{_ID}{trunk}all")
        )
    behind, her, over = "", "", ""
    if figure:
        behind, body, head, over = _figure(worn.draft.body, worn.view, look, _bare_knees(worn))
        her = body + fine_lines(bare.lines(worn, sheets), look) + head
    sheer = dress.seen_through(sheets)
    under = _underneath(worn, look) if figure else ""
    if figure and sheer:
        under += dress.slip(sheets, look)
    colours, defs = dress.colours, dress.defs()
    content = [
        behind,
        *(_behind(sheet, colours.inside, colours) for sheet in sheets if not sheer),
        her,
        _cast(worn, look) if figure and worn.lower and not sheer else "",
        under,
        f'<g data-part="garment">{"".join(drawn)}</g>',
        over,
    ]
    return _svg(
        _figure_box(worn) if figure else box(sheets),
        title or words.title(worn, fabric),
        words.description(worn, fabric),
        f"<defs>{defs}</defs>{''.join(content)}",
        worn,
    )


class Dress:
    """One view of a garment in its cloth, as it is drawn; gathers what its parts refer to."""

    def __init__(self, worn: Worn, fabric: FabricSpec, tile: str) -> None:
        self.worn, self.fabric = worn, fabric
        self.colours = cloth.palette(fabric)
        self._tiling: Tiling | None = None
        if tile and tiled(fabric):
            self._tiling = pictured(fabric, tile, _ID)
        # in a skirt cut round a point stripes turn with the grain; elsewhere they run with her
        self._bars = barred(fabric, self.colours.motif, _ID) if banded(fabric) else None
        self._defs: list[str] = []
        # a fold's shade is of the cloth's own colour: black over it would be grey
        self._deep = cloth.mixed(self.colours.base, "#000000", 0.78)
        # and white on a dark fold would be grey
        self._gleaming = cloth.mixed(self.colours.base, "#ffffff", 0.5)
        self._shine = max(fabric.sheen, 0.0)
        strength = self.colours.shade, self.colours.light
        self._round = light.across(fabric.sheen, *strength)
        self._limb = light.across(fabric.sheen, *strength, limb=True)

    def defs(self) -> str:
        return "".join([
            self._tiling.defs() if self._tiling else "",
            self._bars.defs() if self._bars else "",
            light.defs(self.worn, self._round, f"{_ID}round"),
            light.defs(self.worn, self._limb, f"{_ID}limb", limb=True),
            light.spots(_ID, self._deep),
            light.cut(f"{_ID}cut", self.colours.inner),
            *self._defs,
        ])  # fmt: skip

    def sheet(self, sheet: Layers, prefix: str) -> str:
        """One component: its cloth, the light on it, its lines."""
        outlines = {panel.name: path_data(panel.curve, close=True) for panel in sheet.panels}
        self._defs += [
            f'<path id="{prefix}-{name}" d="{data}"/>' for name, data in outlines.items()
        ]
        alone = len(outlines) == 1
        parts = [self._panel(panel, prefix, alone=alone) for panel in sheet.panels]
        shed = self._light(sheet)
        if shed:
            parts.append(f'<g clip-path="url(#{prefix}all)">{shed}</g>')
        drawn = "".join(parts)
        if f"#{prefix}all)" in drawn:
            whole = "".join(f'<use href="#{prefix}-{name}"/>' for name in outlines)
            self._defs.append(f'<clipPath id="{prefix}all">{whole}</clipPath>')
        if sheet.casts:
            drawn = self._cast("".join(outlines.values()), f"{prefix}cast") + drawn
        return drawn + _lines(sheet.lines, self.colours)

    def _cast(self, data: str, name: str) -> str:
        """The edge of shade below what is drawn by `data`: deep beside it, lighter a little further off."""
        away = f'transform="translate({CAST[0]:g} {CAST[1]:g})"'
        return (
            f'<path id="{name}" d="{data}" {away} fill="{self._deep}" fill-opacity="{CAST[2]:g}"/>'
            f'<use href="#{name}" {away}/>'
        )

    def _panel(self, panel: Panel, prefix: str, *, alone: bool) -> str:
        base, outline = self._ground(panel), f'<use href="#{prefix}-{panel.name}"'
        if panel.inside:
            return f'{outline} fill="{base}"/>'
        parts = [f'{outline} fill="{base}" stroke="{base}" stroke-width=".8"/>']
        if self._sheer(panel):
            parts = [f'{outline} fill="{base}" fill-opacity="{NET:g}"/>']
        figure, clipped = self._figure(panel, prefix, outline)
        if clipped:
            clip = f"{prefix}all"
            if not alone:
                clip = f"{prefix}{panel.name}-clip"
                self._defs.append(f'<clipPath id="{clip}">{outline}/></clipPath>')
            figure = f'<g clip-path="url(#{clip})">{figure}</g>'
        parts.append(figure)
        if panel.limb and not self.worn.kimono:
            parts += [f'{outline} fill="url(#{_ID}limb{n})"/>' for n in range(len(self._limb))]
        return "".join(parts)

    def _figure(self, panel: Panel, prefix: str, outline: str) -> tuple[str, bool]:
        """What a panel's cloth shows, woven or printed, and whether it must be clipped to the panel."""
        if self._bars and (turned(self.worn, panel) or (panel.parts and not panel.gores)):
            return self._bars.laid(self.worn, panel, outline)
        if self._bars:
            named = f"{prefix}{panel.name}"
            return stripes.motif(self.worn, panel, self.fabric, self.colours, named), True
        return self._tiling.laid(self.worn, panel, outline) if self._tiling else ("", False)

    def _ground(self, panel: Panel) -> str:
        """The colour under a panel's pattern: under lace what the draft has there, lining or more lace."""
        colours = self.colours
        if panel.inside:
            return colours.lining if panel.lining else colours.inside
        if self.fabric.pattern != "lace" or not self._tiling:
            return colours.base
        return colours.lining if self.worn.lined(_of(panel)) else colours.double

    def _sheer(self, panel: Panel) -> bool:
        """Whether she is seen through it: lace that lies single and has no lining."""
        return (
            self._tiling is not None
            and self.fabric.pattern == "lace"
            and _of(panel) in SINGLE
            and not self.worn.lined(_of(panel))
        )

    def seen_through(self, sheets: Sequence[Layers]) -> bool:
        """Whether her trunk is."""
        return any(
            not panel.limb and self._sheer(panel) for sheet in sheets for panel in sheet.panels
        )

    def slip(self, sheets: Sequence[Layers], look: Look) -> str:
        """What she wears under what she would be seen through, nowhere beyond the garment's own edges."""
        shapes = "".join(
            f'<path d="{path_data(panel.curve, close=True)}"/>'
            for sheet in sheets for panel in sheet.panels if not panel.limb and not panel.inside
        )  # fmt: skip
        self._defs.append(f'<clipPath id="{_ID}slip">{shapes}</clipPath>')
        top = quiet.top(self.worn, look) if self.worn.has_bodice else ""
        skirt = quiet.skirt(self.worn, look, self.worn.low - quiet.SHORTER)
        return f'<g clip-path="url(#{_ID}slip)">{top}{skirt}</g>'

    def _light(self, layers: Layers) -> str:
        parts, worn, colours = [], self.worn, self.colours
        if worn.kimono or any(not panel.limb for panel in layers.panels):
            half = max(*worn.side.x, worn.figure.arm.wrist[0]) + 60
            top, bottom = min(worn.side.y) - 260, max(*worn.side.y, worn.low) + 60
            parts += [
                f'<rect x="{number(-half)}" y="{number(top)}" width="{number(2 * half)}" '
                f'height="{number(bottom - top)}" fill="url(#{_ID}round{n})"/>'
                for n in range(len(self._round))
            ]
        for shade in layers.shades:
            strength = shade.strength * (
                colours.light * (0.4 + 0.6 * self._shine) if shade.light else colours.shade
            )
            parts.append(
                f'<ellipse cx="{number(shade.x)}" cy="{number(shade.y)}" rx="{number(shade.across)}" '
                f'ry="{number(shade.down)}" fill="url(#{_ID}{"lit" if shade.light else "dim"})" '
                f'opacity="{min(strength, 1.0):.2f}"/>'
            )
        for fades, folds in groupby(layers.folds, lambda fold: fold.fades):
            fill = f"url(#{_ID}fade)" if fades else self._deep
            drawn = "".join(self._fold(fold) for fold in folds)
            parts.append(f'<g fill="{fill}">{drawn}</g>')
        return "".join(parts)

    def _fold(self, fold: Fold) -> str:
        """Its shade; and where the cloth shines its near side, which throws the light back."""
        data = path_data(fold.curve, close=True)
        strength = fold.strength * self.colours.shade * (1.0 + 0.35 * self._shine)
        shade = f'<path d="{data}" opacity="{strength:.3f}"/>'
        shining = fold.gleams * self.colours.light * self._shine**2
        gleam = min(1.4 * fold.strength * shining, 0.4)
        if gleam < light.FAINTEST:
            return shade
        aside = number(-light.BESIDE * _breadth(fold.curve))
        return shade + (
            f'<path d="{data}" transform="translate({aside} 0)" fill="{self._gleaming}" '
            f'opacity="{gleam:.3f}"/>'
        )


def _of(panel: Panel) -> str:
    """The component whose cloth a panel is."""
    return "sleeve" if panel.limb else panel.name


@lru_cache(maxsize=64)
def _figure(body: Body, view: View, look: Look, knees: bool) -> Drawn:
    """Her figure, the same under every choice but for the lines of her neck."""
    return figure_drawn(figure_for(body), view, look, prefix=_ID, knees=knees, neck=False)


def _bare_knees(worn: Worn) -> bool:
    """Whether her knees are wholly to be seen: what a hem leaves of their lines looks like dirt under it."""
    return max(worn.low, quiet.low(worn) if _short(worn) else 0.0) + BARE < worn.level["knee"]


def _trunk(sheet: Layers) -> bool:
    return any(not panel.limb and not panel.inside for panel in sheet.panels)


def _cast(worn: Worn, look: Look) -> str:
    """The shade that the hem casts on her legs."""
    figure = worn.figure
    low = worn.on_bow(worn.hem, figure.half_at(worn.level["knee"]), worn.hem_sag) + 20
    top = worn.hem - 10
    if low > worn.level["ankle"]:
        return ""
    outer, inner = figure.outer.curve(top, low), figure.inner.curve(top, low)
    edge = bowed(outer[-1][3], inner[-1][3], 5.0)  # round the leg
    leg = joined(outer, [edge], back(inner))
    data = path_data(leg, close=True) + path_data(mirror(leg), close=True)
    return f'<path d="{data}" fill="{look.shade}" fill-opacity=".5"/>'


def lines_only(worn: Worn, sheets: Sequence[Layers], found: Sequence[Callout] = ()) -> str:
    """The flat of a spec sheet: black lines on white, no colour, no figure; with the callouts that were
    found."""
    ink = cloth.Palette(
        "#ffffff", "#ffffff", "#e6e3df", "#f4f2ef", "#111111", "#111111", "#333333", "#111111", 0, 0
    )
    drawn = "".join(
        "".join(
            f'<path d="{path_data(panel.curve, close=True)}" fill="#fff"/>'
            for panel in sheet.panels
        )
        + _lines(sheet.lines, ink)
        for sheet in sheets
    )
    content = (
        "".join(_behind(sheet, ink.inside, ink) for sheet in sheets)
        + f'<g data-part="garment">{drawn}</g>'
        + callouts.drawn(found)
    )
    return _svg(
        callouts.around(found, box(sheets)),
        words.title(worn, None),
        words.description(worn, None),
        content,
        worn,
    )


def _behind(layers: Layers, inside: str, colours: cloth.Palette) -> str:
    shapes = "".join(
        f'<path d="{path_data(panel.curve, close=True)}" '
        f'fill="{colours.lining if panel.lining else inside}"/>'
        for panel in layers.behind
    )
    return shapes + _lines(layers.behind_lines, colours)


def _breadth(curve: Curve) -> float:
    xs = [point[0] for cubic in curve for point in (cubic[0], cubic[3])]
    return max(xs) - min(xs)


def _underneath(worn: Worn, look: Look) -> str:
    """With a skirt alone she wears a quiet top, with a top alone a quiet skirt: the eye stays with the
    garment."""
    if not worn.has_bodice:
        return quiet.top(worn, look)
    return quiet.skirt(worn, look) if _short(worn) else ""


def _short(worn: Worn) -> bool:
    """Whether she needs a skirt to it."""
    return worn.has_bodice and (worn.draft.kind == "top" or worn.low < worn.level["crotch"] + 60)


def _figure_box(worn: Worn) -> tuple[float, float, float, float]:
    height = worn.figure.height
    tall = height * 1.075
    reach = worn.figure.arm.wrist[0] + 0.035 * height
    wide = max(tall * ASPECT, 2 * max(reach, max(worn.side.x)) + 40)
    tall = wide / ASPECT
    return (-wide / 2, -0.028 * height - (tall - height * 1.075) / 2, wide, tall)


def box(sheets: Sequence[Layers]) -> tuple[float, float, float, float]:
    points = [
        point
        for sheet in sheets
        for panel in (*sheet.panels, *sheet.behind)
        for cubic in panel.curve
        for point in (cubic[0], cubic[3])
    ]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    return (left - 30, top - 30, right - left + 60, bottom - top + 60)


def _svg(
    box: tuple[float, float, float, float], title: str, description: str, content: str, worn: Worn
) -> str:
    levels = " ".join(
        f"{name}:{number(worn.heights[name])}:{worn.drawn_ratio(name):.5f}"
        for name in worn.true_levels
    )
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(number(v) for v in box)}" '
        f'role="img" aria-labelledby="{_ID}title {_ID}desc" data-view="{worn.view}" '
        f'data-waist="{number(worn.waist + worn.sag(worn.waist))}" data-levels="{levels}">'
        f'<title id="{_ID}title">{escape(title)}</title>'
        f'<desc id="{_ID}desc">{escape(description)}</desc>{content}</svg>'
    )
    mark = sha256(text.encode()).hexdigest()[:8]
    return text.replace(_ID, f"f{mark}{worn.view[0]}-")
