"""Drafting templates for many bodies and choices, and checking each draft: whether what is sold can
be sewn and worn. Knows no Django.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field

from measurements.body import Body
from patterns.drafting.draft import Refusal
from patterns.engine import make_draft
from patterns.exports.as_json import to_dict
from patterns.specs import TemplateSpec

from .choosing import Choices, told
from .draft import check

Woman = tuple[str, Body]  # a subject and her body

EXAMPLES = 4  # kept of each fault, refusal and fallback
CHUNK = 240  # drafts made by a process between two reports, about


@dataclass
class Tally:
    """What came of drafting: counts by kind or code, with the first examples of each."""

    drafts: int = 0
    faulty: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    fallback: Counter[str] = field(default_factory=Counter)
    fell_back: int = 0  # drafts with any fallback
    seconds: float = 0.0  # of drafting and checking, over all processes
    slowest: tuple[float, str] = (0.0, "")
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
        self.seconds += other.seconds
        self.slowest = max(self.slowest, other.slowest)
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
    began = time.perf_counter()
    try:
        draft = make_draft(spec, chosen, body, subject=subject)
    except Refusal as refusal:
        tally.refused[refusal.code] += 1
        tally.by_set["refused", choices] += 1
        tally.note("refused", refusal.code, f"{who}: {refusal.message}")
        return
    except Exception as error:  # whatever it is, a buyer would see it
        tally.faulty += 1
        tally.by_set["faulty", choices] += 1
        tally.faults["no draft"] += 1
        tally.note("fault", "no draft", f"{who}: {type(error).__name__}: {error}")
        return
    tally.slowest = max(tally.slowest, (time.perf_counter() - began, who))
    codes = {w.code: w.message for w in draft.warnings if w.code.startswith("fallback")}
    tally.fell_back += bool(codes)
    tally.by_set["fallback", choices] += bool(codes)
    for code, message in codes.items():
        tally.fallback[code] += 1
        tally.note("fallback", code, f"{who}: {message}")
    found = check(to_dict(draft, arrays=True))
    tally.faulty += bool(found)
    tally.by_set["faulty", choices] += bool(found)
    for fault in found:
        tally.faults[fault.kind] += 1
        tally.note("fault", fault.kind, f"{who}: {fault.text}")


def prove_chunk(spec: TemplateSpec, sets: Sequence[Choices], women: Sequence[Woman]) -> Tally:
    tally, began = Tally(), time.perf_counter()
    for woman in women:
        for chosen in sets:
            prove_one(spec, chosen, woman, tally)
    tally.seconds = time.perf_counter() - began
    return tally


@dataclass(frozen=True, slots=True)
class Trial:
    """A template to be drafted for these women at these choices."""

    spec: TemplateSpec
    sets: Sequence[Choices]
    women: Sequence[Woman]

    @property
    def drafts(self) -> int:
        return len(self.sets) * len(self.women)

    def chunks(self) -> Iterator[Trial]:
        step = max(1, CHUNK // max(len(self.sets), 1))
        for start in range(0, len(self.women), step):
            yield Trial(self.spec, self.sets, self.women[start : start + step])


def prove(trials: Sequence[Trial], processes: int) -> Iterator[tuple[str, Tally]]:
    """Draft all trials on so many processes; yields each finished part's template and tally.

    Parts come in the order in which they are done: their sums are the same from run to run.
    """
    chunks = [chunk for trial in trials if trial.sets for chunk in trial.chunks()]
    if processes == 1:
        for chunk in chunks:
            yield chunk.spec.slug, prove_chunk(chunk.spec, chunk.sets, chunk.women)
        return
    context = multiprocessing.get_context("spawn")  # nothing of Django goes along
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        waiting = {
            pool.submit(prove_chunk, chunk.spec, chunk.sets, chunk.women): chunk.spec.slug
            for chunk in chunks
        }
        for finished in as_completed(waiting):
            yield waiting[finished], finished.result()


def sample(women: Sequence[Woman], count: int) -> list[Woman]:
    """So many of the women, evenly from first to last."""
    count = min(count, len(women))
    return [women[number * len(women) // count] for number in range(count)]


def table(counts: Iterable[tuple[str, int]], drafts: int) -> list[str]:
    """Rows of name, count and share of the drafts."""
    rows = sorted(counts, key=lambda row: (-row[1], row[0]))
    return [f"  {name:<32}{count:>8}{count / max(drafts, 1):>9.2%}" for name, count in rows]
