"""Beside the peers: what is compared, and what is said where there is nothing to compare with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import peers
from bench.measuring import Row
from bench.peers import PAIRS, body_of, installed, our_milliseconds, spec_of, summary
from measurements.beyond_survey import ESTIMATES
from patterns.checks import check
from patterns.engine import make_draft
from patterns.exports.as_json import to_dict
from patterns.problems import problems

MODEL = {
    "model": "cisFemaleAdult36", "ankle": "259", "biceps": "286", "bustFront": "494",
    "bustPointToUnderbust": "103", "bustSpan": "165", "chest": "979", "crossSeam": "766",
    "crotchDepth": "280", "head": "577", "highBust": "916", "hips": "953", "hpsToBust": "286",
    "hpsToWaistBack": "410", "hpsToWaistFront": "415", "knee": "395", "neck": "360", "seat": "1046",
    "shoulderSlope_deg": "13", "shoulderToShoulder": "431", "shoulderToWrist": "600",
    "underbust": "826", "upperLeg": "585", "waist": "788", "waistToArmpit": "177",
    "waistToFloor": "1075", "waistToKnee": "623", "waistToSeat": "260", "wrist": "170",
}  # fmt: skip
"""One of the peer's models, as its file has it."""
ROOT = Path(__file__).resolve().parents[2]


def test_a_model_of_the_peer_s_becomes_a_body_of_ours() -> None:
    body = body_of(MODEL)

    assert (body["bust_girth"], body["waist_girth"], body["hip_girth"]) == (979, 788, 1046)
    assert body["back_neck_to_waist"] == 395
    assert 1700 < body["height"] < 1760
    assert body["waist_height"] - body["hip_height"] == body["waist_to_hip"] == 260
    assert set(body.estimated) == set(ESTIMATES)  # a model's measurements count as taken


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0]}-{pair[1]}")
def test_what_is_timed_is_a_right_block(pair: tuple) -> None:  # type: ignore[type-arg]
    name, _, components, parameters = pair
    spec = spec_of(name, components, parameters)

    assert problems(spec) == []
    draft = make_draft(spec, {}, body_of(MODEL))
    assert {piece.component for piece in draft.pieces} >= set(components)
    # A block is no garment: its neck, armhole or waist is left open, as the peer's is.
    assert {fault.kind for fault in check(to_dict(draft))} <= {
        "edge sewn to nothing", "neck too tight", "waist too tight", "armhole",
    }  # fmt: skip


def test_our_time_is_the_median_over_the_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "RUNS", 2)
    monkeypatch.setattr(peers, "WARM_UP", 1)
    name, _, components, parameters = PAIRS[3]

    taken, note = our_milliseconds(spec_of(name, components, parameters), [body_of(MODEL)])
    assert 0 < taken.best <= taken.middle < 1000
    assert note == ""


def test_the_summary_has_each_ratio_and_their_geometric_mean() -> None:
    told = summary([Row("a against b", 2.0, "ms", 8.0), Row("c against d", 4.0, "ms", 4.0)])

    assert [(pair["ours"], pair["peer"], pair["ratio"]) for pair in told["pairs"]] == [
        ("a", "b", 0.25), ("c", "d", 1.0),
    ]  # fmt: skip
    assert told["geometric_mean_ratio"] == pytest.approx(0.5)
    assert told["worst_ratio"] == 1.0


def test_without_the_peer_it_says_so_in_words(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench", "peers", "--json"],
        cwd=ROOT, env={"PATH": "/usr/bin:/bin", peers.VARIABLE: str(tmp_path)}, check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    told = json.loads(done.stdout)

    assert told["pairs"] == []
    assert told["geometric_mean_ratio"] is None
    assert "not installed" in told["said"]


def test_the_peer_is_looked_for_where_it_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(peers.VARIABLE, str(tmp_path))
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/node")
    assert installed() is None
    (tmp_path / "node_modules" / "@freesewing").mkdir(parents=True)
    assert installed() == tmp_path
