"""An MCP host: the SDK's own client, which starts `t2v mcp` as a program."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.types import CallToolResult, TextContent

from tests.tools.schema import validate

Connect: TypeAlias = Callable[..., AbstractAsyncContextManager["Host"]]
PROGRAM = "import sys; sys.argv[0] = 't2v'; from t2v.people import main; main()"


class Host:
    """A host that is connected; `called` holds what each call gave back."""

    def __init__(self, client: Client) -> None:
        self.client = client

    async def call(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """Call a tool that is to succeed, and return its document."""
        result = await self.client.call_tool(tool, arguments)
        assert not result.is_error, result
        document = document_of(result)
        validate(tool, document, 0 if "wait" not in document["next"] else 75)
        return document


def document_of(result: CallToolResult) -> dict[str, Any]:
    """Return the document, which is the same as data and as text."""
    import json

    document = result.structured_content
    (content,) = result.content
    assert isinstance(content, TextContent)
    assert json.loads(content.text) == document
    assert isinstance(document, dict)
    return document


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir()
    return folder


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where the server's standard error goes."""
    return tmp_path / "server.log"


@pytest.fixture
def connect(workspace: Path, log: Path) -> Connect:
    """Return a function that starts the server with these variables, in any era of the protocol."""

    @asynccontextmanager
    async def connected(mode: Any = "auto", **environment: str) -> AsyncIterator[Host]:
        server = StdioServerParameters(
            command=sys.executable,
            args=["-c", PROGRAM, "mcp", "--folder", str(workspace)],
            env={**os.environ, **environment},
        )
        with log.open("w") as errors:
            transport = stdio_client(server, errlog=errors)
            async with Client(transport, mode=mode, read_timeout_seconds=60) as client:
                yield Host(client)

    return connected
