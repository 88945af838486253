"""All videos of a batch on one page, which opens from the disk and asks nobody: failures first."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from t2v.batches import gallery_parts
from t2v.batches.folder import PAGE, Folder
from t2v.batches.journal import DONE, FAILED, Journal, Line
from t2v.batches.manifest import replaced

EVALUATIONS = ("evaluation/evaluation.json", "evaluation.json")
"""Where `evaluate.py` is told to put its numbers."""

METRICS = ("temporal_flickering", "motion", "sharpness", "contrast", "colourfulness", "loudness",
           "clip_score")  # fmt: skip
MOST_EVALUATION = 200_000_000

_SIDES = (("duration_s", "s"), ("aspect", ""), ("lines", "p"))


def write(journal: Journal, folder: Folder) -> Path:
    """Write the page and return its path."""
    measured = _measured(folder.path)
    path = folder.path / PAGE
    with replaced(path) as file:
        file.writelines(_page(journal, measured))
    return path


def _page(journal: Journal, measured: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    counts = journal.counts(None)
    shown = [name for name in METRICS if any(name in one for one in measured.values())]
    yield gallery_parts.head(_title(journal), _cards(counts, journal.spent()))
    heads = "".join(f'<th class="n">{name.replace("_", " ")}</th>' for name in shown)
    yield gallery_parts.TABLE.format(metrics=heads)
    for first in (True, False):
        for line in journal.lines():
            if (line.state == FAILED) is first and line.state in (DONE, FAILED):
                yield _row(line, measured.get(line.item.name, {}), shown)
    yield gallery_parts.FOOT


def _title(journal: Journal) -> str:
    return html.escape(journal.meta("source") or "Batch")


def _cards(counts: Mapping[str, int], spent: int) -> str:
    done, failed = counts.get(DONE, 0), counts.get(FAILED, 0)
    waiting = sum(counts.values()) - done - failed
    cards = ((done, "made"), (failed, "failed"), (waiting, "to be made"), (spent, "credits"))
    return "".join(f"<div><b>{number}</b><span>{word}</span></div>" for number, word in cards)


def _row(line: Line, metrics: Mapping[str, Any], shown: list[str]) -> str:
    item, result = line.item, line.result
    got = result.get("delivered") or {}
    asked = result.get("requested") or {}
    state = "failed" if line.state == FAILED else "differs" if result.get("differs") else "done"
    why = html.escape(f"{result.get('error')}: {result.get('say')}") if state == "failed" else ""
    said = _said(result)
    order = {"failed": 0, "differs": 1, "done": 2}[state]
    cells = (
        f"<td>{_film(item.name) if state != 'failed' else ''}</td>",
        f'<td class="id">{html.escape(item.id)}{f" · {item.sample}" if item.sample else ""}</td>',
        f'<td class="prompt"><bdi>{html.escape(item.prompt)}</bdi></td>',
        f'<td data-sort="{order}"><span class="chip {state}">{state}</span><p>{why}</p>{said}</td>',
        f'<td data-sort="{got.get("duration_s") or 0}">{_sides(asked, got, result)}</td>',
        f'<td class="n">{_number(result.get("credits"))}</td>',
        *(f'<td class="n">{_number(metrics.get(name))}</td>' for name in shown),
    )
    return f'<tr class="{state}">{"".join(cells)}</tr>\n'


def _said(result: Mapping[str, Any]) -> str:
    """Return what the service said about the item, such as what it could not draw."""
    text = html.escape((result.get("external") or {}).get("text", ""))
    return f"<p>The service said: <bdi>{text}</bdi></p>" if text else ""


def _film(name: str) -> str:
    return f'<video src="{quote(name)}" controls muted playsinline preload="none"></video>'


def _sides(asked: Mapping[str, Any], got: Mapping[str, Any], result: Mapping[str, Any]) -> str:
    """Return what was asked for and, below it, what came."""
    if not got:
        return "–"
    wanted = " ".join(f"{_plain(asked[name])}{unit}" for name, unit in _SIDES if asked.get(name))
    came = " ".join(filter(None, (
        f"{_plain(got['duration_s'])}s" if got.get("duration_s") else "",
        f"{got['width']}×{got.get('height')}" if got.get("width") else "",
        f"{_plain(got['fps'])} fps" if got.get("fps") else "",
        "with sound" if got.get("audio") else "no sound",
    )))  # fmt: skip
    odd = ", ".join(f"{one['what']}: {one['got']}" for one in result.get("differs") or ())
    told = f"<p>{html.escape(odd)}</p>" if odd else ""
    return f"<i>{html.escape(wanted)}</i><br>{html.escape(came)}{told}"


def _plain(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, int | float) else str(value)


def _number(value: object) -> str:
    known = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{value:.4g}" if known else "–"


def _measured(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the numbers of each file, where somebody has measured them."""
    for name in EVALUATIONS:
        path = folder / name
        try:
            if path.stat().st_size <= MOST_EVALUATION:
                videos = json.loads(path.read_bytes())["videos"]
                return {str(one["file"]): dict(one["metrics"]) for one in videos}
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return {}
