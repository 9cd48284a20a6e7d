"""Whether a draft would sew up (`check`), and whether a template does for many women (`proving`)."""

from .draft import check
from .piece import Fault

__all__ = ["Fault", "check"]
