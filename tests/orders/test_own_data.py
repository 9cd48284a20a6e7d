"""A customer's own data: who looked at it, all of it in one file, and all of it gone."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from accounts.models import User
from configurator.models import Design, Likeness
from measurements.models import Profile
from orders import own_data, tracking
from orders.models import Basket, Letter, Order, OrderLine
from production import sweeping
from production.documents import make_documents, work_folder
from production.models import Document, Look, Stage, WorkOrder
from tests.production.frozen import PENCIL_SKIRT, TOLD, frozen, placed

pytestmark = pytest.mark.django_db
PASSWORD = "a password for tests"
PERSON = {
    "name": "Łucja Brandt", "email": "customer@example.com", "street": "12 rue des Lilas",
    "extra": "2nd floor", "postcode": "75011", "city": "Paris",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _private(tmp_path: Path, settings: Any) -> None:
    settings.PRIVATE_ROOT = tmp_path


@pytest.fixture
def order(customer: User) -> Order:
    """An order of hers that is paid and in the workroom."""
    return ordered("T-HERS", customer)


@pytest.fixture
def browser(client: Client, customer: User) -> Client:
    client.force_login(customer)
    return client


@pytest.fixture
def bench(tailor: User) -> Client:
    bench = Client()
    bench.force_login(tailor)
    return bench


def ordered(number: str, customer: User | None, **changes: Any) -> Order:
    design = frozen(PENCIL_SKIRT, tailor=TOLD)
    wanted = {**PERSON, "country": "FR", "state": "paid", **changes}
    order = Order.objects.create(
        number=number, token=number, customer=customer, shipping=900, total=25800, tax=4300,
        tax_percent=20, currency="EUR", due=datetime.date(2026, 12, 1), **wanted,
    )  # fmt: skip
    OrderLine.objects.create(
        order=order, number=1, frozen=design, quantity=1, unit_amount=24900, amount=24900
    )
    if order.state == "paid":
        placed(design=design, order_number=number)
    return order


def close(browser: Client, password: str = PASSWORD) -> str:
    answer = browser.post(reverse("orders:close"), {"password": password}, follow=True)
    return answer.content.decode()


# --- looks ----------------------------------------------------------------------------------------


def test_every_look_is_written_down_and_shown_to_her_alone(
    browser: Client, bench: Client, order: Order, tailor: User
) -> None:
    User.objects.filter(pk=tailor.pk).update(first_name="Odile", last_name="Perrin")
    page = reverse("orders:own_data")
    assert "Nobody has." in browser.get(page).content.decode()
    work = WorkOrder.objects.get()
    make_documents(work.pk)
    bench.get(reverse("bench:list"))
    assert not Look.objects.exists(), "the list shows no measurement"
    bench.get(work.get_absolute_url())
    for document in work.documents.all():
        bench.get(document.get_absolute_url())
    looked = Look.objects.values_list("name", "by", "what").order_by("pk")
    assert set(looked) == {
        ("Odile Perrin", tailor.pk, what) for what in ("work_order", "spec_sheet", "pattern")
    }
    shown = browser.get(page).content.decode()
    for words in ("Odile Perrin", "Work order", "Spec sheet", "Pattern", "T-HERS/1"):
        assert words in shown
    another = Client()
    another.force_login(User.objects.create_user("another@example.com"))
    assert "Odile" not in another.get(page).content.decode()


def test_a_guest_reads_it_on_the_page_of_her_order(bench: Client, tailor: User) -> None:
    User.objects.filter(pk=tailor.pk).update(first_name="Odile", last_name="Perrin")
    order, other = ordered("T-GUEST", None), ordered("T-OTHER", None)
    bench.get(WorkOrder.objects.get(order_number="T-GUEST").get_absolute_url())
    shown = Client().get(tracking.path(order)).content.decode()
    assert "Who looked at your measurements" in shown
    assert re.search(r"Odile Perrin</span>\s*<span[^>]*>Work order", shown)
    assert "Odile" not in Client().get(tracking.path(other)).content.decode()
    assert "Nobody has." in Client().get(tracking.path(other)).content.decode()


def test_who_is_turned_away_has_not_looked(browser: Client, order: Order) -> None:
    assert browser.get(WorkOrder.objects.get().get_absolute_url()).status_code == 403
    assert not Look.objects.exists()


# --- all of it in one file ------------------------------------------------------------------------


def test_everything_is_in_one_file(
    browser: Client, bench: Client, customer: User, order: Order
) -> None:
    Profile.objects.create(user=customer, values={"bust_girth": 913.7})
    Likeness.objects.create(user=customer, seeing={"skin": "deep"})
    EmailAddress.objects.create(user=customer, email="second@example.com", verified=True)
    ordered("T-GUEST", None, email="second@example.com")
    ordered("T-OTHER", None, email="other@example.com")
    session = browser.session
    session["delivery"] = {"name": "Łucja Brandt"}
    session.save()
    bench.get(WorkOrder.objects.get(order_number="T-HERS").get_absolute_url())
    answer = browser.get(reverse("orders:own_data_file"))
    assert answer["Content-Disposition"].startswith("attachment")
    assert "no-store" in answer["Cache-Control"]
    held = json.loads(answer.content)
    assert held["account"]["e-mail"] == "customer@example.com"
    assert held["measurements"][0]["values"] == {"bust_girth": 913.7}
    assert {one["number"] for one in held["orders"]} == {"T-HERS", "T-GUEST"}
    first = next(one for one in held["orders"] if one["number"] == "T-HERS")
    assert first["delivery"]["street"] == "12 rue des Lilas"
    assert first["lines"][0]["measurements"]["values"]["bust_girth"] == 920
    assert first["lines"][0]["for the tailor"] == TOLD
    assert held["sessions"][0]["delivery"] == {"name": "Łucja Brandt"}
    assert held["who looked at your measurements"][0]["what"] == "Work order"


NOT_HERS_ALONE = {
    # Told with their order, or of the house's own work.
    "OrderEvent", "StageLog", "Look",
    # Who may do what here, and what the admin remembers of its own people.
    "User_groups", "User_user_permissions",
}  # fmt: skip
IN_THE_FILE = {"Profile", "Design", "Likeness", "Order", "EmailAddress"}


def test_no_table_of_the_shop_is_forgotten() -> None:
    """Whatever of ours points to an account is in the file, or is named here with why not."""
    ours = {"measurements", "configurator", "orders", "production", "accounts", "account"}
    pointing = {
        relation.related_model.__name__
        for relation in User._meta.get_fields(include_hidden=True)
        if relation.auto_created and not relation.concrete
        if relation.related_model._meta.app_label in ours
    }
    assert pointing - IN_THE_FILE - NOT_HERS_ALONE == set(), (
        "say in orders/own_data.py what is held"
    )


# --- and all of it gone ---------------------------------------------------------------------------


def test_open_orders_come_first(browser: Client, customer: User, order: Order) -> None:
    ordered("T-UNPAID", customer, state="placed")
    for said in (browser.get(reverse("orders:close")).content.decode(), close(browser)):
        assert "still making or sending T-HERS" in said
        assert "T-UNPAID waits for its payment" in said
    assert User.objects.filter(pk=customer.pk).exists()


def test_her_password_is_asked_for(browser: Client, customer: User) -> None:
    assert "That is not your password." in close(browser, "a guess")
    assert "Give your password" in close(browser, "")
    assert User.objects.filter(pk=customer.pk).exists()


def test_without_a_password_her_address_is(browser: Client, customer: User) -> None:
    customer.set_unusable_password()
    customer.save()
    browser.force_login(customer)
    wrong = browser.post(reverse("orders:close"), {"email": "anna@example.com"})
    assert "not the address of this account" in wrong.content.decode()
    browser.post(reverse("orders:close"), {"email": "Customer@example.com"})
    assert not User.objects.filter(pk=customer.pk).exists()


def test_work_accounts_are_not_closed_here(bench: Client, tailor: User) -> None:
    assert "whoever keeps the store closes it" in close(bench)
    assert User.objects.filter(pk=tailor.pk).exists()


def test_she_is_gone_and_her_orders_have_lost_her(
    browser: Client, bench: Client, customer: User, order: Order
) -> None:
    elsewhere, stranger = Client(), Client()
    elsewhere.force_login(customer)
    basket = Basket.objects.create()
    for client, held in ((elsewhere, {"basket": basket.key}), (stranger, {"basket": "other"})):
        session = client.session
        session.update(held)
        session.save()
    Profile.objects.create(user=customer, values={"bust_girth": 913.7})
    Likeness.objects.create(user=customer, seeing={"skin": "deep"})
    EmailAddress.objects.create(user=customer, email=customer.email, verified=True)
    Letter.objects.create(order=order, kind="placed")
    work = WorkOrder.objects.get()
    make_documents(work.pk)
    bench.get(work.get_absolute_url())
    WorkOrder.objects.update(stage=Stage.SHIPPED, problem="A bust of 920 mm")
    said = close(browser)
    assert "are gone" in said

    for model in (Profile, EmailAddress, Basket, Document, Look, Letter, Design, Likeness):
        assert not model.objects.exists(), model  # type: ignore[attr-defined]
    assert not User.objects.filter(email="customer@example.com").exists()
    assert not own_data.sessions_of(customer)
    assert stranger.session["basket"] == "other"
    assert not elsewhere.session.get("basket")
    assert Session.objects.exists(), "others' stay"
    assert not work_folder(work).exists()

    order.refresh_from_db()
    assert (order.total, order.tax, order.customer) == (25800, 4300, None)
    assert [getattr(order, field) for field in PERSON] == [""] * len(PERSON)
    line = order.lines.get()
    work.refresh_from_db()
    assert line.frozen["body"] is work.frozen["body"] is None
    assert line.frozen["tailor"] == work.frozen["tailor"] == {}
    assert (line.amount, line.frozen["name"], work.problem) == (24900, PENCIL_SKIRT.name, "")

    # The house goes on: nothing is drafted for nobody, and every page still opens.
    assert sweeping.ask_for_missing(at_once=True) == []
    assert make_documents(work.pk) == []
    assert bench.get(work.get_absolute_url()).status_code == 200
    assert stranger.get(tracking.path(order)).status_code == 200


def test_files_left_by_a_forgetting_cut_short_go_with_the_next_sweep(order: Order) -> None:
    work = WorkOrder.objects.get()
    make_documents(work.pk)
    WorkOrder.objects.update(forgotten=True)
    sweeping.sweep()
    assert not work_folder(work).exists()
