"""What the checks look at: the user's settings, as far as they can be used, and what hangs on them.

A variable that is wrong is named once and then left out, so that it spoils no other check.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from t2v import identity, people
from t2v.checks import way
from t2v.checks.proxies import Proxy, proxy_for
from t2v.clock import Budget
from t2v.context import Context
from t2v.errors import SkillError
from t2v.settings import Settings

OURS = ("NEMO_", "T2V_", "SKILL_SOURCE", "XDG_CONFIG_HOME")
"""How the variables that we read begin."""


class Patient:
    """The computer, through the eyes of the tools. Closed by who made it."""

    def __init__(self, context: Context, text: str | None, budget: Budget) -> None:
        """Look at what `context` would work with, for at most `budget`."""
        given = context.environment
        self.wrong = wrong_variables(given)
        self.environment = {name: given[name] for name in given if name not in self.wrong}
        context.environment = self.environment
        self.context, self.text, self.budget = context, text, budget

    @property
    def settings(self) -> Settings:
        """What they say."""
        return self.context.settings

    @property
    def home(self) -> Path:
        """The state folder that the tools of all skills share."""
        return self.settings.home

    @property
    def launchers(self) -> Path:
        """The folder of the tools."""
        return people.launcher("doctor").parent

    @cached_property
    def proxy(self) -> Proxy | None:
        """The proxy that calls of the service go through; None for none, or one that is wrong."""
        try:
            return proxy_for(self.settings.api_url)
        except ValueError:
            return None

    @cached_property
    def answer(self) -> way.Answer:
        """What the service's address answers; asked once.

        Raises:
            BlockedError: how far the way goes.
        """
        route = way.Route(self.settings.api_url, self.proxy, way.certificates(self.environment))
        return way.ask(route, self._headers(), self.budget.left)

    def _headers(self) -> dict[str, str]:
        """Say who asks, as every call does, where the skill's page can be read."""
        try:
            skill = self.context.skill
            place = identity.platform(skill.folder, Path.home(), self.settings.platform)
            return identity.skill_headers(skill, place)
        except (SkillError, ModuleNotFoundError, OSError, RuntimeError):
            return {}


def wrong_variables(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of ours that cannot be used, each with what is wrong about it."""
    wrong = {}
    for name in sorted(environment):
        if name.startswith(OURS):
            try:
                _read(name, environment[name])
            except SkillError as error:
                wrong[name] = error.say
    return wrong


def _read(name: str, value: str) -> None:
    """Read one variable by itself, as each of its readers does."""
    settings = Settings.read({name: value})
    if settings.client_id:
        identity.client_id(None, settings.client_id)
    identity.platform(Path(), Path(), settings.platform)
