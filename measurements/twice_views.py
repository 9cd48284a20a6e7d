"""Measure twice: one reading at a time, those before it out of sight; then what came of them.

Its address tells at most which measurements: `also`, names of those that matter most to a design, and
`skipped`. All else follows from what is kept, so that it can be left and taken up again anywhere.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from measurements import twice
from measurements.answering import answered
from measurements.definitions import DEFINITIONS
from measurements.forms import MeasurementsForm, in_other_unit
from measurements.keeping import Kept, keep_readings, kept
from measurements.laying_out import row_of
from measurements.pages import fields_page, open_profile, system_of, way_page
from measurements.units import System
from measurements.views import safe_next


@never_cache
@require_http_methods(["GET", "POST"])
def measure_twice(request: HttpRequest) -> HttpResponse:
    """The reading that comes next; a summary when no more is wanted."""
    open_profile(request)
    have, system = kept(request), system_of(request)
    there = _there(request, have)
    skipped = _named(request, "skipped")
    name = twice.next_one(there, skipped)
    if not name:
        return _summary(request, there, have, skipped)
    if request.method == "POST" and request.POST.get("reading") != _reading(name, there):
        return redirect(_address(request, skipped))  # kept already, here or on another device
    if "skip" in request.POST:
        return redirect(_address(request, [*skipped, name]))
    asked: dict[str, Any] = {
        "names": [name],
        "required": (),
        "kinds": ("unit",),  # all else is settled by a third reading
        "beside": {n: v for n, v in have.measured.items() if n != name},
    }
    if request.method == "GET":
        form = MeasurementsForm(system=system, **asked)
    elif "switch" in request.POST:
        form = in_other_unit(request.POST, system, **asked)
    else:
        form = answered(request, "twice", system, **asked)
        if form.is_valid() and not form.values():
            form.add_error(name, "Write it here in figures, or skip it for now.")
        if form.is_valid():
            _keep(request, name, form.values()[name], system)
            return redirect(_address(request, skipped))
    wanted = [n for n in there if n not in skipped and twice.wants_another(n, there)]
    context = {
        "definition": DEFINITIONS[name],
        "row": row_of(form, name, have.body),
        "reading": _reading(name, there),
        "which": twice.ORDINALS[len(there[name])],
        "first": not there[name],
        "third": len(there[name]) == 2,
        "to_come": len(wanted) - 1,
        "also": _named(request, "also"),
        "skipped": skipped,
    }
    return fields_page(request, "twice", form, context, drawn={})


def _there(request: HttpRequest, have: Kept, *more: str) -> dict[str, list[float]]:
    """The readings there are of all that is asked for, and of `more`."""
    names = twice.names_asked([*_named(request, "also"), *more], have.readings)
    return twice.so_far(names, have.measured, have.readings)


def _keep(request: HttpRequest, name: str, value: float, system: System) -> None:
    """Keep one more reading, and the values that follow from all readings together: as they are by then,
    since a correction or another device may have put others right. One too many is left away."""

    def settle(now: Kept) -> tuple[twice.SoFar, dict[str, float]]:
        there = _there(request, now, name)
        if twice.wants_another(name, there):
            there[name].append(value)
        readings = {n: read for n, read in there.items() if len(read) > 1}
        return readings, twice.values_to_go_by(there)

    keep_readings(request, settle, system)


def _summary(
    request: HttpRequest, there: twice.SoFar, have: Kept, skipped: list[str]
) -> HttpResponse:
    context = {
        "told": twice.told(there, have.unit),
        "open": any(twice.wants_another(name, there) for name in there),
        "again": _address(request, []),
    }
    return way_page(request, "twice_told", have.unit, context, here="twice")


def _reading(name: str, there: twice.SoFar) -> str:
    """Which reading of which measurement a form is about: sent twice, it is kept once."""
    return f"{name}:{len(there[name])}"


def _named(request: HttpRequest, key: str) -> list[str]:
    """Names of measurements, by commas or repeated, as the link or the form gave them."""
    said = request.POST if request.method == "POST" else request.GET
    names = [name for text in said.getlist(key) for name in text.split(",")]
    return [name for name in dict.fromkeys(names) if name in DEFINITIONS]


def _address(request: HttpRequest, skipped: list[str]) -> str:
    said = {
        "also": ",".join(_named(request, "also")),
        "skipped": ",".join(skipped),
        "next": safe_next(request),
    }
    query = urlencode({key: text for key, text in said.items() if text})
    return reverse("measurements:twice") + (f"?{query}" if query else "")
