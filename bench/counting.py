"""Counts the queries and the CPU of each request, for the benches; no other settings name it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse


class Counting:
    """Middleware: the headers X-Queries, X-CPU (ms of the thread that answers) and X-Worker."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        count = 0

        def counted(execute: Callable[..., Any], *args: Any) -> Any:
            nonlocal count
            count += 1
            return execute(*args)

        began = time.thread_time()
        with connection.execute_wrapper(counted):
            response = self.get_response(request)
        response["X-CPU"] = f"{(time.thread_time() - began) * 1e3:.2f}"
        response["X-Queries"], response["X-Worker"] = str(count), str(os.getpid())
        return response
