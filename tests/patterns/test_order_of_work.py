"""A tailor follows the order of work from top to bottom: each step comes after those it rests on, for every
template and every pair of its choices."""

from __future__ import annotations

import re
from functools import cache

import pytest

from cms.demo.templates import TEMPLATES
from patterns.checks.choosing import option_sets, pair_sets
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import make_draft
from patterns.specs import Setting, TemplateSpec
from production.spec_sheet.work import order_of_work

from .dressed import SIZE_40

ON_NECK = r"Sew the neck facing on|Sew facing and lining to the neck"
ON_WAIST = (
    r"Sew the skirt to the bodice|Sew the band to|Join the contoured band|Join the waist facing"
)
SET_IN = r"set the sleeves in|Sew the armhole facings on"

BEFORE = (
    (r"^Fuse the (waist|cuffs)", rf"{ON_WAIST}|on to its cuff"),
    (r"^Fuse .* of the collar", r"baste (it|both) to the neck"),
    (r"^Fuse the (neck|armhole) facings", rf"{ON_NECK}|{SET_IN}"),
    (r"^Sew the darts", r"^Sew the shoulders|side seams"),
    (r"^Join the \w+ panels|panels of the skirt", r"^Sew the shoulders|side seams, |side seams\."),
    (r"^Sew the shoulders", rf"{ON_NECK}|baste (it|both) to the neck|bodice's side seams"),
    (r"baste (it|both) to the neck", ON_NECK),
    (r"Stay both wrap edges|baste one to the foot of each wrap edge", ON_NECK),
    (r"Leave a slit", r"^Sew the bodice's side seams"),
    (r"^Sew the bodice's side seams", rf"{SET_IN}|Sew the skirt to the bodice"),
    (r"pocket mouths; sew on the bags", r"Baste the pocket mouths shut"),
    (r"Baste the pocket mouths shut|patch pockets?,", r"^Sew the (bodice|skirt)'s side seams"),
    (r"^Slit the sleeves|elbow darts", r"^Sew the sleeve seams"),
    (r"^Sew the sleeve seams", r"set the sleeves in|on to its cuff|as a casing"),
    (r"lower tier's sides", r"Gather the waist of the upper tier"),
    (r"^Sew the skirt's side seams", rf"Gather the waist|^Fold and press the|{ON_WAIST}"),
    (r"Gather the waist|Gather the front bodice|^Fold and press the", ON_WAIST),
    (r"front edges of the skirt", ON_WAIST),
    (r"Sew the skirt to the bodice|Sew the skirt's side seams", r"Set the zip"),
    (r"Set the zip", r"zip's tape|hook|^Turn up|Press the whole"),
    (r"^Lining: (fold|sew)", r"^Lining: join"),
    (r"^Lining: join", r"Baste the lining|Lay the neck facing on the lining|Hem the lining"),
    (r"Baste the lining", ON_WAIST),
    (r"Lay the neck facing on the lining", r"Sew facing and lining to the neck"),
    (r"Sew facing and lining to the neck", r"armholes of the shell"),
    (ON_WAIST, r"inner tape|press stud|buttonhole, sew|slit into the band"),
    (r"Let the skirt hang|Wrap the right front", r"^Turn up the skirt's hem"),
    (r"^Turn up the", r"^Vent|edges of the (side )?slits? and|lining of the sleeves|Hem the lining"),
    (r"^Hem the lining|^Turn up|^Vent|by hand\.$|hook", r"Press the whole garment"),
)  # fmt: skip
"""What is done first, and what rests on it, as words that their steps contain."""

Made = tuple[dict[str, Setting], Draft, list[str]]


def made(spec: TemplateSpec) -> tuple[Made, ...]:
    return _made(spec.slug)


@cache
def _made(slug: str) -> tuple[Made, ...]:
    """Each end of every option and each pair of choices: the draft, and its steps as they are printed."""
    spec = next(spec for spec in TEMPLATES if spec.slug == slug)
    found = []
    for chosen in (*option_sets(spec), *pair_sets(spec).sets):
        try:
            draft = make_draft(spec, chosen, SIZE_40)
        except Refusal:
            continue
        found.append((chosen, draft, order_of_work(draft, spec)))
    return tuple(found)


def said(steps: list[str], words: str) -> list[int]:
    return [number for number, step in enumerate(steps) if re.search(words, step)]


every_template = pytest.mark.parametrize("spec", TEMPLATES, ids=lambda spec: spec.slug)


