"""Letters about an order: written down in the transaction that makes them true, sent by the worker.

A letter that was sent is never sent again. One whose worker died, or whose mail server was away, is
asked for again by the sweep; should the worker die between sending and noting it, it comes twice.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from email.mime.image import MIMEImage
from typing import Final

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from configurator import pngs

from . import tracking
from .addresses import COUNTRIES
from .models import Letter, Order, OrderLine
from .shown import LineShown, line_shown
from .states import State

logger = logging.getLogger(__name__)

QUEUE = "mail"
ASK_AGAIN_AFTER = timedelta(minutes=5)
GIVE_UP_AFTER = timedelta(days=3)
PICTURED: Final = 8
"""How many lines have their picture in a letter: each takes some 25 KB."""
HIGH: Final = 400
"""Of a letter's picture, px; it is shown half as high."""

SUBJECTS: dict[str, str] = {
    Letter.Kind.PLACED: "We have your order {number}",
    Letter.Kind.PAID: "Your order {number} is confirmed",
    Letter.Kind.CANCELLED: "Your order {number} was cancelled",
    Letter.Kind.REFUND: "We owe you a refund for order {number}",
}


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A line of an order as its letters have it; `image` is its picture as the letter brings it along."""

    line: OrderLine
    shown: LineShown
    image: MIMEImage | None

    @property
    def cid(self) -> str:
        return self.image["Content-ID"].strip("<>") if self.image else ""

    @property
    def alt(self) -> str:
        return f"{self.shown.name} in {self.shown.fabric}, front"


def write(order: Order, kind: Letter.Kind) -> Letter:
    """Write a letter down, once of a kind, and have it sent. Inside the caller's transaction."""
    letter, made = Letter.objects.get_or_create(order=order, kind=kind)
    if made:
        send_letter.enqueue(letter.pk)
    return letter


@task(queue_name=QUEUE)
def send_letter(letter_id: int) -> bool:
    """Send a letter unless it was sent; False if there was nothing to send."""
    letter = Letter.objects.select_related("order").get(pk=letter_id)
    if letter.sent is not None:
        return False
    outdated = letter.kind == Letter.Kind.PLACED and letter.order.state != State.PLACED
    if not outdated:  # she has paid before it went out: the confirmation says all
        message_of(letter).send()
    Letter.objects.filter(pk=letter.pk).update(sent=timezone.now())
    return not outdated


def message_of(letter: Letter) -> EmailMultiAlternatives:
    """The letter as an e-mail, in plain text and simple HTML."""
    order = letter.order
    subject = SUBJECTS[letter.kind].format(number=order.number)
    lines = list(_lines(order))
    context = {
        "order": order,
        "lines": lines,
        "country": COUNTRIES.get(order.country, order.country),
        "subject": subject,
        "tracking_url": tracking.address(order),
        "site_name": settings.SITE_NAME,
    }
    message = _Pictured(
        subject=subject,
        body=render_to_string(f"orders/mail/{letter.kind}.txt", context),
        to=[order.email],
        # Somebody here has to send the money back.
        bcc=[settings.DEFAULT_FROM_EMAIL] if letter.kind == Letter.Kind.REFUND else [],
    )
    html = render_to_string(f"orders/mail/{letter.kind}.html", context)
    message.attach_alternative(html, "text/html")
    for each in lines:
        if each.image:
            message.attach(each.image)
    return message


class _Pictured(EmailMultiAlternatives):
    """What is attached are pictures that the HTML shows, no enclosures."""

    mixed_subtype = "related"


def _lines(order: Order) -> Iterator[LetterLine]:
    """The lines with their pictures, which are on the stock figure: a letter leaves the store."""
    for line in order.lines.all():
        yield LetterLine(
            line, line_shown(line.frozen), _image(line) if line.number <= PICTURED else None
        )


def _image(line: OrderLine) -> MIMEImage | None:
    """A line's picture as a part of a letter; none where there is none. A letter that cannot have its
    picture goes without."""
    if not line.picture:
        return None
    try:
        image = MIMEImage(pngs.png(line.picture, HIGH), "png")
    except Exception:
        logger.exception("The picture of %s could not be made for its letter", line)
        return None
    image["Content-ID"] = f"<line-{line.number}@{line.order.number.lower()}.toile>"
    image["Content-Disposition"] = f'inline; filename="{line.number}.png"'
    return image


def ask_for_unsent() -> int:
    """Have letters sent that are still here and in no queue; gives how many."""
    waiting = DBTaskResult.objects.filter(
        task_path=send_letter.module_path,
        status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING],
    )
    queued = [args["args"][0] for args in waiting.values_list("args_kwargs", flat=True)]
    now = timezone.now()
    between = (now - GIVE_UP_AFTER, now - ASK_AGAIN_AFTER)
    unsent = Letter.objects.filter(sent=None, written__range=between).exclude(pk__in=queued)
    for letter in unsent:
        send_letter.enqueue(letter.pk)
    return len(unsent)
