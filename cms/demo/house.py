"""What a shop owes its visitors beside its garments: help, its own story, the small print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class HousePage:
    """A page of words, under the front of the shop. `foot`: the column of the footer it stands in."""

    key: str
    title: str
    summary: str
    lead: str
    foot: str
    body: tuple[tuple[str, Any], ...]


def _said(*paragraphs: str) -> tuple[str, Any]:
    return "paragraph", "".join(f"<p>{text}</p>" for text in paragraphs)


def _list(*items: str) -> tuple[str, Any]:
    return "paragraph", "<ul>" + "".join(f"<li>{text}</li>" for text in items) + "</ul>"


def _head(text: str) -> tuple[str, Any]:
    return "heading", text


def _steps(*steps: tuple[str, str]) -> tuple[str, Any]:
    return "steps", {
        "heading": "",
        "steps": [{"title": title, "text": text} for title, text in steps],
    }


MAIL: Final = '<a href="mailto:atelier@toile.example">atelier@toile.example</a>'
DEMO: Final = (
    "This is a demonstration. No money moves and nothing is sewn. Whoever opens a shop with it puts her "
    "own words here first, and has them read by a lawyer."
)

HOUSE: Final = (
    HousePage(
        "delivery-and-returns",
        "Delivery and returns",
        "How long it takes, what it costs, and what happens if it does not fit.",
        "Three weeks for what is made for you, two days for what hangs here already.",
        "help",
        (
            _head("When it comes"),
            _said(
                "What is made to measure leaves our workroom within three weeks of your payment; the day "
                "stands beside the price, in your basket and in your confirmation. Ready-made pieces "
                "leave within two days. If an order holds both, they travel together.",
                "The parcel costs € 9.00, whatever is in it. You follow each step, from the draft to the "
                "door, by the link in your confirmation.",
            ),
            _head("Sending back what is ready-made"),
            _said(
                "You have 14 days from the day it arrives. Unworn, with its label, in any box. Write to "
                f"{MAIL} with your order’s number; we refund the piece and the first parcel within a "
                "week of its return."
            ),
            _head("If what we made does not fit"),
            _said(
                "A garment cut for one body cannot be sold to another, so it cannot simply be sent back. "
                "But it is meant to fit. If it does not, tell us within 30 days: we let it out or take "
                "it in at our cost. If that cannot help and our draft was wrong, we make it again."
            ),
            _steps(
                ("Write to us", "Say where it is tight or loose. A picture helps."),
                ("We look at your draft", "Each measurement and each seam of it was kept."),
                ("We put it right", "By needle, or from new cloth. You pay neither."),
            ),
        ),
    ),
    HousePage(
        "care",
        "Looking after your clothes",
        "How to wash, dry, press and mend wool, silk, linen, cotton and viscose.",
        "Less than you think. Air does most of it.",
        "help",
        (
            _head("Before you wash"),
            _said(
                "Hang it outside overnight. Brush wool in the direction of its nap. Take a spot out alone, "
                "with cold water and a white cloth, from its edge inwards. Most garments need no more "
                "for weeks."
            ),
            _head("Cloth by cloth"),
            _list(
                "<b>Wool.</b> Dry-clean, or wash by hand, cold, with wool soap. Roll it in a towel, dry it "
                "flat, steam it through a cloth.",
                "<b>Silk.</b> By hand, cold, and do not wring it. Dry it in the shade; iron it cool, on the "
                "inside.",
                "<b>Linen.</b> 30 °C in a drum that is not full. Iron it damp, or not at all.",
                "<b>Cotton.</b> 30 °C, inside out, with like colours. Iron it a little damp.",
                "<b>Viscose.</b> By hand or on the gentlest cycle: it is weak when wet. Dry it on a hanger.",
            ),
            _head("When you change"),
            _said(
                "Seams at side and waist are cut with cloth to spare, so that a tailor can let them out. We "
                "keep your pattern, and alter what we made at a fair price for as long as you wear it."
            ),
        ),
    ),
    HousePage(
        "contact",
        "Contact",
        "Write to the workroom: we answer within two working days.",
        "A tailor reads what you write, not a machine.",
        "help",
        (
            _said(
                f"{MAIL}. We answer within two working days, in English or French.",
                "If it is about an order, name its number; it stands in your confirmation. Please send no "
                "measurements by mail: enter them under “Measurements”, where they are kept encrypted.",
            ),
            _head("By post"),
            _said("Toile, 12 rue de l’Exemple, 75011 Paris, France"),
            _head("In person"),
            _said(
                "We measure by appointment, Tuesday to Saturday, at no charge. Bring what you would wear "
                "underneath, and the shoes."
            ),
        ),
    ),
    HousePage(
        "accessibility",
        "Accessibility",
        "What works without a mouse, without scripts and with a screen reader, and what does not yet.",
        "Everybody has a body. Everybody should be able to shop here.",
        "house",
        (
            _said(
                "We build to the Web Content Accessibility Guidelines 2.2, level AA, and let a program look "
                "for faults on every page whenever we change anything."
            ),
            _list(
                "Everything can be reached and worked by keyboard, and shows where you are.",
                "Everything works with scripts turned off, only less at once.",
                "On a touch screen, whatever can be pressed is at least 44 pixels high.",
                "Each drawing says in words what it shows; what changes is announced.",
                "Nothing moves if you asked your system for less motion.",
            ),
            _head("Where we fall short"),
            _said(
                "Ready-made sizes are told apart by their numbers alone until you open their table. "
                f"If something is in your way, write to {MAIL}: we mend it, and meanwhile take "
                "your order by mail."
            ),
        ),
    ),
    HousePage(
        "imprint",
        "Imprint",
        "Who runs this shop.",
        "",
        "small",
        (
            _said(
                "Toile, 12 rue de l’Exemple, 75011 Paris, France",
                f"{MAIL}",
                "Registered at Paris under 000 000 000. VAT FR 00 000000000. Responsible for what stands "
                "here: the workroom.",
            ),
            _said(f"<i>{DEMO}</i>"),
        ),
    ),
    HousePage(
        "terms",
        "Terms of sale",
        "What you and we agree on when you order.",
        "In plain words, since you should know what you agree to.",
        "small",
        (
            _head("Ordering"),
            _said(
                "What stands in the shop invites you to order. Your order is an offer; our confirmation by "
                "mail accepts it. Prices are in euros and include tax; the parcel is added before you pay. "
                "The price that you confirmed is the price, whatever changes in the shop later."
            ),
            _head("What is made for you"),
            _said(
                "It is drafted from the measurements you gave. You answer for the tape, we answer for the "
                "draft, the cut and the seams: each finished measure keeps to the tolerance on its sheet. "
                "Goods made to your measure are exempt from the right of withdrawal; if it does not fit, "
                "see “Delivery and returns”."
            ),
            _head("Ready-made pieces"),
            _said("You may withdraw within 14 days of receiving them, without giving a reason."),
            _head("If something is wrong"),
            _said(
                "The law gives you two years in which we mend or replace what was faulty from the start. "
                "French law applies; your own country’s protection of buyers stays with you."
            ),
            _said(f"<i>{DEMO}</i>"),
        ),
    ),
    HousePage(
        "privacy",
        "Privacy",
        "What we keep of you, where, how long, and how you take it away.",
        "Your measurements are nobody’s business but yours and your tailor’s.",
        "small",
        (
            _head("What we keep"),
            _list(
                "<b>Measurements</b> are kept encrypted. They stand in no address, no mail and no log. A "
                "guest’s are forgotten after 90 days.",
                "<b>Designs</b> that you share are drawn on a stock figure: a true one would tell your "
                "measurements.",
                "<b>Orders</b> keep name, address, design and body until the law lets us forget them.",
            ),
            _head("Who sees it"),
            _said(
                "The tailor who makes your garment sees the body that it is for. Each such look is recorded, "
                "and you find all of them in your account. Your payment is our payment provider’s affair: we "
                "never see your card."
            ),
            _head("What we do not do"),
            _said(
                "No trackers, no advertising, no letters of news. Two cookies: one holds your basket and "
                "whether you are signed in, the other protects our forms. Both are needed, so we ask "
                "nothing about them."
            ),
            _head("Taking it away"),
            _said(
                "Your account hands you all that we hold of you as one file, and forgets you when you say "
                f"so. Without an account, write to {MAIL}."
            ),
            _said(f"<i>{DEMO}</i>"),
        ),
    ),
)
