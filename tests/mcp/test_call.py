"""One call as a process: what it prints, how it breaks, and how it is stopped."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import anyio
import pytest

from t2v_mcp import call
from t2v_mcp.call import Steps

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def silent(_progress: float, _say: str) -> None:
    """Hear nothing."""


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("print('MEDIA:x'); print('{\"ok\": true}')", None),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "internal"),
        ("raise SystemExit(3)", "internal"),
        ("print('no document')", "internal"),
        ("print('[1]')", "internal"),
        ("import sys; sys.stderr.write('x' * 3_000_000); print('{\"ok\": true}')", None),
        ("import sys; print(sys.stdin.read()); print('{\"ok\": true}')", None),
    ],
)
async def test_every_end_is_a_document(tmp_path: Path, code: str, expected: str | None) -> None:
    document = await call.run(python(code), tmp_path, silent)
    assert document.get("error", {}).get("code") == expected


async def test_it_runs_in_the_folder_and_tells_what_is_no_progress_to_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heard: list[tuple[float, str]] = []

    async def hear(progress: float, say: str) -> None:
        heard.append((progress, say))

    code = (
        "import json, os, sys\n"
        "print('Traceback', file=sys.stderr)\n"
        "print(json.dumps({'stage': 'Drawing', 'percent': 40, 'say': 'Drawing 40%'}),"
        " file=sys.stderr)\n"
        "print(json.dumps({'ok': True, 'say': os.getcwd()}))\n"
    )
    document = await call.run(python(code), tmp_path, hear)
    assert document["say"] == os.path.realpath(tmp_path)  # noqa: ASYNC240 - macOS links /tmp
    assert heard == [(40.0, "Drawing 40%")]
    assert capsys.readouterr().err == "Traceback\n"


async def test_one_that_does_not_want_to_end_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(call, "GRACE_S", 0.2)
    stubborn = (
        "import os, signal, time\n"
        "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "open('pid', 'w').write(str(os.getpid()))\n"
        "time.sleep(60)\n"
    )
    mark = anyio.Path(tmp_path / "pid")
    with anyio.fail_after(20):
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(call.run, python(stubborn), tmp_path, silent)
            while not (await mark.exists() and await mark.read_text()):  # noqa: ASYNC110 - no event
                await anyio.sleep(0.02)
            tasks.cancel_scope.cancel()
    with pytest.raises(ProcessLookupError):
        os.kill(int(await mark.read_text()), 0)


def step(stage: str | None, percent: int | None, say: str) -> str:
    return json.dumps({"elapsed_s": 1.0, "stage": stage, "percent": percent, "say": say})


def test_progress_only_grows_over_stages_and_sentences() -> None:
    steps = Steps()
    told = [
        step(None, None, "Connecting..."),
        step("Working", None, "Working..."),
        step("Rendering", 0, "Rendering 0%"),
        step("Rendering", 90, "Rendering 90%"),
        step(None, None, "Nearly there."),
        step("Downloading", 5, "Downloading 5%"),
        step("Downloading", 5, "Downloading 5%"),
    ]
    numbers = [round((steps.read(line) or pytest.fail(line))[0], 2) for line in told]
    assert numbers == [0.01, 100.0, 100.01, 190.0, 190.01, 205.0, 205.01]


@pytest.mark.parametrize("line", ["", "Traceback", "[]", "3", '{"stage": "x"}', "null"])
def test_what_is_no_progress_is_none(line: str) -> None:
    assert Steps().read(line) is None
