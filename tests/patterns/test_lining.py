"""Linings made from the shell by rule: never smaller, eased where a lining must give, sewn in all round."""

from __future__ import annotations

import numpy as np
import pytest

from patterns.components import COMPONENTS
from patterns.components.lining.draft import ABOVE_HEM, CENTRE_PLEAT
from patterns.drafting.draft import Draft, Seam
from patterns.engine import make_draft
from patterns.specs import Setting, TemplateSpec

from .dressed import SIZE_40, drafts, dress, long, outline
from .skirts import faults, skirt

SET_IN: dict[str, Setting] = {"sleeve__style": "set_in", "sleeve__length": "long"}
VARIANTS: dict[str, TemplateSpec] = {
    "sheath": dress("skirt", "lining"),
    "stand collar": dress(
        "collar", "skirt", "lining", neckline__shape="jewel", collar__style="mandarin"
    ),
    "square": dress("skirt", "lining", neckline__shape="square"),
    "sleeves": dress("sleeve", "skirt", "lining", **SET_IN),
    "short sleeves": dress("sleeve", "skirt", "lining", sleeve__length="short"),
    "puff": dress("sleeve", "cuff", "skirt", "lining", sleeve__style="puff", sleeve__length="short"),
    "shoulder dart": dress("skirt", "lining", bodice__bust="shoulder", bodice__back="dart"),
    "princess to the hem": dress(
        "lining", bodice__cut="through", bodice__bust="shoulder_princess", bodice__back="princess",
        bodice__length=600.0,
    ),
    "side zip to the hip": dress("lining", bodice__cut="through", bodice__opening="side"),
    "over the head": dress(
        "lining", bodice__cut="through", bodice__shaping="loose", bodice__opening="none",
        neckline__width=45.0, neckline__depth=110.0,
    ),
    "half circle": dress("skirt", "lining", skirt__style="half_circle"),
    "empire": dress("skirt", "lining", bodice__cut="empire", skirt__style="a_line", skirt__flare=6.0),
    "pencil": skirt("straight", "lining", skirt__length=700.0),
    "six panels": skirt("six_panel", "lining"),
}  # fmt: skip


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_lining_is_drafted_without_fault(variant: str) -> None:
    """The checks prove too that it is nowhere smaller than the shell."""
    tried = 0
    for _, draft in drafts(VARIANTS[variant], 3):
        tried += 1
        assert faults(draft) == []
        assert any(piece.layer == "lining" for piece in draft.pieces)
    assert tried


def linings(draft: Draft) -> dict[str, str]:
    """Each lining piece's shell piece."""
    return {piece.code: piece.code[:-1] for piece in draft.pieces if piece.layer == "lining"}


@pytest.mark.parametrize("variant", ["sheath", "sleeves", "princess to the hem", "pencil"])
def test_a_lining_has_at_least_the_shell_s_room(variant: str) -> None:
    """Measured at levels by the checks; here each side seam, which is as long or longer but for the hem."""
    for _, draft in drafts(VARIANTS[variant], 4):
        for code, shell in linings(draft).items():
            for edge in draft.piece(code).edges:
                if edge.name.startswith("side") and "tuck" not in edge.name:
                    own = draft.piece(shell).edge(edge.name).length
                    assert edge.length >= own - ABOVE_HEM - 0.1


def seam(draft: Draft, name: str) -> Seam:
    return next(seam for seam in draft.seams if seam.name == name)


def test_darts_become_tucks_as_wide() -> None:
    draft = make_draft(VARIANTS["sheath"], {}, SIZE_40)
    darts = [seam for seam in draft.seams if seam.kind == "dart" and seam.a[0].piece == "BB"]
    tucks = draft.piece("BBL").pleats
    assert len(tucks) == len(darts) > 0
    for tuck, dart in zip(tucks, darts, strict=True):
        legs = [draft.piece("BB").edge(str(side.edge)).points for side in (*dart.a, *dart.b)]
        ends = [leg[i] for leg in legs for i in (0, -1)]
        mouth = max(min(float(np.hypot(*(p - q))) for q in ends[2:]) for p in ends[:2])
        assert np.hypot(*np.subtract(tuck.start[0], tuck.end[0])) == pytest.approx(mouth, abs=0.01)


