"""Rows of the state file with types: one that does not fit counts as none.

Other versions of the tools, and people, write into that file too. Standard library only.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_Record = TypeVar("_Record")

_HINTS: dict[type, Mapping[str, Any]] = {}
"""The types of each record's fields, read once: the ledger has thousands of rows of one kind."""


def record(kind: type[_Record], row: Mapping[str, Any] | None) -> _Record | None:
    """Return the row as a record, or None when a value is missing, odd or of another type."""
    if not row:
        return None
    hints = _HINTS.get(kind) or _HINTS.setdefault(kind, get_type_hints(kind))
    if not all(name in hints and _fits(value, hints[name]) for name, value in row.items()):
        return None
    try:
        return kind(**row)
    except TypeError:
        return None


def _fits(value: object, hint: Any) -> bool:  # noqa: ANN401 - what annotations are
    """Whether the value is of the annotated type; JSON writes whole floats as integers."""
    if get_origin(hint) in (Union, types.UnionType):
        return any(_fits(value, one) for one in get_args(hint))
    kind = get_origin(hint) or hint
    if isinstance(value, bool) or kind is bool:
        return isinstance(value, bool) and kind is bool
    return isinstance(value, (int, float) if kind is float else kind)
