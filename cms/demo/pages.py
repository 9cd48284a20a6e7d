"""The pages of a fresh install, with what stands on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from .garments import GARMENTS, GarmentWords
from .house import HOUSE, HousePage
from .occasions import WORN_FOR
from .templates import SUMMARIES, TEMPLATES

NAMES: Final = {template.slug: template.name for template in TEMPLATES}
Design = Callable[..., Any]
"""Makes the value of a picture block: design(template, fabric, choices, view, caption)."""


@dataclass(frozen=True)
class PageValue:
    """One page: which kind, under which other, and its fields once designs can be looked up."""

    key: str
    model: str
    parent: str | None
    title: str
    summary: str
    fields: Callable[[Design], Mapping[str, Any]]
    menu: bool = False
    foot: str = ""
    pattern: str | None = None
    occasions: tuple[str, ...] = ()


def _home(design: Design) -> Mapping[str, Any]:
    return {
        "heading": "Cut for one body: yours",
        "lead": (
            "Choose a pattern, make it your own, and see it drawn to your measurements with its "
            "price beside it. We draft it for you alone, then cut and sew it."
        ),
        "body": [
            (
                "steps",
                {
                    "heading": "How it goes",
                    "steps": [
                        {
                            "title": "Make it yours",
                            "text": "Neckline, length, fit and cloth. The drawing and the price "
                            "follow each choice as you make it.",
                        },
                        {
                            "title": "Measure",
                            "text": "Four measurements are enough to begin. Each further one you "
                            "take makes the pattern truer.",
                        },
                        {
                            "title": "We draft, cut and sew",
                            "text": "A pattern is drafted for you, every seam of it checked, and a "
                            "tailor makes it up in our workroom.",
                        },
                    ],
                },
            ),
            (
                "quote",
                {
                    "text": "The drawing you see, the cloth we cut and the pattern on the tailor’s "
                    "table all come from the same draft. They cannot disagree.",
                    "who": "",
                },
            ),
        ],
    }


def _catalogue(design: Design) -> Mapping[str, Any]:
    return {
        "intro": "<p>Every pattern can be drafted for your own measurements. Some also hang "
        "ready-made in our sizes, and cost less for it.</p>"
    }


def _garment(words: GarmentWords) -> PageValue:
    """A garment's page, from what is said of it."""

    def fields(design: Design) -> Mapping[str, Any]:
        picture = design(words.slug, words.fabric, words.choices, "both", words.caption)
        body = [("heading", words.heading), ("design", picture)]
        if words.closing:
            body.append(("paragraph", f"<p>{words.closing}</p>"))
        return {"intro": f"<p>{words.intro}</p>", "body": body}

    name = NAMES[words.slug]
    summary = SUMMARIES[words.slug]
    return PageValue(
        words.slug,
        "GarmentPage",
        "catalogue",
        name,
        summary,
        fields,
        pattern=words.slug,
        occasions=WORN_FOR.get(words.slug, ()),
    )


def _house(page: HousePage) -> PageValue:
    """A page of help or small print."""

    def fields(design: Design) -> Mapping[str, Any]:
        return {"lead": page.lead, "body": list(page.body)}

    return PageValue(
        page.key, "StoryPage", "home", page.title, page.summary, fields, foot=page.foot
    )


def _story(design: Design) -> Mapping[str, Any]:
    return {
        "lead": "A toile is the first making-up of a garment in plain cloth, to see whether the "
        "pattern is right. We took the name because ours has to be.",
        "body": [
            ("heading", "A pattern for each body"),
            (
                "paragraph",
                "<p>Sizes are a bargain between a shop and an average. Take a hundred women of one "
                "bust girth: their waists differ by a hand’s width, their backs by more than an "
                "inch. A size fits few of them well. So we do what a dressmaker does: we measure, "
                "and draft the pattern from what we measured.</p>",
            ),
            (
                "design",
                design(
                    "sheath-dress",
                    "wool-twill-ivory",
                    "neckline: jewel\nlength: 620",
                    "front",
                    "The sheath dress with a jewel neckline, in ivory twill.",
                ),
            ),
            ("heading", "What happens after you order"),
            (
                "steps",
                {
                    "heading": "",
                    "steps": [
                        {
                            "title": "The draft is frozen",
                            "text": "Your design, measurements and price are kept as they were. "
                            "Nothing we change later changes your order.",
                        },
                        {
                            "title": "A tailor gets your pattern",
                            "text": "At full size, with every dart, notch and seam allowance, and "
                            "a sheet that says what each part should measure when it is sewn.",
                        },
                        {
                            "title": "It is made, checked and sent",
                            "text": "You can follow each step by the link in your confirmation.",
                        },
                    ],
                },
            ),
            (
                "quote",
                {
                    "text": "When a body or a wish cannot be drafted well, we say so, and why. "
                    "We would rather sell nothing than a dress that does not close.",
                    "who": "The workroom",
                },
            ),
        ],
    }


def _measuring(design: Design) -> Mapping[str, Any]:
    return {
        "lead": "Four measurements, a soft tape, ten minutes, and better with a friend.",
        "body": [
            (
                "paragraph",
                "<p>Measure over what you will wear under the garment. Hold the tape level and "
                "snug, not tight: it should lie on you without pressing in. Take each measurement "
                "twice; if the two differ, take it a third time.</p>",
            ),
            (
                "tip",
                {
                    "title": "Find your waist first",
                    "text": "<p>Tie a ribbon round your middle and bend from side to side. It will "
                    "settle at your natural waist, the narrowest part. Leave it there while you "
                    "take the rest.</p>",
                },
            ),
            (
                "tip",
                {
                    "title": "Bust",
                    "text": "<p>Round the fullest part, the tape level across your back. Breathe "
                    "out, arms down.</p>",
                },
            ),
            (
                "tip",
                {
                    "title": "Hip",
                    "text": "<p>Feet together, round the fullest part of your seat. Look in a "
                    "mirror from the side: the tape slips easily.</p>",
                },
            ),
            (
                "tip",
                {
                    "title": "Height",
                    "text": "<p>Without shoes, heels to a wall, a book flat on your head.</p>",
                },
            ),
            ("heading", "More is truer"),
            (
                "paragraph",
                "<p>What you do not enter we estimate from what you did, and we tell you which "
                "values those are. Shoulders, back and front length can hardly be guessed: if you "
                "have someone to help, take those too.</p>",
            ),
        ],
    }


PAGES: Final = (
    PageValue(
        "home",
        "HomePage",
        None,
        "Toile",
        "Women’s clothes drafted, cut and sewn for one body at a time.",
        _home,
    ),
    PageValue(
        "catalogue",
        "CataloguePage",
        "home",
        "Catalogue",
        "Patterns to be had made to measure, and what hangs ready-made.",
        _catalogue,
        menu=True,
    ),
    *(_garment(words) for words in GARMENTS),
    PageValue(
        "our-story",
        "StoryPage",
        "home",
        "Our story",
        "Why we draft a pattern for each body, and what happens after you order.",
        _story,
        menu=True,
        foot="house",
    ),
    PageValue(
        "how-to-measure",
        "StoryPage",
        "our-story",
        "How to measure",
        "Four measurements, a soft tape, ten minutes.",
        _measuring,
        foot="help",
    ),
    *(_house(page) for page in HOUSE),
)
