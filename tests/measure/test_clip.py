"""CLIP scores: what is looked at, and what is said where no model can be."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from t2v_measure import clip as scoring
from t2v_measure.trouble import MeasureError


def test_frames_are_spread_over_the_film(clip: Path) -> None:
    seen = scoring.frames(clip, 5)
    assert [frame.shape for frame in seen] == [(216, 384, 3)] * 5
    assert all((one != other).any() for one, other in itertools.pairwise(seen))


def test_without_torch_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "NEEDED", ("no_such_package",))
    with pytest.raises(MeasureError) as caught:
        scoring.ClipModel(tmp_path)
    assert (caught.value.code, caught.value.extra) == ("extra_missing", "gpu")
