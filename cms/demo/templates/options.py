"""Options that many templates share, each as a small function: what it asks, and within what bounds.

Lengths in mm, surcharges in cents, tax included. Names are kept in designs and orders.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from patterns.specs import Choice, OptionSpec, Setting

NECKLINE: Final = "Neckline"
SLEEVES: Final = "Sleeves"
SHAPE: Final = "Shape"
LENGTH: Final = "Length"
DETAILS: Final = "Details"
FIT: Final = "Fit"

When = Mapping[str, tuple[Setting, ...]]

SHAPES: Final[Mapping[str, Choice]] = {
    "jewel": Choice("jewel", "Jewel"),
    "scoop": Choice("scoop", "Scoop"),
    "v": Choice("v", "V-neck", surcharge=1500),
    "square": Choice("square", "Square", surcharge=1200),
    "boat": Choice("boat", "Boat"),
    "sweetheart": Choice("sweetheart", "Sweetheart", surcharge=1800),
}
DEEP: Final = ("scoop", "v", "square", "sweetheart")
"""Neckline shapes whose depth is the buyer's; a jewel and a boat have their own."""


def choice(
    name: str,
    parameter: str,
    label: str,
    choices: Sequence[Choice],
    *,
    default: str = "",
    help: str = "",
    group: str = DETAILS,
    when: When | None = None,
) -> OptionSpec:
    """One of several; the first unless another is the default."""
    return OptionSpec(
        name, parameter, "choice", label, default or choices[0].value, help, group,
        choices=tuple(choices), when=when or {},
    )  # fmt: skip


def measure(
    name: str,
    parameter: str,
    label: str,
    span: tuple[float, float, float],
    default: float,
    *,
    help: str = "",
    group: str = DETAILS,
    unit: str = "mm",
    surcharge: int = 0,
    when: When | None = None,
) -> OptionSpec:
    """A number from `span[0]` to `span[1]` in steps of `span[2]`."""
    return OptionSpec(
        name, parameter, "range", label, default, help, group,
        min=span[0], max=span[1], step=span[2], unit=unit, surcharge=surcharge, when=when or {},
    )  # fmt: skip


def toggle(
    name: str,
    parameter: str,
    label: str,
    *,
    default: bool = False,
    help: str = "",
    group: str = DETAILS,
    surcharge: int = 0,
    when: When | None = None,
) -> OptionSpec:
    return OptionSpec(
        name, parameter, "toggle", label, default, help, group, surcharge=surcharge, when=when or {}
    )


# --- Neck and arms -----------------------------------------------------------------------


def neckline(*shapes: str, help: str, default: str = "") -> OptionSpec:
    return choice(
        "neckline", "neckline.shape", "Neckline", [SHAPES[shape] for shape in shapes],
        default=default, help=help, group=NECKLINE,
    )  # fmt: skip


def neck_depth(
    *shapes: str, default: float = 80.0, least: float = 40.0, most: float = 140.0
) -> OptionSpec:
    return measure(
        "neck_depth", "neckline.depth", "Depth", (least, most, 5.0), default,
        help="How far it falls below the hollow of your neck.", group=NECKLINE,
        when={"neckline": shapes},
    )  # fmt: skip


def neck_width(*shapes: str, default: float = 15.0, most: float = 40.0) -> OptionSpec:
    return measure(
        "neck_width", "neckline.width", "Width", (0.0, most, 5.0), default,
        help="How much wider it is at each shoulder.", group=NECKLINE, when={"neckline": shapes},
    )  # fmt: skip


def back_depth(*shapes: str, default: float = 0.0, most: float = 100.0) -> OptionSpec:
    return measure(
        "back_depth", "neckline.back_depth", "Depth at the back", (0.0, most, 10.0), default,
        help="How far it falls below the nape of your neck.", group=NECKLINE,
        when={"neckline": shapes} if shapes else {},
    )  # fmt: skip


NO_SLEEVE: Final[Mapping[str, Setting]] = {
    "components.sleeve": False,
    "components.armhole": True,
    "bodice.across_back_ease": -12.0,
}
SLEEVE: Final[Mapping[str, Setting]] = {
    "components.sleeve": True,
    "components.armhole": False,
    "bodice.across_back_ease": 4.0,
}
"""With a sleeve the back is a little wider than the body; at the books' size 12 it measures 344 to 350."""


def sleeveless(also: Mapping[str, Setting] | None = None) -> Choice:
    return Choice("none", "Sleeveless", sets={**NO_SLEEVE, **(also or {})})


def sleeved(
    value: str,
    label: str,
    surcharge: int = 0,
    *,
    also: Mapping[str, Setting] | None = None,
    **sets: Setting,
) -> Choice:
    """A sleeve; `sets` are its parameters (style="puff"), `also` what else comes with it."""
    own = {f"sleeve.{name}": setting for name, setting in sets.items()}
    return Choice(value, label, surcharge, {**SLEEVE, **own, **(also or {})})


