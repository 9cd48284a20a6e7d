"""`manage.py contact_sheets`: every drawing at a glance, for looking at: each template on five bodies, each
choice of each option on one, all fabrics on one dress. PNG, and the same as compressed SVG."""

from __future__ import annotations

import gzip
import re
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from textwrap import wrap
from typing import Any, Literal, NamedTuple

import cairosvg
import numpy as np
from django.conf import settings
from django.core.management.base import BaseCommand
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from measurements.beyond_survey import taken_as_measured
from measurements.body import Body
from measurements.statistics import complete
from patterns.carried_out import not_carried_out
from patterns.drafting.draft import Refusal
from patterns.engine import make_draft
from patterns.flats import draw
from patterns.management.choosing import published
from patterns.models import Fabric
from patterns.specs import FIT, FabricSpec, OptionSpec, Setting, TemplateSpec
from patterns.tiles import embedded

WOMEN = {
    "average": (1650.0, 930.0, 760.0, 1010.0),
    "small": (1540.0, 800.0, 620.0, 860.0),
    "tall": (1830.0, 900.0, 700.0, 1000.0),
    "plus size": (1620.0, 1200.0, 1060.0, 1270.0),
    "older, full-bellied": (1580.0, 1060.0, 990.0, 1080.0),
}
"""Height, bust, waist and hip, mm; what is not said is what the survey lets expect."""

CLOTH = FabricSpec("trial", "Wool crêpe, slate blue", "#6f87a8", 1500.0, 1, weight=250)
DRESS = "fit-and-flare-dress"
BREADTH, HIGHEST, BROADEST, COLOURS = 2220, 420, 300, 256
"""A sheet's breadth, and a drawing's height and breadth at most, px; colours of a PNG."""
LABEL, GAP, LETTERS = (160, 78), 12, 32
"""A label's room and what is left free round a drawing, px; the letters of one line at most."""

NO_BREAK = "\N{NO-BREAK SPACE}"
View = Literal["front", "back"]

FONT = Path(settings.BASE_DIR) / "static" / "fonts" / "ttf" / "Text-Regular.ttf"

VIEWS: tuple[View, ...] = ("front", "back")
XMLNS = '<svg xmlns="http://www.w3.org/2000/svg" '
LINE = re.compile(r'data-line="(\w+)"')
MARK = re.compile(r'id="(f[0-9a-f]{8}[fb]-)')
WORDS = re.compile(r"<(title|desc).*?</\1>", re.DOTALL)
VIEW_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')


REMARKS = {
    "dart_split": "darts split to suit her",
    "dart_moved": "part of the dart put elsewhere",
    "dart_kept": "small darts kept",
    "fallback_princess": "a princess seam for her bust",
    "fallback_set_in": "set in for her side",
    "fallback_inseam_pocket": "in the seam, for want of room",
    "slit_added": "with slits, to walk in",
    "hip_room": "fuller for her hips",
}
"""A draft's remarks that show in its drawing, in a word."""
VENT = "with a vent, to walk in"
VENTS = {
    "skirt.vent_height": VENT,
    "bodice.vent_height": VENT,
    "bodice.slit_height": "with slits, to walk in",
}
"""What a draft adds by itself where its hem is too narrow for her step."""
NOT_GIVEN = "not to be had on her"


class Cell(NamedTuple):
    """A drawing and what stands below it, line by line; without a drawing, why. `remarks` are those of its
    draft, in words; `denied` names the options that it could not carry out."""

    label: str
    svg: str
    remarks: tuple[str, ...] = ()
    denied: frozenset[str] = frozenset()


def bodies() -> dict[str, Body]:
    names = ("height", "bust_girth", "waist_girth", "hip_girth")
    return {
        name: taken_as_measured(complete(dict(zip(names, taken, strict=True))))
        for name, taken in WOMEN.items()
    }


def on_bodies(spec: TemplateSpec) -> Iterator[Cell]:
    """A template as it is published, on five women, front and back."""
    for name, body in bodies().items():
        for view in VIEWS:
            yield cell(spec, {}, body, f"{name}, {view}", view)


def with_choices(spec: TemplateSpec, body: Body) -> Iterator[Cell]:
    """Every choice of every option on one woman; of a range both ends. An option that needs another is shown
    with the last value that lets it be offered, which is said, from where it shows more; what shows nowhere
    says so."""
    for option in spec.options:
        needed: dict[str, Setting] = {name: values[-1] for name, values in option.when.items()}
        seen = {
            view: [
                cell(spec, {**needed, option.name: value}, body, labelled(spec, option, value), view,
                     figure=False)
                for value in option.ends
            ]
            for view in VIEWS
        }  # fmt: skip
        cells = seen[shown_from(option, seen)]
        hidden = all(alike(seen[view]) for view in VIEWS)
        beside = [
            f"{other.label}: {worded(other, value)}"
            for name, value in needed.items()
            if (other := spec.option(name)) and value != other.default
        ]
        for each in cells:
            told = [*beside, *remarked(option, each, cells)]
            if hidden and each.svg:
                told.append(UNSEEN)
            yield each._replace(label="\n".join([each.label, *told]))


