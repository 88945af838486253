"""Random sequences of what users do and of what goes wrong, and what must hold after each step.

The invariants are numbered as in the fault model: I1 no charging post twice, I2 one line of JSON,
I3 no secret anywhere, I4 the state is whole and private, I5 a film is whole, I6 in time, I7 no
other host, I8 foreign words apart, I9 the books agree. `Desk` checks I2, I6 and I8 itself.
"""

from __future__ import annotations

import json
import shutil
import stat
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from t2v.endpoints import RENDER
from tests.faults import lying
from tests.faults.accounts import Account
from tests.faults.books import Books
from tests.faults.desk import SLUGS, Desk, Said
from tests.faults.hall import Hall
from tests.faults.pretend import FILM, SIGNATURE, PretendService
from tests.faults.tallies import tally
from tests.films import MP4

TOKEN = "nmv_usr_7c21e0"  # noqa: S105 - a test's own
DAY_S = 86_400.0
REFUSALS = ("refused", "html", "reset", "slow down")
LOST = (*REFUSALS, "lost")
TROUBLES = {
    "chat": (*LOST, "gone", "poor", "cut", "later", "free", "no text", "hostile", "error"),
    "state": (*REFUSALS, "gone"),
    "credits": REFUSALS,
    "create session": LOST,
    "upload": LOST,
    "render": LOST,
    "render status": (*REFUSALS, "failed"),
    "film": ("forbidden", "flipped", "cut", "reset", "refused"),
    "render download": ("cut", "reset", "refused"),
}
"""What can go wrong at each endpoint."""

Pairs: TypeAlias = Sequence[tuple[str, str]]
CHATTING = ("chat", "chat", "chat", "state", "credits", "create session")
RENDERING = ("render", "render status", "film", "render download")


