"""What follows from a failure of one item: for it, and for the batch."""

from __future__ import annotations

from enum import Enum

from t2v.errors import SkillError
from t2v.report import Charged

ATTEMPTS = 3
"""Times that an item is tried."""


class Fate(Enum):
    """What to do."""

    FAIL = "fail"
    """The item has failed; the others go on."""
    AGAIN = "again"
    """The item is tried once more, as often as `ATTEMPTS` allows: nothing is ever sent twice."""
    SLOWLY = "slowly"
    """All of them wait, then the item goes on; it has done nothing wrong."""
    STOP = "stop"
    """Every item would fail like this: the batch stops, and the item can be gone on with."""


_FATES = {
    **dict.fromkeys(("rate_limited", "network", "server_trouble", "deadline"), Fate.SLOWLY),
    **dict.fromkeys(
        ("bad_response", "session_lost", "no_change", "not_sent", "render_lost", "busy",
         "download_failed", "corrupt_download"),
        Fate.AGAIN,
    ),
    **dict.fromkeys(
        ("no_credits", "over_budget", "export_blocked", "bad_token", "token_expired", "token_quota",
         "state_not_saved", "state_unusable", "disk_full", "output_unusable", "batch_unusable",
         "extra_missing", "studio_down", "tls", "unexpected_redirect", "skill_broken"),
        Fate.STOP,
    ),
}  # fmt: skip

_ONCE = frozenset({"no_change", "session_lost"})
"""After these the item begins anew and its words go out again: only where that costs nothing."""


def fate(error: SkillError, attempts: int) -> Fate:
    """Return what follows.

    Args:
        error: how the item failed.
        attempts: how often it was tried by now.
    """
    found = _FATES.get(error.code, Fate.FAIL)
    if error.code in _ONCE and error.charged is not Charged.NO:
        return Fate.FAIL
    if found is Fate.AGAIN and attempts >= ATTEMPTS:
        return Fate.FAIL
    return found
