"""The words that the director knows, one module for each subject, and what they mean.

`SUBJECTS` is the contract with the drawing side: every key that a `Subject.name` can have.
"""

from __future__ import annotations

from t2v_studio.director.lexicon.subjects import SUBJECTS, Kind

__all__ = ["SUBJECTS", "Kind"]
