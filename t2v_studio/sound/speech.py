"""Texts spoken by piper, in a process that `t2v_studio.opening` confines: they are a stranger's.

piper is GPL, an extra of its own, and imported here alone.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from t2v_studio.media import MediaError
from t2v_studio.sound.spectrum import Channel

if TYPE_CHECKING:
    from piper import PiperVoice

SEED = 20
"""A voice draws chance while it speaks; from here it says the same text the same way."""
PAUSE_S = 0.22
"""Between sentences, which the model speaks one by one."""
ERRORS_ONLY = 3
"""What the model's run time warns of is its own affair."""
_MARKS = frozenset("[]<>")
"""Brackets stand around raw phonemes for piper; in a user's text they are brackets."""


def spoken(model: Path, texts: Iterable[tuple[str, int]]) -> tuple[int, list[Channel]]:
    """Return the rate and a channel for each text.

    Args:
        model: The voice: a model with its settings beside it, as piper has them.
        texts: Plain words of the voice's language, and percent of the voice's own pace.

    Raises:
        MediaError: extra_missing without piper; unsupported_file for what cannot be spoken.
    """
    rate, pieces = 0, []
    try:
        for text, pace in texts:
            # Loaded anew for each: what a text sounds like must not depend on what was said before.
            voice = _loaded(model)
            rate = voice.config.sample_rate
            pieces.append(_said(voice, text, pace))
    except ImportError as missing:
        raise MediaError("extra_missing", "The voice is not installed.") from missing
    return rate, pieces


def _loaded(model: Path) -> PiperVoice:
    import onnxruntime  # noqa: PLC0415 - an extra, and heavy
    from piper import PiperConfig, PiperVoice  # noqa: PLC0415 - same

    onnxruntime.set_default_logger_severity(ERRORS_ONLY)
    onnxruntime.set_seed(SEED)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # more only cost more: the sentences are short
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    settings = json.loads(model.with_name(model.name + ".json").read_text("utf-8"))
    return PiperVoice(session=session, config=PiperConfig.from_dict(settings))


def _said(voice: PiperVoice, text: str, pace: int) -> Channel:
    from piper import SynthesisConfig  # noqa: PLC0415 - as above

    chosen = SynthesisConfig(length_scale=100 / pace)
    pause = np.zeros(round(PAUSE_S * voice.config.sample_rate), np.float32)
    pieces: list[Channel] = []
    for chunk in voice.synthesize(_plain(text), chosen):
        pieces += [pause] * bool(pieces) + [np.asarray(chunk.audio_float_array, np.float32)]
    if not pieces:
        raise MediaError("unsupported_file", "There is nothing in the text that can be spoken.")
    return np.concatenate(pieces)


def _plain(text: str) -> str:
    """Return a text without marks and control characters."""
    return "".join(
        " " if sign in _MARKS or unicodedata.category(sign) in {"Cc", "Cs"} else sign
        for sign in text
    )
