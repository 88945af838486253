"""Arguments as a JSON Schema and back: what a host sends is what the tool's own parser reads."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from t2v import people
from t2v_mcp.arguments import OUTPUT, command_line, schema
from t2v_mcp.verbs import Hints, Verb


def parser() -> argparse.ArgumentParser:
    """Return a parser with every kind of argument that a launcher may declare."""
    made = argparse.ArgumentParser()
    made.add_argument("first")
    made.add_argument("rest", nargs="*")
    made.add_argument("--flag", action="store_true", help="say so")
    made.add_argument("--count", type=int, default=3)
    made.add_argument("--path", type=Path)
    made.add_argument("--pick", choices=("a", "b"), required=True)
    made.add_argument("--size", type=int, choices=(1, 2))
    made.add_argument("--pair", nargs=2)
    made.add_argument("--many", nargs="+", action="extend")
    made.add_argument("--more", action="append")
    made.add_argument("--json", action="store_true")
    return made


def test_each_kind_of_argument_is_described() -> None:
    described = schema(parser())
    Draft202012Validator.check_schema(described)
    assert described["required"] == ["first", "pick"]
    assert described["additionalProperties"] is False
    assert described["properties"] == {
        "first": {"type": "string"},
        "rest": {"type": "array", "items": {"type": "string"}},
        "flag": {"type": "boolean", "default": False, "description": "say so"},
        "count": {"type": "integer", "default": 3},
        "path": {"type": "string"},
        "pick": {"type": "string", "enum": ["a", "b"]},
        "size": {"type": "integer", "enum": [1, 2]},
        "pair": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2},
        "many": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        "more": {"type": "array", "items": {"type": "string"}},
    }


@pytest.mark.parametrize(
    "given",
    [
        {"first": "a cat"},
        {"first": "--flag", "flag": False},
        {"first": "-", "rest": ["-x", ""], "flag": True},
        {"first": "x", "path": "-p", "count": -2, "size": 2, "pair": ["a", "b"]},
        {"first": "x", "many": ["-a", "--flag", "b"], "more": ["-c", "d=e"]},
        {"first": "猫\n'\"$(x)"},
    ],
    ids=str,
)
def test_what_is_given_arrives(given: dict[str, Any]) -> None:
    given = {**given, "pick": "b"}
    Draft202012Validator(schema(parser())).validate(given)
    read = vars(parser().parse_args(command_line(parser(), given)))
    expected = {**given, "path": Path(given["path"])} if "path" in given else given
    assert {name: read[name] for name in given} == expected


@pytest.mark.parametrize("name", people.VERBS)
def test_every_launcher_can_be_described(name: str) -> None:
    verb = Verb(name)
    Draft202012Validator.check_schema(verb.schema)
    described = verb.schema["properties"]
    assert {action.dest for action in verb.parser._actions} == set(described) | OUTPUT
    assert [name for name, one in described.items() if not one.get("description")] == []
    assert verb.command({})[1] == str(verb.launcher)


def test_a_verb_that_nobody_described_may_do_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("t2v_mcp.verbs.HINTS", {})
    assert Verb("route").hints == Hints(reads=False, destroys=True, repeats=False, outside=True)
