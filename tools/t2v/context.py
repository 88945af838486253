"""What a command may use, made when it is first asked for.

The lazy imports below are the engine's only ones: a tool pays for what it uses, and `route.py`
never pays for requests or yaml.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cached_property

from t2v.errors import SkillError
from t2v.report import Charged, Next

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from t2v.account import Account
    from t2v.backend import Backend
    from t2v.chat import Chat
    from t2v.client import Client
    from t2v.clock import Budget, Clock
    from t2v.conversation import Conversation
    from t2v.costs.balances import Verdict
    from t2v.costs.ledger import Ledger
    from t2v.costs.spending import Spending
    from t2v.draft import Timeline
    from t2v.export import Exporter
    from t2v.jobs import Jobs
    from t2v.measuring import Measuring
    from t2v.phrases import Translation
    from t2v.progress import Progress
    from t2v.projects import Projects
    from t2v.settings import Settings
    from t2v.skill import Skill
    from t2v.store import Store
    from t2v.uploads import Uploader
    from t2v.wishlist import Wishlist
    from t2v.workers.foreman import Foreman

WAIT_S = 45.0
"""How long a tool works when nobody sits before it: hosts kill commands after a minute."""


class Context:
    """The parts of the engine, each made once."""

    def __init__(  # noqa: PLR0913 - what a run can be told
        self,
        environment: Mapping[str, str],
        *,
        local: bool = False,
        clock: Clock | None = None,
        progress: Progress | None = None,
        shown: str = "auto",
        inline: bool = False,
    ) -> None:
        """Keep what the parts are made from.

        Args:
            environment: the user's variables.
            local: whether the studio is wanted, whatever the environment says.
            clock: another time than the system's.
            progress: another sink than standard error.
            shown: the form of what people see meanwhile, on standard error.
            inline: whether long work is done in this process, without a worker.
        """
        self.environment = environment
        self.charged = Charged.NO
        """What this run has cost so far; a failure that comes later does not undo it."""
        self.spent: int | None = 0
        """The credits of that, None when nobody knows."""
        self.inline = inline
        self._local, self._shown = local, shown
        self._clock, self._progress = clock, progress

    def close(self) -> None:
        """Let go of connections."""
        if "client" in self.__dict__:
            self.client.close()

    def stopped(self, code: str) -> SkillError:
        """Return the failure of a run that was stopped, and what goes on without it."""
        task = self.work.watched if "work" in self.__dict__ else None
        if task is not None:
            data = {"job": self.work.facts(task)}
            return SkillError(code, next=(Next.WAIT,), data=data)
        job = self.jobs.open if "jobs" in self.__dict__ else None
        return SkillError(code, next=(Next.WAIT,) if job else (Next.RETRY_NOW,))

    def told(self) -> None:
        """Remember that what this run had to say has been printed."""
        if "work" in self.__dict__:
            self.work.told()

    def budget(self, wait: float | None) -> Budget:
        """Return how long this call may take: as asked, else until done for a person."""
        if wait is None and not sys.stdout.isatty():
            wait = WAIT_S
        return self.clock.budget(wait)

    def look_back(self) -> None:
        """Settle what earlier calls left open, where anything was ever asked."""
        if self.store.ledger.is_dir():
            self.spending.settle_open()

    def charge(self, came: Verdict) -> None:
        """Add what a part of this run has cost."""
        if came.charged is Charged.NO:
            return
        if self.spent is None or came.credits is None:
            self.charged, self.spent = Charged.UNKNOWN, None
        else:
            self.charged, self.spent = came.charged, self.spent + came.credits

    def history(self, most: int) -> tuple[dict[str, Any], tuple[str, ...]]:
        """Return what was asked of this backend before, as data and as a table for people."""
        from t2v.costs import history

        facts = history.facts(self.ledger, self.settings.api_url, most)
        return facts, history.table(facts["history"])

    def draw(self, timeline: Timeline, picture: str, *, force: bool) -> Path:
        """Draw the timeline as a PNG, where the studio is installed, and return its path."""
        from t2v import local

        return local.draw_timeline(timeline.plain(), picture, force=force)

    def translate(self, reply: str) -> Translation:
        """Part a reply of the agent into what is to be done and what it tells."""
        from t2v.external.untrusted import clean
        from t2v.phrases import translate

        return translate(clean(reply))

    @cached_property
    def clock(self) -> Clock:
        """Time."""
        from t2v.clock import Clock

        return self._clock or Clock()

    @cached_property
    def progress(self) -> Progress:
        """Where people see what goes on."""
        from t2v.progress import standard

        return self._progress or standard(self._shown)

    @cached_property
    def settings(self) -> Settings:
        """The user's environment."""
        from t2v.settings import Settings

        return Settings.read(self.environment, local=self._local)

    @cached_property
    def store(self) -> Store:
        """What is remembered between calls."""
        from t2v.store import Store

        return Store(self.settings.home, self.progress.say)

    @cached_property
    def ledger(self) -> Ledger:
        """What was asked that may cost something, and what it came to."""
        from t2v.costs.ledger import Ledger

        return Ledger(self.store, self.clock)

    @cached_property
    def spending(self) -> Spending:
        """What this run may cost: nothing that may goes out without it."""
        from t2v.costs.spending import Spending

        return Spending(self)

    @cached_property
    def skill(self) -> Skill:
        """The skill that these tools belong to."""
        from pathlib import Path

        from t2v.skill import Skill, skill_folder

        return Skill.load(skill_folder(Path(__file__).parent, Path(sys.argv[0])))

    @cached_property
    def key(self) -> str:
        """What the project of this skill on this backend is called in the state file."""
        return f"{self.settings.api_url} {self.skill.slug}"

    @cached_property
    def backend(self) -> Backend:
        """The service; the studio is started when it is wanted and not running."""
        from t2v.backend import Backend

        if not self.settings.local:
            return Backend.hosted(self.settings, self.store)
        from t2v import local

        url, token = local.studio(self.settings.home, self.store, self.clock, self.progress)
        return Backend.studio(self.settings, url, token)

    @cached_property
    def client(self) -> Client:
        """HTTP to the service."""
        from pathlib import Path

        from t2v.client import Client
        from t2v.identity import platform, skill_headers

        place = platform(self.skill.folder, Path.home(), self.settings.platform)
        headers = skill_headers(self.skill, place)
        return Client(
            self.backend.url,
            headers,
            self.clock,
            permit=lambda one: self.spending.require(one),  # noqa: PLW0108 - made when it is needed
        )

    @cached_property
    def account(self) -> Account:
        """The token and the credits."""
        from t2v.account import Account

        return Account(
            self.backend,
            self.store,
            self.client,
            self.clock,
            self.progress,
            asking=lambda: self.spending.for_token(),  # noqa: PLW0108 - as above
        )

    @cached_property
    def projects(self) -> Projects:
        """The session and its state."""
        from t2v.projects import Projects

        return Projects(self.store, self.client, self.account, self.clock, self.key)

    @cached_property
    def jobs(self) -> Jobs:
        """What may be going on at the service."""
        from t2v.jobs import Jobs

        return Jobs(self.store, self.clock, self.key)

    @cached_property
    def work(self) -> Foreman:
        """Workers, for what outlives a call."""
        from t2v.workers.foreman import Foreman

        return Foreman(self)

    @cached_property
    def chat(self) -> Chat:
        """One exchange with the agent."""
        from t2v.chat import Chat

        return Chat(self.client, self.clock, self.progress)

    @cached_property
    def conversation(self) -> Conversation:
        """Messages and what comes of them."""
        from t2v.conversation import Conversation

        return Conversation(self)

    @cached_property
    def uploader(self) -> Uploader:
        """Files and links into the session."""
        from t2v.uploads import Uploader

        return Uploader(self)

    @cached_property
    def wishlist(self) -> Wishlist:
        """What the user asked of the film."""
        from t2v.wishlist import Wishlist

        return Wishlist(self.store, self.key)

    @cached_property
    def measuring(self) -> Measuring:
        """The program that measures videos and makes copies that fit."""
        from t2v.measuring import Measuring

        return Measuring(self.store.folder / "measuring", self.clock, self.progress)

    @cached_property
    def exporter(self) -> Exporter:
        """Render, wait, download."""
        from t2v.export import Exporter

        return Exporter(self)
