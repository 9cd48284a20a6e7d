"""The garment in lines on its spec sheet, with letters that the table of finished measures names too."""

from __future__ import annotations

from functools import partial
from typing import Final, Literal

from patterns.drafting.draft import Draft
from patterns.exports.pdf_paper import A4, SOFT
from patterns.exports.pdf_svg import box_of, draw_svg
from patterns.flats import lettered, line_drawing
from patterns.specs import FabricSpec

from .book import LEFT, WIDTH, Book

VIEWS: Final[tuple[Literal["front", "back"], ...]] = ("front", "back")


def letters(draft: Draft) -> dict[str, str]:
    """The letter of each finished measure that is shown on a drawing, by the measure's name."""
    return {name: letter for view in VIEWS for letter, name in lettered(draft, view).items()}


def draw_flats(book: Book, draft: Draft, fabric: FabricSpec, above: float, height: float) -> None:
    """Front and back side by side with their letters, to one scale and level with one another, in a box as
    broad as the page and `height` high, `above` from its top. mm."""
    drawn = [line_drawing(draft, view, callouts=True, fabric=fabric) for view in VIEWS]
    boxes = [box_of(svg) for svg in drawn]
    top, low = min(y for _, y, _, _ in boxes), max(y + high for _, y, _, high in boxes)
    aside = max(max(-x, x + wide) for x, _, wide, _ in boxes)  # of the centre, which is at 0
    scale = min(WIDTH / 4 / aside, height / (low - top))
    foot = above + (height + (low - top) * scale) / 2
    for number, (view, svg, (x, y, wide, high)) in enumerate(zip(VIEWS, drawn, boxes, strict=True)):
        centre = LEFT + (2 * number + 1) * WIDTH / 4
        book.draw(
            partial(
                draw_svg, svg=svg, left=centre + x * scale, width=wide * scale, height=high * scale,
                bottom=A4[1] - foot + (low - y - high) * scale,
            )
        )  # fmt: skip
        book.text(centre, foot + 4, view, size=8, colour=SOFT, align="middle")
