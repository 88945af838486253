"""Stretches of time that share something: begun, held, ended, and only told when long enough."""

from __future__ import annotations

Stretch = tuple[float, float]
"""Start and end in seconds."""


class Stretches:
    """Collects stretches from a stream of yes and no."""

    def __init__(self, least_s: float) -> None:
        """Keep only stretches of at least `least_s`."""
        self._least = least_s
        self._since: float | None = None
        self._until = 0.0
        self._found: list[Stretch] = []

    def tell(self, holds: bool, start_s: float, end_s: float) -> None:  # noqa: FBT001 - the answer
        """Say whether it holds from `start_s` to `end_s`, which follow each other."""
        if holds:
            self._since = start_s if self._since is None else self._since
            self._until = end_s
        else:
            self._close()

    def found(self) -> list[Stretch]:
        """Return what was found so far, the one that goes on included."""
        self._close()
        return [(round(start, 3), round(end, 3)) for start, end in self._found]

    def _close(self) -> None:
        if self._since is not None and self._until - self._since >= self._least - 1e-6:
            self._found.append((self._since, self._until))
        self._since = None


def seconds(stretches: list[Stretch]) -> float:
    """Return how long they are together."""
    return round(sum(end - start for start, end in stretches), 3)
