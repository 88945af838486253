"""Every edit that a film can have: a closed union of frozen values, each with its `apply`.

`KINDS` names them for JSON. A film is the fold of its edits (`t2v_studio.director.folding`).
"""

from __future__ import annotations

from t2v_studio.director.edits.cast import ChangeSubject
from t2v_studio.director.edits.clips import (
    DoubleClip,
    DropClip,
    MoveClip,
    ReverseClips,
    SetClipDuration,
    SetSpeed,
    SplitClip,
    SwapClips,
)
from t2v_studio.director.edits.effects import PlaceEffect, SetEffects
from t2v_studio.director.edits.finish import Fade, Regrade, SetRate, SetTransition
from t2v_studio.director.edits.frame import Cut, SetAspect, SetDuration, SetStyle
from t2v_studio.director.edits.history import Redo, Said, StartOver, Undo
from t2v_studio.director.edits.logo import ChangeLogo, PlaceLogo, RemoveLogo
from t2v_studio.director.edits.picture import AddScene, ChangeScene, MakeFilm, PlaceUpload, Vary
from t2v_studio.director.edits.sound import (
    AddMusic,
    PlaceSound,
    RemoveSound,
    SetClipVolume,
    SetVolume,
    StepVolume,
    TimeMusic,
)
from t2v_studio.director.edits.voice import AddVoice
from t2v_studio.director.edits.words import (
    AddCaption,
    ChangeCaption,
    RemoveCaption,
    SetSubtitles,
)

Edit = (
    MakeFilm | AddScene | ChangeScene | ChangeSubject | PlaceUpload | Vary
    | AddMusic | PlaceSound | SetVolume | StepVolume | TimeMusic | RemoveSound | SetClipVolume
    | AddVoice | SetEffects | PlaceEffect
    | AddCaption | ChangeCaption | RemoveCaption | SetSubtitles
    | PlaceLogo | ChangeLogo | RemoveLogo
    | SetAspect | SetStyle | SetDuration | Cut
    | MoveClip | SwapClips | ReverseClips | DoubleClip | DropClip | SplitClip
    | SetClipDuration | SetSpeed
    | Regrade | SetTransition | Fade | SetRate
    | Said | Undo | Redo | StartOver
)  # fmt: skip

KINDS: dict[str, type[Edit]] = {
    "make_film": MakeFilm,
    "add_scene": AddScene,
    "change_scene": ChangeScene,
    "change_subject": ChangeSubject,
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
    "vary": Vary,
    "set_clip_volume": SetClipVolume,
    "add_voice": AddVoice,
    "set_effects": SetEffects,
    "place_effect": PlaceEffect,
    "set_subtitles": SetSubtitles,
    "place_logo": PlaceLogo,
    "change_logo": ChangeLogo,
    "remove_logo": RemoveLogo,
    "move_clip": MoveClip,
    "swap_clips": SwapClips,
    "reverse_clips": ReverseClips,
    "double_clip": DoubleClip,
    "drop_clip": DropClip,
    "split_clip": SplitClip,
    "set_clip_duration": SetClipDuration,
    "set_speed": SetSpeed,
    "regrade": Regrade,
    "set_transition": SetTransition,
    "fade": Fade,
    "set_rate": SetRate,
    "said": Said,
    "undo": Undo,
    "redo": Redo,
    "start_over": StartOver,
}

__all__ = [
    "KINDS", "AddCaption", "AddMusic", "AddScene", "AddVoice", "ChangeCaption", "ChangeLogo",
    "ChangeScene", "ChangeSubject", "Cut", "DoubleClip", "DropClip", "Edit", "Fade", "MakeFilm",
    "MoveClip",
    "PlaceEffect", "PlaceLogo", "PlaceSound", "PlaceUpload", "Redo", "Regrade", "RemoveCaption",
    "RemoveLogo", "RemoveSound", "ReverseClips", "Said", "SetAspect", "SetClipDuration",
    "SetClipVolume", "SetDuration", "SetEffects", "SetRate", "SetSpeed", "SetStyle", "SetSubtitles",
    "SetTransition", "SetVolume", "SplitClip", "StartOver", "StepVolume", "SwapClips", "TimeMusic",
    "Undo", "Vary",
]  # fmt: skip
