"""Settings of a worker that a test starts as a process of its own, on the test's database."""

import os

from config.settings.test import *  # noqa: F403
from config.settings.test import DATABASES, MEDIA_ROOT

DATABASES["default"]["NAME"] = os.environ["WORKER_DATABASE"]
PRIVATE_ROOT = os.environ["WORKER_PRIVATE_ROOT"]
MEDIA_ROOT = os.environ.get("WORKER_MEDIA_ROOT", MEDIA_ROOT)
if EMAIL_FILE_PATH := os.environ.get("WORKER_MAIL", ""):
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
