"""The parts that garments are made of. A new component is a package here and a line below."""

from collections.abc import Mapping

from .armhole import ARMHOLE
from .base import Component, Parameter
from .bodice import BODICE
from .cuff import CUFF
from .neckline import NECKLINE
from .pocket import POCKET
from .skirt import SKIRT
from .sleeve import SLEEVE
from .waistband import WAISTBAND

COMPONENTS: Mapping[str, Component] = {
    component.name: component
    for component in (BODICE, NECKLINE, ARMHOLE, SLEEVE, CUFF, SKIRT, WAISTBAND, POCKET)
}

__all__ = ["COMPONENTS", "Component", "Parameter"]
