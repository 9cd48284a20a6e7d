"""Dresses. Eases: `shared/data/trade_facts.md` §2."""

from __future__ import annotations

from typing import Final

from patterns.specs import Choice, TemplateSpec

from . import options as o
from .materials import LIGHT, LINING, TAPE, THREAD, main

_SHEATH: Final = o.eases(
    bust=(50, 70, 100), waist=(25, 40, 70), hip=(40, 55, 80), upper_arm=(40, 50, 70)
)
_FLARED: Final = o.eases(bust=(50, 70, 100), waist=(20, 35, 60), upper_arm=(45, 55, 80))
_CUFF: Final = {"components.cuff": True}
_NO_CUFF: Final = {"components.cuff": False}
_NECK: Final = "A jewel lies at the base of your neck; the others open below it."

SHEATH_DRESS: Final = TemplateSpec(
    slug="sheath-dress",
    name="Sheath dress",
    kind="dress",
    components=("bodice", "neckline", "armhole", "sleeve", "skirt", "lining"),
    eases=_SHEATH,
    parameters={
        "bodice.cut": "waist", "bodice.back": "dart", "sleeve.style": "set_in",
        "skirt.style": "straight", "bodice.inlay": 10.0, "skirt.inlay": 10.0,
    },
    options=(
        o.neckline("jewel", "scoop", "v", "square", "boat", "sweetheart", default="scoop", help=_NECK),
        o.neck_depth(*o.DEEP),
        o.neck_width(*o.DEEP),
        o.back_depth("scoop", "v", "square", "boat", "sweetheart"),
        o.sleeves(o.sleeveless(), *o.LENGTHS),
        o.fitted_sleeve(),
        o.shaping(
            Choice("side", "At the side"),
            Choice("french", "From low on the side", surcharge=600),
            Choice("shoulder", "At the shoulder"),
            Choice("armhole", "At the armhole"),
            Choice("waist", "All at the waist"),
        ),
        o.length(),
        o.flare(0.0, surcharge=1200),
        o.choice(
            "zip", "bodice.opening", "Zip", (Choice("back", "Down the back"), Choice("side", "At the side")),
            help="Concealed either way. At the side you can reach it yourself.",
        ),
        o.lining(4800),
        o.fit(),
    ),
    price=18900,
    made_to_measure=6000,
    materials=(main("Cloth of 190 to 310 g/m² that holds a line: crêpe, flannel, sateen, twill"),
               LINING, LIGHT, THREAD, TAPE),
)  # fmt: skip

SHIFT_DRESS: Final = TemplateSpec(
    slug="shift-dress",
    name="Shift dress",
    kind="dress",
    components=("bodice", "neckline", "armhole", "sleeve", "pocket"),
    eases=o.eases(bust=(75, 100, 140), hip=(60, 80, 120), upper_arm=(50, 60, 90)),
    parameters={
        "bodice.cut": "through", "bodice.shaping": "loose", "bodice.back": "ease",
        "bodice.opening": "back", "sleeve.style": "set_in", "pocket.style": "patch",
    },
    options=(
        o.neckline("jewel", "boat", "scoop", "v", help=_NECK),
        o.neck_depth("scoop", "v"),
        o.neck_width("scoop", "v"),
        o.sleeves(o.sleeveless(), *o.LENGTHS, default="elbow"),
        o.shaping(
            Choice("side", "A dart at the side"),
            Choice("french", "From low on the side"),
            Choice("eased", "As little as it takes"),
            help=o.HANGING,
        ),
        o.length("bodice.length", 350.0, 800.0, 520.0),
        o.flare(3.0, 0.0, 8.0, parameter="bodice.flare"),
        o.pockets("patch", "Patch pockets", 1800),
        o.fit(),
    ),
    price=15900,
    made_to_measure=5500,
    materials=(main("Cloth of 150 to 310 g/m²: linen, crêpe, flannel, twill"), LIGHT, THREAD, TAPE),
)  # fmt: skip

