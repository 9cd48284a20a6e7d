"""Her designs: kept, named, copied, shared and deleted; and shut to everybody else."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from configurator import keeping
from configurator.models import Design
from orders.models import BasketLine
from patterns.models import Fabric, PatternTemplate

from .conftest import HER, measured
from .test_studio import CHANGE, NEW, change, key_of, page

DOORS = ("rename", "copy", "delete", "share", "stop_sharing")


def kept(client: Client, **fields: str) -> Design:
    """A design that she has made just now."""
    return Design.objects.get(key=key_of(page(change(client, **fields))))


def do(client: Client, door: str, design: Design, **data: str) -> Any:
    return client.post(reverse(f"studio:{door}", args=[design.key]), data)


def shared(design: Design) -> str:
    design.share_key = keeping.share(design)
    return design.shared_address


@pytest.mark.usefixtures("demo")
class TestHers:
    def test_a_guests_designs_are_moved_to_the_account_she_signs_in_to(
        self, guest: Client, customer: User
    ) -> None:
        design = kept(guest, design__name="For Sundays")
        answer = guest.post(
            reverse("account_login"),
            {"login": customer.email, "password": "a password for tests"},
        )
        assert answer.status_code == 302
        design.refresh_from_db()
        assert design.owner == customer
        another_device = Client()
        another_device.force_login(customer)
        assert "For Sundays" in page(another_device.get("/studio/designs/"))

    def test_two_first_changes_sent_at_once_are_one_design_of_hers(self, guest: Client) -> None:
        key = key_of(page(guest.get(NEW)))
        other = Client()  # neither has heard the other's answer
        other.cookies.load({name: morsel.value for name, morsel in guest.cookies.items()})
        change(guest, length="70", design__key=key)
        change(other, length="71", design__key=key)
        assert Design.objects.get().choices["length"] == 710.0
        for client in (guest, other):
            assert client.get(f"/studio/d/{key}/").status_code == 200

    def test_a_name_is_kept_with_what_she_chose(self, guest: Client) -> None:
        design = kept(guest, design__name="  For \n Sundays  ")
        assert design.name == "For Sundays"
        assert 'value="For Sundays"' in page(guest.get(design.get_absolute_url()))

    def test_the_page_of_her_designs_lists_them_with_pictures(self, guest: Client) -> None:
        design = kept(guest)
        html = page(guest.get("/studio/designs/"))
        picture = reverse("studio:design_picture", args=[design.key, "front"])
        assert picture in html
        assert guest.get(picture)["Content-Type"] == "image/svg+xml"
        assert "the latest 60" in html

    def test_many_are_told_page_by_page(
        self, customer: User, sheath: PatternTemplate, navy: Fabric
    ) -> None:
        client = Client()
        client.force_login(customer)
        for number in range(30):
            Design.objects.create(
                template=sheath, fabric=navy, owner=customer, name=f"Number {number} of them"
            )
        first, second = (page(client.get(f"/studio/designs/?page={n}")) for n in (1, 2))
        assert "Page 1 of 2" in first
        assert "Number 29 of them" in first
        assert "Number 0 of them" not in first
        assert "Number 0 of them" in second

    def test_she_renames_it_and_may_take_the_name_away(self, guest: Client) -> None:
        design = kept(guest)
        answer = do(guest, "rename", design, name="x" * 80)
        assert answer["Location"].endswith(f"#design-{design.key}")
        design.refresh_from_db()
        assert design.name == "x" * 60
        do(guest, "rename", design, name=" ")
        design.refresh_from_db()
        assert design.called == "Sheath dress in Wool crêpe, navy"

    def test_a_copy_stands_beside_it_and_changes_alone(self, guest: Client) -> None:
        design = kept(guest, length="70", design__name="First")
        shared(design)
        do(guest, "copy", design)
        made = Design.objects.exclude(pk=design.pk).get()
        assert (made.name, made.share_key) == ("First, copy", None)
        change(guest, length="80", design__key=made.key)
        design.refresh_from_db()
        assert design.choices["length"] == 700.0

    def test_a_deleted_one_is_gone_once_she_has_been_asked(self, guest: Client) -> None:
        design = kept(guest, design__name="Old")
        address = shared(design)
        asked = page(guest.get(reverse("studio:delete", args=[design.key])))
        assert "Delete Old?" in asked
        assert "share link opens nothing any more" in asked
        assert "basket" not in asked.split("<main")[1].split("</main")[0]
        assert Design.objects.filter(pk=design.pk).exists()
        do(guest, "delete", design)
        assert not Design.objects.exists()
        assert Client().get(address).status_code == 404

    def test_what_lies_in_a_basket_stays_there_when_it_is_deleted(self, her: Client) -> None:
        design = kept(her, neckline="v")
        her.post(reverse("orders:add_design", args=[design.key]))
        assert "lies in a basket" in page(her.get(reverse("studio:delete", args=[design.key])))
        do(her, "delete", design)
        assert her.get(design.get_absolute_url()).status_code == 404
        assert design.called not in page(her.get("/studio/designs/"))
        basket = page(her.get(reverse("orders:basket")))
        assert "V-neck" in basket
        assert "no longer offered" not in basket
        assert design.key not in basket
        change(her, neckline="square", design__key=design.key)  # a tab that was left open
        assert "V-neck" in page(her.get(reverse("orders:basket")))
        assert keeping.clear_away() == 0
        BasketLine.objects.all().delete()
        assert keeping.clear_away() == 1
        assert not Design.objects.filter(pk=design.pk).exists()

    def test_she_takes_names_and_share_links_along(self, customer: User, demo: None) -> None:
        client = Client()
        client.force_login(customer)
        address = shared(kept(client, design__name="For Sundays"))
        held = json.dumps(keeping.held_of(customer), default=str)
        assert "For Sundays" in held
        assert address in held


@pytest.mark.usefixtures("demo")
class TestStrangers:
    @pytest.mark.parametrize("signed_in", [False, True])
    def test_none_of_her_doors_opens_to_another(
        self, design: Design, customer: User, signed_in: bool
    ) -> None:
        before = Design.objects.values().get()
        keeping.share(design)
        stranger = Client()
        if signed_in:
            stranger.force_login(customer)
        for door in DOORS:
            for key in (design.key, design.share_key, "no-such"):
                path = reverse(f"studio:{door}", args=[key])
                assert stranger.post(path, {"name": "Mine"}).status_code == 404, path
        pages = ("design", "delete")
        assert all(
            stranger.get(reverse(f"studio:{door}", args=[design.key])).status_code == 404
            for door in pages
        )
        assert stranger.get(f"/studio/d/{design.key}/front.svg").status_code == 404
        assert stranger.post(f"/basket/design/{design.key}/").status_code == 404
        after = Design.objects.values().get()
        assert {**after, "share_key": None} == before

    def test_not_there_and_not_hers_are_told_alike(self, guest: Client, design: Design) -> None:
        foreign = guest.get(design.get_absolute_url())
        unknown = guest.get(f"/studio/d/{'x' * 22}/")
        assert (foreign.status_code, unknown.status_code) == (404, 404)
        assert "No design opens here" in page(foreign)
        assert page(foreign).replace(design.key, "x" * 22) == page(unknown)

    def test_a_form_with_anothers_key_neither_writes_hers_nor_reads_it(
        self, guest: Client, design: Design
    ) -> None:
        keeping.share(design)
        for key in (design.key, design.share_key, "short", "'" * 22):
            response = guest.post(CHANGE, {"design-key": key, "fabric-slug": "wool-crepe-navy"})
            mine = Design.objects.get(key=response["Location"].split("/")[3])
            assert mine.pk != design.pk
            assert mine.choices["length"] == 600.0, "as offered, not as she has it"
        design.refresh_from_db()
        assert design.choices["neckline"] == "v"
        assert not Design.objects.filter(key="short").exists()

    def test_an_accounts_design_is_not_changed_by_the_session_that_began_it(
        self, guest: Client, customer: User
    ) -> None:
        design = kept(guest)
        Design.objects.update(owner=customer)
        change(guest, length="77", design__key=design.key)
        design.refresh_from_db()
        assert design.choices["length"] == 600.0
        assert Design.objects.count() == 2

    def test_a_signed_in_womans_design_is_hers_on_any_device(self, customer: User) -> None:
        phone, desk = Client(), Client()
        phone.force_login(customer)
        desk.force_login(customer)
        design = kept(phone)
        change(desk, length="77", design__key=design.key)
        design.refresh_from_db()
        assert design.choices["length"] == 770.0


@pytest.mark.usefixtures("demo")
class TestSharing:
    def test_nothing_is_shared_before_she_says_so(self, guest: Client) -> None:
        design = kept(guest)
        assert design.share_key is None
        assert "/studio/shared/" not in page(guest.get(design.get_absolute_url()))

    def test_the_studios_button_keeps_what_stands_in_the_form_first(self, guest: Client) -> None:
        answer = change(guest, htmx=False, then__do="share", length="83")
        design = Design.objects.get()
        assert answer["Location"] == f"{design.get_absolute_url()}#keeping"
        assert design.choices["length"] == 830.0
        assert f"http://testserver{design.shared_address}" in page(guest.get(answer["Location"]))

    def test_others_see_it_on_the_stock_figure_and_nothing_of_her(self, her: Client) -> None:
        design = kept(her, length="61.7", neckline="v", design__name="For the belly")
        address = shared(design)
        theirs = page(Client().get(address))
        assert "On your figure" in page(her.get(design.get_absolute_url()))
        assert "on our stock figure" in theirs
        assert "V-neck" in theirs
        assert "the knee" in theirs
        words = re.sub(r"<svg.*?</svg>", "", theirs, flags=re.DOTALL)
        hidden = ("96.3", "80.1", "103.7", "171.2", "963", "801", "1037", "1712")
        for text in (*hidden, "61.7", "617", "belly", design.key):
            assert text not in words
        assert Design.objects.get().choices.keys().isdisjoint(HER)
        assert '<meta name="robots" content="noindex">' in theirs
        title = '<meta property="og:title" content="Sheath dress in Wool crêpe, navy">'
        assert title in theirs
        assert re.search(r'<meta property="og:image" content="http[^"]+/card\.png', theirs)

    def test_its_picture_is_the_same_whoever_asks(self, her: Client, design: Design) -> None:
        path = reverse("studio:shared_picture", args=[keeping.share(design), "front"])
        hers, theirs = her.get(path), Client().get(path)
        assert hers["Content-Type"] == "image/svg+xml"
        assert hers.content == theirs.content
        assert her.get(path, HTTP_IF_NONE_MATCH=hers["ETag"]).status_code == 304

    def test_another_takes_it_as_her_start(self, guest: Client, design: Design) -> None:
        address = shared(design)
        html = page(guest.get(address))
        assert "Make it yours" in html
        measured(guest)
        answer = guest.post(f"{address}take/")
        mine = Design.objects.exclude(pk=design.pk).get()
        assert answer["Location"] == mine.get_absolute_url()
        assert mine.choices == design.choices
        assert mine.share_key is None
        assert "On your figure" in page(guest.get(answer["Location"]))
        change(guest, length="90", design__key=mine.key)
        design.refresh_from_db()
        assert design.choices["length"] == 640.0

    def test_a_link_that_was_stopped_opens_nothing_and_a_new_one_is_another(
        self, guest: Client
    ) -> None:
        design = kept(guest)
        first = shared(design)
        do(guest, "stop_sharing", design)
        assert Client().get(first).status_code == 404
        assert Client().post(f"{first}take/").status_code == 404
        assert Client().get(f"{first}front.svg").status_code == 404
        do(guest, "share", design)
        design.refresh_from_db()
        assert design.shared_address != first
        assert Client().get(design.shared_address).status_code == 200

    def test_sharing_twice_is_one_link(self, guest: Client) -> None:
        design = kept(guest)
        assert keeping.share(design) == keeping.share(Design.objects.get())
