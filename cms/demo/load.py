"""Puts the demo catalogue into the shop: run it as often as you like."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from wagtail.images.models import Image
from wagtail.models import Site

from cms.basepage.models import BasePage
from cms.models import Occasion
from patterns.models import Fabric, PatternTemplate, ReadyMadePiece, StockedSize
from patterns.specs import FabricSpec, TemplateSpec

from .fabrics import FABRICS, allowed
from .keeping import keep, publish
from .occasions import OCCASIONS
from .pages import PAGES, PageValue
from .pieces import PIECES, PieceValue
from .rows import template_fields
from .templates import SUMMARIES, TEMPLATES
from .weaving import TILES, VERSION, picture


@transaction.atomic
def load_demo() -> None:
    """Loads what is not there yet. A row that staff changed or deleted stays as they left it."""
    for fabric in FABRICS:
        _load_fabric(fabric)
    for template in TEMPLATES:
        _load_template(template)
    for piece in PIECES:
        _load_piece(piece)
    for place, (slug, name) in enumerate(OCCASIONS.items()):
        _load_occasion(slug, name, place)
    loaded: dict[str, BasePage | None] = {}
    for page in PAGES:
        loaded[page.key] = _load_page(page, loaded)


def _load_tile(value: FabricSpec) -> Image | None:
    """The picture of a cloth, woven where it does not lie among the files yet."""
    name, title = f"original_images/{value.slug}-{VERSION}.webp", f"{value.name}: tile"

    def write(row: Image | None) -> Image:
        kept = name
        if not default_storage.exists(name):
            kept = default_storage.save(name, ContentFile(picture(TILES[value.slug])))
        image = row or Image(title=title)
        image.file = kept
        image._set_image_file_metadata()  # as its own form does, for which there is no other way
        image.save()
        return image

    return keep(
        f"tile:{value.slug}", VERSION, lambda: Image.objects.filter(title=title).first(), write
    )


def _load_fabric(value: FabricSpec) -> None:
    fields = value.to_dict() | {"tile": _load_tile(value), "tile_width": TILES[value.slug].width}
    fields.pop("tile_height")  # follows from the picture's shape

    def write(row: Fabric | None) -> Fabric:
        row = row or Fabric(live=False)
        for name, field in fields.items():
            setattr(row, name, field)
        return _published(row)

    keep(
        f"fabric:{value.slug}",
        fields | {"tile": VERSION},
        lambda: Fabric.objects.filter(slug=value.slug).first(),
        write,
    )


def _load_template(value: TemplateSpec) -> None:
    fields = template_fields(value, SUMMARIES[value.slug])
    cloths = allowed(value.slug)

    def write(row: PatternTemplate | None) -> PatternTemplate:
        row = row or PatternTemplate(live=False)
        for name, field in fields.items():
            setattr(row, name, field)
        fabrics = {fabric.slug: fabric for fabric in Fabric.objects.filter(slug__in=cloths)}
        row.shown_in = fabrics.get(cloths[0])
        row.save()
        row.fabrics.set(fabrics.values())
        return _published(row)

    keep(
        f"template:{value.slug}",
        [value.to_dict(), SUMMARIES[value.slug], cloths],
        lambda: PatternTemplate.objects.filter(slug=value.slug).first(),
        write,
    )


def _load_piece(value: PieceValue) -> None:
    def write(row: ReadyMadePiece | None) -> ReadyMadePiece:
        row = row or ReadyMadePiece(live=False)
        for name in ("slug", "name", "price", "chart"):
            setattr(row, name, getattr(value, name))
        row.choices = dict(value.choices)
        row.template_id, row.fabric_id = made_of
        return _published(row)

    template = PatternTemplate.objects.filter(slug=value.template).first()
    fabric = Fabric.objects.filter(slug=value.fabric).first()
    if template is None or fabric is None:
        return  # staff took away what it is made of
    made_of = template.pk, fabric.pk
    source = asdict(value)
    source.pop("stock")  # loaded once: what was sold since does not come back
    piece = keep(
        f"piece:{value.slug}",
        source,
        lambda: ReadyMadePiece.objects.filter(slug=value.slug).first(),
        write,
    )
    if piece is not None:
        for size, quantity in value.stock.items():
            _load_stock(piece, size, quantity)


def _load_occasion(slug: str, name: str, place: int) -> None:
    def write(row: Occasion | None) -> Occasion:
        row = row or Occasion(slug=slug)
        row.name, row.place = name, place
        row.save()
        return row

    keep(
        f"occasion:{slug}",
        [name, place],
        lambda: Occasion.objects.filter(slug=slug).first(),
        write,
    )


def _load_stock(piece: ReadyMadePiece, size: str, quantity: int) -> None:
    def write(row: StockedSize | None) -> StockedSize:
        return row or StockedSize.objects.create(piece=piece, size=size, quantity=quantity)

    keep(f"stock:{piece.slug}:{size}", None, lambda: piece.sizes.filter(size=size).first(), write)


def _load_page(value: PageValue, loaded: dict[str, BasePage | None]) -> BasePage | None:
    """The page, or None where staff took it or what it stands on away."""
    parent = loaded[value.parent] if value.parent else None
    if value.parent and parent is None:
        return None
    fields: dict[str, Any] = {
        **value.fields(_design),
        "title": value.title,
        "draft_title": value.title,
        "summary": value.summary,
        "slug": value.key,
        "show_in_menus": value.menu,
        "foot": value.foot,
    }
    if value.pattern:
        fields["pattern"] = PatternTemplate.objects.filter(slug=value.pattern).first()
        if fields["pattern"] is None:
            return None
        fields["occasions"] = list(Occasion.objects.filter(slug__in=value.occasions))
    model = apps.get_model("cms", value.model)

    def write(row: Any) -> Any:
        page = row or model()
        for name, field in fields.items():
            setattr(page, name, field)
        if row is None:
            _place(page, parent)
        else:
            page.save()
        publish(page)
        return page

    def find() -> Any:
        if parent is None:
            return model.objects.first()
        return model.objects.child_of(parent).filter(slug=value.key).first()

    return keep(f"page:{value.key}", _plain(value), find, write)


def _place(page: BasePage, parent: BasePage | None) -> None:
    """Puts a new page under its parent; the home page in place of Wagtail's welcome."""
    if parent is not None:
        BasePage.objects.get(pk=parent.pk).add_child(instance=page)
        return
    root = BasePage.objects.get(depth=1)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welcome = site.root_page if site.pk else None
    if welcome is not None and welcome.specific_class is BasePage:
        BasePage.objects.filter(pk=welcome.pk).update(slug="welcome")
    else:
        welcome = None
    root.add_child(instance=page)
    address = urlsplit(settings.SITE_URL)
    site.hostname = address.hostname or "localhost"
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.site_name = settings.SITE_NAME
    site.root_page = BasePage.objects.get(pk=page.pk)
    site.save()
    if welcome is not None:
        BasePage.objects.get(pk=welcome.pk).delete()


def _plain(value: PageValue) -> list[Any]:
    """The page as the demo writes it, designs by their names."""
    said = [value.title, value.summary, value.menu, value.foot, value.pattern, value.occasions]
    return [*said, value.fields(lambda *a: list(a))]


def _design(template: str, fabric: str, choices: str, view: str, caption: str) -> dict[str, Any]:
    return {
        "template": PatternTemplate.objects.filter(slug=template).first(),
        "fabric": Fabric.objects.filter(slug=fabric).first(),
        "choices": choices,
        "view": view,
        "caption": caption,
    }


def _published(row: Any) -> Any:
    row.save()
    publish(row)
    return row
