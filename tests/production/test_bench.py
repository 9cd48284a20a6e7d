"""The bench: who may see it, what it shows, and that its buttons move the work."""

from __future__ import annotations

import datetime
import hashlib
import io
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pypdf import PdfReader

from accounts.models import User
from measurements.beyond_survey import ESTIMATES
from production.documents import make_documents
from production.models import Document, Stage, WorkOrder

from .frozen import TOLD, frozen, placed, ready_made

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _private(tmp_path: Path, settings: Any) -> None:
    settings.PRIVATE_ROOT = tmp_path / "private"


@pytest.fixture
def work() -> WorkOrder:
    return placed()


@pytest.fixture
def bench(client: Client, tailor: User) -> Client:
    client.force_login(tailor)
    return client


def pages(work: WorkOrder) -> list[tuple[str, str]]:
    document = reverse("bench:document", args=[work.pk, "pattern", 1])
    return [
        ("get", reverse("bench:list")),
        ("get", reverse("bench:work_order", args=[work.pk])),
        ("get", document),
        ("post", reverse("bench:move", args=[work.pk])),
        ("post", reverse("bench:ask_again", args=[work.pk])),
    ]


def test_strangers_are_asked_to_sign_in(client: Client, work: WorkOrder) -> None:
    for method, url in pages(work):
        response = getattr(client, method)(url)
        assert response.status_code == 302
        assert response.url == f"{reverse('account_login')}?next={url}"


@pytest.mark.parametrize("role", ["customer", "merchandiser"])
def test_others_are_turned_away(
    client: Client, work: WorkOrder, role: str, request: pytest.FixtureRequest
) -> None:
    make_documents(work.pk)
    client.force_login(request.getfixturevalue(role))
    for method, url in pages(work):
        assert getattr(client, method)(url).status_code == 403
    work.refresh_from_db()
    assert work.stage == Stage.WAITING


def test_work_is_listed_by_what_is_due_first(bench: Client) -> None:
    placed(1, order_number="T-LATER", due=datetime.date(2027, 1, 2))
    placed(1, order_number="T-FIRST", due=datetime.date(2026, 12, 1))
    text = bench.get(reverse("bench:list")).content.decode()
    assert text.index("T-FIRST/1") < text.index("T-LATER/1")


def test_filters_by_stage_kind_and_words(bench: Client) -> None:
    placed(1, order_number="T-DRESS")
    placed(1, ready_made(), order_number="T-RAIL")
    made = placed(1, order_number="T-MADE")
    WorkOrder.objects.filter(pk=made.pk).update(stage=Stage.MADE)

    def shown(query: str) -> set[str]:
        text = bench.get(reverse("bench:list") + query).content.decode()
        return {number for number in ("T-DRESS", "T-RAIL", "T-MADE") if number in text}

    assert shown("") == {"T-DRESS", "T-RAIL", "T-MADE"}
    assert shown("?stage=made") == {"T-MADE"}
    assert shown("?kind=ready_made") == {"T-RAIL"}
    assert shown("?q=t-dre") == {"T-DRESS"}
    assert shown("?stage=nonsense&kind=nonsense&page=nonsense") == {"T-DRESS", "T-RAIL", "T-MADE"}
    assert shown("?q=navy") == {"T-RAIL"}


def test_shipped_work_is_kept_out_of_sight_until_asked_for(bench: Client, work: WorkOrder) -> None:
    WorkOrder.objects.update(stage=Stage.SHIPPED)
    assert work.reference not in bench.get(reverse("bench:list")).content.decode()
    assert work.reference in bench.get(reverse("bench:list") + "?stage=shipped").content.decode()


def test_what_is_late_says_so(bench: Client) -> None:
    placed(due=timezone.localdate() - datetime.timedelta(days=1))
    assert "Overdue" in bench.get(reverse("bench:list")).content.decode()


def test_a_long_list_costs_few_queries(bench: Client, django_assert_max_num_queries: Any) -> None:
    for number in range(12):
        placed(1, order_number=f"T-{number}")
    with django_assert_max_num_queries(12):
        bench.get(reverse("bench:list"))


def test_documents_open_as_they_were_kept(bench: Client, work: WorkOrder) -> None:
    make_documents(work.pk)
    page = bench.get(work.get_absolute_url()).content.decode()
    for document in Document.objects.all():
        assert document.get_absolute_url() in page
        response = bench.get(document.get_absolute_url())
        assert response["Content-Type"] == "application/pdf"
        assert document.download_name in response["Content-Disposition"]
        assert "private" in response["Cache-Control"]
        content = b"".join(response.streaming_content)  # type: ignore[attr-defined]
        assert hashlib.sha256(content).hexdigest() == document.sha256


