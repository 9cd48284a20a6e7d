"""Sealed columns: `from sealing.fields import EncryptedJSONField`, and use it like a JSONField that
no query can look into. `manage.py rotate_keys` finds every such column by itself.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Never

from django.core.exceptions import FieldError
from django.db import models

from .seals import BEGINNING, seal, unseal

if TYPE_CHECKING:
    Field = models.Field[Any, Any]
else:
    Field = models.Field


class EncryptedField(Field):
    """What both kinds share: text in the database, sealed; nothing to look up by but NULL."""

    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def get_internal_type(self) -> str:
        return "TextField"

    def write(self, value: Any) -> str:
        raise NotImplementedError

    def read(self, text: str) -> Any:
        raise NotImplementedError

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        if value is None or hasattr(value, "resolve_expression"):
            return value
        return self._sealed(value)

    def from_db_value(self, value: str | None, *_: object) -> Any:
        return None if value is None else self._unsealed(value)

    def to_python(self, value: Any) -> Any:
        """As it is; what a dump of the database holds is sealed."""
        if isinstance(value, str) and value.startswith(BEGINNING):
            return self._unsealed(value)
        return value

    def value_to_string(self, obj: models.Model) -> str:
        """For dumps of the database, which are copies of it: sealed."""
        return self._sealed(self.value_from_object(obj))

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        self._refuse()

    def get_transform(self, lookup_name: str) -> Never:
        self._refuse()

    def _refuse(self) -> Never:
        raise FieldError(f"{self} is sealed: no query can look into it.")

    def _sealed(self, value: Any) -> str:
        return seal(self.write(value).encode()).decode()

    def _unsealed(self, text: str) -> Any:
        return self.read(unseal(text.encode()).decode())


class EncryptedJSONField(EncryptedField):
    """Any JSON value."""

    def write(self, value: Any) -> str:
        return json.dumps(value)

    def read(self, text: str) -> Any:
        return json.loads(text)


class EncryptedTextField(EncryptedField):
    """Words that may name a measurement."""

    def write(self, value: Any) -> str:
        return str(value)

    def read(self, text: str) -> str:
        return text
