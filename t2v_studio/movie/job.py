"""What a worker needs to make any stretch of one film, in one picklable value.

Whoever only hands it on loads nothing that draws: that is imported where it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from t2v_studio.film import Film
from t2v_studio.movie.art import Art, studio_art
from t2v_studio.movie.encoder import Packet
from t2v_studio.movie.plan import Chunk, Plan

if TYPE_CHECKING:
    from t2v_studio.movie.reel import Reel


@dataclass(frozen=True, kw_only=True)
class Job:
    """One film at one size. Its reel is made once in each process that uses it."""

    film: Film
    assets: Mapping[str, Path]
    plan: Plan
    art: Art | None = None
    """None: the studio's own drawing."""

    @cached_property
    def reel(self) -> Reel:
        """The film's pictures."""
        from t2v_studio.movie.reel import Reel  # noqa: PLC0415 - see above

        return Reel(self.film, self.assets, self.plan, self.art or studio_art())

    def packets(self, chunk: Chunk, *, each: Callable[[], None]) -> tuple[Packet, ...]:
        """Return the encoded frames of a stretch; `each` is called after every frame."""
        from t2v_studio.movie.encode import encode  # noqa: PLC0415 - see above

        return encode(self.reel, self.plan, chunk, each=each)
