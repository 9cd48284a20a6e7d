"""The studio's pages: the templates to begin from, a design in the making, and its pictures."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import trigger_client_event
from django_htmx.middleware import HtmxDetails

from measurements.charts import STOCK_BODY
from measurements.keeping import kept, kept_body, kept_unit
from measurements.profiles import choose, chosen, profiles_of
from measurements.profiles import find as find_profile
from patterns.blocks import setting
from patterns.drafting.draft import Refusal
from patterns.engine import BadChoice
from patterns.models import Fabric, PatternTemplate, published_template
from patterns.specs import FabricSpec, Setting, TemplateSpec

from . import stock_figure
from .advising import advised
from .barring import needed
from .cards import rails
from .choosing import Reading, read_form, read_kept
from .design_views import AFTERWARDS, private
from .drafting import VIEWS, Made, View
from .keeping import begin, designs_of, find, keep
from .models import Design, new_key
from .ready_made import ready_made_of
from .seeing import LOOK, seeing
from .showing import Showing, show
from .specs import spec_of
from .stock_figure import Addresses
from .surprising import surprise
from .surviving import Cloth, cloth_of, nearest_template, not_offered

AFRESH = ("reset", "surprise")
"""What a form can ask for in place of what it says."""
A_YEAR = 365 * 24 * 3600
LATEST = 8
"""So many of her designs stand on the studio's first page."""


class StudioRequest(HttpRequest):
    """As django-htmx's middleware leaves it."""

    htmx: HtmxDetails


@never_cache
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The templates that can be made one's own, and what she has begun."""
    context = {"rails": rails(), "designs": designs_of(request)[:LATEST]}
    return render(request, "configurator/index.html", context)


@never_cache
@require_safe
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """A template as it is offered, to begin from."""
    template = published_template(slug)
    fabrics = template.offered_fabrics() if template else []
    if template is None or not fabrics:
        raise Http404("no such template in the studio")
    spec = spec_of(template)
    asked = request.GET.get("fabric")
    fabric = next((one for one in fabrics if one.slug == asked), fabrics[0])
    cloth = Cloth(fabric, fabric)
    showing = _show(request, template, spec, read_kept(spec, {}), cloth, fabrics)
    showing.key = begin(request)
    return _page(request, showing)


@never_cache
@require_safe
def design(request: HttpRequest, key: str) -> HttpResponse:
    """Her design, on her figure if we know it, else on the stock figure; `worth`: with what is worth
    measuring next."""
    found = find(request, key)
    if found is None:
        return private(request)
    template = found.template
    spec, fabrics = spec_of(template), template.offered_fabrics()
    cloth = cloth_of(found.fabric, template, fabrics)
    showing = _show(request, template, spec, read_kept(spec, found.choices), cloth, fabrics)
    _at(showing, found)
    if "worth" in request.GET:
        showing.advised = advised(spec, showing.reading.choices, kept(request))
    return _page(request, showing)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StudioRequest, slug: str) -> HttpResponse:
    """Keep what she chose, then show it: a part of the page for htmx, else the design's address.

    What cannot be read is said beside its field, with everything else kept as she wrote it. Whoever
    comes back to this address without a form begins anew.
    """
    if request.method != "POST":
        return redirect("studio:new", slug=slug)
    template, begun = _begun(request, slug)
    if "wear" in request.POST:  # the profile to draw on, chosen beside the figure
        choose(request, find_profile(request, request.POST["wear"]))
    seeing(request)  # kept, wherever this leads
    key = request.POST.get("design-key")
    spec, fabrics = spec_of(template), template.offered_fabrics()
    said = _said(request)
    reading = read_form(spec, said, begun.choices if begun else None)
    cloth = _fabric(said.get("fabric-slug"), begun, template, fabrics)
    afresh = said.get("then-do") in AFRESH
    if afresh:
        reading, cloth = _afresh(request, spec, reading, cloth, fabrics, said["then-do"])
    written = begun
    if not cloth.error and not reading.errors and said.get("then-do") != LOOK:
        written = keep(
            request,
            begun,
            key=key,
            template=template,
            choices=reading.kept,
            fabric=cloth.kept,
            name=said.get("design-name"),
        )
        if not request.htmx:
            return _onward(request, written, spec, said.get("then-do", ""))
    showing = _show(request, template, spec, reading, cloth, fabrics)
    if written is not None:
        _at(showing, written)
    else:
        showing.key = key or new_key()
    if not request.htmx:
        return _page(request, showing, status=422)
    context = {
        "showing": showing,
        "share": _share(request, showing),
        "afresh": afresh,
        "begun": begun is None,
        "live": True,
    }
    response = render(request, "configurator/stage.html", context)
    patch_vary_headers(response, ["HX-Request"])
    if showing.address and request.htmx.current_url_abs_path != showing.address:
        response["HX-Replace-Url"] = showing.address
    return trigger_client_event(response, "redrawn")  # what is worth measuring may be another now


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def worth(request: HttpRequest, slug: str) -> HttpResponse:
    """Which measurement is worth taking next for what stands in the form: a part of the page, asked for
    once that is there. Keeps nothing."""
    if request.method != "POST":
        return redirect("studio:new", slug=slug)
    template, begun = _begun(request, slug)
    spec = spec_of(template)
    reading = read_form(spec, _said(request), begun.choices if begun else None)
    advice = advised(spec, reading.choices, kept(request))
    back = begun.get_absolute_url() if begun else reverse("studio:new", args=[slug])
    return render(request, "configurator/worth.html", {"advised": advice, "back": back})


