"""Where Wagtail's edit forms are, and what a browser would post from one of them."""

from __future__ import annotations

from typing import Any

from django.forms.models import model_to_dict
from django.urls import reverse
from wagtail import blocks
from wagtail.fields import StreamField


def address(row: Any, view: str = "edit") -> str:
    """The address of a snippet's screen in Wagtail's admin."""
    kind = row._meta.model_name
    return reverse(f"wagtailsnippets_patterns_{kind}:{view}", args=[row.pk])


def posted(row: Any, **changed: Any) -> dict[str, Any]:
    """All fields of a snippet's form; `changed` stands in for what was typed."""
    data: dict[str, Any] = {}
    for name, value in {**model_to_dict(row), **changed}.items():
        field = row._meta.get_field(name)
        if isinstance(field, StreamField):
            stream = getattr(row, name) if name not in changed else changed[name]
            data |= _block(field.stream_block, stream, name)
        elif field.many_to_many:
            data[name] = [getattr(one, "pk", one) for one in value]
        elif isinstance(value, bool):
            data |= {name: "on"} if value else {}
        else:
            typed = field.formfield()
            if typed is not None:
                data[name] = "" if value is None else typed.prepare_value(value)
    return data


def _block(block: Any, value: Any, prefix: str) -> dict[str, Any]:
    if isinstance(block, blocks.StreamBlock):
        rows = [(child.block_type, child.block, child.value) for child in value]
        return _rows(rows, prefix)
    if isinstance(block, blocks.ListBlock):
        return _rows([("item", block.child_block, child) for child in value], prefix)
    if isinstance(block, blocks.StructBlock):
        data: dict[str, Any] = {}
        for name, child in block.child_blocks.items():
            data |= _block(child, value[name], f"{prefix}-{name}")
        return data
    if isinstance(block, blocks.BooleanBlock):
        return {prefix: "on"} if value else {}
    state = block.value_for_form(value)
    return {prefix: "" if state is None else str(state)}


def _rows(rows: list[tuple[str, Any, Any]], prefix: str) -> dict[str, Any]:
    data: dict[str, Any] = {f"{prefix}-count": len(rows)}
    for index, (kind, block, value) in enumerate(rows):
        row = f"{prefix}-{index}"
        data |= {f"{row}-type": kind, f"{row}-order": index, f"{row}-deleted": "", f"{row}-id": ""}
        data |= _block(block, value, f"{row}-value")
    return data
