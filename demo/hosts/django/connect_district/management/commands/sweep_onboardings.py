from datetime import timedelta

from django.core.management.base import BaseCommand
from django.db.models import Q

from ... import reading
from ...completion import settle
from ...models import Onboarding, now
from ...problems import Problem

# Past its date somebody may still be in the form.
GRACE = timedelta(minutes=10)


class Command(BaseCommand):
    help = "For cron, every minute or so: you hear of a connection also when no browser is left to ask."

    def handle(self, *args, **options):
        # A deletion may not have taken. In any order, so that a few bad ones starve nobody.
        unfinished = Q(outcome=None) | Q(outcome="deleted")
        pending = Onboarding.objects.filter(unfinished, expiration_date__gt=now() - GRACE)
        for onboarding in pending.exclude(onboarding_id=None).order_by("?"):
            try:
                answer = reading.fresh(onboarding)
                if answer is not None:
                    settle(onboarding, answer)
            except Problem as problem:
                self.stderr.write(f"not looked after: {problem.code}")
                if problem.code == "rate_limited":
                    break
