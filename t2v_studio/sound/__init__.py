"""Sound: music composed by mood, uploaded sounds, and their mix at an even loudness."""

from t2v_studio.sound.loudness import integrated, true_peak
from t2v_studio.sound.mix import mix
from t2v_studio.sound.music import compose

__all__ = ["compose", "integrated", "mix", "true_peak"]
