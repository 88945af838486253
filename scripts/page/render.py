"""One skill's page: frontmatter from its data, body from its template."""

from __future__ import annotations

import re
from pathlib import Path
from string import Template
from typing import Any

import yaml

from page import tables
from page.source import Profile, Source, SourceError
from t2v.endpoints import API_URL, WEB_URL

MOST_LINES = 250
MOST_TOKENS = 2500
"""A host loads the whole page into its model's context for every conversation that uses it."""
CHARACTERS_A_TOKEN = 3.8
"""The first page has 3.85 by the o200k and cl100k vocabularies; a lower number counts more."""


def render(source: Source, skill: Profile, root: Path) -> str:
    """Return SKILL.md of one skill.

    Args:
        source: the whole of skill.yaml.
        skill: the profile to write the page of.
        root: the repository, for the templates and the tools.

    Raises:
        SourceError: when the template is missing, asks for something unknown, leaves out what a
            page must say, or the page grows too long.
    """
    path = root / "pages" / f"{skill.slug}.md"
    template = _template(path)
    body = _filled(path, template, _values(source, skill, root))
    page = f"---\n{_frontmatter(source, skill)}---\n\n{body}"
    named = set(re.findall(r"\breferences/[\w.-]+", page))
    there = {f"references/{name}" for name in _sources(skill, root)}
    problems = [
        *_problems(template, skill, page),
        *(f"{name}: no such reference" for name in sorted(named - there)),
        *(f"{name}: the page never sends anybody there" for name in sorted(there - named)),
    ]
    if problems:
        raise SourceError([f"pages/{path.name}: {problem}" for problem in problems])
    return page


def references(source: Source, skill: Profile, root: Path) -> dict[str, str]:
    """Return the texts that the page sends its reader to, by file name: shared and its own."""
    values = _values(source, skill, root)
    return {
        name: _filled(path, _template(path), values)
        for name, path in sorted(_sources(skill, root).items())
    }


def _sources(skill: Profile, root: Path) -> dict[str, Path]:
    folders = (root / "pages" / "references", root / "pages" / skill.slug)
    return {path.name: path for folder in folders for path in folder.glob("*.md")}


def _template(path: Path) -> Template:
    try:
        return Template(path.read_text("utf-8"))
    except OSError as error:
        raise SourceError([f"pages/{path.name}: the skill has no page template"]) from error


def _filled(path: Path, template: Template, values: dict[str, str]) -> str:
    """Return the template's text with all names in it replaced."""
    name = "pages/" + path.as_posix().rpartition("/pages/")[2]
    try:
        return template.substitute(values)
    except KeyError as error:
        raise SourceError([f"{name}: ${{{error.args[0]}}}: nothing has this name"]) from error
    except ValueError as error:
        raise SourceError([f"{name}: {error}"]) from error


def tokens(text: str) -> int:
    """Estimate, on the high side, the tokens that a model reads the text as."""
    return round(len(text) / CHARACTERS_A_TOKEN)


def _frontmatter(source: Source, skill: Profile) -> str:
    """Return the YAML that every host accepts: known top-level keys, block style."""
    data: dict[str, Any] = {
        "name": skill.slug,
        "description": skill.description,
        "license": source.license,
        "compatibility": "Requires Python 3.10 or newer; network access unless run with --local.",
        "metadata": {
            "version": source.version,
            "openclaw": {
                "emoji": skill.emoji,
                "homepage": source.homepage,
                "primaryEnv": "NEMO_TOKEN",
                "requires": {"anyBins": ["python3", "python"]},
                "envVars": [
                    {"name": one.name, "required": False, "description": one.description}
                    for one in source.environment
                ],
            },
        },
    }
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=10_000)


def _values(source: Source, skill: Profile, root: Path) -> dict[str, str]:
    """Return all that a template may name."""
    other = skill.not_affiliated_with
    return {
        "title": skill.title,
        "audience": skill.audience,
        "connecting": skill.connecting,
        "limit": f"{skill.max_upload_mb} MB",
        "inputs": ", ".join(word.upper() if word.isalnum() else word for word in skill.inputs),
        "style": skill.style_prefix.rstrip(": "),
        "duration": f"{skill.default_duration_s}-second",
        "aspect": skill.default_aspect,
        "affiliation": f"Not affiliated with {other}." if other else "",
        "examples": "\n".join(f"- {example}" for example in skill.examples),
        "tips": "\n".join(f"- {tip}" for tip in skill.tips),
        "version": source.version,
        "api_url": API_URL,
        "web_url": WEB_URL,
        "tools": tables.tools(root / "tools"),
        "next_codes": tables.next_codes(),
        "exit_codes": tables.exit_codes(),
        "failures": tables.failures(),
        "programs": f"- {', '.join(f'`{one.name}` {one.when}' for one in source.programs)}",
        "variables": "\n".join(
            f"| `{one.name}` | {one.description} |" for one in source.environment
        ),
        "formats": tables.formats(),
        "prices": tables.prices(),
    }


REQUIRED = ("tools", "next_codes", "connecting", "examples", "tips", "limit", "inputs", "formats",
            "api_url", "web_url", "prices", "programs")  # fmt: skip
"""What every page has to say, whatever its words."""


def _problems(template: Template, skill: Profile, page: str) -> list[str]:
    asked = set(template.get_identifiers())
    required = {
        *REQUIRED,
        *(["affiliation"] if skill.not_affiliated_with else []),
        *(["style"] if skill.style_prefix else []),
    }
    problems = [f"${{{name}}}: every page says this" for name in sorted(required - asked)]
    lines = page.count("\n")
    if lines > MOST_LINES:
        problems.append(f"the page has {lines} lines; {MOST_LINES} are the most")
    if tokens(page) > MOST_TOKENS:
        problems.append(f"the page has about {tokens(page)} tokens; {MOST_TOKENS} are the most")
    return problems
