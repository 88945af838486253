"""Every edit that a film can have: a closed union of frozen values, each with its `apply`.

`KINDS` names them for JSON. A film is the fold of its edits (`t2v_studio.director.folding`).
"""

from __future__ import annotations

from t2v_studio.director.edits.frame import Cut, SetAspect, SetDuration, SetStyle
from t2v_studio.director.edits.history import Redo, Said, StartOver, Undo
from t2v_studio.director.edits.picture import AddScene, ChangeScene, MakeFilm, PlaceUpload
from t2v_studio.director.edits.sound import (
    AddMusic,
    PlaceSound,
    RemoveSound,
    SetVolume,
    StepVolume,
    TimeMusic,
)
from t2v_studio.director.edits.words import AddCaption, ChangeCaption, RemoveCaption

Edit = (
    MakeFilm | AddScene | ChangeScene | PlaceUpload
    | AddMusic | PlaceSound | SetVolume | StepVolume | TimeMusic | RemoveSound
    | AddCaption | ChangeCaption | RemoveCaption
    | SetAspect | SetStyle | SetDuration | Cut
    | Said | Undo | Redo | StartOver
)  # fmt: skip

KINDS: dict[str, type[Edit]] = {
    "make_film": MakeFilm,
    "add_scene": AddScene,
    "change_scene": ChangeScene,
    "place_upload": PlaceUpload,
    "add_music": AddMusic,
    "place_sound": PlaceSound,
    "set_volume": SetVolume,
    "step_volume": StepVolume,
    "time_music": TimeMusic,
    "remove_sound": RemoveSound,
    "add_caption": AddCaption,
    "change_caption": ChangeCaption,
    "remove_caption": RemoveCaption,
    "set_aspect": SetAspect,
    "set_style": SetStyle,
    "set_duration": SetDuration,
    "cut": Cut,
    "said": Said,
    "undo": Undo,
    "redo": Redo,
    "start_over": StartOver,
}

__all__ = [
    "KINDS", "AddCaption", "AddMusic", "AddScene", "ChangeCaption", "ChangeScene", "Cut", "Edit",
    "MakeFilm", "PlaceSound", "PlaceUpload", "Redo", "RemoveCaption", "RemoveSound", "Said",
    "SetAspect", "SetDuration", "SetStyle", "SetVolume", "StartOver", "StepVolume",
    "TimeMusic", "Undo",
]  # fmt: skip
