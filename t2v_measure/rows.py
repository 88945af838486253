"""One video's row: what was measured, what was found, or why it could not be looked at."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from t2v_measure import clip, container, detectors, metrics, reference, vmaf
from t2v_measure.metrics import Value
from t2v_measure.stretches import Stretch
from t2v_measure.targets import Item
from t2v_measure.trouble import MeasureError
from t2v_measure.watching import Seen, Tell, watch

POINTS = 160
"""Of a curve on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is measured besides the table. `threads` are those of the decoder."""

    reference: Path | None = None
    clip_model: Path | None = None
    threads: int = 1


@dataclass(slots=True, kw_only=True)
class Row:
    """One video. `error` is the code and the sentence of a file that could not be measured."""

    file: str
    id: str = ""
    prompt: str = ""
    error: tuple[str, str] | None = None
    metrics: dict[str, Value] = field(default_factory=dict)
    findings: dict[str, list[Stretch]] = field(default_factory=dict)
    deviations: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)
    curves: dict[str, list[float]] = field(default_factory=dict)
    poster: str = ""
    human_score: float | None = None

    @property
    def faults(self) -> list[str]:
        """The detectors that found something wrong."""
        return [name for name in self.findings if name in detectors.FAULTS]

    def plain(self) -> dict[str, Any]:
        """Return the row as it is written: without what only a page draws."""
        row = asdict(self)
        del row["poster"], row["curves"]
        row["error"] = dict(zip(("code", "say"), self.error, strict=True)) if self.error else None
        return row


def measured(item: Item, wanted: Wanted, tell: Tell = lambda _: None) -> Row:
    """Measure one video.

    Raises:
        MeasureError: as `watch`, `reference.compare` and `clip.ClipModel`.
    """
    seen = watch(item.path, threads=wanted.threads, tell=tell)
    row = Row(
        file=item.name,
        id=item.id,
        prompt=item.prompt,
        metrics=metrics.values(seen),
        findings=detectors.findings(seen),
        deviations=container.deviations(seen.facts),
        hashes=seen.fingerprint.hashes(),
        curves=_curves(seen),
        poster=seen.poster.jpeg(),
    )
    if wanted.reference:
        row.metrics |= _against(item.path, wanted.reference, wanted.threads, row.notes)
    if wanted.clip_model and item.prompt:
        row.metrics["clip_score"] = clip.model(wanted.clip_model).score(item.path, item.prompt)
    return row


def failed(item: Item, error: MeasureError) -> Row:
    """Return the row of a video that could not be measured."""
    return Row(file=item.name, id=item.id, prompt=item.prompt, error=(error.code, error.detail))


def _against(path: Path, model: Path, threads: int, notes: list[str]) -> dict[str, Value]:
    found: dict[str, Value] = {**reference.compare(path, model, threads=threads), "vmaf": None}
    if found["psnr"] is None:
        notes.append("psnr is infinite: every pixel is as in the reference")
    if vmaf.available():
        found["vmaf"] = vmaf.vmaf(path, model, threads=threads or 1)
    else:
        notes.append("vmaf was not measured: the extra `vmaf` is not installed")
    return found


def _curves(seen: Seen) -> dict[str, list[float]]:
    curves = {"brightness": _thinned(seen.detail.taken["brightness"])}
    if seen.ear and seen.ear.samples:
        curves["loudness"] = _thinned(seen.ear.loudness.momentary)
    return curves


def _thinned(values: list[float]) -> list[float]:
    step = max(1, -(-len(values) // POINTS))
    return [round(value, 3) for value in values[::step]]
