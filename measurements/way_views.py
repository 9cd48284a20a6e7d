"""The overview of what is kept, and each way in: quick, like a size, one at a time, from a garment
that fits, from a file. All lead to the same kept values; every page works with scripts off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from measurements.answering import answer_kept, answered
from measurements.charts import CHARTS, DEMO_CHART
from measurements.definitions import DEFINITIONS, REQUIRED
from measurements.foreign import UNIT_WORDS
from measurements.forms import EXACT, MeasurementsForm, entered_so_far, in_other_unit
from measurements.keeping import Kept, keep_more, keep_place, keep_seen, keep_unit, kept
from measurements.laying_out import Row, row_of
from measurements.looking import looked_at
from measurements.overview import as_read, entered_lines, estimated_groups
from measurements.pages import (
    TAKEN,
    entered,
    fields_page,
    figure_of,
    kept_so,
    open_profile,
    system_of,
    way_back,
    way_page,
)
from measurements.profiles import profiles_of
from measurements.reckoning import from_size
from measurements.steps import after, before, place_of, progress
from measurements.twice import ALWAYS, names_asked, next_one, so_far
from measurements.units import SYSTEMS, amount
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
        "go_on": bool(have.place),
        "profiles": profiles_of(request),
        "twice": _twice(have),
    }
    return way_page(request, "overview", have.unit, context, here="overview")


@never_cache
@require_http_methods(["GET", "POST"])
def quick(request: HttpRequest) -> HttpResponse:
    """Height, bust, waist and hip; her weight if she likes."""
    open_profile(request)
    have, system = kept(request), system_of(request)
    asked: dict[str, Any] = {"names": QUICK, "beside": have.measured}
    if request.method == "GET":
        form = MeasurementsForm.showing(_of(have.measured, QUICK), system, **asked)
    elif "switch" in request.POST:
        form = in_other_unit(request.POST, system, **asked)
    else:
        form = answered(request, "quick", system, **asked)
        if form.is_valid():
            keep_more(request, form.values(), system, "quick")
            return kept_so(request)
    return fields_page(request, "quick", form)


@never_cache
@require_http_methods(["GET", "POST"])
def size(request: HttpRequest) -> HttpResponse:
    """A size from the chart, and what differs from it; the rest counts as taken from the chart."""
    open_profile(request)
    have, system = kept(request), system_of(request)
    asked: dict[str, Any] = {"names": REQUIRED, "required": (), "beside": have.measured}
    picked = request.POST.get("size", "")
    pick = (
        SizeForm(initial={"size": picked})
        if {"switch", "pick"} & set(request.POST) or request.method == "GET"
        else SizeForm({"size": picked})
    )
    if request.method == "GET":
        form = MeasurementsForm.showing(_of(have.measured, REQUIRED), system, **asked)
    elif "switch" in request.POST:
        form = in_other_unit(request.POST, system, **asked)
    elif "pick" in request.POST:
        form = MeasurementsForm(initial=_texts(request.POST), system=system, **asked)
    else:
        form = answered(request, "size", system, **asked)
        if pick.is_valid() and form.is_valid():
            chart = from_size(picked)
            measured = form.values()
            taken = {n: v for n, (v, _) in chart.items() if n not in measured}
            errors = {n: chart[n][1] for n in taken}
            keep_more(request, {**taken, **measured}, system, "size", errors)
            return kept_so(request)
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
    drawn = {**{n: v for n, (v, _) in chart.items()}, **entered(request, system)}
    context = {"pick": pick, "picked": picked, "sizes": shown, "sized_rows": sized_rows}
    taken_from = f"size {picked}" if chart else ""
    return fields_page(request, "size", form, context, drawn, taken_from=taken_from)


@never_cache
@require_safe
def guided_on(request: HttpRequest) -> HttpResponse:
    """Where she goes on, one at a time."""
    have = kept(request)
    name = place_of(have.place, have.measured)
    return redirect(reverse("measurements:guided", args=[name]) + way_back(request))


@never_cache
@require_http_methods(["GET", "POST"])
def guided(request: HttpRequest, name: str) -> HttpResponse:
    """One measurement, kept as she goes; `once`: that one alone, and back to the overview."""
    if name not in DEFINITIONS:
        raise Http404("no such measurement")
    open_profile(request)
    have, system = kept(request), system_of(request)
    once = "once" in request.POST or "once" in request.GET
    asked: dict[str, Any] = {"names": [name], "required": (), "beside": have.measured}
    if request.method == "GET":
        form = MeasurementsForm.showing(_of(have.measured, [name]), system, **asked)
    elif "switch" in request.POST:
        form = in_other_unit(request.POST, system, **asked)
    elif "skip" in request.POST:
        return _step_on(request, name)
    else:
        form = answered(request, "guided", system, **asked)
        if form.is_valid() and not form.values():
            form.add_error(name, "Write it here in figures, or skip it for now.")
        if form.is_valid():
            keep_more(request, form.values(), system, "guided")
            return kept_so(request) if once else _step_on(request, name)
    context = {
        "definition": DEFINITIONS[name],
        "row": row_of(form, name, have.body),
        "before": "" if once else before(name),
        "last": not after(name),
        "once": once,
        "progress": progress(name, have.measured),
        "twice": "" if once or have.missing else _twice(have),
    }
    here = reverse("measurements:guided", args=[name])
    return fields_page(request, "guided", form, context, here=here)


@never_cache
@require_http_methods(["GET", "POST"])
def garment(request: HttpRequest) -> HttpResponse:
    """The flat measures of a garment that fits, with its ease taken off."""
    open_profile(request)
    system = system_of(request)
    if request.method == "GET":
        form = GarmentForm(system=system)
    elif "switch" in request.POST:
        form = garment_in_other_unit(request.POST, system)
    else:
        have = kept(request)
        asked: dict[str, Any] = {"system": system, "beside": have.measured}
        form = GarmentForm(request.POST, seen=have.seen, **asked)
        said = request.POST.get
        form, so = form.answered(said("correct", ""), said("so", ""))
        if so:
            keep_seen(request, looked_at(so, form.looked_through()))
            form = GarmentForm(request.POST, seen=kept(request).seen, **asked)
        if form.is_valid():
            values = {n: value for n, (value, _) in form.reckoned.items()}
            errors = {n: error for n, (_, error) in form.reckoned.items()}
            keep_more(request, values, system, "garment", errors)
            return kept_so(request)
    drawn = garment_so_far(request.POST, system) if request.method == "POST" else {}
    taken_from = TAKEN["garment"] if drawn else ""
    return way_page(request, "garment", form.system, {"form": form}, drawn, taken_from=taken_from)


@never_cache
@require_http_methods(["GET", "POST"])
def file(request: HttpRequest) -> HttpResponse:
    """A file: shown as it was understood first, kept once she says so."""
    open_profile(request)
    have, system = kept(request), system_of(request)
    names = [name for name in DEFINITIONS if name in request.POST]
    asked: dict[str, Any] = {"names": names, "required": (), "beside": have.measured}
    if names:
        if "switch" in request.POST:
            form = in_other_unit(request.POST, system, **asked)
        else:
            form = answered(request, "file", system, **asked)
            if form.is_valid():
                keep_more(request, form.values(), system, "file")
                return kept_so(request)
        there = entered_so_far({name: form[name].value() for name in (*names, EXACT)}, form.system)
        return fields_page(request, "file", form, {"beside": _beside(form, have, there)})
    upload = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if not (upload.is_bound and upload.is_valid()):
        return way_page(request, "file", system, {"upload": upload})
    found = upload.found
    asked["names"] = [*found.values, *(name for name, _ in found.no_number)]
    opened = MeasurementsForm.showing(found.values, system)
    # Bound, so that it says at once what is wrong.
    form = MeasurementsForm(opened.initial, system=system, seen=have.seen, **asked)
    context = {
        "not_understood": found.not_understood,
        "no_number": [(DEFINITIONS[name].label, text) for name, text in found.no_number],
        "beside": _beside(form, have, found.values),
        "read_in": UNIT_WORDS[found.unit],
        "unit_guessed": not found.unit_stated,
        "fresh": True,
    }
    return fields_page(request, "file", form, context, dict(found.values))


@never_cache
@require_POST
def figure(request: HttpRequest) -> HttpResponse:
    """Her figure as she enters: of what is kept and what stands in the form so far. Keeps nothing."""
    open_profile(request)
    system = system_of(request)
    drawn, taken_from = entered(request, system), ""
    if request.POST.get("way") == "garment":
        drawn = garment_so_far(request.POST, system)
        taken_from = TAKEN["garment"] if drawn else ""
    elif (picked := request.POST.get("size", "")) in CHARTS[DEMO_CHART].sizes:
        drawn = {**{n: v for n, (v, _) in from_size(picked).items()}, **drawn}
        taken_from = f"size {picked}"
    shown = figure_of(request, drawn, taken_from)
    return render(request, "measurements/figure.html", shown)


@never_cache
@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """A question of the overview, answered: a correction taken, or "it is so"."""
    open_profile(request)
    answer_kept(request)
    return redirect(reverse("measurements:overview") + way_back(request))


@never_cache
@require_POST
def unit(request: HttpRequest) -> HttpResponse:
    """Show everything in the unit that she asks for."""
    open_profile(request)
    wanted = request.POST.get("unit", "")
    if wanted not in SYSTEMS:
        raise Http404("no such unit")
    keep_unit(request, wanted)
    return redirect(reverse("measurements:overview") + way_back(request))


def _beside(
    form: MeasurementsForm, have: Kept, found: Mapping[str, float]
) -> list[tuple[Row, str]]:
    """Each row, with the value that is kept now where what stands in the form would change it."""
    return [
        (
            row_of(form, name, have.body),
            as_read(have.values[name], DEFINITIONS[name], form.system)
            if name in have.values and have.values[name] != found.get(name)
            else "",
        )
        for name in form.names
    ]


def _of(values: Mapping[str, float], names: Any) -> dict[str, float]:
    return {name: values[name] for name in names if name in values}


def _texts(data: Mapping[str, Any]) -> dict[str, str]:
    return {name: data.get(name, "") for name in (*REQUIRED, EXACT)}


def _twice(have: Kept) -> str:
    """How to offer measuring twice: "begin", "go on", "done"; not at all before there is what to measure
    twice."""
    if not set(ALWAYS) & set(have.measured):
        return ""
    there = so_far(names_asked((), have.readings), have.measured, have.readings)
    if not have.readings:
        return "begin"
    return "go on" if next_one(there) else "done"


def _step_on(request: HttpRequest, name: str) -> HttpResponse:
    """To the step after, which is where she goes on when she leaves."""
    onward = after(name)
    keep_place(request, onward)
    if not onward:
        return kept_so(request)
    return redirect(reverse("measurements:guided", args=[onward]) + way_back(request))
