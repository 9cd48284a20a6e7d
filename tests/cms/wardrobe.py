"""Which variants of which components the templates offer, and docs/wardrobe.md as its table.

`python -m tests.cms.wardrobe` writes the page anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from cms.demo.templates import TEMPLATES
from patterns.engine import PRESENT, BadChoice, resolve, settle
from patterns.specs import Setting, TemplateSpec

ROOT: Final = Path(__file__).resolve().parent.parent.parent
PAGE: Final = ROOT / "docs" / "wardrobe.md"

Row = tuple[str, str, Mapping[str, Setting], str]
"""Component, variant in words, the parameters that make it, and where it is tried."""

_BUST: Final = (
    ("side and waist darts", "side"), ("French dart", "french"), ("shoulder dart", "shoulder"),
    ("armhole dart", "armhole"), ("all at the waist", "waist"),
    ("shoulder princess", "shoulder_princess"), ("armhole princess", "armhole_princess"),
    ("gathers under the bust", "gathers"), ("eased, as little dart as may be", "eased"),
)  # fmt: skip
FUSED: Final = (
    "test_order_of_work::test_what_is_cut_of_interfacing_is_fused_and_what_is_bought_is_sewn_on"
)
_SLEEVES: Final = ("short", "elbow", "three_quarter", "long")
_SKIRTS: Final = (
    "straight", "a_line", "six_panel", "quarter_circle", "half_circle", "circle", "gathered",
    "knife_pleats", "box_pleats", "tiers", "wrap",
)  # fmt: skip


def _rows() -> list[Row]:
    rows: list[Row] = [
        ("bodice", f"bust shaping: {words}", {"bodice.bust": value}, "test_bodice")
        for words, value in _BUST
    ]
    rows += [
        ("bodice", "back: shoulder dart", {"bodice.back": "dart"}, "test_bodice"),
        ("bodice", "back: eased shoulder", {"bodice.back": "ease"}, "test_bodice"),
        ("bodice", "back: princess seam", {"bodice.back": "princess"}, "test_bodice"),
        ("bodice", "back: waist darts", {"bodice.cut": "waist"},
         "test_bodice::test_a_back_is_taken_in_by_waist_darts_or_by_its_seam"),
        ("bodice", "waist seam", {"bodice.cut": "waist"}, "test_garments"),
        ("bodice", "empire seam", {"bodice.cut": "empire"}, "test_bodice"),
        ("bodice", "cut through, fish-eye darts",
         {"bodice.cut": "through", "bodice.shaping": "darts"}, "test_bodice"),
        ("bodice", "cut through, loose", {"bodice.cut": "through", "bodice.shaping": "loose"}, "test_bodice"),
        ("bodice", "wrap front", {"bodice.front": "wrap"}, "test_bodice"),
        ("bodice", "wrap front, inner tapes under a belt", {"bodice.front": "wrap", f"{PRESENT}belt": True},
         "test_order_of_work::test_a_wraps_under_front_hangs_on_something_with_a_belt_and_with_ties"),
        ("bodice", "wrap front, its own ties", {"bodice.front": "wrap", f"{PRESENT}belt": False},
         "test_bodice_front::test_a_wrap_crosses_the_centre_above_the_waist_and_is_stayed"),
        ("bodice", "zip at the back", {"bodice.opening": "back"}, "test_bodice"),
        ("bodice", "zip at the side", {"bodice.opening": "side"}, "test_bodice"),
        ("bodice", "over the head, no zip", {"bodice.opening": "none"}, "test_bodice"),
        ("bodice", "inlay to let out", {"bodice.inlay": 10.0}, "test_bodice"),
        ("armhole", "sleeveless, faced", {f"{PRESENT}armhole": True}, "test_garments"),
    ]  # fmt: skip
    rows += [
        ("neckline", shape, {"neckline.shape": shape}, "test_neckline")
        for shape in ("jewel", "scoop", "v", "square", "boat", "sweetheart")
    ]
    rows += [
        ("neckline", "lower at the back", {"neckline.back_depth": 100.0}, "test_neckline"),
        *(("collar", words, {"collar.style": style}, "test_collar") for words, style in (
            ("stand, mandarin", "mandarin"), ("stand, qipao", "qipao"), ("Peter Pan", "peter_pan"),
            ("tie bow", "tie_bow"),
        )),
        *(("sleeve", f"set in, {length.replace('_', '-')}",
           {"sleeve.style": "set_in", "sleeve.length": length}, "test_sleeve") for length in _SLEEVES),
        ("sleeve", "fitted, elbow dart", {"sleeve.fitted": True}, "test_sleeve"),
        *(("sleeve", style, {"sleeve.style": style}, "test_sleeve")
          for style in ("puff", "bishop", "bell", "kimono")),
        *(("cuff", style, {"cuff.style": style}, "test_sleeve") for style in ("band", "casing")),
        *(("skirt", style.replace("_", " "), {"skirt.style": style}, "test_skirt") for style in _SKIRTS),
        ("skirt", "vent", {"skirt.style": "straight", "skirt.slit": "auto"}, "test_skirt"),
        ("skirt", "slit", {"skirt.style": "straight", "skirt.slit": "slit"}, "test_skirt"),
        *(("waistband", style, {"waistband.style": style}, "test_waistband")
          for style in ("straight", "contoured", "faced")),
        *(("pocket", style, {"pocket.style": style}, "test_pocket") for style in ("inseam", "patch")),
        *(("belt", style, {"belt.style": style}, "test_belt") for style in ("tie", "stiff")),
        ("facing", "neck", {f"{PRESENT}neckline": True},
         "test_neckline::test_front_and_back_facing_are_cut_from_the_shell_s_own_line"),
        ("facing", "armhole", {f"{PRESENT}armhole": True},
         "test_neckline::test_neck_and_armhole_facing_share_the_strap"),
        ("facing", "waist", {"waistband.style": "faced"},
         "test_waistband::test_a_waist_facing_has_no_darts_and_is_fused"),
        ("interfacing", "of facings", {f"{PRESENT}neckline": True},
         "test_neckline::test_interfacing_lies_inside_the_seams"),
        *(("interfacing", f"of a {name}", {f"{PRESENT}{name}": True}, FUSED)
          for name in ("collar", "waistband", "cuff", "belt")),
        ("lining", "full, by rule from the shell", {f"{PRESENT}lining": True}, "test_lining"),
    ]  # fmt: skip
    return rows


ROWS: Final = tuple(_rows())


def reached(spec: TemplateSpec) -> list[dict[str, Setting]]:
    """The parameters of a template at its defaults and with each option at each of its ends."""
    sets = [{}, *(
        {**{name: values[0] for name, values in option.when.items()}, option.name: value}
        for option in spec.options for value in option.ends
    )]  # fmt: skip
    found = []
    for chosen in sets:
        try:
            found.append(resolve(spec, settle(spec, chosen)))
        except BadChoice:
            continue  # it needs another choice beside it, which some other set makes
    return found


def templates_with(parameters: Mapping[str, Setting]) -> list[str]:
    """The templates that can be had so, by name."""
    return [
        spec.name for spec in TEMPLATES
        if any(all(one.get(key) == value for key, value in parameters.items()) for one in reached(spec))
    ]  # fmt: skip


def page() -> str:
    """docs/wardrobe.md as it should read."""
    lines = [
        "# The wardrobe",
        "",
        "Every variant of every component, the templates that offer it, and the test that tries it on many",
        "bodies. `tests/cms/test_wardrobe.py` holds this page to what the templates say; `python -m",
        "tests.cms.wardrobe` writes it anew. `manage.py proof --all` tries every template on every woman.",
        "",
        "| component | variant | templates | test |",
        "| --- | --- | --- | --- |",
    ]  # fmt: skip
    for component, words, parameters, test in ROWS:
        offered = ", ".join(name.lower() for name in templates_with(parameters))
        lines.append(f"| {component} | {words} | {offered} | `{test}` |")
    lines += [
        "",
        "Facings, linings and interfacings are made from the shell by rule: neck, armhole and waist",
        "facings in their components, linings in `lining`, an interfacing for each piece that is fused.",
        "In which order each garment is sewn is tried by `test_order_of_work`.",
        "",
    ]  # fmt: skip
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page())
