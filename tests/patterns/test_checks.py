"""Our checks find each kind of fault in a draft that was right, and so does the shared checker."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from typing import Any

import pytest

from cms.demo.templates import TEMPLATES
from measurements.charts import STOCK_BODY
from patterns.checks import KINDS, check
from patterns.engine import make_draft
from patterns.exports.as_json import to_dict
from tests.patterns import shared_checker
from tests.patterns.drafts import LONG, right_draft

Data = dict[str, Any]


@pytest.fixture
def data() -> Data:
    return to_dict(right_draft())


def piece(data: Data, code: str) -> Data:
    return next(piece for piece in data["pieces"] if piece["code"] == code)


def edge(data: Data, code: str, name: str) -> Data:
    return next(edge for edge in piece(data, code)["edges"] if edge["name"] == name)


def seam(data: Data, name: str) -> Data:
    return next(seam for seam in data["seams"] if seam["name"] == name)


def measure(data: Data, name: str) -> Data:
    return next(measure for measure in data["finished"] if measure["name"] == name)


def move_corner(data: Data, code: str, first: str, second: str, to: tuple[float, float]) -> None:
    edge(data, code, first)["points"][-1] = list(to)
    edge(data, code, second)["points"][0] = list(to)


def test_a_right_draft_has_no_fault(data: Data) -> None:
    assert check(data) == []
    assert shared_checker.kinds(data) in (None, set())


# Each fault, the kind that we call it and the one that the shared checker does (None: it does not
# look for it).
FAULTS: dict[str, tuple[Callable[[Data], object], str, str | None]] = {
    "another format": (lambda d: d.update(format="draft/0"), "format", "format"),
    "a piece without edges": (
        lambda d: piece(d, "FS").pop("edges"), "not in the form", None),
    "no figure": (
        lambda d: measure(d, "hip_girth").update(value=math.nan), "not a number", "not a number"),
    "nothing finished": (lambda d: d.update(finished=[]), "empty", "empty"),
    "a code twice": (
        lambda d: d["pieces"].append(dict(piece(d, "BWF"))), "piece codes", "piece codes"),
    "an edge name twice": (
        lambda d: piece(d, "FWF")["edges"][2].update(name="waist"), "edge names", "edge names"),
    "an open outline": (
        lambda d: edge(d, "FS", "hem")["points"].__setitem__(0, [252.5, 590.0]),
        "open outline", "open outline"),
    "an outline across itself": (
        lambda d: move_corner(d, "BS", "hem", "centre_back", (400.0, 100.0)),
        "outline crosses itself", "outline crosses itself"),
    "a cut line across itself": (
        lambda d: piece(d, "BWF")["cut_line"].insert(2, [20.0, 80.0]),
        "cut line crosses itself", "cut line crosses itself"),
    "a cut inside the sewing line": (
        lambda d: piece(d, "BS")["cut_line"].__setitem__(2, [240.0, 640.0]),
        "cut inside sewing line", "cut inside sewing line"),
    "a narrow allowance": (
        lambda d: edge(d, "FS", "side_left").update(allowance=25),
        "seam allowance", "seam allowance"),
    "a notch beside its edge": (
        lambda d: piece(d, "FS")["notches"][0].update(point=[240.0, 200.0]),
        "notch off its edge", "notch off its edge"),
    "a notch elsewhere": (
        lambda d: piece(d, "FS")["notches"][0].update(at=205.0),
        "notch misplaced", "notch misplaced"),
    "an unknown line": (
        lambda d: edge(d, "FS", "hem").update(line="hemline"), "line unknown", "line unknown"),
    "no grainline": (lambda d: piece(d, "FS").update(grainline=None), "grainline", "grainline"),
    "a grainline off the piece": (
        lambda d: piece(d, "BS").update(grainline=[[120.0, 150.0], [120.0, 700.0]]),
        "grainline", "grainline"),
    "a level line hung loose": (
        lambda d: piece(d, "BS")["levels"].update(hip={"lines": [[[10, 200], [200, 200]]]}),
        "level line", "level line"),
    "fish-eye legs": (
        lambda d: piece(d, "BS").update(inner_darts=[
            {"name": "eye", "a": [[100, 100], [90, 200], [100, 300]],
             "b": [[100, 100], [103, 200], [100, 300]]}]),
        "dart legs", "dart legs"),
    "a wide fish-eye": (
        lambda d: piece(d, "BS").update(inner_darts=[
            {"name": "eye", "a": [[100, 100], [80, 200], [100, 300]],
             "b": [[100, 100], [120, 200], [100, 300]]}]),
        "dart too wide", None),
    "sides of two lengths": (
        lambda d: move_corner(d, "BS", "side", "hem", (252.5, 605.0)),
        "seam lengths", "seam lengths"),
    "too much ease in a join": (
        lambda d: seam(d, "right side").update(ease=3.0), "seam lengths", "seam lengths"),
    "ease out of its bound": (
        lambda d: seam(d, "right side").update(kind="ease", where="shoulder", ease=11.0),
        "seam lengths", "seam lengths"),
    "gathers that are none": (
        lambda d: seam(d, "right side").update(kind="gather", ratio=1.1),
        "seam lengths", "seam lengths"),
    "an opening that nothing closes": (
        lambda d: seam(d, "zip").pop("closure"), "seam lengths", "seam lengths"),
    "a kind of seam unknown": (
        lambda d: seam(d, "right side").update(kind="glued"), "seam kind", "seam kind"),
    "dart legs of two lengths": (
        lambda d: move_corner(d, "FS", "dart_left", "dart_right", (4.0, 80.0)),
        "dart legs", "dart legs"),
    "a wide dart": (
        lambda d: (move_corner(d, "FS", "waist_left", "dart_left", (-25.0, -5.56)),
                   move_corner(d, "FS", "dart_right", "waist_right", (25.0, -5.56))),
        "dart too wide", "dart too wide"),
    "a waist dart wider than a skirt's": (
        lambda d: (move_corner(d, "FS", "waist_left", "dart_left", (-16.0, -5.56)),
                   move_corner(d, "FS", "dart_right", "waist_right", (16.0, -5.56))),
        "dart too wide", None),
    "match marks apart": (
        lambda d: seam(d, "right side").update(match=[{"a": 200, "b": 210}]),
        "match marks", "match marks"),
    "match marks without notches": (
        lambda d: seam(d, "right side").update(match=[{"a": 300, "b": 300}]),
        "match marks", None),
    "an edge sewn to nothing": (
        lambda d: d["seams"].remove(seam(d, "left side")),
        "edge sewn to nothing", "edge sewn to nothing"),
    "a copy sewn to nothing": (
        lambda d: d["seams"].remove(seam(d, "left back facing")),
        "edge sewn to nothing", "edge sewn to nothing"),
    "a seam of no edge": (
        lambda d: seam(d, "zip")["a"][0].update(edge="front_zip"),
        "seam names nothing", "seam names nothing"),
    "a waist that breaks at the dart": (
        lambda d: edge(d, "FS", "waist_left")["points"].__setitem__(1, [-60.0, -12.0]),
        "untrued", "untrued"),
    "sides run against each other": (
        lambda d: seam(d, "left side")["a"][0].update(reversed=False), "seam direction", None),
    "a finished measure that is not": (
        lambda d: measure(d, "hip_girth").update(value=1015.0),
        "finished measure", "finished measure"),
    "a measure along an edge": (
        lambda d: measure(d, "hem_girth").update(value=1000.0),
        "finished measure", "finished measure"),
    "a measure along a line": (
        lambda d: measure(d, "front_length").update(value=510.0),
        "finished measure", "finished measure"),
    "a measure measured nowhere": (
        lambda d: measure(d, "skirt_length").pop("edges"),
        "finished measure", "finished measure"),
    "another woman's body": (
        lambda d: d["body"].update(hip_girth=980.0), "finished measure", "finished measure"),
    "ease by difference": (
        lambda d: d["parameters"].update({"skirt.hip_ease": 40.0}),
        "ease not asked for", "ease not asked for"),
    "too close": (
        lambda d: (measure(d, "hip_girth").update(body=985.0, ease=25.0),
                   d["body"].update(hip_girth=985.0),
                   d["parameters"].update({"skirt.hip_ease": 25.0})),
        "too close", "too close"),
    "a measure not stated": (
        lambda d: d["finished"].remove(measure(d, "skirt_length")),
        "measure not stated", "measure not stated"),
    "a hem that tapers on past its fold": (
        lambda d: piece(d, "BS")["cut_line"].__setitem__(2, [300.0, 640.0]),
        "hem turned up", None),
    "a short hem beside a slit that is not turned up square": (
        lambda d: (
            edge(d, "BS", "hem")["points"].__setitem__(1, [40.0, LONG]),
            edge(d, "BS", "centre_back")["points"].__setitem__(0, [0.0, LONG]),
            piece(d, "BS")["edges"].insert(3, {
                "name": "vent_hem", "points": [[40.0, LONG], [0.0, LONG]], "allowance": 40,
                "finish": "hem", "line": "hem"}),
            piece(d, "BS")["cut_line"].__setitem__(3, [-30.0, LONG + 40]),
        ), "hem turned up", None),
    "a raw hem that does not lie flat": (
        lambda d: edge(d, "FS", "hem")["points"].insert(1, [0.0, LONG + 80]),
        "raw hem longer", None),
    "a component without a piece": (
        lambda d: d["parameters"].update({"components.belt": True}), "part missing", None),
    "a skirt without a hem": (
        lambda d: [e.pop("line") for p in d["pieces"] for e in p["edges"] if e.get("line") == "hem"],
        "part missing", None),
    "a hem that does not stride": (
        lambda d: d["body"].update(waist_to_knee=560.0, body_rise=280.0), "no stride", None),
    "a vent that ends too high": (
        lambda d: (d["body"].update(waist_to_knee=560.0, body_rise=400.0),
                   seam(d, "centre back").update(kind="opening", closure="vent")),
        "vent too high", None),
    "a zip too short for the hips": (
        lambda d: d["body"].update(hip_girth=1500.0), "waist too tight", None),
    "a front far wider than the back": (
        lambda d: piece(d, "FS").update(levels={"hip": {"y": 200.0, "x": [-100.0, 100.0]}}),
        "balance", None),
    "a lining smaller than the shell": (
        lambda d: d["pieces"].append({
            **piece(d, "BS"), "code": "BSL", "layer": "lining", "edges": [
                {**e, "finish": "raw"} for e in piece(d, "BS")["edges"]]}),
        "lining too small", None),
    "a lining that no level measures": (
        lambda d: d["pieces"].append({
            **piece(d, "BS"), "code": "BSL", "layer": "lining", "levels": {}, "edges": [
                {**e, "finish": "raw"} for e in piece(d, "BS")["edges"]]}),
        "part missing", None),
    "a piece wider than any cloth": (
        lambda d: (piece(d, "FS").update(cut_line=[
            [x * 3, y] for x, y in piece(d, "FS")["cut_line"]])), "wider than the cloth", None),
    "a wide interfacing": (
        lambda d: (piece(d, "FWF").update(material="interfacing", cut_line=[
            [x * 2, y] for x, y in piece(d, "FWF")["cut_line"]])), "wider than the cloth", None),
    "an inlay that is not there": (
        lambda d: d["parameters"].update({"skirt.inlay": 15.0, "skirt.side_allowance": 20.0}),
        "let-out", None),
    "an inlay that nobody is told of": (
        lambda d: d["parameters"].update({"skirt.inlay": 10.0, "skirt.side_allowance": 10.0}),
        "let-out", None),
    "a piece without a name": (
        lambda d: piece(d, "FS").update(name=""), "piece unreadable", None),
    "one turned over of three": (
        lambda d: piece(d, "BWF")["cut"].update(quantity=3), "piece unreadable", None),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_found(name: str, data: Data) -> None:
    spoil, ours, shared = FAULTS[name]
    spoil(data)

    assert ours in {fault.kind for fault in check(data)}
    assert ours in KINDS
    found = shared_checker.kinds(data)
    if found is not None and shared is not None:
        assert shared in found


def test_a_fault_is_told_in_words(data: Data) -> None:
    edge(data, "FS", "side_left")["allowance"] = 25

    assert [str(fault.text) for fault in check(data)] == [
        "FS: side_left has 20.0 mm where 25 was asked"
    ]


def test_a_break_that_is_meant_is_no_fault(data: Data) -> None:
    edge(data, "FS", "waist_left")["points"][1] = [-60.0, -5.0]
    seam(data, "front dart")["breaks"] = ["waist"]

    assert "untrued" not in {fault.kind for fault in check(data)}


def test_inner_darts_and_pleats_take_width_away(data: Data) -> None:
    back = piece(data, "BS")
    back["inner_darts"] = [
        {"name": "eye", "a": [[100, 100], [95, 200], [100, 300]],
         "b": [[100, 100], [105, 200], [100, 300]]}
    ]  # fmt: skip
    assert "measures 990.0" in next(f.text for f in check(data) if f.kind == "finished measure")

    del back["inner_darts"]
    back["pleats"] = [{"name": "p", "from": [[50, 0], [50, 250]], "to": [[80, 0], [80, 250]]}]
    assert "measures 950.0" in next(f.text for f in check(data) if f.kind == "finished measure")


# --- The garment on its body: a real draft, on a body that it does not fit ------------------------


@pytest.fixture(scope="module")
def sheath() -> Data:
    spec = next(spec for spec in TEMPLATES if spec.slug == "sheath-dress")
    return to_dict(make_draft(spec, {}, STOCK_BODY))


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("armhole", {"armscye_girth": 600.0}),
        ("armhole", {"armscye_girth": 200.0}),
        ("neck too tight", {"head_girth": 2000.0}),
        ("waist too tight", {"hip_girth": 2000.0, "bust_girth": 2000.0}),
        ("no stride", {"waist_to_knee": 200.0, "body_rise": 230.0}),
        ("vent too high", {"body_rise": 400.0}),
    ],
)
def test_a_dress_on_the_wrong_body_is_found_out(
    sheath: Data, kind: str, body: dict[str, float]
) -> None:
    assert check(sheath) == []
    spoilt = {**sheath, "body": {**sheath["body"], **body}}

    assert kind in {fault.kind for fault in check(spoilt)}


@pytest.fixture(scope="module")
def sleeved() -> Data:
    spec = next(spec for spec in TEMPLATES if spec.slug == "sheath-dress")
    return to_dict(make_draft(spec, {"sleeves": "long"}, STOCK_BODY))


@pytest.mark.parametrize(
    ("kind", "spoil"),
    [
        ("sleeve", lambda d: d["body"].update(upper_arm_girth=500.0)),
        ("sleeve", lambda d: d["body"].update(wrist_girth=400.0, elbow_girth=400.0)),
        ("armhole", lambda d: d["body"].update(armscye_girth=420.0)),
        ("sleeve pitch", lambda d: [
            mark.update(a=mark["a"] + (6.0 if end else -6.0))
            for each in d["seams"] if each.get("where") == "cap"
            for end, mark in ((0, each["match"][0]), (1, each["match"][-1]))]),
        ("sleeve cap", lambda d: [
            point.__setitem__(1, point[1] / 2)
            for each in piece(d, "SL")["edges"] for point in each["points"]]),
        ("part missing", lambda d: d["parameters"].update({"components.cuff": True})),
        ("part missing", lambda d: [
            each.pop("line") for each in piece(d, "BB")["edges"] + piece(d, "FB")["edges"]
            if each.get("line") == "armhole"]),
    ],
)  # fmt: skip
def test_a_sleeve_that_would_not_do_is_found_out(
    sleeved: Data, kind: str, spoil: Callable[[Data], object]
) -> None:
    assert check(sleeved) == []
    spoilt = copy.deepcopy(sleeved)
    spoil(spoilt)

    assert kind in {fault.kind for fault in check(spoilt)}


def test_front_and_back_of_a_dress_are_in_balance(sheath: Data) -> None:
    """A back neckline drawn 150 mm higher than the shoulders can be."""
    spoilt = copy.deepcopy(sheath)
    for each in piece(spoilt, "BB")["edges"]:
        if each["line" if "line" in each else "name"] == "waist":
            each["points"] = [[x, y + 200.0] for x, y in each["points"]]

    assert "balance" in {fault.kind for fault in check(spoilt)}


def test_points_as_arrays_are_checked_the_same() -> None:
    draft = right_draft()
    assert check(to_dict(draft, arrays=True)) == []
    shifted = to_dict(draft, arrays=True)
    shifted["pieces"][0]["edges"][0]["points"] = (
        shifted["pieces"][0]["edges"][0]["points"] * math.nan
    )
    assert [fault.kind for fault in check(shifted)] == ["not a number"]