def test_it_ends_above_the_hem() -> None:
    """Trade facts §7: 15-20."""
    for variant in ("sheath", "pencil", "princess to the hem"):
        for _, draft in drafts(VARIANTS[variant], 5):
            for code, shell in linings(draft).items():
                lows = [
                    max(
                        (e.points[:, 1].max() for e in draft.piece(c).edges if e.line == "hem"),
                        default=0,
                    )
                    for c in (shell, code)
                ]
                if lows[0]:
                    assert 15.0 <= lows[0] - lows[1] <= 20.0


def test_a_closed_back_has_a_pleat_at_its_centre_and_a_zipped_one_none() -> None:
    """Trade facts §7: 20-25 a half."""
    closed = make_draft(VARIANTS["over the head"], {}, SIZE_40).piece("BBL")
    wide = [abs(p.start[0][0] - p.end[0][0]) for p in closed.pleats if p.name.startswith("centre")]
    assert wide == [CENTRE_PLEAT] * 2
    zipped = make_draft(VARIANTS["sheath"], {}, SIZE_40).piece("BBL")
    assert not [pleat for pleat in zipped.pleats if pleat.name.startswith("centre")]


def test_a_lined_sleeve_is_higher_at_the_underarm_and_wider() -> None:
    for _, draft in drafts(VARIANTS["sleeves"], 3):
        sleeve, lining = draft.piece("SL"), draft.piece("SLL")
        assert np.ptp(outline(lining)[:, 0]) >= np.ptp(outline(sleeve)[:, 0]) - 0.01
        raised = lining.edge("underarm_front").length - sleeve.edge("underarm_front").length
        assert raised >= -ABOVE_HEM - 0.1
        ease = seam(draft, "lining sleeve left").ease
        assert (
            0
            < ease
            <= 0.08
            * sum(long(draft, s.piece, str(s.edge)) for s in seam(draft, "lining sleeve left").b)
        )


def test_most_lined_sleeves_are_raised_as_the_rule_has_it() -> None:
    """Trade facts §7: 10-15; less only where no cap would fit."""
    raised = [
        draft.piece("SLL").edge("underarm_front").length - draft.piece("SL").edge("underarm_front").length
        for _, draft in drafts(VARIANTS["sleeves"])
    ]  # fmt: skip
    assert np.mean([up + ABOVE_HEM >= 10.0 for up in raised]) > 0.6


def test_the_lining_finishes_a_sleeveless_armhole_and_the_facing_lies_on_it_at_the_neck() -> None:
    draft = make_draft(VARIANTS["sheath"], {}, SIZE_40)
    codes = {piece.code for piece in draft.pieces}
    assert "FAF" not in codes
    assert "FNF" in codes
    sewn = {(s.piece, s.edge) for seam in draft.seams for s in (*seam.a, *seam.b)}
    assert ("BBL", "armhole") in sewn
    assert ("BBL", "centre_back_zip") in sewn


def test_a_vent_s_underlay_is_not_lined() -> None:
    draft = make_draft(VARIANTS["pencil"], {}, SIZE_40)
    assert any(edge.name == "vent_edge" for edge in draft.piece("BS").edges)
    names = {edge.name: edge for edge in draft.piece("BSL").edges}
    assert names["vent_slit"].finish == "hem"
    assert "vent_edge" not in names


def test_what_hangs_best_unlined_is_not_lined() -> None:
    draft = make_draft(VARIANTS["half circle"], {}, SIZE_40)
    assert set(linings(draft)) == {"FBL", "BBL"}
    conflicts = COMPONENTS["lining"].conflicts
    assert conflicts({"skirt.style": "circle"}, ("skirt", "waistband", "lining"))
    assert not conflicts({"skirt.style": "straight"}, ("skirt", "waistband", "lining"))
