"""The four calls. Every request is built from scratch, every answer is rebuilt field by field."""

import json
import re
import socket
from contextlib import contextmanager
from datetime import timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from math import ceil
from threading import Timer
from time import monotonic
from urllib.parse import parse_qs, urlencode, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from .edlink_answers import failure_of, is_uuid, read_date, read_onboarding, unusable_answer
from .models import Onboarding, Pause, now
from .problems import EdlinkFailure

# Seconds for a whole call.
TIMEOUT = 10
# Bytes of an answer that are read.
LONGEST_ONE = 65_536
LONGEST_LIST = 8_388_608
PAGE = 1000
# Seconds: for a 429 that does not say, and the longest that is believed.
USUAL_PAUSE = 5
LONGEST_PAUSE = 600

JSON_TYPE = re.compile(r"application/([\w.-]+\+)?json\s*(;|$)", re.IGNORECASE)
BASE_URL = re.compile(r"https://[^/?#]+|http://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?", re.IGNORECASE)

if not BASE_URL.fullmatch(settings.EDLINK["BASE_URL"]):
    raise ImproperlyConfigured("EDLINK_BASE_URL is no https: origin")


def create(fields, idempotency):
    application_id = settings.EDLINK["APPLICATION_ID"]
    body = {**fields, "application_id": application_id}
    onboarding = read_onboarding(call("POST", "", {"$idempotency": idempotency}, body))
    if onboarding["application_id"] != application_id:
        raise unusable_answer()
    return onboarding


def read(onboarding_id):
    onboarding = read_onboarding(call("GET", f"/{onboarding_id}"))
    if onboarding["id"] != onboarding_id:
        raise unusable_answer()
    return onboarding


def delete(onboarding_id):
    """Whether success has a body is not documented."""
    call("DELETE", f"/{onboarding_id}")


def find_by_date(date):
    """Looks for what an unanswered creation may have left.

    Nothing on an onboarding can carry an id of ours, so the exact millisecond of its date is the mark; anything less
    exact is never adopted.
    """
    query = {"$first": PAGE}
    deadline = monotonic() + TIMEOUT
    while monotonic() < deadline:
        page = call("GET", "", query, longest=LONGEST_LIST)
        if not isinstance(page.get("$data"), list):
            raise unusable_answer()
        for row in page["$data"]:
            if is_marked(row, date):
                return read_onboarding(row)
        # `$next` is a URL that Edlink chose. It is not followed: only its cursor is taken into one of ours.
        cursors = parse_qs(urlsplit(str(page.get("$next") or "")).query).get("$cursor")
        if not cursors:
            return None
        query = {"$first": PAGE, "$cursor": cursors[0]}
    return None


def is_marked(row, date):
    return (
        isinstance(row, dict)
        and is_uuid(row.get("id"))
        and str(row.get("application_id")).lower() == settings.EDLINK["APPLICATION_ID"]
        and read_date(str(row.get("expiration_date"))) == date
        and not Onboarding.objects.filter(onboarding_id=row["id"].lower()).exists()
    )


def call(method, path, query=None, body=None, longest=LONGEST_ONE):
    obey_pause()
    status, headers, text = send(method, path, query, body, longest)
    if status == 429:
        raise rate_limited(headers.get("Retry-After", ""))
    is_json = JSON_TYPE.match(headers.get("Content-Type", "")) is not None
    answer = parse(text) if is_json and len(text) <= longest else None
    if not 200 <= status < 300:
        raise failure_of(status, answer, is_one=path != "", is_creation=method == "POST")
    if method == "DELETE" and text == b"":
        return None
    if not isinstance(answer, dict) or answer.get("$errors") or answer.get("$error"):
        raise unusable_answer()
    return answer


def send(method, path, query, body, longest):
    """Gives status, headers, and as much of the body as may be read, and a byte more. Redirects are not followed."""
    url = urlsplit(settings.EDLINK["BASE_URL"])
    connection = (HTTPSConnection if url.scheme == "https" else HTTPConnection)(url.netloc, timeout=TIMEOUT)
    target = f"/api/v1/teams/{settings.EDLINK['TEAM_ID']}/onboardings{path}"
    headers = {"Authorization": f"Bearer {settings.EDLINK['TOKEN']}", "Accept": "application/json"}
    if body is not None:
        headers["Content-Type"] = "application/json"
    deadline = monotonic() + TIMEOUT
    try:
        connection.connect()
        with hung_up_after(TIMEOUT, connection.sock):
            connection.request(
                method,
                target + (f"?{urlencode(query)}" if query else ""),
                body=None if body is None else json.dumps(body),
                headers=headers,
            )
            response = connection.getresponse()
            return response.status, response.headers, response.read(longest + 1)
    except (OSError, HTTPException) as error:
        status = 504 if monotonic() >= deadline else None
        raise EdlinkFailure("upstream_unavailable", is_certain=False, status=status) from error
    finally:
        connection.close()


@contextmanager
def hung_up_after(seconds, connected):
    """A socket's own time-out begins anew with every byte, so an endless answer needs another end."""
    # The plain socket's method, also for TLS, so that a read that is under way ends.
    timer = Timer(seconds, socket.socket.shutdown, [connected, socket.SHUT_RDWR])
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def parse(text):
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def obey_pause():
    pause = Pause.objects.filter(until__gt=now()).order_by("-until").first()
    if pause:
        wait = ceil((pause.until - now()).total_seconds())
        raise EdlinkFailure("rate_limited", is_certain=True, retry_after=max(1, wait))


def rate_limited(retry_after):
    seconds = max(1, min(read_retry_after(retry_after), LONGEST_PAUSE))
    Pause.objects.create(until=now() + timedelta(seconds=seconds))
    return EdlinkFailure("rate_limited", is_certain=True, retry_after=seconds)


def read_retry_after(text):
    if text.isdecimal():
        return int(text[:9])
    try:
        return ceil((parsedate_to_datetime(text) - now()).total_seconds())
    except (TypeError, ValueError):
        return USUAL_PAUSE
