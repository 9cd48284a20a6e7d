"""The page that shows two designs side by side."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from measurements.body import Body
from measurements.charts import CHARTS, STOCK_BODY
from measurements.keeping import kept_body, kept_unit
from patterns.models import ReadyMadePiece

from . import comparing
from .choosing import read_kept
from .comparing import Side
from .keeping import designs_of, find
from .models import Design
from .seeing import seeing

READY_MADE = "ready-made"


@never_cache
@require_safe
def compare(request: HttpRequest, key: str) -> HttpResponse:
    """A design of hers beside another, or beside the ready-made size nearest to her (`?with=`), on her
    figure."""
    found = find(request, key)
    if found is None:
        raise Http404("no design is kept here")
    own = kept_body(request)
    body, figure = own or STOCK_BODY, "your figure" if own else "our stock figure"
    others = [one for one in designs_of(request) if one.pk != found.pk]
    piece, sizes = _piece(found)
    asked = request.GET.get("with", "")
    other = next((one for one in others if one.key == asked), None)
    sides = []
    if other is not None or piece is not None:
        one = _side(found, body, "Yours", figure)
        if other is not None:
            two = _side(other, body, other.called, figure)
        else:
            assert piece is not None
            two = comparing.ready_made(piece, sizes, body)
        sides = [side.make(seeing(request)) for side in (one, two)]
    context = {
        "design": found,
        "others": others[:12],
        "asked": other.key if other else READY_MADE if piece else "",
        "piece": piece,
        "sides": sides,
        "chosen": comparing.chosen(*sides) if sides else [],
        "measured": (
            comparing.measured(*sides, whom="you" if own else figure, system=kept_unit(request))
            if sides
            else []
        ),
        "too_small": comparing.too_small(*sides) if sides else [],
        "hers": own is not None,
    }
    return render(request, "configurator/compare.html", context)


def _side(design: Design, body: Body, heading: str, figure: str) -> Side:
    spec = design.template.spec
    choices = read_kept(spec, design.choices).choices
    return Side(heading, spec, choices, design.fabric.spec, body, figure, design.get_absolute_url())


def _piece(design: Design) -> tuple[ReadyMadePiece | None, list[str]]:
    """The template's ready-made piece that hangs in the shop, in the design's cloth if there is one, and
    the sizes in stock."""
    pieces = ReadyMadePiece.objects.filter(template=design.template, live=True)
    for piece in sorted(
        pieces.select_related("template", "fabric").prefetch_related("sizes"),
        key=lambda one: one.fabric_id != design.fabric_id,
    ):
        stocked = {size.size for size in piece.sizes.all() if size.quantity > 0}
        sizes = [size for size in CHARTS[piece.chart].sizes if size in stocked]
        if sizes:
            return piece, sizes
    return None, []
