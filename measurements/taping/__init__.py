"""Where the tape goes, drawn on the store's own figure. Knows no Django."""

from .overview import taping_picture
from .picture import picture
from .rules import tape_for
from .sheet import sheet
from .stage import Stage, stage_for
from .tapes import Tape

__all__ = ["Stage", "Tape", "picture", "sheet", "stage_for", "tape_for", "taping_picture"]
