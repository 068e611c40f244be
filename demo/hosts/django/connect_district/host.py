"""All that is yours: who is asking, and what happens when a district is connected. Replace it."""

import json
import logging
from typing import NamedTuple, Optional

from django.conf import settings

logger = logging.getLogger(__name__)


class Caller(NamedTuple):
    """The account (a district) somebody acts for, and who they are."""

    tenant: str
    actor: str


def authorize(request) -> Optional[Caller]:
    """YOUR SESSION HERE. Called on every request; `None` means that nobody is signed in.

    This demo believes a cookie that anybody can write: replace it with your own sign-in before anything else, such as
    `request.user` and the district of its profile.
    """
    people = {
        "anna": Caller("usd-259", "anna@usd259.example"),
        "ben": Caller("usd-500", "ben@usd500.example"),
    }
    return people.get(request.COOKIES.get("session"))


def on_connected(starter: Caller, onboarding_id: str, integration_id: str) -> None:
    """YOUR DATABASE HERE. Runs before any browser hears of the connection, at least once for each: so write, do not add.

    If it raises, the browser is told to ask again, and so is this.
    """
    connection = {**starter._asdict(), "onboarding_id": onboarding_id, "integration_id": integration_id}
    with open(settings.CONNECTIONS_FILE, "a", encoding="utf-8") as file:
        file.write(json.dumps(connection) + "\n")


def on_conflict(starter: Caller, onboarding_id: str, integration_id: str) -> None:
    """Somebody has connected a system that is another account's already. Nobody is told that it is connected."""
    logger.warning("the integration %s belongs to another account already", integration_id)
