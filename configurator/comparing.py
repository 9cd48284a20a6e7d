"""Two designs side by side: what differs, and where a ready-made size would be tight or loose on her."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from measurements.body import Body
from measurements.charts import CHARTS, size_body
from measurements.units import System, amount
from patterns import tiles
from patterns.drafting.draft import Draft, Refusal
from patterns.engine import BadChoice
from patterns.models import ReadyMadePiece
from patterns.specs import FabricSpec, Setting, TemplateSpec

from .drafting import VIEWS, Made
from .easing import PLACES
from .quoting import quote
from .seeing import Seeing
from .wording import summary

MEASURED = ("bust_girth", "waist_girth", "hip_girth")
LENGTHS = {"skirt_length": "Length from the waist"}
SAME = 5.0  # mm: less than this no hand feels
Say = Callable[[float], str]


@dataclass
class Side:
    """One of the two: a design on the body that it is cut for, and drawn on that. `price` None and
    `refused` said where it cannot be made."""

    heading: str
    spec: TemplateSpec
    choices: Mapping[str, Setting]
    cloth: FabricSpec
    body: Body
    figure: str = ""
    """On whose figure it is drawn, as a sentence says it."""
    address: str = ""
    price: int | None = None
    refused: str = ""
    pictures: dict[str, str] = field(default_factory=dict)
    draft: Draft | None = None

    def make(self, seeing: Seeing) -> Side:
        """Draft, draw and price it."""
        made = Made(self.spec, self.choices, self.body)
        try:
            need = made.main_cloth(self.cloth)
            self.pictures = {
                view: made.picture(
                    self.cloth, view, tiles.address, figure=seeing.figure, look=seeing.look
                )
                for view in VIEWS
            }
            self.draft = made.draft
            if self.price is None:
                self.price = quote(
                    self.spec, self.cloth, self.choices, need, undone=made.undone
                ).total
        except (Refusal, BadChoice) as refused:
            self.refused = refused.message
        return self


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the comparison: what it is of, of the one, of the other, and what that means."""

    label: str
    one: str
    other: str
    words: str = ""


def nearest(chart: str, sizes: list[str], body: Body) -> str:
    """The size whose bust, waist and hip lie nearest to hers."""

    def off(size: str) -> float:
        return sum((CHARTS[chart].sizes[size][name] - body[name]) ** 2 for name in MEASURED)

    return min(sizes, key=off)


def ready_made(piece: ReadyMadePiece, sizes: list[str], body: Body) -> Side:
    """A ready-made piece in the size nearest to her, on the body that it was drafted for: pulled over
    another it would hang as no drawing of ours could show."""
    size = nearest(piece.chart, sizes, body)
    return Side(
        f"Ready-made in size {size}",
        piece.template.spec,
        piece.settled,
        piece.fabric.spec,
        size_body(piece.chart, size),
        f"the figure that size {size} is cut for",
        price=piece.price,
    )


def chosen(one: Side, other: Side) -> list[Row]:
    """The choices in which they differ, the cloth among them."""
    mine, theirs = (dict(summary(side.spec, side.choices)) for side in (one, other))
    mine["Fabric"], theirs["Fabric"] = one.cloth.name, other.cloth.name
    labels = list(dict.fromkeys([*mine, *theirs]))
    rows = [Row(label, mine.get(label, "–"), theirs.get(label, "–")) for label in labels]
    return [row for row in rows if row.one != row.other]


def measured(one: Side, other: Side, *, whom: str = "you", system: System = "cm") -> list[Row]:
    """The finished measures of both, and where the other would be tight or loose on `whom` the one is cut
    for, in the unit of her `system`."""
    if one.draft is None or other.draft is None:
        return []
    rows, say = [], partial(said, system=system)
    for name, label in {**{k: v[0] for k, v in PLACES.items()}, **LENGTHS}.items():
        mine, theirs = one.draft.measure(name), other.draft.measure(name)
        if mine is None or theirs is None:
            continue
        words = _length(theirs.value - mine.value, say)
        if name in PLACES:
            words = girth(theirs.value - mine.value, theirs.value - one.body[name], whom, say)
        rows.append(Row(label, say(mine.value), say(theirs.value), words))
    return rows


def too_small(one: Side, other: Side) -> list[str]:
    """Where the other would not close on whom the one is cut for."""
    if one.draft is None or other.draft is None:
        return []
    return [
        label.lower()
        for name, (label, _) in PLACES.items()
        if (theirs := other.draft.measure(name)) and theirs.value < one.body[name]
    ]


def girth(more: float, over_her: float, whom: str, say: Say) -> str:
    """What it means that a girth is so much more than the other's and than hers, mm."""
    if over_her < 0:
        return f"would not close: {say(-over_her)} narrower than {whom}"
    wider = f"{say(over_her)} wider than {whom}"
    if abs(more) < SAME:
        return f"as yours, {wider}"
    return f"{say(abs(more))} {'looser' if more > 0 else 'tighter'} than yours, {wider}"


def _length(more: float, say: Say) -> str:
    return (
        "as yours"
        if abs(more) < SAME
        else f"{say(abs(more))} {'longer' if more > 0 else 'shorter'} than yours"
    )


def said(millimetres: float, system: System) -> str:
    """A length in the unit of that system, which no line's end parts."""
    return amount(millimetres, "mm", system).replace(" ", "\N{NO-BREAK SPACE}")
