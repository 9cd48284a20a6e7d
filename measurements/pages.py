"""What the measuring pages have in common: whose profile, which unit, the way back, and the picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from measurements.asking import OTHER
from measurements.definitions import DEFINITIONS, REQUIRED
from measurements.forms import MeasurementsForm, entered_so_far
from measurements.keeping import kept
from measurements.laying_out import row_of
from measurements.profiles import choose, chosen, find
from measurements.sketching import sketched_body
from measurements.taping import taping_picture
from measurements.units import SYSTEM_NAMES, SYSTEMS, System
from measurements.views import safe_next

TAKEN: Final = {"size": "a size", "garment": "a garment that fits"}


def open_profile(request: HttpRequest) -> None:
    """Work on the profile that the form was opened on, whatever was chosen elsewhere since."""
    if "profile" in request.POST:
        choose(request, find(request, request.POST["profile"]))


def system_of(request: HttpRequest) -> System:
    unit = request.POST.get("unit", "")
    return unit if unit in SYSTEMS else kept(request).unit


def entered(request: HttpRequest, system: System) -> dict[str, float]:
    return entered_so_far(request.POST, system) if request.method == "POST" else {}


def kept_so(request: HttpRequest) -> HttpResponse:
    """Back to where she came from, or to the overview while something is missing for that."""
    onward = safe_next(request)
    messages.success(request, "Your measurements are kept.")
    if onward and kept(request).body is not None:
        return redirect(onward)
    return redirect(reverse("measurements:overview") + way_back(request))


def way_back(request: HttpRequest) -> str:
    """The way back, as the end of an address."""
    onward = safe_next(request)
    return f"?{urlencode({'next': onward})}" if onward else ""


def fields_page(
    request: HttpRequest,
    way: str,
    form: MeasurementsForm,
    context: Mapping[str, Any] | None = None,
    drawn: Mapping[str, float] | None = None,
    here: str = "",
    taken_from: str = "",
) -> HttpResponse:
    body = kept(request).body
    more = {
        "form": form,
        "rows": [row_of(form, name, body) for name in form.names],
        "wrong": [(name, DEFINITIONS[name].label) for name in form.errors if name in DEFINITIONS],
        **(context or {}),
    }
    if drawn is None:
        drawn = entered(request, system_of(request))
    return way_page(request, way, form.system, more, drawn, here, taken_from)


def figure_of(
    request: HttpRequest, drawn: Mapping[str, float], taken_from: str = ""
) -> dict[str, Any]:
    """Her figure of what is kept and `drawn`, and what its caption says of it. Where something is
    `taken_from` a size or a garment, only what she typed beside counts as hers."""
    have = kept(request)
    values = {**have.values, **drawn}
    typed = entered(request, system_of(request)) if taken_from else drawn
    hers = [n for n in REQUIRED if n in have.measured or n in typed]
    ways = {have.how[n]["way"] for n in REQUIRED if n in have.how and n not in hers}
    taken = [taken_from] if taken_from else sorted(TAKEN[way] for way in ways)
    if len(hers) == len(REQUIRED):
        taken = []
    return {
        "picture": taping_picture(sketched_body(values)),
        "drawn_from": [*(DEFINITIONS[n].label.lower() for n in hers), *taken],
    }


def way_page(
    request: HttpRequest,
    way: str,
    system: System,
    context: Mapping[str, Any],
    drawn: Mapping[str, float] | None = None,
    here: str = "",
    taken_from: str = "",
) -> HttpResponse:
    return render(
        request,
        f"measurements/{way}.html",
        {
            **figure_of(request, drawn or {}, taken_from),
            "way": way,
            "here": here if here.startswith("/") else reverse(f"measurements:{here or way}"),
            "kept": kept(request),
            "profile": chosen(request),
            "next": safe_next(request),
            "query": way_back(request),
            "system": system,
            "other_unit": OTHER[system],
            "unit_name": SYSTEM_NAMES[system],
            "other_unit_name": SYSTEM_NAMES[OTHER[system]],
            **context,
        },
    )
