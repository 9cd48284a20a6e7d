from typing import ClassVar

from django.conf import settings
from django.db import models

from measurements.units import SYSTEMS
from sealing.fields import EncryptedJSONField


class Profile(models.Model):
    """What a customer entered of her measurements: only that, never an estimate."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="measurements"
    )
    values = EncryptedJSONField(default=dict, help_text="By name, in mm, degrees or kg.")
    unit = models.CharField(max_length=2, choices=[(s, s) for s in SYSTEMS], default="cm")
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="profile_unit_known", condition=models.Q(unit__in=list(SYSTEMS))
            )
        ]

    def __str__(self) -> str:
        return f"Measurements of {self.user}"
