"""Stripe as we use it, in memory: Checkout sessions over an HTTP client of the stripe library.

It keeps Stripe's word where it matters to us: a key used again gives the first answer, a session
that is no longer open cannot be expired, amounts are what was asked for.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import stripe
from django.http import HttpResponse
from django.test import Client

SECRET_KEY = "sk_test_toile"
WEBHOOK_SECRET = "whsec_toile"


class FakeStripe(stripe.HTTPClient):
    name = "fake"

    def __init__(self) -> None:
        super().__init__()
        self.sessions: dict[str, dict[str, Any]] = {}
        self.by_key: dict[str, str] = {}
        self.requests: list[tuple[str, str, Mapping[str, str], dict[str, str]]] = []
        self.away = False
        self.events = 0
        self.lock = threading.Lock()

    def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None,
        post_data: Any = None,
        *,
        _usage: list[str] | None = None,
    ) -> tuple[str, int, Mapping[str, str]]:
        if self.away:
            raise stripe.APIConnectionError("No route to Stripe", should_retry=False)
        words = {k: v[0] for k, v in parse_qs(post_data or "").items()}
        with self.lock:
            path = urlsplit(url).path.removeprefix("/v1/checkout/sessions").strip("/")
            self.requests.append((method, path, dict(headers or {}), words))
            status, body = self._answer(method, path, dict(headers or {}), words)
        return json.dumps(body), status, {"Request-Id": "req_1"}

    def _answer(
        self, method: str, path: str, headers: dict[str, str], words: dict[str, str]
    ) -> tuple[int, dict[str, Any]]:
        if method == "post" and not path:
            key = headers["Idempotency-Key"]
            if key not in self.by_key:
                self.by_key[key] = self._create(words)
            return 200, self.sessions[self.by_key[key]]
        session = self.sessions.get(path.split("/")[0])
        if session is None:
            return _wrong(404, "No such checkout.session", "resource_missing")
        if path.endswith("/expire"):
            if session["status"] != "open":
                return _wrong(400, "Only open sessions can be expired.")
            session["status"] = "expired"
            session["url"] = None
        return 200, session

    def _create(self, words: dict[str, str]) -> str:
        if int(words["expires_at"]) < time.time() + 30 * 60:
            raise AssertionError("Stripe opens no session that ends within half an hour")
        number = len(self.sessions) + 1
        lines, index = 0, 0
        while f"line_items[{index}][quantity]" in words:
            price = int(words[f"line_items[{index}][price_data][unit_amount]"])
            lines += price * int(words[f"line_items[{index}][quantity]"])
            index += 1
        rate = "shipping_options[0][shipping_rate_data]"
        session_id = f"cs_test_{number}"
        self.sessions[session_id] = {
            "id": session_id,
            "object": "checkout.session",
            "amount_total": lines + int(words[f"{rate}[fixed_amount][amount]"]),
            "currency": words["line_items[0][price_data][currency]"],
            "expires_at": int(words["expires_at"]),
            "metadata": {
                name: words[f"metadata[{name}]"]
                for name in ("order", "payment")
                if f"metadata[{name}]" in words
            },
            "payment_intent": None,
            "payment_status": "unpaid",
            "status": "open",
            "success_url": words["success_url"],
            "cancel_url": words["cancel_url"],
            "url": f"https://checkout.stripe.com/c/pay/{session_id}",
        }
        return session_id

    def close(self) -> None:
        pass

    # What happens on Stripe's page ---------------------------------------------------------------

    @property
    def last(self) -> str:
        return list(self.sessions)[-1]

    @property
    def charges(self) -> int:
        return sum(session["payment_status"] == "paid" for session in self.sessions.values())

    def pay(self, session_id: str) -> None:
        self._complete(session_id, "paid", "succeeded")

    def begin_transfer(self, session_id: str) -> None:
        """A bank transfer is under way."""
        self._complete(session_id, "unpaid", "processing")

    def fail_transfer(self, session_id: str) -> None:
        self._complete(session_id, "unpaid", "requires_payment_method")

    def _complete(self, session_id: str, payment_status: str, intent: str) -> None:
        self.sessions[session_id].update(
            status="complete",
            payment_status=payment_status,
            url=None,
            payment_intent={"id": f"pi_{session_id}", "object": "payment_intent", "status": intent},
        )

    def expire(self, session_id: str) -> None:
        self.sessions[session_id].update(status="expired", url=None)

    def forget(self) -> None:
        self.sessions.clear()

    # What Stripe tells us ------------------------------------------------------------------------

    def event(self, kind: str, session_id: str, **claims: Any) -> str:
        """An event as Stripe sends it. `claims` are put in its copy of the session."""
        self.events += 1
        session = {"id": session_id, "object": "checkout.session", **claims}
        return json.dumps(
            {
                "id": f"evt_{self.events}",
                "object": "event",
                "api_version": "2026-10-28.endive",
                "created": int(time.time()),
                "type": kind,
                "data": {"object": session},
            }
        )


def _wrong(status: int, message: str, code: str = "") -> tuple[int, dict[str, Any]]:
    return status, {
        "error": {"type": "invalid_request_error", "message": message, "code": code or None}
    }


def tell(client: Client, payload: str, secret: str = WEBHOOK_SECRET, **header: str) -> HttpResponse:
    """Send an event to the webhook, signed."""
    signature = stripe.WebhookSignature.generate_signature_header(payload, secret)
    return client.post(
        "/stripe/webhook/",
        payload,
        content_type="application/json",
        headers={"Stripe-Signature": header.get("signature", signature)},
    )
