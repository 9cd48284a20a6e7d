"""An error tells where it was, and nothing of the body that was in the frame."""

from __future__ import annotations

import logging
import sys
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.log import AdminEmailHandler

from config.reporting import DiscreetFormatter, discreet
from measurements import views
from measurements.asking import contradictions

MEASURED = {
    "unit": "cm", "height": "168.47", "bust_girth": "91.37", "waist_girth": "76.89",
    "hip_girth": "103.19",
}  # fmt: skip
HERS_IN_MM = 913.7
HERS = ("168.47", "1684.7", "91.37", "913.7", "76.89", "768.9", "103.19", "1031.9")


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Client:
    """A measuring page that fails with her body in its frames, its words and its cause."""

    def fails(request: Any, values: dict[str, float], unit: str) -> None:
        body = dict(values)
        try:
            raise ValueError(f"no such body: {body}")
        except ValueError as error:
            error.add_note(f"it was {body}")
            raise RuntimeError(f"could not keep {body}") from error

    assert contradictions  # the page reads her values before it comes to this
    monkeypatch.setattr(views, "keep", fails)
    return Client(raise_request_exception=False)


@pytest.mark.django_db
@pytest.mark.parametrize("include_html", [False, True])
def test_an_error_mail_carries_no_body(failing: Client, settings: Any, include_html: bool) -> None:
    settings.ADMINS = [("Keeper", "keeper@toile.example")]
    handler = AdminEmailHandler(include_html=include_html)
    log = logging.getLogger("django.request")
    log.addHandler(handler)
    try:
        assert failing.post(reverse("measurements:edit"), MEASURED).status_code == 500
    finally:
        log.removeHandler(handler)
    (letter,) = mail.outbox
    said = str(letter.message()) + "".join(str(part) for part, _ in letter.alternatives)
    assert "measurements/views.py" in said
    assert "RuntimeError" in said
    assert "bust_girth" in said, "the form's fields are named"
    for value in HERS:
        assert value not in said


def test_a_log_carries_the_way_and_not_the_numbers() -> None:
    def measure(bust: float) -> None:
        try:
            raise ValueError(f"a bust of {bust}")
        except ValueError as error:
            raise RuntimeError(f"{bust} cannot be drawn") from error

    try:
        measure(HERS_IN_MM)
    except RuntimeError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "Sorry", None, sys.exc_info())
    told = DiscreetFormatter().format(record)
    assert told.startswith("Sorry\nTraceback")
    assert "in measure" in told
    assert "builtins.ValueError: a bust of …" in told
    assert "builtins.RuntimeError: … cannot be drawn" in told
    assert "913" not in told


@pytest.mark.parametrize(
    ("said", "left"),
    [("913.7 mm", "… mm"), ("91,37 cm of 1.700,5", "… cm of …"), ("no number", "no number")],
)
def test_numbers_are_hidden(said: str, left: str) -> None:
    assert discreet(said) == left


def test_the_console_uses_it(settings: Any) -> None:
    assert settings.LOGGING["handlers"]["console"]["formatter"] == "discreet"
