"""What was ordered stays as it was: an order through the shop, the catalogue changed through the
merchandisers' admin, and everything made again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from orders import tracking
from orders.models import Order
from patterns.models import Fabric, PatternTemplate
from production.documents import make_documents
from production.models import Document, WorkOrder
from tests.cms.forms import address, posted

from . import shop

CHOICES = {"neckline": "v", "neck_depth": 120.0, "length": 650.0, "fit": "easy"}


@pytest.fixture(autouse=True)
def kept(settings: Any, tmp_path: Path) -> Path:
    """The folder that documents are kept in."""
    settings.PRIVATE_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def staff(merchandiser: User) -> Client:
    staff = Client()
    staff.force_login(merchandiser)
    return staff


def publish(staff: Client, row: PatternTemplate | Fabric, **typed: str) -> None:
    """Type over these boxes of the row's form, and publish."""
    form = {**posted(row), **typed, "action-publish": "1"}
    answer = staff.post(address(row), form)
    assert answer.status_code == 302, answer.content.decode()


def change_the_catalogue(staff: Client) -> None:
    """Another ease, label, surcharge, range and price of the dress; its cloth renamed and dearer."""
    dress = PatternTemplate.objects.get(slug="sheath-dress")
    at = {option.value["name"]: f"options-{i}-value" for i, option in enumerate(dress.options)}
    eases = {row.value["fit"]: f"eases-{i}-value" for i, row in enumerate(dress.eases)}
    publish(
        staff,
        dress,
        name="Column dress",
        price="301.00",
        made_to_measure="99.00",
        **{
            f"{eases['easy']}-bust": "130",
            f"{at['neckline']}-label": "Collar line",
            f"{at['neckline']}-choices-1-label": "Pointed",
            f"{at['neckline']}-choices-1-surcharge": "55.00",
            f"{at['length']}-max": "640",
        },
    )
    for cloth in dress.offered_fabrics():
        publish(staff, cloth, name=f"Another {cloth.pk}", colour="#ff00ff", price_per_metre="99.00")


def shown(client: Client, order: Order) -> list[bytes]:
    """The order's line as the buyer sees it: on its tracking page, and its picture."""
    signed = tracking.signed(order)
    return [
        client.get(reverse("orders:tracking", args=[signed])).content,
        client.get(reverse("orders:picture", args=[signed, 1])).content,
    ]


def printed(work: WorkOrder) -> dict[str, bytes]:
    """Spec sheet and pattern as the bench keeps them, made if they are not there."""
    documents = make_documents(work.pk)
    return {document.kind: document.file.open().read() for document in documents}


def lose_all_documents(kept: Path) -> None:
    Document.objects.all().delete()
    files = [path for path in kept.rglob("*") if path.is_file()]
    assert len(files) == 2
    for path in files:
        path.unlink()


def test_line_spec_sheet_and_pattern_stay_byte_for_byte_what_they_were(
    buyer: Client, staff: Client, kept: Path
) -> None:
    shop.put_design(buyer, "sheath-dress", **CHOICES)
    order = shop.placed(buyer)
    shop.at_till(buyer, order, "pay")
    work = WorkOrder.objects.get()
    as_sold, on_paper = shown(buyer, order), printed(work)
    assert set(on_paper) == {"spec_sheet", "pattern"}

    change_the_catalogue(staff)

    now = PatternTemplate.objects.get(slug="sheath-dress")
    assert (now.name, now.price, now.live) == ("Column dress", 30100, True)
    assert now.spec.eases["easy"]["bust"] == 130
    assert all(fabric.name.startswith("Another") for fabric in now.offered_fabrics())
    lose_all_documents(kept)
    assert shown(buyer, order) == as_sold
    assert printed(work) == on_paper
