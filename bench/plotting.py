"""A small plot as SVG: a panel for each garment, a line for each order of asking."""

from __future__ import annotations

from html import escape
from typing import Final

WIDE, HIGH, LEFT, TOP, BETWEEN = 330.0, 220.0, 50.0, 70.0, 60.0
_LINES: Final = (
    ("#7a2e3a", ""), ("#4a5568", "5 4"), ("#b08d57", "2 3"),
)  # fmt: skip


def plot(panels: dict[str, dict[str, list[float]]], title: str) -> str:
    """`panels` holds curves by name: mm after none, one, two ... measurements taken."""
    most = max(value for curves in panels.values() for curve in curves.values() for value in curve)
    top = 5.0 * (int(most / 5) + 1)
    width = LEFT + len(panels) * WIDE + (len(panels) - 1) * BETWEEN + 30
    height = TOP + HIGH + 90
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        'font-family="sans-serif" font-size="12" fill="#222" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width:g}" height="{height:g}" fill="#fff"/>',
        f'<text x="{LEFT:g}" y="24" font-size="15">{escape(title)}</text>',
    ]
    for number, (name, curves) in enumerate(panels.items()):
        parts += _panel(LEFT + number * (WIDE + BETWEEN), name, curves, top)
    for number, name in enumerate(next(iter(panels.values()))):
        x, y = LEFT + number * 150, TOP + HIGH + 62
        parts.append(_line([(x, y - 4), (x + 28, y - 4)], number))
        parts.append(f'<text x="{x + 34:g}" y="{y:g}">{escape(name)}</text>')
    made = "Made by python -m bench worth. Known at first: height and weight"
    parts.append(
        f'<text x="{LEFT:g}" y="{height - 8:g}" font-size="11" fill="#666">{escape(made)}</text>'
    )
    return "\n".join([*parts, "</svg>\n"])


def _panel(x: float, name: str, curves: dict[str, list[float]], top: float) -> list[str]:
    steps = len(next(iter(curves.values()))) - 1

    def at(step: float, value: float) -> tuple[float, float]:
        return x + WIDE * step / steps, TOP + HIGH * (1 - value / top)

    parts = [f'<text x="{x:g}" y="{TOP - 14:g}" font-weight="bold">{escape(name)}</text>']
    for tick in range(0, int(top) + 1, 5):
        y = at(0, tick)[1]
        parts.append(f'<path d="M{x:g} {y:.1f}H{x + WIDE:g}" stroke="#e2e2e2"/>')
        parts.append(f'<text x="{x - 8:g}" y="{y + 4:.1f}" text-anchor="end">{tick}</text>')
    for step in range(steps + 1):
        parts.append(
            f'<text x="{at(step, 0)[0]:.1f}" y="{TOP + HIGH + 18:g}" text-anchor="middle">{step}</text>'
        )
    parts.append(f'<text x="{x:g}" y="{TOP + HIGH + 36:g}">measurements taken</text>')
    for number, curve in enumerate(curves.values()):
        parts.append(_line([at(step, value) for step, value in enumerate(curve)], number))
    return parts


def _line(points: list[tuple[float, float]], number: int) -> str:
    colour, dashes = _LINES[number % len(_LINES)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashed}/>'
