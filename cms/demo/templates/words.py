"""One sentence for each template, as cards have it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SUMMARIES: Final[Mapping[str, str]] = {
    "sheath-dress": "Close to the body and sewn at the waist, its neckline and sleeves yours.",
    "shift-dress": "Hangs easy from the shoulders and bust, with pockets if you like.",
    "fit-and-flare-dress": "Close above the waist, full below it: a half circle, gathers, pleats or tiers.",
    "wrap-dress": "Wraps over in front and ties at the waist, so it gives when you do.",
    "empire-line-dress": "Gathered under the bust, and falling free from there.",
    "princess-dress": "Long seams from shoulder to hem shape it, with no seam at the waist.",
    "qipao": "A stand collar, short sleeves and a slit at each side, close all the way down.",
    "pencil-skirt": "High at the waist and narrow at the hem, with a vent where walking needs one.",
    "a-line-skirt": "Leans out from the hip to the hem, in two panels or in six.",
    "circle-skirt": "Cut from a quarter, a half or a whole circle, and falls in folds of its own.",
    "pleated-skirt": "Knife pleats, box pleats or soft gathers under a narrow band.",
    "wrap-skirt": "Wraps round once more and ties at the waist; no zip, and nothing to alter.",
    "shell-top": "Slips over the head and hangs straight: for under a jacket, or alone.",
    "bow-blouse": "Full sleeves gathered into cuffs, and a long tie that makes a bow at the neck.",
    "puff-sleeve-blouse": "Sleeves full at the shoulder and held at the arm, the neck square or collared.",
    "peplum-top": "Shaped to the waist, with a short skirt that springs out below it.",
}
