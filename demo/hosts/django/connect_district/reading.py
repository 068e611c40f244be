"""Reads of single onboardings. Whoever asks at about the same time shares an answer, also across processes."""

from datetime import timedelta
from time import monotonic, sleep

from . import edlink
from .models import Onboarding, now
from .problems import EdlinkFailure, Problem

# For those who do not insist on a fresh answer.
SHARED = timedelta(seconds=5)
# Edlink is asked once in this time for an onboarding.
TURN = timedelta(seconds=1)
# Seconds to wait for a turn.
PATIENCE = 5
# For this long a 404 is a lagging replica's.
YOUTH = timedelta(seconds=10)


def recent(onboarding):
    """Edlink's onboarding; `None` if it knows none."""
    return since(onboarding, now() - SHARED)


def fresh(onboarding):
    """True at the moment of asking, or later."""
    return since(onboarding, now())


def since(onboarding, moment):
    end = monotonic() + PATIENCE
    while monotonic() < end:
        onboarding.refresh_from_db()
        if onboarding.outcome == "connected" or onboarding.answered_at >= moment:
            return onboarding.answer
        if take_turn(onboarding):
            return ask(onboarding)
        sleep(0.05)
    raise Problem("upstream_unavailable", status=503, retry_after=1)


def take_turn(onboarding):
    moment = now()
    waiting = Onboarding.objects.filter(pk=onboarding.pk, asked_at__lte=moment - TURN)
    return waiting.update(asked_at=moment) == 1


def ask(onboarding):
    moment = now()
    try:
        answer = edlink.read(onboarding.onboarding_id)
    except EdlinkFailure as failure:
        if failure.code != "not_found":
            raise
        is_young = onboarding.outcome is None and moment - onboarding.created_at < YOUTH
        answer = onboarding.answer if is_young else None
    remember(onboarding, answer, moment)
    return answer


def remember(onboarding, answer, moment):
    """An older answer changes nothing."""
    older = Onboarding.objects.filter(pk=onboarding.pk, answered_at__lte=moment)
    older.update(answer=answer, answered_at=moment)
