"""What the shop adds to Wagtail's admin."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from .admin.fabrics import warn_of_seams
from .admin.viewsets import AtelierGroup

register_snippet(AtelierGroup)
hooks.register("after_create_snippet", warn_of_seams)
hooks.register("after_edit_snippet", warn_of_seams)


class NoSecondFactorPanel(Component):
    """Says that this install lets staff in with a password alone."""

    order = 10
    template_name = "cms/admin/no_second_factor.html"


@hooks.register("construct_homepage_panels")
def say_that_no_second_factor_is_needed(request: HttpRequest, panels: list[Component]) -> None:
    if not settings.STAFF_NEED_SECOND_FACTOR:
        panels.append(NoSecondFactorPanel())
