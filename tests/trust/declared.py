"""What the sources say that the tools read, reach and start; and what is declared of it.

The declarations are data in skill.yaml, the addresses a table of the engine. What stands here is
only what neither of them can hold, each with its reason.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from page.source import Source, read_source

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "tools"
SOURCE: Source = read_source(ROOT / "skill.yaml")
MODULES: Mapping[str, str] = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in TOOLS.rglob("*.py")
}

VARIABLE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|(?i:(?:https?|all|no)_proxy)")
"""A constant that looks like this is the name of a variable, or stands in NO_VARIABLES."""
ENVIRONMENTS = re.compile(r"environ|environment|given|getenv")
NO_VARIABLES = {
    "O_NOFOLLOW": "a flag of open()",
    "O_NONBLOCK": "a flag of open()",
    "O_BINARY": "a flag of open()",
    "O_CLOEXEC": "a flag of open()",
    "PATH_OR_URL": "what help calls an argument",
    "FILE_OR_FOLDER": "what help calls an argument",
}
READ_BY_LIBRARIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
"""Read by `get_environ_proxies` of requests, which the client asks for each address."""

ADDRESS = re.compile(r"https?://([\w.-]+\w)")
EXAMPLES = {"example.com": "stands in a sentence about addresses"}

STARTING = re.compile(
    r"\b(?:subprocess\.(?:Popen|run|call|check_call|check_output)"
    r"|os\.(?:system|popen|exec\w*|spawn\w*|posix_spawn\w*|startfile)|create_subprocess_\w+)\("
)


def variables(source: str) -> set[str]:
    """Return the names of environment variables in a module: by their form, or by being read."""
    tree = ast.parse(source)
    own = {text for node in tree.body if _exports(node) for text in _texts(node)}
    named = {text for text in _texts(tree) if VARIABLE.fullmatch(text)} - own
    return {name.upper() for name in named | set(_looked_up(tree))} - NO_VARIABLES.keys()


def hosts(source: str) -> set[str]:
    """Return the hosts that stand in a module's strings, those of examples left out."""
    found = {host for text in _texts(ast.parse(source)) for host in ADDRESS.findall(text)}
    return found - EXAMPLES.keys()


def starts(source: str) -> bool:
    """Tell whether a module starts programs."""
    return any(STARTING.search(ast.unparse(node) + "(") for node in _calls(ast.parse(source)))


def _exports(node: ast.stmt) -> bool:
    """Tell whether a statement is the list of a module's own public names."""
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"


def _texts(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _calls(tree: ast.AST) -> Iterator[ast.expr]:
    return (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))


def _looked_up(tree: ast.AST) -> Iterator[str]:
    """Yield constants that something called an environment is asked for."""
    for node in ast.walk(tree):
        asked: ast.expr | None = None
        if isinstance(node, ast.Subscript) and ENVIRONMENTS.search(ast.unparse(node.value)):
            asked = node.slice
        elif isinstance(node, ast.Call) and node.args:
            whom = ast.unparse(node.func)
            asked = node.args[0] if ENVIRONMENTS.search(whom) else None
        if isinstance(asked, ast.Constant) and isinstance(asked.value, str):
            yield asked.value
