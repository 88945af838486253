"""Running chats: one at a time in a session, each in a task of its own that outlives its stream."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import aclosing
from typing import Any
from weakref import WeakValueDictionary

from starlette.concurrency import run_in_threadpool

from t2v.clock import Clock
from t2v.endpoints import PRICES
from t2v_studio.accounts import Account
from t2v_studio.agent import Pause, play
from t2v_studio.answers import Refusal
from t2v_studio.director import Stage, Turn
from t2v_studio.events import HEARTBEATS, Voice, exception_frame, frame
from t2v_studio.film import Film
from t2v_studio.ledger import Ledger
from t2v_studio.projects import Projects
from t2v_studio.settings import Settings
from t2v_studio.transcript import Transcript

TOO_MANY = 429
_RUNNING = 256
"""Turns at once: that nobody listens any more ends none of them."""
_KEPT = 100
"""Turns with a key of the client's that are told again word by word."""

_KEYS = uuid.UUID("0f0c4a52-6f0e-4d0e-9b5b-0c8f6f1f9d11")
"""The name space of operations that clients name."""
_log = logging.getLogger(__name__)


class Chats:
    """Starts turns and sees them through: reserved, played, then charged or given back."""

    def __init__(
        self,
        ledger: Ledger,
        projects: Projects,
        settings: Settings,
        clock: Clock,
        expect: Callable[[Film], None],
    ) -> None:
        """Keep what turns are run with; `expect` hears of each film before it is told of."""
        self._expect = expect
        self._ledger = ledger
        self._projects = projects
        self._settings = settings
        self._clock = clock
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[None]] = set()
        self._operations: set[str] = set()
        self._by_key: OrderedDict[str, _Running] = OrderedDict()

    @property
    def running(self) -> int:
        """How many turns run or wait."""
        return len(self._tasks)

    def operations(self) -> frozenset[str]:
        """Return the names under which running turns reserve credits."""
        return frozenset(self._operations.copy())

    async def begin(
        self, account: Account, session_id: str, message: str, *, deltas: bool, key: str = ""
    ) -> Transcript:
        """Start a turn, and return what it says while it says it.

        Args:
            account: who pays.
            session_id: one of the account's sessions.
            message: what the user says.
            deltas: whether the reply comes in pieces before it comes whole.
            key: a name of the request; under the same one again, the turn before is told.

        Raises:
            Refusal: 2001 when the session is idle and the credits do not suffice. Behind another
                turn the price is not known yet, and the refusal comes as an event. 429 when too
                many turns run, 409 when one of this key was charged before a restart.
        """
        turn = _Running(account, session_id, message, deltas, key)
        if turn.operation in self._by_key:
            return self._by_key[turn.operation].transcript
        if len(self._tasks) >= _RUNNING:
            raise Refusal(TOO_MANY, "Too many chats run.", headers={"Retry-After": "30"})
        if key:
            self._keep(turn)
        if self._start(turn):
            refusal = await asyncio.shield(turn.admitted)
            if refusal is not None:
                self._by_key.pop(turn.operation, None)
                raise refusal
        return turn.transcript

    def _start(self, turn: _Running) -> bool:
        """Start a turn's task; return whether the turn is the only one of its session."""
        lock = self._locks.setdefault(turn.session_id, asyncio.Lock())
        alone = not lock.locked()
        self._operations.add(turn.operation)
        task = asyncio.create_task(self._run(turn, lock))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return alone

    def _keep(self, turn: _Running) -> None:
        """Remember a turn by its key, and forget the oldest of too many that are over."""
        self._by_key[turn.operation] = turn
        over = [name for name, one in self._by_key.items() if one.transcript.complete]
        for name in over[: max(0, len(self._by_key) - _KEPT)]:
            del self._by_key[name]

    async def stop(self) -> None:
        """End all turns; what they had reserved is given back."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _run(self, running: _Running, lock: asyncio.Lock) -> None:
        try:
            async with lock:
                turn = await run_in_threadpool(self._admit, running)
                running.admitted.set_result(None)
                await self._perform(turn, running)
        except Refusal as refusal:
            running.refuse(refusal)
        except Exception as error:  # noqa: BLE001 - told on the stream, written to the log
            _log.exception("a turn broke")
            running.transcript.add(frame(exception_frame(error)))
        finally:
            self._operations.discard(running.operation)
            if not running.admitted.done():
                running.admitted.set_result(None)
            running.transcript.close()

    def _admit(self, running: _Running) -> Turn:
        """Decide what the message asks for, and reserve what it costs."""
        turn = self._projects.direct(running.account, running.session_id, running.message)
        price = PRICES.get(turn.kind, 0)
        self._ledger.reserve(running.account.id, running.operation, turn.kind, price)
        if turn.stages:
            film = self._projects.preview(running.account, running.session_id, turn)
            self._expect(film)
        return turn

    async def _perform(self, turn: Turn, running: _Running) -> None:
        """Play a turn to its end; charge it then, and not before."""
        try:
            await self._play(turn, running)
        except BaseException:
            self._ledger.give_back(running.operation)
            raise
        await run_in_threadpool(self._ledger.charge, running.operation)

    async def _play(self, turn: Turn, running: _Running) -> None:
        async def commit(stage: Stage) -> Mapping[str, Any]:
            return await run_in_threadpool(
                self._projects.commit, running.account, running.session_id, stage
            )

        voice = Voice(self._clock, running.operation)
        async with aclosing(play(turn, voice, commit, deltas=running.deltas)) as steps:
            async for step in steps:
                if isinstance(step, Pause):
                    await self._pause(step, running.transcript)
                else:
                    running.transcript.add(frame(step))

    async def _pause(self, pause: Pause, transcript: Transcript) -> None:
        part = pause.seconds * self._settings.pace / (pause.heartbeats + 1)
        for heartbeat in HEARTBEATS[: pause.heartbeats]:
            await asyncio.sleep(part)
            transcript.add(heartbeat)
        await asyncio.sleep(part)


class _Running:
    """One turn on its way."""

    def __init__(
        self,
        account: Account,
        session_id: str,
        message: str,
        deltas: bool,  # noqa: FBT001 - private, one caller
        key: str,
    ) -> None:
        self.account = account
        self.session_id = session_id
        self.message = message
        self.deltas = deltas
        name = f"{account.id}/{session_id}/{key}"
        self.operation = f"e-{uuid.uuid5(_KEYS, name) if key else uuid.uuid4()}"
        self.transcript = Transcript()
        self.admitted: asyncio.Future[Refusal | None] = asyncio.get_running_loop().create_future()

    def refuse(self, refusal: Refusal) -> None:
        """Tell whoever waits, and whoever follows."""
        if not self.admitted.done():
            self.admitted.set_result(refusal)
        error = Voice(Clock(), self.operation).error(str(refusal.code), refusal.message)
        self.transcript.add(frame(error))
