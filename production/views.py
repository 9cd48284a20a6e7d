"""The tailors' bench: what there is to make, its documents, and how far it has come."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe

from accounts.models import User
from configurator.freezing import thaw
from configurator.wording import summary

from .bench import choose_work, counts_by_stage, moves_for
from .body import body_rows, told
from .documents import missing_kinds
from .looking import record_look
from .models import Document, Look, Stage, WorkOrder
from .stages import MoveRefused, move
from .tasks import make_documents_task

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
PER_PAGE = 60


def tailors_only(permission: str) -> Callable[[View[P]], View[P]]:
    """Let in who has the permission; ask strangers to sign in, and turn others away (403)."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        @never_cache
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.user.has_perm(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


may_see = tailors_only("production.view_workorder")
may_change = tailors_only("production.change_workorder")


@may_see
@require_safe
def work_list(request: HttpRequest) -> HttpResponse:
    """The work, what is due first first; by stage and kind as asked."""
    stage = request.GET.get("stage", "")
    kind = request.GET.get("kind", "")
    wanted = request.GET.get("q", "").strip()
    stage = stage if stage in Stage.values else ""
    kind = kind if kind in ("custom", "ready_made") else ""
    work = choose_work(stage=stage, kind=kind, wanted=wanted)
    page = Paginator(work, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "production/work_list.html",
        {
            "page": page,
            "stage": stage,
            "kind": kind,
            "wanted": wanted,
            "counts": counts_by_stage(),
            "today": timezone.localdate(),
        },
    )


@may_see
@require_safe
def work_order(request: HttpRequest, pk: int) -> HttpResponse:
    """One work order: what it is, its documents, its stage and who moved it when."""
    order = get_object_or_404(WorkOrder, pk=pk)
    design = thaw(order.frozen)
    record_look(order, Look.What.WORK_ORDER, cast(User, request.user))
    return render(
        request,
        "production/work_order.html",
        {
            "order": order,
            "design": design,
            "choices": summary(design.spec, design.choices),
            "body": body_rows(design.body) if design.body else [],
            "told": told(design.tailor),
            "cloth": [(material, length / 1000) for material, length in design.cloth.items()],
            "documents": order.documents.order_by("-revision", "-kind"),
            "missing": missing_kinds(order),
            "moves": moves_for(order),
            "log": order.log.select_related("by"),
            "today": timezone.localdate(),
        },
    )


@may_change
@require_POST
def move_stage(request: HttpRequest, pk: int) -> HttpResponse:
    """Move work on, or back, from the stage that the tailor saw."""
    order = get_object_or_404(WorkOrder, pk=pk)
    to, seen = request.POST.get("to", ""), request.POST.get("from", "")
    if to not in Stage.values or seen not in Stage.values:
        messages.error(request, "Choose one of the buttons on the page to move this work.")
        return redirect(order)
    order.stage = seen
    try:
        move(order, to, request.user if request.user.is_authenticated else None)
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{order.reference} is now {Stage(to).label.lower()}.")
    return redirect(order)


@may_change
@require_POST
def ask_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for documents that are missing, without waiting for the worker's own round."""
    order = get_object_or_404(WorkOrder, pk=pk)
    if missing_kinds(order):
        make_documents_task.enqueue(order.pk)
        messages.success(request, "The documents have been asked for. Look again in a moment.")
    else:
        messages.info(request, "All documents are there already.")
    return redirect(order)


@may_see
@require_GET
def document(request: HttpRequest, pk: int, kind: str, revision: int) -> HttpResponseBase:
    """A document as it was made and kept. It is never drawn again, so one that is lost is lost."""
    found = get_object_or_404(
        Document.objects.select_related("work_order"),
        work_order_id=pk, kind=kind.replace("-", "_"), revision=revision,
    )  # fmt: skip
    try:
        with found.file.open("rb") as file:
            content = io.BytesIO(file.read())
    except FileNotFoundError:
        raise Http404("The kept file is not in its place.") from None
    record_look(found.work_order, found.kind, cast(User, request.user))
    response = FileResponse(content, content_type="application/pdf", filename=found.download_name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
