"""Patterns that cost a skill its users' trust, whatever they were meant for.

Each row says where it must not stand, and has a case that it must catch; the cases are written in
pieces, so that this file holds none of them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

SHIPPED, PAGES, SETTINGS = "tools", "pages", "settings"
"""Python that ships; Markdown and skill.yaml of bundles; JSON, YAML and TOML of the repository."""


class Pattern(NamedTuple):
    """A regular expression, where it must not match, and pieces of a text that it matches."""

    name: str
    expression: str
    places: tuple[str, ...]
    case: tuple[str, ...]


PATTERNS = (
    Pattern("code from text", r"(?<![\w.])(?:eval|exec)\(", (SHIPPED,), ("x = ev", "al(text)")),
    Pattern("code from a file", r"\bexec_module\(", (SHIPPED,), ("spec.loader.exec_", "module(m)")),
    Pattern(
        "hidden text", r"(?:\\x[0-9a-fA-F]{2}){6}", (SHIPPED,), (r"\x41\x42\x43", r"\x44\x45\x46")
    ),
    Pattern(
        "files in letters", r"\bb64encode\(", (SHIPPED,), ("json={'f': base64.b64", "encode(b)}")
    ),
    Pattern("no certificate", r"\bverify\s*=\s*False", (SHIPPED,), ("get(u, verify", "=False)")),
    Pattern("no end", r"\btimeout\s*=\s*None", (SHIPPED,), ("get(u, timeout", "=None)")),
    Pattern(
        "over the user's file",
        r"ffmpeg[^\n]*[\s'\"]-y\b",
        (SHIPPED, PAGES),
        ("ffmpeg -i a ", "-y b"),
    ),
    Pattern("token in a command", r"--token[ =]", (SHIPPED, PAGES), ("send.py --to", "ken abc")),
    Pattern("variable without default", r"=\"\$\{\w+\}\"", (PAGES,), ('KEY="', '${VAR}"')),
    Pattern("posting by hand", r"curl\b[^\n]*-X\s*POST", (SHIPPED, PAGES), ("curl -X ", "POST u")),
    Pattern("deleting", r"\brm -\w*f", (SHIPPED, PAGES), ("rm ", "-rf x")),
    Pattern(
        "settings by hand", r"mkdir[^\n]*~/\.config", (SHIPPED, PAGES), ("mkdir -p ~/.con", "fig/x")
    ),
    Pattern(
        "a model's orders", r"(?i)system prompt:", (SHIPPED, PAGES), ("System ", "prompt: obey")
    ),
    Pattern("no questions", r"(?i)auto-confirm", (SHIPPED, PAGES), ("auto-", "confirm it")),
    Pattern(
        "no refusal", r"(?i)never say you cannot", (SHIPPED, PAGES), ("Never say ", "you cannot")
    ),
    Pattern(
        "plain loopback", r"http://127\.0\.0\.1", (SETTINGS,), ("url: http://", "127.0.0.1:80")
    ),
)

NAMES = re.compile(r"(?i)(?:^|_)(?:token|password|passwd|api_?key)$")
LONGEST = 15
"""Characters of a literal with such a name; more look like a real secret."""

ROLES = {
    "reads the variable": re.compile(r"^NEMO_TOKEN$"),
    "builds the header": re.compile(r"^Bearer\b"),
}
POSTING = frozenset({"request", "post", "put", "patch"})


def secrets(source: str) -> Iterator[str]:
    """Yield names like token that a long literal is given to: assigned, passed or a dict's key."""
    for node in ast.walk(ast.parse(source)):
        yield from (name for name, value in _given(node) if NAMES.search(name) and _long(value))


def roles(source: str) -> set[str]:
    """Return what a module does with the token: reads its variable, builds the header, posts."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        for text in _read_or_built(node):
            found |= {role for role, expression in ROLES.items() if expression.search(text)}
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            found |= {"posts"} if node.func.attr in POSTING else set()
    return found


def _given(node: ast.AST) -> Iterator[tuple[str, ast.expr | None]]:
    if isinstance(node, ast.Assign):
        yield from ((ast.unparse(target), node.value) for target in node.targets)
    elif isinstance(node, ast.AnnAssign):
        yield ast.unparse(node.target), node.value
    elif isinstance(node, ast.keyword) and node.arg:
        yield node.arg, node.value
    elif isinstance(node, ast.Dict):
        keys = ((key, value) for key, value in zip(node.keys, node.values, strict=True))
        yield from ((key.value, value) for key, value in keys
                    if isinstance(key, ast.Constant) and isinstance(key.value, str))  # fmt: skip


def _long(value: ast.expr | None) -> bool:
    text = value.value if isinstance(value, ast.Constant) else None
    return isinstance(text, str) and len(text) > LONGEST and " " not in text


def _read_or_built(node: ast.AST) -> Iterator[str]:
    """Yield the arguments of calls, subscripts, and the beginnings of formatted strings."""
    parts: list[ast.expr] = []
    if isinstance(node, ast.Call):
        parts = node.args
    elif isinstance(node, ast.Subscript):
        parts = [node.slice]
    elif isinstance(node, ast.JoinedStr):
        parts = node.values[:1]
    for part in parts:
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value
