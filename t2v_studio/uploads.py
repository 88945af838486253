"""Uploaded files: kept under names of our own, known by what they hold and never by their names."""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path
from sqlite3 import Row
from typing import cast

from t2v.clock import Clock
from t2v.disk import private_folder
from t2v.errors import SkillError
from t2v_studio.answers import NO_SPACE, Refusal
from t2v_studio.crafts import Crafts
from t2v_studio.database import Database
from t2v_studio.director import Upload
from t2v_studio.director.upload import UploadKind
from t2v_studio.settings import Settings

UNSUPPORTED = 4001
_MB = 1_000_000
_NAME_LENGTH = 200


class Uploads:
    """The uploads of all sessions."""

    def __init__(
        self, database: Database, settings: Settings, crafts: Crafts, clock: Clock
    ) -> None:
        """Make the folders."""
        self._database = database
        self._settings = settings
        self._crafts = crafts
        self._clock = clock
        self.folder = settings.home / "uploads"
        self.incoming = settings.home / "incoming"
        # What a process that died was receiving belongs to nobody.
        shutil.rmtree(self.incoming, ignore_errors=True)
        for folder in (self.folder, self.incoming):
            private_folder(folder)

    def keep(self, session_id: str, received: Path, name: str) -> Upload:
        """Look into a received file, and make it part of the session.

        Raises:
            Refusal: 4001 when it holds no media that can be used, 507 when there is no room.
        """
        size = received.stat().st_size
        self.require_room(session_id, size)
        try:
            info = self._crafts.probe(received)
        except SkillError as error:
            wire = error.failure.wire
            raise Refusal(wire[0] if wire else UNSUPPORTED, error.detail) from None
        upload = Upload(
            id=f"upl_{uuid.uuid4().hex}",
            name=_text_name(name),
            kind=cast("UploadKind", info.kind),
            duration_ms=info.duration_ms,
            width=info.width,
            height=info.height,
        )
        file = f"{upload.id}.{info.container}"
        # Together: cleaning must never see a file that no row names yet.
        with self._database.transaction():
            self._record(session_id, upload, file, size)
            received.replace(self.folder / file)
        return upload

    def require_room(self, session_id: str, size: int) -> None:
        """Accept so many bytes more.

        Raises:
            Refusal: 507 when the session, or all of them, would take too much.
        """
        session = self._bytes(" WHERE session = ?", session_id)
        for used, limit_mb, whose in (
            (session, self._settings.session_quota_mb, "one session"),
            (self._bytes(""), self._settings.disk_mb, "all sessions"),
        ):
            if used + size > limit_mb * _MB:
                detail = f"The uploads of {whose} may take {limit_mb:g} MB together."
                raise Refusal(NO_SPACE, detail)

    def of(self, session_id: str) -> tuple[Upload, ...]:
        """Return a session's uploads, oldest first."""
        return tuple(_upload(row) for row in self._rows(session_id))

    def files(self, session_id: str) -> dict[str, Path]:
        """Return where a session's uploads lie, by id."""
        return {row["id"]: self.folder / row["file"] for row in self._rows(session_id)}

    def _rows(self, session_id: str) -> list[Row]:
        return self._database.rows(
            "SELECT * FROM uploads WHERE session = ? ORDER BY created, rowid", session_id
        )

    def _bytes(self, where: str, *values: str) -> int:
        row = self._database.row(f"SELECT SUM(size) AS bytes FROM uploads{where}", *values)  # noqa: S608 - one of two constants
        return int(row["bytes"] or 0) if row else 0

    def _record(self, session_id: str, upload: Upload, file: str, size: int) -> None:
        self._database.change(
            "INSERT INTO uploads"
            " (id, session, file, name, kind, duration_ms, width, height, size, created)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            upload.id,
            session_id,
            file,
            upload.name,
            upload.kind,
            upload.duration_ms,
            upload.width,
            upload.height,
            size,
            self._clock.now(),
        )


def to_wire(upload: Upload) -> dict[str, object]:
    """Return what the API says about an upload."""
    return {
        "id": upload.id,
        "name": upload.name,
        "type": upload.kind,
        "duration_ms": upload.duration_ms,
        "width": upload.width,
        "height": upload.height,
    }


def _upload(row: Row) -> Upload:
    return Upload(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        duration_ms=row["duration_ms"],
        width=row["width"],
        height=row["height"],
    )


def _text_name(name: str) -> str:
    """Return a file's name as text to show: no folders, nothing invisible, not endless."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in last if letter.isprintable())[:_NAME_LENGTH] or "upload"
