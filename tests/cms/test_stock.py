"""The merchandisers' stock table."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from cms.admin.stock import StockForm
from patterns.models import ReadyMadePiece, StockedSize

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def dress() -> ReadyMadePiece:
    return ReadyMadePiece.objects.get(slug="sheath-dress-navy-v")


def opened() -> dict[str, str]:
    """The table as the page shows it."""
    form = StockForm()
    return {name: str(form[name].value() or "") for name in form.fields} | {
        name: str(form[name].value()) for name in form.fields if form[name].value() == 0
    }


def in_stock(piece: ReadyMadePiece, size: str) -> int:
    return StockedSize.objects.get(piece=piece, size=size).quantity


def test_numbers_are_changed_and_new_sizes_added(staff: Client, dress: ReadyMadePiece) -> None:
    before = StockedSize.objects.count()
    data = opened() | {f"stock-{dress.pk}-38": "7", f"stock-{dress.pk}-48": "2"}
    page = staff.post(reverse("stock:index"), data, follow=True)
    assert "2 sizes were changed" in page.content.decode()
    assert in_stock(dress, "38") == 7
    assert in_stock(dress, "48") == 2
    assert StockedSize.objects.count() == before + 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("-1", "fewer than none"),
        ("two", "Write a whole number"),
        ("", "Write 0 for none"),
        ("99999", "More than 9999"),
    ],
)
def test_a_bad_number_is_said_and_nothing_is_saved(
    staff: Client, dress: ReadyMadePiece, typed: str, said: str
) -> None:
    data = opened() | {f"stock-{dress.pk}-38": typed, f"stock-{dress.pk}-40": "9"}
    page = staff.post(reverse("stock:index"), data).content.decode()
    assert said in page
    assert 'value="9"' in page, "the other entries are kept"
    assert in_stock(dress, "40") == 3


def test_a_piece_sold_meanwhile_is_not_written_over(staff: Client, dress: ReadyMadePiece) -> None:
    data = opened() | {f"stock-{dress.pk}-38": "5"}
    StockedSize.objects.filter(piece=dress, size="38").update(quantity=1)
    page = staff.post(reverse("stock:index"), data).content.decode()
    assert "There are 1 now" in page
    assert in_stock(dress, "38") == 1
    staff.post(reverse("stock:index"), data | {f"seen-{dress.pk}-38": "1"})
    assert in_stock(dress, "38") == 5


def test_only_merchandisers_keep_stock(client: Client, tailor: User, customer: User) -> None:
    for user in (tailor, customer):
        client.force_login(user)
        answer = client.get(reverse("stock:index"), follow=True)
        assert "Save stock" not in answer.content.decode()
