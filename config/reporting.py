"""What is told of an error, in mails and in logs: where and of what kind, never a number of hers.

Any frame may hold a body, any form her measurements, and an exception's words may name one. So no
value of a variable or a form leaves the process, and numbers in what an exception says are hidden.
"""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import ItemsView
from types import FrameType, TracebackType
from typing import Any

from django.http import HttpRequest
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
HIDDEN = "…"


def discreet(words: object) -> str:
    """What an exception says, without its numbers."""
    return _NUMBER.sub(HIDDEN, str(words))


class HidingFilter(SafeExceptionReporterFilter):
    """Of variables their types alone, of forms the names of their fields."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        posted = {} if request is None else request.POST
        return dict.fromkeys(posted, self.cleansed_substitute)

    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: FrameType
    ) -> ItemsView[str, Any]:
        return {name: type(value).__qualname__ for name, value in tb_frame.f_locals.items()}.items()


class Reporter(ExceptionReporter):
    """Django's report of an error, its exceptions' words without numbers."""

    def get_traceback_data(self) -> dict[str, Any]:
        data = super().get_traceback_data()
        if "exception_value" in data:
            data["exception_value"] = discreet(data["exception_value"])
        if told := data.get("template_info"):
            data["template_info"] = {**told, "message": discreet(told["message"])}
        data.pop("exception_notes", None)
        data.pop("unicode_hint", None)
        return data

    def get_traceback_frames(self) -> list[Any]:
        frames = super().get_traceback_frames()
        for frame in frames:
            if frame.get("exc_cause") is not None:
                frame["exc_cause"] = type(frame["exc_cause"]).__qualname__
        return frames


class DiscreetFormatter(logging.Formatter):
    """A log's lines as ever, but tracebacks whose exceptions say no number."""

    def formatException(  # noqa: N802 - logging's own name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        if ei[1] is None:
            return super().formatException(ei)
        return "".join(_told(ei[1])).rstrip()


def _told(error: BaseException) -> list[str]:
    """The traceback with those of its causes, each with the place that led to it."""
    lines: list[str] = []
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        lines += [*_told(before), "\nwhich led to:\n\n"]
    lines.append("Traceback (most recent call last):\n")
    lines += traceback.format_tb(error.__traceback__)
    return [*lines, f"{type(error).__module__}.{type(error).__qualname__}: {discreet(error)}\n"]
