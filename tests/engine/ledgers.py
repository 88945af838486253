"""A ledger in a home of its own, what is asked there, and what it comes to."""

from __future__ import annotations

from pathlib import Path

from t2v.costs.entries import Intent, Settlement
from t2v.costs.ledger import Ledger
from t2v.store import Store
from tests.fake_time import FakeTime

BACKEND = "https://api.example"
ASKING = Intent(
    kind="edit", backend=BACKEND, skill="text-to-video-kaggle", asked="make it blue", estimate=50
)


def again(home: Path, time: FakeTime) -> Ledger:
    """Return the ledger of the next call."""
    return Ledger(Store(home, lambda text: None), time.clock)


def paid(intent_id: str, credits_: int = 50) -> Settlement:
    return Settlement(id=intent_id, charged="yes", credits=credits_, available=50)


def segments(home: Path) -> list[Path]:
    return sorted((home / "text-to-video" / "ledger").glob("*.jsonl"))
