"""Measurements from other programs' files, and files that mean no good."""

from __future__ import annotations

import pytest

from measurements.definitions import DEFINITIONS
from measurements.foreign import LARGEST, read_file
from measurements.from_files import BadInput
from measurements.other_names import FREESEWING, SEAMLY

FREESEWING_FILE = """
name: Somebody
units: metric
measurements:
  chest: 925
  waist: 750
  seat: 1010
  hips: 900
  shoulderSlope: 13
  inseam: 765
"""
SEAMLY_FILE = """<?xml version="1.0" encoding="UTF-8"?>
<smis>
    <!--Measurements created by hand.-->
    <version>0.3.4</version>
    <read-only>false</read-only>
    <notes/>
    <unit>{unit}</unit>
    <pm_system>998</pm_system>
    <personal><family-name/><given-name/></personal>
    <body-measurements>
        <m name="height" value="{height}"/>
        <m name="bust_circ" value="{bust}"/>
        <m name="waist_circ" value="29.5"/>
        <m name="neck_circ" value="0"/>
        <m name="hand_circ" value="8"/>
        <m name="leg_thigh_upper_circ" value="hip_circ/2"/>
    </body-measurements>
</smis>
"""


def test_our_own_names_in_json_and_csv() -> None:
    for name, text in (
        ("a.json", '{"height": 1680, "bust_girth": 920.5, "body_mass_kg": 64}'),
        (
            "a.json",
            '{"unit": "cm", "values": {"height": 168, "bust_girth": 92.05, "body_mass_kg": 64}}',
        ),
        ("a.csv", "height,1680\nbust_girth,920.5\nbody_mass_kg,64\n"),
        ("a.csv", "\ufeffheight,bust_girth,body_mass_kg,subject\n1680,920.5,64,7\n"),
        ("a.CSV", 'unit,cm\nheight,168\nbust_girth,"92,05"\nbody_mass_kg,64\n'),
    ):
        found = read_file(name, text.encode())
        assert found.values == {
            "height": 1680,
            "bust_girth": pytest.approx(920.5),
            "body_mass_kg": 64,
        }
        assert not found.not_understood


def test_freesewing() -> None:
    found = read_file("me.yaml", FREESEWING_FILE.encode())
    assert found.values == {
        "bust_girth": 925,
        "waist_girth": 750,
        "high_hip_girth": 900,  # its hips are round the top of the hip bones
        "hip_girth": 1010,
        "shoulder_slope": 13,
        "inside_leg_length": 765,
    }
    assert not found.not_understood
    older = read_file("me.yml", b"chestCircumference: 92.5\nwaistCircumference: 75\n")
    assert older.values == {"bust_girth": 925, "waist_girth": 750}
    assert (older.unit, older.unit_stated) == ("cm", False)


@pytest.mark.parametrize(
    ("unit", "factor"), [("cm", 10.0), ("inch", 25.4), ("mm", 1.0)], ids=["cm", "inch", "mm"]
)
def test_seamly(unit: str, factor: float) -> None:
    text = SEAMLY_FILE.format(unit=unit, height="66", bust="36,5")
    for name, written in (
        ("me.smis", text),
        ("me.vit", text.replace("smis>", "vit>")),
    ):
        found = read_file(name, written.encode())
        assert found.values == {
            "height": pytest.approx(66 * factor),
            "bust_girth": pytest.approx(36.5 * factor),
            "waist_girth": pytest.approx(29.5 * factor),
        }
        # A formula is not reckoned, and what we have no name for is said.
        assert found.not_understood == ("hand_circ",)
        assert found.no_number == (("thigh_girth", "hip_circ/2"),)


def test_a_value_that_is_no_number_is_told_as_that() -> None:
    found = read_file("a.csv", b"height,1680\nbust_girth,35+1\n")
    assert (found.not_understood, found.no_number) == ((), (("bust_girth", "35+1"),))
    with pytest.raises(BadInput, match="Bust is “35\\+1” in that file"):
        read_file("a.csv", b"bust_girth,35+1\n")


def test_every_name_leads_to_one_of_ours() -> None:
    assert set(FREESEWING.values()) | set(SEAMLY.values()) <= set(DEFINITIONS)


LAUGHS = """<?xml version="1.0"?><!DOCTYPE smis [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
<smis><unit>cm</unit><m name="height" value="&b;"/></smis>"""
OUTSIDE = """<!DOCTYPE smis SYSTEM "file:///etc/passwd"><smis><unit>cm</unit></smis>"""
YAML_LAUGHS = "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nheight: *c\n"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.smis", LAUGHS, "definitions of its own"),
        ("a.smis", OUTSIDE, "definitions of its own"),
        ("a.smis", "<smis><unit>cm</unit>", "no whole XML"),
        ("a.smis", "", "no whole XML"),
        ("a.smis", "<html/>", "no measurement file"),
        ("a.smis", "<smis/>", "no measurement"),
        ("a.smms", "<smms/>", "many sizes"),
        ("a.vit", "<vit>" * 5000, "no whole XML"),
        ("a.yaml", "!!python/object/apply:os.system ['true']", "as YAML should be"),
        ("a.yaml", YAML_LAUGHS, "no measurement"),
        ("a.yaml", "[" * 20000, "as YAML should be"),
        ("a.yaml", "{" * 20000, "as YAML should be"),
        ("a.yaml", "- " * 20000, "as YAML should be"),
        ("a.yaml", "chest: [", "as YAML should be"),
        ("a.yaml", "just words", "no list of names"),
        ("a.json", "{", "is no JSON"),
        ("a.json", "[" * 30000, "is no JSON"),
        ("a.json", "[1, 2]", "no list of names"),
        ("a.json", '{"height": Infinity, "bust_girth": true}', "no measurement"),
        ("a.json", '{"shoe": 39}', "no measurement"),
        ("a.csv", "height,bust_girth\n1,2\n3,4\n", "several people"),
        ("a.csv", "height;1680", "no measurement"),
        ("a.exe", "MZ", "We read files that end in"),
        ("a", "", "We read files that end in"),
    ],
)
def test_bad_files_are_answered_in_a_sentence(name: str, content: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        read_file(name, content.encode())


def test_bytes_that_are_no_text_and_files_too_large() -> None:
    with pytest.raises(BadInput, match="no text in UTF-8"):
        read_file("a.json", b"\xff\xfe\x00")
    with pytest.raises(BadInput, match="larger than 64 KB"):
        read_file("a.json", b" " * (LARGEST + 1))
