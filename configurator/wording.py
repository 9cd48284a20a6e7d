"""What a choice means, in a woman's words: where a hem falls on her, how deep a neckline lies."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from measurements.body import Body
from patterns.engine import resolve
from patterns.specs import FIT, OptionSpec, Setting, TemplateSpec

from .choosing import shown

NO_BREAK = "\N{NO-BREAK SPACE}"

# Where a hem lies, by how far it is below the middle of the knee as a share of the knee's height
# above the floor. Our own words and bounds.
HEMS = (
    (-0.42, "at mid-thigh"),
    (-0.18, "above the knee"),
    (-0.06, "just above the knee"),
    (0.06, "at the knee"),
    (0.20, "just below the knee"),
    (0.52, "at mid-calf"),
    (0.80, "below the calf"),
)
DEPTHS = ((65, "high"), (100, "gentle"), (135, "low"), (180, "deep"))  # mm under the neck point
WIDTHS = ((8, "close to the neck"), (20, "a little open"), (32, "open"), (60, "wide"))
FLARES = ((-0.5, "tapered to the hem"), (1.5, "straight"), (5.5, "a slight A-line"), (90, "A-line"))
BANDS = ((34, "narrow"), (43, "classic"), (80, "wide"))


def _first(bounds: tuple[tuple[float, str], ...], value: float, beyond: str) -> str:
    return next((words for most, words in bounds if value <= most), beyond)


def hem_words(length: float, body: Body) -> str:
    """Where a hem `length` mm below the waist falls on this body."""
    if "waist_height" not in body or "knee_height" not in body:
        return ""
    knee = body["knee_height"]
    below = (length - (body["waist_height"] - knee)) / knee
    return _first(HEMS, below, "at the ankle")


WORDS: Mapping[str, Callable[[float, Body], str]] = {
    "skirt.length": hem_words,
    "skirt.flare": lambda value, body: _first(FLARES, value, ""),
    "neckline.depth": lambda value, body: _first(DEPTHS, value, "deep"),
    "neckline.width": lambda value, body: _first(WIDTHS, value, "wide"),
    "waistband.height": lambda value, body: _first(BANDS, value, "wide"),
}
"""Words for a range, by the parameter that it opens."""


def range_words(option: OptionSpec, value: Setting, body: Body) -> str:
    """ "just above the knee, 58 cm"; only the number where we have no words."""
    if not isinstance(value, int | float):
        return ""
    number = shown(option, float(value))
    words = WORDS[option.parameter](float(value), body) if option.parameter in WORDS else ""
    return f"{words}, {number}" if words else number


def fit_words(spec: TemplateSpec, choices: Mapping[str, Setting]) -> str:
    """What the fit adds to her body, of what this garment has: "5 cm more at the bust, 2.5 at the waist"."""
    resolved = resolve(spec, choices)
    eases = [
        (measure, ease)
        for measure, ease in spec.eases.get(str(resolved[FIT]), {}).items()
        if ease and any(key.endswith(f".{measure}_ease") for key in resolved)
    ]
    parts = [
        f"{ease / 10:.3g}{NO_BREAK}{'cm more at' if first else 'at'} the {measure.replace('_', ' ')}"
        for (measure, ease), first in zip(eases, [True] + [False] * len(eases), strict=False)
    ]
    return ", ".join(parts)


def told_to_others(
    spec: TemplateSpec, choices: Mapping[str, Setting], body: Body
) -> list[tuple[str, str]]:
    """Label and value of the choices for whoever a design is shared with. Lengths are left to the
    picture: in cm they would tell of her for whom they were chosen, so they stand as words or not at
    all. `body` is the stock figure that it is drawn on."""
    rows = []
    for option in spec.options:
        value = choices.get(option.name)
        if isinstance(value, bool):
            words = "yes" if value else ""
        elif option.kind == "choice":
            words = next((c.label for c in option.choices if c.value == value), "")
        elif value is not None and option.parameter in WORDS:
            words = WORDS[option.parameter](float(value), body)
        else:
            words = ""
        if words:
            rows.append((option.label, words))
    return rows


def summary(spec: TemplateSpec, choices: Mapping[str, Setting]) -> list[tuple[str, str]]:
    """Label and value of every choice, for baskets, orders and spec sheets."""
    rows = []
    for option in spec.options:
        if option.name not in choices:
            continue
        value = choices[option.name]
        if option.kind == "choice":
            words = next((c.label for c in option.choices if c.value == value), str(value))
            if option.parameter == FIT:
                words = f"{words} ({fit_words(spec, choices)})"
        elif option.kind == "toggle":
            words = "yes" if value else "no"
        else:
            words = shown(option, float(value))
        rows.append((option.label, words))
    return rows
