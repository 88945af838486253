"""What a host does to a command that takes too long: SIGTERM, or closing its terminal.

Either becomes an exception, so that the tool says in one JSON line what goes on without it.
"""

from __future__ import annotations

import signal


class TerminatedError(KeyboardInterrupt):
    """Somebody ended this process; as with Ctrl-C, nothing but the command line catches it."""


def listen() -> None:
    """Turn SIGTERM and SIGHUP into exceptions; one that is ignored (nohup) stays so."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def ignore() -> None:
    """Listen to none of them any more: there is one line left to say."""
    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)


def _stop(_number: int, _frame: object) -> None:
    ignore()
    raise TerminatedError
