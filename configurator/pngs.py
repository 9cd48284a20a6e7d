"""Drawings as PNG, for where an SVG can't go: letters, and the card that a shared link shows.

Slow (a second for a card), so the worker calls this, and a request only where `share_cards` lets it. Whoever
calls it hands in a drawing on the stock figure: what is made here leaves the store.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import cairosvg
from django.conf import settings
from PIL import Image, ImageChops, ImageDraw, ImageFont

CARD: Final = (1200, 630)
"""Breadth and height of a share card, px: what those who show shared links ask for."""
CARD_BYTES: Final = 300_000
"""More than this some of them refuse."""
PAPER, INK, SOFT, ACCENT = "#f8f4ec", "#221e1a", "#5d554b", "#8a2f2b"
"""The store's paper and inks, as static/css/tokens.css has them."""
MARGIN, FOOT, DRAWN, BETWEEN = 76, 10, 564, 72
"""Of a card, px: its margin, the band at its foot, a drawing's height, the room between two."""
SIZES, LINE = (82, 64, 48), 40
"""What a garment's name is set in, the first in which it takes at most three lines; how high a line of
the text below it is. px."""

FONTS = Path(settings.BASE_DIR) / "static" / "fonts" / "ttf"
VIEW_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')


def png(svg: str, height: int, colours: int = 256) -> bytes:
    """A drawing on the store's paper, so many px high."""
    file = io.BytesIO()
    _few(_drawn(svg, height), colours).save(file, "PNG", optimize=True)
    return file.getvalue()


def card(name: str, below: str, drawings: Sequence[str]) -> bytes:
    """A share card: a garment's name with what stands `below` it, the store's, and its drawings, front
    first; none of them where it can't be drawn. Less than CARD_BYTES."""
    picture = Image.new("RGB", CARD, PAPER)
    edge = CARD[0] - MARGIN
    for svg in reversed(drawings):
        drawing = _trimmed(_drawn(svg, DRAWN))
        edge -= drawing.width
        picture.paste(drawing, (edge, (CARD[1] - FOOT - DRAWN) // 2))
        edge -= BETWEEN
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, CARD[1] - FOOT, *CARD), ACCENT)
    _words(pen, name, below, edge - MARGIN)
    for colours in (256, 128, 64):
        file = io.BytesIO()
        _few(picture, colours).save(file, "PNG", optimize=True)
        if file.tell() < CARD_BYTES:
            break
    return file.getvalue()


def _words(pen: ImageDraw.ImageDraw, name: str, below: str, room: int) -> None:
    """The store's name at the top, the garment's at the foot; no broader than `room`."""
    house = _font("Display-Regular", 54)
    pen.text((MARGIN, MARGIN - 12), settings.SITE_NAME, INK, house)
    small = _font("Text-Regular", 27)
    words = _broken(below, small, room)
    y = CARD[1] - FOOT - MARGIN - LINE * (len(words) - 1)
    for number, line in enumerate(words):
        pen.text((MARGIN, y + LINE * number), line, SOFT, small, anchor="ls")
    for size in SIZES:
        large = _font("Display-Regular", size)
        title = _broken(name, large, room)
        if len(title) <= 3 and all(large.getlength(line) <= room for line in title):
            break
    high = round(size * 1.08)
    y -= LINE + 24 + high * (len(title) - 1)
    for number, line in enumerate(title):
        pen.text((MARGIN - 3, y + high * number), line, INK, large, anchor="ls")


def _broken(text: str, font: ImageFont.FreeTypeFont, room: int) -> list[str]:
    """A text in lines no broader than `room`, px; a word that is broader by itself stands as it is."""
    lines: list[str] = []
    for word in text.split():
        if lines and font.getlength(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _drawn(svg: str, height: int) -> Image.Image:
    """A drawing on paper, so many px high."""
    found = VIEW_BOX.search(svg)
    if found is None:
        raise ValueError("not one of our drawings")
    wide = max(round(float(found[1]) * height / float(found[2])), 1)
    made = cairosvg.svg2png(
        bytestring=svg.encode(), output_width=wide, output_height=height, background_color=PAPER
    )
    return Image.open(io.BytesIO(made)).convert("RGB")


def _trimmed(drawing: Image.Image) -> Image.Image:
    """Without the paper at its left and right."""
    paper = Image.new("RGB", drawing.size, PAPER)
    box = ImageChops.difference(drawing, paper).getbbox()
    return drawing.crop((box[0], 0, box[2], drawing.height)) if box else drawing


def _few(picture: Image.Image, colours: int) -> Image.Image:
    """With few colours, which makes it a fourth as large."""
    return picture.quantize(colours, dither=Image.Dither.FLOYDSTEINBERG)


def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"{name}.ttf", size)
