"""A token that cannot be shown by accident."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

import pytest

from t2v.errors import SkillError
from t2v.secret import LIMIT, Secret, without_secrets

TOKEN = "nmv_usr_canary"  # noqa: S105 - a test's own


def test_only_reveal_shows_it() -> None:
    secret = Secret(TOKEN)
    assert secret.reveal() == TOKEN
    for shown in (repr(secret), str(secret), f"{secret}", f"{secret!r:>20}", repr([secret])):
        assert TOKEN not in shown


def test_what_holds_it_does_not_show_it() -> None:
    @dataclass(frozen=True)
    class Holder:
        token: Secret

    assert TOKEN not in repr(Holder(Secret(TOKEN)))
    assert not hasattr(Secret(TOKEN), "__dict__")


def test_a_traceback_with_its_locals_does_not_show_it() -> None:
    def fail(secret: Secret) -> None:
        message = f"no luck with {secret}"
        raise ValueError(message)

    with pytest.raises(ValueError, match="no luck") as caught:
        fail(Secret(TOKEN))
    told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    text = "".join(told.format())
    assert "secret = Secret(...)" in text
    assert TOKEN not in text


def test_equal_tokens_are_equal() -> None:
    assert Secret(TOKEN) == Secret(TOKEN) != Secret("other")
    assert Secret(TOKEN) != TOKEN
    assert len({Secret(TOKEN), Secret(TOKEN)}) == 1


@pytest.mark.parametrize(
    "value",
    ["", " ", "two words", "two\nlines", "tab\t", "tökén", "nul\0", "x" * (LIMIT + 1), "\x7f"],
)
def test_what_cannot_be_a_header_is_refused_without_being_quoted(value: str) -> None:
    with pytest.raises(SkillError) as caught:
        Secret(value)
    assert caught.value.code == "bad_token"
    assert not value.strip() or value not in caught.value.say


@pytest.mark.parametrize("value", ["x", "nmv_usr_a-b.c~d+/=", "x" * LIMIT])
def test_what_can_is_taken(value: str) -> None:
    assert Secret(value).reveal() == value


def test_a_program_that_calls_nobody_gets_everything_else() -> None:
    given = {"NEMO_TOKEN": "x", "NEMO_CLIENT_ID": "y", "PATH": "/bin"}
    assert without_secrets(given) == {"PATH": "/bin"}
