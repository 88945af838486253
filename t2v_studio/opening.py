"""Opening the files of strangers: each in a process of its own that can do little and ends soon.

A decoder that is made to crash, to hang or to eat memory takes nothing with it but its own
process; so does what speaks a stranger's text. What comes back is JSON and plain samples, checked
here: never objects of the child's choice. `python -m t2v_studio.opening` is the child; it hears
what to do on its standard input.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, get_type_hints

from t2v_studio.limits import ONE_THREAD, Limits, confine

if TYPE_CHECKING:
    from t2v_studio.media import MediaError, MediaInfo
    from t2v_studio.sound.spectrum import Channel, Samples

_HEAD_BYTES = 65_536
_SAMPLE_BYTES = 8
"""Two channels of 32 bits."""
_KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "TMPDIR", "TEMP")
"""Variables that a process needs to start. No token is among them."""


@dataclass(frozen=True, slots=True)
class Patience:
    """What one task may use, and for how long it is waited for."""

    limits: Limits
    wall_s: float


PATIENCE: dict[str, Patience] = {
    "probe": Patience(Limits(cpu_s=20, memory_mb=2000), wall_s=30.0),
    "recording": Patience(Limits(cpu_s=120, memory_mb=2000), wall_s=180.0),
    "speech": Patience(Limits(cpu_s=240, memory_mb=4000), wall_s=240.0),
}
LONGEST_SPEECH_S = 600


def probe(path: Path) -> MediaInfo:
    """Say what a file holds, as `t2v_studio.media.probe` does.

    Raises:
        MediaError: same, and file_too_large when opening the file takes too much.
    """
    from t2v_studio.media import MediaInfo  # noqa: PLC0415 - loads PyAV, which a chat need not

    head, _ = _ask({"task": "probe", "path": str(path)}, 0)
    kinds = get_type_hints(MediaInfo)
    if head.keys() != kinds.keys() or not all(type(head[name]) is kinds[name] for name in kinds):
        raise _broken()
    return MediaInfo(**head)


def recording(path: Path, *, offset_ms: int, duration_ms: int, rate: int) -> Samples:
    """Return a stretch of a file's sound, as `t2v_studio.recording` does.

    Raises:
        MediaError: same, and file_too_large when opening the file takes too much.
    """
    import numpy as np  # noqa: PLC0415 - as above

    wish = {"offset_ms": offset_ms, "duration_ms": duration_ms, "rate": rate}
    most = (round(duration_ms * rate / 1000) + 1) * _SAMPLE_BYTES
    _, samples = _ask({"task": "recording", "path": str(path), **wish}, most)
    whole = len(samples) - len(samples) % _SAMPLE_BYTES
    return np.frombuffer(samples[:whole], np.float32).reshape(-1, 2)


def speech(model: Path, texts: Sequence[tuple[str, int]]) -> tuple[int, list[Channel]]:
    """Return a rate, and a channel of speech for each (text, percent of the usual pace).

    Raises:
        MediaError: as `t2v_studio.sound.speech`, and file_too_large when speaking takes too much.
    """
    import numpy as np  # noqa: PLC0415 - as above

    task = {"task": "speech", "path": str(model), "texts": list(texts)}
    head, samples = _ask(task, LONGEST_SPEECH_S * 48_000 * 4)
    rate, lengths = head.get("rate"), head.get("lengths", ())
    if type(rate) is not int or len(lengths) != len(texts) or sum(lengths) * 4 != len(samples):
        raise _broken()
    whole = np.frombuffer(samples, np.float32)
    return rate, np.split(whole, np.cumsum(lengths)[:-1])


def _ask(task: Mapping[str, Any], most: int) -> tuple[dict[str, Any], bytes]:
    """Let a child do a task; return its JSON line, and at most so many bytes behind it."""
    patience = PATIENCE[task["task"]]
    with _child() as child:
        timer = threading.Timer(patience.wall_s, child.kill)
        timer.start()
        try:
            _tell(child.stdin, {**task, "limits": asdict(patience.limits)})
            head, rest = _hear(child.stdout, most)
        finally:
            timer.cancel()
            child.kill()
    return _checked(head), rest


def _child() -> subprocess.Popen[bytes]:
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "t2v_studio.opening"],
        env={**environment, **ONE_THREAD, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # a closed terminal is the studio's to hear of
    )


def _tell(pipe: IO[bytes] | None, task: Mapping[str, Any]) -> None:
    assert pipe is not None  # noqa: S101 - it was asked for
    try:
        pipe.write(json.dumps(task).encode() + b"\n")
        pipe.close()
    except BrokenPipeError:
        return  # it died before it listened; its silence tells the rest


def _hear(pipe: IO[bytes] | None, most: int) -> tuple[bytes, bytes]:
    assert pipe is not None  # noqa: S101 - it was asked for
    return pipe.readline(_HEAD_BYTES), pipe.read(most)


def _checked(head: bytes) -> dict[str, Any]:
    from t2v_studio.media import MediaError  # noqa: PLC0415 - as above

    try:
        answer: dict[str, Any] = json.loads(head)
    except ValueError:
        raise _broken() from None
    if "error" in answer:
        raise MediaError(answer["error"], answer["say"])
    return answer


def _broken() -> MediaError:
    from t2v_studio.media import MediaError  # noqa: PLC0415 - as above

    say = "It takes too much time or memory to open the file, or it breaks what opens it."
    return MediaError("file_too_large", say)


def _main() -> None:
    """Be the child: one task, from standard input to standard output."""
    task = json.loads(sys.stdin.readline())
    confine(Limits(**task.pop("limits")))
    from t2v_studio.media import MediaError  # noqa: PLC0415 - under the limits already

    try:
        head, rest = _TASKS[task.pop("task")](Path(task.pop("path")), **task)
    except MediaError as error:
        head, rest = {"error": error.code, "say": error.say}, b""
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + rest)


def _probed(path: Path) -> tuple[dict[str, Any], bytes]:
    from t2v_studio import media  # noqa: PLC0415 - under the limits already

    return asdict(media.probe(path)), b""


def _recorded(path: Path, **wish: int) -> tuple[dict[str, Any], bytes]:
    from t2v_studio.recording import recording as decoded  # noqa: PLC0415 - under the limits already

    return {}, decoded(path, **wish).tobytes()


def _spoken(path: Path, *, texts: list[tuple[str, int]]) -> tuple[dict[str, Any], bytes]:
    from t2v_studio.sound.speech import spoken  # noqa: PLC0415 - under the limits already

    rate, pieces = spoken(path, texts)
    head = {"rate": rate, "lengths": [len(piece) for piece in pieces]}
    return head, b"".join(piece.tobytes() for piece in pieces)


_TASKS: dict[str, Callable[..., tuple[dict[str, Any], bytes]]] = {
    "probe": _probed,
    "recording": _recorded,
    "speech": _spoken,
}

if __name__ == "__main__":
    _main()
