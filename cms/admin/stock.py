"""Stock: one table of every ready-made piece by size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy

from measurements.charts import CHARTS
from patterns.models import ReadyMadePiece, StockedSize

MOST = 9999
POLICY = ModelPermissionPolicy(StockedSize)


@dataclass(frozen=True)
class Cell:
    """One size of one piece: the box, and what it showed when the page was opened."""

    piece: ReadyMadePiece
    size: str

    @property
    def name(self) -> str:
        return f"stock-{self.piece.pk}-{self.size}"

    @property
    def seen(self) -> str:
        return f"seen-{self.piece.pk}-{self.size}"


class StockForm(forms.Form):
    """Every piece's sizes. An empty box is a size that the piece is not made in.

    A piece may be sold while this page is open: a box is saved only if the shop still has what the
    page showed, else the new number is said beside it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pieces = ReadyMadePiece.objects.select_related("template").prefetch_related("sizes")
        self.pieces = list(pieces)
        self.stock = {(row.piece_id, row.size): row for one in pieces for row in one.sizes.all()}
        for cell in self.cells():
            row = self.stock.get((cell.piece.pk, cell.size))
            self.fields[cell.name] = forms.IntegerField(
                label=f"{cell.piece.name}, size {cell.size}",
                required=row is not None,
                min_value=0,
                max_value=MOST,
                initial=None if row is None else row.quantity,
                widget=forms.NumberInput({"inputmode": "numeric"}),
                error_messages={
                    "required": "How many? Write 0 for none.",
                    "invalid": "Write a whole number.",
                    "min_value": "There cannot be fewer than none.",
                    "max_value": f"More than {MOST}?",
                },
            )
            self.fields[cell.seen] = forms.CharField(
                required=False,
                initial="" if row is None else str(row.quantity),
                widget=forms.HiddenInput,
            )

    def cells(self) -> Iterator[Cell]:
        for piece in self.pieces:
            for size in CHARTS[piece.chart].sizes:
                yield Cell(piece, size)

    def rows(self) -> Iterator[tuple[ReadyMadePiece, list[tuple[str, Any, Any]]]]:
        """For the page: each piece's sizes, with their boxes and the boxes' hidden companions."""
        for piece in self.pieces:
            cells = [Cell(piece, size) for size in CHARTS[piece.chart].sizes]
            yield piece, [(cell.size, self[cell.name], self[cell.seen]) for cell in cells]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for cell in self._changed():
            row = self.stock.get((cell.piece.pk, cell.size))
            now = "" if row is None else str(row.quantity)
            if now != cleaned.get(cell.seen, ""):
                self.add_error(cell.name, f"There are {now or 'none'} now. Is this still right?")
                # The next attempt has seen the new number.
                self.data = {**self.data.dict(), cell.seen: now}  # type: ignore[attr-defined]
        return cleaned

    def save(self, user: Any) -> int:
        """Writes what was changed, and says how many boxes that were."""
        changed = list(self._changed())
        for cell in changed:
            quantity = self.cleaned_data[cell.name]
            row, _ = StockedSize.objects.get_or_create(
                piece=cell.piece, size=cell.size, defaults={"quantity": quantity}
            )
            before, row.quantity = row.quantity, quantity
            row.save(update_fields=["quantity"])
            log(row, "wagtail.edit", user=user, data={"before": before, "after": quantity})
        return len(changed)

    def _changed(self) -> Iterator[Cell]:
        for cell in self.cells():
            quantity = self.cleaned_data.get(cell.name)
            if quantity is not None and str(quantity) != self.cleaned_data.get(cell.seen, ""):
                yield cell


class StockView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """The table, and saving it."""

    template_name = "cms/admin/stock.html"
    page_title = "Stock"
    header_icon = "table"
    breadcrumbs_items: ClassVar[list[Any]] = []
    permission_policy = POLICY
    permission_required = "change"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context.setdefault("form", StockForm())
        context["sizes"] = next(iter(CHARTS.values())).sizes
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            # Held from reading to writing: a sale in between waits (SQLite holds the whole file).
            list(StockedSize.objects.select_for_update())
            form = StockForm(request.POST)
            if form.is_valid():
                count = form.save(request.user)
                said = {0: "Nothing was changed.", 1: "One size was changed."}
                messages.success(request, said.get(count, f"{count} sizes were changed."))
                return HttpResponseRedirect(reverse("stock:index"))
        return self.render_to_response(self.get_context_data(form=form))


class StockMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(POLICY.user_has_permission(request.user, "change"))


class StockViewSet(ViewSet):
    name = "stock"
    icon = "table"
    menu_label = "Stock"
    menu_item_class = StockMenuItem

    def get_urlpatterns(self) -> list[Any]:
        return [path("", StockView.as_view(), name="index")]
