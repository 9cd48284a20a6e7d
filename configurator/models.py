"""What the studio keeps: designs, each at an address of its own, and prices that take long to find."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse

from patterns.models import Fabric, PatternTemplate
from sealing.fields import EncryptedJSONField

KEY_BYTES = 16


def new_key() -> str:
    """A key nobody can guess: 22 characters that an address may hold."""
    return secrets.token_urlsafe(KEY_BYTES)


class Design(models.Model):
    """A template, the buyer's choices and a fabric. Never her measurements: its address is shared.

    `choices` are by option name, lengths in mm; they also remember what was chosen of options that
    are not offered beside the others just now. They are sealed all the same: a length that somebody
    chose for herself tells something of her. `template_revision` is the revision that was live
    when she last chose.
    """

    key = models.CharField(max_length=22, unique=True, default=new_key, editable=False)
    template = models.ForeignKey(PatternTemplate, on_delete=models.PROTECT, related_name="designs")
    template_revision = models.PositiveBigIntegerField(null=True, blank=True)
    choices = EncryptedJSONField(default=dict, blank=True)
    fabric = models.ForeignKey(Fabric, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="designs",
    )
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-updated",)

    def __str__(self) -> str:
        return f"{self.template} in {self.fabric}"

    def get_absolute_url(self) -> str:
        return reverse("studio:design", args=[self.key])


class LeastPrice(models.Model):
    """The least for which a template can be had, minor units; None where it cannot be drafted.

    `key` is the digest of all that it follows from, so a row is never out of date.
    """

    key = models.CharField(max_length=64, unique=True)
    amount = models.PositiveIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.amount}"
