"""Whether a draft would sew up and be worn (`check`), and whether a template does for many women
(`proving`)."""

from .draft import check
from .piece import Fault

KINDS = (
    "armhole", "balance", "cut inside sewing line", "cut line crosses itself", "dart legs",
    "dart too wide", "ease not asked for", "edge names", "edge sewn to nothing", "edge too short",
    "empty", "finish unknown", "finished measure", "format", "grainline", "hem turned up", "let-out",
    "level line", "line unknown", "lining too small", "match marks", "measure not stated",
    "neck too tight", "no draft", "no stride", "not a number", "not in the form", "notch misplaced",
    "notch off its edge", "open outline", "outline crosses itself", "part missing", "piece codes",
    "piece unreadable", "raw hem longer", "seam allowance", "seam direction", "seam kind",
    "seam lengths", "seam names nothing", "sleeve", "sleeve cap", "sleeve pitch", "too close",
    "untrued", "vent too high", "waist too tight", "wider than the cloth",
)  # fmt: skip
"""All that a check can find fault with ("no draft": drafting failed instead of refusing)."""

__all__ = ["KINDS", "Fault", "check"]
