"""Layers to SVG. Presentation attributes only, ids that cannot clash, the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from html import escape

from measurements.body import Body
from measurements.figure import Look, drawing, figure_for
from measurements.figure.curves import back, joined, mirror, number, path_data
from patterns.specs import FabricSpec

from . import callouts, cloth, quiet, words
from .callouts import Callout
from .conventions import Layers
from .pens import lines as _lines
from .reading import View
from .worn import Worn

_ID = "@id@"
"""Stands for the ids' prefix until the drawing is whole and its hash known."""

ASPECT = 0.5
"""Breadth over height of a picture with its figure: the same for all, so that pages hold still."""


def picture(
    worn: Worn,
    sheets: Sequence[Layers],
    fabric: FabricSpec,
    *,
    figure: bool,
    title: str | None,
    look: Look,
) -> str:
    """The garment in its cloth, with light and shade: one component's sheet over the other."""
    colours = cloth.palette(fabric)
    defs = [cloth.weave_defs(fabric, _ID), cloth.light_defs(worn, colours, _ID)]
    drawn = [
        _sheet(worn, sheet, fabric, colours, defs, f"{_ID}{number}")
        for number, sheet in enumerate(sheets)
    ]
    body = [
        *(_behind(sheet, colours.inside, colours) for sheet in sheets),
        _figure(worn.draft.body, worn.view, look) if figure else "",
        _cast(worn, look) if figure and worn.lower else "",
        _underneath(worn, look) if figure else "",
        f'<g data-part="garment">{"".join(drawn)}</g>',
    ]
    return _svg(
        _figure_box(worn) if figure else box(sheets),
        title or words.title(worn, fabric),
        words.description(worn, fabric),
        f"<defs>{''.join(defs)}</defs>{''.join(body)}",
        worn,
    )


def _sheet(
    worn: Worn,
    sheet: Layers,
    fabric: FabricSpec,
    colours: cloth.Palette,
    defs: list[str],
    prefix: str,
) -> str:
    """One component: its cloth, the light on it, its lines. Adds what it needs to the `defs`."""
    outlines = {panel.name: path_data(panel.curve, close=True) for panel in sheet.panels}
    whole = "".join(f'<path d="{data}"/>' for data in outlines.values())
    parts: list[str] = []
    for panel in sheet.panels:
        data = outlines[panel.name]
        parts.append(
            f'<path d="{data}" fill="{colours.base}" stroke="{colours.base}" stroke-width=".8"/>'
        )
        pattern = cloth.motif(worn, panel, fabric, colours, f"{prefix}{panel.name}")
        if pattern:
            clip = f"{prefix}all"
            if len(sheet.panels) > 1:
                clip = f"{prefix}{panel.name}-clip"
                defs.append(f'<clipPath id="{clip}"><path d="{data}"/></clipPath>')
            parts.append(f'<g clip-path="url(#{clip})">{pattern}</g>')
        elif fabric.pattern in ("twill", "denim"):
            parts.append(f'<path d="{data}" fill="url(#{_ID}weave)"/>')
        if panel.limb:
            parts.append(f'<path d="{data}" fill="url(#{_ID}limb)"/>')
    light = _light(worn, sheet, colours)
    if light:
        parts.append(f'<g clip-path="url(#{prefix}all)">{light}</g>')
    if light or fabric.pattern in ("stripe", "check"):
        defs.append(f'<clipPath id="{prefix}all">{whole}</clipPath>')
    return "".join(parts) + _lines(sheet.lines, colours)


@lru_cache(maxsize=64)
def _figure(body: Body, view: View, look: Look) -> str:
    """Her figure is the same under every choice."""
    return drawing(figure_for(body), view, look, prefix=_ID)


def _cast(worn: Worn, look: Look) -> str:
    """The shade that the hem casts on her legs."""
    figure = worn.figure
    top, low = worn.hem - 10, worn.hem + worn.sag(worn.hem) + 20
    if low > worn.level["ankle"]:
        return ""
    leg = joined(figure.outer.curve(top, low), back(figure.inner.curve(top, low)))
    data = path_data(leg, close=True) + path_data(mirror(leg), close=True)
    return f'<path d="{data}" fill="{look.shade}" fill-opacity=".5"/>'


def lines_only(worn: Worn, sheets: Sequence[Layers], found: Sequence[Callout] = ()) -> str:
    """The flat of a spec sheet: black lines on white, no colour, no figure; with the callouts that were
    found."""
    ink = cloth.Palette("#ffffff", "#e6e3df", "#111111", "#111111", "#333333", "#111111", 0, 0)
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
        f'<path d="{path_data(panel.curve, close=True)}" fill="{inside}"/>'
        for panel in layers.behind
    )
    return shapes + _lines(layers.behind_lines, colours)


def _light(worn: Worn, layers: Layers, colours: cloth.Palette) -> str:
    parts = []
    if any(not panel.limb for panel in layers.panels):
        half = max(worn.side.x) + 60
        top, bottom = min(worn.side.y) - 260, max(worn.side.y) + 60
        parts.append(
            f'<rect x="{number(-half)}" y="{number(top)}" width="{number(2 * half)}" '
            f'height="{number(bottom - top)}" fill="url(#{_ID}round)"/>'
        )
    for shade in layers.shades:
        strength = shade.strength * (colours.light if shade.light else colours.shade)
        parts.append(
            f'<ellipse cx="{number(shade.x)}" cy="{number(shade.y)}" rx="{number(shade.across)}" '
            f'ry="{number(shade.down)}" fill="url(#{_ID}{"lit" if shade.light else "dim"})" '
            f'opacity="{strength:.2f}"/>'
        )
    for fold in layers.folds:
        strength = fold.strength * colours.shade
        data = path_data(fold.curve, close=True)
        fill = f' fill="url(#{_ID}fade)" opacity' if fold.fades else " fill-opacity"
        parts.append(f'<path d="{data}"{fill}="{strength:.3f}"/>')
    return "".join(parts)


def _underneath(worn: Worn, look: Look) -> str:
    """With a skirt alone she wears a quiet top, with a top alone a quiet skirt: the eye stays with the
    garment."""
    if not worn.has_bodice:
        return quiet.top(worn, look)
    if worn.draft.kind == "top" or worn.low < worn.level["crotch"] + 60:
        return quiet.skirt(worn, look)
    return ""


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
        f'data-levels="{levels}"><title id="{_ID}title">{escape(title)}</title>'
        f'<desc id="{_ID}desc">{escape(description)}</desc>{content}</svg>'
    )
    mark = sha256(text.encode()).hexdigest()[:8]
    return text.replace(_ID, f"f{mark}{worn.view[0]}-")
