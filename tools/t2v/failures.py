"""Every way in which a tool can fail, in one table.

`meaning` says what happened, `advice` what to do next; both are shown to people. `wire` lists
the backend's own codes for it (envelope `code` or HTTP status). Standard library only.
"""

from __future__ import annotations

from typing import NamedTuple

from t2v.report import Exit, Next


class Failure(NamedTuple):
    """One row. `retry` is what a caller may do by itself: no, now or later."""

    code: str
    exit: Exit
    retry: str
    next: tuple[Next, ...]
    wire: tuple[int, ...]
    meaning: str
    advice: str


# fmt: off
_ROWS = (
    # The words and files that we were given
    Failure("usage", Exit.USAGE, "no", (Next.FIX_INPUT,), (),
            "The command line is not right.",
            "Run it with --help."),
    Failure("empty_text", Exit.USAGE, "no", (Next.ASK_USER,), (),
            "There is no text to work with.",
            "Give the user's words as the argument."),
    Failure("text_too_long", Exit.DATA, "no", (Next.FIX_INPUT,), (),
            "The text is too long.",
            "Shorten it, or split it into scenes."),
    Failure("bad_text", Exit.DATA, "no", (Next.FIX_INPUT,), (),
            "The text holds bytes that are not text.",
            "Give plain UTF-8 words."),
    Failure("file_missing", Exit.DATA, "no", (Next.ASK_USER,), (),
            "There is no such file.",
            "Check the path."),
    Failure("file_unreadable", Exit.DATA, "no", (Next.ASK_USER,), (),
            "The file cannot be read.",
            "Check its permissions."),
    Failure("not_a_file", Exit.DATA, "no", (Next.FIX_INPUT,), (),
            "That is not a regular file.",
            "Give one media file, not a folder, pipe or device."),
    Failure("file_empty", Exit.DATA, "no", (Next.ASK_USER,), (),
            "The file is empty.",
            "Give a file that holds something."),
    Failure("file_changed", Exit.DATA, "now", (Next.RETRY_NOW,), (),
            "The file changed while it was being read.",
            "Wait until it is complete, then run again."),
    Failure("unsupported_file", Exit.DATA, "no", (Next.SHOW_FORMATS,), (4001, 415),
            "This kind of file cannot be uploaded.",
            "Use one of the supported formats."),
    Failure("file_too_large", Exit.DATA, "no", (Next.COMPRESS_OR_TRIM,), (4002, 413),
            "The file is over the size limit.",
            "Compress or trim it."),
    Failure("bad_url", Exit.DATA, "no", (Next.FIX_INPUT,), (),
            "That is not an address that can be uploaded from.",
            "Give an https:// link without a user name or password."),
    Failure("output_exists", Exit.DATA, "no", (Next.USE_FORCE,), (),
            "The output file exists already.",
            "Choose another name, or allow replacing it with --force."),
    Failure("output_unusable", Exit.DATA, "no", (Next.FIX_INPUT,), (),
            "The output file cannot be written there.",
            "Choose another folder."),
    # The account
    Failure("bad_token", Exit.DENIED, "no", (Next.RENEW_TOKEN,), (),
            "The token is not in a form that can be sent.",
            "Copy NEMO_TOKEN again, as one line."),
    Failure("token_expired", Exit.DENIED, "no", (Next.RENEW_TOKEN,), (1001, 401),
            "The token is not accepted any more.",
            "Renew NEMO_TOKEN in your account; it is never replaced by itself."),
    Failure("token_quota", Exit.TEMPORARY, "later", (Next.RETRY_LATER,), (),
            "A free token was given out to this computer within the last 7 days.",
            "Use the token you have, set NEMO_TOKEN, or work with --local."),
    Failure("state_not_saved", Exit.UNAVAILABLE, "no", (Next.ASK_USER,), (),
            "A new token could not be kept, because the state folder is not writable.",
            "Set T2V_HOME to a folder that can be written."),
    Failure("no_credits", Exit.DENIED, "no", (Next.TOP_UP,), (2001,),
            "There are not enough credits left.",
            "Top up credits in your account."),
    Failure("export_blocked", Exit.DENIED, "no", (Next.UPGRADE_PLAN,), (402,),
            "The free plan cannot export; this is about the plan, not about credits.",
            "Register or upgrade your plan to unlock export."),
    # The session
    Failure("session_lost", Exit.TEMPORARY, "no", (Next.DESCRIBE_VIDEO,), (1002,),
            "The session is gone, and its timeline with it.",
            "A new session is ready; describe the video again."),
    Failure("no_session", Exit.DATA, "no", (Next.CONNECT,), (),
            "There is no session yet.",
            "Connect first, then describe the video."),
    Failure("empty_draft", Exit.DATA, "no", (Next.DESCRIBE_VIDEO,), (),
            "There is nothing in the timeline to export yet.",
            "Describe the video first."),
    Failure("busy", Exit.TEMPORARY, "later", (Next.WAIT,), (),
            "This session is still working on the request before.",
            "Wait for it; run the same tool with --resume."),
    Failure("nothing_to_resume", Exit.DATA, "no", (Next.FIX_INPUT,), (),
            "No work of this kind is running.",
            "Run the tool without --resume."),
    # The way to the backend
    Failure("network", Exit.UNAVAILABLE, "later", (Next.CHECK_NETWORK, Next.RETRY_LATER), (),
            "The video service cannot be reached.",
            "Check the connection; --local makes videos without it."),
    Failure("tls", Exit.UNAVAILABLE, "no", (Next.CHECK_NETWORK,), (),
            "The connection is not secure: the certificate does not fit.",
            "Check the clock, the proxy and the address."),
    Failure("deadline", Exit.TEMPORARY, "later", (Next.RETRY_LATER,), (),
            "The answer did not come in time.",
            "Try again in a minute."),
    Failure("bad_response", Exit.UNAVAILABLE, "later", (Next.CHECK_NETWORK, Next.RETRY_LATER), (),
            "The answer is not one that the video service gives.",
            "Check NEMO_API_URL and the proxy; try again in a minute."),
    Failure("unexpected_redirect", Exit.UNAVAILABLE, "no", (Next.CHECK_NETWORK,), (),
            "The service answered with a redirect, which is not followed.",
            "Check NEMO_API_URL and the proxy."),
    Failure("server_trouble", Exit.TEMPORARY, "later", (Next.RETRY_LATER,), (500, 502, 503, 504),
            "The video service has a fault of its own.",
            "Try again in a minute."),
    Failure("rate_limited", Exit.TEMPORARY, "later", (Next.RETRY_LATER,), (429,),
            "The service asks to slow down.",
            "Wait, then run the same command again."),
    Failure("bad_request", Exit.DATA, "no", (Next.REPORT_PROBLEM,), (400, 404, 405, 422),
            "The service did not accept the request.",
            "Say it in other words."),
    Failure("backend_error", Exit.UNAVAILABLE, "no", (Next.REPORT_PROBLEM,), (),
            "The service answered with an error that we do not know.",
            "Tell the user; do not retry by yourself."),
    # The work
    Failure("agent_failed", Exit.UNAVAILABLE, "no", (Next.ASK_USER,), (),
            "The video agent could not do this.",
            "Say it in other words, or try again later."),
    Failure("no_change", Exit.TEMPORARY, "no", (Next.ASK_USER,), (),
            "The connection broke, and no change has arrived in the timeline.",
            "Ask the user before sending it again: it may be charged twice."),
    Failure("overflow", Exit.UNAVAILABLE, "no", (Next.REPORT_PROBLEM,), (),
            "The answer is larger than anything the service sends.",
            "Tell the user; do not retry by yourself."),
    Failure("render_failed", Exit.UNAVAILABLE, "no", (Next.ASK_USER,), (),
            "Rendering failed twice.",
            "Change the timeline or try again later."),
    Failure("render_lost", Exit.TEMPORARY, "now", (Next.RETRY_NOW,), (),
            "The service does not know this render job any more.",
            "Export again; it costs nothing."),
    Failure("download_failed", Exit.TEMPORARY, "now", (Next.WAIT,), (),
            "The video could not be downloaded whole.",
            "Run the same command with --resume; the render is kept."),
    Failure("corrupt_download", Exit.UNAVAILABLE, "now", (Next.WAIT,), (),
            "The downloaded file is not a whole video.",
            "Run the same command with --resume; the render is kept."),
    # This computer
    Failure("disk_full", Exit.UNAVAILABLE, "no", (Next.ASK_USER,), (),
            "The disk is full.",
            "Free some space, then run again."),
    Failure("state_unusable", Exit.UNAVAILABLE, "no", (Next.ASK_USER,), (),
            "The state folder cannot be used.",
            "Set T2V_HOME to a folder of your own."),
    Failure("extra_missing", Exit.UNAVAILABLE, "no", (Next.INSTALL,), (),
            "A part that this needs is not installed.",
            "Install it with the command in data.command."),
    Failure("skill_broken", Exit.INTERNAL, "no", (Next.REPORT_PROBLEM,), (),
            "The skill's own files are not complete.",
            "Install the skill again."),
    Failure("not_ready", Exit.UNAVAILABLE, "no", (Next.MEND,), (),
            "Something is in the way of making a video.",
            "Each finding in data.findings names the command that mends it."),
    Failure("studio_down", Exit.UNAVAILABLE, "no", (Next.REPORT_PROBLEM,), (),
            "The local studio did not start.",
            "Look at the log that data.log names."),
    Failure("interrupted", Exit.INTERRUPTED, "no", (Next.WAIT,), (),
            "Stopped before it was done.",
            "Run the same tool with --resume if work was going on."),
    Failure("internal", Exit.INTERNAL, "no", (Next.REPORT_PROBLEM,), (),
            "This is a fault in the tool itself.",
            "Tell the user; the details are on standard error."),
)
# fmt: on

FAILURES = {row.code: row for row in _ROWS}
BY_WIRE = {number: row for row in _ROWS for number in row.wire}
