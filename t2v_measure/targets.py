"""What is to be measured: a video, a folder of videos, or a manifest with a file in each line."""

from __future__ import annotations

import csv
import json
import os
from dataclasses import dataclass
from pathlib import Path

from t2v_measure.source import ENDINGS
from t2v_measure.trouble import MeasureError

MOST = 10_000
LARGEST_TABLE = 50_000_000
NAMES = ("file", "video", "path", "filename", "id", "name", "video_id", "uuid")
SCORES = ("score", "mos", "human", "rating", "human_score", "mean_opinion_score")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One video. `name` is how it is called in tables, unique among them."""

    path: Path
    name: str
    id: str = ""
    prompt: str = ""


def find(target: Path) -> list[Item]:
    """Return the videos, in the order of their names or of the manifest.

    Raises:
        MeasureError: `file_missing`, `file_unreadable`, `no_videos`, `bad_table`.
    """
    try:
        if target.is_dir():
            return _folder(target)
        if target.suffix.lower() == ".jsonl":
            return _manifest(target)
    except (OSError, ValueError) as error:
        raise MeasureError("file_unreadable", f"{target.name[:100]} cannot be read.") from error
    return [Item(path=target, name=target.name)]


def _folder(folder: Path) -> list[Item]:
    """Return the videos in a folder and in those below it; hidden ones are somebody's own."""
    found = []
    for place, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        paths = (Path(place) / name for name in sorted(names) if not name.startswith("."))
        found += [path for path in paths if path.suffix.lower() in ENDINGS]
        if len(found) > MOST:
            raise MeasureError("file_too_large", f"There are more than {MOST} videos.")
    if not found:
        raise MeasureError("no_videos", f"There is no video in {folder.name or folder}.")
    return [
        Item(path=path, name=path.relative_to(folder).as_posix(), id=path.stem) for path in found
    ]


def _manifest(path: Path) -> list[Item]:
    """Return the videos of a manifest; a line without a file is of a row that made none."""
    items: dict[str, Item] = {}
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        row = _row(line)
        file, prompt = row.get("file", ""), row.get("prompt") or ""
        if "file" not in row or not isinstance(file, str | None) or not isinstance(prompt, str):
            raise MeasureError("bad_table", f"Line {number} of {path.name} is no manifest's row.")
        if file:
            place = path.parent / file
            items[file] = Item(path=place, name=file, id=str(row.get("id", "")), prompt=prompt)
    if not items:
        raise MeasureError("no_videos", f"{path.name} names no video.")
    if len(items) > MOST:
        raise MeasureError("file_too_large", f"There are more than {MOST} videos.")
    return list(items.values())


def _row(line: str) -> dict[str, object]:
    """Return a line's object, an empty one for a line that is none."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return row if isinstance(row, dict) else {}


def scores(path: Path) -> dict[str, float]:
    """Read people's scores: the mean of each name's. Names are files, stems or ids.

    Raises:
        MeasureError: `file_missing`, `file_unreadable`, `bad_table` with the row's number.
    """
    rows = list(csv.reader(_text(path).splitlines()))
    if not rows:
        raise MeasureError("bad_table", f"{path.name} is empty.")
    head = [cell.strip().lower() for cell in rows[0]]
    name_at, score_at = _column(path, head, NAMES), _column(path, head, SCORES)
    given: dict[str, list[float]] = {}
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        try:
            given.setdefault(row[name_at].strip(), []).append(float(row[score_at]))
        except (IndexError, ValueError) as error:
            raise MeasureError(
                "bad_table", f"Row {number} of {path.name} has no score that is a number."
            ) from error
    return {name: sum(each) / len(each) for name, each in given.items()}


def score_of(item: Item, given: dict[str, float]) -> float | None:
    """Return people's score of a video, by its name, its file's name or stem, or its id."""
    names = (item.name, item.path.name, item.path.stem, item.id)
    return next((given[name] for name in names if name in given), None)


def _column(path: Path, head: list[str], names: tuple[str, ...]) -> int:
    found = [head.index(name) for name in names if name in head]
    if not found:
        raise MeasureError("bad_table", f"{path.name} has no column called {' or '.join(names)}.")
    return found[0]


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_TABLE:
            raise MeasureError("file_too_large", f"{path.name} is over 50 MB.")
        return path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise MeasureError("file_missing", f"There is no file {path.name[:100]}.") from error
    except UnicodeDecodeError as error:
        raise MeasureError("bad_table", f"{path.name} is not UTF-8 text.") from error
    except (OSError, ValueError) as error:
        raise MeasureError("file_unreadable", f"{path.name[:100]} cannot be read.") from error
