"""A very small browser over http.client: cookies, forms, one connection. For the studio's bench."""

from __future__ import annotations

import http.client
import time
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    text: str
    took: float  # ms, from the first byte sent to the last received


class _Fields(HTMLParser):
    """The names and values of a page's form fields, as a browser would send them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = dict(attrs)
        name, value = at.get("name"), at.get("value") or ""
        if tag == "select":
            self._select = name or ""
        elif tag == "option" and self._select:
            if "selected" in at or self._select not in self.fields:
                self.fields[self._select] = value
        elif tag == "input" and name:
            if at.get("type") in ("radio", "checkbox") and "checked" not in at:
                return
            if at.get("type") not in ("submit", "button"):
                self.fields[name] = value


def fields(page: str) -> dict[str, str]:
    return _Fields(page).fields


class Browser:
    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.host = f"localhost:{port}"
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def post(self, path: str, form: Mapping[str, str], **headers: str) -> Answer:
        token = form.get("csrfmiddlewaretoken") or self.cookies.get("csrftoken", "")
        sent = {"Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": token}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        return self._ask("POST", path, urlencode(form), sent)

    def _sent(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> http.client.HTTPResponse:
        """Over the connection that stands, or over a new one: a store closes one that idles."""
        try:
            self.connection.request(method, path, body, headers)
            return self.connection.getresponse()
        except ConnectionError:
            self.connection.close()
            self.connection.request(method, path, body, headers)
            return self.connection.getresponse()

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        headers = {"Host": self.host, "Origin": f"http://{self.host}", **headers}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        began = time.perf_counter()
        response = self._sent(method, path, body, headers)
        text = response.read().decode()
        took = (time.perf_counter() - began) * 1e3
        for line in response.headers.get_all("Set-Cookie") or ():
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return Answer(response.status, response.headers, text, took)  # type: ignore[arg-type]  # a Message reads like a Mapping
