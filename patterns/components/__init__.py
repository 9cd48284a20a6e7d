"""The parts that garments are made of. A new component is a package here and a line below."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from .base import Component, Parameter


class _Components(Mapping[str, Component]):
    """Components by name, each package loaded when it is first asked for: whoever drafts a skirt waits for
    no sleeve."""

    NAMES = (
        "bodice", "neckline", "collar", "armhole", "sleeve", "cuff", "skirt", "waistband", "pocket",
        "belt", "lining",
    )  # fmt: skip

    def __init__(self) -> None:
        self._loaded: dict[str, Component] = {}

    def __getitem__(self, name: str) -> Component:
        if name not in self._loaded:
            if name not in self.NAMES:
                raise KeyError(name)
            self._loaded[name] = getattr(import_module(f"{__name__}.{name}"), name.upper())
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.NAMES)

    def __len__(self) -> int:
        return len(self.NAMES)

    def __contains__(self, name: object) -> bool:
        return name in self.NAMES


COMPONENTS: Mapping[str, Component] = _Components()

__all__ = ["COMPONENTS", "Component", "Parameter"]