FIT_AND_FLARE_DRESS: Final = TemplateSpec(
    slug="fit-and-flare-dress",
    name="Fit-and-flare dress",
    kind="dress",
    components=("bodice", "neckline", "collar", "armhole", "sleeve", "skirt", "pocket", "belt"),
    eases=_FLARED,
    parameters={
        "bodice.cut": "waist", "sleeve.style": "set_in", "pocket.style": "inseam",
        "belt.style": "stiff", "collar.style": "peter_pan", "components.collar": False,
    },
    options=(
        o.neckline("scoop", "jewel", "v", "square", "boat", "sweetheart", help=_NECK),
        o.neck_depth(*o.DEEP),
        o.neck_width(*o.DEEP),
        o.toggle(
            "collar", "components.collar", "Peter Pan collar", surcharge=1900, group=o.NECKLINE,
            help="Flat, with round ends that meet at the front.", when={"neckline": ("jewel",)},
        ),
        o.sleeves(o.sleeveless(), *o.LENGTHS[:3]),
        o.shaping(
            Choice("side", "Side and waist"),
            Choice("shoulder_princess", "Seams from the shoulder", surcharge=1500),
            Choice("waist", "All at the waist"),
        ),
        o.skirt_style(
            Choice("half_circle", "Half circle"),
            Choice("gathered", "Gathered"),
            Choice("box_pleats", "Box pleats", surcharge=1500),
            Choice("tiers", "Two tiers", surcharge=1800),
            help="All of them full; gathers and tiers are the softest, box pleats the crispest.",
        ),
        o.fullness(1.8, 1.4, 2.2, when={"skirt": ("gathered", "tiers")}),
        o.length(least=400.0, most=800.0),
        o.pockets("inseam", "Pockets in the seams", 1800),
        o.belt("Belt", "Stiffened, of the same cloth, with a covered buckle.", 2400),
        o.fit(),
    ),
    price=21900,
    made_to_measure=6000,
    materials=(main("Cloth of 100 to 280 g/m²: lawn, poplin, sateen, crêpe"),
               LINING, LIGHT, THREAD, TAPE),
)  # fmt: skip

WRAP_DRESS: Final = TemplateSpec(
    slug="wrap-dress",
    name="Wrap dress",
    kind="dress",
    components=("bodice", "neckline", "armhole", "sleeve", "skirt", "belt"),
    eases=_FLARED,
    parameters={
        "bodice.cut": "waist", "bodice.front": "wrap", "bodice.opening": "front", "skirt.style": "wrap",
        "belt.style": "tie",
    },
    options=(
        o.sleeves(
            o.sleeveless(),
            *(o.sleeved(c.value, c.label, c.surcharge, style="set_in", length=c.value) for c in o.LENGTHS),
            o.sleeved("bell", "Bell", 3000, style="bell", length="three_quarter"),
            default="three_quarter",
        ),
        o.shaping(
            Choice("side", "Side and waist"),
            Choice("waist", "All at the waist"),
            Choice("gathers", "Gathers"),
        ),
        o.length(least=500.0, most=900.0, default=650.0),
        o.flare(5.0, 2.0, 10.0),
        o.choice(
            "tied", "", "Held by",
            (
                Choice("belt", "A belt", sets={"components.belt": True}),
                Choice("ties", "Its own ties", sets={"components.belt": False}),
            ),
            help="A loose belt tied over it, or two ties sewn to the fronts, one of which goes through the "
            "side and round your back. Inside, a tape holds the front that lies under.",
            group=o.DETAILS,
        ),
        o.fit(),
    ),
    price=19900,
    made_to_measure=6000,
    materials=(main("Soft cloth of 80 to 250 g/m²: crêpe, lawn, fine linen"), LIGHT, THREAD, TAPE),
)  # fmt: skip

