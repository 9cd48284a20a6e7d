"""Work orders, the log of their stages, and the documents made for them."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.deconstruct import deconstructible

from sealing.fields import EncryptedJSONField, EncryptedTextField
from sealing.files import SealedFiles


@deconstructible
class KeptFiles(SealedFiles):
    """Where documents are kept: beside the public media, never under it, and sealed, since they tell
    a body."""

    @property
    def base_location(self) -> str:
        return str(settings.PRIVATE_ROOT)

    @property
    def location(self) -> str:
        return os.path.abspath(self.base_location)


class Stage(models.TextChoices):
    WAITING = "waiting", "Waiting"
    IN_PRODUCTION = "in_production", "In production"
    MADE = "made", "Made"
    SHIPPED = "shipped", "Shipped"


class WorkOrder(models.Model):
    """One line of an order, as the workroom sees it: a frozen design to make, or a piece to pick.

    Knows no shop: the order is a number and an address to look at. `kind` and `name` are the frozen
    design's own, beside it because what is sealed cannot be searched. `forgotten`: its person is,
    and with her the body; there is nothing more to make.
    """

    order_number = models.CharField(max_length=32)
    line_number = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    quantity = models.PositiveIntegerField(default=1, validators=[MinValueValidator(1)])
    due = models.DateField()
    order_url = models.URLField(max_length=500)
    kind = models.CharField(max_length=16)
    name = models.CharField(max_length=160)
    frozen = EncryptedJSONField(help_text="The design as ordered; never changed after.")
    stage = models.CharField(max_length=16, choices=Stage.choices, default=Stage.WAITING)
    revision = models.PositiveIntegerField(default=1)
    placed = models.DateTimeField(auto_now_add=True)
    problem = EncryptedTextField(
        blank=True,
        default="",
        help_text="Why the documents could not be made the last time, in words that may name her.",
    )
    forgotten = models.BooleanField(default=False)

    class Meta:
        ordering = ["due", "order_number", "line_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["order_number", "line_number"], name="one_work_order_a_line"
            ),
            models.CheckConstraint(
                condition=models.Q(stage__in=[stage.value for stage in Stage]),
                name="work_is_in_a_known_stage",
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__gte=1), name="work_is_for_one_or_more"
            ),
        ]
        indexes = [models.Index(fields=["stage", "due"], name="work_by_stage_and_due")]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("bench:work_order", args=[self.pk])

    @property
    def reference(self) -> str:
        """Order number and line, as printed on every page."""
        return f"{self.order_number}/{self.line_number}"

    @property
    def is_custom(self) -> bool:
        """Whether a design is to be made, documents and all, not a ready-made piece packed."""
        return self.kind == "custom"


class StageLog(models.Model):
    """Who moved the work, when, from where to where. The first entry has no `from_stage`."""

    work_order = models.ForeignKey(WorkOrder, on_delete=models.CASCADE, related_name="log")
    from_stage = models.CharField(max_length=16, choices=Stage.choices, blank=True)
    to_stage = models.CharField(max_length=16, choices=Stage.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.work_order}: {self.get_to_stage_display()}"


class Look(models.Model):
    """Somebody of the house saw a woman's measurements: who, when and where. Shown to the woman.

    `name` is who it was even when the account of whoever looked is gone.
    """

    class What(models.TextChoices):
        WORK_ORDER = "work_order", "Work order"
        SPEC_SHEET = "spec_sheet", "Spec sheet"
        PATTERN = "pattern", "Pattern"

    work_order = models.ForeignKey(WorkOrder, on_delete=models.CASCADE, related_name="looks")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    name = models.CharField(max_length=254)
    what = models.CharField(max_length=16, choices=What.choices)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_what_display()} of {self.work_order}"


class Document(models.Model):
    """A document as it was made for a work order, kept for good."""

    class Kind(models.TextChoices):
        SPEC_SHEET = "spec_sheet", "Spec sheet"
        PATTERN = "pattern", "Pattern 1:1 on A4"

    work_order = models.ForeignKey(WorkOrder, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    revision = models.PositiveIntegerField()
    file = models.FileField(storage=KeptFiles(), max_length=255)
    sha256 = models.CharField(max_length=64)
    engine = models.CharField(max_length=32)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["work_order", "revision", "-kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["work_order", "kind", "revision"], name="one_document_a_revision"
            )
        ]

    def __str__(self) -> str:
        return f"{self.work_order}, {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        kind = self.kind.replace("_", "-")
        return reverse("bench:document", args=[self.work_order_id, kind, self.revision])

    @property
    def download_name(self) -> str:
        order = self.work_order
        kind = self.kind.replace("_", "-")
        return f"{order.order_number}-{order.line_number}-{kind}-r{self.revision}.pdf"
