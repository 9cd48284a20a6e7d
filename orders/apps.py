from django.apps import AppConfig


class OrdersConfig(AppConfig):
    name = "orders"

    def ready(self) -> None:
        from production.sweeping import each_minute

        from . import checks  # noqa: F401 - registers itself
        from .sweeping import sweep

        each_minute(sweep)
