"""The card of a shared link: a template, a piece or a shared design on the stock figure, 1200 × 630.

The worker makes it, once for each content, as soon as a link is made, and it is kept by its digest under
/media/. Whoever shows links asks once and keeps what it got for days, so a card that is asked for before it
is there is made at once: a second's work, by one request of a process at a time and a few a minute. Whoever
does not get the turn, or whose card cannot be drawn, gets the store's own. A card is asked for by what it
shows, never by choices in an address, so that nobody can have more of them made than the shop has templates,
pieces and shared designs.
"""

from __future__ import annotations

import json
import logging
from collections import deque
from dataclasses import dataclass
from datetime import timedelta
from threading import Lock
from time import monotonic
from typing import Final

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from patterns.drafting.draft import Refusal
from patterns.engine import BadChoice
from patterns.models import PatternTemplate, ReadyMadePiece
from patterns.specs import FabricSpec, TemplateSpec

from . import keeping, pngs
from .choosing import read_kept
from .drafting import VIEWS
from .models import Design
from .stock_figure import Addresses, Choices, made
from .surviving import cloth_of

QUEUE = "pictures"
LAST = -10
"""Their priority: letters and documents go first."""
VERSION = 1
"""Raise it when a card shall look otherwise."""
FOLDER = "images/cards/"
STAND_IN = "img/share.png"
"""Of the static files: the store's own card, where there is no other (yet)."""
A_MINUTE: Final = 6
"""So many cards the requests of a process make within a minute; the worker makes the others."""
_turn = Lock()
_begun: deque[float] = deque(maxlen=A_MINUTE)
_log = logging.getLogger(__name__)
KEPT_FOR: Final = timedelta(days=30)
MOST: Final = 2000
"""How many are kept, some 60 KB each."""
WAITING: Final = 200
"""How many may wait to be made."""
AT_ONCE: Final = 4
"""How many of what hangs in the shop are asked for each minute."""
ASK_AGAIN_AFTER: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a card shows, and under which `kind` and `key` it is found again."""

    kind: str  # "template", "piece" or "shared"
    key: str
    name: str
    spec: TemplateSpec
    fabric: FabricSpec
    choices: Choices

    @property
    def digest(self) -> str:
        """All that the card follows from, as sixteen hex digits. Keyed: a length that somebody chose for
        herself must not be found by trying them all."""
        shown = Addresses(self.spec, self.fabric).digest(self.choices)
        said = [VERSION, settings.SITE_NAME, self.name, shown]
        mac = salted_hmac("configurator.share_cards", json.dumps(said), algorithm="sha256")
        return mac.hexdigest()[:16]

    @property
    def file(self) -> str:
        return f"{FOLDER}{self.digest}.png"

    @property
    def address(self) -> str:
        """Where the card is served. It changes with the content; whoever keeps links' cards asks again."""
        return f"{reverse(f'studio:{self.kind}_card', args=[self.key])}?v={self.digest}"


def of_template(template: PatternTemplate) -> Subject | None:
    """A template as the studio opens it; None where no cloth is offered for it."""
    fabrics = template.offered_fabrics()
    if not fabrics:
        return None
    return Subject("template", template.slug, template.name, template.spec, fabrics[0].spec, {})


def of_piece(piece: ReadyMadePiece) -> Subject:
    spec, fabric = piece.template.spec, piece.fabric.spec
    return Subject("piece", piece.slug, piece.name, spec, fabric, piece.choices)


def of_design(design: Design) -> Subject:
    """A design as others see it who have its share link; its name stays hers."""
    template = design.template
    spec, fabrics = template.spec, template.offered_fabrics()
    fabric = cloth_of(design.fabric, template, fabrics).shown.spec
    choices = read_kept(spec, design.choices).choices
    return Subject("shared", design.share_key or "", template.name, spec, fabric, choices)


def find(kind: str, key: str) -> Subject | None:
    """What may be shown to anybody under that key, as it is now."""
    if kind == "template":
        template = PatternTemplate.objects.filter(slug=key, live=True).first()
        return of_template(template) if template else None
    if kind == "piece":
        pieces = ReadyMadePiece.objects.select_related("template", "fabric")
        piece = pieces.filter(slug=key, live=True).first()
        return of_piece(piece) if piece else None
    design = keeping.find_shared(key)
    return of_design(design) if design else None


