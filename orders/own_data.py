"""What the house holds of a customer: all of it in one file, and all of it gone.

An order has to be kept for the books; it loses its person instead.
"""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth import SESSION_KEY as WHO
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q, QuerySet

from accounts.models import User
from configurator import keeping as designs
from configurator import seeing, share_cards
from configurator.freezing import thaw, without_body
from configurator.models import Design
from configurator.wording import summary
from measurements import keeping as measurements
from production.forgetting import forget_person, remove_forgotten_files
from production.looking import looks_at
from production.models import Look
from sealing.sessions import SessionStore

from .basket import SESSION_KEY as BASKET
from .models import Basket, BasketLine, Order, OrderLine
from .progress import states_of
from .states import State

DONE = (State.SHIPPED, State.CANCELLED)
PERSON = ("name", "email", "street", "extra", "postcode", "city")


class NotForgotten(Exception):  # noqa: N818 - the shop declines, nothing has gone wrong
    """The account stays, and nothing was changed: why, in words for the customer."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


# --- everything in one file -----------------------------------------------------------------


def gather(user: User) -> dict[str, Any]:
    """All that is held of her, as values that JSON can say."""
    orders = list(orders_of(user).prefetch_related("lines", "events", "payments", "letters"))
    states = states_of(orders)
    sessions = sessions_of(user)
    return {
        "account": {
            "e-mail": user.email,
            "name": user.get_full_name(),
            "joined": user.date_joined,
            "last signed in": user.last_login,
            "e-mail addresses": list(
                EmailAddress.objects.filter(user=user).values("email", "verified", "primary")
            ),
        },
        "measurements": measurements.held_of(user),
        "designs": designs.held_of(user),
        "how you want to see them": seeing.held_of(user),
        "orders": [_order(order, states[order.pk]) for order in orders],
        "sessions": [_session(content) for content in sessions.values()],
        "who looked at your measurements": [
            {
                "when": look.at,
                "who": look.name,
                "what": look.get_what_display(),
                "order": look.work_order.reference,
            }
            for look in looks_of(user)
        ],
    }


def looks_of(user: User) -> QuerySet[Look]:
    """Each time somebody of the house saw her measurements, the latest first."""
    return looks_at(orders_of(user).values_list("number", flat=True))


def orders_of(user: User) -> QuerySet[Order]:
    """Her orders: those of her account, and those she placed as a guest from an address that she has
    shown to be hers."""
    proven = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    as_guest = Q(customer=None, email__in=list(proven))
    return Order.objects.filter(Q(customer=user) | as_guest)


def sessions_of(user: User) -> dict[str, dict[str, Any]]:
    """What her signed-in browsers hold, by session key. Sealed, so each must be looked into."""
    store = SessionStore()
    rows = Session.objects.values_list("session_key", "session_data").iterator(chunk_size=500)
    opened = ((key, store.decode(data)) for key, data in rows)
    return {key: content for key, content in opened if content.get(WHO) == str(user.pk)}


def _order(order: Order, state: State) -> dict[str, Any]:
    return {
        "number": order.number,
        "state": state.label,
        "placed": order.placed,
        "due": order.due,
        "delivery": {field: getattr(order, field) for field in (*PERSON, "country")},
        "total": order.total,
        "shipping": order.shipping,
        "tax": order.tax,
        "currency": order.currency,
        "lines": [_line(line) for line in order.lines.all()],
        "events": [
            {"at": event.at, "state": event.get_to_state_display(), "note": event.note}
            for event in order.events.all()
        ],
        "payments": [
            {"status": paid.get_status_display(), "amount": paid.amount, "opened": paid.opened}
            for paid in order.payments.all()
        ],
        "letters": [
            {"about": letter.get_kind_display(), "sent": letter.sent}
            for letter in order.letters.all()
        ],
    }


def _line(line: OrderLine) -> dict[str, Any]:
    design = thaw(line.frozen)
    return {
        "name": design.name,
        "quantity": line.quantity,
        "amount": line.amount,
        "fabric": design.fabric.name,
        "size": design.size,
        "chosen": dict(summary(design.spec, design.choices)),
        "choices": dict(design.choices),
        "measurements": line.frozen["body"],
        "for the tailor": line.frozen["tailor"],
        "cloth": dict(design.cloth),
        "price": line.frozen["quote"],
    }


def _session(content: dict[str, Any]) -> dict[str, Any]:
    held = {name: value for name, value in content.items() if not name.startswith("_")}
    lines = BasketLine.objects.filter(basket__key=content.get(BASKET, ""))
    return {**held, "basket": [str(line) for line in lines]}


# --- and all of it gone ---------------------------------------------------------------------


def why_not_forgotten(user: User) -> str:
    """What stands in the way of closing her account, in words; empty where nothing does."""
    if user.is_staff or user.is_superuser or user.groups.exists():
        return "This account is for work here: whoever keeps the store closes it."
    states = states_of(orders_of(user))
    numbers = dict(orders_of(user).values_list("pk", "number"))
    waiting = [numbers[pk] for pk, state in states.items() if state == State.PLACED]
    working = [numbers[pk] for pk, state in states.items() if state not in (*DONE, State.PLACED)]
    words = []
    if working:
        words.append(
            f"We are still making or sending {_listed(working)}, and need your measurements and "
            "address for it. Once all of it is on its way to you, come back here."
        )
    if waiting:
        words.append(
            f"{_listed(waiting)} waits for its payment. If you leave it unpaid it is cancelled by "
            "itself within a day or so; then come back here."
        )
    return " ".join(words)


def forget(user: User) -> None:
    """Delete her account, measurements, designs, baskets, sessions and addresses; her orders stay for
    the books, without name, address and body. Raises NotForgotten."""
    sessions = sessions_of(user)
    with transaction.atomic():
        if why := why_not_forgotten(user):
            raise NotForgotten(why)
        orders = orders_of(user)
        numbers = list(orders.values_list("number", flat=True))
        for line in OrderLine.objects.filter(order__in=orders):
            line.frozen = without_body(line.frozen)
            line.save(update_fields=["frozen"])
        forget_person(numbers)
        for order in orders:
            order.letters.filter(sent=None).delete()
            order.payments.update(url="")
        begun = [key for held in sessions.values() for key in designs.known_to(held)]
        baskets = [held.get(BASKET, "") for held in sessions.values()]
        Basket.objects.filter(key__in=baskets).delete()
        hers = Design.objects.filter(Q(key__in=begun, owner=None) | Q(owner=user))
        cards = [share_cards.of_design(design) for design in hers]
        hers.filter(owner=None).delete()
        Session.objects.filter(session_key__in=list(sessions)).delete()
        Order.objects.filter(number__in=numbers).update(customer=None, **dict.fromkeys(PERSON, ""))
        user.delete()
    share_cards.throw_away(*cards)
    remove_forgotten_files()


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
