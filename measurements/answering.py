"""What she answers to a question about what she entered: a correction taken at a tap, or "it is so"."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from measurements.forms import MeasurementsForm
from measurements.keeping import keep_more, keep_seen, kept
from measurements.looking import looked_at, offered, questions
from measurements.units import System


def answered(request: HttpRequest, way: str, system: System, **asked: Any) -> MeasurementsForm:
    """The form as it was sent, after the answer that its button names: `correct` or `so`, with the key of
    the finding. One that is no longer there changes nothing."""
    form = MeasurementsForm(request.POST, system=system, seen=kept(request).seen, **asked)
    if finding := form.offered(request.POST.get("correct", "")):
        elsewhere = {n: v for n, v in finding.corrected.items() if n not in form.names}
        if elsewhere:  # swapped with one that is kept already
            keep_more(request, elsewhere, system, way)
        return form.put_right(finding)
    if finding := form.offered(request.POST.get("so", "")):
        keep_seen(request, looked_at(finding, form.looked_through()))
        return form.again(request.POST, seen=kept(request).seen)
    return form


def answer_kept(request: HttpRequest) -> None:
    """Answer a question about what is kept, in the same way."""
    have = kept(request)
    asked = questions(have.measured, have.unit, have.seen)
    if finding := offered(asked, request.POST.get("correct", "")):
        keep_more(request, finding.corrected, have.unit, "slip")
    elif finding := offered(asked, request.POST.get("so", "")):
        keep_seen(request, looked_at(finding, have.measured))
