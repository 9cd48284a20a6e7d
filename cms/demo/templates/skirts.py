"""Skirts. Eases: `shared/data/trade_facts.md` §2; allowances of hems: §7."""

from __future__ import annotations

from typing import Final

from patterns.specs import Choice, Instruction, OptionSpec, TemplateSpec

from . import options as o
from .materials import FIRM, LINING, THREAD, main

_BANDED: Final = o.eases(waist=(5, 10, 20), hip=(30, 50, 75))
_FREE: Final = o.eases(waist=(5, 10, 20))
"""Where the skirt stands clear of the hip, only the band has an ease."""


def _waistband() -> tuple[OptionSpec, OptionSpec]:
    return (
        o.choice(
            "waistband", "waistband.style", "Waist",
            (
                Choice("straight", "Straight band"),
                Choice("contoured", "Shaped band", surcharge=900),
                Choice("faced", "No band"),
            ),
            help="A straight band stands up at the waist, a shaped one curves with you; "
            "without one the edge is faced inside.",
            group=o.DETAILS,
        ),
        _band_height(when={"waistband": ("straight", "contoured")}),
    )  # fmt: skip


def _band_height(when: o.When | None = None) -> OptionSpec:
    return o.measure(
        "band_height", "waistband.height", "Height of the band", (30.0, 50.0, 5.0), 35.0,
        help="How high the finished band is.", group=o.DETAILS, when=when,
    )  # fmt: skip


PENCIL_SKIRT: Final = TemplateSpec(
    slug="pencil-skirt",
    name="Pencil skirt",
    kind="skirt",
    components=("skirt", "waistband", "lining"),
    eases=_BANDED,
    parameters={"skirt.style": "straight", "skirt.inlay": 10.0},
    options=(
        o.length(least=450.0, most=850.0),
        o.flare(-1.0, -2.0, 3.0),
        o.choice(
            "slit", "skirt.slit", "Room to walk",
            (
                Choice("auto", "Vent"),
                Choice("slit", "Slit"),
            ),
            help="Where the hem would hold your step we open it: a vent laps over and shows only when "
            "you walk, a slit stands open.",
            group=o.SHAPE,
        ),
        *_waistband(),
        o.lining(3200),
        o.fit(),
    ),
    price=9800,
    made_to_measure=4000,
    materials=(main("Firm cloth of 200 to 370 g/m² that keeps its shape: wool, sateen, denim"),
               LINING, FIRM, THREAD),
)  # fmt: skip

A_LINE_SKIRT: Final = TemplateSpec(
    slug="a-line-skirt",
    name="A-line skirt",
    kind="skirt",
    components=("skirt", "waistband", "pocket", "lining"),
    eases=_BANDED,
    parameters={"pocket.style": "inseam"},
    options=(
        o.skirt_style(
            Choice("a_line", "Two panels"),
            Choice("six_panel", "Six panels", surcharge=1800),
            label="Panels",
            help="Two panels are shaped by darts; six are shaped in their seams, and swing more.",
        ),
        o.length(most=900.0),
        o.flare(6.0, 4.0, 12.0),
        *_waistband(),
        o.pockets("inseam", "Pockets in the seams", 1800),
        o.lining(3400),
        o.fit(),
    ),
    price=9800,
    made_to_measure=4000,
    materials=(main("Cloth of 180 to 370 g/m² with some body: wool, linen, denim"),
               LINING, FIRM, THREAD),
)  # fmt: skip

CIRCLE_SKIRT: Final = TemplateSpec(
    slug="circle-skirt",
    name="Circle skirt",
    kind="skirt",
    components=("skirt", "waistband", "pocket"),
    eases=_FREE,
    parameters={"pocket.style": "inseam", "waistband.style": "straight"},
    options=(
        o.skirt_style(
            Choice("quarter_circle", "Quarter circle"),
            Choice("half_circle", "Half circle", surcharge=800),
            Choice("circle", "Full circle", surcharge=1600),
            default="half_circle",
            label="Fullness",
            help="How much of a circle it is cut from: the fuller, the deeper its folds.",
        ),
        o.length(least=400.0, most=800.0),
        _band_height(),
        o.pockets("inseam", "Pockets in the seams", 1800),
        o.fit(help="How snugly the band sits; the skirt falls free below it."),
    ),
    price=10900,
    made_to_measure=4000,
    materials=(
        main("Cloth of 80 to 310 g/m² that falls well: crêpe, lawn, twill"),
        LINING,
        FIRM,
        THREAD,
    ),
)

PLEATED_SKIRT: Final = TemplateSpec(
    slug="pleated-skirt",
    name="Pleated skirt",
    kind="skirt",
    components=("skirt", "waistband"),
    eases=_BANDED,
    parameters={"waistband.style": "straight"},
    options=(
        o.skirt_style(
            Choice("knife_pleats", "Knife pleats"),
            Choice("box_pleats", "Box pleats"),
            Choice("gathered", "Gathers"),
            label="Pleats",
            help="Knife pleats all lie one way, box pleats fold towards each other in pairs; "
            "gathers are small and soft.",
        ),
        o.fullness(1.8, 1.4, 2.4, when={"skirt": ("gathered",)}),
        o.length(least=400.0, most=800.0),
        _band_height(),
        o.fit(),
    ),
    price=12900,
    made_to_measure=4000,
    materials=(
        main("Cloth of 110 to 310 g/m² that takes a crease, wool best of all"),
        FIRM,
        THREAD,
    ),
    instructions=(Instruction(21, "Press each pleat on a trial piece first, and steam it dry."),),
)

WRAP_SKIRT: Final = TemplateSpec(
    slug="wrap-skirt",
    name="Wrap skirt",
    kind="skirt",
    components=("skirt", "waistband", "pocket"),
    eases=_BANDED,
    parameters={"skirt.style": "wrap", "waistband.style": "straight", "pocket.style": "patch"},
    options=(
        o.length(least=450.0, most=850.0),
        o.flare(4.0, 0.0, 8.0),
        _band_height(),
        o.pockets("patch", "Patch pocket", 1200),
        o.fit(),
    ),
    price=10400,
    made_to_measure=4000,
    materials=(main("Cloth of 180 to 330 g/m²: linen, twill, denim"), FIRM, THREAD),
)

SKIRTS: Final = (PENCIL_SKIRT, A_LINE_SKIRT, CIRCLE_SKIRT, PLEATED_SKIRT, WRAP_SKIRT)
