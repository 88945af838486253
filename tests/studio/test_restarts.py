"""What a restart finds, and what is thrown away."""

from __future__ import annotations

from pathlib import Path

from tests.running_studio import running_studio
from tests.studio.listening import eventually
from tests.studio.scripted import Renderer, scripted

# Restarts


def test_a_queued_film_is_made_after_a_restart(tmp_path: Path) -> None:
    stuck = Renderer()
    stuck.proceed.clear()
    with running_studio(tmp_path / "s", scripted(stuck)) as first:
        session = first.session()
        first.say(session, "generate a dog")
        first.render(session)
        eventually(lambda: first.status("render_1")["status"] == "processing")
    with running_studio(tmp_path / "s", scripted()) as second:
        assert second.finished("render_1")["status"] == "completed"
        assert second.state(session)["draft"]["t"]
        assert second.token != first.token


def test_a_film_that_kills_the_studio_is_given_up(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted()) as first:
        session = first.session()
        first.say(session, "generate a dog")
        first.render(session)
        first.finished("render_1")
        first.studio.database.change("UPDATE renders SET status = 'processing', attempts = 3")
    with running_studio(tmp_path / "s", scripted()) as second:
        failed = second.finished("render_1")
        assert (failed["status"], failed["error"]) == ("failed", "interrupted")


def test_a_chat_that_was_killed_costs_nothing_and_its_session_goes_on(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted()) as first:
        session = first.session()
        first.studio.ledger.reserve("owner", "e-killed", "generate", 100)
        assert first.credits()["frozen"] == 100
    with running_studio(tmp_path / "s", scripted()) as second:
        assert second.credits() == {"available": 1_000_000, "frozen": 0, "total": 1_000_000}
        assert second.say(session, "generate a dog")


def test_a_chat_that_is_stopped_gives_its_credits_back(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), pace=20.0) as studio:
        guest = studio.anonymous()
        with guest.chat(guest.session(), "generate a dog", stream=True) as answer:
            next(answer.iter_content(1))
        account = studio.studio.database.row("SELECT account, state FROM ledger WHERE credits=100")
        assert account is not None
    with running_studio(tmp_path / "s", scripted()) as again:
        (row,) = again.studio.database.rows("SELECT state FROM ledger WHERE kind = 'generate'")
        assert row["state"] == "returned"


# Cleaning


def test_old_sessions_and_their_files_are_thrown_away(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted()) as first:
        session = first.session()
        first.say(session, "generate a dog")
        first.render(session)
        first.finished("render_1")
        assert list((first.home / "renders").iterdir())
    with running_studio(tmp_path / "s", scripted(), keep_days=0.0) as second:
        assert list((second.home / "renders").iterdir()) == []
        assert second.status("render_1")["code"] == 404


def test_when_the_disk_is_full_the_oldest_films_go(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), disk_mb=0.009) as studio:
        session = studio.session()
        studio.say(session, "generate a dog")
        for number in (1, 2, 3):
            studio.say(session, f"edit title {number}")
            studio.render(session, id=f"render_{number}")
            studio.finished(f"render_{number}")
        eventually(lambda: len(list((studio.home / "renders").iterdir())) == 2)
        assert studio.status("render_1")["code"] == 404
        assert studio.status("render_3")["status"] == "completed"
