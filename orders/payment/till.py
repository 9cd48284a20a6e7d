"""The in-house till: a page on which a buyer says how the payment ends. No money moves."""

from __future__ import annotations

from django.urls import reverse

from orders.models import Payment

from .base import Report, Standing

ANSWERS: dict[str, Standing] = {"pay": "paid", "decline": "declined", "abandon": "closed"}
"""What the buyer can say, and how the payment then stands."""


class Till:
    """Remembers the buyer's first answer in the payment's own row, and reports it."""

    def open(self, payment: Payment) -> tuple[str, str]:
        return "", reverse("orders:till", args=[payment.key])

    def report(self, payment: Payment) -> Report:
        answer = Payment.objects.values_list("answer", flat=True).get(pk=payment.pk)
        standing: Standing = ANSWERS.get(answer, "open")
        if standing == "open" and answer == "shut":
            standing = "closed"
        if standing != "paid":
            return Report(standing)
        return Report(standing, payment.amount, payment.currency, f"till-{payment}")

    def close(self, payment: Payment) -> None:
        self.answer(payment, "shut")

    @staticmethod
    def answer(payment: Payment, answer: str) -> bool:
        """Note the answer; False if there was one before, which stands."""
        silent = Payment.objects.filter(pk=payment.pk, answer="")
        return bool(silent.update(answer=answer))
