"""Work that must not last: name servers, network disks and other programs may never answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

_Result = TypeVar("_Result")


def within(seconds: float, action: Callable[[], _Result]) -> _Result:
    """Return what the action returns, or raise what it raises.

    Raises:
        TimeoutError: it took longer. The action goes on in a thread that ends with the program.
    """
    results: list[_Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(action())
        except BaseException as error:  # noqa: BLE001 - raised again for the caller, below
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not results:
        raise TimeoutError
    return results[0]
