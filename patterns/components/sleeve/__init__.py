"""The sleeve: set in, puffed, bishop, bell, kimono; short to long, straight or shaped at the elbow."""

from collections.abc import Mapping

from patterns.components.base import Component, Parameter, parameters
from patterns.specs import Setting

from .draft import draft

STYLES = ("set_in", "puff", "bishop", "bell", "kimono")
NO_KIMONO = ("side", "armhole", "armhole_princess")
LENGTHS = ("short", "elbow", "three_quarter", "long")


def conflicts(settled: Mapping[str, Setting], components: tuple[str, ...]) -> list[str]:
    """What does not go together, a sentence each."""
    style, length = settled.get("sleeve.style"), settled.get("sleeve.length")
    found = []
    if "armhole" in components:
        found.append("A sleeve is set into the armhole: the armhole cannot be faced as well.")
    if "bodice" not in components:
        found.append("A sleeve needs a bodice.")
    if style in ("puff", "bishop") and "cuff" not in components:
        found.append(f"A {style} sleeve is gathered below: it needs a cuff.")
    if style not in ("puff", "bishop") and "cuff" in components:
        found.append("A cuff goes on a puff or a bishop sleeve.")
    if style == "bishop" and length == "short":
        found.append("A bishop sleeve is full below the elbow: it cannot be short.")
    if style == "kimono" and length not in ("short", "elbow"):
        found.append(
            "A kimono's front is cut whole: longer than to the elbow it is wider than the cloth."
        )
    if style == "kimono" and settled.get("bodice.bust") in NO_KIMONO:
        found.append(
            "A kimono sleeve leaves no armhole to shape the bust from, nor room for a side dart."
        )
    if style == "kimono" and settled.get("bodice.inlay"):
        found.append("A kimono's side is curved under the arm: it takes no inlay.")
    if settled.get("sleeve.fitted") and (
        style != "set_in" or length not in ("three_quarter", "long")
    ):
        found.append("Only a set-in sleeve that covers the elbow can be fitted with an elbow dart.")
    return found


SLEEVE = Component(
    name="sleeve",
    parameters=parameters(
        Parameter("style", "set_in", kind="choice", values=STYLES),
        Parameter("length", "long", kind="choice", values=LENGTHS),
        Parameter("fitted", False, kind="toggle",
                  help="Shaped at the elbow by a dart; three-quarter and long set-in sleeves."),
        Parameter("upper_arm_ease", 50.0, min=35.0, max=150.0),
        Parameter("cap_ease", 25.0, min=0.0, max=30.0,
                  help="At an armhole of 440 mm; in proportion over others."),
        Parameter("fullness", 50.0, unit="%", min=0.0, max=100.0,
                  help="How full a puff, a bishop or a bell is: 0 slightly, 100 very."),
    ),
    needs=("upper_arm_girth", "elbow_girth", "wrist_girth", "outer_arm_length"),
    helps=("hand_girth",),
    draft=draft,
    after=("bodice",),
    conflicts=conflicts,
)  # fmt: skip
