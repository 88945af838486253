"""One exchange with the video agent: a message goes out once, a stream of events comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from t2v import wire
from t2v.alarm import alarm
from t2v.client import Client, named
from t2v.clock import Budget, Clock
from t2v.endpoints import APP, CHAT, INTENT_KEY
from t2v.errors import SkillError
from t2v.external.reply import Reply, ReplyFold
from t2v.progress import Progress
from t2v.report import Charged
from t2v.sessions import BLOCK, Response, read_all
from t2v.stream import FrameReader

TELL_EVERY_S = 120.0
"""How often a person hears that work goes on."""

SILENT_LIMIT_S = 600.0
"""Heartbeats alone for this long mean that the agent is gone."""

LOST = frozenset({"network", "deadline", "bad_response", "server_trouble", "overflow"})
"""Failures after which the request may be running on the server all the same."""

STAGES = {
    "raw_video": "Stage 1 of 2: generating the video",
    "finishing": "Stage 2 of 2: adding music, title and effects",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What came back. Not `ended` means that the agent may still be working."""

    reply: Reply
    ended: bool
    broken: bool


class Chat:
    """The chat call of one backend."""

    def __init__(self, client: Client, clock: Clock, progress: Progress) -> None:
        """Talk through `client` and tell `progress` what is going on."""
        self._client, self._clock, self._progress = client, clock, progress

    def send(self, session_id: str, words: str, budget: Budget, *, intent: str = "") -> Exchange:
        """Send the message once and listen until the stream ends or the budget is spent.

        Args:
            session_id: where it goes.
            words: the message.
            budget: how long to listen.
            intent: its id in the ledger, by which a service can tell that it has come before.

        Raises:
            SkillError: the request was refused, or certainly never arrived.
        """
        body = {
            "app_name": APP,
            "user_id": "me",
            "session_id": wire.identifier(session_id),
            "new_message": {"parts": [{"text": words}]},
        }
        listening = _Listening(self._clock, self._progress)
        try:
            with self._client.open(
                CHAT,
                json=body,
                headers={
                    "Accept": "text/event-stream",
                    **({INTENT_KEY: intent} if intent else {}),
                },
                idle_s=min(CHAT.idle_s, budget.left + 1),
            ) as response:
                self._require_stream(response)
                with alarm(budget.left, response.raw.shutdown):
                    listening.to(response)
        except SkillError as error:
            if error.code not in LOST or (not listening.started and error.charged is Charged.NO):
                raise
            # The request may have arrived, or did: only the state can tell what came of it.
            listening.cut = True
        exchange = listening.exchange(out_of_time=budget.spent)
        if exchange.ended:
            _raise_refusal(exchange.reply)
        return exchange

    def _require_stream(self, response: Response) -> None:
        """Refuse everything that is no event stream: it is an error in one of several shapes."""
        kind = response.headers.get("Content-Type", "")
        if response.status_code in wire.SUCCESS and kind.startswith("text/event-stream"):
            return
        body = read_all(response, wire.ANSWER_LIMIT)
        wire.unwrap(CHAT, response.status_code, response.headers, body, self._clock.now())
        raise SkillError("bad_response", charged=Charged.UNKNOWN)


class _Listening:
    """Reads a stream with two clocks: the pulse from the bytes, the meaning from the events."""

    def __init__(self, clock: Clock, progress: Progress) -> None:
        self.fold = ReplyFold()
        self.started = False
        self._frames = FrameReader()
        self._clock, self._progress = clock, progress
        self._meaning = self._told = clock.monotonic()
        self.cut = False
        self._generating = False

    def to(self, response: Response) -> None:
        """Read until the stream ends, or the agent has been silent for too long."""
        self.started = True
        with named():
            for chunk in _chunks(response):
                for frame in self._frames.feed(chunk):
                    if frame.kind == "message":
                        self._meaning = self._clock.monotonic()
                    step = self.fold.feed(frame)
                    if step is not None:
                        self._tell(step.stage)
                if self._gone():
                    self.cut = True
                    return
        self.cut = self._frames.close() or self.cut

    def _tell(self, stage: str) -> None:
        """Tell the stages of a generation; what follows no generation is an edit, and has none."""
        self._generating = self._generating or stage == "raw_video"
        if self._generating:
            self._progress.advance(STAGES[stage])

    def _gone(self) -> bool:
        """Tell the person that work goes on; say whether the agent seems to be gone."""
        now = self._clock.monotonic()
        if now - self._told >= TELL_EVERY_S:
            self._told = now
            self._progress.say("\N{HOURGLASS WITH FLOWING SAND} Still working...")
        return now - self._meaning > SILENT_LIMIT_S

    def exchange(self, *, out_of_time: bool) -> Exchange:
        """Return what was heard; without an end of the stream the work may go on."""
        reply = self.fold.finish(truncated=self.cut)
        return Exchange(reply=reply, ended=not self.cut, broken=self.cut and not out_of_time)


def _raise_refusal(reply: Reply) -> None:
    """Raise the error that came instead of any work, by the API's own code where it has one."""
    if reply.error is not None and not reply.worked and reply.error.code.isdecimal():
        raise wire.failure(CHAT, int(reply.error.code[:6]), reply.error.message)


def _chunks(response: Response) -> Iterator[bytes]:
    """Yield bytes as they arrive; `iter_content` would wait for whole blocks."""
    while chunk := response.raw.read1(BLOCK, decode_content=True):
        yield chunk
