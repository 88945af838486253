"""Batches from a table to a manifest, against the studio: once, again, with limits and stops."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from collections.abc import Callable
from typing import Any

import pytest

from t2v.batches import making, workshop
from t2v.batches.folder import Folder
from t2v.errors import SkillError
from t2v.report import Charged, Exit, Next
from tests.batches.checking import files, written
from tests.batches.conftest import Batch
from tests.fake_time import FakeTime

FIELDS = {
    "id", "sample", "row", "prompt", "prompt_sha256", "category", "dimension", "state", "file",
    "session", "task", "render", "requested", "delivered", "differs", "credits_before",
    "credits_after", "credits", "charged", "error", "say", "external", "bytes", "sha256",
    "started_at", "ended_at", "attempts", "versions",
}  # fmt: skip


def code_of(batch: Batch, **order: Any) -> SkillError:
    """Return how a run fails."""
    with pytest.raises(SkillError) as caught:
        batch.run(**order)
    return caught.value


def test_each_row_becomes_a_video_and_a_line_of_the_manifest(
    batch: Batch, spent: Callable[[], int]
) -> None:
    report = batch.run()
    assert (report.data["made"], report.data["failed"], report.charged) == (3, 0, Charged.YES)
    assert report.next == (Next.DELIVER_FILE,)
    assert spent() == report.data["credits_spent"] == 300
    rows = batch.manifest()
    assert [row["file"] for row in rows] == ["a1.mp4", "b2.mp4", "c3.mp4"]
    for row in rows:
        film = (batch.output / row["file"]).read_bytes()
        assert set(row) == FIELDS
        assert row["sha256"] == hashlib.sha256(film).hexdigest()
        assert row["prompt_sha256"] == hashlib.sha256(row["prompt"].encode()).hexdigest()
        assert row["credits_before"] - row["credits_after"] == row["credits"] == 100
        assert {"duration_s", "width", "height", "fps", "audio"} <= set(row["delivered"])
        assert row["requested"]["duration_s"] == 3
    assert len({row["session"] for row in rows}) == 3


def test_what_was_not_drawn_is_told_apart_from_what_we_say(batch: Batch) -> None:
    batch.table = written(
        batch.folder, "p.csv", "id,prompt\nq1,a dog with a qwertzu on the beach for 3 seconds\n"
    )
    report = batch.run()
    (row,) = batch.manifest()
    assert row["external"]["untrusted"] is True
    assert "qwertzu" in row["external"]["text"]
    assert report.external is not None
    assert report.external.text.startswith("q1: ")
    assert "qwertzu" in report.external.text
    assert "qwertzu" not in report.say
    page = (batch.output / "index.html").read_text("utf-8")
    assert "The service said: <bdi>" in page
    assert batch.run(source="").external is not None


def test_what_is_done_is_not_done_again(batch: Batch, spent: Callable[[], int]) -> None:
    batch.run(limit=1)
    made = {one: (batch.output / one).stat().st_mtime_ns for one in files(batch.output)}
    assert batch.states() == {"a1": "done"}
    batch.run()
    assert batch.states() == dict.fromkeys(("a1", "b2", "c3"), "done")
    assert (batch.output / "a1.mp4").stat().st_mtime_ns == made["a1.mp4"]
    again = batch.run(source="")
    assert spent() == again.data["credits_total"] == 300
    assert (again.charged, again.data["credits_spent"]) == (Charged.NO, 0)
    assert again.data["balance_fell"] == 300


def test_rows_can_be_steps_of_one_project(batch: Batch) -> None:
    batch.table = written(
        batch.folder, "steps.csv", "prompt\na dog runs for 3 seconds\nadd the title Hello\n"
    )
    batch.run(one_session=True)
    first, second = batch.manifest()
    assert first["session"] == second["session"]
    assert (first["credits"], second["credits"]) == (100, 50)
    assert (first["file"], second["file"]) == ("0001.mp4", "0002.mp4")


def test_several_at_a_time_are_all_made(batch: Batch, spent: Callable[[], int]) -> None:
    data = batch.run(jobs=3).data
    assert (data["made"], data["balance_fell"]) == (3, 300)
    assert spent() == 300


def test_a_file_of_a_row_goes_into_its_session(batch: Batch) -> None:
    batch.run(limit=1)
    written(batch.folder, "clip.mp4", (batch.output / "a1.mp4").read_bytes())
    shutil.rmtree(batch.output)
    batch.table = written(batch.folder, "e.csv", "file,edit\nclip.mp4,add the title Hello\n")
    report = batch.run()
    assert (report.data["made"], report.data["failures"]) == (1, {})


def test_credits_end_the_batch_where_the_user_said(batch: Batch, spent: Callable[[], int]) -> None:
    error = code_of(batch, max_credits=250)
    assert (error.code, error.charged) == ("over_budget", Charged.YES)
    assert "2 of 3 videos are made" in error.say
    assert spent() == 200
    assert list(batch.states().values()) == ["done", "done", "waiting"]
    assert code_of(batch, source="").code == "over_budget", "the limit is remembered"
    assert batch.run(max_credits=300).data["made"] == 3


def test_without_a_limit_nothing_is_spent_at_the_service(batch: Batch) -> None:
    batch.environment |= {"NEMO_API_URL": "http://127.0.0.1:9", "NEMO_TOKEN": "nmv_usr_own"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.batches.conftest.Context", _hosted)
        error = code_of(batch)
    assert (error.code, error.failure.exit) == ("limit_needed", Exit.DENIED)
    assert (error.data["estimate"], error.data["videos"]) == (300, 3)
    assert "--max-credits" in error.say
    assert not batch.output.exists()


def _hosted(environment: Any, *, local: bool, **parts: Any) -> Any:
    from t2v.context import Context

    return Context(environment, local=False, **parts)


def test_a_look_sends_nothing_and_writes_nothing(batch: Batch, spent: Callable[[], int]) -> None:
    report = batch.run(dry_run=True)
    assert (report.data["rows"], report.data["estimate"]) == (3, 300)
    assert spent() == 0
    assert not batch.output.exists()


def test_bad_rows_stop_it_before_anything_is_there(batch: Batch, spent: Callable[[], int]) -> None:
    batch.table = written(batch.folder, "p.csv", "id,prompt\na,a dog for 3 seconds\n../b,x\n")
    error = code_of(batch)
    assert (error.code, error.data["bad"]) == ("bad_rows", {"id_slash": 1})
    assert files(batch.output) == ["bad-rows.csv"]
    assert spent() == 0
    assert batch.run(skip_bad=True).data["made"] == 1


def test_a_folder_that_is_in_use_is_left_alone(batch: Batch) -> None:
    written(batch.output, "mine.txt", "x")
    assert code_of(batch).code == "output_not_empty"
    assert files(batch.output) == ["mine.txt"]


@pytest.mark.parametrize("change", [{"layout": "kaggle"}, {"samples": 2}, {"quality": "low"}])
def test_another_batch_in_the_folder_is_told(batch: Batch, change: dict[str, Any]) -> None:
    batch.run(limit=1)
    before = files(batch.output)
    assert code_of(batch, limit=1, **change).code == "other_batch"
    written(batch.folder, "prompts.csv", "id,prompt\nz,other\n")
    assert code_of(batch, limit=1).code == "other_batch"
    assert files(batch.output) == before


def test_two_processes_do_not_work_in_one_folder(batch: Batch) -> None:
    batch.run(limit=1)
    with Folder(batch.output).alone():
        assert code_of(batch).code == "busy"


def test_a_failed_row_is_told_and_tried_again_when_asked(
    batch: Batch, monkeypatch: pytest.MonkeyPatch, spent: Callable[[], int]
) -> None:
    run = making.Making.run

    def failing(self: making.Making, *args: Any) -> Any:
        if self._item.id == "b2":
            raise SkillError("agent_failed")
        return run(self, *args)

    with monkeypatch.context() as patch:
        patch.setattr(making.Making, "run", failing)
        report = batch.run()
    assert (report.data["failed"], report.data["failures"]) == (1, {"agent_failed": 1})
    assert report.next == (Next.DELIVER_FILE, Next.ASK_USER)
    assert batch.states() == {"a1": "done", "b2": "failed", "c3": "done"}
    assert batch.manifest()[1]["error"] == "agent_failed"
    assert batch.run().data["failed"] == 1, "a failed row is left alone"
    assert batch.run(retry_failed=True).data["made"] == 3
    assert spent() == 300


def test_somebody_who_asks_to_stop_gets_what_was_begun(
    batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = making.Making.run

    def stopping(self: making.Making, *args: Any) -> Any:
        Folder(batch.output).stop()
        made = run(self, *args)
        self._context.clock.sleep(2 * workshop.LOOK_S)  # until somebody has looked
        return made

    with monkeypatch.context() as patch:
        patch.setattr(making.Making, "run", stopping)
        error = code_of(batch)
    assert (error.code, error.failure.exit) == ("batch_stopped", Exit.INTERRUPTED)
    assert list(batch.states().values()) == ["done", "waiting", "waiting"]
    assert batch.run().data["made"] == 3


def test_trouble_that_every_row_would_meet_stops_it(
    batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def full(self: making.Making, *_: Any) -> None:
        tried.append(self._item.id)
        raise SkillError("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(making.Making, "run", full)
        assert code_of(batch).code == "disk_full"
    assert tried == ["a1"]
    assert set(batch.states().values()) == {"waiting"}


def test_a_layout_has_its_folders_and_its_table(batch: Batch) -> None:
    batch.run(layout="kaggle")
    assert [one for one in files(batch.output) if one.endswith(".mp4")] == [
        "videos/a1.mp4", "videos/b2.mp4", "videos/c3.mp4",
    ]  # fmt: skip
    rows = list(csv.DictReader((batch.output / "submission.csv").read_text().splitlines()))
    assert [(row["id"], row["video"]) for row in rows][:1] == [("a1", "videos/a1.mp4")]


def test_the_page_names_the_files_and_loads_nothing_else(batch: Batch) -> None:
    batch.table = written(batch.folder, "p.csv", "id,prompt\na,<img src=x> a dog for 3 seconds\n")
    batch.run()
    measured = {"videos": [{"file": "a.mp4", "metrics": {"motion": 0.25}}]}
    written(batch.output / "evaluation", "evaluation.json", json.dumps(measured))
    batch.run()
    page = (batch.output / "index.html").read_text("utf-8")
    assert '<video src="a.mp4"' in page
    assert "<img" not in page
    assert "default-src 'none'" in page
    assert '<td class="n">0.25</td>' in page
    assert "http:" not in page
    assert "https:" not in page


def test_a_journal_that_is_none_is_told(batch: Batch) -> None:
    written(batch.output / ".batch", "journal.db", "no database at all" * 100)
    assert code_of(batch).code == "batch_unusable"


def test_a_service_that_nobody_can_reach_is_told_at_once(batch: Batch) -> None:
    batch.environment |= {"NEMO_API_URL": "http://127.0.0.1:9", "NEMO_TOKEN": "nmv_usr_own"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.batches.conftest.Context", _hosted)
        error = code_of(batch, clock=FakeTime().clock, max_credits=300)
    assert error.code == "network"
    assert set(batch.states().values()) == {"waiting"}
    assert {row["attempts"] for row in batch.manifest()} == {0}
