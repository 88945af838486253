"""One skill as hosts install it: page, data, references and tools, file by file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from page.render import references, render
from page.source import Profile, Source, SourceError
from t2v.skill import Skill

CACHE = "__pycache__"


def bundle(
    source: Source, skill: Profile, root: Path, engine: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the content of every file of a skill by its path in it, sorted.

    Args:
        source: the whole of skill.yaml.
        skill: the profile to bundle.
        root: the repository.
        engine: what `tools` read there; it is the same for every skill.

    Raises:
        SourceError: when a source is wrong.
    """
    texts = {
        "SKILL.md": render(source, skill, root),
        "skill.yaml": _brand(source, skill),
        **{f"references/{name}": text for name, text in references(source, skill, root).items()},
    }
    files = {name: text.encode() for name, text in texts.items()} | dict(engine)
    return dict(sorted(files.items()))


def executable(name: str) -> bool:
    """Say whether a file of a skill is a program: the launchers are, the engine is not."""
    return Path(name).parent.name == "tools"


def _brand(source: Source, skill: Profile) -> str:
    """Return the data that the engine reads at run time, of this one skill."""
    read = (key for key in Skill._fields if hasattr(skill, key))
    values = {key: getattr(skill, key) for key in read}
    plain = {key: list(one) if isinstance(one, tuple) else one for key, one in values.items()}
    data = {"version": source.version, "skills": [plain]}
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=10_000)


def tools(root: Path) -> dict[str, bytes]:
    """Return the launchers and the engine; byte code stays behind.

    Raises:
        SourceError: when something lies in tools/ that cannot be shipped.
    """
    paths = [
        path
        for path in (root / "tools").rglob("*")
        if CACHE not in path.parts and (path.is_symlink() or not path.is_dir())
    ]
    names = {path.relative_to(root).as_posix(): path for path in paths}
    problems = [f"{name}: {why}" for name, path in sorted(names.items()) if (why := _unfit(path))]
    if problems:
        raise SourceError(problems)
    return {name: path.read_bytes() for name, path in names.items()}


def _unfit(path: Path) -> str:
    """Return why a file cannot be part of a bundle, or nothing."""
    if path.is_symlink():
        return "is a link; archives and scanners want real files"
    if path.name.startswith("."):
        return "is hidden; registries drop it"
    return "" if path.suffix == ".py" else "is no Python file; bundles hold nothing else in tools/"
