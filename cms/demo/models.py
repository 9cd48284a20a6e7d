from __future__ import annotations

from django.db import models


class LoadedRow(models.Model):
    """What the demo catalogue put into the shop, and how it looked then.

    `row` is the fingerprint of the row as it was loaded: if the row differs now, or is gone, staff
    changed it and it is left alone. `source` is that of the demo's own value, which a later version
    of the catalogue may change.
    """

    key = models.CharField(max_length=160, unique=True)
    row = models.CharField(max_length=64)
    source = models.CharField(max_length=64)

    class Meta:
        app_label = "cms"

    def __str__(self) -> str:
        return self.key
