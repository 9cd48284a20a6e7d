"""What stories and the home page are written with."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from patterns import engine
from patterns.blocks import UnfinishedError
from patterns.choices import from_lines

FEATURES = ["bold", "italic", "link", "ul", "ol"]
VIEWS = [("front", "Front"), ("back", "Back"), ("both", "Front and back")]


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        template = "cms/blocks/heading.html"


class ParagraphBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        template = "cms/blocks/paragraph.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(rows=3)
    who = blocks.CharBlock(required=False, label="Who says it")

    class Meta:
        icon = "openquote"
        template = "cms/blocks/quote.html"
        label_format = "{text}"


class DesignBlock(blocks.StructBlock):
    """One of our own flats: a template as some buyer might choose it, on the stock figure."""

    template = SnippetChooserBlock("patterns.PatternTemplate")
    fabric = SnippetChooserBlock(
        "patterns.Fabric", required=False, help_text="Empty: the first that the template allows."
    )
    choices = blocks.TextBlock(
        required=False,
        rows=3,
        help_text="One a line, such as neckline: v. What is not named stays at the default.",
    )
    view = blocks.ChoiceBlock(choices=VIEWS, default="front")
    caption = blocks.CharBlock(required=False)

    def clean(self, value: Any) -> Any:
        result = super().clean(value)
        try:
            choices = from_lines(result["choices"] or "")
            if result["template"] is not None:
                engine.settle(result["template"].spec, choices)
        except UnfinishedError as unfinished:
            problem = ValidationError(f"This template is not finished. {unfinished}")
            raise StructBlockValidationError(block_errors={"template": problem}) from unfinished
        except engine.BadChoice as bad:
            problem = ValidationError(bad.message)
            raise StructBlockValidationError(block_errors={"choices": problem}) from bad
        except ValidationError as problem:
            raise StructBlockValidationError(block_errors={"choices": problem}) from problem
        return result

    class Meta:
        icon = "image"
        template = "cms/blocks/design.html"
        label_format = "{template} {caption}"


class TipBlock(blocks.StructBlock):
    """How to take one measurement, or what to mind while taking it."""

    title = blocks.CharBlock()
    text = blocks.RichTextBlock(features=FEATURES)

    class Meta:
        icon = "info-circle"
        label = "Measuring tip"
        template = "cms/blocks/tip.html"
        label_format = "{title}"


class StepsBlock(blocks.StructBlock):
    """Steps in their order, numbered."""

    heading = blocks.CharBlock(required=False)
    steps = blocks.ListBlock(
        blocks.StructBlock([("title", blocks.CharBlock()), ("text", blocks.TextBlock(rows=2))])
    )

    class Meta:
        icon = "list-ol"
        template = "cms/blocks/steps.html"
        label_format = "{heading}"


class StoryBlock(blocks.StreamBlock):
    heading = HeadingBlock()
    paragraph = ParagraphBlock(features=FEATURES)
    quote = QuoteBlock()
    design = DesignBlock(label="Picture of a design")
    steps = StepsBlock()
    tip = TipBlock()
