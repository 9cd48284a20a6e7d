"""The keys can be changed: everything is sealed anew, and then the old one is not needed."""

from __future__ import annotations

import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import decrypt
from cryptography.fernet import Fernet
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import User
from configurator.models import Design
from measurements.models import Profile
from orders.models import Order, OrderLine
from patterns.models import PatternTemplate
from production.documents import make_documents
from production.models import Document, WorkOrder
from sealing import rotating
from sealing.sessions import SessionStore
from tests.production.frozen import PENCIL_SKIRT, frozen, placed

OLD, NEW, FOREIGN = (Fernet.generate_key().decode() for _ in range(3))
VALUES = {"bust_girth": 913.7}
PEOPLE = 5
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _before(settings: Any, tmp_path: Path) -> None:
    settings.PRIVATE_ROOT = tmp_path
    settings.DATA_KEYS = [OLD]


@pytest.fixture
def kept(demo: None) -> dict[str, Any]:
    """Something of every kind, as it reads."""
    for number in range(PEOPLE):
        user = User.objects.create_user(f"{number}@example.com")
        Profile.objects.create(user=user, values=VALUES)
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    passkey = {"name": "My telephone", "credential": {"id": "gAAAA, by chance"}}
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=passkey)
    session = Client().session
    session["measurements"] = {"values": VALUES, "unit": "cm"}
    session.save()
    template = PatternTemplate.objects.get(slug="pencil-skirt")
    Design.objects.create(
        template=template, fabric=template.offered_fabrics()[0], choices={"length": 613.7}
    )
    order = Order.objects.create(
        token="t", name="Anna", email="anna@example.com", street="1", postcode="1", city="Paris",
        country="FR", shipping=0, total=1, tax=0, tax_percent=20, currency="EUR",
        due=datetime.date(2026, 12, 1),
    )  # fmt: skip
    design = frozen(PENCIL_SKIRT)
    OrderLine.objects.create(
        order=order, number=1, frozen=design, quantity=1, unit_amount=1, amount=1
    )
    make_documents(placed(design=design).pk)
    WorkOrder.objects.update(problem="A bust of 913.7 mm")
    return read()


def read() -> dict[str, Any]:
    return {
        "profiles": list(Profile.objects.values_list("values", flat=True)),
        "sessions": [SessionStore().decode(row.session_data) for row in Session.objects.all()],
        "designs": list(Design.objects.values_list("choices", flat=True)),
        "lines": list(OrderLine.objects.values_list("frozen", flat=True)),
        "work": list(WorkOrder.objects.values_list("frozen", "problem")),
        "app": [
            decrypt(app.data["secret"])
            for app in Authenticator.objects.filter(type=Authenticator.Type.TOTP)
        ],
        "recovery codes": [
            codes.wrap().generate_codes()
            for codes in Authenticator.objects.filter(type=Authenticator.Type.RECOVERY_CODES)
        ],
        "passkeys": list(
            Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).values_list("data")
        ),
        "documents": [document.file.open().read() for document in Document.objects.all()],
    }


def rotate() -> str:
    said = StringIO()
    call_command("rotate_keys", stdout=said)
    return said.getvalue()


def test_after_it_the_old_key_can_be_taken_away(kept: dict[str, Any], settings: Any) -> None:
    settings.DATA_KEYS = [NEW, OLD]
    said = rotate()
    for counted in (
        f"profiles: values: {PEOPLE} sealed anew, 0 were already",
        "sessions: session data: 1 sealed anew",
        "designs: choices: 1 sealed anew",
        "order lines: frozen: 1 sealed anew",
        "work orders: frozen: 1 sealed anew",
        "work orders: problem: 1 sealed anew",
        "second factors: 2 sealed anew, 0 were already",
        ": 2 sealed anew",  # the documents
        "the older ones can be taken away",
    ):
        assert counted in said
    settings.DATA_KEYS = [NEW]
    assert read() == kept
    assert kept["app"] == [SECRET]
    assert len(kept["recovery codes"][0]) == 10


def test_a_factor_that_no_key_opens_is_counted_too(kept: dict[str, Any], settings: Any) -> None:
    Authenticator.objects.filter(type=Authenticator.Type.TOTP).update(data={"secret": SECRET})
    settings.DATA_KEYS = [NEW, OLD]
    said = StringIO()
    with pytest.raises(CommandError, match="1 of these no key opens"):
        call_command("rotate_keys", stdout=said)
    assert "second factors: 1 sealed anew, 0 were already, 1 that no key opens" in said.getvalue()


def test_stopped_half_way_everything_reads_and_it_goes_on_from_there(
    kept: dict[str, Any], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA_KEYS = [NEW, OLD]
    monkeypatch.setattr(rotating, "BATCH", 2)
    whole, seen = rotating.sealed_anew, 0

    def stops(sealed: bytes) -> bytes | None:
        nonlocal seen
        seen += 1
        if seen > 4:
            raise KeyboardInterrupt
        return whole(sealed)

    with monkeypatch.context() as patch:
        patch.setattr(rotating, "sealed_anew", stops)
        with pytest.raises(KeyboardInterrupt):
            rotate()
    assert read() == kept
    again = sum(1 for line in rotate().splitlines() if "0 were already" not in line)
    assert again > 1, "what was sealed anew before is passed over"
    assert "0 sealed anew, 5 were already" in rotate()
    settings.DATA_KEYS = [NEW]
    assert read() == kept


def test_what_is_written_meanwhile_stays_as_it_was_written(
    kept: dict[str, Any], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA_KEYS = [NEW, OLD]
    whole = rotating.sealed_anew

    def meanwhile(sealed: bytes) -> bytes | None:
        Profile.objects.update(values={"bust_girth": 950.0})
        return whole(sealed)

    monkeypatch.setattr(rotating, "sealed_anew", meanwhile)
    rotate()
    assert {profile.values["bust_girth"] for profile in Profile.objects.all()} == {950.0}


def test_what_no_key_opens_is_counted_and_no_key_may_go(
    kept: dict[str, Any], settings: Any
) -> None:
    settings.DATA_KEYS = [FOREIGN]
    user = User.objects.create_user("foreign@example.com")
    Profile.objects.create(user=user, values=VALUES)
    columns = sum(model is Profile for model, _ in rotating.sealed_columns())
    settings.DATA_KEYS = [NEW, OLD]
    said = StringIO()
    with pytest.raises(CommandError, match=f"{columns} of these no key opens"):
        call_command("rotate_keys", stdout=said)
    assert f"profiles: values: {PEOPLE} sealed anew, 0 were already, 1 that" in said.getvalue()


def test_every_sealed_column_is_found() -> None:
    found = {(model.__name__, name) for model, name in rotating.sealed_columns()}
    assert found >= {
        ("Profile", "values"), ("Design", "choices"), ("OrderLine", "frozen"),
        ("WorkOrder", "frozen"), ("WorkOrder", "problem"), ("Session", "session_data"),
    }  # fmt: skip
