"""What must be true after a kill and the next calls: what was said against the service's books."""

from __future__ import annotations

from typing import Any

from t2v.endpoints import ANONYMOUS_TOKEN
from t2v.report import Exit
from tests.faults.forge import Run
from tests.faults.killing import AGAIN, LATER_S, PATIENCE, Trial
from tests.films import MP4

NOT_BEGUN = frozenset({"nothing_to_resume", "not_sent", "no_change"})
"""What a user hears whose words never went out."""


def prove(trial: Trial, at: int) -> bool:
    """Kill at that place, go on, and check; return whether anybody was killed."""
    struck = trial.strike(at)
    _written_before_sent(trial)
    killed = struck.killed or trial.scene.who not in struck.places
    then = trial.go_on()
    if not trial.scene.running:
        assert trial.leftovers() == [], trial.leftovers()
    _PROOFS[trial.scene.tool](trial, struck, then)
    if trial.scene.own:
        _nothing_is_stuck(trial)
        _books_agree(trial)
    return killed


def _written_before_sent(trial: Trial) -> None:
    """Every post that may cost something was written down before it went out."""
    intents = [row["kind"] for row in trial.rows("intent")]
    if not trial.scene.own:
        assert len(trial.service.calls(ANONYMOUS_TOKEN)) <= intents.count("token")
        return
    asked = sum(kind in ("generate", "edit") for kind in intents)
    assert len(trial.account.sent) <= asked
    assert len(trial.account.rendered) <= intents.count("render")


def _connected(trial: Trial, struck: Run, then: Run) -> None:
    """A free token that was kept is used; one whose answer was lost is asked for no second way."""
    if trial.scene.own:
        assert then.code == Exit.OK
        return
    clients = {seen.headers["X-Client-Id"] for seen in trial.service.calls(ANONYMOUS_TOKEN)}
    assert len(clients) == 1
    if then.code:
        assert then.document["error"]["code"] == "token_quota"
        assert struck.stdout == ""


def _uploaded(_trial: Trial, _struck: Run, then: Run) -> None:
    assert then.code == Exit.OK


def _sent(trial: Trial, struck: Run, then: Run) -> None:
    """The message went out once or not at all, and the user hears which."""
    assert len(trial.account.sent) <= 1
    answer = _told(struck, then)
    if trial.account.sent:
        assert answer["charged"] == "yes"
        assert answer["data"]["credits_spent"] == sum(trial.account.charges.values())
    else:
        assert answer["error"]["code"] in NOT_BEGUN
        assert answer["charged"] == "no"


def _exported(trial: Trial, struck: Run, then: Run) -> None:
    """A render that was asked for is found and brought; nothing is rendered twice."""
    answer = _told(struck, then)
    film = trial.workspace / "film.mp4"
    if answer["ok"]:
        assert len(trial.account.rendered) == 1
    else:
        assert answer["error"]["code"] in (*NOT_BEGUN, "render_lost"), answer
        assert not trial.account.rendered
        assert trial.run("export", "--output", "film.mp4", ahead_s=LATER_S).code == Exit.OK
    assert film.read_bytes() == MP4
    assert [path.name for path in trial.workspace.iterdir() if path.name != "clip.mp4"] == [
        film.name
    ]


def _created(trial: Trial, struck: Run, then: Run) -> None:
    """A film that was paid for comes; one that was not begun costs nothing."""
    assert len(trial.account.sent) <= 1
    answer = _told(struck, then)
    if trial.account.sent:
        assert answer["ok"], answer
        assert answer["charged"] == "yes"
        assert answer["data"]["credits_spent"] == sum(trial.account.charges.values())
        assert len(trial.account.rendered) == 1
        assert (trial.workspace / "film.mp4").read_bytes() == MP4
    else:
        assert answer["error"]["code"] in NOT_BEGUN
        assert answer["charged"] == "no"


def _cancelled(trial: Trial, _struck: Run, then: Run) -> None:
    """The job has ended, whoever ended it; its worker is gone, and nothing is sent again."""
    assert then.document["ok"] or then.document["error"]["code"] == "nothing_to_cancel"
    assert len(trial.account.sent) <= 1
    if then.document["ok"] and then.document["charged"] == "no":
        assert not trial.account.charges
    assert trial.forge.settle() == 0


_PROOFS = {
    "connect": _connected,
    "upload": _uploaded,
    "send": _sent,
    "export": _exported,
    "create": _created,
    "jobs": _cancelled,
}


def _told(struck: Run, then: Run) -> dict[str, Any]:
    """Return the answer that the user has: the next call's, or that of the one before it."""
    document = then.document
    if not document["ok"] and document["error"]["code"] == "nothing_to_resume" and struck.stdout:
        return struck.document
    return document


def _nothing_is_stuck(trial: Trial) -> None:
    """Another message goes through, once."""
    before = list(trial.account.sent)
    again = trial.run("send", AGAIN, *PATIENCE, ahead_s=2 * LATER_S)
    assert again.code == Exit.OK, again.stdout
    assert trial.account.sent in ([*before, AGAIN], [*before, f"{AGAIN}, 10 seconds, 16:9"])
    assert again.document["charged"] == "yes"
    assert trial.leftovers(settled=True) == []


def _books_agree(trial: Trial) -> None:
    """The history tells of every credit that the service took, and of none besides."""
    account = trial.account
    facts = trial.run("credits", "--history", ahead_s=3 * LATER_S).document["data"]
    assert facts["available"] == 1_000 - sum(account.charges.values())
    assert facts["credits_spent_ever"] == sum(account.charges.values()), facts
    assert facts["unknown"] == 0
    assert all(row["charged"] != "unknown" for row in facts["history"])
