"""Where we send to, and what a buyer is asked for."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

from django import forms
from django.core.validators import EmailValidator

COUNTRIES: dict[str, str] = {
    "AT": "Austria",
    "BE": "Belgium",
    "BG": "Bulgaria",
    "HR": "Croatia",
    "CY": "Cyprus",
    "CZ": "Czechia",
    "DK": "Denmark",
    "EE": "Estonia",
    "FI": "Finland",
    "FR": "France",
    "DE": "Germany",
    "GR": "Greece",
    "HU": "Hungary",
    "IE": "Ireland",
    "IT": "Italy",
    "LV": "Latvia",
    "LT": "Lithuania",
    "LU": "Luxembourg",
    "MT": "Malta",
    "NL": "Netherlands",
    "PL": "Poland",
    "PT": "Portugal",
    "RO": "Romania",
    "SK": "Slovakia",
    "SI": "Slovenia",
    "ES": "Spain",
    "SE": "Sweden",
}

# How a postcode is written where we are often asked; elsewhere it only needs a digit in it.
POSTCODES: dict[str, tuple[str, str]] = {
    "AT": (r"\d{4}", "four digits, such as 1070"),
    "BE": (r"\d{4}", "four digits, such as 1000"),
    "DE": (r"\d{5}", "five digits, such as 10115"),
    "DK": (r"\d{4}", "four digits, such as 2100"),
    "ES": (r"\d{5}", "five digits, such as 28013"),
    "FR": (r"\d{5}", "five digits, such as 75011"),
    "IT": (r"\d{5}", "five digits, such as 20121"),
    "NL": (r"\d{4} ?[A-Za-z]{2}", "four digits and two letters, such as 1017 AB"),
    "PL": (r"\d{2}-?\d{3}", "five digits, such as 00-950"),
    "PT": (r"\d{4}-?\d{3}", "seven digits, such as 1100-148"),
    "SE": (r"\d{3} ?\d{2}", "five digits, such as 111 22"),
}


@dataclass(frozen=True, slots=True)
class Delivery:
    """Who the parcel is for, where it goes, and where letters go."""

    name: str
    email: str
    street: str
    postcode: str
    city: str
    country: str
    extra: str = ""

    def to_dict(self) -> dict[str, str]:
        return asdict(self)


def _text(
    label: str, sentence: str, length: int, autocomplete: str, *, required: bool = True
) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=length,
        required=required,
        error_messages={
            "required": sentence,
            "max_length": f"This can have up to {length} letters; yours has %(show_value)d.",
        },
        widget=forms.TextInput(attrs={"autocomplete": f"shipping {autocomplete}"}),
    )


class DeliveryForm(forms.Form):
    email = forms.CharField(
        label="E-mail",
        max_length=254,
        help_text="For the confirmation and the link to follow your order.",
        error_messages={
            "required": "Give your e-mail address, so that we can confirm the order.",
            "max_length": "That is longer than any e-mail address can be.",
        },
        validators=[
            EmailValidator("That is not a whole e-mail address. One looks like anna@example.com.")
        ],
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    name = _text("Name", "Tell us whom the parcel is for.", 120, "name")
    street = _text("Street and number", "Give the street and number.", 160, "address-line1")
    extra = _text("Floor, door, c/o", "", 160, "address-line2", required=False)
    postcode = _text("Postcode", "Give the postcode.", 12, "postal-code")
    city = _text("Town or city", "Give the town or city.", 80, "address-level2")
    country = forms.ChoiceField(
        label="Country",
        choices=list(COUNTRIES.items()),
        initial="FR",
        error_messages={
            "required": "Choose a country.",
            "invalid_choice": "We don’t send there yet. Please choose a country from the list.",
        },
        widget=forms.Select(attrs={"autocomplete": "shipping country"}),
    )

    def clean(self) -> dict[str, str]:
        data: dict[str, str] = self.cleaned_data
        postcode, country = data.get("postcode"), data.get("country")
        if postcode and country:
            form, sentence = POSTCODES.get(country, (r".*\d.*", "a digit in it"))
            if not re.fullmatch(form, postcode):
                where = COUNTRIES[country]
                self.add_error("postcode", f"A postcode in {where} has {sentence}.")
        return data

    @property
    def delivery(self) -> Delivery:
        """What was filled in, once the form is valid."""
        return Delivery(**self.cleaned_data)
