"""The director: from chat messages to an edit list to a film; pure, no clock, no files."""

from __future__ import annotations

from t2v_studio.director.deciding import direct
from t2v_studio.director.edits import Edit
from t2v_studio.director.explaining import explain
from t2v_studio.director.folding import edits_from_json, edits_to_json, fold
from t2v_studio.director.project import Project, Stage, Turn
from t2v_studio.director.reading.scenes import read_scene
from t2v_studio.director.upload import Upload

__all__ = [
    "Edit",
    "Project",
    "Stage",
    "Turn",
    "Upload",
    "direct",
    "edits_from_json",
    "edits_to_json",
    "explain",
    "fold",
    "read_scene",
]