@require_safe
def picture(request: HttpRequest, slug: str, fabric: str, view: str) -> HttpResponse:
    """A published template in a published cloth on the stock figure, with the choices that the
    address names; 404 for what cannot be chosen or seen."""
    spec, cloth, choices = _asked(request, slug, fabric)
    svg = _drawn(spec, choices, cloth, view)
    return _for_good(request, svg, Addresses(spec, cloth), choices)


@require_safe
def shape(request: HttpRequest, slug: str, fabric: str, view: str) -> HttpResponse:
    """The lines of a published template with the choices that the address names: what a choice in the
    studio is shown by."""
    spec, cloth, choices = _asked(request, slug, fabric)
    svg = _drawn(spec, choices, cloth, view, Made.shape)
    return _for_good(request, svg, Addresses(spec, cloth), choices)


def _asked(
    request: HttpRequest, slug: str, fabric: str
) -> tuple[TemplateSpec, FabricSpec, dict[str, Setting]]:
    published = {"first_published_at__isnull": False}
    spec = spec_of(get_object_or_404(PatternTemplate, slug=slug, **published))
    cloth = get_object_or_404(Fabric, slug=fabric, **published).spec
    choices = {name: setting(str(value)) for name, value in request.GET.items() if name != "v"}
    return spec, cloth, choices


def _for_good(
    request: HttpRequest, svg: str, addresses: Addresses, choices: Mapping[str, Setting]
) -> HttpResponse:
    """A picture that browsers keep as long as its address is the one of its content."""
    current = request.GET.get("v") == addresses.digest(choices)
    keep_it = f"public, max-age={A_YEAR}, immutable" if current else "no-cache"
    return HttpResponse(svg, content_type="image/svg+xml", headers={"Cache-Control": keep_it})


def _drawn(
    spec: TemplateSpec,
    choices: Mapping[str, Setting],
    fabric: FabricSpec,
    view: str,
    draw: Callable[[Made, FabricSpec, View], str] = Made.picture,
) -> str:
    """A picture on the stock figure, or 404."""
    found = next((one for one in VIEWS if one == view), None)
    if found is None:
        raise Http404("no such view")
    try:
        return draw(stock_figure.made(spec, choices), fabric, found)
    except (Refusal, BadChoice) as refused:
        raise Http404(refused.message) from refused


def _begun(request: HttpRequest, slug: str) -> tuple[PatternTemplate, Design | None]:
    """The template that a form is for, and the design of it that was begun under the form's key."""
    template = PatternTemplate.objects.filter(slug=slug).first()
    if template is None or not (template.live or template.first_published_at):
        raise Http404("no such template in the studio")
    begun = find(request, request.POST.get("design-key"), whole=False)
    if begun is None or begun.template_id != template.pk:
        return template, None
    begun.template = template  # read already
    return template, begun


