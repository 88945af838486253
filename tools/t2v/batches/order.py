"""What a batch is to be: the arguments, and which of them make it another batch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from t2v.batches.layouts import LAYOUTS, Layout


class Order(NamedTuple):
    """The arguments of a run. `source` is a table or a folder of media, `output` a folder."""

    source: str
    output: str
    layout: str = "flat"
    quality: str = "high"
    one_session: bool = False
    samples: int | None = None
    edit: str | None = None
    prompt_column: str | None = None
    limit: int | None = None
    max_credits: int | None = None
    jobs: int = 1
    skip_bad: bool = False
    retry_failed: bool = False
    dry_run: bool = False

    @property
    def path(self) -> Path:
        """The table or the folder."""
        return Path(self.source)

    @property
    def folder(self) -> Path:
        """Where everything goes."""
        return Path(self.output)

    @property
    def names(self) -> Layout:
        """How files are called."""
        return LAYOUTS[self.layout]

    def samples_of(self, wanted: int | None) -> int:
        """Return how many videos a row becomes: its own word, the user's, or the benchmark's."""
        return wanted or self.samples or self.names.samples

    @property
    def identity(self) -> str:
        """What must be the same for a batch to be gone on with, as JSON."""
        return json.dumps({name: getattr(self, name) for name in _SHAPE})

    def shaped(self, identity: str) -> Order:
        """Return the order with what an earlier one said of the batch's shape."""
        told = json.loads(identity)
        return self._replace(**{name: told[name] for name in _SHAPE})


_SHAPE = ("layout", "quality", "one_session", "samples", "edit", "prompt_column")
