"""A whole run of the store with measurements that nothing else could be, and then a search for them
everywhere: database, files, mail, logs, addresses, and what is shown to strangers.
"""

from __future__ import annotations

import io
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pypdf import PdfReader

from accounts.models import User
from configurator import share_cards
from configurator.keeping import share
from configurator.models import Design
from measurements.models import Profile
from orders import tracking
from orders.models import Order, OrderLine
from patterns.models import PatternTemplate
from production.models import Document, WorkOrder
from sealing.seals import BEGINNING
from sealing.sessions import SessionStore
from tests import furnished
from tests.orders.shop import ADDRESS

# What she tells the tailor: words that stand nowhere else, and a shoulder of 91.37 mm.
WORD = "velvet-quince"
FOR_THE_TAILOR = {
    "name": "Me", "side_shoulder": "left", "by_shoulder": "9.137", "posture": "hollow",
    "notes": f"Spare the {WORD} at my elbow.",
}  # fmt: skip
ROOT = Path(__file__).resolve().parent.parent.parent
CM = {"height": "168.47", "bust_girth": "91.37", "waist_girth": "76.89", "hip_girth": "103.19"}
MM = {name: round(float(value) * 10, 1) for name, value in CM.items()}
A_GUESTS = {
    "height": "171.83", "bust_girth": "94.73", "waist_girth": "77.73", "hip_girth": "107.41",
}  # fmt: skip
A_GUESTS_MM = {name: round(float(value) * 10, 1) for name, value in A_GUESTS.items()}


def forms() -> set[str]:
    """Every way her measurements might be written: mm, cm and inches. Not what is estimated from them: among
    so many numbers some are a pattern's own (a length of 620.0), or a drawing's."""
    found = set()
    for values in (MM, A_GUESTS_MM):
        for value in values.values():
            for number in (f"{value:.1f}", f"{value / 10:.2f}", f"{value / 25.4:.2f}"):
                found |= {number, number.replace(".", ",")}
    return {form for form in found if len(form) >= 5}


FORMS = re.compile(
    r"(?<![\d.])(?:" + "|".join(map(re.escape, sorted(forms()))) + r")(?!\d)|" + re.escape(WORD)
)


def leaks(text: str | bytes) -> list[str]:
    return FORMS.findall(text if isinstance(text, str) else text.decode("latin-1"))


class Watched(Client):
    """A browser that notes every address it goes to, is sent to or could follow, and its cookies."""

    def __init__(self, **keywords: Any) -> None:
        super().__init__(**keywords)
        self.noted: list[str] = []

    def request(self, **request: Any) -> HttpResponse:
        response = super().request(**request)
        self.noted += [request["PATH_INFO"], request.get("QUERY_STRING", "")]
        self.noted += [str(value) for value in response.headers.values()]
        self.noted += [cookie.value for cookie in self.cookies.values()]
        if response.get("Content-Type", "").startswith("text/html"):
            at = r'\b(?:href|src|action|hx-[\w-]+)="([^"]*)"'
            self.noted += re.findall(at, response.content.decode())
        return response

    def go(self, path: str, data: dict[str, str]) -> HttpResponse:
        response = self.post(path, data)
        assert response.status_code == 302, response.content.decode()[-3000:]
        return response


class Everything(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def log() -> Iterator[Everything]:
    """All that any logger says, at any level, with what is the console's own formatter."""
    from config.reporting import DiscreetFormatter

    handler = Everything()
    handler.setFormatter(DiscreetFormatter())
    loggers = [logging.getLogger(), logging.getLogger("django")]  # which does not propagate
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
    yield handler
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)


def buy_a_dress(buyer: Watched) -> Order:
    """From the tape to the paid order: with a slip, another unit, and an account on the way."""
    measuring = reverse("measurements:edit")
    buyer.get(measuring)
    assert buyer.post(measuring, {"unit": "cm", **CM, "bust_girth": "913.7"}).status_code == 200
    assert buyer.post(measuring, {"unit": "cm", **CM, "switch": "yes"}).status_code == 200
    buyer.go(measuring, {"unit": "cm", **CM})
    buyer.go(
        reverse("account_signup"),
        {"email": "anna@example.com", "password1": "tape, pins and chalk"},
    )
    assert 'value="91.37"' in buyer.get(measuring).content.decode(), "she herself does see them"
    profile = reverse("measurements:profile", args=[Profile.objects.get().pk])
    assert buyer.post(profile, {**FOR_THE_TAILOR, "by_arm": WORD}).status_code == 200, "a slip"
    buyer.go(profile, FOR_THE_TAILOR)
    assert WORD in buyer.get(profile).content.decode()
    template = PatternTemplate.objects.get(slug="sheath-dress")
    fabric = template.offered_fabrics()[0]
    change = reverse("studio:change", args=[template.slug])
    form = {"fabric-slug": fabric.slug, "then-do": "basket"}
    assert buyer.get(reverse("studio:new", args=[template.slug])).status_code == 200
    assert buyer.post(change, form, headers={"HX-Request": "true"}).status_code == 200
    onward = buyer.post(change, form)
    assert onward.status_code == 307
    buyer.go(onward["Location"], {})
    buyer.get(reverse("orders:basket"))
    page = buyer.get(reverse("orders:checkout"))
    seen = page.context["basket"]
    told = {"token": seen.basket.token, "shown": seen.fingerprint}
    buyer.go(reverse("orders:checkout"), {**ADDRESS, **told})
    order = Order.objects.get()
    payment = order.payments.get()
    buyer.get(reverse("orders:till", args=[payment.key]))
    buyer.go(reverse("orders:till", args=[payment.key]), {"answer": "pay"})
    buyer.get(reverse("orders:mine"))
    return order


