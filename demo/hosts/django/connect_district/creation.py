"""`POST onboardings`: exactly one onboarding for a key, also when an answer is lost.

Nothing here reads in order to write: whoever comes second fails at a constraint or changes no row, so any number of
processes may share the database.
"""

import json
from datetime import timedelta
from hashlib import sha256
from secrets import token_hex
from time import sleep

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from . import edlink, reading
from .completion import is_usable
from .edlink_answers import iso_date, unusable_answer
from .models import IdempotencyKey, Onboarding, now
from .problems import EdlinkFailure, Problem

# Longer than all steps of a creation together.
LEASE = timedelta(seconds=60)
LIFETIME = timedelta(hours=72)
# While another process creates the same one: this often, with this many seconds between.
TURNS = 40
TURN = 0.06


def obtain(caller, key, fields):
    """Whether it is new, what we know of it, what Edlink says of it."""
    fingerprint = sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()
    for _ in range(TURNS):
        obtained = take(caller, key, fingerprint, fields)
        if obtained:
            join(obtained[1], key, fingerprint)
            return obtained
        sleep(TURN)
    raise Problem("upstream_unavailable", status=503, retry_after=1)


def take(caller, key, fingerprint, fields):
    """`None`: somebody else is at it, or the live one turned out to be of no use."""
    own = IdempotencyKey.objects.select_related("onboarding").filter(tenant=caller.tenant, key=key).first()
    if own and own.fingerprint != fingerprint:
        raise Problem("invalid_request", field="Idempotency-Key")
    if own and own.onboarding.outcome is not None:
        raise Problem("conflict", field="Idempotency-Key")
    provider_id = fields.get("provider_id", "")
    live = Onboarding.objects.filter(tenant=caller.tenant, provider_id=provider_id, is_live=True)
    known = own.onboarding if own else live.first()
    if known is None:
        claimed = claim(caller, key, fingerprint, provider_id)
        return claimed and make(claimed, fields, is_resumed=False)
    if known.onboarding_id is None:
        return make(known, fields, is_resumed=True) if take_over(known) else None
    return again(known) if own else joined(known)


def again(onboarding):
    """The onboarding that this key stands for already."""
    answer = reading.recent(onboarding)
    if answer is None or not is_usable(onboarding, answer):
        raise Problem("conflict", field="Idempotency-Key")
    return False, onboarding, answer


def joined(onboarding):
    """The live one of another click. If it came to nothing, whoever clicks again wants to start again."""
    answer = reading.fresh(onboarding)
    is_fruitless = answer and answer["state"] == "completed" and answer["integration_id"] is None
    if answer and is_usable(onboarding, answer) and not is_fruitless:
        return False, onboarding, answer
    Onboarding.objects.filter(pk=onboarding.pk).update(is_live=False)
    return None


def make(onboarding, fields, is_resumed):
    """Creates what was claimed, or finds what an earlier attempt has created."""
    try:
        found = edlink.find_by_date(onboarding.expiration_date) if is_resumed else None
        answer = found or post(onboarding, fields, is_resumed)
        bind(onboarding, answer)
        return True, onboarding, answer
    except EdlinkFailure as failure:
        # Told when to come back, the browser asks again with the same key.
        if not failure.is_certain and failure.retry_after is None:
            failure.retry_after = 2
        raise
    finally:
        # Gives the right back and keeps the claim, so that the next request of this key looks for a lost answer.
        held(onboarding).update(leased_until=now())


def post(onboarding, fields, is_resumed):
    date = iso_date(onboarding.expiration_date)
    # What Edlink may remember for longer than we do: the claim is in it, and neither tenant nor key can be read.
    idempotency = salted_hmac("idempotency", f"{onboarding.pk} {date}", algorithm="sha256").hexdigest()
    try:
        return edlink.create({**fields, "expiration_date": date}, idempotency)
    except EdlinkFailure as failure:
        if failure.is_certain:
            # An earlier attempt may have succeeded without anybody seeing it; then the claim has to stay.
            if not is_resumed:
                release(onboarding)
            raise
        found = find_lost(onboarding)
        if found is None:
            raise
        return found


def find_lost(onboarding):
    try:
        return edlink.find_by_date(onboarding.expiration_date)
    except EdlinkFailure:
        return None


def claim(caller, key, fingerprint, provider_id):
    """Written before anything is sent. `None`: somebody else was faster, or has this very millisecond."""
    try:
        with transaction.atomic():
            onboarding = Onboarding.objects.create(
                tenant=caller.tenant,
                actor=caller.actor,
                provider_id=provider_id,
                expiration_date=now() + LIFETIME,
                lease=token_hex(16),
                leased_until=now() + LEASE,
            )
            IdempotencyKey.objects.create(
                tenant=caller.tenant, key=key, fingerprint=fingerprint, onboarding=onboarding
            )
            return onboarding
    except IntegrityError:
        return None


def take_over(onboarding):
    """The right to go on with a creation that nobody is at. False: somebody is."""
    free = Onboarding.objects.filter(pk=onboarding.pk, onboarding_id=None, outcome=None, leased_until__lte=now())
    onboarding.lease = token_hex(16)
    changes = {"lease": onboarding.lease, "leased_until": now() + LEASE}
    if onboarding.expiration_date <= now():
        changes["expiration_date"] = onboarding.expiration_date = now() + LIFETIME
    try:
        with transaction.atomic():
            return free.update(**changes) == 1
    except IntegrityError:
        return False


def held(onboarding):
    return Onboarding.objects.filter(pk=onboarding.pk, lease=onboarding.lease, onboarding_id=None)


def release(onboarding):
    """Forgets a claim whose creation was certainly refused."""
    with transaction.atomic():
        IdempotencyKey.objects.filter(onboarding=onboarding).delete()
        held(onboarding).delete()


def bind(onboarding, answer):
    """Writes Edlink's id down, once for a claim and once for an id."""
    unbound = Onboarding.objects.filter(pk=onboarding.pk, onboarding_id=None, outcome=None)
    onboarding.onboarding_id = answer["id"]
    try:
        with transaction.atomic():
            if unbound.update(onboarding_id=answer["id"], answer=answer, answered_at=now()) == 1:
                return
    except IntegrityError:
        pass
    raise unusable_answer()


def join(onboarding, key, fingerprint):
    """From its answer on, a key stands for the onboarding it was answered with, although another key began it."""
    IdempotencyKey.objects.get_or_create(
        tenant=onboarding.tenant, key=key, defaults={"fingerprint": fingerprint, "onboarding": onboarding}
    )
