"""Tops and blouses. Eases: `shared/data/trade_facts.md` §2."""

from __future__ import annotations

from typing import Final

from patterns.specs import Choice, TemplateSpec

from . import options as o
from .materials import LIGHT, TAPE, THREAD, main

_LOOSE: Final = o.eases(bust=(70, 100, 150), hip=(50, 80, 120), upper_arm=(50, 70, 110))
_SHAPED: Final = o.eases(
    bust=(70, 100, 150), waist=(60, 100, 140), hip=(50, 80, 120), upper_arm=(50, 70, 110)
)
_HIP: Final = "From your waist to the hem, at the front."

SHELL_TOP: Final = TemplateSpec(
    slug="shell-top",
    name="Shell top",
    kind="top",
    components=("bodice", "neckline", "armhole", "sleeve"),
    eases=_LOOSE,
    parameters={
        "bodice.cut": "through",
        "bodice.shaping": "loose",
        "bodice.opening": "none",
        "armhole.inset": 0.0,
    },
    options=(
        o.neckline(
            "boat", "scoop", "v", help="Wide enough to slip over your head: there is no zip."
        ),
        o.neck_depth("scoop", "v", default=100.0, least=80.0),
        o.neck_width("scoop", "v", default=30.0),
        o.sleeves(
            o.sleeveless(),
            o.sleeved(
                "kimono",
                "Cut in one",
                1200,
                also={"bodice.bust": "shoulder_princess", "sleeve.upper_arm_ease": 70.0},
                style="kimono",
                length="short",
            ),
            help="Sleeves cut in one with the body fall soft from the shoulder.",
        ),
        o.shaping(
            Choice("side", "A dart at the side"),
            Choice("eased", "As little as it takes"),
            help=o.HANGING,
            when={"sleeves": ("none",)},
        ),
        o.length("bodice.length", 120.0, 260.0, 180.0, label="Length", help=_HIP),
        o.fit(),
    ),
    price=8900,
    made_to_measure=4000,
    materials=(main("Light cloth of 80 to 250 g/m²: lawn, crêpe, linen"), LIGHT, THREAD, TAPE),
)

BOW_BLOUSE: Final = TemplateSpec(
    slug="bow-blouse",
    name="Bow blouse",
    kind="top",
    components=("bodice", "neckline", "collar", "sleeve", "cuff"),
    eases=_SHAPED,
    parameters={
        "bodice.cut": "through",
        "bodice.opening": "back",
        "sleeve.style": "bishop",
        "sleeve.length": "long",
        "cuff.style": "band",
        "bodice.across_back_ease": 4.0,
    },
    options=(
        o.choice(
            "collar",
            "collar.style",
            "Collar",
            (
                Choice("tie_bow", "Tie bow", sets={"neckline.shape": "v"}),
                Choice("mandarin", "Stand collar", sets={"neckline.shape": "jewel"}),
            ),
            help="A soft band that ties in a bow at the front, or a small stand round the neck.",
            group=o.NECKLINE,
        ),
        o.measure(
            "sleeve_fullness",
            "sleeve.fullness",
            "Fullness of the sleeve",
            (0.0, 100.0, 10.0),
            50.0,
            unit="%",
            help="How full it is above the cuff: 0 slightly, 100 very.",
            group=o.SLEEVES,
        ),
        o.measure(
            "cuff_height",
            "cuff.height",
            "Height of the cuff",
            (30.0, 80.0, 5.0),
            50.0,
            group=o.SLEEVES,
            help="How deep the buttoned cuff is.",
        ),
        o.choice(
            "shape",
            "bodice.shaping",
            "Waist",
            (Choice("loose", "Loose"), Choice("darts", "Shaped by darts", surcharge=600)),
            group=o.SHAPE,
            help="Loose enough to tuck in, or following your waist.",
        ),
        o.length("bodice.length", 150.0, 260.0, 200.0, help=_HIP),
        o.fit(),
    ),
    price=12900,
    made_to_measure=4500,
    materials=(main("Fine cloth of 60 to 140 g/m²: silk crêpe, lawn, poplin"), LIGHT, THREAD),
)

PUFF_SLEEVE_BLOUSE: Final = TemplateSpec(
    slug="puff-sleeve-blouse",
    name="Puff-sleeve blouse",
    kind="top",
    components=("bodice", "neckline", "collar", "sleeve", "cuff"),
    eases=_SHAPED,
    parameters={
        "bodice.cut": "through", "bodice.shaping": "darts", "bodice.opening": "back",
        "sleeve.style": "puff", "collar.style": "peter_pan", "bodice.across_back_ease": 4.0,
    },
    options=(
        o.choice(
            "neckline", "neckline.shape", "Neckline",
            (
                Choice("square", "Square", sets={"components.collar": False}),
                Choice("sweetheart", "Sweetheart", 600, {"components.collar": False}),
                Choice("jewel", "Peter Pan collar", 1900, {"components.collar": True}),
            ),
            help="Open and square, curved like a heart, or closed under a round collar.",
            group=o.NECKLINE,
        ),
        o.neck_depth("square", "sweetheart", most=120.0),
        o.neck_width("square", "sweetheart", default=20.0),
        o.sleeve_length("short", "elbow", "long", default="short"),
        o.choice(
            "cuff", "cuff.style", "Held by",
            (Choice("casing", "Elastic"), Choice("band", "A band", surcharge=900)),
            help="What gathers the sleeve in at its hem.", group=o.SLEEVES,
        ),
        o.shaping(
            Choice("side", "At the side"),
            Choice("shoulder_princess", "Seams from the shoulder", surcharge=1200),
        ),
        o.length("bodice.length", 150.0, 240.0, 190.0, help=_HIP),
        o.fit(),
    ),
    price=11900,
    made_to_measure=4500,
    materials=(main("Crisp or fine cloth of 80 to 200 g/m²: poplin, lawn, linen"),
               LIGHT, THREAD, TAPE),
)  # fmt: skip

PEPLUM_TOP: Final = TemplateSpec(
    slug="peplum-top",
    name="Peplum top",
    kind="top",
    components=("bodice", "neckline", "armhole", "sleeve", "skirt"),
    eases=o.eases(bust=(50, 70, 100), waist=(20, 35, 60), upper_arm=(45, 55, 80)),
    parameters={"bodice.cut": "waist", "sleeve.style": "set_in"},
    options=(
        o.neckline("jewel", "scoop", "v", "square", "sweetheart", default="scoop",
                   help="A jewel lies at the base of your neck; the others open below it."),
        o.neck_depth(*o.DEEP),
        o.neck_width(*o.DEEP),
        o.sleeves(o.sleeveless(), *o.LENGTHS),
        o.shaping(
            Choice("shoulder_princess", "Seams from the shoulder"),
            Choice("armhole_princess", "Seams from the armhole"),
            Choice("side", "Side and waist"),
        ),
        o.skirt_style(
            Choice("half_circle", "Full"),
            Choice("quarter_circle", "Slight"),
            label="Peplum",
            help="How much it springs out over your hips.",
        ),
        o.length(least=150.0, most=250.0, default=200.0, label="Length of the peplum"),
        o.fit(),
    ),
    price=13900,
    made_to_measure=5000,
    materials=(main("Cloth of 150 to 310 g/m² with some body: sateen, crêpe, twill"),
               LIGHT, THREAD, TAPE),
)  # fmt: skip

TOPS: Final = (SHELL_TOP, BOW_BLOUSE, PUFF_SLEEVE_BLOUSE, PEPLUM_TOP)
