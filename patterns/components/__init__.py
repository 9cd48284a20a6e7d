"""The parts that garments are made of. A new component is a package here and a line below."""

from collections.abc import Mapping

from .base import Component, Parameter
from .bodice import BODICE
from .skirt import SKIRT
from .waistband import WAISTBAND

COMPONENTS: Mapping[str, Component] = {
    component.name: component for component in (BODICE, SKIRT, WAISTBAND)
}

__all__ = ["COMPONENTS", "Component", "Parameter"]