def run_the_worker(private: Path, media: Path, letters: Path) -> str:
    """A worker as it runs beside the store; gives all it says."""
    done = subprocess.run(
        [sys.executable, "manage.py", "worker", "--once"],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.production.worker_settings",
            "WORKER_DATABASE": str(connection.settings_dict["NAME"]),
            "WORKER_PRIVATE_ROOT": str(private),
            "WORKER_MEDIA_ROOT": str(media),
            "WORKER_MAIL": str(letters),
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout + done.stderr


def work_at_the_bench(bench: Watched) -> None:
    bench.get(reverse("bench:list"))
    work = WorkOrder.objects.get()
    shown = bench.get(work.get_absolute_url()).content.decode()
    assert ">914</td>" in shown
    assert "91 mm" in shown
    assert WORD in shown
    for document in work.documents.all():
        pdf = b"".join(bench.get(document.get_absolute_url()).streaming_content)  # type: ignore[attr-defined]
        assert pdf.startswith(b"%PDF")
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
        assert any(WORD in page for page in pages) == (document.kind == Document.Kind.SPEC_SHEET)
    bench.go(reverse("bench:move", args=[work.pk]), {"from": "waiting", "to": "in_production"})


def tables() -> str:
    """Every row of every table."""
    said = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            said += [f"{table} {row!r}" for row in cursor.fetchall()]
    return "\n".join(said)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_nothing_anywhere_shows_her_measurements(
    tailor: User, tmp_path: Path, settings: Any, log: Everything
) -> None:
    private, media, letters = tmp_path / "private", tmp_path / "media", tmp_path / "mail"
    settings.PRIVATE_ROOT, settings.MEDIA_ROOT = private, media
    for folder in (private, media, letters):
        folder.mkdir()
    furnished.lay()

    guest, buyer, bench, stranger = Watched(), Watched(), Watched(), Watched()
    guest.go(reverse("measurements:edit"), {"unit": "cm", **A_GUESTS})
    order = buy_a_dress(buyer)
    for design in Design.objects.all():
        buyer.post(reverse("studio:share", args=[design.key]))
    said = run_the_worker(private, media, letters)
    bench.force_login(tailor)
    work_at_the_bench(bench)

    # They are there to be found: whoever may read them does.
    assert Profile.objects.get().values == MM
    assert OrderLine.objects.get().frozen["body"]["values"]["bust_girth"] == 913.7
    sessions = [SessionStore().decode(row.session_data) for row in Session.objects.all()]
    assert any(leaks(str(session)) for session in sessions)
    assert leaks(str(OrderLine.objects.get().frozen))
    for tailor in (Profile.objects.get().tailor, OrderLine.objects.get().frozen["tailor"]):
        assert tailor["sides"]["shoulder"] == {"side": "left", "by": 91.37}
        assert WORD in tailor["notes"]
    assert Document.objects.count() == 2

    # The database: as tables, and as the bytes of its files.
    assert not leaks(tables())
    database = Path(connection.settings_dict["NAME"])
    files = [database, *database.parent.glob(f"{database.name}-*")]
    for path in files:
        assert not leaks(path.read_bytes()), path
    assert all(s.session_data.startswith(BEGINNING) for s in Session.objects.all())
    assert all(row.args_kwargs["kwargs"] == {} for row in DBTaskResult.objects.all())

    # The folders: nothing but what is sealed in the private one, no word of her in the others.
    kept = [path for path in private.rglob("*") if path.is_file()]
    assert len(kept) == 2
    assert all(path.read_text().startswith(BEGINNING) for path in kept)
    assert list(media.glob(f"{share_cards.FOLDER}*.png")), "the cards of shared links"
    posted = [path for path in letters.rglob("*") if path.is_file()]
    assert posted
    for path in [*posted, *(path for path in media.rglob("*") if path.is_file())]:
        assert not leaks(path.read_bytes()), path

    # What was logged, where everybody went, and what they carry.
    assert not leaks(said)
    assert log.lines
    assert not leaks("\n".join(log.lines))
    for browser in (guest, buyer, bench):
        assert not leaks("\n".join(browser.noted))

    # What may be passed on: her design, its pictures, the page of her order.
    designs = list(Design.objects.all())
    assert designs
    signed = tracking.signed(order)
    for path in (
        *(reverse("studio:shared", args=[share(design)]) for design in designs),
        *(
            reverse("studio:shared_picture", args=[share(design), view])
            for design in designs
            for view in ("front", "back")
        ),
        reverse("orders:tracking", args=[signed]),
        reverse("orders:confirmation", args=[signed]),
        reverse("orders:picture", args=[signed, 1]),
        *(share_cards.of_design(design).address for design in designs),
    ):
        shown = stranger.get(path)
        assert shown.status_code == 200, path
        assert not leaks(shown.getvalue()), path
    assert stranger.get(reverse("orders:own_picture", args=[signed, 1])).status_code == 404
