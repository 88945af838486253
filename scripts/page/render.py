"""One skill's page: frontmatter from its data, body from its template."""

from __future__ import annotations

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
    name = f"pages/{skill.slug}.md"
    try:
        template = Template((root / name).read_text("utf-8"))
        body = template.substitute(_values(source, skill, root))
    except OSError as error:
        raise SourceError([f"{name}: the skill has no page template"]) from error
    except KeyError as error:
        raise SourceError([f"{name}: ${{{error.args[0]}}}: nothing has this name"]) from error
    except ValueError as error:
        raise SourceError([f"{name}: {error}"]) from error
    page = f"---\n{_frontmatter(source, skill)}---\n\n{body}"
    problems = [f"{name}: {problem}" for problem in _problems(template, skill, page)]
    if problems:
        raise SourceError(problems)
    return page


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
        "formats": tables.formats(),
        "prices": tables.prices(),
    }


REQUIRED = ("tools", "next_codes", "exit_codes", "examples", "tips", "limit", "inputs", "api_url",
            "prices")  # fmt: skip
"""What every page has to say, whatever its words."""


def _problems(template: Template, skill: Profile, page: str) -> list[str]:
    asked = set(template.get_identifiers())
    required = {*REQUIRED, *(["affiliation"] if skill.not_affiliated_with else [])}
    problems = [f"${{{name}}}: every page says this" for name in sorted(required - asked)]
    lines = page.count("\n")
    if lines > MOST_LINES:
        problems.append(f"the page has {lines} lines; {MOST_LINES} are the most")
    if tokens(page) > MOST_TOKENS:
        problems.append(f"the page has about {tokens(page)} tokens; {MOST_TOKENS} are the most")
    return problems
