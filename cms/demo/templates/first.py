"""The two templates that a fresh install offers. Eases: `shared/data/trade_facts.md` §2."""

from __future__ import annotations

from typing import Final

from patterns.specs import Choice, OptionSpec, TemplateSpec

_OPEN_NECK: Final = {"neckline": ("v", "scoop")}


def _fit(default: str = "regular") -> OptionSpec:
    return OptionSpec(
        name="fit",
        parameter="fit",
        kind="choice",
        label="Fit",
        help="How much room there is between you and the cloth.",
        group="Fit",
        default=default,
        choices=(
            Choice("close", "Close"),
            Choice("regular", "Regular"),
            Choice("easy", "Easy"),
        ),
    )


def _length() -> OptionSpec:
    return OptionSpec(
        name="length",
        parameter="skirt.length",
        kind="range",
        label="Length",
        help="From your waist to the hem, at the front.",
        group="Skirt",
        default=600.0,
        min=450.0,
        max=1000.0,
        step=10.0,
    )


def _flare(default: float) -> OptionSpec:
    return OptionSpec(
        name="flare",
        parameter="skirt.flare",
        kind="range",
        label="Flare",
        help="How far each side leans out below the hip: 0 is straight, 8 an A-line.",
        group="Skirt",
        default=default,
        min=-2.0,
        max=12.0,
        step=1.0,
        unit="degrees",
        surcharge=1200,
    )


SHEATH_DRESS: Final = TemplateSpec(
    slug="sheath-dress",
    name="Sheath dress",
    kind="dress",
    components=("bodice", "neckline", "armhole", "skirt"),
    eases={
        "close": {"bust": 50.0, "waist": 25.0, "hip": 40.0},
        "regular": {"bust": 70.0, "waist": 40.0, "hip": 55.0},
        "easy": {"bust": 100.0, "waist": 70.0, "hip": 80.0},
    },
    parameters={"bodice.across_back_ease": -12.0},
    options=(
        OptionSpec(
            name="neckline",
            parameter="neckline.shape",
            kind="choice",
            label="Neckline",
            help="A jewel lies at the base of the neck; a V and a scoop open below it.",
            group="Neckline",
            default="scoop",
            choices=(
                Choice("jewel", "Jewel"),
                Choice("scoop", "Scoop"),
                Choice("v", "V-neck", surcharge=1500),
            ),
        ),
        OptionSpec(
            name="neck_depth",
            parameter="neckline.depth",
            kind="range",
            label="Depth",
            help="How far it falls below the hollow of your neck.",
            group="Neckline",
            default=80.0,
            min=40.0,
            max=180.0,
            step=5.0,
            when=_OPEN_NECK,
        ),
        OptionSpec(
            name="neck_width",
            parameter="neckline.width",
            kind="range",
            label="Width",
            help="How much wider it is at each shoulder.",
            group="Neckline",
            default=15.0,
            min=0.0,
            max=40.0,
            step=5.0,
            when=_OPEN_NECK,
        ),
        _length(),
        _flare(0.0),
        _fit(),
    ),
    price=18900,
    made_to_measure=6000,
)

PENCIL_SKIRT: Final = TemplateSpec(
    slug="pencil-skirt",
    name="Pencil skirt",
    kind="skirt",
    components=("skirt", "waistband"),
    eases={
        "close": {"waist": 5.0, "hip": 30.0},
        "regular": {"waist": 10.0, "hip": 50.0},
        "easy": {"waist": 20.0, "hip": 75.0},
    },
    options=(
        _length(),
        _flare(-1.0),
        OptionSpec(
            name="band_height",
            parameter="waistband.height",
            kind="range",
            label="Waistband",
            help="How high the finished band is.",
            group="Waistband",
            default=35.0,
            min=30.0,
            max=50.0,
            step=5.0,
        ),
        _fit(),
    ),
    price=9800,
    made_to_measure=4000,
)

TEMPLATES: Final = (SHEATH_DRESS, PENCIL_SKIRT)
