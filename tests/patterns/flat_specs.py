"""Garments for the drawings' tests: every variant of every component in at least one, by its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from measurements.body import Body
from measurements.statistics import complete
from patterns.drafting.draft import Draft
from patterns.engine import make_draft
from patterns.specs import Setting, TemplateSpec

BODIES = {
    "average": (1628, 903, 723, 965),
    "small": (1500, 800, 630, 860),
    "tall": (1860, 860, 670, 920),
    "plus": (1660, 1120, 950, 1200),
    "large": (1620, 1240, 1100, 1300),
}
EASES = {
    "close": {"bust": 50.0, "waist": 25.0, "hip": 40.0, "upper_arm": 40.0},
    "regular": {"bust": 70.0, "waist": 40.0, "hip": 55.0, "upper_arm": 50.0},
    "easy": {"bust": 100.0, "waist": 70.0, "hip": 80.0, "upper_arm": 70.0},
}
SLEEVELESS = ("bodice", "neckline", "armhole")
SLEEVED = ("bodice", "neckline", "sleeve")


@lru_cache(maxsize=16)
def body(who: str) -> Body:
    names = ("height", "bust_girth", "waist_girth", "hip_girth")
    return complete({n: float(v) for n, v in zip(names, BODIES[who], strict=True)})


def spec(slug: str, kind: Any, components: tuple[str, ...], **parameters: Setting) -> TemplateSpec:
    """A template without options; a parameter "bodice.bust" is written bodice__bust."""
    fixed = {name.replace("__", "."): value for name, value in parameters.items()}
    return TemplateSpec(slug, slug, kind, components, (), EASES, parameters=fixed)


def sheath(**parameters: Setting) -> TemplateSpec:
    return spec("sheath-dress", "dress", (*SLEEVELESS, "skirt"), **parameters)


def skirt(slug: str = "pencil-skirt", *more: str, **parameters: Setting) -> TemplateSpec:
    return spec(slug, "skirt", ("skirt", "waistband", *more), **parameters)


def flared(**parameters: Setting) -> TemplateSpec:
    return spec("fit-and-flare-dress", "dress", (*SLEEVELESS, "skirt"), **parameters)


def shift(*more: str, sleeved: bool = True, **parameters: Setting) -> TemplateSpec:
    given: dict[str, Setting] = {
        "bodice__cut": "through", "bodice__shaping": "loose", "bodice__length": 560.0,
        "bodice__bust": "side", **parameters,
    }  # fmt: skip
    return spec("shift-dress", "dress", (*(SLEEVED if sleeved else SLEEVELESS), *more), **given)


def top(slug: str, *more: str, **parameters: Setting) -> TemplateSpec:
    given: dict[str, Setting] = {
        "bodice__cut": "through", "bodice__shaping": "loose", "bodice__length": 220.0,
        "bodice__bust": "side", **parameters,
    }  # fmt: skip
    return spec(slug, "top", (*SLEEVED, *more), **given)


GARMENTS: Mapping[str, TemplateSpec] = {
    **{f"bust {bust}": sheath(bodice__bust=bust) for bust in (
        "side", "french", "shoulder", "armhole", "waist", "shoulder_princess", "armhole_princess",
    )},
    **{f"neckline {shape}": sheath(
        neckline__shape=shape, neckline__depth=100.0, neckline__back_depth=60.0,
    ) for shape in ("jewel", "scoop", "v", "square", "boat", "sweetheart")},
    "back dart": sheath(bodice__back="dart", bodice__opening="side"),
    "empire": spec(
        "empire-line-dress", "dress", (*SLEEVED, "cuff", "skirt"), bodice__cut="empire",
        bodice__bust="gathers", skirt__style="gathered", skirt__length=950.0, sleeve__style="puff",
        sleeve__length="short", cuff__style="casing",
    ),
    "empire a_line": spec(
        "empire-line-dress", "dress", (*SLEEVED, "skirt"), bodice__cut="empire", bodice__bust="gathers",
        skirt__style="a_line", skirt__flare=7.0, skirt__length=650.0, sleeve__style="bell",
        sleeve__length="elbow",
    ),
    "wrap dress": spec(
        "wrap-dress", "dress", (*SLEEVED, "skirt", "belt"), bodice__front="wrap", bodice__bust="waist",
        bodice__opening="front", skirt__style="wrap", skirt__opening="front",
        sleeve__length="three_quarter", belt__style="tie",
    ),
    "princess": spec(
        "princess-dress", "dress", SLEEVED, bodice__cut="through", bodice__bust="shoulder_princess",
        bodice__back="princess", bodice__length=620.0, bodice__flare=8.0, sleeve__fitted=True,
        sleeve__length="long",
    ),
    "princess armhole": spec(
        "princess-dress", "dress", SLEEVELESS, bodice__cut="through", bodice__bust="armhole_princess",
        bodice__back="princess", bodice__length=900.0,
    ),
    "qipao": spec(
        "qipao", "dress", (*SLEEVED, "collar"), bodice__cut="through", bodice__bust="side",
        bodice__opening="side", bodice__slit="side", bodice__length=950.0, neckline__shape="jewel",
        collar__style="qipao", sleeve__length="short",
    ),
    "shift eased": shift(bodice__bust="eased", sleeve__length="short"),
    "shift patch": shift("pocket", sleeved=False, pocket__style="patch"),
    "shift bell": shift(bodice__bust="french", sleeve__style="bell", sleeve__length="three_quarter"),
    "shell top": top(
        "shell-top", bodice__bust="eased", bodice__opening="none", neckline__shape="boat",
        sleeve__style="kimono", sleeve__length="short",
    ),
    "bow blouse": top(
        "bow-blouse", "cuff", "collar", neckline__shape="jewel", collar__style="tie_bow",
        sleeve__style="bishop", cuff__style="band",
    ),
    "puff blouse": top(
        "puff-sleeve-blouse", "cuff", "collar", bodice__shaping="darts", neckline__shape="jewel",
        collar__style="peter_pan", sleeve__style="puff", sleeve__length="elbow", cuff__style="band",
    ),
    "mandarin": top(
        "blouse", "collar", neckline__shape="jewel", collar__style="mandarin", sleeve__length="elbow",
    ),
    **{f"peplum {style}": spec(
        "peplum-top", "top", (*SLEEVELESS, "skirt"), bodice__bust="shoulder_princess",
        skirt__style=style, skirt__length=200.0, neckline__shape="v",
    ) for style in ("quarter_circle", "half_circle")},
    **{f"skirt {style}": skirt(skirt__style=style, skirt__length=650.0) for style in (
        "straight", "six_panel", "quarter_circle", "half_circle", "circle", "gathered", "knife_pleats",
        "box_pleats", "tiers", "wrap",
    )},
    "skirt a_line": skirt("a-line-skirt", "pocket", skirt__style="a_line", skirt__flare=8.0,
                          skirt__length=650.0, pocket__style="inseam"),
    "band contoured": skirt(waistband__style="contoured"),
    "band faced": skirt(waistband__style="faced", skirt__opening="side"),
    **{f"flared {style}": flared(skirt__style=style, skirt__length=620.0) for style in (
        "half_circle", "gathered", "box_pleats", "tiers",
    )},
    "flared belt": spec(
        "fit-and-flare-dress", "dress", (*SLEEVED, "skirt", "belt", "pocket"),
        skirt__style="half_circle", sleeve__length="short", belt__style="stiff", pocket__style="inseam",
    ),
}  # fmt: skip


@lru_cache(maxsize=256)
def _drafted(
    garment: TemplateSpec | str, who: str, asked: tuple[tuple[str, Setting], ...]
) -> Draft:
    found = GARMENTS[garment] if isinstance(garment, str) else garment
    given = {**found.parameters, **dict(asked)}
    return make_draft(
        TemplateSpec(
            found.slug, found.name, found.kind, found.components, (), found.eases, parameters=given
        ),
        {}, body(who),
    )  # fmt: skip


def drafted(garment: str, who: str = "average", /, **parameters: Setting) -> Draft:
    """A garment of the list on a body, with some parameters otherwise."""
    return _drafted(
        garment, who, tuple((n.replace("__", "."), v) for n, v in sorted(parameters.items()))
    )
