"""The MCP server: the verbs as tools, over standard input and output."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import anyio
from jsonschema import Draft202012Validator
from mcp import MCPError
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    Tool,
    ToolAnnotations,
)

from t2v import people
from t2v.errors import SkillError
from t2v.report import Charged, Next
from t2v.skill import Skill, skill_folder
from t2v_mcp import call
from t2v_mcp.rules import instructions
from t2v_mcp.verbs import Verb, all_verbs

ANSWER: dict[str, Any] = {
    "type": "object",
    "required": ["ok", "next", "charged"],
    "properties": {
        "ok": {"type": "boolean"},
        "say": {"type": "string"},
        "next": {"type": "array", "items": {"enum": [code.value for code in Next]}},
        "charged": {"enum": [value.value for value in Charged]},
        "data": {"type": "object"},
        "error": {"type": "object"},
        "external": {"type": "object", "required": ["untrusted", "source", "text"]},
    },
    "additionalProperties": False,
}
"""What every tool prints, whatever stands under `data`."""


def serve(folder: Path) -> None:
    """Serve until standard input ends; the tools run in `folder`."""
    anyio.run(_serve, make(folder))


def make(folder: Path) -> Server[Any]:
    """Return the server; nothing is started yet."""
    verbs = all_verbs()

    async def list_tools(
        _context: ServerRequestContext[Any], _params: PaginatedRequestParams | None
    ) -> ListToolsResult:
        return ListToolsResult(tools=[describe(verb) for verb in verbs.values()])

    async def call_tool(
        context: ServerRequestContext[Any], params: CallToolRequestParams
    ) -> CallToolResult:
        if params.name not in verbs:
            raise MCPError(INVALID_PARAMS, f"There is no tool {params.name!r}.")

        async def tell(progress: float, say: str) -> None:
            await context.session.report_progress(progress, None, say)

        return result(await answer(verbs[params.name], params.arguments or {}, folder, tell))

    package = Path(people.__file__).parent
    skill = Skill.load(skill_folder(package, people.launcher("route")))
    server: Server[Any] = Server(
        "text-to-video",
        version=skill.version,
        instructions=instructions(),
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )
    server.middleware.clear()  # the SDK's own traces calls wherever the user's environment says
    return server


def describe(verb: Verb) -> Tool:
    """Return a verb as the protocol describes tools."""
    return Tool(
        name=verb.name,
        description=verb.description,
        input_schema=verb.schema,
        output_schema=ANSWER,
        annotations=ToolAnnotations(
            read_only_hint=verb.hints.reads,
            destructive_hint=verb.hints.destroys,
            idempotent_hint=verb.hints.repeats,
            open_world_hint=verb.hints.outside,
        ),
    )


async def answer(
    verb: Verb, given: dict[str, Any], folder: Path, tell: call.Tell
) -> dict[str, Any]:
    """Check the arguments and run the verb; what is wrong with them is a document, too."""
    wrong = next(Draft202012Validator(verb.schema).iter_errors(given), None)
    if wrong is not None:
        where = "".join(f"{part}: " for part in wrong.absolute_path)
        return SkillError("usage", f"{where}{wrong.message}.").document()
    return await call.run(verb.command(given), folder, tell)


def result(document: dict[str, Any]) -> CallToolResult:
    """Return a tool's document as the protocol carries it: as data, and as text for older hosts."""
    return CallToolResult(
        content=[TextContent(type="text", text=json.dumps(document, ensure_ascii=False))],
        structured_content=document,
        is_error=not document.get("ok"),
    )


async def _serve(server: Server[Any]) -> None:
    async with stdio_server() as (reading, writing):
        await server.run(reading, writing, server.create_initialization_options())