def ask(*subjects: Subject, most: int = WAITING) -> int:
    """Have the cards made that are neither there nor asked for, `most` of them; gives how many. No drawing
    is done here."""
    lacking = [subject for subject in subjects if not default_storage.exists(subject.file)]
    if not lacking:
        return 0
    rows = DBTaskResult.objects.filter(task_path=make_card.module_path)
    waiting = rows.filter(status=TaskResultStatus.READY).count()
    since = rows.filter(enqueued_at__gt=timezone.now() - ASK_AGAIN_AFTER)
    asked = {tuple(args["args"]) for args in since.values_list("args_kwargs", flat=True)}
    wanted = [
        arguments
        for subject in lacking
        if (arguments := (subject.kind, subject.key, subject.digest)) not in asked
    ][: max(min(most, WAITING - waiting), 0)]
    for arguments in wanted:
        make_card.enqueue(*arguments)
    return len(wanted)


@task(queue_name=QUEUE, priority=LAST)
def make_card(kind: str, key: str, digest: str) -> bool:
    """Make a card, unless it is there or what it was to show has changed; False if nothing was made."""
    subject = find(kind, key)
    if subject is None or subject.digest != digest or default_storage.exists(subject.file):
        return False
    saved = default_storage.save(subject.file, ContentFile(drawn(subject)))
    if saved != subject.file:  # another made it meanwhile: this one nobody would find again
        default_storage.delete(saved)
    return True


def is_there(subject: Subject) -> bool:
    """Whether its card can be served: it is kept, or made now, by whoever asks. False where it is not the
    turn of a request to make one, or it could not be made; then the worker is asked."""
    if default_storage.exists(subject.file):
        return True
    _make_now(subject)
    if default_storage.exists(subject.file):
        return True
    ask(subject)
    return False


def _make_now(subject: Subject) -> None:
    """Make its card, if no other is being made here and the minute's share is not used up. No request waits:
    there are few that can be served at once."""
    if not _turn.acquire(blocking=False):
        return
    try:
        if len(_begun) < A_MINUTE or monotonic() - _begun[0] > 60:
            _begun.append(monotonic())
            make_card.call(subject.kind, subject.key, subject.digest)
    except Exception:  # a link is shown without its own card rather than not at all
        _log.exception("The card of a shared link could not be made.")
    finally:
        _turn.release()


def drawn(subject: Subject) -> bytes:
    """The card as PNG: the garment front and back; its name alone where the stock figure can't wear it."""
    try:
        design = made(subject.spec, subject.choices)
        drawings = [design.picture(subject.fabric, view) for view in VIEWS]
    except (Refusal, BadChoice):
        drawings = []
    return pngs.card(subject.name, subject.fabric.name, drawings)


def ask_for_published() -> int:
    """Have the cards made of all that hangs in the shop, a few at a time and before anybody shares it; gives
    how many."""
    pieces = ReadyMadePiece.objects.filter(live=True).select_related("template", "fabric")
    templates = PatternTemplate.objects.filter(live=True).prefetch_related("fabrics")
    shown = [subject for template in templates if (subject := of_template(template))]
    return ask(*shown, *map(of_piece, pieces), most=AT_ONCE)


def throw_away(*subjects: Subject) -> None:
    """Delete the cards of what is no longer kept; should another design show the same, its is made anew."""
    for subject in subjects:
        default_storage.delete(subject.file)


def tidy() -> int:
    """Throw away cards that are old, and the oldest beyond MOST; those still shown are made anew. Gives how
    many."""
    if not default_storage.exists(FOLDER):
        return 0
    names = [FOLDER + name for name in default_storage.listdir(FOLDER)[1]]
    by_age = sorted(
        ((default_storage.get_modified_time(name), name) for name in names), reverse=True
    )
    before = timezone.now() - KEPT_FOR
    old = [name for number, (at, name) in enumerate(by_age) if at < before or number >= MOST]
    for name in old:
        default_storage.delete(name)
    return len(old)
