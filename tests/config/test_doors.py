"""Every address of ours, by everyone: the right ones come in, the others don't.

The addresses are read from the resolver; one that is not in the table fails the test, so that no
room gets a door which nobody has thought about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import DjangoDbBlocker

from accounts.models import User
from accounts.roles import ensure_roles
from cms.basepage.models import BasePage
from configurator.keeping import share
from configurator.models import Design
from measurements.models import Profile
from orders import tracking
from orders.models import BasketLine, Order, Payment
from patterns.models import PatternTemplate, StockedSize
from production.documents import make_documents
from production.models import WorkOrder
from tests import furnished

# Each test starts inside the module's world, and what it does there is undone; the mark also has
# pytest-django run these before the tests that empty the database.
pytestmark = pytest.mark.django_db

Answer = Literal["open", "sign in", "shut"]
ROLES = ("nobody", "buyer", "another customer", "tailor", "merchandiser")


def who(*opened: str, nobody: Answer = "shut") -> dict[str, Answer]:
    """Open to these, shut to the others; a visitor who is not signed in is turned away or asked."""
    answers: dict[str, Answer] = dict.fromkeys(ROLES, "shut")
    return {**answers, "nobody": nobody, **dict.fromkeys(opened, "open")}


EVERYONE = who(*ROLES)
NOBODY = who()
SIGNED_IN = who(*ROLES[1:], nobody="sign in")
TAILORS = who("tailor", nobody="sign in")
MERCHANDISERS = who("merchandiser", nobody="sign in")
BUYER = who("buyer")
OWNER = who("buyer", nobody="sign in")


@dataclass(frozen=True)
class Door:
    """Who may come through, and with what one goes there; `<names>` are of the world below."""

    answers: dict[str, Answer]
    arguments: dict[str, str] = field(default_factory=dict)  # of the route, by name
    post: dict[str, str] | None = None


DESIGN = {"key": "design"}
SHARED = {"share_key": "share key"}
SLUG = {"slug": "template"}
ORDER = {"signed": "order"}
WORK = {"pk": "work"}
PROFILE = {"pk": "profile"}
WAYS_IN = ("all/", "quick/", "size/", "guided/", "twice/", "garment/", "file/")

DOORS: dict[str, Door | list[Door]] = {
    # for machines
    "robots.txt": Door(EVERYONE),
    "sitemap.xml": Door(EVERYONE),
    # the studio
    "studio/": Door(EVERYONE),
    "studio/<slug:slug>/": Door(EVERYONE, SLUG),
    "studio/<slug:slug>/change/": Door(EVERYONE, SLUG, post={}),
    "studio/<slug:slug>/worth/": Door(EVERYONE, SLUG, post={}),
    "studio/d/<str:key>/compare/": Door(BUYER, DESIGN),
    "studio/<slug:slug>/<slug:fabric>/<str:view>/shape.svg": Door(
        EVERYONE, {**SLUG, "fabric": "fabric", "view": "front"}
    ),
    "studio/<slug:key>/card.png": Door(EVERYONE, {"key": "template"}),
    "studio/pieces/<slug:key>/card.png": Door(EVERYONE, {"key": "piece"}),
    "studio/shared/<str:key>/card.png": [
        Door(EVERYONE, {"key": "share key"}),
        Door(NOBODY, {"key": "no key"}),
    ],
    "studio/designs/": Door(EVERYONE),
    "studio/d/<str:key>/": [Door(BUYER, DESIGN), Door(NOBODY, {"key": "no key"})],
    "studio/d/<str:key>/<str:view>.svg": Door(BUYER, {**DESIGN, "view": "front"}),
    "studio/d/<str:key>/name/": Door(BUYER, DESIGN, post={"name": "For Sundays"}),
    "studio/d/<str:key>/copy/": Door(BUYER, DESIGN, post={}),
    "studio/d/<str:key>/share/": Door(BUYER, DESIGN, post={}),
    "studio/d/<str:key>/delete/": Door(BUYER, DESIGN),
    "studio/shared/<str:share_key>/": [
        Door(EVERYONE, SHARED),
        Door(NOBODY, {"share_key": "design"}),  # her own key is none to share by
        Door(NOBODY, {"share_key": "no key"}),
    ],
    "studio/shared/<str:share_key>/<str:view>.svg": Door(EVERYONE, {**SHARED, "view": "back"}),
    "studio/shared/<str:share_key>/take/": Door(EVERYONE, SHARED, post={}),
    "studio/d/<str:key>/stop-sharing/": Door(BUYER, DESIGN, post={}),
    "studio/<slug:slug>/<slug:fabric>/<str:view>.svg": Door(
        EVERYONE, {**SLUG, "fabric": "fabric", "view": "front"}
    ),
    # measurements: everybody has her own; a profile is there for its owner alone
    **{f"measurements/{way}": Door(EVERYONE) for way in ("", *WAYS_IN)},
    "measurements/guided/<slug:name>/": [
        Door(EVERYONE, {"name": "bust_girth"}),
        Door(NOBODY, {"name": "no_such_girth"}),
    ],
    "measurements/figure/": [
        Door(EVERYONE, post={}),
        Door(BUYER, post={"profile": "profile"}),
    ],
    "measurements/picture/<slug:name>.svg": Door(EVERYONE, {"name": "measurement"}),
    "measurements/answer/": [
        Door(EVERYONE, post={}),
        Door(BUYER, post={"profile": "profile", "so": "nothing"}),
    ],
    "measurements/unit/": Door(EVERYONE, post={"unit": "cm"}),
    "measurements/use/": Door(OWNER, post={"profile": "profile"}),
    "measurements/profiles/": Door(SIGNED_IN, post={"name": "My sister"}),
    "measurements/profiles/<int:pk>/": [Door(OWNER, PROFILE), Door(OWNER, PROFILE, post={})],
    "measurements/profiles/<int:pk>/copy/": Door(OWNER, PROFILE, post={"name": "Copied"}),
    "measurements/profiles/<int:pk>/default/": Door(OWNER, PROFILE, post={}),
    # basket and orders
    "basket/": Door(EVERYONE),
    "basket/design/<str:key>/": Door(BUYER, DESIGN, post={}),
    "basket/piece/": Door(EVERYONE, post={}),
    "basket/<int:pk>.svg": Door(BUYER, {"pk": "basket line"}),
    "checkout/": Door(EVERYONE),
    "till/<str:key>/": [Door(EVERYONE, {"key": "payment"}), Door(NOBODY, {"key": "no key"})],
    "stripe/webhook/": Door(NOBODY, post={}),  # the demo has no Stripe account
    "orders/<str:signed>/": [Door(EVERYONE, ORDER), Door(NOBODY, {"signed": "forged"})],
    "orders/<str:signed>/thanks/": [Door(EVERYONE, ORDER), Door(NOBODY, {"signed": "forged"})],
    "orders/<str:signed>/<int:number>.svg": [
        Door(EVERYONE, {**ORDER, "number": "1"}),
        Door(NOBODY, {"signed": "forged", "number": "1"}),
    ],
    "orders/<str:signed>/<int:number>/mine.svg": [
        Door(BUYER, {**ORDER, "number": "1"}),
        Door(NOBODY, {"signed": "forged", "number": "1"}),
    ],
    "orders/<str:signed>/pay/": [
        Door(EVERYONE, ORDER, post={}),
        Door(NOBODY, {"signed": "forged"}, post={}),
    ],
    "orders/<str:signed>/paid/<str:key>/": [
        Door(EVERYONE, {**ORDER, "key": "payment"}),
        Door(NOBODY, {"signed": "forged", "key": "payment"}),
        Door(NOBODY, {**ORDER, "key": "no key"}),
    ],
    "account/orders/": Door(SIGNED_IN),
    "account/data/": Door(SIGNED_IN),
    "account/data/toile-my-data.json": Door(SIGNED_IN),
    "account/data/delete/": Door(SIGNED_IN),
    # the bench
    "bench/": Door(TAILORS),
    "bench/<int:pk>/": Door(TAILORS, WORK),
    "bench/<int:pk>/<slug:kind>-r<int:revision>.pdf": [
        Door(TAILORS, {**WORK, "kind": "spec_sheet", "revision": "1"}),
        Door(TAILORS, {**WORK, "kind": "pattern", "revision": "1"}),
    ],
    "bench/<int:pk>/move/": Door(TAILORS, WORK, post={}),
    "bench/<int:pk>/ask-again/": Door(TAILORS, WORK, post={}),
    # the merchandisers' own screens, besides Wagtail's
    "admin/stock/": Door(MERCHANDISERS),
    # accounts
    "accounts/login/": Door(EVERYONE),
    "accounts/logout/": Door(EVERYONE),
    "accounts/signup/": Door(EVERYONE),
    "accounts/inactive/": Door(EVERYONE),
    "accounts/confirm-email/": Door(EVERYONE),
    "accounts/confirm-email/<key>/": Door(EVERYONE, {"key": "no-key"}),
    "accounts/password/reset/": Door(EVERYONE),
    "accounts/password/reset/done/": Door(EVERYONE),
    "accounts/password/reset/key/<uidb36>-<key>/": Door(EVERYONE, {"uidb36": "1", "key": "no"}),
    "accounts/password/reset/key/done/": Door(EVERYONE),
    "accounts/login/code/confirm/": Door(EVERYONE),
    "accounts/login/code/": Door(EVERYONE),
    "accounts/login/link/<str:code>/": Door(EVERYONE, {"code": "none"}),
    "accounts/reauthenticate/": Door(SIGNED_IN),
    "accounts/email/": Door(SIGNED_IN),
    "accounts/password/change/": Door(SIGNED_IN),
    "accounts/password/set/": Door(SIGNED_IN),
    # second factors: signed in, she gives her password once more; each sees but her own
    "accounts/security/": Door(SIGNED_IN),
    "accounts/security/authenticate/": Door(EVERYONE),
    "accounts/security/reauthenticate/": Door(SIGNED_IN),
    "accounts/security/totp/activate/": Door(SIGNED_IN),
    "accounts/security/totp/deactivate/": Door(who(nobody="sign in")),  # there is none
    "accounts/security/recovery-codes/": Door(who(nobody="sign in")),
    "accounts/security/recovery-codes/generate/": Door(SIGNED_IN),
    "accounts/security/recovery-codes/download/": Door(who(nobody="sign in")),
    "accounts/security/webauthn/": Door(SIGNED_IN),
    "accounts/security/webauthn/add/": Door(SIGNED_IN),
    "accounts/security/webauthn/login/": Door(EVERYONE),
    "accounts/security/webauthn/reauthenticate/": Door(SIGNED_IN),
    "accounts/security/webauthn/keys/<int:pk>/remove/": Door(SIGNED_IN, {"pk": "1"}),
    "accounts/security/webauthn/keys/<int:pk>/edit/": Door(SIGNED_IN, {"pk": "1"}),
    # ways in that Wagtail brings along lead to ours
    "admin/password_reset/": Door(who("nobody", "merchandiser")),
    "admin/login/": Door(who("nobody", "merchandiser")),
    "_util/login/": Door(EVERYONE),
    "media/<path>": Door(NOBODY, {"path": "images/none.png"}),
    # last, since it is gone then
    "measurements/profiles/<int:pk>/delete/": Door(OWNER, PROFILE, post={}),
}

# What Wagtail mounts: its admin is walked below, its pages and documents serve themselves.
WAGTAILS_OWN = re.compile(r"admin/|documents/|_util/|<path>/?$|$")


def routes() -> Iterator[tuple[str, URLPattern]]:
    """Every route, as `path()` writes it, with its pattern."""

    def walk(resolver: URLResolver, before: str) -> Iterator[tuple[str, URLPattern]]:
        for pattern in resolver.url_patterns:
            route = before + plain(str(pattern.pattern))
            if isinstance(pattern, URLPattern):
                yield route, pattern
            else:
                yield from walk(pattern, route)

    yield from walk(get_resolver(), "")


def plain(regex: str) -> str:
    """A regular expression's named groups as <names>; a route of `path()` stays as it is."""
    while (found := re.search(r"\(\?P<(\w+)>", regex)) is not None:
        depth, end = 1, found.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(regex[end], 0)
            end += 1
        regex = f"{regex[: found.start()]}<{found[1]}>{regex[end:]}"
    return regex.replace("\\.", ".").strip("^$")


