"""The overview of what is kept, and each way in: quick, like a size, one at a time, from a garment
that fits, from a file. All lead to the same kept values; every page works with scripts off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from measurements.asking import OTHER
from measurements.charts import CHARTS, DEMO_CHART
from measurements.definitions import DEFINITIONS, REQUIRED
from measurements.foreign import UNIT_WORDS
from measurements.forms import EXACT, MeasurementsForm, entered_so_far, in_other_unit
from measurements.keeping import keep_more, keep_place, keep_unit, kept
from measurements.laying_out import row_of
from measurements.overview import entered_lines, estimated_groups
from measurements.profiles import choose, chosen, find, profiles_of
from measurements.reckoning import from_size
from measurements.sketching import sketched_body
from measurements.steps import STEPS, after, before, place_of, progress
from measurements.taping import taping_picture
from measurements.units import SYSTEM_NAMES, SYSTEMS, System, amount
from measurements.views import safe_next
from measurements.way_forms import (
    FileForm,
    GarmentForm,
    SizeForm,
    garment_in_other_unit,
    garment_so_far,
)

QUICK: Final = (*REQUIRED, "body_mass_kg")


@never_cache
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What is kept and what is estimated from it, her profiles, and the ways in."""
    have = kept(request)
    context = {
        "entered": entered_lines(have),
        "groups": estimated_groups(have),
        "missing": [DEFINITIONS[name] for name in have.missing],
        "go_on": bool(have.place) or (bool(have.measured) and len(have.measured) < len(STEPS)),
        "profiles": profiles_of(request),
    }
    return _page(request, "overview", have.unit, context, here="overview")


@never_cache
@require_http_methods(["GET", "POST"])
def quick(request: HttpRequest) -> HttpResponse:
    """Height, bust, waist and hip; her weight if she likes."""
    _open(request)
    have, system = kept(request), _system(request)
    asked: dict[str, Any] = {"names": QUICK, "beside": have.measured}
    if request.method == "GET":
        form = MeasurementsForm.showing(_of(have.measured, QUICK), system, **asked)
    elif "switch" in request.POST:
        form = in_other_unit(request.POST, system, **asked)
    else:
        form = MeasurementsForm(request.POST, system=system, **asked)
        if form.is_valid():
            keep_more(request, form.values(), system, "quick")
            return _kept(request)
    return _fields_page(request, "quick", form)


@never_cache
@require_http_methods(["GET", "POST"])
def size(request: HttpRequest) -> HttpResponse:
    """A size from the chart, and what differs from it; the rest counts as taken from the chart."""
    _open(request)
    have, system = kept(request), _system(request)
    asked: dict[str, Any] = {"names": REQUIRED, "required": (), "beside": have.measured}
    picked = request.POST.get("size", "")
    pick = (
        SizeForm({"size": picked}) if "keep" in request.POST else SizeForm(initial={"size": picked})
    )
    if request.method == "GET":
        form = MeasurementsForm.showing(_of(have.measured, REQUIRED), system, **asked)
    elif "switch" in request.POST:
        form = in_other_unit(request.POST, system, **asked)
    elif "pick" in request.POST:
        form = MeasurementsForm(initial=_texts(request.POST), system=system, **asked)
    else:
        form = MeasurementsForm(request.POST, system=system, **asked)
        if pick.is_valid() and form.is_valid():
            chart = from_size(picked)
            measured = form.values()
            taken = {n: v for n, (v, _) in chart.items() if n not in measured}
            errors = {n: chart[n][1] for n in taken}
            keep_more(request, {**taken, **measured}, system, "size", errors)
            return _kept(request)
    sizes = CHARTS[DEMO_CHART].sizes
    chart = from_size(picked) if picked in sizes else {}
    of_size = {
        name: f"{amount(value, 'mm', form.system)} ± {amount(error, 'mm', form.system)}"
        for name, (value, error) in chart.items()
    }
    sized_rows = [(row_of(form, name, have.body), of_size.get(name, "")) for name in REQUIRED]
    shown = [
        (label, [amount(values[n], "mm", form.system) for n in REQUIRED[1:]])
        for label, values in sizes.items()
    ]
    drawn = {**{n: v for n, (v, _) in chart.items()}, **_entered(request, system)}
    context = {"pick": pick, "picked": picked, "sizes": shown, "sized_rows": sized_rows}
    return _fields_page(request, "size", form, context, drawn)


