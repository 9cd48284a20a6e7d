from django.apps import AppConfig


class BasePageConfig(AppConfig):
    """Only the page that all pages are built on: its table must stand before Wagtail's own."""

    name = "cms.basepage"
    label = "basepage"
