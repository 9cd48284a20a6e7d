"""The cloths that a fresh install offers. Prices per metre in cents, tax included; widths in mm."""

from __future__ import annotations

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
)

ALLOWED: Final = {
    "sheath-dress": (
        "wool-crepe-navy",
        "wool-crepe-bordeaux",
        "wool-flannel-grey",
        "cotton-sateen-black",
        "wool-twill-ivory",
        "linen-check-sage",
        "pinstripe-charcoal",
    ),
    "pencil-skirt": tuple(fabric.slug for fabric in FABRICS),
}
"""Which template may be made of which: denim is too stiff for the dress's neck facings."""
