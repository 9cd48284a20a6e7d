"""What the studio keeps: designs, each at an address of its own, how a customer wants to see hers, and
prices that take long to find."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse

from patterns.models import Fabric, PatternTemplate
from sealing.fields import EncryptedJSONField

KEY_BYTES = 16
NAME_LENGTH = 60


def new_key() -> str:
    """A key nobody can guess: 22 characters that an address may hold."""
    return secrets.token_urlsafe(KEY_BYTES)


class Design(models.Model):
    """A template, the buyer's choices and a fabric. Never her measurements.

    `key` is in its own address, which opens to her alone; `share_key` in the one that she passes
    on, None while she shares it with nobody. `name` is what she calls it, and for her eyes too.

    `choices` are by option name, lengths in mm; they also remember what was chosen of options that
    are not offered beside the others just now. They are sealed all the same: a length that somebody
    chose for herself tells something of her. `template_revision` is the revision that was live
    when she last chose. One that she deletes while it lies in a basket is `put_away`: nobody finds it,
    and it is deleted once no basket holds it.
    """

    key = models.CharField(max_length=22, unique=True, default=new_key, editable=False)
    share_key = models.CharField(max_length=22, unique=True, null=True, editable=False)  # noqa: DJ001 - none twice
    name = models.CharField(max_length=NAME_LENGTH, blank=True)
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
    put_away = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ("-updated",)

    def __str__(self) -> str:
        return f"{self.template} in {self.fabric}"

    def get_absolute_url(self) -> str:
        return reverse("studio:design", args=[self.key])

    @property
    def called(self) -> str:
        """What she calls it, or what it is."""
        return self.name or str(self)

    @property
    def shared_address(self) -> str:
        """Where others may see it; empty while it is not shared."""
        return reverse("studio:shared", args=[self.share_key]) if self.share_key else ""


class Likeness(models.Model):
    """How a customer wants to see her designs, as `seeing.Seeing` has it. Sealed: skin and hair tell of
    her. A guest's is in her session."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    seeing = EncryptedJSONField()

    def __str__(self) -> str:
        return f"how {self.user} sees her designs"


class LeastPrice(models.Model):
    """The least for which a template can be had, minor units; None where it cannot be drafted.

    `key` is the digest of all that it follows from, so a row is never out of date.
    """

    key = models.CharField(max_length=64, unique=True)
    amount = models.PositiveIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.amount}"
