"""A crowd for minutes: no error, and no more memory after the last chat than after the first."""

from __future__ import annotations

import sys

import pytest

from figures.crowd import crowd


@pytest.mark.soak
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's memory as a file")
def test_fifty_chats_at_once_in_two_hundred_sessions_keep_every_limit() -> None:
    figures = list(crowd())
    assert len(figures) == 4
    assert [figure.row() for figure in figures if not figure.met] == []
