from typing import ClassVar, Final

from django.conf import settings
from django.db import models

from measurements.units import SYSTEMS
from sealing.fields import EncryptedJSONField

WAYS: Final = {
    "all": "all at once",
    "quick": "the four that are needed",
    "size": "like a size",
    "guided": "one at a time",
    "garment": "from a garment that fits",
    "file": "from a file",
    "guest": "entered before signing in",
    "copy": "copied",
    "twice": "measured twice",
    "slip": "a slip put right",
}
"""By which way in a measurement came, and how its history says so."""


class Profile(models.Model):
    """One body that a customer keeps: her own, a sister's, "before summer".

    What she gave is kept, never an estimate. Nothing is ever looked up by the JSON fields.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profiles"
    )
    name = models.CharField(max_length=60, default="Me")
    is_default = models.BooleanField(default=False)
    values = EncryptedJSONField(default=dict, help_text="By name, in mm, degrees or kg.")
    how = EncryptedJSONField(
        default=dict,
        help_text="Of the values that were not measured: their way in and their standard error.",
    )
    readings = EncryptedJSONField(
        default=dict, help_text="By name, of what was measured twice: two or three readings, mm."
    )
    seen = EncryptedJSONField(
        default=dict, help_text="What she looked at and kept, by what was asked: the values then."
    )
    tailor = EncryptedJSONField(
        default=dict, help_text="For the tailor: left and right, posture, notes."
    )
    unit = models.CharField(max_length=2, choices=[(s, s) for s in SYSTEMS], default="cm")
    place = models.CharField(
        max_length=60, blank=True, help_text="Where she left off when going one at a time."
    )
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-is_default", "pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="profile_unit_known", condition=models.Q(unit__in=list(SYSTEMS))
            ),
            models.UniqueConstraint(
                name="profile_one_default", fields=["user"], condition=models.Q(is_default=True)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ProfileChange(models.Model):
    """What changed in a profile at once: each value before and after, and by which way in."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField(auto_now_add=True)
    way = models.CharField(max_length=10, choices=list(WAYS.items()))
    changed = EncryptedJSONField(help_text="By name: the value before and after, null for none.")

    class Meta:
        ordering = ("-at", "-pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="profile_change_way_known", condition=models.Q(way__in=list(WAYS))
            )
        ]

    def __str__(self) -> str:
        return f"{len(self.changed)} changed, {self.get_way_display()}"
