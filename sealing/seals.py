"""Sealing what tells of a body: encrypted under the newest key of DATA_KEYS, read under any of them.

A copy of the database or of the files says nothing without the keys, which come from elsewhere.
"""

from __future__ import annotations

from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

BEGINNING = "gAAAA"
"""How everything sealed begins: the version of its form, and the first half of its time."""


class Unreadable(ValueError):  # noqa: N818 - what is kept is, and that is no slip of ours
    """Sealed under a key that we no longer have, or not sealed at all."""


def seal(content: bytes) -> bytes:
    """`content`, encrypted and signed, as ASCII that a text column may hold."""
    return _keys()[1].encrypt(content)


def unseal(sealed: bytes) -> bytes:
    """What was sealed. Raises Unreadable."""
    try:
        return _keys()[1].decrypt(sealed)
    except InvalidToken:
        raise Unreadable("No key in DATA_KEYS opens what is kept here.") from None


def sealed_anew(sealed: bytes) -> bytes | None:
    """The same under the newest key; None where it is already. Raises Unreadable."""
    newest, every = _keys()
    try:
        newest.decrypt(sealed)
    except InvalidToken:
        pass
    else:
        return None
    try:
        return every.rotate(sealed)
    except InvalidToken:
        raise Unreadable("No key in DATA_KEYS opens what is kept here.") from None


def _keys() -> tuple[Fernet, MultiFernet]:
    return _made(tuple(settings.DATA_KEYS))


@cache
def _made(keys: tuple[str, ...]) -> tuple[Fernet, MultiFernet]:
    if not keys:
        raise ImproperlyConfigured("DATA_KEYS has no key: nothing of a body can be kept or read.")
    fernets = [Fernet(key) for key in keys]
    return fernets[0], MultiFernet(fernets)
