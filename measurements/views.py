from __future__ import annotations

from functools import cache

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_safe

from measurements.answering import answered
from measurements.asking import OTHER
from measurements.charts import STOCK_BODY
from measurements.definitions import DEFINITIONS
from measurements.forms import MeasurementsForm, in_other_unit
from measurements.keeping import forget, keep, kept, kept_body, kept_unit, kept_values
from measurements.laying_out import rows_and_groups
from measurements.profiles import choose, chosen, find
from measurements.taping import picture as picture_of
from measurements.taping import taping_picture
from measurements.units import SYSTEM_NAMES, SYSTEMS, System


@never_cache
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """The measuring page: shows what is kept and what is estimated from it, and keeps more.

    A POST names what to do: `switch` shows the numbers in the other unit, `forget` drops all that
    is kept, anything else keeps what was entered.
    """
    if request.method == "GET":
        return _page(request, MeasurementsForm.showing(kept_values(request), kept_unit(request)))
    if "profile" in request.POST:  # the one that the page was opened on
        choose(request, find(request, request.POST["profile"]))
    if "forget" in request.POST:
        forget(request)
        messages.success(request, "Your measurements are gone from here.")
        return redirect(_address(request))
    unit = request.POST.get("unit", "")
    system: System = unit if unit in SYSTEMS else kept_unit(request)
    if "switch" in request.POST:
        return _page(request, in_other_unit(request.POST, system))
    have = kept(request)
    taken = {name: have.values[name] for name in have.how}
    form = answered(request, "all", system, taken=taken)
    if not form.is_valid():
        return _page(request, form)
    keep(request, form.values(), system)
    messages.success(request, "Your measurements are kept.")
    return redirect(safe_next(request) or _address(request))


@cache_control(public=True, max_age=30 * 24 * 3600)
@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponse:
    """Where the tape of one measurement goes, on the stock figure: the same for everybody."""
    if name not in DEFINITIONS:
        raise Http404
    return HttpResponse(_stock_picture(name), content_type="image/svg+xml")


@cache
def _stock_picture(name: str) -> str:
    return picture_of(name, STOCK_BODY)


def safe_next(request: HttpRequest) -> str:
    """The page to go back to: a path of this site, or nothing."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    local = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if local else ""


def _address(request: HttpRequest) -> str:
    query = {"next": safe_next(request), "need": _needed(request)}
    said = {name: value for name, value in query.items() if value}
    return reverse("measurements:edit") + (f"?{urlencode(said, doseq=True)}" if said else "")


def _needed(request: HttpRequest) -> list[str]:
    """The measurements that what she designs is drafted from, as the link here named them."""
    said = request.POST if request.method == "POST" else request.GET
    return [name for name in said.getlist("need") if name in DEFINITIONS]


def _page(request: HttpRequest, form: MeasurementsForm) -> HttpResponse:
    body = kept_body(request)
    required, groups = rows_and_groups(form, body, _needed(request))
    return render(
        request,
        "measurements/edit.html",
        {
            "form": form,
            "required": required,
            "groups": groups,
            "body": body,
            "picture": taping_picture(body or STOCK_BODY),
            "wrong": [(name, DEFINITIONS[name].label) for name in form.errors],
            "here": reverse("measurements:edit"),
            "profile": chosen(request),
            "next": safe_next(request),
            "needed": _needed(request),
            "unit_name": SYSTEM_NAMES[form.system],
            "other_unit_name": SYSTEM_NAMES[OTHER[form.system]],
        },
    )
