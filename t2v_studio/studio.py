"""The studio put together: every part once, made in the order in which they need each other."""

from __future__ import annotations

from anyio import CapacityLimiter

from t2v.clock import Clock
from t2v.disk import private_folder
from t2v_studio.accounts import Accounts
from t2v_studio.chats import Chats
from t2v_studio.cleaning import Cleaning
from t2v_studio.crafts import REAL, Crafts
from t2v_studio.database import Database
from t2v_studio.ledger import Ledger
from t2v_studio.links import Links
from t2v_studio.projects import Projects
from t2v_studio.record import Record
from t2v_studio.rendering import Rendering
from t2v_studio.renders import Renders
from t2v_studio.sessions import Sessions
from t2v_studio.settings import Settings
from t2v_studio.uploads import Uploads

_LOOKERS = 4
"""How many files are fetched or opened at once; threads that answer others wait for none of it."""


class Studio:
    """Everything that the routes use. Lives as long as the server."""

    def __init__(
        self, settings: Settings, token: str, *, crafts: Crafts = REAL, clock: Clock | None = None
    ) -> None:
        """Open the studio's folder and pick up what the last one left.

        Args:
            settings: how it is set up.
            token: the owner's token for this start.
            crafts: how files are looked into and films made.
            clock: the time; tests bring their own.
        """
        clock = clock or Clock()
        self.settings = settings
        self.crafts = crafts
        self.clock = clock
        home = private_folder(settings.home)
        self.record = Record(home / "requests.ndjson", clock)
        self.database = Database(home / "studio.sqlite3")
        self.ledger = Ledger(self.database, clock)
        self.accounts = Accounts(self.database, self.ledger, settings, clock)
        self.sessions = Sessions(self.database, clock, settings.sessions)
        self.uploads = Uploads(self.database, settings, crafts, clock)
        self.projects = Projects(self.sessions, self.uploads, crafts)
        self.renders = Renders(self.database, home, clock)
        self.cleaning = Cleaning(self.database, self.uploads, self.renders, settings, clock)
        self.rendering = Rendering(self.renders, self.uploads, crafts, settings, clean=self.clean)
        expect = self.rendering.expect
        self.chats = Chats(self.ledger, self.projects, settings, clock, expect)
        self.lookers = CapacityLimiter(_LOOKERS)
        self.links = Links(self.database, clock, settings.link_s)
        self.ledger.recover(frozenset)
        self.accounts.admit_owner(token)

    @property
    def busy(self) -> bool:
        """Whether work goes on that must not be interrupted."""
        return self.chats.running > 0 or self.renders.waiting() > 0

    def clean(self) -> None:
        """Throw away what is too old or too much; give back what lost operations had reserved."""
        self.cleaning.run()
        self.ledger.recover(self.chats.operations)

    def start(self) -> None:
        """Begin to work."""
        self.clean()
        self.rendering.start()

    async def stop(self) -> None:
        """End all work in good order: chats give credits back, renders wait for the next start."""
        await self.chats.stop()
        self.rendering.stop()
        self.record.close()
        self.database.close()