EMPIRE_LINE_DRESS: Final = TemplateSpec(
    slug="empire-line-dress",
    name="Empire-line dress",
    kind="dress",
    components=("bodice", "neckline", "armhole", "sleeve", "cuff", "skirt", "lining"),
    eases=_FLARED,
    parameters={"bodice.cut": "empire", "cuff.style": "casing", "components.lining": False},
    options=(
        o.neckline("scoop", "v", "square", "sweetheart", help=_NECK),
        o.neck_depth(*o.DEEP, default=90.0),
        o.neck_width(*o.DEEP, default=20.0),
        o.sleeves(
            o.sleeveless(_NO_CUFF),
            o.sleeved("short", "Short", 2200, style="set_in", length="short", also=_NO_CUFF),
            o.sleeved("puff", "Puff", 2900, style="puff", length="short", also=_CUFF),
            o.sleeved("bell", "Bell", 3000, style="bell", length="three_quarter", also=_NO_CUFF),
        ),
        o.shaping(
            Choice("gathers", "Gathers under the bust"),
            Choice("waist", "Darts under the bust"),
        ),
        o.skirt_style(
            Choice("a_line", "A-line"),
            Choice("gathered", "Gathered", surcharge=800),
            Choice("tiers", "Two tiers", surcharge=1800),
            help="It falls from just under the bust.",
        ),
        o.flare(7.0, 4.0, 12.0, when={"skirt": ("a_line",)}),
        o.fullness(1.6, 1.3, 2.0, when={"skirt": ("gathered", "tiers")}),
        o.length(least=450.0, most=1050.0, default=700.0),
        o.lining(4800, when={"skirt": ("a_line",)}),
        o.fit(),
    ),
    price=19900,
    made_to_measure=6000,
    materials=(main("Light, soft cloth of 80 to 250 g/m²: lawn, poplin, crêpe"),
               LINING, LIGHT, THREAD, TAPE),
)  # fmt: skip

PRINCESS_DRESS: Final = TemplateSpec(
    slug="princess-dress",
    name="Princess dress",
    kind="dress",
    components=("bodice", "neckline", "armhole", "sleeve", "lining"),
    eases=_SHEATH,
    parameters={"bodice.cut": "through", "bodice.back": "princess", "sleeve.style": "set_in"},
    options=(
        o.neckline("jewel", "scoop", "v", "square", "sweetheart", default="scoop", help=_NECK),
        o.neck_depth(*o.DEEP),
        o.neck_width(*o.DEEP),
        o.back_depth("scoop", "v", "square", "sweetheart"),
        o.sleeves(o.sleeveless(), *o.LENGTHS),
        o.fitted_sleeve(),
        o.shaping(
            Choice("shoulder_princess", "Seams from the shoulder"),
            Choice("armhole_princess", "Seams from the armhole"),
            help="Long seams over the bust shape it from top to hem, without a dart.",
        ),
        o.length("bodice.length", 450.0, 950.0, 620.0),
        o.flare(6.0, 1.0, 10.0, parameter="bodice.flare"),
        o.lining(5200),
        o.fit(),
    ),
    price=21900,
    made_to_measure=6500,
    materials=(main("Cloth of 190 to 310 g/m²: crêpe, flannel, sateen, twill"),
               LINING, LIGHT, THREAD, TAPE),
)  # fmt: skip

QIPAO: Final = TemplateSpec(
    slug="qipao",
    name="Qipao",
    kind="dress",
    components=("bodice", "neckline", "collar", "armhole", "sleeve", "lining"),
    eases=_SHEATH,
    parameters={
        "bodice.cut": "through", "bodice.shaping": "darts", "bodice.opening": "side", "bodice.slit": "side",
        "bodice.flare": -1.0, "neckline.shape": "jewel", "collar.style": "qipao", "sleeve.style": "set_in",
    },
    options=(
        o.measure(
            "collar_height", "collar.height", "Height of the collar", (30.0, 60.0, 5.0), 45.0,
            help="It stands close round your neck, its front corners rounded.", group=o.NECKLINE,
        ),
        o.sleeves(
            o.sleeveless(),
            o.LENGTHS[0],
            default="short",
        ),
        o.shaping(
            Choice("side", "At the side"),
            Choice("french", "From low on the side"),
            Choice("armhole", "At the armhole"),
        ),
        o.length("bodice.length", 450.0, 1000.0, 620.0),
        o.lining(4800),
        o.fit(),
    ),
    price=22900,
    made_to_measure=6500,
    materials=(main("Cloth of 120 to 310 g/m²: brocade, sateen, crêpe, fine wool"),
               LINING, LIGHT, THREAD, TAPE),
)  # fmt: skip

DRESSES: Final = (
    SHEATH_DRESS, SHIFT_DRESS, FIT_AND_FLARE_DRESS, WRAP_DRESS, EMPIRE_LINE_DRESS, PRINCESS_DRESS, QIPAO,
)  # fmt: skip
