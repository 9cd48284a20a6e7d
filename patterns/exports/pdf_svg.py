"""A flat's SVG drawn into a PDF as lines, not dots. Knows no Django.

Understands what our own flats are made of: groups with transforms and inherited presentation
attributes, paths, basic shapes, clip paths and uses. Titles, texts and what is only defined are
left out, and so is any fill that is not a plain colour.
"""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping

from reportlab.lib.colors import Color, toColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from .pdf_paper import MM

Style = dict[str, str]
_INHERITED = (
    "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
    "fill-opacity", "stroke-opacity", "fill-rule",
)  # fmt: skip
_SHAPES = ("path", "line", "polyline", "polygon", "rect", "circle", "ellipse")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TRANSFORM = re.compile(r"(\w+)\s*\(([^)]*)\)")


def draw_svg(
    canvas: Canvas, svg: str, left: float, bottom: float, width: float, height: float
) -> None:
    """Draw an SVG into a box of mm on the page (its lower left corner given), as large as fits, in
    the middle."""
    root = ET.fromstring(svg)
    x, y, wide, high = _view_box(root)
    scale = min(width / wide, height / high)
    canvas.saveState()
    canvas.translate(
        (left + (width - wide * scale) / 2) * MM, (bottom + (height + high * scale) / 2) * MM
    )
    canvas.scale(scale * MM, -scale * MM)
    canvas.translate(-x, -y)
    by_id = {name: element for element in root.iter() if (name := element.get("id"))}
    _draw(canvas, root, {"fill": "#000000", "stroke-width": "1"}, by_id)
    canvas.restoreState()


def box_of(svg: str) -> tuple[float, float, float, float]:
    """What a drawing takes, in its own units: x, y, width, height."""
    return _view_box(ET.fromstring(svg))


def _view_box(root: ET.Element) -> tuple[float, float, float, float]:
    box = [float(n) for n in _NUMBER.findall(root.get("viewBox", ""))]
    if len(box) != 4:
        size = [float(_NUMBER.findall(root.get(name, "100"))[0]) for name in ("width", "height")]
        box = [0.0, 0.0, *size]
    return box[0], box[1], box[2], box[3]


