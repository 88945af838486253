"""The whole table, looked through before anything is sent: what its rows become, or why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from t2v import wishes
from t2v.batches import names, sources
from t2v.batches.findings import Findings
from t2v.batches.items import Reader, Wanted
from t2v.batches.layouts import Place, class_of
from t2v.batches.order import Order
from t2v.batches.reasons import REASONS, BadRowError
from t2v.batches.seen import Seen
from t2v.documents.rows import Flaw
from t2v.errors import SkillError


class Item(NamedTuple):
    """One video to be made: `n` counts them from 0, `name` is its path in the batch's folder."""

    n: int
    row: int
    id: str
    sample: int
    name: str
    prompt: str
    source: str = ""
    category: str = ""
    dimension: str = ""
    duration_s: float | None = None
    aspect: str = ""
    style: str = ""

    @property
    def words(self) -> str:
        """The message: the prompt, and what other columns ask for that it does not say itself."""
        said = wishes.read(self.prompt)
        extra = [
            f"{self.style} style" if self.style and self.style not in self.prompt else "",
            f"{self.duration_s:g} seconds" if self.duration_s and not said.duration_s else "",
            self.aspect if self.aspect and not said.aspect else "",
        ]
        return ", ".join([self.prompt.rstrip(" .,"), *filter(None, extra)])


class Checked(NamedTuple):
    """What came of it. `repeated` are rows that must be left out."""

    rows: int
    items: int
    repeated: list[int]


class Check:
    """One look through a table."""

    def __init__(self, order: Order, findings: Findings, most_mb: int) -> None:
        """Tell `findings` of bad rows; `most_mb` bounds files."""
        self._order, self._findings = order, findings
        folder = order.path if order.path.is_dir() else order.path.parent
        self._reader = Reader(folder, edit=order.edit, most_mb=most_mb)
        self._stem = order.path.stem
        self._ids, self._files = Seen(), Seen()
        self._classes: Counter[str] = Counter()
        self._rows = self._items = self._place = 0

    def run(self, keep: Callable[[Item], None]) -> Checked:
        """Look at every row, and `keep` what the good ones become, as far as the limit goes.

        Raises:
            SkillError: the table is none, or has no prompts; `no_rows`; `file_changed`.
        """
        if self._order.path.is_dir() and not self._order.edit:
            raise SkillError("edit_needed")
        for row, columns in sources.rows(self._order.path, self._order.prompt_column):
            if row.flaw is Flaw.EMPTY:
                self._findings.add(row.number, REASONS[row.flaw.value])
                continue
            category = row.cells.get(columns.get("category", ""), "").strip()
            folder = class_of(category or self._stem)
            try:
                if row.flaw:
                    raise BadRowError(row.flaw.value)  # noqa: TRY301 - told in one place
                self._take(self._reader.read(row.number, row.cells, columns), folder, keep)
            except BadRowError as bad:
                self._findings.add(row.number, bad.reason)
            self._place += 1
            self._classes[folder] += 1
        repeated = sorted(self._repeated())
        if not self._place:
            raise SkillError("no_rows")
        return Checked(self._rows, self._items, repeated)

    def _take(self, wanted: Wanted, folder: str, keep: Callable[[Item], None]) -> None:
        samples = self._order.samples_of(wanted.samples)
        place = Place(
            id=wanted.id or f"{self._place + 1:04}",
            prompt=wanted.prompt,
            sample=0,
            samples=samples,
            n=self._place,
            numbered=not wanted.id,
            category=folder,
            in_class=self._classes[folder],
        )
        self._ids.add(names.alike(place.id), wanted.row)
        if self._order.names.by != "id":
            # VBench has prompts that differ in their case alone, and looks for a file of each.
            self._files.add(self._order.names.path(place), wanted.row)
        if self._order.limit is None or self._rows < self._order.limit:
            for sample in range(samples):
                keep(self._item(wanted, place._replace(sample=sample)))
        self._rows += 1

    def _item(self, wanted: Wanted, place: Place) -> Item:
        self._items += 1
        return Item(
            n=self._items - 1,
            row=wanted.row,
            id=place.id,
            sample=place.sample,
            name=self._order.names.path(place),
            prompt=wanted.prompt,
            source=wanted.source,
            category=wanted.category,
            dimension=wanted.dimension,
            duration_s=wanted.duration_s,
            aspect=wanted.aspect,
            style=wanted.style,
        )

    def _repeated(self) -> set[int]:
        """Tell of rows whose id or file came before, and return them."""
        found: set[int] = set()
        file = "repeated_prompt" if self._order.names.by == "prompt" else "duplicate_id"
        for seen, reason in ((self._ids, "duplicate_id"), (self._files, file)):
            for row, first in seen.repeated():
                if row not in found:
                    self._findings.add(row, REASONS[reason], f"First in row {first}.")
                found.add(row)
        return found


def unchanged(path: Path) -> Callable[[], None]:
    """Return a call that raises `file_changed` when the file is another one by then."""
    before = _stamp(path)

    def require() -> None:
        if _stamp(path) != before:
            raise SkillError("file_changed", f"{path.name} changed while it was being read.")

    return require


def _stamp(path: Path) -> tuple[int, int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0)
    return (found.st_ino, found.st_size, found.st_mtime_ns)
