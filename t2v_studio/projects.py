"""What a session adds up to: the director's project, the film, and the state on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from t2v_studio import director
from t2v_studio.accounts import Account
from t2v_studio.crafts import Crafts
from t2v_studio.director import Project, Stage, Turn
from t2v_studio.film import Film
from t2v_studio.narrators import NARRATORS
from t2v_studio.sessions import Session, Sessions
from t2v_studio.uploads import Uploads, to_wire


class Projects:
    """Reads sessions for the director, and writes down what it decides."""

    def __init__(self, sessions: Sessions, uploads: Uploads, crafts: Crafts) -> None:
        """Keep where edits and uploads lie, and who understands messages."""
        self._crafts = crafts
        self._sessions = sessions
        self._uploads = uploads

    def direct(self, account: Account, session_id: str, message: str) -> Turn:
        """Let the director decide what a message asks for; nothing is written yet."""
        session = self._sessions.get(account, session_id)
        return self._crafts.direct(message, self._project(session))

    def preview(self, account: Account, session_id: str, turn: Turn) -> Film:
        """Return the film that a turn leads to; nothing is written."""
        project = self._project(self._sessions.get(account, session_id))
        edits = [edit for stage in turn.stages for edit in stage.edits]
        return director.fold((*project.edits, *edits), project.uploads)

    def commit(self, account: Account, session_id: str, stage: Stage) -> Mapping[str, Any]:
        """Write a stage's edits down, and return the state that they lead to."""
        self._sessions.add_edits(session_id, tuple(director.edits_to_json(stage.edits)))
        return self.state(self._sessions.get(account, session_id))

    def state(self, session: Session) -> dict[str, Any]:
        """Return the session's state as the API tells it."""
        project = self._project(session)
        film = director.fold(project.edits, project.uploads)
        return {
            "draft": film.to_wire(),
            "video_infos": [to_wire(upload) for upload in project.uploads],
            "generated_media": _generated(film),
            "canvas_config": _canvas(film),
        }

    def _project(self, session: Session) -> Project:
        return Project(
            edits=tuple(director.edits_from_json(list(session.edits))),
            uploads=self._uploads.of(session.id),
            language=session.language,
            voices=tuple(one.language for one in NARRATORS.values() if one.installed),
        )


def _generated(film: Film) -> list[dict[str, Any]]:
    """List what the studio made by itself: drawn clips and composed music."""
    clips = [
        {"type": "video", "name": clip.name, "duration_ms": clip.duration_ms}
        for clip in film.clips
        if clip.scene is not None
    ]
    music = [
        {"type": "audio", "name": sound.name, "duration_ms": sound.duration_ms}
        for sound in film.sounds
        if not sound.asset
    ]
    return clips + music


def _canvas(film: Film) -> dict[str, Any]:
    width, height = film.size
    return {"ratio": film.aspect, "width": width, "height": height, "fps": film.fps}
