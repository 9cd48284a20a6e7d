"""What `make run` serves, but each answer says its queries and which worker gave it."""

from config.settings.demo import *  # noqa: F403
from config.settings.demo import MIDDLEWARE

MIDDLEWARE = ["bench.counting.Counting", *MIDDLEWARE]
