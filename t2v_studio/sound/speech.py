"""A text spoken by piper, in a process that `t2v_studio.opening` confines: it is a stranger's text.

piper is GPL, an extra of its own, and imported here alone.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from t2v_studio.media import MediaError

SEED = 20
"""A voice draws chance while it speaks; this way it says the same text the same way."""
PAUSE_S = 0.22
"""Between sentences, which the model speaks one by one."""
QUIET = 3
"""The model's run time logs errors only: what it warns of is its own affair."""
_PHONEMES = re.compile(r"\[\[|\]\]")
"""Marks of piper's own around raw phonemes; in a user's text they are brackets."""


def spoken(model: Path, *, text: str, pace: int) -> tuple[int, NDArray[np.float32]]:
    """Return the rate and the samples of one channel.

    Args:
        model: The voice: a model with its settings beside it, as piper has them.
        text: Plain words of the voice's language.
        pace: Percent of the voice's own speed.

    Raises:
        MediaError: extra_missing without piper; unsupported_file for what cannot be spoken.
    """
    try:
        import onnxruntime  # noqa: PLC0415 - an extra, and heavy
        from piper import PiperVoice, SynthesisConfig  # noqa: PLC0415 - same
    except ImportError as missing:
        raise MediaError("extra_missing", "The voice is not installed.") from missing
    onnxruntime.set_default_logger_severity(QUIET)
    onnxruntime.set_seed(SEED)
    voice = PiperVoice.load(model)
    chosen = SynthesisConfig(length_scale=100 / pace)
    rate = voice.config.sample_rate
    pause = np.zeros(round(PAUSE_S * rate), np.float32)
    pieces: list[NDArray[np.float32]] = []
    for chunk in voice.synthesize(_PHONEMES.sub(" ", text), chosen):
        pieces += [pause] * bool(pieces) + [chunk.audio_float_array.astype(np.float32)]
    if not pieces:
        raise MediaError("unsupported_file", "There is nothing in the text that can be spoken.")
    return rate, np.concatenate(pieces)
