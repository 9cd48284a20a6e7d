"""What `make run` serves: SQLite, the in-house till, secrets kept under var/."""

from .base import *  # noqa: F403
from .base import VAR_DIR

DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]


def _secret_key() -> str:
    """The install's key, made on first use and kept, so that signed links live on."""
    import secrets

    path = VAR_DIR / "secret_key"
    if not path.exists():
        VAR_DIR.mkdir(exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


SECRET_KEY = _secret_key()
