"""Profiles in the account: each is found through its owner, another's is not there at all."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from measurements import profiles
from measurements.definitions import DEFINITIONS
from measurements.keeping import of_profile
from measurements.models import Profile, ProfileChange
from measurements.overview import as_read, entered_lines
from measurements.profile_forms import NameForm, ProfileForm
from measurements.units import System
from measurements.views import safe_next

SHOWN = 50
"""So many changes of its history a profile's page tells."""


@login_required
@never_cache
@require_POST
def use(request: HttpRequest) -> HttpResponse:
    """Work with that profile from now on, and back to where she was."""
    profiles.choose(request, profiles.find(request, request.POST.get("profile")))
    return redirect(safe_next(request) or reverse("measurements:overview"))


@login_required
@never_cache
@require_POST
def new(request: HttpRequest) -> HttpResponse:
    """A further profile, empty."""
    form = NameForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors["name"])))
    else:
        try:
            profiles.add(request, form.cleaned_data["name"])
        except profiles.TooManyProfiles:
            messages.error(request, _too_many())
    return redirect("measurements:overview")


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest, pk: int) -> HttpResponse:
    """What it holds, its name, what the tailor should know, and its history."""
    hers = profiles.find(request, pk)
    system: System = "in" if hers.unit == "in" else "cm"
    if request.method == "POST":
        form = ProfileForm(request.POST, system=system)
        if form.is_valid():
            profiles.rename(hers, form.cleaned_data["name"])
            profiles.tell_tailor(hers, form.words())
            messages.success(request, f"{hers.name} is kept.")
            return redirect("measurements:profile", pk=hers.pk)
    else:
        form = ProfileForm.showing(hers, system)
    context = {
        "form": form,
        "shown": hers,
        "given": entered_lines(of_profile(hers)),
        "in_use": profiles.chosen(request) == hers,
        "history": _history(hers, system),
    }
    return render(request, "measurements/profile.html", context)


@login_required
@never_cache
@require_POST
def copy_it(request: HttpRequest, pk: int) -> HttpResponse:
    """A copy of it under another name."""
    hers = profiles.find(request, pk)
    form = NameForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors["name"])))
        return redirect("measurements:profile", pk=hers.pk)
    try:
        made = profiles.copy(request, hers, form.cleaned_data["name"])
    except profiles.TooManyProfiles:
        messages.error(request, _too_many())
        return redirect("measurements:profile", pk=hers.pk)
    return redirect("measurements:profile", pk=made.pk)


@login_required
@never_cache
@require_POST
def default(request: HttpRequest, pk: int) -> HttpResponse:
    """The one to draw on unless she chooses another."""
    hers = profiles.find(request, pk)
    profiles.make_default(request, hers)
    return redirect("measurements:profile", pk=hers.pk)


@login_required
@never_cache
@require_POST
def delete_it(request: HttpRequest, pk: int) -> HttpResponse:
    """It and its history, for good."""
    hers = profiles.find(request, pk)
    profiles.delete(request, hers)
    messages.success(request, f"{hers.name} is deleted.")
    return redirect("measurements:overview")


def _too_many() -> str:
    return f"An account holds {profiles.MOST} profiles at most: please delete one first."


def _history(hers: Profile, system: System) -> list[tuple[ProfileChange, list[dict[str, Any]]]]:
    """The last changes, each with what it changed, in her unit."""
    return [
        (
            change,
            [
                {
                    "label": DEFINITIONS[name].label,
                    "again": before is not None and before == after,
                    "before": before and as_read(before, DEFINITIONS[name], system),
                    "after": after and as_read(after, DEFINITIONS[name], system),
                }
                for name, (before, after) in change.changed.items()
                if name in DEFINITIONS
            ],
        )
        for change in hers.changes.all()[:SHOWN]
    ]
