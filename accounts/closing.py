"""The form that closes an account for good: by her password, or her address where she has none."""

from __future__ import annotations

from typing import Any

from django import forms

from .models import User


class ClosingForm(forms.Form):
    password = forms.CharField(
        label="Password",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Give your password, so that we know it is you."},
    )
    email = forms.CharField(
        label="Your e-mail address",
        error_messages={"required": "Write your e-mail address, so that this is no slip."},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, user: User, *args: Any, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        self.user = user
        del self.fields["email" if user.has_usable_password() else "password"]

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError("That is not your password.")
        return password

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email.strip().lower() != self.user.email.lower():
            raise forms.ValidationError("That is not the address of this account.")
        return email
