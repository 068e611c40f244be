"""What a browser may ask, and how. Whatever is not named here does not reach Edlink."""

import json
import re

from django.conf import settings

from .edlink_answers import is_uuid
from .problems import Problem

LONGEST_BODY = 8192
KEY = re.compile(r"[\w.~-]{16,128}", re.ASCII)
URL = re.compile(r"(https?://[a-z\d.-]+(:\d+)?)([/?#][!-\[\]-~]*)?", re.ASCII | re.IGNORECASE)


def guard(request):
    """Against forged requests: no form and no link of another site can send this header.

    Nothing is derived from `Host`. This is stricter than Django's CSRF token, so the view is exempt from that.
    """
    is_ours = comes_from_our_page(request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin"))
    if request.headers.get("X-Requested-With") != "connect-district" or not is_ours:
        raise Problem("forbidden")


def comes_from_our_page(site, origin):
    if site == "same-origin":
        return True
    if origin is not None:
        return origin in settings.ORIGINS
    # With neither it is no browser, and the custom header alone decides.
    return site is None


def read_key(request):
    key = request.headers.get("Idempotency-Key", "")
    if not KEY.fullmatch(key):
        raise Problem("invalid_request", field="Idempotency-Key")
    return key


def wants_fresh(request):
    return re.search(r"\bno-cache\b", request.headers.get("Cache-Control", ""), re.IGNORECASE) is not None


def read_fields(request):
    """The members of a new onboarding that a browser may set.

    Not among them: `automatic_approval` (it affects the bill), `team_id` (somebody's district), `expiration_date`,
    another `application_id`.
    """
    return {name: read_field(name, value) for name, value in read_body(request).items()}


def read_field(name, value):
    if name == "provider_id":
        if not is_uuid(value):
            raise Problem("invalid_request", field=name)
        return value.lower()
    if name == "redirect_uri":
        return read_redirect(value)
    if name == "application_id" and isinstance(value, str) and value.lower() == settings.EDLINK["APPLICATION_ID"]:
        return value.lower()
    raise Problem("not_allowed", field=name[:100])


def read_redirect(url):
    """The origin is compared, never a prefix, and nothing is let through that two parsers could read differently."""
    if not isinstance(url, str):
        raise Problem("invalid_request", field="redirect_uri")
    found = URL.fullmatch(url)
    if not found or found[1].lower() not in settings.ORIGINS or len(url) > 2048:
        raise Problem("not_allowed", field="redirect_uri")
    return url


def read_body(request):
    if request.content_type != "application/json":
        raise Problem("invalid_request", status=415)
    text = request.read(LONGEST_BODY + 1)
    if len(text) > LONGEST_BODY:
        raise Problem("invalid_request", status=413)
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise Problem("invalid_request")
    return body
