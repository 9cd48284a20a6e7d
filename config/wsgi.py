"""The web server's way in; settings that lack something are told in one line."""

import gc
import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

GIVE_UP = 3  # the one status at which gunicorn ends, where others have it try again for ever

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.demo")
try:
    application = get_wsgi_application()
except ImproperlyConfigured as error:
    print(error, file=sys.stderr)
    sys.exit(GIVE_UP)
gc.freeze()  # what was loaded stays: looking through all of it again takes a tenth of a second
