"""The main job, as a host agent does it: words in, one JSON line back from each tool, a video out.

The tools are programs of their own; the service is the studio, over HTTP, in instant mode. The
account is a free one, so the way is the way to the hosted service.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import av
import pytest

from tests.running_studio import INSTANT, RunningStudio, running_studio
from tests.tools.schema import validate

TOOLS = Path(__file__).parent.parent / "tools"
PRICE = 100
FIT, FIT_BYTES = "0.1MB", 100_000


class Host:
    """A host agent in its workspace folder."""

    def __init__(self, workspace: Path, url: str) -> None:
        self.workspace = workspace
        self.environment = {**os.environ, "NEMO_API_URL": url}
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def start(self, tool: str, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, TOOLS / f"{tool}.py", *arguments],
            cwd=self.workspace,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def run(self, tool: str, *arguments: str, exit_code: int = 0) -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, TOOLS / f"{tool}.py", *arguments],
            cwd=self.workspace,
            env=self.environment,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=60,
        )
        assert done.returncode == exit_code, (tool, done.stdout, done.stderr)
        assert b"Traceback" not in done.stderr
        document: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        validate(tool, document, done.returncode)
        return document


def until(true: Callable[[], bool]) -> None:
    """Wait for something that another process brings about."""
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[RunningStudio]:
    with running_studio(tmp_path / "studio", free_credits=1000) as running:
        yield running


@pytest.fixture
def host(tmp_path: Path, studio: RunningStudio) -> Host:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    return Host(workspace, studio.url)


def test_a_sentence_becomes_a_video_and_edits_change_it(host: Host, studio: RunningStudio) -> None:
    """route -> connect -> send -> state -> send -> export, and what the service saw of it."""
    routed = host.run("route", "a dog running through a sunny park, 10 seconds, vertical")
    assert routed["data"]["tool"] == "send"

    ready = host.run("connect", "--language", "en")
    assert ready["data"]["credits"] == 1000
    assert ready["data"]["link"].startswith("https://nemovideo.com/workspace/claim?ct=clm_")

    made = host.run("send", "a dog running through a sunny park, 10 seconds, vertical")
    assert made["charged"] == "yes"
    assert made["data"]["credits_spent"] == PRICE
    assert made["next"] == ["offer_export"]
    assert made["external"]["untrusted"] is True

    edited = host.run("send", 'add a title "Paradise Found" for the first 3 seconds')
    assert '"Paradise Found"' in edited["say"]

    seen = host.run("state")
    assert seen["data"]["timeline"].startswith("Timeline (3 tracks): 1. Video (0-10s) 2. BGM ")
    assert '3. Title: "Paradise Found" (0-3s)' in seen["external"]["timeline"]
    assert seen["data"]["aspect"] == "9:16"

    assert host.run("route", "export it please")["data"]["tool"] == "export"
    exported = host.run("export", "--output", "park.mp4")
    assert exported["charged"] == "no"
    assert exported["next"][0] == "deliver_file"

    with av.open(exported["data"]["file"]) as video:
        picture, sound = video.streams.video[0], video.streams.audio[0]
        assert (picture.codec_context.name, sound.codec_context.name) == ("h264", "aac")
        assert picture.width < picture.height
        assert sum(1 for _ in video.decode(picture)) == 10 * INSTANT["fps"]

    left = host.run("credits")
    assert (
        left["data"]["available"]
        == 1000 - made["data"]["credits_spent"] - (edited["data"]["credits_spent"])
    )
    assert [path.name for path in host.workspace.iterdir()] == ["park.mp4"]


def test_every_call_says_which_skill_and_platform_it_comes_from(
    host: Host, studio: RunningStudio
) -> None:
    host.run("connect")
    host.run("send", "a cat surfing at golden hour")
    host.run("export", "--output", "cat.mp4")
    calls = [entry for entry in studio.requests() if entry["path"].startswith(("/api", "/run"))]
    assert len(calls) > 5
    for entry in calls:
        assert entry["x-skill-source"] == "text-to-video-kaggle"
        assert entry["x-skill-version"]
        assert entry["x-skill-platform"] == "unknown"


def test_the_whole_story_in_one_call(host: Host) -> None:
    made = host.run("create", "a sunset over ocean waves", "--output", "waves.mp4")
    assert made["charged"] == "yes"
    assert made["next"][0] == "deliver_file"
    assert (host.workspace / "waves.mp4").stat().st_size == made["data"]["bytes"]


@pytest.mark.parametrize("tool", ["create", "export"])
def test_a_fitted_copy_lies_beside_the_film(host: Host, tool: str) -> None:
    """The worker makes it; the whole film stays as it is."""
    prompt = "a busy street in the rain, 20 seconds"
    if tool == "export":
        host.run("send", prompt)
    words = [prompt] if tool == "create" else []
    made = host.run(tool, *words, "--output", "street.mp4", "--fit", FIT, "--wait", "50")
    whole, copy = Path(made["data"]["file"]), Path(made["data"]["fit"]["file"])
    assert whole.stat().st_size == made["data"]["bytes"] > FIT_BYTES
    assert made["data"]["fit"]["fits"] is True
    assert copy.stat().st_size == made["data"]["fit"]["bytes"] <= FIT_BYTES
    with av.open(str(whole)) as film, av.open(str(copy)) as fitted:
        assert (fitted.duration or 0) == pytest.approx(film.duration or 0, abs=100_000)
    assert str(copy) in made["say"]
    copy.rename(host.workspace / copy.name.replace("street", "other"))
    refused = host.run(tool, *words, "--output", "other.mp4", "--fit", FIT, exit_code=65)
    assert (refused["error"]["code"], refused["charged"]) == ("output_exists", "no")


def test_what_could_not_be_written_is_refused_before_it_costs_anything(
    host: Host, studio: RunningStudio
) -> None:
    refused = host.run("create", "a cat", "--output", "cat.txt", exit_code=64)
    assert refused["charged"] == "no"
    assert not [entry for entry in studio.requests() if entry["path"] == "/run_sse"]


def test_the_tools_leave_nothing_in_the_skill_folder(host: Host) -> None:
    before = set(TOOLS.rglob("*"))
    host.run("route", "export")
    host.run("credits", exit_code=65)
    assert set(TOOLS.rglob("*")) - before == set()


def test_work_that_takes_longer_than_the_call_goes_on_and_is_picked_up(
    host: Host, tmp_path: Path
) -> None:
    """--wait ends the call, not the work: --resume finds the result, and one charge."""
    with running_studio(tmp_path / "slow", free_credits=1000, pace=1.0) as slow:
        host.environment["NEMO_API_URL"] = slow.url
        begun = host.run("send", "a dog in a park", "--wait", "0.3", exit_code=75)
        assert (begun["ok"], begun["next"], begun["charged"]) == (True, ["wait"], "unknown")

        assert host.run("send", "a cat", exit_code=75)["error"]["code"] == "busy"

        found = host.run("send", "--resume", "--wait", "30")
        assert found["data"]["changed"] is True
        assert found["data"]["credits_spent"] == PRICE
        assert host.run("credits")["data"]["available"] == 1000 - PRICE
        chats = [entry for entry in slow.requests() if entry["path"] == "/run_sse"]
        assert len(chats) == 1


def test_a_stopped_call_admits_what_it_may_have_cost(host: Host, tmp_path: Path) -> None:
    with running_studio(tmp_path / "slow", free_credits=1000, pace=4.0) as slow:
        host.environment["NEMO_API_URL"] = slow.url
        host.run("connect")
        stopped = host.start("send", "a dog in a park", "--wait", "60")
        until(lambda: any(entry["path"] == "/run_sse" for entry in slow.requests()))
        stopped.send_signal(signal.SIGINT)
        out, _ = stopped.communicate(timeout=30)
        document = json.loads(out)
        assert (stopped.returncode, document["charged"]) == (130, "unknown")
        assert document["next"] == ["wait"]
        assert host.run("send", "--resume", "--wait", "30")["charged"] == "yes"


def test_nobody_takes_a_project_from_under_a_running_story(host: Host, tmp_path: Path) -> None:
    """A second create, or connect --new, is told to wait; the first one's film is not lost."""
    with running_studio(tmp_path / "slow", free_credits=1000, pace=4.0) as slow:
        host.environment["NEMO_API_URL"] = slow.url
        host.run("connect")
        first = host.start("create", "a cat", "--output", "cat.mp4", "--wait", "60")
        until(lambda: any(entry["path"] == "/run_sse" for entry in slow.requests()))
        for rival in (("create", "a dog"), ("connect", "--new")):
            assert host.run(*rival, exit_code=75)["error"]["code"] == "busy"
        out, _ = first.communicate(timeout=60)
        assert json.loads(out)["data"]["credits_spent"] == PRICE
        assert (host.workspace / "cat.mp4").exists()


