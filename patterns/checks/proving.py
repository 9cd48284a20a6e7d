"""Drafting a template for many bodies, at its defaults and at each end of every option, and
checking each draft: whether what is sold can be sewn. Knows no Django.
"""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from itertools import product

import numpy as np

from measurements.body import Body
from patterns.drafting.draft import Refusal
from patterns.engine import make_draft, settle
from patterns.exports.as_json import to_dict
from patterns.specs import Setting, TemplateSpec

from .draft import check

Choices = dict[str, Setting]
Woman = tuple[str, Body]  # a subject and her body

EXAMPLES = 4  # kept of each fault, refusal and fallback
CHUNK = 12  # women drafted by a process between two reports


def option_sets(spec: TemplateSpec) -> list[Choices]:
    """The defaults, then each end of every option, beside each choice under which it is offered."""
    sets: list[Choices] = [{}]
    for option in spec.options:
        beside = [
            dict(zip(option.when, values, strict=True)) for values in product(*option.when.values())
        ]
        for other, value in product(beside, option.ends):
            chosen: Choices = {**other, option.name: value}
            if settle(spec, chosen) not in [settle(spec, earlier) for earlier in sets]:
                sets.append(chosen)
    return sets


def random_sets(spec: TemplateSpec, count: int, seed: int = 1) -> list[Choices]:
    """Choices drawn at random over all options at once; the same seed gives the same."""
    random = np.random.default_rng(seed)
    sets = []
    for _ in range(count):
        chosen: Choices = {}
        for option in spec.options:
            if option.kind == "range":
                steps = round((option.max - option.min) / option.step)
                chosen[option.name] = option.min + option.step * int(random.integers(0, steps + 1))
            else:
                chosen[option.name] = option.ends[int(random.integers(len(option.ends)))]
        whole = {option.name: chosen[option.name] for option in spec.options}
        sets.append({o.name: chosen[o.name] for o in spec.offered(whole)})
    return sets


def told(choices: Mapping[str, Setting]) -> str:
    return ", ".join(f"{name}={value}" for name, value in choices.items()) or "defaults"


@dataclass
class Tally:
    """What came of drafting: counts by kind or code, with the first examples of each."""

    drafts: int = 0
    faulty: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    fallback: Counter[str] = field(default_factory=Counter)
    fell_back: int = 0  # drafts with any fallback
    by_set: Counter[tuple[str, str]] = field(default_factory=Counter)  # (what, choices)
    examples: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def note(self, what: str, kind: str, example: str) -> None:
        kept = self.examples.setdefault((what, kind), [])
        if len(kept) < EXAMPLES:
            kept.append(example)

    def add(self, other: Tally) -> None:
        self.drafts += other.drafts
        self.faulty += other.faulty
        self.fell_back += other.fell_back
        for mine, theirs in (
            (self.faults, other.faults),
            (self.refused, other.refused),
            (self.fallback, other.fallback),
        ):
            mine.update(theirs)
        self.by_set.update(other.by_set)
        for (what, kind), lines in other.examples.items():
            for line in lines:
                self.note(what, kind, line)

    @property
    def refusals(self) -> int:
        return self.refused.total()


def prove_one(spec: TemplateSpec, chosen: Choices, woman: Woman, tally: Tally) -> None:
    """Draft and check once, into the tally. What drafting should never raise is a fault too."""
    subject, body = woman
    choices = told(chosen)
    who = f"{spec.slug} {subject}, {choices}"
    tally.drafts += 1
    try:
        draft = make_draft(spec, chosen, body, subject=subject)
    except Refusal as refusal:
        tally.refused[refusal.code] += 1
        tally.by_set["refused", choices] += 1
        tally.note("refused", refusal.code, f"{who}: {refusal.message}")
        return
    except (ArithmeticError, AssertionError, LookupError, TypeError, ValueError) as error:
        tally.faulty += 1
        tally.by_set["faulty", choices] += 1
        tally.faults["no draft"] += 1
        tally.note("fault", "no draft", f"{who}: {type(error).__name__}: {error}")
        return
    codes = {w.code: w.message for w in draft.warnings if w.code.startswith("fallback")}
    tally.fell_back += bool(codes)
    tally.by_set["fallback", choices] += bool(codes)
    for code, message in codes.items():
        tally.fallback[code] += 1
        tally.note("fallback", code, f"{who}: {message}")
    found = check(to_dict(draft))
    tally.faulty += bool(found)
    tally.by_set["faulty", choices] += bool(found)
    for fault in found:
        tally.faults[fault.kind] += 1
        tally.note("fault", fault.kind, f"{who}: {fault.text}")


def prove_chunk(spec: TemplateSpec, sets: Sequence[Choices], women: Sequence[Woman]) -> Tally:
    tally = Tally()
    for woman in women:
        for chosen in sets:
            prove_one(spec, chosen, woman, tally)
    return tally


def _chunks(women: Sequence[Woman]) -> Iterator[Sequence[Woman]]:
    for start in range(0, len(women), CHUNK):
        yield women[start : start + CHUNK]


def prove(
    spec: TemplateSpec,
    sets: Sequence[Choices],
    women: Sequence[Woman],
    processes: int,
) -> Iterator[tuple[int, Tally]]:
    """Draft all women at all sets, on so many processes; yields (women done, tally so far).

    Examples may come in another order from run to run; the counts do not.
    """
    tally, done = Tally(), 0
    context = multiprocessing.get_context("spawn")  # nothing of Django goes along
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        waiting = {
            pool.submit(prove_chunk, spec, sets, chunk): len(chunk) for chunk in _chunks(women)
        }
        for finished in as_completed(waiting):
            tally.add(finished.result())
            done += waiting[finished]
            yield done, tally


def table(counts: Iterable[tuple[str, int]], drafts: int) -> list[str]:
    """Rows of name, count and share of the drafts."""
    rows = sorted(counts, key=lambda row: (-row[1], row[0]))
    return [f"  {name:<32}{count:>8}{count / max(drafts, 1):>9.2%}" for name, count in rows]
