"""The demo: names that overwrite nothing, a host that sends once and spends nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import host

Script = Callable[[str], ModuleType]


NAMES = [
    ("a dog running through a sunny park", "dog-running-through-sunny-park"),
    ("The cat's OWN film!", "cat-s-own-film"),
    ("../../etc/passwd", "etc-passwd"),
    ("一只猫在冲浪", "一只猫在冲浪"),
    ("!!!", "video"),
    ("x" * 300, "x" * 60),
    ("word " * 40, "-".join(["word"] * 12)),
]


@pytest.mark.parametrize(("prompt", "name"), NAMES, ids=[name[:20] for _, name in NAMES])
def test_a_video_is_named_after_its_prompt(script: Script, prompt: str, name: str) -> None:
    assert script("demo").slug(prompt) == name


def test_the_demo_overwrites_neither_a_video_nor_a_sheet(script: Script, tmp_path: Path) -> None:
    demo = script("demo")
    assert demo.new_name(tmp_path, "a dog") == tmp_path / "dog.mp4"
    (tmp_path / "dog.mp4").touch()
    assert demo.new_name(tmp_path, "a dog") == tmp_path / "dog-2.mp4"
    (tmp_path / "dog-2.png").touch()
    assert demo.new_name(tmp_path, "a dog") == tmp_path / "dog-3.mp4"


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a tool whose answers are the lines of a file, one a call: "exit json"."""
    monkeypatch.setattr(host, "ROOT", tmp_path)
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "send.py").write_text(
        "import os, sys, pathlib\n"
        "here = pathlib.Path(__file__).parent\n"
        "lines = (here / 'answers').read_text().splitlines()\n"
        "(here / 'answers').write_text('\\n'.join(lines[1:]))\n"
        "with (here / 'calls').open('a') as calls:\n"
        "    print(*sys.argv[1:], os.environ.get('NEMO_TOKEN'), file=calls)\n"
        "print('noise')\n"
        "code, _, answer = lines[0].partition(' ')\n"
        "print(answer)\n"
        "sys.exit(int(code))\n"
    )
    return tmp_path / "tools"


def test_a_host_resumes_and_never_sends_twice_nor_spends_the_users_token(
    tool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEMO_TOKEN", "a token of the user")
    running = {"ok": True, "say": "Still.", "next": ["wait"], "charged": "no", "data": {}}
    done = {**running, "say": "Done.", "external": {"text": "Hi"}}
    (tool / "answers").write_text(f"75 {json.dumps(running)}\n0 {json.dumps(done)}")
    answer = host.Host(tool).run("send", "--wait", "5", words="-a dog")
    assert (answer.say, answer.external) == ("Done.", "Hi")
    assert (tool / "calls").read_text().splitlines() == [
        "--json --local --wait 5 -- -a dog None",
        "--json --local --wait 5 --resume None",
    ]


@pytest.mark.parametrize(
    ("line", "why", "code"),
    [
        ('69 {"ok": false, "error": {"say": "No way."}}', r"send: No way\.", 69),
        ("1 not json", r"send gave no answer \(exit 1\)\.", 70),
    ],
)
def test_a_tool_that_cannot_is_told_in_one_sentence(
    tool: Path, line: str, why: str, code: int
) -> None:
    (tool / "answers").write_text(line)
    with pytest.raises(host.StoppedError, match=why) as caught:
        host.Host(tool).run("send", words="x")
    assert caught.value.exit_code == code


def test_the_demo_says_what_it_does(
    script: Script, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    demo = script("demo")
    monkeypatch.setattr(sys, "argv", ["demo", "--help"])
    with pytest.raises(SystemExit, match="0"):
        demo.main()
    assert "usage: demo" in capsys.readouterr().out


def test_the_demo_leaves_with_the_tools_own_exit_code(
    script: Script,
    tool: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    demo = script("demo")
    (tool / "send.py").rename(tool / "route.py")
    (tool / "answers").write_text('65 {"ok": false, "error": {"say": "Too long."}}')
    monkeypatch.setattr(sys, "argv", ["demo", "a dog", "--out", str(tmp_path)])
    assert demo.main() == 65
    assert capsys.readouterr().err == "The demo stopped. route: Too long.\n"
