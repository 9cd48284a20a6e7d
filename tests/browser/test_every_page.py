"""Every page of ours, on a telephone, a tablet and a desk: it has its heading, nothing scrolls sideways, and
axe finds nothing, contrast and targets included.

The pages are those of the table of doors, which holds every address there is, and of the sitemap, which
holds every page that editors keep: a new one is looked at without being named here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from bench import browsing
from cms.demo.pieces import PIECES
from tests.config.test_doors import DOORS, Door, address

from .conftest import Store
from .looking import DESK, fits

ROLES = ("buyer", "nobody", "tailor", "merchandiser")
"""Who looks: the first of these to whom a page shows itself."""
NOT_FOUND = {"/no/such/page/": 404}
SHELVES = (
    "/catalogue/?kind=dress&colour=red&to=400",
    "/catalogue/?q=slik+dres",
    "/catalogue/?from=x",
)
LEADS_ON = {
    "measurements/guided/", "orders/<str:signed>/paid/<str:key>/",
    "accounts/login/code/confirm/", "accounts/password/set/", "accounts/reauthenticate/",
    "accounts/security/authenticate/", "accounts/security/reauthenticate/",
    "accounts/security/totp/activate/", "accounts/security/recovery-codes/generate/",
    "accounts/security/webauthn/add/", "accounts/security/webauthn/login/",
    "accounts/security/webauthn/reauthenticate/",
    "accounts/security/webauthn/keys/<int:pk>/remove/",
    "accounts/security/webauthn/keys/<int:pk>/edit/",
    "admin/login/", "admin/password_reset/", "_util/login/",
}  # fmt: skip
"""No pages as this world stands: they lead to others. test_account_pages.py looks at those of them that show
themselves to a woman with a second factor."""

Pages = dict[str, tuple[str, str]]  # by route: who looks, at what


def pages() -> list[tuple[str, Door]]:
    """Each address of ours that a browser opens as a page, as one comes to it."""
    found = []
    for route, doors in DOORS.items():
        for door in doors if isinstance(doors, list) else [doors]:
            opened = [role for role in ROLES if door.answers[role] == "open"]
            a_file = re.search(r"\.\w+$", route)
            if door.post is None and opened and not a_file and route not in LEADS_ON:
                found.append((route, door))
    return found


class Customer(browsing.Browser):
    """A buyer, a tailor or a merchandiser, to make by plain requests what is then looked at."""

    def do(self, at: str, to: str = "", **said: str) -> str:
        """Send the form that stands at an address, with what she says in it; gives where that leads."""
        form = browsing.fields(self.get(at).text) if at else {}
        answer = self.post(to or at, {**form, **said})
        assert answer.status == 302, (at, to, answer.status, answer.text[-3000:])
        return answer.headers["Location"]

    def find(self, at: str, pattern: str) -> str:
        found = re.search(pattern, self.get(at).text)
        assert found, (at, pattern)
        return found[1]


@pytest.fixture(scope="module")
def world(store: Store) -> tuple[dict[str, str], dict[str, Customer]]:
    """What the addresses' gaps stand for, as in the table's own world; and who is signed in."""
    port = urlsplit(store.url).port or 0
    people = {role: Customer(port) for role in ROLES}
    for role in ("tailor", "merchandiser"):
        email = f"{role}@toile.example"
        people[role].do("/accounts/login/", login=email, password=store.logins[email])
    buyer = people["buyer"]
    said = {"email": "every.page@example.com", "password1": "wool-and-linen-42"}
    buyer.do("/accounts/signup/", **said)
    measured = {"height": "168", "bust_girth": "92", "waist_girth": "74", "hip_girth": "99"}
    buyer.do("/measurements/all/", unit="cm", system="cm", **measured)
    cloth = buyer.find("/studio/sheath-dress/", r'name="fabric-slug" value="([\w-]+)"')
    chosen = buyer.do("", "/studio/sheath-dress/change/", **{"fabric-slug": cloth})
    design = chosen.split("/")[-2]
    buyer.do("", f"/studio/d/{design}/share/")
    buyer.do("", f"/basket/design/{design}/")
    name = {"name": "Anna Muster", "street": "1 rue de la Paix", "postcode": "75002"}
    whose = {"email": said["email"], **name, "city": "Paris", "country": "FR"}
    paid = urlsplit(buyer.do("", buyer.do("/checkout/", **whose), answer="pay")).path
    size = buyer.find(f"/catalogue/{PIECES[0].template}/", r'<option value="(\d+)"')
    buyer.do("", "/basket/piece/", size=size)
    till = buyer.do("/checkout/", **whose)
    buyer.do("", "/basket/piece/", size=size)  # so that the basket is not empty
    values = {
        "design": design,
        "share key": buyer.find(f"/studio/d/{design}/", r"/studio/shared/([\w-]+)/"),
        "template": "sheath-dress",
        "piece": PIECES[0].slug,
        "measurement": "bust_girth",
        "order": paid.split("/")[2],
        "payment": till.split("/")[-2],
        "work": people["tailor"].find("/bench/", r'href="/bench/(\d+)/'),
        "profile": buyer.find("/measurements/", r"/measurements/profiles/(\d+)/"),
    }
    return values, people


@pytest.fixture(scope="module")
def contexts(
    browser: Browser, store: Store, world: tuple[dict[str, str], dict[str, Customer]]
) -> Iterator[dict[str, BrowserContext]]:
    opened = {}
    for role, person in world[1].items():
        opened[role] = browser.new_context(
            base_url=store.url, viewport={"width": DESK, "height": 900}
        )
        kept = person.cookies.items()
        opened[role].add_cookies([{"name": n, "value": v, "url": store.url} for n, v in kept])
    yield opened
    for context in opened.values():
        context.close()


def look_at(context: BrowserContext, path: str, status: int = 200) -> bool:
    """Look at a page; False where it is none, but leads to another."""
    page = context.pages[0] if context.pages else context.new_page()
    answer = page.goto(path)
    assert answer is not None
    arrived = urlsplit(page.url).path == urlsplit(path).path
    if arrived:
        assert answer.status == status, path
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
        fits(page)
    return arrived


@pytest.mark.parametrize(("route", "door"), pages(), ids=[route for route, _ in pages()])
def test_a_page(
    route: str,
    door: Door,
    world: tuple[dict[str, str], dict[str, Customer]],
    contexts: dict[str, BrowserContext],
) -> None:
    path = address(route, door, world[0])
    opened = [role for role in ROLES if door.answers[role] == "open"]
    shown = any(look_at(contexts[role], path) for role in opened)
    assert shown, "it leads on, whoever comes: to where is it looked at?"


def test_every_page_that_editors_keep(contexts: dict[str, BrowserContext]) -> None:
    nobody = contexts["nobody"]
    listed = nobody.request.get("/sitemap.xml").text()
    paths = [urlsplit(found).path for found in re.findall(r"<loc>([^<]+)</loc>", listed)]
    assert len(paths) > 20
    for path in (*paths, *SHELVES):
        assert look_at(nobody, path), path


@pytest.mark.parametrize(("path", "status"), NOT_FOUND.items())
def test_a_page_that_is_not_there(
    contexts: dict[str, BrowserContext], path: str, status: int
) -> None:
    assert look_at(contexts["nobody"], path, status)