def _said(request: HttpRequest) -> dict[str, str]:
    return {name: value for name, value in request.POST.items() if isinstance(value, str)}


def _fabric(
    slug: str | None, begun: Design | None, template: PatternTemplate, fabrics: list[Fabric]
) -> Cloth:
    """The fabric she asked for; the design's own where she left it as it was."""
    chosen = next((one for one in fabrics if one.slug == slug), None)
    if chosen is not None:
        return Cloth(chosen, chosen)
    before = begun.fabric if begun is not None else None
    if before is not None and slug in (None, before.slug):
        return cloth_of(before, template, fabrics)
    shown = before or next(iter(fabrics), None)
    if shown is None:
        raise Http404("no fabric is offered for this template")
    if slug is None:
        return Cloth(shown, shown)
    known = Fabric.objects.filter(slug=slug, live=True).first()
    name = known.name if known else f"“{slug[:40]}”"
    return Cloth(shown, shown, error=not_offered(name, template))


def _afresh(
    request: HttpRequest,
    spec: TemplateSpec,
    reading: Reading,
    cloth: Cloth,
    fabrics: list[Fabric],
    then: str,
) -> tuple[Reading, Cloth]:
    """Another design in place of the one in the form: the template's own, or a surprise."""
    if not fabrics:
        return reading, cloth
    if then == "reset":
        return read_kept(spec, {}), Cloth(fabrics[0], fabrics[0])
    chosen = surprise(spec, kept_body(request) or STOCK_BODY, reading.choices)
    fabric = random.choice(fabrics)
    return read_kept(spec, chosen), Cloth(fabric, fabric)


def _show(
    request: HttpRequest,
    template: PatternTemplate,
    spec: TemplateSpec,
    reading: Reading,
    cloth: Cloth,
    fabrics: list[Fabric],
) -> Showing:
    showing = show(
        template,
        spec,
        reading,
        cloth.shown,
        fabrics,
        kept_body(request),
        fabric_error=cloth.error,
        unit=kept_unit(request),
        seeing=seeing(request),
    )
    if cloth.proposal:
        showing.proposals["fabric"] = cloth.proposal
    if showing.closed:
        showing.instead = nearest_template(template)
    showing.profiles, showing.profile = profiles_of(request), chosen(request)
    showing.given = bool(kept(request).values)
    return showing


def _at(showing: Showing, found: Design) -> None:
    showing.design, showing.key, showing.address = found, found.key, found.get_absolute_url()


def _share(request: HttpRequest, showing: Showing) -> str:
    """The address to pass on; empty while she shares it with nobody."""
    shared = showing.design.shared_address if showing.design else ""
    return request.build_absolute_uri(shared) if shared else ""


def _page(request: HttpRequest, showing: Showing, status: int = 200) -> HttpResponse:
    context = {
        "showing": showing,
        "ready_made": ready_made_of(showing.template),
        "share": _share(request, showing),
    }
    return render(request, "configurator/studio.html", context, status=status)


def _onward(request: HttpRequest, design: Design, spec: TemplateSpec, then: str) -> HttpResponse:
    """Where a form sent without htmx leads: to the basket, or to the design's own address."""
    address = design.get_absolute_url()
    if then in AFTERWARDS:
        return redirect(AFTERWARDS[then](request, design))
    if then == "measure" or (then == "basket" and kept_body(request) is None):
        if then == "basket":
            messages.info(
                request,
                f"Your {design.template.name.lower()} is kept. Before it can go into the basket we "
                "need your measurements: it is drafted from them.",
            )
        query = {"next": address, "need": needed(spec, design.choices)}
        return redirect(f"{reverse('measurements:edit')}?{urlencode(query, doseq=True)}")
    if then == "basket":
        # 307: the browser posts on to the basket, which owns what happens there.
        return redirect(reverse("orders:add_design", args=[design.key]), preserve_request=True)
    if then == "compare":
        return redirect("studio:compare", key=design.key)
    return redirect(f"{address}?worth=yes#worth" if then == "worth" else address)
