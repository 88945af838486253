"""A terminal that shows several things going on: a bar for each, and one for all of it below."""

from __future__ import annotations

from typing import TextIO

from t2v.progress import Bar

MOST = 8
"""Bars beside that of all; more would scroll the terminal."""

WIDTH, LABEL, STAGE = 20, 18, 24


class Bars(Bar):
    """A bar, and above it those of the parts that are going on."""

    def __init__(self, stream: TextIO) -> None:
        """Draw on `stream`, a terminal."""
        super().__init__(stream)
        self._parts: dict[str, tuple[str, float | None]] = {}
        self._whole = ("", 0.0)
        self._drawn = 0

    def say(self, text: str) -> None:
        """Write the line above the bars."""
        if not self._drawn:
            super().say(text)
            return
        self._put(self._up() + text + "\n")
        self._drawn = 0
        self._draw()

    def advance(self, stage: str, fraction: float | None = None) -> None:
        """Draw the bar of all anew."""
        if not self._parts or fraction is None:
            self._drawn = 0  # what was drawn stays above
            super().advance(stage, fraction)
            return
        self._whole = (stage, fraction)
        self._draw()

    def part(self, name: str, stage: str, fraction: float | None = None) -> None:
        """Draw the bar of a part anew; one without a stage is over and goes."""
        if stage:
            self._parts[name] = (stage, fraction)
        else:
            self._parts.pop(name, None)
        self._draw()

    def _draw(self) -> None:
        lines = [_line(name, *part) for name, part in list(self._parts.items())[:MOST]]
        if self._whole[0]:
            lines.append(f"{_bar(self._whole[1])} {self._whole[1]:>4.0%}  {self._whole[0]}")
        self._put(self._up() + "".join(f"{line}\n" for line in lines))
        self._drawn = len(lines)

    def _up(self) -> str:
        """Return what goes back over the lines that were drawn, and clears them."""
        return f"\x1b[{self._drawn}A\r\x1b[J" if self._drawn else "\r\x1b[K"


def _line(name: str, stage: str, fraction: float | None) -> str:
    done = "    " if fraction is None else f"{min(max(fraction, 0.0), 1.0):>4.0%}"
    return f"{_bar(fraction or 0.0)} {done}  {name[:LABEL]:<{LABEL}} {stage[:STAGE]}"


def _bar(fraction: float) -> str:
    done = round(WIDTH * min(max(fraction, 0.0), 1.0))
    return f"[{'#' * done}{'-' * (WIDTH - done)}]"
