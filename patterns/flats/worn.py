"""A draft as it is worn: where its levels lie on the figure and how far it stands off the body.

Half-breadths come from the draft's finished girths by the figure's own ratio of breadth to girth at
that level, so that the drawing and the pattern cannot disagree. mm, y down from the crown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import hypot
from typing import Literal

import numpy as np

from measurements.figure.build import Figure, figure_for
from measurements.figure.curves import Point, Profile
from patterns.drafting.draft import Draft, Piece

View = Literal["front", "back"]

SURFACE = 0.96
"""A length taken down over the chest, seen from the front: our own."""


@dataclass(frozen=True, slots=True)
class Dart:
    """A sewn dart as it lies on the figure (right half): from its mouth to its point."""

    mouth: Point
    point: Point
    edge: Literal["waist", "side", "other"]


def _turned(half: float, share: float, flat: float) -> float:
    """Cloth round a body: `flat` at the centre is its slope there, at the side it is nought."""
    share = min(max(share, 0.0), 1.0)
    if flat <= 1.01:
        return half * share
    bend: float = share ** (flat / (flat - 1))
    return half * (flat * share + (1 - flat) * bend)


class Worn:
    """One view of one draft on its figure."""

    def __init__(self, draft: Draft, view: View, *, alone: bool = False) -> None:
        """`alone`: the garment is drawn without the figure in it."""
        self.draft = draft
        self.alone = alone
        self.view: View = view
        self.figure: Figure = figure_for(draft.body)
        self.level = self.figure.levels
        self._turns: dict[float, tuple[float, float, float]] = {}
        self.codes = {piece.code: piece for piece in draft.pieces}

    # -- numbers -----------------------------------------------------------------------------

    def number(self, name: str, default: float = 0.0) -> float:
        """A parameter of the draft as a number; the default where it has none."""
        value = self.draft.parameters.get(name, default)
        return float(value) if isinstance(value, (int, float)) else default

    def text(self, name: str, default: str = "") -> str:
        value = self.draft.parameters.get(name, default)
        return value if isinstance(value, str) else default

    def finished(self, name: str) -> float | None:
        measure = self.draft.measure(name)
        return None if measure is None else measure.value

    def piece(self, code: str) -> Piece | None:
        return self.codes.get(code)

    @property
    def has_bodice(self) -> bool:
        return "FB" in self.codes or self.draft.measure("bust_girth") is not None

    @property
    def has_skirt(self) -> bool:
        return "FS" in self.codes or self.draft.measure("hem_girth") is not None

    # -- heights -----------------------------------------------------------------------------

    @property
    def waist(self) -> float:
        return self.level["waist"]

    @cached_property
    def skirt_length(self) -> float:
        """Waist to hem at the centre."""
        return self.number("skirt.length") or self.finished("skirt_length") or 600.0

    @cached_property
    def hem(self) -> float:
        """The hem's height at the side; at the centre it bows down to its length."""
        return self._low - self.hem_sag

    @property
    def _low(self) -> float:
        """The height of the hem at the centre."""
        return self.waist + self.sag(self.waist) + self.skirt_length

    @cached_property
    def hem_sag(self) -> float:
        """How much lower the hem lies at the centre than at the side, mm."""
        return self.sag(self._low)

    @cached_property
    def underarm(self) -> float:
        """The height of the armhole's lowest point, from the draft's own back bodice."""
        nape, waist = self.level["nape"], self.waist
        back = self.piece("BB")
        if back is not None:
            armholes = [edge.points for edge in back.edges if edge.line == "armhole"]
            waists = [edge.points for edge in back.edges if edge.line == "waist"]
            if armholes and waists:
                length = max(float(points[:, 1].max()) for points in waists)
                lowest = max(float(points[:, 1].max()) for points in armholes)
                if length > 0:
                    return min(nape + (waist - nape) * lowest / length, self.level["bust"] - 6)
        depth = self.draft.body.get("scye_depth") or 0.129 * self.figure.height
        return min(nape + depth * SURFACE - 12, self.level["bust"] - 6)

    # -- breadths ----------------------------------------------------------------------------

    def half(self, level: str, girth: float) -> float:
        """Half the breadth that a finished girth has at a level of the figure."""
        return girth * self.figure.ratios[level] / 2

    @cached_property
    def halves(self) -> dict[str, float]:
        """Finished half-breadths at bust, waist, hip and hem, as far as the draft has them."""
        halves: dict[str, float] = {}
        for level in ("bust", "waist", "hip", "hem"):
            girth = self.finished(f"{level}_girth")
            if girth is not None:
                halves[level] = self.half(level, girth)
        if "waist" not in halves:
            body = self.draft.body["waist_girth"]
            halves["waist"] = self.half("waist", body + self.number("waistband.waist_ease", 10.0))
        return halves

    @cached_property
    def side(self) -> Profile:
        """The garment's outline on the right, from the underarm (or the band's top) to the hem."""
        figure, level, halves = self.figure, self.level, self.halves
        stations: list[Point] = []
        if "bust" in halves:
            stations.append((halves["bust"] * 0.985, self.underarm))
            stations.append((halves["bust"], level["bust"]))
            under = level["underbust"]
            share = (under - level["bust"]) / (self.waist - level["bust"])
            hung = halves["bust"] + (halves["waist"] - halves["bust"]) * share**1.25
            stations.append((max(hung, figure.half_at(under) + 1.5), under))
        else:
            band = self.number("waistband.height", 0.0)
            if band:
                stations.append((halves["waist"], self.waist - band))
        stations.append((halves["waist"], self.waist))
        if "hip" in halves:
            stations.extend(self._skirt_stations())
        return Profile(stations)

    def _skirt_stations(self) -> Iterator[Point]:
        figure, level, halves = self.figure, self.level, self.halves
        waist, hip, hem = self.waist, level["hip"], self.hem
        hem_half = halves.get("hem", halves["hip"])
        share = 0.42
        y = waist + share * (hip - waist)
        # the body's own line, let out from the ease at the waist to the ease at the hip
        a = halves["waist"] / figure.halves["waist"]
        b = halves["hip"] / figure.halves["hip"]
        own = figure.half_at(y) * (a + (b - a) * share)
        # but cloth bridges hollows
        bridge = halves["waist"] + (halves["hip"] - halves["waist"]) * 0.5
        yield (max(own, 0.5 * (own + bridge)), y)
        yield (halves["hip"], hip)
        # below its fullest point cloth hangs straight to the hem
        full = min(hip + 0.30 * (hem - hip), max(level["thigh"], hip + 40))
        slope = (hem_half - halves["hip"]) / (hem - hip)
        yield (halves["hip"] + slope * (full - hip), full)
        yield (halves["hip"] + slope * ((full + hem) / 2 - hip), (full + hem) / 2)
        yield (hem_half, hem)

    def ratio_at(self, y: float) -> float:
        """Breadth over girth at any height, between the levels where it is known."""
        ratios, level = self.figure.ratios, self.level
        known = [(level[name], ratios[name]) for name in ("bust", "waist", "hip")]
        if y <= known[0][0]:
            return known[0][1]
        for (ya, ra), (yb, rb) in pairwise(known):
            if y <= yb:
                return ra + (rb - ra) * (y - ya) / (yb - ya)
        return known[-1][1]

    def quarter(self, y: float) -> float:
        """A quarter of the garment's girth at y: from the centre round to the side seam."""
        return self.side.at(y) / (2 * self.ratio_at(y))

    def across(self, share: float, y: float) -> float:
        """x on the drawing of the point `share` (0..1) of the way from centre to side seam.

        True to scale at the centre, closing up where the cloth turns away at the side.
        """
        half, _, flat = self._turn(y)
        return _turned(half, share, flat)

    def _turn(self, y: float) -> tuple[float, float, float]:
        """At a height: the half-breadth, a quarter of the girth, and their ratio's inverse."""
        if y not in self._turns:
            half, ratio = self.side.at(y), self.ratio_at(y)
            self._turns[y] = (half, half / (2 * ratio), 1 / (2 * ratio))
        return self._turns[y]

    def lie(self, along: float, y: float) -> float | None:
        """x on the drawing, at the height y, of a thread of the grain `along` mm from the centre;
        None where the side seam has cut it off. Above the underarm cloth lies flat on the chest."""
        if y >= self.underarm or not self.has_bodice:
            half, quarter, flat = self._turn(y)
            return _turned(half, along / quarter, flat) if along <= quarter else None
        half, quarter, flat = self._turn(self.underarm)
        round_it = _turned(half, along / quarter, flat) + max(along - quarter, 0.0)
        flat = min((self.underarm - y) / max(self.underarm - self.level["shoulder"], 1.0), 1.0)
        return round_it + (along - round_it) * flat

    # -- how level lines bow, seen from the height of the eyes -------------------------------

    def sag(self, y: float) -> float:
        """How much lower a level line lies at the centre than at the side, mm."""
        down = (y - self.level["bust"]) / (self.level["floor"] - self.level["bust"])
        return 3.0 + 10.0 * min(max(down, 0.0), 1.0)

    # -- darts -------------------------------------------------------------------------------

    def darts(self, code: str) -> list[Dart]:
        """The sewn darts of a piece, right half, placed on the figure."""
        piece = self.piece(code)
        if piece is None:
            return []
        found: list[Dart] = []
        for seam in self.draft.seams:
            if seam.kind != "dart" or seam.a[0].piece != code or not seam.a[0].edge:
                continue
            if not seam.b[0].edge or seam.a[0].copy != 1:
                continue
            dart = self._dart(piece, seam.a[0].edge, seam.b[0].edge)
            if dart is not None:
                found.append(dart)
        return found

    def _dart(self, piece: Piece, first: str, second: str) -> Dart | None:
        a, b = piece.edge(first).points, piece.edge(second).points
        ends = [(p, q) for p in (0, -1) for q in (0, -1)]
        p, q = min(ends, key=lambda e: hypot(*(a[e[0]] - b[e[1]])))
        point = (float(a[p][0]), float(a[p][1]))
        mouth_a, mouth_b = a[-1 - p], b[-1 - q]
        mouth = (float(mouth_a[0] + mouth_b[0]) / 2, float(mouth_a[1] + mouth_b[1]) / 2)
        whole = self._drawn_whole(piece)
        if whole and point[0] < 0.5:
            return None
        end = self.place(piece, point)
        line = self._mouth_line(piece, first, second)
        if line == "waist":
            share = self._waist_share(piece, mouth, whole)
            return Dart((self.across(share, self.waist), self.waist), end, "waist")
        y = self.place(piece, mouth)[1]
        if line == "side":
            return Dart((self.side.at(y), y), end, "side")
        return Dart(self.place(piece, mouth), end, "other")

    def _drawn_whole(self, piece: Piece) -> bool:
        """Whether the piece spans both halves of the body (its right half is x > 0)."""
        return piece.quantity == 1 and min(float(e.points[0, 0]) for e in piece.edges) < -20

    def _mouth_line(self, piece: Piece, first: str, second: str) -> str:
        names = [edge.name for edge in piece.edges]
        count = len(names)
        beside = {
            names[(names.index(name) + step) % count]
            for name in (first, second)
            for step in (-1, 1)
        } - {first, second}
        for edge in piece.edges:
            if edge.name in beside:
                if edge.line == "waist" or edge.name.startswith("waist"):
                    return "waist"
                if edge.name.startswith("side"):
                    return "side"
        return "other"

    def _waist_share(self, piece: Piece, mouth: Point, whole: bool) -> float:
        """How far round the closed waist, from the centre to the side, a dart's mouth lies."""
        before = full = 0.0
        for edge in piece.edges:
            if edge.line != "waist" and not edge.name.startswith("waist"):
                continue
            steps = np.diff(edge.points, axis=0)
            lengths = np.hypot(steps[:, 0], steps[:, 1])
            middles = (edge.points[1:, 0] + edge.points[:-1, 0]) / 2
            if whole:
                lengths = np.where(middles < 0, 0.0, lengths)
            full += float(lengths.sum())
            before += float(lengths[np.abs(middles) < abs(mouth[0])].sum())
        return before / full if full else 0.5

    def place(self, piece: Piece, point: Point) -> Point:
        """Where a point of a piece lies on the figure (right half)."""
        x, y = abs(point[0]), point[1]
        if piece.component == "skirt":
            height = self.waist + y
        else:
            height = self.waist - (self._waist_y(piece) - y) * self._scale(piece)
        return (self.across(x / max(self.quarter(height), 1.0), height), height)

    def _waist_y(self, piece: Piece) -> float:
        ys = [float(e.points[:, 1].max()) for e in piece.edges if e.line == "waist"]
        return max(ys) if ys else max(float(e.points[:, 1].max()) for e in piece.edges)

    def _scale(self, piece: Piece) -> float:
        """Drawn height over the piece's own, between neck and waist."""
        tops = [float(e.points[:, 1].min()) for e in piece.edges]
        length = self._waist_y(piece) - min(tops)
        return min((self.waist - self.level["side_neck"]) / length, 1.0) if length > 0 else 1.0
