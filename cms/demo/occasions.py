"""What the demo's garments are worn for."""

from __future__ import annotations

from typing import Final

OCCASIONS: Final = {
    "everyday": "Every day",
    "work": "Work",
    "summer": "Warm days",
    "evening": "Evening",
    "celebration": "Celebrations",
}
"""Slug to name, in the order of the filters."""

WORN_FOR: Final = {
    "sheath-dress": ("work", "evening", "celebration"),
    "shift-dress": ("everyday", "work", "summer"),
    "fit-and-flare-dress": ("summer", "celebration"),
    "wrap-dress": ("work", "evening"),
    "empire-line-dress": ("summer", "celebration"),
    "princess-dress": ("work", "celebration"),
    "qipao": ("evening", "celebration"),
    "shell-top": ("everyday", "work", "summer"),
    "bow-blouse": ("work", "evening"),
    "puff-sleeve-blouse": ("everyday", "celebration"),
    "peplum-top": ("work", "evening"),
    "pencil-skirt": ("work", "evening"),
    "a-line-skirt": ("everyday", "work"),
    "circle-skirt": ("summer", "celebration"),
    "pleated-skirt": ("everyday", "work"),
    "wrap-skirt": ("everyday", "summer"),
}
"""A garment's page to its occasions."""
