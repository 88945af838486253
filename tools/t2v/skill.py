"""The skill that these tools belong to: its page's frontmatter and its brand's data.

Name and version come from SKILL.md beside the tools, as hosts show them; wording and limits from
skill.yaml. In an installed wheel both files lie inside the package.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from t2v.errors import SkillError

try:  # in C where PyYAML was built with it: a page takes a tenth of the time
    from yaml import CSafeLoader as SafeLoader
except ImportError:
    from yaml import SafeLoader  # type: ignore[assignment]


class Skill(NamedTuple):
    """One published skill."""

    slug: str
    version: str
    folder: Path
    title: str = ""
    connecting: str = "Connecting..."
    max_upload_mb: int = 200
    style_prefix: str = ""
    style_words: Sequence[str] = ()
    default_duration_s: int = 10
    default_aspect: str = "16:9"

    @classmethod
    def load(cls, folder: Path) -> Skill:
        """Read SKILL.md and skill.yaml in `folder`.

        Raises:
            SkillError: `skill_broken` when name or version cannot be found.
        """
        front = _frontmatter(folder / "SKILL.md")
        metadata = front.get("metadata")
        inner = metadata if isinstance(metadata, dict) else {}
        version = front.get("version") or inner.get("version")
        slug = front.get("name")
        if not isinstance(slug, str) or not version:
            raise SkillError("skill_broken", "SKILL.md does not say its name and version.")
        brand = _brand(folder / "skill.yaml", slug)
        wanted = {key: brand[key] for key in cls._fields if key in brand}
        return cls(**{**wanted, "slug": slug, "version": str(version), "folder": folder})


def skill_folder(package: Path, launcher: Path) -> Path:
    """Return the folder that holds SKILL.md, symlinks kept.

    Args:
        package: the folder of the `t2v` package, as it was found on sys.path: Python has followed
            links by then, and the skills of a plugin share one engine.
        launcher: the program as it was called. If it lies in a skill, that is the skill.
    """
    called = Path(os.path.abspath(launcher)).parent  # noqa: PTH100 - resolve() would follow links
    own = [called.parent] if called.name == "tools" else []
    for folder in (*own, package.parent.parent, package / "skill"):
        if (folder / "SKILL.md").is_file():
            return folder
    raise SkillError("skill_broken", "SKILL.md is missing beside the tools.")


def _frontmatter(page: Path) -> Mapping[str, Any]:
    """Return the YAML between the first two lines of three dashes."""
    try:
        text = page.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SkillError("skill_broken", "SKILL.md cannot be read.") from error
    parts = text.split("---", 2)
    return _mapping(parts[1], page) if len(parts) == 3 and not parts[0].strip() else {}


def _brand(path: Path, slug: str) -> Mapping[str, Any]:
    """Return the skill's entry in skill.yaml; a page alone is enough to run."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    skills = _mapping(text, path).get("skills")
    known = [one for one in skills if isinstance(one, dict)] if isinstance(skills, list) else []
    return next((one for one in known if one.get("slug") == slug), {})


def _mapping(text: str, path: Path) -> Mapping[str, Any]:
    try:
        data = yaml.load(text, Loader=SafeLoader)
    except yaml.YAMLError as error:
        raise SkillError("skill_broken", f"{path.name} is not valid YAML.") from error
    return data if isinstance(data, dict) else {}
