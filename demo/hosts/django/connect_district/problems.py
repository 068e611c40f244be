STATUSES = {
    "unauthorized": 401,
    "forbidden": 403,
    "not_found": 404,
    "conflict": 409,
    "integration_conflict": 409,
    "not_allowed": 422,
    "invalid_request": 422,
    "rate_limited": 429,
    "upstream_unavailable": 502,
    "upstream_credentials": 502,
    "invalid_response": 502,
    "host_not_ready": 503,
}


class Problem(Exception):
    """A request that ends in an answer of RFC 9457. All of its texts are ours; nothing of Edlink's answers is in it.

    `field` is the member of the request that is to blame, `retry_after` is in seconds.
    """

    def __init__(self, code, status=None, field=None, retry_after=None):
        super().__init__(code)
        self.code = code
        self.status = status or STATUSES[code]
        self.field = field
        self.retry_after = retry_after


class EdlinkFailure(Problem):
    """Edlink did not do what it was asked; unless that is certain, it may have done it all the same."""

    def __init__(self, code, is_certain, **notes):
        super().__init__(code, **notes)
        self.is_certain = is_certain
