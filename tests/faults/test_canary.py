"""Tokens, client ids and signed links are looked for in every byte that a run leaves or shows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from t2v.workers.kinds import KINDS
from tests.faults.accounts import VIDEO
from tests.faults.canaries import CLIENT, OWN, Watch, in_files, in_texts, secrets
from tests.faults.forge import NEVER, ROOT, Forge, Order, Run
from tests.faults.pretend import FILM, PretendService
from tests.faults.sequences import TROUBLES
from tests.faults.strikes import Strike
from tests.faults.tallies import tally
from tests.films import MP4
from tests.tools.schema import validate

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks and /proc")

VERBS: tuple[tuple[str, ...], ...] = (
    ("connect",),
    ("upload", "clip.mp4"),
    ("send", "add a title"),
    ("state",),
    ("credits", "--history"),
    ("export", "--output", "{name}.mp4"),
    ("create", "a cat", "--output", "{name}-2.mp4"),
    ("jobs", "list"),
)
WRONG = {
    True: ("", "html", "reset", "cut", "hostile", "gone", "failed", "forbidden"),
    False: ("", "reset", "gone"),
}
"""What goes wrong at every endpoint that knows it, with a token of one's own and a free one."""

CRASHES_EVERY = 307
"""Places from one crash to the next: a prime, as with kills."""


def works(verb: tuple[str, ...]) -> bool:
    """Whether a worker does it."""
    return verb[0] in {kind.tool for kind in KINDS.values()}


class User:
    """Somebody with a home, a workspace, and a token or none."""

    def __init__(self, forge: Forge, service: PretendService, root: Path, *, own: bool) -> None:
        """Open the account; nothing has been run yet."""
        self.forge, self.service, self.root, self.own = forge, service, root, own
        (root / "workspace").mkdir(parents=True)
        (root / "workspace" / "clip.mp4").write_bytes(MP4)
        service.troubles.clear()
        service.clients.clear()
        self.environment = {
            **os.environ,
            "T2V_HOME": str(root / "home"),
            "NEMO_API_URL": service.url,
            "TMPDIR": str(root),
        }
        if own:
            service.open_account(OWN)
            self.environment |= {"NEMO_TOKEN": OWN, "NEMO_CLIENT_ID": CLIENT}

    def run(self, *command: str, strikes: dict[str, Strike] | None = None) -> Run:
        """Run a tool, and look for secrets in what it shows and keeps."""
        order = Order(self.environment, self.root / "workspace", strikes=strikes or {})
        ran = self.forge.run(order, *command)
        self.look(ran.stdout, ran.stderr)
        return ran

    def begin(self) -> None:
        """Connect, and have a film in the timeline."""
        self.run("connect")
        for project in self.service.accounts[OWN].sessions.values():
            project.tracks.append(VIDEO)

    def look(self, *texts: str) -> None:
        """Look for secrets: in these texts, and in every file of the user."""
        known = secrets(self.root / "home", own=self.own)
        known |= {"given": CLIENT} if self.own else {}
        found = [*in_texts(texts, known), *in_files(self.root, known, own=self.own)]
        tally(secrets=len(found))
        assert found == []


def test_a_secret_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(f"see {OWN}", "ascii")
    assert in_files(tmp_path, {"token": OWN}, own=True) == [("token", "note.txt")]
    assert in_texts((f"it is {OWN}.",), {"token": OWN}) != []
    watch = Watch(str(tmp_path), OWN)
    with subprocess.Popen(
        [sys.executable, "-c", "input()", OWN],
        env={**os.environ, "T2V_HOME": str(tmp_path), "NEMO_TOKEN": OWN},
        stdin=subprocess.PIPE,
    ) as process:
        watch.look()
        process.communicate(b"\n")
    assert in_texts(watch.commands, {"token": OWN}) != []
    assert watch.holders == watch.commands


def urls_are_clean(service: PretendService) -> None:
    """No token and no client id in an address; no header of ours where a signed link leads."""
    for seen in service.history:
        assert OWN not in seen.path
        assert "free" not in seen.path
        assert CLIENT not in seen.path
    for seen in service.calls(FILM):
        assert not {"authorization", "x-client-id", "cookie"} & {
            name.lower() for name in seen.headers
        }


@pytest.mark.parametrize("own", [True, False], ids=["own token", "free token"])
def test_no_verb_shows_or_keeps_a_secret_whatever_goes_wrong(
    forge: Forge, service: PretendService, tmp_path: Path, *, own: bool
) -> None:
    user = User(forge, service, tmp_path, own=own)
    for trouble in WRONG[own]:
        for verb in VERBS:
            pairs = [(name, trouble) for name, kinds in TROUBLES.items() if trouble in kinds]
            service.troubles[:] = pairs
            user.run(*(word.format(name=trouble or "film") for word in verb))
            service.finish()
    urls_are_clean(service)
    assert service.calls(FILM)


def test_a_refused_token_is_not_shown(
    forge: Forge, service: PretendService, tmp_path: Path
) -> None:
    user = User(forge, service, tmp_path, own=True)
    user.run("connect")
    service.accounts[OWN].expired.add(OWN)
    codes = {user.run(*(word.format(name="x") for word in verb)).code for verb in VERBS}
    assert codes == {0, 77}


@pytest.mark.parametrize(
    ("verb", "who"),
    [(verb, who) for verb in VERBS for who in ("tool", "worker") if who == "tool" or works(verb)],
    ids=lambda one: one if isinstance(one, str) else one[0],
)
def test_a_crash_shows_where_and_not_with_what(
    forge: Forge, service: PretendService, tmp_path: Path, verb: tuple[str, ...], who: str
) -> None:
    """Whatever nobody foresaw, wherever it happens: one line of JSON, and a traceback without."""
    words = [word.format(name="film") for word in verb]
    counting = User(forge, service, tmp_path / "0", own=True)
    counting.begin()
    places = counting.run(*words, strikes={who: NEVER}).places[who]
    for at in range(1 + len(verb[0]), places, CRASHES_EVERY):
        user = User(forge, service, tmp_path / str(at), own=True)
        user.begin()
        ran = user.run(*words, strikes={who: Strike(at, "crash")})
        if ran.stdout:
            validate(verb[0], ran.document, ran.code)


def test_no_command_line_holds_a_secret_and_only_those_who_call_hold_the_token(
    service: PretendService, tmp_path: Path
) -> None:
    """Everybody on a computer can read the command lines of all processes."""
    service.open_account(OWN)
    (tmp_path / "workspace").mkdir()
    environment = {
        **os.environ,
        "T2V_HOME": str(tmp_path / "home"),
        "NEMO_API_URL": service.url,
        "NEMO_TOKEN": OWN,
        "NEMO_CLIENT_ID": CLIENT,
    }
    watch = Watch(str(tmp_path / "home"), OWN)
    with watch.watching():
        for command in (("create", "a quiet cat"), ("state", "--picture", "x.png")):
            done = subprocess.run(
                [sys.executable, str(ROOT / "tools" / f"{command[0]}.py"), *command[1:]],
                cwd=tmp_path / "workspace",
                env=environment,
                capture_output=True,
                text=True,
                check=True,
                timeout=60,
            )
            known = secrets(tmp_path / "home", own=True)
            assert in_texts((done.stdout, done.stderr), {**known, "given": CLIENT}) == []
    assert in_texts(watch.commands, {"token": OWN, "client": CLIENT}) == []
    others = [one for one in watch.holders if "tools" not in one]
    assert others == []
    assert any("t2v_studio picture" in one for one in watch.commands - watch.holders)
