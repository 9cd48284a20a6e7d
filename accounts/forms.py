"""allauth's forms in the shop's words: labels above, nothing grey inside the fields."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.core import context
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.webauthn import forms as webauthn_forms
from django.forms import Field


class InOurWords:
    """Said once for every form of allauth's that the shop shows."""

    fields: dict[str, Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in {"login", "email"}:
                field.label = "E-mail address"
            elif name == "password1":
                field.label = str(field.label).capitalize()
                if field.help_text:
                    field.help_text = "At least eight characters, and none of the usual ones."
            elif name == "password2":
                field.label = "The same once more"
            elif name == "code":
                field.widget.attrs |= {"autocapitalize": "characters", "spellcheck": "false"}


class LoginForm(InOurWords, allauth_forms.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""  # the page itself leads to a new password
        self.fields["remember"].label = "Stay signed in here"


class SignupForm(InOurWords, allauth_forms.SignupForm):
    pass


class AddEmailForm(InOurWords, allauth_forms.AddEmailForm):
    pass


class ChangePasswordForm(InOurWords, allauth_forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].help_text = ""
        self.fields["oldpassword"].label = "Your password now"


class SetPasswordForm(InOurWords, allauth_forms.SetPasswordForm):
    pass


class ResetPasswordForm(InOurWords, allauth_forms.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(InOurWords, allauth_forms.ResetPasswordKeyForm):
    pass


class ReauthenticateForm(InOurWords, allauth_forms.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""  # whoever forgot it signs out, and in by mail


class RequestLoginCodeForm(InOurWords, allauth_forms.RequestLoginCodeForm):
    pass


class ConfirmLoginCodeForm(InOurWords, allauth_forms.ConfirmLoginCodeForm):
    """The link in the letter fills the code in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "The code from the letter"
        self.fields["code"].initial = context.request.GET.get("code", "")


# --- Second factors -------------------------------------------------------------------------------


class AuthenticateForm(InOurWords, mfa_forms.AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "Code from your app, or a recovery code"


class ReauthenticateFactorForm(InOurWords, mfa_forms.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "Code from your app, or a recovery code"


class ActivateTOTPForm(InOurWords, totp_forms.ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "The code that the app shows now"
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class AddPasskeyForm(InOurWords, webauthn_forms.AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "What you call it"
        self.fields["name"].help_text = "So that you know it among others: my telephone."
        alone = self.fields["passwordless"]
        alone.label = "Let me sign in with this alone"
        alone.help_text = "It then asks for your finger, your face or its PIN, and no password."
        alone.initial = True
        self.fields["credential"].error_messages["required"] = (
            "No passkey was made yet: press the button, and your browser asks for it."
        )


class EditPasskeyForm(InOurWords, webauthn_forms.EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "What you call it"


class PasskeyLoginForm(InOurWords, webauthn_forms.LoginWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"].error_messages["required"] = (
            "No passkey was shown: they need scripts, which your browser may have switched off."
        )
