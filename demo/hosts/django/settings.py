"""A site with nothing but the proxy. In yours, copy `connect_district/`, the app's name and the last three settings."""

import os
import secrets

# Cursors are signed with it. Yours does not change with every start.
SECRET_KEY = secrets.token_hex()
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = ["connect_district"]
ROOT_URLCONF = "connect_district.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ["DATABASE_PATH"],
        "OPTIONS": {"timeout": 10},
    }
}

EDLINK = {
    "BASE_URL": os.environ["EDLINK_BASE_URL"],
    "TOKEN": os.environ["EDLINK_TOKEN"],
    "TEAM_ID": os.environ["EDLINK_TEAM_ID"],
    "APPLICATION_ID": os.environ["EDLINK_APPLICATION_ID"].lower(),
}
# Where your pages are, such as `https://app.example`.
ORIGINS = os.environ["ORIGINS"].lower().split(",")
CONNECTIONS_FILE = os.environ["CONNECTIONS_FILE"]
