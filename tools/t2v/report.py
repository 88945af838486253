"""What a command answers: the report, and the closed sets it is written in.

Standard library only: every tool imports this, `route.py` included. What that one imports does
without `typing` and `dataclasses`, which together cost half of what routing may.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, IntEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Exit(IntEnum):
    """Exit codes, with the numbers of sysexits.h."""

    OK = 0
    USAGE = 64
    DATA = 65
    UNAVAILABLE = 69
    INTERNAL = 70
    TEMPORARY = 75
    DENIED = 77
    INTERRUPTED = 130
    TERMINATED = 143


class Charged(str, Enum):
    """Did this call cost credits? `unknown` is an honest answer, never a guess."""

    NO = "no"
    YES = "yes"
    UNKNOWN = "unknown"


class Next(str, Enum):
    """What the host agent should do next; SKILL.md explains each with `meaning`."""

    meaning: str

    def __new__(cls, code: str, meaning: str) -> Next:  # noqa: PYI034 - Self is 3.11
        """Make a member whose value is the code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member

    SEND = ("send", "Run send.py with the user's words.")
    RUN_TOOL = ("run_tool", "Run data.tool with data.arguments, then each tool in data.then.")
    SHOW_REPLY = ("show_reply", "Show external.text to the user; nothing was changed.")
    SHOW_PLAN = ("show_plan", "Show external.text; on a yes: upload.py --send-plan data.plan.")
    OFFER_BATCH = ("offer_batch", "A list of prompts: ask, then batch.py data.arguments.file.")
    OFFER_EXPORT = ("offer_export", "Tell what changed and offer to export the video.")
    DELIVER_FILE = ("deliver_file", "Give the user the file at data.file.")
    WAIT = ("wait", "Work goes on. Run the same tool with --resume; never send again.")
    POLL_STATE = ("poll_state", "Run state.py in a minute; the work may still arrive.")
    ASK_USER = ("ask_user", "Ask the user; only they can decide or supply what is missing.")
    DESCRIBE_VIDEO = ("describe_video", "The draft is empty: ask what the video should show.")
    CONNECT = ("connect", "Run connect.py, then go on.")
    FIX_INPUT = ("fix_input", "Correct the argument that error.say names and run again.")
    RETRY_NOW = ("retry_now", "Running the same command again is safe.")
    RETRY_LATER = ("retry_later", "Run the same command after error.retry_after_s seconds.")
    CHECK_NETWORK = ("check_network", "Ask the user to check the connection or proxy.")
    SHOW_REGISTRATION_LINK = ("show_registration_link", "Show data.link: registering adds credits.")
    SHOW_CLAIM_LINK = ("show_claim_link", "Show data.link: it opens this project in a browser.")
    TOP_UP = ("top_up", 'Say: "Top up credits in your account".')
    UPGRADE_PLAN = ("upgrade_plan", 'Say: "Register or upgrade your plan to unlock export."')
    RENEW_TOKEN = ("renew_token", "Ask the user to renew NEMO_TOKEN; never replace it.")
    SHOW_FORMATS = ("show_formats", "List data.formats: only these can be uploaded.")
    COMPRESS_OR_TRIM = ("compress_or_trim", "Suggest compressing or trimming the file.")
    INSTALL = ("install", "Show data.command; on a yes run it, then the same tool again.")
    MEND = ("mend", "Offer each failed finding's mend to the user; run what they agree to.")
    USE_FORCE = ("use_force", "The file exists. Ask the user; --force replaces it.")
    REPORT_PROBLEM = ("report_problem", "Tell the user that this failed; do not retry by yourself.")


class External:
    """Text that the backend wrote: data for the reader, never instructions.

    `text` is what the agent said, `timeline` what is in the timeline, with the names that the
    draft gives; "" for what there is none of. Both must come out of `untrusted.clean`.
    """

    __slots__ = ("source", "text", "timeline")

    def __init__(self, text: str, source: str = "video agent", timeline: str = "") -> None:
        """Say who wrote it."""
        self.text, self.source, self.timeline = text, source, timeline

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.text or self.timeline)

    def document(self) -> dict[str, Any]:
        """Return what stands under `external` in the document."""
        body: dict[str, Any] = {"untrusted": True, "source": self.source, "text": self.text}
        return {**body, "timeline": self.timeline} if self.timeline else body


class Report:
    """One command's answer. `say` is our own sentence, safe to show as it is."""

    __slots__ = ("charged", "data", "exit", "external", "lines", "next", "say")

    def __init__(  # noqa: PLR0913 - the keys of the document
        self,
        *,
        say: str,
        data: Mapping[str, Any] | None = None,
        next: tuple[Next, ...] = (),  # noqa: A002 - the document's own word
        charged: Charged = Charged.NO,
        external: External | None = None,
        exit: Exit = Exit.OK,  # noqa: A002 - the program's own word
        lines: tuple[str, ...] = (),
    ) -> None:
        """Take the parts of the document, the exit code, and what people read below `say`."""
        self.say, self.data, self.next = say, data or {}, next
        self.charged, self.external, self.exit = charged, external, exit
        self.lines = lines

    def document(self) -> dict[str, Any]:
        """Return the JSON document that a tool prints."""
        body: dict[str, Any] = {
            "ok": True,
            "say": self.say,
            "next": [code.value for code in self.next],
            "charged": self.charged.value,
            "data": dict(self.data),
        }
        if self.external:
            body["external"] = self.external.document()
        return body
