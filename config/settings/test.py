"""What the tests run under: nothing leaves the process but the database file."""

from .base import *  # noqa: F403
from .base import DATABASES, STORAGES, VAR_DIR

DEBUG = False
SECRET_KEY = "tests only"
DATA_KEYS = ["dGVzdHMgb25seSwgdGVzdHMgb25seSwgdGVzdHMgbyE="]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SITE_URL = WAGTAILADMIN_BASE_URL = "http://localhost:8000"
PAYMENT_PROVIDER = "till"
STRIPE_SECRET_KEY = STRIPE_WEBHOOK_SECRET = ""
STAFF_NEED_SECOND_FACTOR = False  # tests/accounts/test_second_factor.py turns it on
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_AUTOREFRESH = True  # no walk over every static file at each test
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = VAR_DIR / "test-media"
PRIVATE_ROOT = VAR_DIR / "test-private"
# A file, since tests with two connections cannot share an in-memory database.
DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}
VAR_DIR.mkdir(parents=True, exist_ok=True)
