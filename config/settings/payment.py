"""What a way to be paid asks of the other settings."""

from __future__ import annotations


def allow_stripe(policy: dict[str, dict[str, list[str]]]) -> None:
    """Let a form of ours lead on to Stripe's Checkout, which browsers count as its action."""
    policy["DIRECTIVES"]["form-action"].append("https://checkout.stripe.com")
