"""An evaluation as one HTML page that needs no network: it opens from the disk, light or dark."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from pathlib import Path

from t2v_measure import metrics
from t2v_measure.detectors import DETECTORS
from t2v_measure.evaluation import Evaluation
from t2v_measure.metrics import Value
from t2v_measure.report.plots import scatter, strip, timeline
from t2v_measure.report.tables import definitions
from t2v_measure.rows import Row
from t2v_measure.summary import strongest

COLUMNS = ("duration", "temporal_flickering", "motion", "sharpness", "blur", "contrast",
           "colourfulness", "loudness", "psnr", "ssim", "vmaf", "clip_score")  # fmt: skip
"""What the table shows of each video; the CSV has all of it."""

POSTERS = 500
"""Videos whose picture is put into the page: some kilobytes each."""
SCATTERS = 6

_HERE = Path(__file__).parent
UNITS = {row["name"]: row["unit"] for row in definitions()}
MEANINGS = {row["name"]: row["meaning"] for row in definitions()}


def page(found: Evaluation) -> str:
    """Return the whole page."""
    parts = [
        _head(found),
        _cards(found),
        _strips(found),
        _agreement(found),
        _videos(found),
        _duplicates(found),
        _definitions(),
    ]
    # What files are called was chosen by somebody else: it is escaped, and nothing may be loaded.
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">"
        f"<title>Evaluation of {_count(len(found.rows), 'video')}</title>"
        f"<style>{(_HERE / 'page.css').read_text('utf-8')}</style></head>\n<body>"
        + "\n".join(part for part in parts if part)
        + f"\n<script>{(_HERE / 'page.js').read_text('utf-8')}</script></body></html>\n"
    )


def _head(found: Evaluation) -> str:
    return (
        "<header><div><h1>Evaluation</h1>"
        f"<p>{_count(len(found.rows), 'video')}, measured on the CPU.</p></div>"
        '<button id="theme" type="button" aria-label="Light or dark">◐</button></header>'
        f'<p class="note">{html.escape(found.disclaimer)}</p>'
    )


def _cards(found: Evaluation) -> str:
    whole = found.whole
    length = sum(value or 0 for value in found.column("duration"))
    faulty = sum(bool(row.faults) for row in whole)
    alike = sum(len(group) for group in found.similar["duplicates"])
    cards = [
        (f"{len(whole)} of {len(found.rows)}", "could be measured"),
        (f"{length:.1f} s" if length < 600 else f"{length / 60:.1f} min", "of film"),
        (str(faulty), "with something to look at"),
        (str(alike), "near-duplicates"),
    ]
    diversity = found.similar["diversity_between_prompts"]
    if diversity is not None:
        cards.append((f"{diversity:.2f}", "diversity (0 the same, 0.5 unrelated)"))
    inside = "".join(f"<div><b>{number}</b><span>{words}</span></div>" for number, words in cards)
    return f'<section class="cards">{inside}</section>'


def _strips(found: Evaluation) -> str:
    """A small plot for each metric, where there is more than one video to compare."""
    if len(found.whole) < 2:
        return ""
    names = [*metrics.numeric(), *(row[0] for row in metrics.REFERENCE), metrics.CLIP[0]]
    plots = []
    for name in names:
        column = zip(found.rows, found.column(name), strict=True)
        values = [(row.file, value) for row, value in column if value is not None]
        if len(values) > 1:
            plots.append(
                f'<figure title="{html.escape(MEANINGS[name])}"><figcaption>{_words(name)}'
                f"<i>{html.escape(UNITS[name])}</i></figcaption>{strip(values, UNITS[name])}"
                "</figure>"
            )
    return f"<section><h2>At a glance</h2><div class=grid>{''.join(plots)}</div></section>"


def _agreement(found: Evaluation) -> str:
    if not found.agreements:
        return ""
    rows = "".join(
        f"<tr><td>{_words(name)}</td><td class=n>{one['plcc']:+.3f}</td>"
        f"<td class=n>{one['srcc']:+.3f}</td><td class=n>{one['n']}</td></tr>"
        for name, one in strongest(found.agreements).items()
    )
    plots = "".join(
        f"<figure>{scatter(_points(found, name), _words(name))}</figure>"
        for name in list(strongest(found.agreements))[:SCATTERS]
    )
    return (
        "<section><h2>Agreement with people</h2><div class=split><table class=sortable><thead><tr>"
        "<th>metric<th class=n>PLCC<th class=n>SRCC<th class=n>videos</tr></thead>"
        f"<tbody>{rows}</tbody></table><div class=grid>{plots}</div></div></section>"
    )


def _points(found: Evaluation, name: str) -> list[tuple[str, float, float]]:
    column = zip(found.rows, found.column(name), strict=True)
    return [
        (row.file, value, row.human_score)
        for row, value in column
        if value is not None and row.human_score is not None
    ]


def _videos(found: Evaluation) -> str:
    shown = [name for name in COLUMNS if any(name in row.metrics for row in found.rows)]
    heads = "".join(
        f'<th class=n title="{html.escape(MEANINGS[name])}">{_words(name)}</th>' for name in shown
    )
    rows = "".join(
        _video(row, shown, with_poster=place < POSTERS) for place, row in enumerate(found.rows)
    )
    legend = "".join(f'<span class="chip {row.name}">{row.name}</span>' for row in DETECTORS)
    return (
        f"<section><h2>Videos</h2><p class=legend>{legend}</p><div class=scroll>"
        "<table class='sortable videos'><thead><tr><th>video<th>timeline<th>found"
        f"{heads}</tr></thead><tbody>{rows}</tbody></table></div></section>"
    )


def _video(row: Row, shown: Sequence[str], *, with_poster: bool) -> str:
    name = f"<b>{html.escape(row.file)}</b>"
    if row.prompt:
        name += f"<small>{html.escape(row.prompt)}</small>"
    if row.error:
        code, say = row.error
        return (
            f"<tr class=failed><td><div class=who><span class=poster></span><div>{name}</div></div>"
            f'<td colspan={len(shown) + 2} data-sort="~"><span class="chip error">{code}</span> '
            f"{html.escape(say)}</tr>"
        )
    poster = f'<img alt="" src="data:image/jpeg;base64,{row.poster}">' if with_poster else ""
    length = row.metrics.get("duration")
    duration = float(length) if isinstance(length, (int, float)) else 0.0
    bar = timeline(row.findings, row.curves.get("brightness", ()), duration)
    size = f"{row.metrics.get('width')}x{row.metrics.get('height')}"
    cells = "".join(_number(row.metrics.get(column)) for column in shown)
    return (
        f"<tr><td><div class=who><span class=poster>{poster}</span><div>{name}"
        f"<small>{size}, {row.metrics.get('fps'):g} fps</small></div></div>"
        f"<td>{bar}<td data-sort={len(row.faults)}>{_chips(row)}{cells}</tr>"
    )


def _chips(row: Row) -> str:
    titles = {"nonconforming": "; ".join(row.deviations)}
    return "".join(
        f'<span class="chip {name}" title="{html.escape(titles.get(name, ""))}">{name}'
        f"{f' {len(found)}' if len(found) > 1 else ''}</span>"
        for name, found in row.findings.items()
    )


def _number(value: Value) -> str:
    if value is None or isinstance(value, (str, bool)):
        return "<td class=n data-sort=''>–</td>"
    return f"<td class=n data-sort={value}>{value:g}</td>"


def _duplicates(found: Evaluation) -> str:
    groups: Iterable[list[str]] = found.similar["duplicates"]
    lines = "".join(f"<li>{', '.join(map(html.escape, group))}</li>" for group in groups)
    return f"<section><h2>Near-duplicates</h2><ul>{lines}</ul></section>" if lines else ""


def _definitions() -> str:
    rows = "".join(
        f"<tr><td>{_words(row['name'])}<td>{html.escape(row['unit'])}"
        f"<td>{html.escape(row['meaning'])}<td>{html.escape(row['source'])}</tr>"
        for row in definitions()
    )
    return (
        "<section><details><summary>What the numbers mean</summary><table><thead><tr><th>metric"
        f"<th>unit<th>meaning<th>definition</tr></thead><tbody>{rows}</tbody></table></details>"
        "</section>"
    )


def _words(name: str) -> str:
    return name.replace("_", " ")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
