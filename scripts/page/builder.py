"""What the build writes, and whether that is what stands there.

Checked in: the first skill's page and its references, which make the repository itself a skill,
and what makes it a plugin of all five.
Built: `dist/<slug>/`, the five skills, and their archives.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from page.archive import archive
from page.bundle import bundle, executable, tools
from page.plugin import FOLDERS, plugin
from page.source import Source, read_source

Files = Mapping[str, bytes]
OWN = ("SKILL.md", "references/")
"""What the repository takes over from its first skill's bundle."""


def bundles(root: Path) -> dict[str, dict[str, bytes]]:
    """Return the files of every skill, by slug and by path in the skill."""
    return _bundles(read_source(root / "skill.yaml"), root)


def targets(root: Path) -> dict[Path, bytes]:
    """Return the content of every built file that is checked in."""
    return _build(root)[1]


def stale(root: Path) -> list[str]:
    """Return the checked-in files that do not hold what they should, or should not be there."""
    return _stale(root, targets(root))


def update(root: Path) -> list[str]:
    """Write what is stale, here and in dist/, and return the paths; all is built before that."""
    built, wanted = _build(root)
    changed = _stale(root, wanted)
    for name in changed:
        if root / name in wanted:
            _write(root / name, wanted[root / name])
        else:
            (root / name).unlink()
    fresh = [slug for slug, files in built.items() if differences(root / "dist" / slug, files)]
    for slug in fresh:
        lay_out(root / "dist" / slug, built[slug])
    return [*changed, *(f"dist/{slug}/" for slug in fresh)]


def pack(root: Path) -> list[str]:
    """Write the archives of all skills into dist/ and return their paths."""
    packed = {f"dist/{slug}.zip": archive(files) for slug, files in bundles(root).items()}
    for name, content in packed.items():
        _write(root / name, content)
    return list(packed)


def lay_out(folder: Path, files: Files) -> None:
    """Make `folder` hold these files and nothing else."""
    if folder.is_symlink():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        _write(folder / name, content)


def differences(folder: Path, files: Files) -> list[str]:
    """Return the paths in a built skill that are missing, wrong, or too many."""
    found = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_symlink() or not path.is_dir()
    }
    wrong = {name for name, content in files.items() if not _holds(folder / name, content)}
    return sorted(wrong | (found.keys() - files.keys()))


def rehearse(root: Path) -> list[str]:
    """Build all skills twice; return the files that are not the same to the byte."""
    first, second = bundles(root), bundles(root)
    return [
        f"{slug}/{name}"
        for slug in first
        for name in sorted(first[slug].keys() | second[slug].keys())
        if first[slug].get(name) != second[slug].get(name)
    ]


def _build(root: Path) -> tuple[dict[str, dict[str, bytes]], dict[Path, bytes]]:
    """Return the files of every skill, and of them and the plugin what is checked in."""
    source = read_source(root / "skill.yaml")
    built = _bundles(source, root)
    first = next(iter(built.values()))
    own = {name: content for name, content in first.items() if name.startswith(OWN)}
    files = own | plugin(source, built)
    return built, {root / name: content for name, content in files.items()}


def _bundles(source: Source, root: Path) -> dict[str, dict[str, bytes]]:
    engine = tools(root)
    return {skill.slug: bundle(source, skill, root, engine) for skill in source.skills}


def _stale(root: Path, wanted: Mapping[Path, bytes]) -> list[str]:
    found = [path for name in ("references", *FOLDERS) for path in (root / name).rglob("*")]
    strangers = {path for path in found if path.is_file()} - set(wanted)
    behind = [path for path in wanted if not _holds(path, wanted[path])]
    return sorted(path.relative_to(root).as_posix() for path in [*behind, *strangers])


def _holds(path: Path, content: bytes) -> bool:
    return not path.is_symlink() and path.is_file() and path.read_bytes() == content


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o755 if executable(path.as_posix()) else 0o644)
