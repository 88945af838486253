"""A tool's arguments, from its own parser: as a JSON Schema, and back as a command line.

The launchers stay the only place that knows an argument.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_type_hints

OUTPUT = frozenset({"help", "json", "text", "media_line", "progress"})
"""How a tool prints, which is the server's business."""

KINDS: dict[object, str] = {int: "integer", float: "number", str: "string", Path: "string"}


def schema(parser: argparse.ArgumentParser) -> dict[str, Any]:
    """Return the JSON Schema of what the parser takes."""
    actions = list(_actions(parser))
    described: dict[str, Any] = {
        "type": "object",
        "properties": {action.dest: _property(action) for action in actions},
        "additionalProperties": False,
    }
    required = [action.dest for action in actions if _required(action)]
    return described | ({"required": required} if required else {})


def command_line(parser: argparse.ArgumentParser, given: Mapping[str, Any]) -> list[str]:
    """Return arguments that fit the schema as words, options first."""
    actions = [action for action in _actions(parser) if given.get(action.dest) is not None]
    options = [action for action in actions if action.option_strings]
    words = [word for action in options for word in _option(action, given[action.dest])]
    rest = [one for action in actions if not action.option_strings
            for one in _several(given[action.dest])]  # fmt: skip
    return [*words, "--", *map(str, rest)] if rest else words


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001 - argparse tells nobody else
        if action.dest not in OUTPUT:
            yield action


def _property(action: argparse.Action) -> dict[str, Any]:
    """Return the schema of one argument, with its help as the description."""
    one = _value(action)
    if _adds(action) or action.nargs not in (None, 0, "?"):
        one = {"type": "array", "items": one, **_length(action)}
    if action.default not in (None, [], argparse.SUPPRESS):
        one["default"] = action.default
    return one | ({"description": action.help} if action.help else {})


def _value(action: argparse.Action) -> dict[str, Any]:
    if action.nargs == 0:
        return {"type": "boolean"}
    if action.choices is not None:
        choices = list(action.choices)
        return {"type": KINDS[type(choices[0])], "enum": choices}
    kind: object = action.type or str
    if kind not in KINDS and callable(kind):
        kind = get_type_hints(kind).get("return", str)
    return {"type": KINDS[kind]}


def _length(action: argparse.Action) -> dict[str, int]:
    if isinstance(action.nargs, int):
        return {"minItems": action.nargs, "maxItems": action.nargs}
    return {"minItems": 1} if action.nargs == "+" else {}


def _required(action: argparse.Action) -> bool:
    if action.option_strings:
        return action.required
    return action.nargs not in ("?", "*")


def _option(action: argparse.Action, value: object) -> Iterator[str]:
    """Yield an option's words; `=` keeps a value that begins with a dash from being an option."""
    name = action.option_strings[-1]
    if action.nargs == 0:
        if value:
            yield name
    elif len(_several(value)) > 1 and not _adds(action):
        yield from (name, *map(str, _several(value)))
    else:
        yield from (f"{name}={one}" for one in _several(value))


def _adds(action: argparse.Action) -> bool:
    """Whether the option may come again, each time with more."""
    return isinstance(action, argparse._AppendAction)  # noqa: SLF001 - extend is one, too


def _several(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
