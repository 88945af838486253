"""What the build writes, and whether that is what stands there."""

from __future__ import annotations

from pathlib import Path

from page.render import render
from page.source import read_source


def targets(root: Path) -> dict[Path, str]:
    """Return the text of every built file. The first skill's page is the repository's own."""
    source = read_source(root / "skill.yaml")
    return {root / "SKILL.md": render(source, source.skills[0], root)}


def stale(root: Path) -> list[str]:
    """Return the built files that do not hold what they should, as paths in the repository."""
    return [
        path.relative_to(root).as_posix()
        for path, text in targets(root).items()
        if not path.is_file() or path.read_bytes() != text.encode()
    ]


def update(root: Path) -> list[str]:
    """Write the files that are stale and return their paths; all are built before one is."""
    texts = targets(root)
    changed = stale(root)
    for name in changed:
        (root / name).write_bytes(texts[root / name].encode())
    return changed
