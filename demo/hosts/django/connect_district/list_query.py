import json
import re

from django.core.signing import BadSignature, Signer

from .edlink_answers import is_uuid
from .problems import Problem

FILTERS = ("state", "provider_id", "application_id", "integration_id", "user_id")
MOST_IDS = 50
USUAL_PAGE = 50
LONGEST_PAGE = 100


class ListQuery:
    """`GET onboardings?…`, read strictly: a filter that was ignored would show more than was asked for."""

    def __init__(self, query, tenant):
        for name, values in query.lists():
            if name != "id" and len(values) > 1 or not all(is_good(name, value) for value in values):
                raise Problem("invalid_request", field=name[:100])
        self.ids = list(dict.fromkeys(value.lower() for value in query.getlist("id")))
        if len(self.ids) > MOST_IDS:
            raise Problem("invalid_request", field="id")
        if self.ids and "cursor" in query:
            raise Problem("invalid_request", field="cursor")
        self.filters = {name: lower(name, query[name]) for name in FILTERS if name in query}
        self.limit = int(query.get("limit", USUAL_PAGE))
        # A cursor is worth nothing to another tenant or with another filter.
        self.signer = Signer(salt=json.dumps(["cursor", tenant, self.filters]))
        self.position = self.read_cursor(query.get("cursor"))

    def read_cursor(self, cursor):
        """Where the page begins; `None` for the first."""
        if cursor is None:
            return None
        try:
            return int(self.signer.unsign(cursor))
        except BadSignature:
            raise Problem("invalid_request", field="cursor") from None

    def cursor_for(self, position):
        return self.signer.sign(str(position))

    def matches(self, onboarding):
        """Here and not at Edlink: how it takes filters is not documented, and one it ignored would go unnoticed."""
        return all(onboarding[name] == value for name, value in self.filters.items())


def is_good(name, value):
    if name == "cursor":
        return True
    if name == "limit":
        return re.fullmatch(r"[1-9]\d{0,2}", value, re.ASCII) is not None and int(value) <= LONGEST_PAGE
    if name == "state":
        return re.fullmatch(r"\w{1,40}", value, re.ASCII) is not None
    return name in (*FILTERS, "id") and is_uuid(value)


def lower(name, value):
    return value if name == "state" else value.lower()
