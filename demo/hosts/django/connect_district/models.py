from datetime import datetime, timezone as zones

from django.db import models
from django.db.models import Q
from django.utils import timezone

LONG_AGO = datetime(1970, 1, 1, tzinfo=zones.utc)


def now():
    """In whole milliseconds, as Edlink's dates are."""
    moment = timezone.now()
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class Onboarding(models.Model):
    """A click that was let through to Edlink. Every rule that two requests at once could break is a constraint."""

    tenant = models.CharField(max_length=256)
    actor = models.CharField(max_length=256)
    # Empty for none: in SQL no null equals another.
    provider_id = models.CharField(max_length=36)
    created_at = models.DateTimeField(default=now)
    # Recognises it in Edlink's list after a lost answer.
    expiration_date = models.DateTimeField(unique=True)
    # Edlink's; null until the creation was seen to succeed.
    onboarding_id = models.CharField(max_length=36, unique=True, null=True)
    # Who may create it at Edlink just now, and for how long.
    lease = models.CharField(max_length=32)
    leased_until = models.DateTimeField()
    # What another click of the same tenant gets.
    is_live = models.BooleanField(default=True)
    # `connected`, `conflict`, `deleted`; null while it is pending.
    outcome = models.CharField(max_length=9, null=True)
    # When Edlink was last asked; when the question was asked that it has answered, and how. No answer: it knows none.
    asked_at = models.DateTimeField(default=LONG_AGO)
    answered_at = models.DateTimeField(default=LONG_AGO)
    answer = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tenant", "provider_id"], condition=Q(is_live=True), name="one_live"),
        ]


class IdempotencyKey(models.Model):
    tenant = models.CharField(max_length=256)
    key = models.CharField(max_length=128)
    # Of the request's body.
    fingerprint = models.CharField(max_length=64)
    onboarding = models.ForeignKey(Onboarding, on_delete=models.CASCADE)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tenant", "key"], name="one_key")]


class Integration(models.Model):
    """The first tenant with an integration keeps it."""

    integration_id = models.CharField(max_length=36, primary_key=True)
    tenant = models.CharField(max_length=256)


class Pause(models.Model):
    """Edlink's 429 is for the whole team, so all processes obey it."""

    until = models.DateTimeField()