def remarked(option: OptionSpec, cell: Cell, cells: Sequence[Cell]) -> Iterator[str]:
    """What a cell says beside its choice: that this woman's draft could not carry it out; what the draft did
    instead, or added of itself, where not every choice of the option brings the same."""
    if option.name in cell.denied:
        yield NOT_GIVEN
    for words in cell.remarks:
        if option.name in cell.denied or not all(
            words in each.remarks for each in cells if each.svg
        ):
            yield words


BEHIND = ("zip", "slit")
UNSEEN = "not to be seen from outside"


def shown_from(option: OptionSpec, seen: dict[View, list[Cell]]) -> View:
    """From behind what is about the back, and what only there adds a line or changes anything; also where a
    cell is to name a vent, which is there."""
    told = {words for each in seen["back"] for words in remarked(option, each, seen["back"])}
    if "back" in option.name or option.name in BEHIND or VENT in told:
        return "back"

    def differs(view: View) -> tuple[bool, bool]:
        drawn = [each.svg for each in seen[view] if each.svg]
        lines = {frozenset(LINE.findall(svg)) for svg in drawn}
        return len(lines) > 1 and option.kind != "range", len({bare(svg) for svg in drawn}) > 1

    return "back" if differs("back") > differs("front") else "front"


LOOK, SEEN = 480, 6
"""At what breadth drawings are compared, px, and from what difference of a colour (of 255) on it is seen."""


def alike(cells: Sequence[Cell]) -> bool:
    """Whether all drawings show the same: what differs may lie behind other cloth."""
    drawn = {bare(each.svg): each.svg for each in cells if each.svg}
    if len({frozenset(LINE.findall(svg)) for svg in drawn}) > 1:
        return False
    if len(drawn) < 2:
        return True
    first, *rest = map(_seen, drawn.values())
    return all(first.shape == other.shape and np.abs(first - other).max() < SEEN for other in rest)


def _seen(svg: str) -> NDArray[np.int16]:
    """Its pixels: rows, columns, colours."""
    png = cairosvg.svg2png(svg.encode(), output_width=LOOK, background_color="white")
    return np.asarray(Image.open(BytesIO(png)).convert("RGB")).astype(np.int16)


def bare(svg: str) -> str:
    """What a drawing shows, without its words and its ids' own mark."""
    found = MARK.search(svg)
    return WORDS.sub("", svg.replace(found[1], "") if found else svg)


FROM_WAIST = ("bodice.length", "skirt.length")
"""Lengths that begin there."""


def labelled(spec: TemplateSpec, option: OptionSpec, value: Setting) -> str:
    """What a cell shows, in lines: the option, its value, and what a fit adds to her body."""
    begins = " from the waist" if option.parameter in FROM_WAIST else ""
    lines = [option.label + begins, worded(option, value)]
    if option.parameter == FIT:
        eases = spec.eases.get(str(value), {}).items()
        lines.append(
            ", ".join(f"{name.replace('_', ' ')} +{mm / 10:g}" for name, mm in eases)
            + f"{NO_BREAK}cm"
        )
    return "\n".join(lines)


def worded(option: OptionSpec, value: Setting) -> str:
    """A value as the studio has it: a length in cm."""
    chosen = next((choice.label for choice in option.choices if choice.value == value), None)
    if chosen:
        return chosen
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, float):
        return str(value)
    return f"{value / 10:g} cm" if option.unit == "mm" else f"{value:g}°" if (
        option.unit == "degrees"
    ) else f"{value:g} {option.unit}"  # fmt: skip


def in_fabrics(spec: TemplateSpec, body: Body, fabrics: Sequence[FabricSpec]) -> Iterator[Cell]:
    for fabric in fabrics:
        yield cell(spec, {}, body, fabric.name, "front", fabric=fabric)


def cell(
    spec: TemplateSpec, choices: dict[str, Setting], body: Body, label: str,
    view: View, *, figure: bool = True, fabric: FabricSpec = CLOTH,
) -> Cell:  # fmt: skip
    try:
        draft = make_draft(spec, choices, body)
    except Refusal as refusal:
        return Cell(f"{label}\nrefused, {refusal.code}", "")
    said = [REMARKS[each.code] for each in draft.warnings if each.code in REMARKS]
    said += [words for name, words in VENTS.items() if draft.parameters.get(name)]
    return Cell(
        label,
        draw(draft, fabric, view, figure=figure, tile_href=embedded),
        tuple(dict.fromkeys(said)),
        not_carried_out(spec, draft),
    )


