"""A studio that answers at once, for the batches of a module; and batches that use it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from figures.instant import studio
from t2v.batches import whole
from t2v.batches.order import Order
from t2v.clock import Clock
from t2v.context import Context
from t2v.report import Report
from tests.batches.checking import written
from tests.fake_time import Heard

TABLE = "id,prompt\na1,a dog runs for 3 seconds\nb2,a cat sits for 3 seconds\nc3,a fox, 3 seconds\n"


class Batch:
    """A table and the folder that its videos go to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "out"
        self.table = written(
            folder, "prompts.csv", TABLE.replace("a fox,", '"a fox,').strip() + '"\n'
        )
        self.heard = Heard()
        self.environment = dict(os.environ)

    def run(self, clock: Clock | None = None, **order: Any) -> Report:
        """Work through it in this process, until nothing is left."""
        given = {"source": str(self.table), "output": str(self.output), **order}
        context = Context(
            self.environment, local=True, clock=clock, progress=self.heard, inline=True
        )
        try:
            return whole.run(context, context.clock.budget(None), Order(**given))
        finally:
            context.close()

    def manifest(self) -> list[dict[str, Any]]:
        """Return the manifest's lines."""
        lines = (self.output / "manifest.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def states(self) -> dict[str, str]:
        """Return how each item stands, by its id."""
        return {row["id"]: row["state"] for row in self.manifest()}


@pytest.fixture(scope="module")
def studio_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Run the studio, and return the home in which the tools find it."""
    home = tmp_path_factory.mktemp("studio")
    with studio(home):
        yield home


@pytest.fixture
def batch(studio_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Batch:
    """Return a batch of three rows."""
    monkeypatch.setenv("T2V_HOME", str(studio_home))
    return Batch(tmp_path)


@pytest.fixture
def spent(batch: Batch) -> Callable[[], int]:
    """Return a function that tells what the studio has charged since the test began."""

    def left() -> int:
        context = Context(batch.environment, local=True, progress=batch.heard)
        try:
            return context.account.balance().total
        finally:
            context.close()

    before = left()
    return lambda: before - left()
