"""Where the rows come from: a table of any kind, or a folder of media."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from t2v.batches import columns
from t2v.batches.columns import Columns
from t2v.documents.rows import Row
from t2v.documents.tables import Table, open_table
from t2v.endpoints import UPLOAD_FORMATS
from t2v.errors import SkillError
from t2v.media_files import open_regular

BLOCK = 1_048_576
MOST_FILES = 100_000


def rows(source: Path, chosen: str | None) -> Iterator[tuple[Row, Columns]]:
    """Yield each row with which column holds what.

    Raises:
        SkillError: `no_prompt_column`, `two_prompt_columns`, `bad_table`, `file_changed`, or what
            `open_table` raises.
    """
    if source.is_dir():
        yield from _media(source)
        return
    with open_table(source) as table:
        if table.columns:
            found = columns.find(table.columns, chosen)
            if not found.keys() & {"prompt", "edit"}:
                raise _no_prompts(list(table.heading or table.columns))
            yield from ((row, found) for row in table.rows())
        else:
            yield from _own_columns(table, chosen)


def _own_columns(table: Table, chosen: str | None) -> Iterator[tuple[Row, Columns]]:
    """Yield rows that each name their cells; usually all of them do it in the same way."""
    known: dict[tuple[str, ...], Columns] = {}
    prompts = False
    for row in table.rows():
        names = tuple(row.cells)
        if names not in known:
            if len(known) > 1000:  # names are as many as rows: they are data
                known.clear()
            known[names] = columns.find(names, chosen if chosen in names else None)
        prompts = prompts or bool(known[names].keys() & {"prompt", "edit"})
        yield row, known[names]
    if not prompts:
        raise _no_prompts(list(next(iter(known), ())))


def _no_prompts(names: list[str]) -> SkillError:
    shown = [name[:100] for name in names[:50]]
    return SkillError("no_prompt_column", data={"columns": shown})


def _media(folder: Path) -> Iterator[tuple[Row, Columns]]:
    """Yield a row for each media file, called as the file is."""
    try:
        found = sorted(entry.name for entry in os.scandir(folder) if _is_media(entry))
    except OSError as error:
        raise SkillError("file_unreadable", f"{folder.name} cannot be listed.") from error
    if not found:
        raise SkillError("no_rows", f"There is no video, picture or sound in {folder.name}.")
    if len(found) > MOST_FILES:
        raise SkillError("file_too_large", f"There are more than {MOST_FILES:,} files.")
    own = {"id": "id", "file": "file"}
    for number, name in enumerate(found, 1):
        yield Row(number, {"id": Path(name).stem, "file": name}), own


def _is_media(entry: os.DirEntry[str]) -> bool:
    ending = Path(entry.name).suffix[1:].lower().replace("jpeg", "jpg")
    return not entry.name.startswith(".") and ending in UPLOAD_FORMATS and entry.is_file()


def digest(source: Path) -> str:
    """Return what tells this source from another or a changed one: a SHA-256.

    Raises:
        SkillError: `file_missing`, `file_unreadable`, `not_a_file`.
    """
    total = hashlib.sha256()
    if source.is_dir():
        for row, _ in _media(source):
            size = (source / row.cells["file"]).stat().st_size
            total.update(f"{row.cells['file']}\0{size}\0".encode(errors="surrogateescape"))
        return total.hexdigest()
    with open_regular(source) as file:
        while block := file.read(BLOCK):
            total.update(block)
    return total.hexdigest()
