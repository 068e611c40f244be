"""A token proxy for `<connect-district proxy="/edlink">`. What is yours to replace is in `host.py`."""

import logging

from django.http import HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from . import creation, edlink, reading
from .browser_request import guard, read_fields, read_key, wants_fresh
from .completion import finish, settle
from .edlink_answers import is_uuid, iso_date
from .host import authorize
from .list_query import ListQuery
from .models import Onboarding, now
from .problems import EdlinkFailure, Problem

logger = logging.getLogger(__name__)


@csrf_exempt
def proxy(request, path):
    """Around every request: problems, and the headers that every answer has."""
    try:
        guard(request)
        response = route(request, path)
    except Problem as problem:
        response = problem_response(problem)
    except Exception as error:
        # Not its message: there may be anything in it.
        logger.error("%s", type(error).__name__)
        response = problem_response(Problem("host_not_ready", status=500))
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def route(request, path):
    """The table is closed: another method or path does not exist. An id that is no UUID gets no further than here."""
    collection, slash, onboarding_id = path.partition("/")
    if collection != "onboardings" or slash and not is_uuid(onboarding_id):
        raise Problem("not_found")
    table = {"GET": read_one, "DELETE": delete} if slash else {"GET": read_list, "POST": create}
    if request.method not in table:
        raise Problem("not_found")
    caller = authorize(request)
    if caller is None:
        raise Problem("unauthorized")
    return table[request.method](request, caller, *([onboarding_id.lower()] if slash else []))


def create(request, caller):
    is_new, onboarding, answer = creation.obtain(caller, read_key(request), read_fields(request))
    return JsonResponse(show(onboarding, answer), status=201 if is_new else 200)


def read_one(request, caller, onboarding_id):
    onboarding = find(caller, onboarding_id)
    answer = reading.fresh(onboarding) if wants_fresh(request) else reading.recent(onboarding)
    if answer is None:
        raise Problem("not_found")
    return JsonResponse(show(onboarding, answer))


def read_list(request, caller):
    query = ListQuery(request.GET, caller.tenant)
    own = Onboarding.objects.filter(tenant=caller.tenant, onboarding_id__isnull=False)
    if query.ids:
        rows, page = [], own.filter(onboarding_id__in=query.ids)
    else:
        present = own.exclude(outcome="deleted").order_by("-pk")
        rows = present if query.position is None else present.filter(pk__lt=query.position)
        rows = list(rows[: query.limit + 1])
        page = rows[: query.limit]
    shown = [show_row(row) for row in page]
    body = {"$data": [answer for answer in shown if answer is not None and query.matches(answer)]}
    if len(rows) > len(page):
        body["$next"] = query.cursor_for(page[-1].pk)
    return JsonResponse(body)


def delete(request, caller, onboarding_id):
    onboarding = find(caller, onboarding_id)
    if onboarding.outcome in ("connected", "conflict"):
        raise Problem("conflict")
    try:
        edlink.delete(onboarding_id)
    except EdlinkFailure as failure:
        if not failure.is_certain or failure.code == "rate_limited":
            raise
        if failure.code != "not_found":
            explain_refusal(onboarding, failure)
    finish(onboarding, "deleted")
    reading.remember(onboarding, None, now())
    gone = HttpResponse(status=204)
    # Nothing is no page.
    del gone["Content-Type"]
    return gone


def explain_refusal(onboarding, refusal):
    """How the deletion of a completed onboarding is refused is not documented, so any refusal may mean that."""
    answer = edlink.read(onboarding.onboarding_id)
    if answer["state"] != "completed":
        raise refusal
    settle(onboarding, answer)
    raise Problem("conflict")


def find(caller, onboarding_id):
    """An id that is unknown and another tenant's cannot be told apart."""
    onboarding = Onboarding.objects.filter(tenant=caller.tenant, onboarding_id=onboarding_id).first()
    if onboarding is None:
        raise Problem("not_found")
    return onboarding


def show_row(onboarding):
    """One that cannot be shown is left out: the others can."""
    answer = reading.recent(onboarding)
    try:
        return answer and show(onboarding, answer)
    except Problem:
        return None


def show(onboarding, answer):
    """As a browser may see it: you know of its completion first."""
    settle(onboarding, answer)
    host = {"created_by": onboarding.actor, "created_at": iso_date(onboarding.created_at)}
    return {**answer, "$host": host}


def problem_response(problem):
    title = problem.code.replace("_", " ")
    body = {"type": "about:blank", "title": title, "status": problem.status, "code": problem.code}
    if problem.field is not None:
        body["field"] = problem.field
    response = JsonResponse(body, status=problem.status, content_type="application/problem+json")
    if problem.retry_after is not None:
        response["Retry-After"] = str(problem.retry_after)
    return response