@never_cache
@require_safe
def guided_on(request: HttpRequest) -> HttpResponse:
    """Where she goes on, one at a time."""
    have = kept(request)
    name = place_of(have.place, have.measured)
    return redirect(reverse("measurements:guided", args=[name]) + _query(request))


@never_cache
@require_http_methods(["GET", "POST"])
def guided(request: HttpRequest, name: str) -> HttpResponse:
    """One measurement, kept as she goes; `once`: that one alone, and back to the overview."""
    if name not in DEFINITIONS:
        raise Http404("no such measurement")
    _open(request)
    have, system = kept(request), _system(request)
    once = "once" in request.POST or "once" in request.GET
    asked: dict[str, Any] = {"names": [name], "required": (), "beside": have.measured}
    if request.method == "GET":
        form = MeasurementsForm.showing(_of(have.measured, [name]), system, **asked)
    elif "switch" in request.POST:
        form = in_other_unit(request.POST, system, **asked)
    elif "skip" in request.POST:
        return _step_on(request, name)
    else:
        form = MeasurementsForm(request.POST, system=system, **asked)
        if form.is_valid() and not form.values():
            form.add_error(name, "Write it here in figures, or skip it for now.")
        if form.is_valid():
            keep_more(request, form.values(), system, "guided")
            return _kept(request) if once else _step_on(request, name)
    context = {
        "definition": DEFINITIONS[name],
        "row": row_of(form, name, have.body),
        "before": "" if once else before(name),
        "last": not after(name),
        "once": once,
        "progress": progress(name, have.measured),
    }
    here = reverse("measurements:guided", args=[name])
    return _fields_page(request, "guided", form, context, here=here)


@never_cache
@require_http_methods(["GET", "POST"])
def garment(request: HttpRequest) -> HttpResponse:
    """The flat measures of a garment that fits, with its ease taken off."""
    _open(request)
    system = _system(request)
    if request.method == "GET":
        form = GarmentForm(system=system)
    elif "switch" in request.POST:
        form = garment_in_other_unit(request.POST, system)
    else:
        form = GarmentForm(request.POST, system=system)
        if form.is_valid():
            values = {n: value for n, (value, _) in form.reckoned.items()}
            errors = {n: error for n, (_, error) in form.reckoned.items()}
            keep_more(request, values, system, "garment", errors)
            return _kept(request)
    drawn = garment_so_far(request.POST, system) if request.method == "POST" else {}
    return _page(request, "garment", form.system, {"form": form}, drawn)


@never_cache
@require_http_methods(["GET", "POST"])
def file(request: HttpRequest) -> HttpResponse:
    """A file: shown as it was understood first, kept once she says so."""
    _open(request)
    have, system = kept(request), _system(request)
    names = [name for name in DEFINITIONS if name in request.POST]
    asked: dict[str, Any] = {"names": names, "required": (), "beside": have.measured}
    if names:
        if "switch" in request.POST:
            form = in_other_unit(request.POST, system, **asked)
        else:
            form = MeasurementsForm(request.POST, system=system, **asked)
            if form.is_valid():
                keep_more(request, form.values(), system, "file")
                return _kept(request)
        return _fields_page(request, "file", form)
    upload = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if not (upload.is_bound and upload.is_valid()):
        return _page(request, "file", system, {"upload": upload})
    found = upload.found
    asked["names"] = list(found.values)
    opened = MeasurementsForm.showing(found.values, system)
    form = MeasurementsForm(opened.initial, system=system, **asked)  # says at once what is wrong
    context = {
        "not_understood": found.not_understood,
        "read_in": UNIT_WORDS[found.unit],
        "unit_guessed": not found.unit_stated,
        "fresh": True,
    }
    return _fields_page(request, "file", form, context, dict(found.values))