def _tag(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _draw(
    canvas: Canvas, element: ET.Element, inherited: Style, by_id: Mapping[str, ET.Element]
) -> None:
    tag = _tag(element)
    if tag not in ("svg", "g", "a", "use", *_SHAPES) or element.get("display") == "none":
        return
    style = {**inherited, **{k: v for k in _INHERITED if (v := element.get(k)) is not None}}
    opacity = float(element.get("opacity", "1"))
    if opacity != 1:
        for name in ("fill-opacity", "stroke-opacity"):
            style[name] = str(float(style.get(name, "1")) * opacity)
    canvas.saveState()
    _transform(canvas, element.get("transform", ""))
    clip = by_id.get(_reference(element.get("clip-path", "")))
    if clip is not None:
        path = canvas.beginPath()
        for shape in clip:
            _trace(path, shape)
        canvas.clipPath(path, stroke=0, fill=0)
    if tag == "use":
        target = by_id.get(next((v for k, v in element.items() if k.endswith("href")), "")[1:])
        canvas.translate(float(element.get("x", "0")), float(element.get("y", "0")))
        if target is not None:
            _draw(canvas, target, style, by_id)
    elif tag in _SHAPES:
        _paint(canvas, element, style)
    else:
        for child in element:
            _draw(canvas, child, style, by_id)
    canvas.restoreState()


def _reference(value: str) -> str:
    found = re.match(r"url\(['\"]?#([^'\")]+)", value)
    return found.group(1) if found else ""


def _transform(canvas: Canvas, words: str) -> None:
    for name, inside in _TRANSFORM.findall(words):
        n = [float(value) for value in _NUMBER.findall(inside)]
        if name == "matrix":
            canvas.transform(*n)
        elif name == "translate":
            canvas.translate(n[0], n[1] if len(n) > 1 else 0.0)
        elif name == "scale":
            canvas.scale(n[0], n[1] if len(n) > 1 else n[0])
        elif name == "rotate":
            middle = n[1:] or [0.0, 0.0]
            canvas.translate(*middle)
            canvas.rotate(n[0])
            canvas.translate(-middle[0], -middle[1])


def _colour(value: str, opacity: str) -> Color | None:
    if value in ("", "none", "transparent") or value.startswith("url("):
        return None
    if value == "currentColor":
        value = "#000000"
    if len(value) == 4 and value[0] == "#":
        value = "#" + "".join(digit * 2 for digit in value[1:])  # toColor would read it as a number
    colour = toColor(value)
    return Color(colour.red, colour.green, colour.blue, alpha=float(opacity))


def _paint(canvas: Canvas, element: ET.Element, style: Style) -> None:
    fill = _colour(style.get("fill", ""), style.get("fill-opacity", "1"))
    stroke = _colour(style.get("stroke", "none"), style.get("stroke-opacity", "1"))
    if _tag(element) == "line":
        fill = None
    if fill is None and stroke is None:
        return
    if fill is not None:
        canvas.setFillColor(fill)
    if stroke is not None:
        canvas.setStrokeColor(stroke)
        canvas.setLineWidth(float(_NUMBER.findall(style["stroke-width"])[0]))
        canvas.setLineCap({"round": 1, "square": 2}.get(style.get("stroke-linecap", ""), 0))
        canvas.setLineJoin({"round": 1, "bevel": 2}.get(style.get("stroke-linejoin", ""), 0))
        canvas.setDash([float(n) for n in _NUMBER.findall(style.get("stroke-dasharray", ""))])
    path = canvas.beginPath()
    _trace(path, element)
    even_odd = 0 if style.get("fill-rule") == "evenodd" else 1
    canvas.drawPath(path, stroke=stroke is not None, fill=fill is not None, fillMode=even_odd)


def _trace(path: PDFPathObject, element: ET.Element) -> None:
    tag = _tag(element)

    def number(name: str) -> float:
        return float(_NUMBER.findall(element.get(name, "0"))[0])

    if tag == "path":
        _trace_path(path, element.get("d", ""))
    elif tag == "line":
        path.moveTo(number("x1"), number("y1"))
        path.lineTo(number("x2"), number("y2"))
    elif tag in ("polyline", "polygon"):
        flat = [float(n) for n in _NUMBER.findall(element.get("points", ""))]
        for index, point in enumerate(zip(flat[::2], flat[1::2], strict=True)):
            (path.lineTo if index else path.moveTo)(*point)
        if tag == "polygon":
            path.close()
    elif tag == "rect":
        path.rect(number("x"), number("y"), number("width"), number("height"))
    elif tag in ("circle", "ellipse"):
        x, y = number("cx"), number("cy")
        rx = number("r") if tag == "circle" else number("rx")
        ry = number("r") if tag == "circle" else number("ry")
        path.ellipse(x - rx, y - ry, 2 * rx, 2 * ry)


def _trace_path(path: PDFPathObject, words: str) -> None:
    """Path data of every command; what is relative becomes absolute, and all curves cubic."""
    tokens: Iterator[str] = iter(_TOKEN.findall(words))
    x = y = start_x = start_y = 0.0
    handle: tuple[float, float] | None = None
    command, waiting = "", next(tokens, None)
    last = ""

    def take() -> float:
        nonlocal waiting
        if waiting is None or waiting.isalpha():
            raise ValueError(f"Path data ends too early: {words[:40]}")
        value, waiting = float(waiting), next(tokens, None)
        return value

    while waiting is not None:
        if waiting.isalpha():
            command, waiting = waiting, next(tokens, None)
        elif command in "Mm":
            command = "L" if command == "M" else "l"
        elif command in "Zz":
            raise ValueError(f"Numbers after the end of a path: {words[:40]}")
        kind = command.upper()
        ox, oy = (x, y) if command.islower() else (0.0, 0.0)
        if kind == "Z":
            path.close()
            x, y = start_x, start_y
        elif kind == "M":
            x, y = ox + take(), oy + take()
            start_x, start_y = x, y
            path.moveTo(x, y)
        elif kind in "LHV":
            if kind != "V":
                x = ox + take()
            if kind != "H":
                y = oy + take()
            path.lineTo(x, y)
        elif kind in "CS":
            mirrored = (2 * x - handle[0], 2 * y - handle[1]) if handle and last in "CS" else (x, y)
            first = (ox + take(), oy + take()) if kind == "C" else mirrored
            handle = (ox + take(), oy + take())
            x, y = ox + take(), oy + take()
            path.curveTo(*first, *handle, x, y)
        elif kind in "QT":
            if kind == "Q":
                handle = (ox + take(), oy + take())
            else:
                handle = (
                    (2 * x - handle[0], 2 * y - handle[1]) if handle and last in "QT" else (x, y)
                )
            end = (ox + take(), oy + take())
            first = (x + 2 / 3 * (handle[0] - x), y + 2 / 3 * (handle[1] - y))
            second = (end[0] + 2 / 3 * (handle[0] - end[0]), end[1] + 2 / 3 * (handle[1] - end[1]))
            x, y = end
            path.curveTo(*first, *second, x, y)
        else:
            shape = [take() for _ in range(5)]
            end = (ox + take(), oy + take())
            for curve in _arc((x, y), end, *shape):
                path.curveTo(*curve)
            x, y = end
        last = kind


def _arc(
    start: tuple[float, float], end: tuple[float, float],
    rx: float, ry: float, tilt: float, large: float, sweep: float,
) -> Iterator[tuple[float, ...]]:  # fmt: skip
    """An elliptic arc as cubic curves of at most a quarter turn each (SVG 1.1, F.6)."""
    if start == end:
        return
    if not rx or not ry:
        yield (*start, *end, *end)
        return
    turn = math.radians(tilt)
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    px, py = cos * dx + sin * dy, -sin * dx + cos * dy
    rx, ry = abs(rx), abs(ry)
    grow = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    under = rx**2 * py**2 + ry**2 * px**2
    share = math.sqrt(max(0.0, rx**2 * ry**2 - under) / under) * (-1 if large == sweep else 1)
    cpx, cpy = share * rx * py / ry, -share * ry * px / rx
    cx = cos * cpx - sin * cpy + (start[0] + end[0]) / 2
    cy = sin * cpx + cos * cpy + (start[1] + end[1]) / 2
    first = math.atan2((py - cpy) / ry, (px - cpx) / rx)
    last = math.atan2((-py - cpy) / ry, (-px - cpx) / rx)
    span = last - first
    if sweep and span < 0:
        span += 2 * math.pi
    if not sweep and span > 0:
        span -= 2 * math.pi
    count = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
    step = span / count
    reach = 4 / 3 * math.tan(step / 4)

    def put(ux: float, uy: float) -> tuple[float, float]:
        return cx + cos * rx * ux - sin * ry * uy, cy + sin * rx * ux + cos * ry * uy

    for number in range(count):
        a, b = first + number * step, first + (number + 1) * step
        one = put(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        two = put(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        yield (*one, *two, *put(math.cos(b), math.sin(b)))
