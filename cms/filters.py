"""What a visitor asks of the catalogue, read from its address; what answers it; what to loosen.

A facet's values are alternatives, facets narrow each other. What tells of the cloth or of the price
must hold of one and the same variant: "blue, silk, ready-made" is a blue silk piece off the rail.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict

from patterns.models import HEADINGS
from patterns.templatetags.money import written

from .cloths import COLOURS
from .shelf import EVER, Hanging, Shelf, Variant

SOLD: Final = {"made": "Made to measure", "ready": "Ready-made, in stock"}
SORTS: Final = {
    "": "As it hangs",
    "price": "Price, lowest first",
    "-price": "Price, highest first",
    "new": "Newest first",
    "name": "By name",
}
LONGEST: Final = 80
"""Letters of a search that are read."""

_OF_GARMENT: Final[Mapping[str, Callable[[Hanging], Sequence[str]]]] = {
    "kind": lambda hanging: (hanging.kind,),
    "occasion": lambda hanging: hanging.occasions,
}
_OF_VARIANT: Final[Mapping[str, Callable[[Variant], Sequence[str]]]] = {
    "fabric": lambda variant: variant.fibres,
    "colour": lambda variant: variant.colours,
    "sold": lambda variant: (variant.sold,),
}
HEADS: Final = {
    "kind": "Kind",
    "occasion": "Occasion",
    "sold": "How it is made",
    "fabric": "Fabric",
    "colour": "Colour",
}
_KEYS: Final[Mapping[str, Callable[[Found], tuple[float, str]]]] = {
    "price": lambda found: (found.price, found.hanging.title),
    "-price": lambda found: (-found.price, found.hanging.title),
    "new": lambda found: ((EVER - found.hanging.since).total_seconds(), found.hanging.title),
    "name": lambda found: (0, found.hanging.title),
}


@dataclass(frozen=True)
class Asked:
    """`chosen`: facet to its values. Prices in minor units; `typed` is how she wrote them."""

    words: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    least: int | None = None
    most: int | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    sort: str = ""

    @property
    def narrows(self) -> bool:
        """Whether it asks for anything but an order."""
        return bool(self.words or self.filters)

    @property
    def filters(self) -> int:
        """How many filters are set."""
        return sum(map(len, self.chosen.values())) + bool(self.least or self.most)

    def query(self, page: int = 1) -> str:
        """The address after the question mark, shortest and always in one order; empty for none."""
        said = [("q", self.words), ("from", self.typed.get("from")), ("to", self.typed.get("to"))]
        said += [(name, value) for name in HEADS for value in self.chosen.get(name, ())]
        said += [("sort", self.sort), ("page", str(page) if page > 1 else "")]
        kept = [(name, value) for name, value in said if value]
        return "?" + urlencode(kept) if kept else "."

    def without(self, name: str, value: str) -> Asked:
        left = tuple(one for one in self.chosen[name] if one != value)
        return replace(self, chosen={**self.chosen, name: left})

    def without_prices(self) -> Asked:
        return replace(self, least=None, most=None, typed={}, errors={})


@dataclass(frozen=True)
class Found:
    """A garment that answers, and the variant that does: what its card shows."""

    hanging: Hanging
    variant: Variant | None

    @property
    def picture(self) -> str:
        return self.variant.picture if self.variant else self.hanging.offer.picture()

    @property
    def price(self) -> int:
        return self.variant.price if self.variant else self.hanging.price


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    chosen: bool
    colour: str = ""


@dataclass(frozen=True)
class Facet:
    name: str
    head: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Looser:
    """A filter taken away: its name, what is asked then, and how many garments answer it."""

    label: str
    query: str
    count: int


def read(data: QueryDict, shelf: Shelf) -> Asked:
    """What an address asks. Values that the shop does not know are left out; a price that cannot be
    read is said in words and asks for nothing."""
    known = labels(shelf)
    chosen = {
        name: tuple(v for v in dict.fromkeys(data.getlist(name)) if v in known[name])
        for name in HEADS
    }
    typed = {name: data.get(name, "").strip()[:12] for name in ("from", "to")}
    errors, prices = {}, {}
    for name, text in typed.items():
        prices[name], error = _price(text)
        if error:
            errors[name] = error
    least, most = prices["from"], prices["to"]
    if least is not None and most is not None and least > most:
        errors["to"] = "“To” is less than “from”: nothing can cost both."
        least = most = None
    sort = data.get("sort", "")
    words = " ".join(data.get("q", "").split())[:LONGEST]
    return Asked(words, chosen, least, most, typed, errors, sort if sort in SORTS else "")


def _price(text: str) -> tuple[int | None, str]:
    if not text:
        return None, ""
    plain = text.replace("€", "").replace(",", ".").strip()
    try:
        amount = float(plain)
    except ValueError:
        amount = -1.0
    if not 0 <= amount < 1e6:
        return None, f"We cannot read “{text}” as a price. Write it as 150."
    return round(amount * 100), ""


@lru_cache(4)
def labels(shelf: Shelf) -> dict[str, Mapping[str, str]]:
    """Every facet's values in words, in the shop's order: of those that anything here has."""
    has: dict[str, set[str]] = {name: set() for name in HEADS}
    for hanging in shelf.hangings:
        for name, of in _OF_GARMENT.items():
            has[name].update(of(hanging))
        for variant in hanging.variants:
            for name, of_variant in _OF_VARIANT.items():
                has[name].update(of_variant(variant))
    orders: dict[str, Mapping[str, str]] = {
        "kind": HEADINGS,
        "occasion": dict(shelf.occasions),
        "sold": SOLD,
        "fabric": {fibre: fibre.capitalize() for fibre in sorted(has["fabric"])},
        "colour": {colour: colour.capitalize() for colour in COLOURS},
    }
    return {
        name: {value: words for value, words in orders[name].items() if value in has[name]}
        for name in HEADS
    }


class Looking:
    """What one visitor finds. `stock`: the pieces that hang there; `ranked`: what her words find."""

    def __init__(
        self, shelf: Shelf, asked: Asked, stock: set[int], ranked: Sequence[int] | None = None
    ) -> None:
        self.shelf, self.asked, self.stock = shelf, asked, stock
        self.ranks = None if ranked is None else {page: at for at, page in enumerate(ranked)}

    @property
    def found(self) -> list[Found]:
        """What answers, in the order asked for."""
        found = self._answers(self.asked)
        if key := _KEYS.get(self.asked.sort):
            return sorted(found, key=key)
        if ranks := self.ranks:
            return sorted(found, key=lambda one: ranks[one.hanging.page])
        return found

    @property
    def facets(self) -> list[Facet]:
        """Each value with how many garments it would show beside what else is asked."""
        return [
            Facet(name, HEADS[name], self._choices(name, words))
            for name, words in labels(self.shelf).items()
        ]

    def _choices(self, name: str, words: Mapping[str, str]) -> tuple[Choice, ...]:
        chosen = self.asked.chosen.get(name, ())
        rest = replace(self.asked, chosen={**self.asked.chosen, name: ()})
        counts = dict.fromkeys(words, 0)
        for hanging in self._hangings(rest):
            variants = self._variants(hanging, rest)
            if name in _OF_GARMENT:
                values = set(_OF_GARMENT[name](hanging)) if self._any(variants, rest) else set()
            else:
                values = {value for variant in variants for value in _OF_VARIANT[name](variant)}
            for value in values:
                counts[value] += 1
        return tuple(
            Choice(
                value, label, counts[value], value in chosen,
                COLOURS[value] if name == "colour" else "",
            )
            for value, label in words.items()
        )  # fmt: skip

    @property
    def set_filters(self) -> list[Looser]:
        """Each filter that is set, with what is found without it."""
        words = labels(self.shelf)
        found = [
            self._looser(words[name][value], self.asked.without(name, value))
            for name, values in self.asked.chosen.items()
            for value in values
        ]
        if self.asked.least is not None or self.asked.most is not None:
            found.append(self._looser(_span(self.asked), self.asked.without_prices()))
        if self.asked.words:
            without = replace(self.asked, words="")
            found.append(self._looser(f"“{self.asked.words}”", without))
        return found

    def _looser(self, label: str, asked: Asked) -> Looser:
        return Looser(label, asked.query(), len(self._answers(asked)))

    def _answers(self, asked: Asked) -> list[Found]:
        found = []
        for hanging in self._hangings(asked):
            variants = self._variants(hanging, asked)
            if self._any(variants, asked):
                shown = variants[0] if variants and _of_variants(asked) else None
                found.append(Found(hanging, shown))
        return found

    def _hangings(self, asked: Asked) -> list[Hanging]:
        ranks = self.ranks if asked.words else None
        return [
            hanging
            for hanging in self.shelf.hangings
            if (ranks is None or hanging.page in ranks)
            and all(
                not (wanted := asked.chosen.get(name)) or set(wanted) & set(of(hanging))
                for name, of in _OF_GARMENT.items()
            )
        ]

    def _variants(self, hanging: Hanging, asked: Asked) -> list[Variant]:
        wanted = [
            (of, values)
            for name, of in _OF_VARIANT.items()
            if (values := asked.chosen.get(name, ()))
        ]
        least, most = asked.least or 0, asked.most
        return [
            variant
            for variant in hanging.variants
            if (variant.piece is None or variant.piece in self.stock)
            and variant.price >= least
            and (most is None or variant.price <= most)
            and all(any(value in values for value in of(variant)) for of, values in wanted)
        ]

    def _any(self, variants: Sequence[Variant], asked: Asked) -> bool:
        """Whether a garment with these variants answers: all do if nothing is asked of a variant."""
        return bool(variants) or not _of_variants(asked)


def _of_variants(asked: Asked) -> bool:
    """Whether anything is asked that only a variant can answer."""
    if asked.least is not None or asked.most is not None:
        return True
    return any(asked.chosen.get(name) for name in _OF_VARIANT)


def _span(asked: Asked) -> str:
    if asked.most is None:
        return f"From {written(asked.least or 0)}"
    if asked.least is None:
        return f"Up to {written(asked.most)}"
    return f"{written(asked.least)} to {written(asked.most)}"
