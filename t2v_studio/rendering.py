"""The threads that make films out of waiting jobs; they share one crew of drawing processes."""

from __future__ import annotations

import hashlib
import logging
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from t2v.errors import SkillError
from t2v_studio.crafts import Crafts, Crew, Stopped
from t2v_studio.film import Film
from t2v_studio.fullness import is_full
from t2v_studio.imprint import Imprints
from t2v_studio.renders import Render, Renders
from t2v_studio.settings import Settings
from t2v_studio.uploads import Uploads

_log = logging.getLogger(__name__)
_AGAIN_S = 5.0
_AT_ONCE = 2
"""Films that are made at the same time: a short one need not wait for a long one."""
_STEP = 0.02
"""How much must have been drawn before it is written down again."""


class Rendering:
    """Runs while the studio runs."""

    def __init__(
        self,
        renders: Renders,
        uploads: Uploads,
        crafts: Crafts,
        settings: Settings,
        clean: Callable[[], None],
    ) -> None:
        """Keep what films are made with; `clean` is called after each, and now and then."""
        self._renders = renders
        self._uploads = uploads
        self._crafts = crafts
        self._settings = settings
        self._clean = clean
        self._imprints = Imprints()
        self._crew: Crew | None = None
        self._lock = threading.Lock()
        self._made: set[str] = set()
        """Keys of the jobs that are being made."""
        self._work = threading.Event()
        self._expected: Film | None = None
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, name=f"rendering-{number}", daemon=True)
            for number in range(_AT_ONCE)
        ]

    def start(self) -> None:
        """Begin with what was left over."""
        self._work.set()
        for thread in self._threads:
            thread.start()

    def imprint(
        self,
        draft: Mapping[str, Any],
        session: str,
        *,
        container: str,
        quality: str,
        fps: int | None,
    ) -> str:
        """Return what decides the film of an order, as one hash."""
        return self._imprints.of(
            draft,
            self._uploads.files(session),
            container=container,
            quality=quality,
            fps=fps or self._settings.fps,
            scale=self._settings.scale,
        )

    def wake(self) -> None:
        """Tell the threads that there is a new job."""
        self._work.set()

    def expect(self, film: Film) -> None:
        """Tell the threads that this film may be ordered soon, so that the crew is ready for it."""
        if self._settings.workers:
            self._expected = film
            self._work.set()

    def stop(self, wait_s: float = 10.0) -> None:
        """Stop soon; a film that is half made waits for the next start."""
        self._stop.set()
        self._work.set()
        for thread in self._threads:
            thread.join(wait_s)
        if self._crew is not None:
            self._crew.close()

    def _run(self) -> None:
        while not self._stop.is_set():
            idle = not self._work.wait(self._settings.clean_s)
            self._work.clear()
            try:
                self._clean() if idle else self._empty_queue()
            except Exception:  # noqa: BLE001 - a full disk, say: the jobs wait for better times
                _log.exception("rendering was interrupted")
                self._stop.wait(_AGAIN_S)
                self._work.set()

    def _empty_queue(self) -> None:
        with self._lock:
            self._renders.recover(self._made)  # what could not be written, for want of room
        self._prepare()
        while not self._stop.is_set() and (render := self._take()):
            try:
                self._make(render)
            finally:
                self._made.discard(render.key)

    def _take(self) -> Render | None:
        with self._lock:
            render = self._renders.take()
            if render is not None:
                self._made.add(render.key)
            return render

    def _prepare(self) -> None:
        with self._lock:
            film, self._expected = self._expected, None
        if film is not None and (crew := self._workers()):
            self._crafts.prepare(film, crew, self._settings.scale, self._settings.fps)

    def _workers(self) -> Crew | None:
        """Return the studio's crew; none when the studio draws by itself."""
        with self._lock:
            if self._crew is None and self._settings.workers:
                self._crew = self._crafts.crew(self._settings.workers)
            return self._crew

    def _make(self, render: Render) -> None:
        """See one job to its end. Whatever goes wrong with it, the thread goes on."""
        if self._renders.reuse(render):  # it was ordered twice, and is finished by now
            return
        late = _Alarm(self._settings.render_s)
        try:
            facts = self._draw(render, late)
        except Stopped:
            self._put_back_or_fail(render, late)
        except SkillError as error:
            self._renders.fail(render, error.detail or error.failure.meaning)
        except Exception as error:  # noqa: BLE001 - told in the status, written to the log
            _log.exception("a render broke")
            full = "The disk of the studio is full."
            self._renders.fail(render, full if is_full(error) else "The film could not be drawn.")
        else:
            self._renders.complete(render, facts)
            self._clean()

    def _put_back_or_fail(self, render: Render, late: _Alarm) -> None:
        if self._stop.is_set() or not late():
            self._renders.put_back(render)
        else:
            self._renders.fail(render, "The film took too long to draw.")

    def _draw(self, render: Render, late: _Alarm) -> Mapping[str, Any]:
        path = self._renders.path(render)
        movie = self._crafts.render(
            Film.from_wire(render.draft),
            self._uploads.files(render.session),
            path,
            quality=render.quality,
            container=render.container,
            scale=self._settings.scale,
            fps=render.fps or self._settings.fps,
            crew=self._workers(),
            progress=_Steps(lambda done: self._renders.report(render, done)),
            cancelled=lambda: self._stop.is_set() or late(),
        )
        return {
            "width": movie.width,
            "height": movie.height,
            "fps": movie.fps,
            "duration_ms": movie.duration_ms,
            "size": movie.bytes,
            "sha256": _digest(path),
        }


def _digest(path: Path) -> str:
    with path.open("rb") as film:
        return hashlib.file_digest(film, "sha256").hexdigest()


class _Alarm:
    """Tells whether so many seconds are over."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def __call__(self) -> bool:
        return time.monotonic() > self._end


class _Steps:
    """Passes on progress in steps that are worth writing down."""

    def __init__(self, report: Callable[[float], None]) -> None:
        self._report = report
        self._last = 0.0

    def __call__(self, done: float) -> None:
        if done - self._last >= _STEP:
            self._last = done
            self._report(min(done, 1.0))
