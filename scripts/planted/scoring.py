"""Precision and recall of every detector over planted films.

A stretch that was planted is found when a detector's stretch overlaps it by half (their common
time over their joint time); a cut when it is found within two frames. Whatever a detector finds
that was not planted counts against its precision, in the films of all other faults as well.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from planted.faults import FAULTS, Fault, planted
from planted.films import FPS, Coding, Film, scene, tone, write
from t2v_measure import similarity
from t2v_measure.detectors import DETECTORS, findings
from t2v_measure.stretches import Stretch
from t2v_measure.trouble import MeasureError
from t2v_measure.watching import watch

OVERLAP = 0.5
CUT_S = 2 / FPS

SIDE_EFFECTS = {
    "black": {"frozen"},  # what is black stands still
    "damaged": {"nonconforming"},
}
"""Detectors that are right to speak up beside the one that a fault is for."""

VERSIONS = (
    Coding(crf=34),
    Coding(scale=0.5),
    Coding(video="mpeg4"),
)
"""Other versions of a film, which are near-duplicates of it."""


@dataclass(slots=True)
class Score:
    """Counts of one detector."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    wrong_in: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """The share of findings that are right; 1 when there are none."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of faults that are found; 1 when there are none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def score(folder: Path, seeds: Iterable[int], faults: Sequence[Fault] = FAULTS) -> dict[str, Score]:
    """Make the films in `folder`, one at a time, and return the score of every detector."""
    scores = {row.name: Score() for row in DETECTORS} | {"damaged": Score(), "duplicate": Score()}
    seeds = list(seeds)
    for fault, seed in itertools.product(faults, seeds):
        film, truth = planted(fault, seed)
        found = look(film, folder / "film.bin")
        for name in scores:
            if name != "duplicate" and name not in SIDE_EFFECTS.get(fault.detector, ()):
                wanted = truth if name == fault.detector else []
                _count(scores[name], wanted, found.get(name, []), fault.name)
    _duplicates(scores["duplicate"], folder, seeds)
    return scores


def look(film: Film, path: Path) -> dict[str, list[Stretch]]:
    """Write and measure a film; a file that is refused as damaged is found to be so."""
    write(film, path)
    try:
        return findings(watch(path, threads=1))
    except MeasureError as error:
        return {"damaged": [(0.0, len(film.frames) / FPS)]} if error.code == "file_damaged" else {}
    finally:
        path.unlink()


def _count(score: Score, truth: list[Stretch], found: list[Stretch], where: str) -> None:
    left = list(found)
    for each in truth:
        match = next((one for one in left if _same(each, one)), None)
        if match is None:
            score.missed += 1
        else:
            score.right += 1
            left.remove(match)
    score.wrong += len(left)
    score.wrong_in[where] += len(left)


def _same(truth: Stretch, found: Stretch) -> bool:
    if truth[0] == truth[1]:
        return abs(found[0] - truth[0]) <= CUT_S + 1e-6
    common = min(truth[1], found[1]) - max(truth[0], found[0])
    joint = max(truth[1], found[1]) - min(truth[0], found[0])
    return common / joint >= OVERLAP


def _duplicates(score: Score, folder: Path, seeds: list[int]) -> None:
    """Score pairs: a film and its other versions are the same, films of other seeds are not."""
    films = []
    for seed in seeds:
        for coding in (Coding(), *VERSIONS):
            film = Film(frames=scene(seed, FPS * 2), sound=tone(seed, 2), coding=replace(coding))
            path = folder / "version.bin"
            write(film, path)
            films.append((seed, tuple(watch(path, threads=1).fingerprint.hashes())))
            path.unlink()
    for (one, left), (other, right) in itertools.combinations(films, 2):
        alike = similarity.distance(left, right) <= similarity.NEAR
        score.right += alike and one == other
        score.wrong += alike and one != other
        score.missed += not alike and one == other


def table(scores: dict[str, Score]) -> str:
    """Return the scores in Markdown."""
    rows = [
        f"| {name} | {one.precision:.3f} | {one.recall:.3f} | {one.right} | {one.wrong} "
        f"| {one.missed} |"
        for name, one in scores.items()
    ]
    head = [
        "| detector | precision | recall | found | wrongly | missed |",
        "|---|---|---|---|---|---|",
    ]
    return "\n".join([*head, *rows])