def ours() -> set[str]:
    """The routes that the table must have: all but those that Wagtail's own views answer."""
    found = set()
    for route, pattern in routes():
        view = getattr(pattern.callback, "view_class", pattern.callback)
        wagtails = view.__module__.startswith("wagtail.") or WAGTAILS_OWN.match(route)
        if not wagtails or view.__module__.startswith("cms."):
            found.add(route)
    return found


# --- the world that is looked at ------------------------------------------------------------------


@dataclass(frozen=True)
class World:
    values: dict[str, str]  # what a route's argument stands for
    clients: dict[str, Client]  # one a role
    order: Order


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """One world for all tests here, which only look at it; it is gone when they are done."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


def make_world() -> World:
    """An order of a dress made to measure, paid, with its documents; and more in the basket."""
    furnished.lay()
    ensure_roles()
    clients = {role: Client() for role in ROLES}
    for role, group in (
        ("buyer", None),
        ("another customer", None),
        ("tailor", "Tailors"),
        ("merchandiser", "Merchandisers"),
    ):
        person = User.objects.create_user(f"{role.replace(' ', '.')}@example.com", "of no matter")
        if group:
            person.groups.add(Group.objects.get(name=group))
        clients[role].force_login(person)
    buyer = clients["buyer"]
    measured = {"height": "168", "bust_girth": "92", "waist_girth": "74", "hip_girth": "99"}
    go(buyer, reverse("measurements:edit"), {"unit": "cm", **measured})
    template = PatternTemplate.objects.get(slug="sheath-dress")
    fabric = template.offered_fabrics()[0]
    go(buyer, reverse("studio:change", args=[template.slug]), {"fabric-slug": fabric.slug})
    design = Design.objects.get()
    go(buyer, reverse("orders:add_design", args=[design.key]), {})
    page = buyer.get(reverse("orders:checkout"))
    basket = page.context["basket"]
    address = {
        "email": "buyer@example.com",
        "name": "Anna Muster",
        "street": "1 rue de la Paix",
        "postcode": "75002",
        "city": "Paris",
        "country": "FR",
    }
    seen = {"token": basket.basket.token, "shown": basket.fingerprint}
    go(buyer, reverse("orders:checkout"), {**address, **seen})
    payment = Payment.objects.get()
    go(buyer, reverse("orders:till", args=[payment.key]), {"answer": "pay"})
    work = WorkOrder.objects.get()
    make_documents(work.pk)
    stocked = StockedSize.objects.filter(quantity__gt=0).first()
    assert stocked is not None
    go(buyer, reverse("orders:add_piece"), {"size": str(stocked.pk)})
    order = Order.objects.get()
    values = {
        "design": design.key,
        "share key": share(design),
        "template": template.slug,
        "fabric": fabric.slug,
        "piece": stocked.piece.slug,
        "measurement": "bust_girth",
        "order": tracking.signed(order),
        "forged": tracking.signed(order)[:-1] + "!",
        "payment": payment.key,
        "work": str(work.pk),
        "profile": str(Profile.objects.get().pk),
        "basket line": str(BasketLine.objects.get().pk),
        "no key": "A" * 22,
    }
    return World(values, clients, order)


def go(client: Client, path: str, data: dict[str, str]) -> None:
    response = client.post(path, data)
    assert response.status_code == 302, response.content.decode()[-3000:]


def answer(response: HttpResponseBase) -> Answer | str:
    if response.status_code in (403, 404):
        return "shut"
    if response.status_code == 302:
        target = response.headers["Location"]
        sign_in = (reverse("account_login"), reverse("wagtailadmin_login"))  # the one leads on
        if target.startswith(sign_in) and "next=" in target:
            return "sign in"
    return "open" if response.status_code < 400 else f"status {response.status_code}"


def address(route: str, door: Door, values: dict[str, str]) -> str:
    def fill(found: re.Match[str]) -> str:
        value = door.arguments[found[1].rpartition(":")[2]]
        return values.get(value, value)

    return "/" + re.sub(r"<([\w:]+)>", fill, route)


# --- the tests ------------------------------------------------------------------------------------


def test_every_address_of_ours_is_in_the_table() -> None:
    assert ours() - set(DOORS) == set(), "say in DOORS who may open these"
    assert set(DOORS) - {route for route, _ in routes()} == set(), "these are gone"


def test_every_door_by_everyone(world: World) -> None:
    wrong = []
    for route, doors in DOORS.items():
        for door in doors if isinstance(doors, list) else [doors]:
            path = address(route, door, world.values)
            for role in ROLES:
                client = world.clients[role]
                post = {n: world.values.get(v, v) for n, v in (door.post or {}).items()}
                response = client.get(path) if door.post is None else client.post(path, post)
                found = answer(response)
                if found != door.answers[role]:
                    wrong.append(f"{path}: {found} to {role}, not {door.answers[role]}")
    assert not wrong, "\n".join(wrong)


def test_every_screen_of_wagtails_admin_is_shut_to_those_who_do_not_work_there(
    world: World,
) -> None:
    wrong = []
    for path in sorted(admin_paths()):
        for role, right in (
            ("nobody", ("sign in", "shut")),
            ("buyer", ("shut",)),
            ("tailor", ("shut",)),
        ):
            found = answer(world.clients[role].get(path))
            if found not in right:
                wrong.append(f"{path}: {found} to {role}")
    assert not wrong, "\n".join(wrong)


# They hold nothing: Wagtail's words for its own scripts, its icons, and the way to our sign-in.
HARMLESS = re.compile(r"/admin/(login|logout|jsi18n|sprite|password_reset)\b")


def admin_paths() -> set[str]:
    """An address for every route of the admin, with something plausible in each gap."""
    paths = set()
    for route, _ in routes():
        if route.startswith("admin/"):
            path = "/" + re.sub(r"<[^>]+>", "1", re.sub(r"\(\?:.*?\)\??|\W\?$|\.\*", "", route))
            if not HARMLESS.match(path):
                paths.add(path)
    return paths


@pytest.mark.parametrize(
    "screen",
    ["wagtailadmin_home", "wagtailadmin_explore_root", "wagtailimages:index"],
)
def test_merchandisers_work_in_wagtails_admin(world: World, screen: str) -> None:
    assert world.clients["merchandiser"].get(reverse(screen)).status_code == 200


@pytest.mark.parametrize("model", ["patterntemplate", "fabric", "readymadepiece"])
def test_merchandisers_keep_what_is_sold(world: World, model: str) -> None:
    viewset = f"wagtailsnippets_patterns_{model}:list"
    assert world.clients["merchandiser"].get(reverse(viewset)).status_code == 200


@pytest.mark.parametrize("screen", ["wagtailusers_users:index", "wagtailusers_groups:index"])
def test_merchandisers_do_not_keep_users(world: World, screen: str) -> None:
    response = world.clients["merchandiser"].get(reverse(screen))
    assert answer(response) == "shut" or response.url == reverse("wagtailadmin_home")  # type: ignore[attr-defined]


@pytest.mark.parametrize("role", ROLES)
def test_every_page_is_for_everyone(world: World, role: str) -> None:
    pages = BasePage.objects.live().filter(depth__gt=1).specific()
    assert len(pages) > 3
    for page in pages:
        assert world.clients[role].get(page.url).status_code == 200, page.url


def test_only_the_buyer_sees_her_order_among_hers(world: World) -> None:
    for role, client in world.clients.items():
        listed = world.order.number in client.get(reverse("orders:mine")).content.decode()
        assert listed == (role == "buyer"), role