def wrong(*endpoints: str) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Return what draws up to three things that go wrong at these endpoints."""
    pairs = [(name, trouble) for name in endpoints for trouble in TROUBLES[name]]
    return st.lists(st.sampled_from(pairs), max_size=3)


GARBAGE = (b"", b"{", b"[]", b'{"version": 1, "sessions": 7}', b'{"version": 99}', b"\0" * 100)
SKILL = st.sampled_from(SLUGS)

_connected: list[tuple[str, int]] = []


def _listen(event: str, args: tuple[object, ...]) -> None:
    if event == "socket.connect" and isinstance(args[1], tuple):
        _connected.append((str(args[1][0]), int(args[1][1])))


sys.addaudithook(_listen)


class Sequences(RuleBasedStateMachine):
    """One user with two skills, and a service with an account."""

    def __init__(self) -> None:
        """Begin with nothing but a token."""
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="t2v-sequences-"))
        (self.root / "workspace").mkdir()
        (self.root / "file").touch()
        self.service = PretendService()
        self.account: Account = self.service.open_account(TOKEN)
        variables = {"NEMO_API_URL": self.service.url, "NEMO_TOKEN": TOKEN}
        self.desk = self.place(self.root / "home", self.root / "workspace", variables)
        self.books = Books()
        self.garbage: bytes | None = None
        self.renders = 0
        _connected.clear()

    def place(self, home: Path, workspace: Path, variables: dict[str, str]) -> Desk | Hall:
        """Return where the tools run."""
        return Desk(home, workspace, variables)

    def teardown(self) -> None:
        """Count what went out twice, and throw it all away."""
        tally(double_sends=len(self.account.sent) - len(set(self.account.sent)))
        self.service.close()
        shutil.rmtree(self.root)

    def run_tool(self, slug: str, *args: str, wrong: Pairs = (), **variables: str) -> Said:
        """Run a tool while this goes wrong, and look for secrets in what it shows."""
        self.service.troubles[:] = wrong
        said = self.desk.run(*args, slug=slug, **variables)
        for secret in (TOKEN, SIGNATURE):
            assert secret not in json.dumps(said.document) + said.stderr
        return said

    # What users do, and what goes wrong meanwhile

    @rule(slug=SKILL, new=st.booleans(), wrong=wrong("create session", "state", "credits"))
    def connect(self, slug: str, new: bool, wrong: Pairs) -> None:  # noqa: FBT001 - its arguments
        said = self.run_tool(slug, "connect", *(["--new"] if new else []), wrong=wrong)
        if new and not said.code:
            self.books.open.pop(slug, None)

    @rule(slug=SKILL, limit=st.sampled_from(("", "", "", "10")), wrong=wrong(*CHATTING))
    def send(self, slug: str, limit: str, wrong: Pairs) -> None:
        words = self.books.begin(slug)
        limited = ["--max-credits", limit] if limit else []
        self.books.hear(slug, self.run_tool(slug, "send", words, *limited, wrong=wrong))

    @rule(slug=SKILL, wrong=wrong(*CHATTING, *RENDERING))
    def create(self, slug: str, wrong: Pairs) -> None:
        self.renders += 2
        words = self.books.begin(slug)
        self.books.hear(slug, self.run_tool(slug, "create", words, wrong=wrong))

    @rule(
        slug=SKILL,
        tool=st.sampled_from(("send", "create")),
        wrong=wrong("state", "credits", *RENDERING),
    )
    def resume(self, slug: str, tool: str, wrong: Pairs) -> None:
        self.renders += 2
        self.books.hear(slug, self.run_tool(slug, tool, "--resume", wrong=wrong))

    @rule(slug=SKILL, resumed=st.booleans(), wrong=wrong("state", "credits", *RENDERING))
    def export(self, slug: str, resumed: bool, wrong: Pairs) -> None:  # noqa: FBT001 - as above
        self.renders += 2
        self.run_tool(slug, "export", *(["--resume"] if resumed else []), wrong=wrong)

    @rule(slug=SKILL, wrong=wrong("upload"))
    def upload(self, slug: str, wrong: Pairs) -> None:
        (self.root / "workspace" / "clip.mp4").write_bytes(MP4)
        self.run_tool(slug, "upload", "clip.mp4", wrong=wrong)

    @rule(
        slug=SKILL,
        call=st.sampled_from((("state",), ("credits",), ("jobs", "list"))),
        wrong=wrong("state", "credits"),
    )
    def look(self, slug: str, call: tuple[str, ...], wrong: Pairs) -> None:
        self.run_tool(slug, *call, wrong=wrong)

    @rule(seconds=st.sampled_from((10.0, 300.0, 2_000.0)))
    def rest(self, seconds: float) -> None:
        self.desk.rest(seconds)

    @rule()
    @precondition(lambda self: self.account.available < 200)
    def top_up(self) -> None:
        self.account.available += 1_000
        self.books.funds += 1_000

    # What goes wrong between

    @rule()
    def the_service_finishes(self) -> None:
        self.service.finish()

    @rule(garbage=st.sampled_from(GARBAGE))
    def the_state_is_spoilt(self, garbage: bytes) -> None:
        folder = self.root / "home" / "text-to-video"
        if folder.is_dir():
            (folder / "state.json").write_bytes(garbage)
            self.books.open.clear()
            self.garbage = garbage

    @rule(slug=SKILL)
    def nothing_can_be_kept(self, slug: str) -> None:
        home = str(self.root / "file" / "home")
        words = self.books.begin(slug)
        self.books.hear(slug, self.run_tool(slug, "send", words, T2V_HOME=home))
        self.books.open.pop(slug, None)

    @rule(days=st.sampled_from((-8, 0, 8)))
    def the_calendar_jumps(self, days: int) -> None:
        self.desk.calendar_s = days * DAY_S

    @rule()
    @precondition(lambda self: TOKEN not in self.account.expired)
    def the_token_expires_for_one_call(self) -> None:
        self.account.expired.add(TOKEN)
        said = self.run_tool(SLUGS[0], "credits")
        self.account.expired.clear()
        assert said.failure in ("token_expired", "rate_limited", "network", "bad_response")

    # What must hold

    @invariant()
    def the_books_agree(self) -> None:
        self.books.check(self.account)
        assert len(set(self.account.rendered)) == len(self.account.rendered) <= self.renders
        assert len(self.service.calls(RENDER)) <= self.renders

    @invariant()
    def the_state_is_whole_and_private(self) -> None:
        path = self.root / "home" / "text-to-video" / "state.json"
        if path.exists() and path.read_bytes() != self.garbage:
            json.loads(path.read_bytes())
            assert stat.S_IMODE(path.stat().st_mode) == 0o600

    @invariant()
    def films_are_whole_and_nothing_secret_is_kept(self) -> None:
        for path, data in lying.things(self.root):
            assert TOKEN.encode() not in data, path
            assert SIGNATURE.encode() not in data, path
            assert path.suffix != ".mp4" or data == MP4, path

    @invariant()
    def nobody_else_is_asked(self) -> None:
        port = int(self.service.url.rpartition(":")[2])
        assert {one[1] for one in _connected} <= {port}
        for seen in self.service.calls(FILM):
            ours = [
                name for name in seen.headers if name.lower().startswith(("x-", "auth", "cook"))
            ]
            assert ours == []
