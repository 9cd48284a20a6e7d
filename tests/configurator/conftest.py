"""A studio with the demo catalogue, and visitors with and without measurements."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.test import Client

from configurator.models import Design
from patterns.models import Fabric, PatternTemplate

HER: Mapping[str, float] = {
    "height": 1712.0,
    "bust_girth": 963.0,
    "waist_girth": 801.0,
    "hip_girth": 1037.0,
}
"""Measurements with digits that turn up nowhere else by chance."""


def measured(client: Client, values: Mapping[str, float] = HER, unit: str = "cm") -> Client:
    """A guest who has given her measurements."""
    session = client.session
    session["measurements"] = {"values": dict(values), "unit": unit}
    session.save()
    return client


@pytest.fixture
def sheath(demo: None) -> PatternTemplate:
    return PatternTemplate.objects.get(slug="sheath-dress")


@pytest.fixture
def navy(demo: None) -> Fabric:
    return Fabric.objects.get(slug="wool-crepe-navy")


@pytest.fixture
def guest(client: Client) -> Client:
    return client


@pytest.fixture
def her(demo: None) -> Client:
    return measured(Client())


@pytest.fixture
def design(sheath: PatternTemplate, navy: Fabric) -> Design:
    """Somebody else's design, kept."""
    choices = {"neckline": "v", "neck_depth": 110.0, "length": 640.0}
    return Design.objects.create(template=sheath, fabric=navy, choices=choices)
