"""The cloths that a fresh install offers. Prices per metre in cents, tax included; widths in mm."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from patterns.specs import FabricSpec

FABRICS: Final = (
    FabricSpec(
        slug="wool-crepe-navy",
        name="Wool crêpe, navy",
        colour="#24304a",
        width=1500.0,
        price_per_metre=4800,
        composition="100 % wool",
        weight=280,
    ),
    FabricSpec(
        slug="wool-crepe-bordeaux",
        name="Wool crêpe, bordeaux",
        colour="#6d2536",
        width=1500.0,
        price_per_metre=4800,
        composition="100 % wool",
        weight=280,
    ),
    FabricSpec(
        slug="wool-flannel-grey",
        name="Wool flannel, grey",
        colour="#7b7c80",
        width=1500.0,
        price_per_metre=5200,
        composition="100 % wool",
        weight=310,
        nap=True,
    ),
    FabricSpec(
        slug="cotton-sateen-black",
        name="Cotton sateen, black",
        colour="#26262a",
        width=1400.0,
        price_per_metre=2600,
        composition="100 % cotton",
        weight=240,
    ),
    FabricSpec(
        slug="wool-twill-ivory",
        name="Wool twill, ivory",
        colour="#e9dfc8",
        width=1500.0,
        price_per_metre=5400,
        composition="100 % wool",
        weight=300,
        pattern="twill",
        second_colour="#d6c8a8",
    ),
    FabricSpec(
        slug="linen-check-sage",
        name="Linen check, sage",
        colour="#a3ad92",
        width=1400.0,
        price_per_metre=3400,
        composition="100 % linen",
        weight=230,
        pattern="check",
        second_colour="#6f7c62",
    ),
    FabricSpec(
        slug="pinstripe-charcoal",
        name="Pinstripe suiting, charcoal",
        colour="#3b3c43",
        width=1500.0,
        price_per_metre=5600,
        composition="98 % wool, 2 % silk",
        weight=260,
        pattern="stripe",
        second_colour="#c9c6bd",
    ),
    FabricSpec(
        slug="denim-indigo",
        name="Denim, indigo",
        colour="#33496b",
        width=1480.0,
        price_per_metre=2200,
        composition="100 % cotton",
        weight=360,
        pattern="denim",
        second_colour="#8fa0b8",
    ),
    FabricSpec(
        slug="cotton-lawn-white",
        name="Cotton lawn, white",
        colour="#f2efe8",
        width=1400.0,
        price_per_metre=2200,
        composition="100 % cotton",
        weight=85,
    ),
    FabricSpec(
        slug="cotton-poplin-sky",
        name="Cotton poplin, sky blue",
        colour="#b9cfe2",
        width=1480.0,
        price_per_metre=2000,
        composition="100 % cotton",
        weight=120,
    ),
    FabricSpec(
        slug="cotton-stripe-navy",
        name="Striped cotton, navy and white",
        colour="#f0eee8",
        width=1480.0,
        price_per_metre=2400,
        composition="100 % cotton",
        weight=130,
        pattern="stripe",
        second_colour="#2c3a5c",
    ),
    FabricSpec(
        slug="silk-crepe-ecru",
        name="Silk crêpe de Chine, ecru",
        colour="#e8dcc3",
        width=1400.0,
        price_per_metre=7200,
        composition="100 % silk",
        weight=75,
    ),
    FabricSpec(
        slug="viscose-crepe-emerald",
        name="Viscose crêpe, emerald",
        colour="#1f6b52",
        width=1450.0,
        price_per_metre=2600,
        composition="100 % viscose",
        weight=150,
    ),
    FabricSpec(
        slug="viscose-crepe-rust",
        name="Viscose crêpe, rust",
        colour="#a8502f",
        width=1450.0,
        price_per_metre=2600,
        composition="100 % viscose",
        weight=150,
    ),
    FabricSpec(
        slug="linen-oatmeal",
        name="Linen, oatmeal",
        colour="#cbb994",
        width=1420.0,
        price_per_metre=3000,
        composition="100 % linen",
        weight=190,
    ),
    FabricSpec(
        slug="silk-brocade-plum",
        name="Silk brocade, plum",
        colour="#5d2a4a",
        width=1400.0,
        price_per_metre=8400,
        composition="65 % silk, 35 % viscose",
        weight=210,
        nap=True,
    ),
)

SUITS: Final[Mapping[str, tuple[str, int, int]]] = {
    "sheath-dress": ("wool-crepe-navy", 190, 310),
    "shift-dress": ("linen-oatmeal", 150, 310),
    "fit-and-flare-dress": ("cotton-poplin-sky", 100, 250),
    "wrap-dress": ("viscose-crepe-emerald", 75, 250),
    "empire-line-dress": ("cotton-lawn-white", 75, 250),
    "princess-dress": ("wool-crepe-bordeaux", 190, 310),
    "qipao": ("silk-brocade-plum", 150, 310),
    "pencil-skirt": ("pinstripe-charcoal", 190, 370),
    "a-line-skirt": ("denim-indigo", 150, 370),
    "circle-skirt": ("viscose-crepe-rust", 75, 310),
    "pleated-skirt": ("wool-flannel-grey", 120, 310),
    "wrap-skirt": ("linen-check-sage", 150, 370),
    "shell-top": ("silk-crepe-ecru", 75, 250),
    "bow-blouse": ("silk-crepe-ecru", 75, 150),
    "puff-sleeve-blouse": ("cotton-stripe-navy", 75, 200),
    "peplum-top": ("cotton-sateen-black", 150, 310),
}
"""Which cloths suit a template: the one that its picture shows, and the weights that will do, g/m²."""


def allowed(template: str) -> tuple[str, ...]:
    """The cloths that a template may be made of, the shown one first."""
    shown, least, most = SUITS[template]
    suited = [fabric.slug for fabric in FABRICS if least <= fabric.weight <= most]
    return (shown, *(slug for slug in suited if slug != shown))
