"""Getting into a garment, and walking in it: neck over head, waist over hips, hem at a stride."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from .garment import Garment, Seam, Side, around
from .piece import Fault, Faults
from .reading import Run

HEAD = 20.0  # §8
OVER_HIPS = 20.0  # §6; 2 mm of it for the zip's stop
OVER_BUST = 20.0  # of what is pulled over the head; our own
STRIDE_KNEE, STRIDE_MIDI = 1100.0, 1250.0  # §6: at the knee; at mid-calf, 200 mm lower
VENT, ABOVE_VENT = 180.0, 150.0  # §6: at least so tall, its top so far below the crotch
NECK_LINES = ("neckline", "front edge")


def getting_in_faults(garment: Garment) -> Faults:
    yield from _neck(garment)
    yield from _waist(garment)
    yield from _stride(garment)


def _neck(garment: Garment) -> Faults:
    """The head goes through the neck, closed or opened."""
    head = garment.body.get("head_girth")
    neck = garment.edges("bodice", *NECK_LINES)
    if head is None or not neck:
        return
    around_neck = around(neck)
    here = {(piece.code, name) for piece, name in neck}
    opened = sum(
        garment.pieces[side["piece"]].side_length(side)
        for seam in garment.openings for side in seam["a"]
        if side.get("edge") and _beside(garment, side, here)
    )  # fmt: skip
    opened += sum(  # a slash that is faced
        line.length
        for piece in garment.shell if piece.component == "bodice"
        for name, line in piece.lines.items() if name.startswith("neck opening")
    )  # fmt: skip
    if around_neck + 2 * opened < head + HEAD and not garment.closed_by("wrap"):
        text = f"{around_neck:.0f} mm around, opened by {opened:.0f}, for a head of {head:.0f}"
        yield Fault("neck too tight", text)


def _beside(garment: Garment, side: Side, edges: set[tuple[str, str]]) -> bool:
    """Whether an edge ends at one of these."""
    piece = garment.pieces[side["piece"]]
    return any(
        (piece.code, piece.next_to(side["edge"], after)["name"]) in edges for after in (True, False)
    )


def _waist(garment: Garment) -> Faults:
    """The hips go through the waist, closed or opened; or what has a bodice goes over head and bust."""
    hips = garment.body.get("hip_girth")
    waist = garment.finished.get("waist_girth", garment.level("waist"))
    if waist is None and garment.made_of("skirt"):
        waist = _skirt_waist(garment)
    if hips is None or garment.closed_by("wrap", "buttons"):
        return
    over_head = garment.made_of("bodice")
    if waist is None:
        if over_head and not garment.closed_by("zip", "hooks"):
            yield Fault("part missing", "nothing says how wide the waist is that must be got into")
        return
    narrow = hips if not over_head else min(hips, garment.body.get("bust_girth", hips))
    if waist >= narrow + OVER_BUST:
        return
    if any(_parts_at_hem(garment, seam) for seam in garment.openings):
        return
    opened = max((_below_waist(garment, seam) for seam in garment.openings), default=0.0)
    if garment.made_of("waistband"):  # its ends open above the zip
        opened += float(garment.parameters.get("waistband.height", 0.0))
    if waist + 2 * opened < narrow + OVER_HIPS - 2:
        text = f"{waist:.0f} mm around, opened by {opened:.0f}, to go over {narrow:.0f}"
        yield Fault("waist too tight", text)


def _parts_at_hem(garment: Garment, seam: Seam) -> bool:
    """Whether a zip opens a short garment all the way down."""
    hem = {
        (piece.code, name)
        for component in ("bodice", "skirt") for piece, name in garment.edges(component, "hem")
    }  # fmt: skip
    return seam.get("closure") == "zip" and any(
        side.get("edge") and _beside(garment, side, hem) for side in seam["a"]
    )


def _skirt_waist(garment: Garment) -> float:
    taken = sum(
        sum(piece.pleats.values()) * piece.quantity
        for piece in garment.shell if piece.component == "skirt"
    )  # fmt: skip
    return around(garment.edges("skirt", "waist")) - taken


def _below_waist(garment: Garment, seam: Seam) -> float:
    """How far down from the waist a zip opens: an edge of a skirt that ends at the waist, or of a piece
    cut through what lies below its waist level."""
    if seam.get("closure") not in ("zip", "hooks"):
        return 0.0
    found = 0.0
    for side in seam["a"]:
        piece = garment.pieces[side["piece"]]
        if piece.layer != "shell" or not side.get("edge"):
            continue
        level = (piece.data.get("levels") or {}).get("waist")
        if piece.component == "skirt":
            found += piece.lengths[side["edge"]]
        elif level is not None:
            found += _lower_part(piece.run(side["edge"]), height(level))
    return found


def height(level: Mapping[str, Any]) -> float:
    if "y" in level:
        return float(level["y"])
    return float(np.mean([point[1] for line in level["lines"] for point in line]))


def _lower_part(run: Run, y: float) -> float:
    """How much of a line lies below a height, for a line that goes down or up."""
    heights = np.maximum(run.points[:, 1], y)
    steps = np.diff(run.points, axis=0)
    size = np.hypot(steps[:, 0], steps[:, 1])
    share = np.abs(np.diff(heights)) / np.maximum(np.abs(steps[:, 1]), 1e-9)
    return float((size * np.minimum(share, 1.0)).sum())


def _stride(garment: Garment) -> Faults:
    """The hem strides, or a vent or slit lets it."""
    hem, long = garment.finished.get("hem_girth"), garment.finished.get("skirt_length")
    body = garment.body
    if hem is None or long is None or not {"waist_to_knee", "body_rise"} <= set(body):
        return
    wanted = STRIDE_KNEE + (STRIDE_MIDI - STRIDE_KNEE) * (long - body["waist_to_knee"]) / 200.0
    room = long - body["body_rise"] - ABOVE_VENT
    vents = garment.closed_by("vent")
    tall = min(
        (garment.pieces[seam["a"][0]["piece"]].side_length(seam["a"][0]) for seam in vents),
        default=0.0,
    )
    if vents and tall > max(room, 0.0) + 1.0:
        yield Fault("vent too high", f"{tall:.0f} mm where the crotch leaves room for {room:.0f}")
    if hem > wanted - 5.0 or room < 100.0 or garment.closed_by("wrap", "buttons"):
        return
    if tall < min(VENT, room) - 1.0:
        text = f"a hem of {hem:.0f} mm, {long:.0f} below the waist, and a vent of {tall:.0f}"
        yield Fault("no stride", f"{text}: {wanted:.0f} around would do without")
