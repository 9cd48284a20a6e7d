"""Work orders, the log of their stages, and the documents made for them."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.deconstruct import deconstructible


@deconstructible
class KeptFiles(FileSystemStorage):
    """Where documents are kept: beside the public media, never under it, since they tell a body."""

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

    Knows no shop: the order is a number and an address to look at.
    """

    order_number = models.CharField(max_length=32)
    line_number = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    quantity = models.PositiveIntegerField(default=1, validators=[MinValueValidator(1)])
    due = models.DateField()
    order_url = models.URLField(max_length=500)
    frozen = models.JSONField(help_text="The design as ordered; never changed after.")
    stage = models.CharField(max_length=16, choices=Stage.choices, default=Stage.WAITING)
    revision = models.PositiveIntegerField(default=1)
    placed = models.DateTimeField(auto_now_add=True)
    problem = models.TextField(
        blank=True, help_text="Why the documents could not be made the last time, in words."
    )

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
    def name(self) -> str:
        return str(self.frozen.get("name", ""))

    @property
    def is_custom(self) -> bool:
        """Whether a design is to be made, documents and all, not a ready-made piece packed."""
        return self.frozen.get("kind") == "custom"


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
