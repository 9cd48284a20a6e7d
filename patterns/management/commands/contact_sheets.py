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
from typing import Any, Literal, NamedTuple

import cairosvg
from django.conf import settings
from django.core.management.base import BaseCommand
from PIL import Image, ImageDraw, ImageFont

from measurements.beyond_survey import taken_as_measured
from measurements.body import Body
from measurements.statistics import complete
from patterns.drafting.draft import Refusal
from patterns.engine import make_draft
from patterns.flats import draw
from patterns.management.choosing import published
from patterns.models import Fabric
from patterns.specs import FabricSpec, OptionSpec, Setting, TemplateSpec
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
ROW, LABEL, HEIGHT, COLOURS = 10, 32, 420, 160
"""Cells in a row; a label's height and a cell's, px; colours of a PNG."""

FONT = Path(settings.BASE_DIR) / "static" / "fonts" / "ttf" / "Text-Regular.ttf"

VIEWS: tuple[Literal["front", "back"], ...] = ("front", "back")
XMLNS = '<svg xmlns="http://www.w3.org/2000/svg" '
VIEW_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')


class Cell(NamedTuple):
    """A drawing and what stands below it; without a drawing, why."""

    label: str
    svg: str


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
    with the last value that lets it be offered; what is seen from behind, from behind."""
    for option in spec.options:
        needed: dict[str, Setting] = {name: values[-1] for name, values in option.when.items()}
        view: Literal["front", "back"] = "back" if shown_behind(option) else "front"
        for value in option.ends:
            label = f"{option.label}: {worded(option, value)}"
            yield cell(spec, {**needed, option.name: value}, body, label, view, figure=False)


def shown_behind(option: OptionSpec) -> bool:
    return "back" in option.name or option.name in ("zip", "slit")


def worded(option: OptionSpec, value: Setting) -> str:
    chosen = next((choice.label for choice in option.choices if choice.value == value), None)
    if chosen:
        return chosen
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g} {option.unit}" if isinstance(value, float) else str(value)


def in_fabrics(spec: TemplateSpec, body: Body, fabrics: Sequence[FabricSpec]) -> Iterator[Cell]:
    for fabric in fabrics:
        yield cell(spec, {}, body, fabric.name, "front", fabric=fabric)


def cell(
    spec: TemplateSpec, choices: dict[str, Setting], body: Body, label: str,
    view: Literal["front", "back"], *, figure: bool = True, fabric: FabricSpec = CLOTH,
) -> Cell:  # fmt: skip
    try:
        draft = make_draft(spec, choices, body)
    except Refusal as refusal:
        return Cell(f"{label}: refused, {refusal.code}", "")
    return Cell(label, draw(draft, fabric, view, figure=figure, tile_href=embedded))


def sheet(cells: Sequence[Cell]) -> tuple[Image.Image, str]:
    """The cells as one picture, all to one scale, and as one SVG of the same size."""
    wide, high = HEIGHT // 2, HEIGHT + LABEL
    across = min(ROW, len(cells))
    size = (across * wide, -(-len(cells) // across) * high)
    picture = Image.new("RGB", size, "white")
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype(FONT, 11)
    boxes = [box_of(each.svg) for each in cells if each.svg]
    scale = min((min((wide - 8) / w, (HEIGHT - 8) / h) for w, h in boxes), default=1.0)
    parts = []
    for n, (label, svg) in enumerate(cells):
        x, y = n % across * wide, n // across * high
        for line, words in enumerate(label.split(": ", 1)):
            below = y + HEIGHT + 2 + 14 * line
            pen.text((x + wide / 2, below), words, "#333", font, anchor="ma")
            parts.append(
                f'<text x="{x + wide / 2:g}" y="{below + 11}" font-size="11" text-anchor="middle" '
                f'font-family="sans-serif">{escape(words)}</text>'
            )
        if not svg:
            continue
        w, h = (max(round(side * scale), 1) for side in box_of(svg))
        left, top = x + (wide - w) // 2, y + HEIGHT - 4 - h
        png = cairosvg.svg2png(
            bytestring=svg.encode(), output_width=w, output_height=h, background_color="white"
        )
        picture.paste(Image.open(BytesIO(png)).convert("RGB"), (left, top))
        parts.append(
            f'<svg x="{left}" y="{top}" width="{w}" height="{h}" {svg.removeprefix(XMLNS)}'
        )
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]} {size[1]}">'
        f"{''.join(parts)}</svg>"
    )
    return picture.quantize(COLOURS, dither=Image.Dither.FLOYDSTEINBERG), whole


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
            self._keep(out / "fabrics", list(in_fabrics(dress, average, fabrics)))

    def _keep(self, path: Path, cells: Sequence[Cell]) -> None:
        picture, svg = sheet(cells)
        picture.save(path.with_suffix(".png"), optimize=True)
        # without a date in it, so that the same drawing is the same file
        path.with_suffix(".svgz").write_bytes(gzip.compress(svg.encode(), mtime=0))
        size = sum(path.with_suffix(kind).stat().st_size for kind in (".png", ".svgz"))
        refused = sum(not each.svg for each in cells)
        said = f", {refused} refused" if refused else ""
        self.stdout.write(f"{path.name}: {len(cells)} drawings{said}, {size / 1024:.0f} KiB")