LENGTHS: Final = (
    sleeved("short", "Short", 2200, length="short"),
    sleeved("elbow", "To the elbow", 2400, length="elbow"),
    sleeved("three_quarter", "Three-quarter", 2600, length="three_quarter"),
    sleeved("long", "Long", 2800, length="long"),
)
"""Set-in sleeves by their length."""


def sleeves(*choices: Choice, default: str = "", help: str = "") -> OptionSpec:
    return choice(
        "sleeves", "", "Sleeves", choices, default=default, help=help, group=SLEEVES
    )  # fmt: skip


def sleeve_length(*lengths: str, default: str, when: When | None = None) -> OptionSpec:
    labels = {
        "short": "Short",
        "elbow": "To the elbow",
        "three_quarter": "Three-quarter",
        "long": "Long",
    }
    return choice(
        "sleeve_length", "sleeve.length", "Sleeve length",
        [Choice(length, labels[length]) for length in lengths],
        default=default, group=SLEEVES, when=when,
    )  # fmt: skip


def fitted_sleeve() -> OptionSpec:
    return toggle(
        "sleeve_fitted", "sleeve.fitted", "Shaped at the elbow", surcharge=900, group=SLEEVES,
        help="A dart at the elbow lets the sleeve follow a bent arm; it is narrower at the wrist where your "
        "elbow leaves room.",
        when={"sleeves": ("three_quarter", "long")},
    )  # fmt: skip


# --- Bodice and skirt --------------------------------------------------------------------

HANGING: Final = (
    "It hangs straight from the bust, shaped by one dart; or a little width is let go into hem and armhole, "
    "and only what a full bust needs besides is sewn, as a small dart or two."
)


def shaping(
    *choices: Choice, default: str = "", help: str = "", when: When | None = None
) -> OptionSpec:
    return choice(
        "shaping", "bodice.bust", "Where the shaping sits", choices, default=default, group=SHAPE,
        help=help or "Darts turn flat cloth round your bust: they can stand in several places.",
        when=when,
    )  # fmt: skip


def length(
    parameter: str = "skirt.length", least: float = 450.0, most: float = 1000.0,
    default: float = 600.0, *, label: str = "Length", group: str = LENGTH,
    help: str = "From your waist to the hem, at the front.", when: When | None = None,
) -> OptionSpec:  # fmt: skip
    return measure(
        "length", parameter, label, (least, most, 10.0), default, help=help, group=group, when=when
    )


def flare(
    default: float, least: float = -2.0, most: float = 12.0, *, parameter: str = "skirt.flare",
    surcharge: int = 0, when: When | None = None,
) -> OptionSpec:  # fmt: skip
    return measure(
        "flare", parameter, "Flare", (least, most, 1.0), default, unit="degrees", group=SHAPE,
        help="How far each side leans out below the hip: 0 is straight, 8 an A-line.",
        surcharge=surcharge, when=when,
    )  # fmt: skip


def skirt_style(
    *choices: Choice, default: str = "", label: str = "Skirt", help: str = ""
) -> OptionSpec:
    return choice(
        "skirt", "skirt.style", label, choices, default=default, help=help, group=SHAPE
    )  # fmt: skip


def fullness(default: float, least: float, most: float, when: When | None = None) -> OptionSpec:
    return measure(
        "fullness", "skirt.fullness", "Fullness", (least, most, 0.1), default, unit="times",
        group=SHAPE, help="How much cloth is gathered into the waist.", when=when,
    )  # fmt: skip


# --- Details -----------------------------------------------------------------------------


def pockets(style: str, label: str, surcharge: int, when: When | None = None) -> OptionSpec:
    words = {
        "inseam": "Hidden in the side seams, deep enough for a hand.",
        "patch": "Sewn on at the front, at the height of your hand.",
    }
    return toggle(
        "pockets", "components.pocket", label, help=words[style], surcharge=surcharge, when=when
    )


def belt(label: str, help: str, surcharge: int, when: When | None = None) -> OptionSpec:
    return toggle("belt", "components.belt", label, help=help, surcharge=surcharge, when=when)


def lining(surcharge: int, when: When | None = None) -> OptionSpec:
    return toggle(
        "lined", "components.lining", "Lining", surcharge=surcharge, when=when,
        help="Lined throughout, so that it slips over what you wear and nothing shows inside.",
    )  # fmt: skip


def fit(
    default: str = "regular", help: str = "How much room there is between you and the cloth."
) -> OptionSpec:
    return choice(
        "fit", "fit", "Fit",
        [Choice("close", "Close"), Choice("regular", "Regular"), Choice("easy", "Easy")],
        default=default, help=help, group=FIT,
    )  # fmt: skip


def eases(**rows: Sequence[float]) -> dict[str, dict[str, float]]:
    """A template's eases from a row by measure: eases(bust=(50, 70, 100), hip=(40, 55, 80)) for the
    close, the regular and the easy fit."""
    return {
        name: {measure: float(row[number]) for measure, row in rows.items()}
        for number, name in enumerate(("close", "regular", "easy"))
    }
