"""What happens when someone signs in: what she entered as a guest comes along, staff show more."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse

from accounts import second_factor
from accounts.roles import is_merchandiser, is_tailor
from configurator import keeping, seeing
from measurements.keeping import Adopted, adopt
from orders import tracking
from sealing.seals import seal, unseal


class Door(DefaultAccountAdapter):
    """allauth's way in and out, with our own steps called where they should happen."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": "There were too many tries in a short time.",
        "rate_limited": "There were too many tries in a short time.",
        "incorrect_code": "That is not the code, or it is too old.",
        "email_password_mismatch": "That address or that password is not correct.",
        "incorrect_password": "That is not your password.",
        "enter_current_password": "That is not your password.",
        "email_taken": "There is an account with that address already.",
        "duplicate_email": "That address belongs to your account already.",
        "max_email_addresses": "An account holds %d addresses at most: please remove one first.",
    }

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        if adopted := adopt(request):
            messages.info(request, _told(adopted))
        keeping.adopt(request)
        seeing.adopt(request)
        tracking.adopt(request)

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

    def set_password(self, user: Any, password: str) -> None:
        """A new password by letter ends the wait that wrong ones brought.

        allauth does it for the addresses it has on record, which staff made in the admin lack.
        """
        super().set_password(user, password)
        if self.request.user.is_anonymous:
            self._delete_login_attempts_cached_email(self.request, email=user.email)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The letter with a login code has a link that carries it; that one and the one that confirms an
        address lead on to where she was going."""
        target = get_next_redirect_url(self.request)
        onward = f"?{urlencode({'next': target})}" if target else ""
        if template_prefix == "account/email/login_code":
            link = self.request.build_absolute_uri(reverse("login_link", args=[context["code"]]))
            context = {**context, "link": link + onward}
        elif "activate_url" in context:
            context = {**context, "activate_url": context["activate_url"] + onward}
        super().send_mail(template_prefix, email, context)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """A letter about a change to the account leads to what she does if it was not she."""
        links = {
            "password_url": self.request.build_absolute_uri(reverse("account_reset_password")),
            "security_url": self.request.build_absolute_uri(reverse("mfa_index")),
        }
        super().send_notification_mail(template_prefix, user, {**links, **(context or {})}, email)

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """A further address is a further way in, so the one we know is written to; not one that nobody has
        shown to be hers."""
        known = email_address.user.email
        others = EmailAddress.objects.filter(user=email_address.user, email__iexact=known)
        hers = not others.filter(verified=False).exists()
        confirmed = bool(super().confirm_email(request, email_address))
        if confirmed and hers and known.lower() != email_address.email.lower():
            added = {"added_email": email_address.email}
            prefix = "account/email/email_added"
            self.send_notification_mail(prefix, email_address.user, added, email=known)
        return confirmed

    def get_reauthentication_methods(
        self, user: AbstractBaseUser | AnonymousUser
    ) -> list[dict[str, Any]]:
        """Staff who must have a second factor show that, and not the password alone."""
        methods = super().get_reauthentication_methods(user)
        factors = [method for method in methods if method["id"] != "reauthenticate"]
        return factors if factors and second_factor.must_have(user) else methods


def _told(adopted: Adopted) -> str:
    name = adopted.profile.name
    if adopted.added:
        return (
            "The measurements you entered differ from those in your account, so both are kept: yours "
            f"now are the profile “{name}”, and the studio draws on it. Choose another under "
            "Measurements."
        )
    return f"The measurements you entered are now kept in your account, as your profile “{name}”."


class Factors(DefaultMFAAdapter):
    """Second factors in the shop's words, their secrets sealed where they are kept.

    Whoever has a copy of the database alone could otherwise show anybody's code.
    """

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "add_email_blocked": (
            "While your account has a second factor no address can be added. Take the factor away "
            "under Security, add the address, and set it up again."
        ),
        "incorrect_code": "That is not the right one, or it is too old.",
        "unverified_email": (
            "Please confirm your e-mail address first, under E-mail: it is the way back in."
        ),
    }

    def encrypt(self, text: str) -> str:
        return seal(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """What was sealed. Raises Unreadable."""
        return unseal(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        """What a new passkey is called unless she names it."""
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"Passkey {count + 1}" if count else "Passkey"
