"""A token that cannot be shown by accident."""

from __future__ import annotations

from collections.abc import Mapping

from t2v.errors import SkillError

VARIABLES = frozenset({"NEMO_TOKEN", "NEMO_CLIENT_ID"})
"""Variables of the environment that are secret."""

LIMIT = 4096
"""Characters; real tokens have about 50."""


class Secret:
    """A bearer token. Neither `repr`, `str` nor a traceback's locals show it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        """Check the form before anything is sent.

        Raises:
            SkillError: `bad_token` when it is empty, too long, or no line of visible ASCII.
        """
        if not 0 < len(value) <= LIMIT or not all("!" <= char <= "~" for char in value):
            raise SkillError("bad_token")
        self._value = value

    def reveal(self) -> str:
        """Return the token itself, for the header and the 0600 file only."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(...)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)


def without_secrets(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables for a program that does not call the service, and needs no secret."""
    return {name: value for name, value in environment.items() if name not in VARIABLES}
