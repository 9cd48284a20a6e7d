"""The pieces that hang ready-made, cut to the sizes of our own chart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from measurements.charts import DEMO_CHART
from patterns.specs import Setting


@dataclass(frozen=True, slots=True)
class PieceValue:
    """A ready-made piece as a plain value; `stock` is what hangs at the start, by size."""

    slug: str
    name: str
    template: str
    fabric: str
    choices: Mapping[str, Setting]
    price: int
    stock: Mapping[str, int]
    chart: str = DEMO_CHART


PIECES: Final = (
    PieceValue(
        slug="sheath-dress-navy-v",
        name="Sheath dress in navy, V-neck",
        template="sheath-dress",
        fabric="wool-crepe-navy",
        choices={"neckline": "v", "neck_depth": 110.0},
        price=24900,
        stock={"36": 2, "38": 3, "40": 3, "42": 2, "44": 1, "46": 1},
    ),
    PieceValue(
        slug="pencil-skirt-charcoal",
        name="Pencil skirt in charcoal pinstripe",
        template="pencil-skirt",
        fabric="pinstripe-charcoal",
        choices={"length": 640.0},
        price=13900,
        stock={"36": 1, "38": 4, "40": 3, "42": 0, "44": 2, "46": 1},
    ),
    PieceValue(
        slug="shift-dress-oatmeal",
        name="Shift dress in oatmeal linen, with pockets",
        template="shift-dress",
        fabric="linen-oatmeal",
        choices={"neckline": "boat", "pockets": True},
        price=18900,
        stock={"36": 1, "38": 2, "40": 3, "42": 2, "44": 2, "46": 1, "48": 1},
    ),
    PieceValue(
        slug="princess-dress-bordeaux",
        name="Princess dress in bordeaux, with sleeves to the elbow",
        template="princess-dress",
        fabric="wool-crepe-bordeaux",
        choices={"sleeves": "elbow"},
        price=26900,
        stock={"36": 1, "38": 2, "40": 2, "42": 2, "44": 1},
    ),
    PieceValue(
        slug="bow-blouse-ecru",
        name="Bow blouse in ecru silk",
        template="bow-blouse",
        fabric="silk-crepe-ecru",
        choices={},
        price=17900,
        stock={"34": 1, "36": 2, "38": 3, "40": 3, "42": 2, "44": 1},
    ),
    PieceValue(
        slug="circle-skirt-rust",
        name="Half-circle skirt in rust crêpe",
        template="circle-skirt",
        fabric="viscose-crepe-rust",
        choices={"pockets": True},
        price=12900,
        stock={"34": 1, "36": 2, "38": 2, "40": 3, "42": 2, "44": 2},
    ),
)
