"""What Edlink says, in the contract's words."""

import re
from datetime import timezone

from django.utils.dateparse import parse_datetime

from .problems import EdlinkFailure

NO_ID = "00000000-0000-0000-0000-000000000000"
UUID = re.compile(r"[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}", re.ASCII | re.IGNORECASE)
KNOWN_CODES = {"INVALID_TOKEN", "EXPIRED_TOKEN", "NO_PERMISSION", "NOT_FOUND", "UNKNOWN_PROVIDER", "INTERNAL"}


def is_uuid(value):
    return isinstance(value, str) and UUID.fullmatch(value) is not None and value != NO_ID


def read_onboarding(answer):
    """An onboarding, bare or in `$data`. Only these fields exist, so an `access_token` never gets any further."""
    data = answer.get("$data", answer) if isinstance(answer, dict) else None
    if not isinstance(data, dict) or not is_uuid(data.get("id")) or not isinstance(data.get("state"), str):
        raise unusable_answer()
    onboarding = {
        "id": data["id"].lower(),
        "state": data["state"],
        "redirect_uri": read(data, "redirect_uri", str),
        "expiration_date": read(data, "expiration_date", str),
        "automatic_approval": read(data, "automatic_approval", bool),
    }
    if onboarding["expiration_date"] is not None and read_date(onboarding["expiration_date"]) is None:
        raise unusable_answer()
    references = ("application_id", "provider_id", "user_id", "team_id", "integration_id")
    return {**onboarding, **{name: read_reference(data, name) for name in references}}


def read(data, name, kind):
    value = data.get(name)
    if value is None or isinstance(value, kind):
        return value
    raise unusable_answer()


def read_reference(data, name):
    """The zero UUID means none. Lower case, so that two spellings are one id."""
    value = data.get(name)
    if value is None or value == NO_ID:
        return None
    if is_uuid(value):
        return value.lower()
    raise unusable_answer()


def read_date(text):
    """ISO 8601 in whole milliseconds; `None` when it is none."""
    try:
        date = parse_datetime(text)
    except ValueError:
        return None
    if date is None:
        return None
    date = date if date.tzinfo else date.replace(tzinfo=timezone.utc)
    return date.replace(microsecond=date.microsecond // 1000 * 1000)


def iso_date(date):
    return date.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def unusable_answer():
    """A 2xx that cannot be understood: it may well have happened."""
    return EdlinkFailure("invalid_response", is_certain=False)


def failure_of(status, answer, is_one, is_creation):
    """Edlink's code comes before the status, because it answers nearly every error with 400."""
    code = error_code(answer) if status < 500 else None
    cause = code if code in KNOWN_CODES else {401: "INVALID_TOKEN", 403: "NO_PERMISSION", 404: "NOT_FOUND"}.get(status)
    if cause == "NOT_FOUND" and is_one:
        return EdlinkFailure("not_found", is_certain=True)
    # Without an id in the path it is our own team that is not found.
    if cause in ("INVALID_TOKEN", "EXPIRED_TOKEN", "NO_PERMISSION", "NOT_FOUND"):
        return EdlinkFailure("upstream_credentials", is_certain=True)
    if cause == "UNKNOWN_PROVIDER":
        return EdlinkFailure("invalid_request", is_certain=True, field="provider_id")
    # Behind these a creation may be under way.
    is_unclear = cause == "INTERNAL" or is_creation and status in (408, 409, 425, 499)
    return EdlinkFailure("upstream_unavailable", is_certain=400 <= status < 500 and not is_unclear)


def error_code(answer):
    """From `$errors`, or a singular `$error` that is an object or a text."""
    if not isinstance(answer, dict):
        return None
    errors = answer.get("$errors")
    error = errors[0] if isinstance(errors, list) and errors else answer.get("$error")
    code = error.get("code") if isinstance(error, dict) else error
    return code if isinstance(code, str) else None
