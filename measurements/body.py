"""A body: a woman's measurements, each entered or estimated. Knows no Django."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Body(Mapping[str, float]):
    """Measurements by name, in mm (`shoulder_slope` in degrees, `body_mass_kg` in kg).

    `errors` holds the standard error of every value that was estimated, in the value's own unit;
    a name that is not in it was entered.
    """

    values_by_name: Mapping[str, float]
    errors: Mapping[str, float] = field(default_factory=dict)

    def __getitem__(self, name: str) -> float:
        return self.values_by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_by_name)

    def __len__(self) -> int:
        return len(self.values_by_name)

    def __hash__(self) -> int:
        return hash((frozenset(self.values_by_name.items()), frozenset(self.errors.items())))

    @property
    def estimated(self) -> tuple[str, ...]:
        """The names of the values that were estimated, sorted."""
        return tuple(sorted(self.errors))

    def is_estimated(self, name: str) -> bool:
        return name in self.errors

    def entered(self, name: str) -> float | None:
        """The value of what was entered; None for an estimate, and for what is not there."""
        return None if name in self.errors else self.values_by_name.get(name)

    def to_dict(self) -> dict[str, Any]:
        return {"values": dict(self.values_by_name), "errors": dict(self.errors)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Body:
        return cls(dict(data["values"]), dict(data.get("errors", {})))
