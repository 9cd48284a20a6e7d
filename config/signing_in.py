"""What happens when someone signs in: what she entered as a guest comes along."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest

from accounts.roles import is_merchandiser, is_tailor
from measurements.keeping import adopt


class Door(DefaultAccountAdapter):
    """allauth's way in and out, with our own steps called where they should happen."""

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        if adopt(request):
            messages.info(request, "The measurements you entered are now kept in your account.")

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Staff go to their own room, unless they were on the way somewhere."""
        if is_merchandiser(request.user):
            return "/admin/"
        if is_tailor(request.user):
            return "/bench/"
        return str(super().get_login_redirect_url(request))

    def format_email_subject(self, subject: str) -> str:
        """As written: no site's name in brackets before it."""
        return " ".join(subject.split())

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Only what she would miss: that she is signed in she sees in the masthead."""
        template = kwargs.get("message_template") or (args[2] if len(args) > 2 else "")
        if not str(template).endswith(("logged_in.txt", "logged_out.txt")):
            super().add_message(*args, **kwargs)
