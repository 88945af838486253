"""What a command may use, made when it is first asked for.

The lazy imports below are the engine's only ones: a tool pays for what it uses, and `route.py`
never pays for requests or yaml.
"""

from __future__ import annotations

from collections.abc import Mapping


class Context:
    """The parts of the engine, each made once."""

    def __init__(self, environment: Mapping[str, str], *, local: bool = False) -> None:
        """Keep what the parts are made from."""
        self.environment = environment
        self.local = local

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], *, local: bool) -> Context:
        """Make the context of a run of a tool."""
        return cls(environment, local=local)

    def close(self) -> None:
        """Let go of connections and locks."""