@never_cache
@require_POST
def figure(request: HttpRequest) -> HttpResponse:
    """Her figure as she enters: of what is kept and what stands in the form so far. Keeps nothing."""
    _open(request)
    system = _system(request)
    drawn = _entered(request, system)
    if request.POST.get("way") == "garment":
        drawn = garment_so_far(request.POST, system)
    elif (picked := request.POST.get("size", "")) in CHARTS[DEMO_CHART].sizes:
        drawn = {**{n: v for n, (v, _) in from_size(picked).items()}, **drawn}
    return render(request, "measurements/figure.html", _figure(request, drawn))


@never_cache
@require_POST
def unit(request: HttpRequest) -> HttpResponse:
    """Show everything in the unit that she asks for."""
    _open(request)
    wanted = request.POST.get("unit", "")
    if wanted not in SYSTEMS:
        raise Http404("no such unit")
    keep_unit(request, wanted)
    return redirect(reverse("measurements:overview") + _query(request))


def _open(request: HttpRequest) -> None:
    """Work on the profile that the form was opened on, whatever was chosen elsewhere since."""
    if "profile" in request.POST:
        choose(request, find(request, request.POST["profile"]))


def _system(request: HttpRequest) -> System:
    unit = request.POST.get("unit", "")
    return unit if unit in SYSTEMS else kept(request).unit


def _of(values: Mapping[str, float], names: Any) -> dict[str, float]:
    return {name: values[name] for name in names if name in values}


def _texts(data: Mapping[str, Any]) -> dict[str, str]:
    return {name: data.get(name, "") for name in (*REQUIRED, EXACT)}


def _entered(request: HttpRequest, system: System) -> dict[str, float]:
    return entered_so_far(request.POST, system) if request.method == "POST" else {}


def _step_on(request: HttpRequest, name: str) -> HttpResponse:
    """To the step after, which is where she goes on when she leaves."""
    onward = after(name)
    keep_place(request, onward)
    if not onward:
        return _kept(request)
    return redirect(reverse("measurements:guided", args=[onward]) + _query(request))


def _kept(request: HttpRequest) -> HttpResponse:
    """Back to where she came from, or to the overview while something is missing for that."""
    onward = safe_next(request)
    messages.success(request, "Your measurements are kept.")
    if onward and kept(request).body is not None:
        return redirect(onward)
    return redirect(reverse("measurements:overview") + _query(request))


def _query(request: HttpRequest) -> str:
    """The way back, as the end of an address."""
    onward = safe_next(request)
    return f"?{urlencode({'next': onward})}" if onward else ""


def _fields_page(
    request: HttpRequest,
    way: str,
    form: MeasurementsForm,
    context: Mapping[str, Any] | None = None,
    drawn: Mapping[str, float] | None = None,
    here: str = "",
) -> HttpResponse:
    body = kept(request).body
    more = {
        "form": form,
        "rows": [row_of(form, name, body) for name in form.names],
        "wrong": [(name, DEFINITIONS[name].label) for name in form.errors if name in DEFINITIONS],
        **(context or {}),
    }
    if drawn is None:
        drawn = _entered(request, _system(request))
    return _page(request, way, form.system, more, drawn, here)


def _figure(request: HttpRequest, drawn: Mapping[str, float]) -> dict[str, Any]:
    values = {**kept(request).values, **drawn}
    said = [DEFINITIONS[n].label.lower() for n in REQUIRED if n in values]
    return {"picture": taping_picture(sketched_body(values)), "drawn_from": said}


def _page(
    request: HttpRequest,
    way: str,
    system: System,
    context: Mapping[str, Any],
    drawn: Mapping[str, float] | None = None,
    here: str = "",
) -> HttpResponse:
    return render(
        request,
        f"measurements/{way}.html",
        {
            **_figure(request, drawn or {}),
            "way": way,
            "here": here if here.startswith("/") else reverse(f"measurements:{here or way}"),
            "kept": kept(request),
            "profile": chosen(request),
            "next": safe_next(request),
            "query": _query(request),
            "system": system,
            "other_unit": OTHER[system],
            "unit_name": SYSTEM_NAMES[system],
            "other_unit_name": SYSTEM_NAMES[OTHER[system]],
            **context,
        },
    )