def sheet(cells: Sequence[Cell], *, colours: int = COLOURS) -> tuple[Image.Image, str]:
    """The cells as one picture, all to one scale, and as one SVG of the same size; a cell is as broad as
    the broadest drawing, a row as high as its highest. In so many `colours`; in all of them where nought."""
    boxes = [box_of(each.svg) if each.svg else (0.0, 0.0) for each in cells]
    scale = min((min(BROADEST / w, HIGHEST / h) for w, h in boxes if w), default=1.0)
    sizes = [(round(w * scale), round(h * scale)) for w, h in boxes]
    wide = max(max(w for w, _ in sizes) + GAP, LABEL[0])
    across = min(BREADTH // wide, len(cells))
    rows = [range(n, min(n + across, len(cells))) for n in range(0, len(cells), across)]
    talls = [max(sizes[n][1] for n in row) + GAP for row in rows]
    size = (across * wide, sum(tall + LABEL[1] for tall in talls))
    picture = Image.new("RGB", size, "white")
    parts: list[str] = []
    y = 0
    for row, tall in zip(rows, talls, strict=True):
        for x, n in enumerate(row):
            (w, h), middle = sizes[n], x * wide + wide // 2
            parts.append(_label(picture, cells[n].label, (middle, y + tall)))
            if cells[n].svg:
                parts.append(
                    _placed(picture, cells[n].svg, (middle - w // 2, y + tall - GAP // 2 - h, w, h))
                )
        y += tall + LABEL[1]
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]} {size[1]}">'
        f"{''.join(parts)}</svg>"
    )
    return picture.quantize(colours) if colours else picture, whole


FINE = 4
"""So many times larger letters are drawn before they are made small: at their own size their distances are
rounded to whole pixels."""


def _label(picture: Image.Image, label: str, at: tuple[int, int]) -> str:
    """Writes a cell's lines below its drawing; the same as SVG."""
    font, parts = ImageFont.truetype(FONT, 11 * FINE), []
    lines = (line for words in label.split("\n") for line in wrap(words, LETTERS))
    for line, words in enumerate(lines):
        x, y = at[0], at[1] + 2 + 14 * line
        _, _, wide, high = font.getbbox(words)
        pen = Image.new("RGB", (round(wide), round(high)), "white")
        ImageDraw.Draw(pen).text((0, 0), words, "#333", font)
        small = pen.reduce(FINE)
        picture.paste(small, (x - small.width // 2, y))
        parts.append(
            f'<text x="{x}" y="{y + 11}" font-size="11" text-anchor="middle" '
            f'font-family="sans-serif">{escape(words)}</text>'
        )
    return "".join(parts)


def _placed(picture: Image.Image, svg: str, box: tuple[int, int, int, int]) -> str:
    """Draws a cell's garment into the picture at (left, top, breadth, height); the same as SVG."""
    left, top, w, h = box
    png = cairosvg.svg2png(
        bytestring=svg.encode(), output_width=w, output_height=h, background_color="white"
    )
    picture.paste(Image.open(BytesIO(png)).convert("RGB"), (left, top))
    return f'<svg x="{left}" y="{top}" width="{w}" height="{h}" {svg.removeprefix(XMLNS)}'


def box_of(svg: str) -> tuple[float, float]:
    """The breadth and height that a drawing takes, mm."""
    found = VIEW_BOX.search(svg)
    assert found is not None, "not one of our drawings"
    return float(found[1]), float(found[2])


class Command(BaseCommand):
    help = (
        "Draws contact sheets: each published template on five women, front and back; each choice of each "
        "option on one; all fabrics on one dress."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("template", nargs="*", help="slugs; all published templates without")
        parser.add_argument(
            "--out", type=Path, default=Path(settings.BASE_DIR) / "docs" / "pictures" / "contact",
            help="a folder (docs/pictures/contact)",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        specs = published(options["template"])
        out: Path = options["out"]
        out.mkdir(parents=True, exist_ok=True)
        average = bodies()["average"]
        for spec in specs:
            self._keep(out / f"{spec.slug}-bodies", list(on_bodies(spec)))
            self._keep(out / f"{spec.slug}-options", list(with_choices(spec, average)))
        fabrics = [fabric.spec for fabric in Fabric.objects.filter(live=True).order_by("slug")]
        dress = next((spec for spec in specs if spec.slug == DRESS), None)
        if dress and fabrics:
            self._keep(out / "fabrics", list(in_fabrics(dress, average, fabrics)), colours=0)

    def _keep(self, path: Path, cells: Sequence[Cell], **how: int) -> None:
        picture, svg = sheet(cells, **how)
        picture.save(path.with_suffix(".png"), optimize=True)
        # without a date in it, so that the same drawing is the same file
        path.with_suffix(".svgz").write_bytes(gzip.compress(svg.encode(), mtime=0))
        size = sum(path.with_suffix(kind).stat().st_size for kind in (".png", ".svgz"))
        refused = sum(not each.svg for each in cells)
        said = f", {refused} refused" if refused else ""
        self.stdout.write(f"{path.name}: {len(cells)} drawings{said}, {size / 1024:.0f} KiB")
