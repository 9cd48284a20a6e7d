"""The card of a shared link: 1200 × 630, made by the worker, found by what it shows."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from PIL import Image, ImageColor

from configurator import share_cards
from configurator.models import Design, new_key
from configurator.pngs import CARD, CARD_BYTES, PAPER, card
from patterns.models import PatternTemplate, ReadyMadePiece
from tests.orders import shop

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    share_cards._begun.clear()


def sheath() -> PatternTemplate:
    return PatternTemplate.objects.get(slug="sheath-dress")


def designed(**choices: Any) -> Design:
    template = sheath()
    fabric = template.offered_fabrics()[0]
    return Design.objects.create(
        template=template, fabric=fabric, choices=choices, share_key=new_key()
    )


def make_all() -> None:
    """As the worker does."""
    for row in DBTaskResult.objects.filter(task_path=share_cards.make_card.module_path):
        share_cards.make_card.call(*row.args_kwargs["args"])


def test_who_fetches_a_card_first_gets_it(client: Client) -> None:
    design = designed()
    address = share_cards.of_design(design).address
    after = client.get(address)
    assert after["Content-Type"] == "image/png"
    assert "immutable" in after["Cache-Control"]
    content = b"".join(after.streaming_content)  # type: ignore[attr-defined]
    assert len(content) < CARD_BYTES
    picture = Image.open(io.BytesIO(content))
    assert (picture.format, picture.size) == ("PNG", CARD)
    # front and back stand at the right, the words at the left
    drawn = picture.convert("RGB")
    paper = drawn.getpixel((4, 4))
    for x in (range(620, 860), range(860, 1160), range(60, 560)):
        assert any(drawn.getpixel((at, y)) != paper for at in x for y in range(90, 560, 5))
    assert "no-cache" in client.get(address.split("?")[0])["Cache-Control"]
    asked = DBTaskResult.objects.filter(task_path=share_cards.make_card.module_path)
    assert not asked.exists(), "nothing is left to be made"


def test_the_stores_own_card_stands_in_while_others_are_made(client: Client) -> None:
    design = designed()
    address = share_cards.of_design(design).address
    with share_cards._turn:
        asked_at = monotonic()
        before = client.get(address)
        assert monotonic() - asked_at < 1, "nobody waits for another's card"
        assert before.status_code == 302
        assert before["Location"].endswith("share.png")
        assert "no-store" in before["Cache-Control"]
        client.get(address)
    asked = DBTaskResult.objects.filter(args_kwargs__args__1=design.share_key)
    assert asked.count() == 1, "asked for once"
    make_all()
    assert client.get(address)["Content-Type"] == "image/png"


def test_a_few_a_minute_are_made_for_whoever_asks(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_cards, "drawn", lambda subject: b"a card")
    designs = [designed(length=500.0 + number) for number in range(share_cards.A_MINUTE + 1)]
    answers = [client.get(share_cards.of_design(design).address) for design in designs]
    assert [answer.status_code for answer in answers] == [200] * share_cards.A_MINUTE + [302]
    monkeypatch.setattr(share_cards, "monotonic", lambda: monotonic() + 61)
    assert client.get(share_cards.of_design(designs[-1]).address).status_code == 200


@pytest.mark.parametrize("at", ["drawing", "saving"])
def test_a_card_that_cannot_be_made_is_told_to_the_house_and_not_to_the_crawler(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, at: str
) -> None:
    def fails(*_: object, **__: object) -> bytes:
        raise OSError("no room left")

    what = (share_cards, "drawn") if at == "drawing" else (default_storage, "save")
    monkeypatch.setattr(*what, fails)
    answer = client.get(share_cards.of_design(designed()).address)
    assert answer.status_code == 302
    assert answer["Location"].endswith("share.png")
    assert "could not be made" in caplog.text


def test_of_two_that_make_it_at_once_one_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    subject = share_cards.of_design(designed())

    def meanwhile(subject: share_cards.Subject) -> bytes:
        default_storage.save(subject.file, ContentFile(b"the other's"))
        return b"this one's"

    monkeypatch.setattr(share_cards, "drawn", meanwhile)
    share_cards.make_card.call(subject.kind, subject.key, subject.digest)
    kept = default_storage.listdir(share_cards.FOLDER)[1]
    assert kept == [subject.file.rpartition("/")[2]]


def test_a_card_follows_from_what_it_shows_and_nothing_else() -> None:
    design = designed(neckline="scoop")
    first = share_cards.of_design(design)
    design.save()
    assert share_cards.of_design(Design.objects.get()).digest == first.digest
    design.choices = {"neckline": "v"}
    assert share_cards.of_design(design).digest != first.digest
    design.choices, design.fabric = {"neckline": "scoop"}, design.template.offered_fabrics()[1]
    assert share_cards.of_design(design).digest != first.digest


def test_a_card_that_nobody_wants_any_more_is_not_made() -> None:
    design = designed(neckline="scoop")
    before = share_cards.of_design(design)
    Design.objects.update(choices={"neckline": "v"})
    assert not share_cards.make_card.call("shared", design.share_key, before.digest)
    assert not default_storage.exists(before.file)


@pytest.mark.parametrize("kind", ["template", "piece", "shared"])
def test_what_may_not_be_shown_has_no_card(client: Client, kind: str) -> None:
    PatternTemplate.objects.filter(slug="sheath-dress").update(live=False)
    piece = ReadyMadePiece.objects.first()
    assert piece is not None
    ReadyMadePiece.objects.filter(pk=piece.pk).update(live=False)
    key = {"template": "sheath-dress", "piece": piece.slug, "shared": designed().key}[kind]
    assert client.get(reverse(f"studio:{kind}_card", args=[key])).status_code == 404


def test_an_address_has_no_choice_and_no_measurement_in_it(client: Client) -> None:
    design = designed(length=587.0)
    assert re.fullmatch(
        r"/studio/shared/[\w-]{22}/card\.png\?v=[0-9a-f]{16}", share_cards.of_design(design).address
    )


@pytest.mark.parametrize("shared", [True, False])
def test_the_studio_shows_its_card_to_who_shows_links(client: Client, shared: bool) -> None:
    design = designed()
    page = client.get(design.shared_address if shared else "/studio/sheath-dress/").content.decode()
    found = set(re.findall(r'(?:og|twitter):image" content="([^"]*)"', page))
    subject = share_cards.of_design(design) if shared else share_cards.of_template(sheath())
    assert subject is not None
    assert found == {f"http://localhost:8000{subject.address}"}


def test_a_card_is_asked_for_as_its_link_is_made_and_goes_with_it(client: Client) -> None:
    design = shop.designed(client)
    client.post(reverse("studio:share", args=[design.key]))
    make_all()
    design.refresh_from_db()
    address, file = share_cards.of_design(design).address, share_cards.of_design(design).file
    assert client.get(address).status_code == 200
    client.post(reverse("studio:stop_sharing", args=[design.key]))
    assert client.get(address).status_code == 404
    assert not default_storage.exists(file)


def test_cards_of_what_hangs_in_the_shop_are_asked_for_few_at_a_time() -> None:
    assert share_cards.ask_for_published() == share_cards.AT_ONCE
    assert share_cards.ask_for_published() == share_cards.AT_ONCE
    rows = DBTaskResult.objects.filter(task_path=share_cards.make_card.module_path)
    assert len({str(row.args_kwargs) for row in rows}) == 2 * share_cards.AT_ONCE
    assert all(row.priority < 0 for row in rows), "letters and documents go first"


def test_no_more_wait_than_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share_cards, "WAITING", 2)
    lengths = (560.0, 570.0, 580.0)
    asked = [share_cards.ask(share_cards.of_design(designed(length=each))) for each in lengths]
    assert asked == [1, 1, 0]


def test_old_cards_and_those_beyond_the_limit_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share_cards, "MOST", 2)
    names = [
        default_storage.save(f"{share_cards.FOLDER}{n}.png", ContentFile(b"x")) for n in range(4)
    ]
    ages = dict(zip(names, (40, 3, 2, 1), strict=True))
    monkeypatch.setattr(
        default_storage,
        "get_modified_time",
        lambda name: timezone.now() - timedelta(days=ages[name]),
    )
    assert share_cards.tidy() == 2
    assert [default_storage.exists(name) for name in names] == [False, False, True, True]


def test_a_card_without_a_drawing_says_its_name() -> None:
    content = card("An uncommonly long name for a garment with sleeves", "Wool crêpe, navy", [])
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    assert picture.size == CARD
    words = picture.crop((60, 200, 1200, 600))
    assert words.getpixel((0, 0)) == ImageColor.getrgb(PAPER)
    assert len(words.getcolors(words.width * words.height)) > 1
