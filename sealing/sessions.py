"""Sessions in the database as Django keeps them, sealed: a guest's measurements are in hers."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from .seals import Unreadable, seal, unseal


class SessionStore(DatabaseStore):
    def encode(self, session_dict: dict[str, Any]) -> str:
        return seal(self.serializer().dumps(session_dict)).decode()

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """What is in it; a session that no key opens any more begins anew, as a forged one does."""
        sealed = session_data.encode() if isinstance(session_data, str) else session_data
        try:
            content: dict[str, Any] = self.serializer().loads(unseal(sealed))
        except Unreadable:
            return {}
        return content
