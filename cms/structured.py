"""What a page says to machines, in schema.org's words: https://schema.org/Product and its kin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.templatetags.static import static

from configurator.share_cards import STAND_IN

from .offers import Offer, ReadyMade

if TYPE_CHECKING:
    from .models import GarmentPage

Said = dict[str, Any]
IN_STOCK, SOLD_OUT = "https://schema.org/InStock", "https://schema.org/OutOfStock"
MADE_TO_ORDER = "https://schema.org/MadeToOrder"


def absolute(address: str) -> str:
    """An address of ours with the store's host, as its settings give it."""
    return settings.SITE_URL + address if address.startswith("/") else address


def shared_picture(card: str = "") -> str:
    """The picture of a shared link, 1200 × 630, absolute: a card, else the store's own."""
    return absolute(card or static(STAND_IN))


def house() -> list[Said]:
    """The shop itself, and that it can be searched."""
    organisation = {
        "@type": "Organization",
        "@id": absolute("/#house"),
        "name": settings.SITE_NAME,
        "url": absolute("/"),
        "logo": absolute(static("img/mark.svg")),
    }
    site = {
        "@type": "WebSite",
        "name": settings.SITE_NAME,
        "url": absolute("/"),
        "publisher": {"@id": absolute("/#house")},
    }
    return [_said(organisation), _said(site)]


def trail(path: Sequence[tuple[str, str]]) -> Said:
    """The way from the front of the shop to a page: (title, address) of each step."""
    steps = [(settings.SITE_NAME, "/"), *path]
    return _said(
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": at, "name": title, "item": absolute(address)}
                for at, (title, address) in enumerate(steps, start=1)
            ],
        }
    )


def product(page: GarmentPage, offer: Offer, ready: Sequence[ReadyMade], address: str) -> Said:
    """A garment: each ready-made piece an offer, made to measure the least that it costs."""
    address = absolute(address)
    offers = [_ready(one, address) for one in ready]
    if offer.custom and offer.custom_from is not None:
        offers.append(
            {
                "@type": "AggregateOffer",
                "name": f"{page.title}, made to measure",
                "lowPrice": _amount(offer.custom_from),
                "priceCurrency": settings.CURRENCY,
                "offerCount": len(offer.fabrics),
                "availability": MADE_TO_ORDER,
                "url": address,
            }
        )
    said: Said = {
        "@type": "Product",
        "name": page.title,
        "description": page.summary,
        "url": address,
        "sku": offer.template.slug,
        "category": offer.heading,
        "brand": {"@type": "Brand", "name": settings.SITE_NAME},
        "image": [shared_picture(offer.share_card), *map(absolute, offer.pictures.values())],
        "material": sorted({fibre for fibre, _ in offer.care}),
    }
    return _said(said | ({"offers": offers} if offers else {}))


def _ready(one: ReadyMade, address: str) -> Said:
    return {
        "@type": "Offer",
        "name": one.piece.name,
        "sku": one.piece.slug,
        "price": _amount(one.piece.price),
        "priceCurrency": settings.CURRENCY,
        "availability": IN_STOCK if one.in_stock else SOLD_OUT,
        "itemCondition": "https://schema.org/NewCondition",
        "url": address,
    }


def _amount(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def _said(what: Said) -> Said:
    return {"@context": "https://schema.org", **what}
