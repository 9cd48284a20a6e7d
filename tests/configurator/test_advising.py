"""What the studio says is worth measuring next: for this design, by what she gave herself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from configurator import advising
from configurator.advising import advised
from configurator.models import Design
from measurements.keeping import Kept
from measurements.models import Profile
from measurements.statistics import complete
from patterns.drafting.draft import Refusal
from patterns.models import PatternTemplate
from patterns.worth_taking import needed

from .conftest import HER, measured
from .test_studio import AS_OFFERED, HTMX, NEW, change, key_of, page

WORTH = "/studio/sheath-dress/worth/"
ODD: Mapping[str, float] = {**HER, "bust_girth": 700.0, "waist_girth": 1500.0}


def worth(client: Client, **fields: str) -> str:
    data = {**AS_OFFERED, **{name.replace("__", "-"): value for name, value in fields.items()}}
    response: Any = client.post(WORTH, data, **HTMX)  # type: ignore[arg-type]
    assert response.status_code == 200
    return page(response)


def named(html: str) -> list[str]:
    """The measurements that lead to their own page, in the order in which they are named."""
    return re.findall(r'href="/measurements/guided/(\w+)/', html)


def test_the_best_comes_first_with_how_much_surer_the_fit_would_be(her: Client) -> None:
    html = worth(her)

    assert named(html)[:2] == ["back_width", "back_neck_to_waist"]
    assert "It makes the fit surer than all else together" in html
    off = [float(mm) for mm in re.findall(r"([\d.]+)\N{NO-BREAK SPACE}mm", html)]
    then, now, after_both = off
    assert after_both < then < now


def test_another_design_wants_another_measurement(her: Client) -> None:
    assert "outer_arm_length" not in named(worth(her))
    assert "outer_arm_length" in named(worth(her, sleeves="long"))


def test_what_she_took_is_not_asked_for_again(demo: None) -> None:
    first, second = named(worth(measured(Client())))[:2]
    value = complete(HER)[first]

    assert named(worth(measured(Client(), {**HER, first: value})))[0] == second


def test_once_all_is_measured_it_says_so(sheath: PatternTemplate) -> None:
    names = needed(sheath.spec, {})
    client = measured(Client(), {**HER, **{name: complete(HER)[name] for name in names}})

    html = worth(client)
    assert "All that this garment needs is measured." in html
    assert not named(html)
    assert "/measurements/twice/?also=back_width,back_neck_to_waist&amp;" in html


def test_what_only_moves_lines_is_named_as_estimated(her: Client) -> None:
    html = page(her.post("/studio/pencil-skirt/worth/", {}, **HTMX))  # type: ignore[arg-type]

    assert "All that this garment’s finished measures rest on is measured" in html
    assert "waist_to_hip" in named(html)


def test_in_inches_for_whoever_measures_in_them(demo: None) -> None:
    html = worth(measured(Client(), unit="in"))

    assert re.search(r"0\.\d+\N{NO-BREAK SPACE}in", html)
    assert "mm" not in html


def test_what_came_from_a_size_is_still_worth_measuring(sheath: PatternTemplate) -> None:
    how: Any = {name: {"way": "size", "error": 25.0} for name in HER if name != "height"}
    sized = advised(sheath.spec, {}, Kept(HER, how))
    assert sized is not None
    assert {step.name for step in sized.steps} & set(how)


def test_each_leads_to_its_own_page_and_back_to_the_design(her: Client) -> None:
    key = key_of(page(change(her)))
    html = worth(her, design__key=key)
    links = re.findall(r'href="(/measurements/[^"]+)"', html)

    assert links
    assert all(link.endswith(f"next=/studio/d/{key}/") for link in links)
    [first, *_] = links
    where, value = first.replace("&amp;", "&"), {"back_width": "36", "keep": "yes", "once": "yes"}
    assert her.get(where).status_code == 200
    assert her.post(where, {**value, "unit": "cm"})["Location"] == f"/studio/d/{key}/"
    assert "back_width" not in named(worth(her, design__key=key))


KEYS = re.compile(r"/studio/d/[\w-]+/|\.\w{12}\.|/media/images/tiles/[\w-]+\.|#f\w+-")
"""What digits an address may have: keys of designs, names of files and of parts of a drawing by their
content."""


def test_no_address_tells_of_her_body(her: Client) -> None:
    html = worth(her) + page(her.get(NEW))

    for address in re.findall(r'(?:href|action|hx-post)="([^"]*)"', html):
        assert not re.search(r"\d{3}|\d\.\d", KEYS.sub("", address))


def test_whoever_gave_nothing_is_told_nothing(guest: Client, demo: None) -> None:
    assert 'id="worth"' not in page(guest.get(NEW))
    assert not worth(guest).strip()


def test_a_body_that_cannot_be_drafted_is_said_in_words(demo: None) -> None:
    html = worth(measured(Client(), ODD))

    assert "We can’t say yet what is worth measuring next" in html
    assert not named(html)


def test_another_womans_profile_is_never_used(
    demo: None, customer: User, django_user_model: type[User]
) -> None:
    other = django_user_model.objects.create_user("other@example.com", password="pins and chalk")
    [hers, theirs] = [
        Profile.objects.create(user=user, name="Me", values=dict(values), is_default=True)
        for user, values in ((customer, HER), (other, {**HER, "back_width": 361.0}))
    ]
    client = Client()
    client.force_login(customer)

    for tried in ({}, {"wear": str(theirs.pk)}, {"profile": str(theirs.pk)}):
        assert named(worth(client, **tried))[0] == "back_width"
    client.force_login(other)
    assert "back_width" not in named(worth(client, wear=str(hers.pk)))


class TestOnThePage:
    def test_it_is_asked_for_once_the_page_is_there(
        self, her: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(advising, "worth_taking", None)  # nothing of the page waits for it
        html = page(her.get(NEW))
        response = change(her, neckline="v")

        assert f'hx-post="{WORTH}"' in html
        assert '"redrawn"' in response["HX-Trigger"]

    def test_with_scripts_off_a_button_leads_to_it(self, her: Client) -> None:
        assert 'name="then-do" value="worth"' in page(her.get(NEW))
        address = change(her, htmx=False, then__do="worth", sleeves="long")["Location"]

        kept = Design.objects.get()
        assert address == f"/studio/d/{kept.key}/?worth=yes#worth"
        assert "outer_arm_length" in named(page(her.get(address)))

    def test_whoever_comes_to_its_address_begins_anew(self, her: Client) -> None:
        assert her.get(WORTH)["Location"] == NEW

    def test_the_same_is_worked_out_once(
        self, her: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        worth(her, neck_depth="9.7")

        def worked_out(*_: object) -> None:
            raise Refusal("again", "Worked out again.")

        monkeypatch.setattr(advising, "worth_taking", worked_out)
        assert "Worked out again" not in worth(her, neck_depth="9.7")
        assert "Worked out again" in worth(her, neck_depth="9.8")
