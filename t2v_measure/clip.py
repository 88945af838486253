"""CLIP score with a model that lies on this disk: how well frames fit the words of a prompt.

Needs the extra `gpu` (torch, transformers) and a folder with a CLIP model as transformers saves it.
Nothing is ever fetched.
"""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from t2v_measure import source
from t2v_measure.trouble import MeasureError

FRAMES = 8
NEEDED = ("torch", "transformers")


class ClipModel:
    """A CLIP model, on the GPU where there is one."""

    def __init__(self, folder: Path) -> None:
        """Load the model.

        Raises:
            MeasureError: `extra_missing`, or `bad_model` when there is none in the folder.
        """
        if not all(importlib.util.find_spec(name) for name in NEEDED):
            raise MeasureError(
                "extra_missing", "CLIP scores need torch and transformers.", extra="gpu"
            )
        import torch  # noqa: PLC0415 - an extra of its own
        import transformers  # noqa: PLC0415 - same

        self._torch = torch
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        try:
            model = transformers.CLIPModel.from_pretrained(str(folder), local_files_only=True)
            self._processor = transformers.CLIPProcessor.from_pretrained(
                str(folder), local_files_only=True
            )
        except (OSError, ValueError, KeyError, ImportError) as error:
            raise MeasureError("bad_model", f"There is no CLIP model in {folder.name}.") from error
        self._model = model.to(self._device).eval()

    def score(self, path: Path, prompt: str) -> float:
        """Return 100 x the mean cosine of the prompt and of evenly spaced frames."""
        inputs = self._processor(
            text=[prompt], images=frames(path), return_tensors="pt", padding=True, truncation=True
        ).to(self._device)
        with self._torch.no_grad():
            seen: Any = self._model(**inputs)
        # Both embeddings come normalised, so their product is the cosine.
        cosines = seen.image_embeds @ seen.text_embeds.T
        return round(100 * float(cosines.mean()), 3)


@lru_cache(maxsize=1)
def model(folder: Path) -> ClipModel:
    """Return the model of a folder; a process loads it once."""
    return ClipModel(folder)


def frames(path: Path, count: int = FRAMES) -> list[NDArray[np.uint8]]:
    """Return `count` RGB frames from the middles of as many equal parts of the film."""
    with source.open_video(path) as container:
        film = source.picture(container)
        assert film is not None  # noqa: S101 - open_video has looked
        length = source.length_s(container)
        wanted = [(n + 0.5) * length / count for n in range(count)]
        found: list[NDArray[np.uint8]] = []
        last: av.VideoFrame | None = None
        for frame in container.decode(film):
            last = frame
            while len(found) < count and (frame.time or 0.0) >= wanted[len(found)]:
                found.append(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8))
            if len(found) == count:
                return found
        if last is None:
            raise source.damaged(path)
        rest = np.asarray(last.to_ndarray(format="rgb24"), np.uint8)
        return found + [rest] * (count - len(found))
