"""The named interfaces at which components meet: waist, neckline, armhole. All mm, of one half."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from patterns.drafting.geometry import Path, Point

from .halves import Rim

Opening = Literal["back", "side", "front", "none"]
"""Where a garment opens: a zip at centre back or in the left side seam, a front that wraps, nowhere."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The top of a waist's half with its darts closed: from the centre to the side along the waist and
    along its lower edge, and the ends that join them, run down."""

    top: Path
    bottom: Path
    centre: Path
    side: Path


@dataclass(frozen=True, slots=True)
class Waist:
    """Where a bodice, a skirt and a waistband meet: at the natural waist, or `level` above it (empire).

    `front` runs from centre front (a wrap: from its edge, `overlap` past the centre) to the side, `back`
    from centre back to the side, of what was drafted last. Whoever comes to an empty waist makes it;
    whoever comes later sews to it, darts on darts where it can: `front_darts` and `back_darts` are how
    far from the centre they sit.
    """

    front: Rim
    back: Rim
    opening: Opening
    front_darts: tuple[float, ...] = ()
    back_darts: tuple[float, ...] = ()
    level: float = 0.0
    overlap: float = 0.0
    front_strip: Strip | None = None
    """What a contoured band or a shaped facing is cut from, where the skirt's shape gives one."""
    back_strip: Strip | None = None

    @property
    def gathered(self) -> bool:
        """Whether its front is gathered on to what it is sewn to."""
        return any(run.ratio != 1.0 for run in self.front.runs)


@dataclass(frozen=True, slots=True)
class Neckline:
    """Where a bodice meets facings and a collar. Rims and paths run from the centre (a wrap front: from
    where its edge leaves the waist) to the shoulder; the paths lie as on the pieces, x = 0 the centre."""

    front: Rim
    back: Rim
    front_path: Path
    back_path: Path
    front_shoulder: Path
    """From the neckline to the shoulder's tip, where these lie whole on one piece with it."""
    back_shoulder: Path
    room: float
    """How much cloth lies below it at centre front, down to the next seam."""
    opening: Opening


@dataclass(frozen=True, slots=True)
class Armhole:
    """Where a bodice meets sleeves or armhole facings. Rims and paths run from the shoulder's tip to the
    underarm, darts closed; a pitch is how far along them, from the tip, the sleeve is matched."""

    front: Rim
    back: Rim
    front_path: Path
    back_path: Path
    front_pitch: float
    back_pitch: float
    front_side: Point
    """The unit direction down the side seam from the underarm."""
    back_side: Point
    room: float
    """How far the side seam runs down from the underarm before a dart opens on it, or it ends."""
