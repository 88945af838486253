"""A file that the user sent, as far as the director needs to know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

UploadKind = Literal["video", "image", "audio"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """An uploaded file. Size in pixels; 0 where there is none (sound has no picture)."""

    id: str
    name: str
    kind: UploadKind
    duration_ms: int = 0
    width: int = 0
    height: int = 0