@every_template
def test_each_step_comes_after_those_it_rests_on(spec: TemplateSpec) -> None:
    for chosen, _, steps in made(spec):
        for first, then in BEFORE:
            before, after = said(steps, first), said(steps, then)
            if before and after:
                late, early = steps[max(before)], steps[min(after)]
                assert max(before) < min(after), f"{chosen}: “{early}” stands before “{late}”"


def test_no_row_of_the_table_speaks_of_steps_that_no_garment_has() -> None:
    everything = [step for spec in TEMPLATES for _, _, steps in made(spec) for step in steps]
    for first, then in BEFORE:
        for words in (*first.split("|"), *then.split("|")):
            whole = first if words in first else then
            assert said(everything, whole)


@every_template
def test_what_closes_a_garment_is_sewn_once(spec: TemplateSpec) -> None:
    for chosen, draft, steps in made(spec):
        assert len(steps) == len(set(steps))
        assert steps[-1] == "Press the whole garment."
        pieces = {piece.code for piece in draft.pieces}
        assert len(said(steps, ON_NECK)) == ("FNF" in pieces), chosen
        assert len(said(steps, r"Set the zip")) == any(
            seam.closure == "zip" for seam in draft.seams
        )
        assert bool(said(steps, r"set the sleeves in")) == ("SL" in pieces), chosen
        collared = any(piece.component == "collar" for piece in draft.pieces)
        assert bool(said(steps, r"baste (it|both) to the neck")) == collared, chosen


@every_template
def test_what_is_cut_of_interfacing_is_fused_and_what_is_bought_is_sewn_on(
    spec: TemplateSpec,
) -> None:
    fused = {"neckline": "neck facings", "armhole": "armhole facings", "collar": "of the collar",
             "waistband": "waist", "cuff": "cuffs", "belt": "both layers"}  # fmt: skip
    bought = {"hook and eye": "hooks? and eyes?", "button": "button", "zip": "zip", "stud": "stud",
              "elastic": "elastic", "tape": "tape", "buckle": "buckle", "eyelet": "eyelets"}  # fmt: skip
    for chosen, draft, steps in made(spec):
        for piece in draft.pieces:
            if piece.layer == "interfacing" and not piece.code.startswith("ST"):
                assert said(steps, rf"[Ff]use.*{fused[piece.component]}"), (chosen, piece.code)
        for trim in draft.trims:
            words = next(words for name, words in bought.items() if name in trim.name)
            assert said(steps, words), (chosen, trim.name)


@every_template
def test_each_hem_is_turned_that_of_a_lined_sleeve_too(spec: TemplateSpec) -> None:
    for chosen, draft, steps in made(spec):
        lined = {p.code for p in draft.pieces if p.layer == "lining" and p.component == "lining"}
        assert bool(said(steps, "Hem the lining")) == bool(lined), chosen
        assert bool(said(steps, "lining of the sleeves")) == ("SLL" in lined), chosen
        assert said(steps, r"^Turn up (the hem|the skirt's hem)"), chosen


def test_a_wraps_under_front_hangs_on_something_with_a_belt_and_with_ties() -> None:
    spec = next(spec for spec in TEMPLATES if spec.slug == "wrap-dress")
    held = {value: make_draft(spec, {"tied": value}, SIZE_40) for value in ("belt", "ties")}
    for draft in held.values():
        steps = order_of_work(draft, spec)
        assert said(steps, r"inner tape .* left wrap edge .* right side seam")
        assert sum(trim.quantity for trim in draft.trims if "tie inside" in trim.name) == 2
    assert "BE" in {piece.code for piece in held["belt"].pieces}
    assert "TI" in {piece.code for piece in held["ties"].pieces}
    steps = order_of_work(held["ties"], spec)
    assert said(steps, "Leave a slit of 40 mm in the right side seam")
    assert not said(steps, "[Bb]elt")


def test_a_wrap_is_sewn_lying_open_at_its_waist() -> None:
    for slug in ("wrap-dress", "wrap-skirt"):
        spec = next(spec for spec in TEMPLATES if spec.slug == slug)
        steps = order_of_work(make_draft(spec, {}, SIZE_40), spec)
        (waist,) = said(steps, ON_WAIST)
        assert "lying open from wrap edge to wrap edge" in steps[waist]
        (wrapped,) = said(steps, "Wrap the right front over the left")
        assert wrapped > waist
