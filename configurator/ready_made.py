"""The same template ready-made: in which sizes it hangs in the shop, and from what price."""

from __future__ import annotations

from dataclasses import dataclass

from measurements.charts import CHARTS
from patterns.models import PatternTemplate, ReadyMadePiece


@dataclass(frozen=True, slots=True)
class ReadyMade:
    """`sizes` that are in stock, smallest first; `price` is the least, in minor units."""

    sizes: tuple[str, ...]
    price: int


def ready_made_of(template: PatternTemplate) -> ReadyMade | None:
    """What can be bought ready-made of a template today, or None."""
    pieces = ReadyMadePiece.objects.filter(template=template, live=True).prefetch_related("sizes")
    stocked = {
        piece: [size.size for size in piece.sizes.all() if size.quantity > 0] for piece in pieces
    }
    stocked = {piece: sizes for piece, sizes in stocked.items() if sizes}
    if not stocked:
        return None
    order = [size for piece in stocked for size in CHARTS[piece.chart].sizes]
    sizes = sorted({size for sizes in stocked.values() for size in sizes}, key=order.index)
    return ReadyMade(tuple(sizes), min(piece.price for piece in stocked))
