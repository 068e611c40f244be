"""What becomes of an onboarding."""

import logging

from django.db.models import Q

from . import host
from .edlink_answers import read_date
from .models import Integration, Onboarding, now
from .problems import Problem

logger = logging.getLogger(__name__)


def settle(onboarding, answer):
    """Tells you of a connection before anybody else hears of it."""
    integration_id = answer["integration_id"]
    if answer["state"] != "completed" or integration_id is None:
        return
    onboarding.refresh_from_db()
    if onboarding.outcome == "connected":
        return
    tenant = onboarding.tenant
    owner, _ = Integration.objects.get_or_create(integration_id=integration_id, defaults={"tenant": tenant})
    is_ours = owner.tenant == tenant
    if onboarding.outcome != "conflict":
        tell_host(host.on_connected if is_ours else host.on_conflict, onboarding, integration_id)
        finish(onboarding, "connected" if is_ours else "conflict")
    if not is_ours:
        raise Problem("integration_conflict")


def tell_host(tell, onboarding, integration_id):
    try:
        tell(host.Caller(onboarding.tenant, onboarding.actor), onboarding.onboarding_id, integration_id)
    except Exception as error:
        logger.error("not told: %s", type(error).__name__)
        raise Problem("host_not_ready", retry_after=5) from error


def finish(onboarding, outcome):
    """A connection is final, and so is a conflict."""
    unfinished = Onboarding.objects.filter(Q(outcome=None) | Q(outcome="deleted"), pk=onboarding.pk)
    unfinished.update(outcome=outcome, is_live=False)


def is_usable(onboarding, answer):
    """Whether a browser may still be given it. Edlink has no state for expired ones."""
    date = answer["expiration_date"]
    expires_at = onboarding.expiration_date if date is None else read_date(date)
    return answer["state"] == "completed" or expires_at > now()
