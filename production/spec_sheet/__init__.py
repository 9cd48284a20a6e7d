"""The spec sheet: everything a tailor needs to know of one work order, on A4."""

from .sheet import Ticket, spec_sheet_pdf

__all__ = ["Ticket", "spec_sheet_pdf"]