def test_a_story_that_is_picked_up_ends_where_it_was_to_end(host: Host, tmp_path: Path) -> None:
    with running_studio(tmp_path / "slow", free_credits=1000, pace=1.0) as slow:
        host.environment["NEMO_API_URL"] = slow.url
        begun = host.run("create", "a cat", "--output", "c.mp4", "--wait", "0.3", exit_code=75)
        assert begun["next"] == ["wait"]
        assert host.run("create", "a dog", exit_code=75)["error"]["code"] == "busy"
        assert host.run("create", "a dog", "--resume", exit_code=64)["error"]["code"] == "usage"
        done = host.run("create", "--resume", "--wait", "60")
        assert done["data"]["file"] == str(host.workspace / "c.mp4")
        assert done["charged"] == "yes"


def test_when_the_free_credits_are_used_up_the_way_to_more_is_shown(
    host: Host, tmp_path: Path
) -> None:
    with running_studio(tmp_path / "poor", free_credits=PRICE) as poor:
        host.environment["NEMO_API_URL"] = poor.url
        host.run("send", "a dog in a park")
        left = host.run("credits")
        assert (left["data"]["available"], left["next"]) == (0, ["show_registration_link"])
        refused = host.run("send", "make it longer, 20 seconds", exit_code=77)
        assert (refused["error"]["code"], refused["charged"]) == ("no_credits", "no")
        assert refused["data"]["link"] == left["data"]["link"]
        assert refused["data"]["link"].startswith("https://nemovideo.com/register?bind=")
        assert host.run("export", "--output", "dog.mp4")["next"][0] == "deliver_file"