def test_a_lost_file_is_not_drawn_again_behind_the_tailors_back(
    bench: Client, work: WorkOrder
) -> None:
    document = make_documents(work.pk)[0]
    Path(document.file.path).unlink()
    assert bench.get(document.get_absolute_url()).status_code == 404
    assert not Path(document.file.path).exists()


def test_no_document_is_public(client: Client, work: WorkOrder) -> None:
    document = make_documents(work.pk)[0]
    assert client.get(f"/media/{document.file.name}").status_code == 404


def test_a_button_moves_the_work_and_the_log_says_who(
    bench: Client, tailor: User, work: WorkOrder
) -> None:
    url = reverse("bench:move", args=[work.pk])
    response = bench.post(url, {"from": "waiting", "to": "in_production"}, follow=True)
    text = response.content.decode()
    assert "is now in production" in text
    assert str(tailor) in text
    work.refresh_from_db()
    assert work.stage == Stage.IN_PRODUCTION


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"from": "in_production", "to": "made"}, "Somebody else has just moved this work"),
        ({"from": "waiting", "to": "shipped"}, "Work that is waiting cannot become shipped"),
        ({"from": "waiting", "to": "burnt"}, "Choose one of the buttons"),
        ({}, "Choose one of the buttons"),
    ],
)
def test_a_move_that_cannot_be_is_said_in_words(
    bench: Client, work: WorkOrder, data: dict[str, str], said: str
) -> None:
    response = bench.post(reverse("bench:move", args=[work.pk]), data, follow=True)
    assert said in response.content.decode()
    work.refresh_from_db()
    assert work.stage == Stage.WAITING


def test_ready_made_is_picked_and_packed(bench: Client) -> None:
    work = placed(design=ready_made("42"))
    text = bench.get(work.get_absolute_url()).content.decode()
    assert "Pick and pack" in text
    assert "42" in text
    assert "Start picking" in text
    assert "being made" not in text


def test_documents_that_failed_can_be_asked_for_again(bench: Client, work: WorkOrder) -> None:
    WorkOrder.objects.update(problem="The bust dart would be too wide.")
    text = bench.get(work.get_absolute_url()).content.decode()
    assert "The bust dart would be too wide." in text
    DBTaskResult.objects.all().delete()
    bench.post(reverse("bench:ask_again", args=[work.pk]))
    assert DBTaskResult.objects.count() == 1
    make_documents(work.pk)
    DBTaskResult.objects.all().delete()
    bench.post(reverse("bench:ask_again", args=[work.pk]))
    assert not DBTaskResult.objects.exists()


def test_a_superuser_may_work_at_the_bench(client: Client, work: WorkOrder) -> None:
    client.force_login(User.objects.create_superuser("owner@example.com", "a password for tests"))
    assert client.get(work.get_absolute_url()).status_code == 200


def test_pages_carry_no_inline_style_or_script(bench: Client, work: WorkOrder) -> None:
    make_documents(work.pk)
    for url in (reverse("bench:list"), work.get_absolute_url()):
        text = bench.get(url).content.decode()
        assert "<style" not in text
        assert " style=" not in text
        assert " onclick=" not in text


def test_a_work_order_shows_her_measurements_and_how_they_are_known(
    bench: Client, work: WorkOrder
) -> None:
    body = work.frozen["body"]
    text = bench.get(reverse("bench:work_order", args=[work.pk])).content.decode()
    assert f">{body['values']['bust_girth']:.0f}</td>" in text
    assert "entered" in text
    assert text.count("estimated ±") == len(set(body["errors"]) - set(ESTIMATES))


def test_a_ready_made_piece_tells_nobody_s_measurements(bench: Client) -> None:
    rail = placed(1, ready_made(), order_number="T-RAIL")
    assert (
        "measurements"
        not in bench.get(reverse("bench:work_order", args=[rail.pk]))
        .content.decode()
        .split("<main")[1]
        .split("</main>")[0]
    )


def test_what_she_told_the_tailor_is_read_at_the_bench(bench: Client) -> None:
    plain = placed(line=1)
    work = placed(line=2, design=frozen(tailor=TOLD))
    shown = bench.get(work.get_absolute_url()).content.decode()
    for words in ("Shoulder, the lower one", "12 mm", "not measured", "Rounded back"):
        assert words in shown
    assert '<p class="prose">Please spare the scar under my arm.</p>' in shown
    assert "From her to the tailor" not in bench.get(plain.get_absolute_url()).content.decode()
    make_documents(work.pk)
    sheet = work.documents.get(kind="spec_sheet")
    pages = PdfReader(io.BytesIO(sheet.file.open().read())).pages
    assert any("Please spare the scar under my arm." in page.extract_text() for page in pages)
