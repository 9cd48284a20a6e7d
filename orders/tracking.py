"""An order's own address: its number, signed, so that who has the link sees it and nobody else can
guess one. It does not expire: a dress takes weeks, and a letter is read again.

The link may be passed on, so it does not make an order hers: her account does, or the session that she
placed it in.
"""

from __future__ import annotations

from urllib.parse import urljoin

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest
from django.urls import reverse

from .models import Order

SESSION_KEY = "orders"
REMEMBERED = 20
"""So many orders a session remembers to have placed, the latest."""


def _signer() -> Signer:
    return Signer(salt="orders.tracking", sep=".")


def signed(order: Order) -> str:
    """The order's number with its signature, as addresses hold it."""
    return _signer().sign(order.number)


def order_of(text: str) -> Order:
    """The order of a signed number. Raises Http404 for any other text."""
    try:
        number = _signer().unsign(text)
    except BadSignature:
        raise Http404("There is no such order.") from None
    order = Order.objects.filter(number=number).first()
    if order is None:
        raise Http404("There is no such order.")
    return order


def path(order: Order, name: str = "tracking", *more: str) -> str:
    """The path of one of the order's own pages."""
    return reverse(f"orders:{name}", args=[signed(order), *more])


def address(order: Order, name: str = "tracking", *more: str) -> str:
    """The whole address of one of the order's own pages, for letters, paper and the till."""
    return urljoin(settings.SITE_URL, path(order, name, *more))


def remember(request: HttpRequest, order: Order) -> None:
    """This session placed it."""
    others = [number for number in request.session.get(SESSION_KEY, []) if number != order.number]
    request.session[SESSION_KEY] = [*others, order.number][-REMEMBERED:]


def adopt(request: HttpRequest) -> None:
    """Give the orders that this session placed as a guest to the account just signed in to, where they were
    placed under its address. The session forgets them all: another woman may sign in at the same browser."""
    numbers = request.session.pop(SESSION_KEY, [])
    if numbers and request.user.is_authenticated:
        placed = Order.objects.filter(number__in=numbers, customer=None)
        placed.filter(email__iexact=request.user.email).update(customer=request.user)


def is_hers(request: HttpRequest, order: Order) -> bool:
    """Whether who asks placed it: by her account, or as a guest in this session."""
    if order.customer_id is not None:
        return request.user.is_authenticated and order.customer_id == request.user.pk
    return order.number in request.session.get(SESSION_KEY, [])
