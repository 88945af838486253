"""Which tool the user's words are for.

A text is a row of clauses, and each clause is a request, content for the video agent, or talk
(`words.grammar`). Content wins over requests, because an edit must not be lost; what was asked for
besides it stands in `then`. Standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from t2v.words import mentions
from t2v.words.clauses import TOOLS, Clause, clauses_of
from t2v.words.details import details, notes
from t2v.words.grammar import CANCEL, CONTENT, FREE, NEGATED, REMARK
from t2v.words.languages import guess
from t2v.words.vocabulary import vocabulary_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SEND, UPLOAD, BATCH, CONNECT, EVALUATE = "send", "upload", "batch", "connect", "evaluate"

ALONE = ("jobs", "doctor")
"""Tools that are not run beside content: "stop the export, the title is wrong" is an edit."""

BEFORE = {EVALUATE: ("export", EVALUATE)}
"""What a tool needs after content: only a finished video can be measured."""

QUESTIONS = frozenset(("credits", "state", EVALUATE, CONNECT, *ALONE))
"""Tools whose requests may speak of tables and rows without asking for films of them."""

DOCUMENTS = (*mentions.TABLES, ".md", ".markdown", ".docx", ".pdf", ".html", ".htm", ".srt", ".vtt")
"""Endings of files that `upload` makes a film of, so that nothing is left to send."""

DESCRIBING = "etnN"
"""Letters of the words that make a clause no request."""

HEAD, TAIL = 3_000, 600
"""Characters that are read at each end: longer texts are scripts, and their middle is content."""

CUE = r"\d[.,]\d{3}[ \t]*-->"
"""In the line of times that is over each subtitle of an SRT or WebVTT file."""

BETWEEN = '"..."'
"""Stands for the middle of a long text: a quotation, so content."""


class Decision:
    """Where the words go, why, and what was found in them.

    `then`: tools asked for besides. `describes`: whether the words say what a film shows, which
    talk, questions and edits do not. `notes`: sentences for the user.
    """

    __slots__ = (
        "arguments", "confidence", "describes", "language", "matched", "notes", "then", "tool",
        "why",
    )  # fmt: skip

    def __init__(  # noqa: PLR0913 - the keys of the answer
        self,
        *,
        tool: str,
        then: tuple[str, ...],
        matched: tuple[str, ...],
        language: str,
        confidence: float,
        arguments: dict[str, Any],
        describes: bool,
        notes: tuple[str, ...],
        why: tuple[str, ...],
    ) -> None:
        """Take the parts of the answer."""
        self.tool, self.then, self.matched = tool, then, matched
        self.language, self.confidence = language, confidence
        self.arguments, self.describes = arguments, describes
        self.notes, self.why = notes, why

    @property
    def skip_chat(self) -> bool:
        """Say whether the tool answers without the video agent."""
        return self.tool not in (SEND, BATCH)


def route(text: str, files: Sequence[str] = ()) -> Decision:
    """Decide which tool the words, and the files that came with them, are for."""
    named = mentions.take(_bounded(text))
    words = _unquoted(named)
    language = guess(words)
    clauses = clauses_of(words, vocabulary_of(language))
    sources = (*files, *named.paths)
    tools = _tools(clauses, files=bool(files))
    run = [clause for clause in clauses if clause.act in tools]
    arguments = details(run, sources, named.urls, named.sizes)
    table = mentions.table(words, files, named.paths)
    of_rows = None if table is None else _of_rows(clauses, table, words)
    if of_rows:
        tools = (BATCH, *(tool for tool in tools if tool == EVALUATE))
        arguments = of_rows
    elif UPLOAD in tools and SEND in tools and sources and not named.urls:
        tools = _without_words(tools, sources, arguments, text)
    return Decision(
        tool=tools[0],
        then=tools[1:],
        matched=_matched(clauses, tools[0], (*files, *named.paths, *named.urls)),
        language=language,
        confidence=_confidence(clauses, tools[0]),
        arguments=arguments,
        describes=any(clause.describes for clause in clauses),
        notes=notes(run),
        why=(*_seen(language, named, files), *(_step(clause) for clause in clauses)),
    )


def _bounded(text: str) -> str:
    """Return both ends of a long text, and that there is content between them.

    Subtitles are content from their first time on, whatever they say.
    """
    if cues := re.search(CUE, text):
        text = f"{text[: cues.start()]}\n{BETWEEN}"
    if len(text) <= HEAD + TAIL:
        return text
    return f"{text[:HEAD]}\n{BETWEEN}\n{text[-TAIL:]}"


def _unquoted(named: mentions.Mentions) -> str:
    """Return the text to read; one that is nothing but a quotation is what it quotes."""
    alone = named.text.strip(" .!?。！？") == mentions.QUOTE and len(named.quotes) == 1
    return named.quotes[0] if alone else named.text


def _tools(clauses: Sequence[Clause], *, files: bool) -> tuple[str, ...]:
    """Return the tools in the order in which they should run; never empty."""
    acts = [clause.act for clause in clauses]
    asked = [] if CANCEL in acts else [act for act in acts if act in TOOLS]
    if CONTENT in acts:
        asked = _with_content(clauses, asked)
    if files and not (NEGATED in acts and any("u" in clause.letters for clause in clauses)):
        # A file was sent: only words that ask for something else clearly come first.
        first = bool(asked) and asked[0] not in (SEND, CONNECT)
        asked = (
            asked if asked[:1] == [EVALUATE] else [*asked, UPLOAD] if first else [UPLOAD, *asked]
        )
    return tuple(dict.fromkeys(asked)) or (SEND,)


def _with_content(clauses: Sequence[Clause], asked: list[str]) -> list[str]:
    """Put the video agent first, but after a file that the content needs."""
    first = next(clause.act for clause in clauses if clause.act in (UPLOAD, CONTENT))
    named = any(set(clause.letters) & set("pR") for clause in clauses)
    fresh = [CONNECT] if CONNECT in asked else []
    rest = [step for act in asked if act not in ALONE for step in BEFORE.get(act, (act,))]
    return [*fresh, UPLOAD, SEND, *rest] if named or first == UPLOAD else [*fresh, SEND, *rest]


def _of_rows(clauses: Sequence[Clause], table: str, words: str) -> dict[str, Any] | None:
    """Return the arguments of a batch; None where something is denied, or only asked."""
    from t2v.words import rows  # noqa: PLC0415 - few words are about tables

    acts = {clause.act for clause in clauses}
    asks = CONTENT in acts or not acts & QUESTIONS
    films = asks and not acts & {CANCEL, NEGATED} and rows.wanted(words)
    return rows.arguments(table, words) if films else None


def _without_words(
    tools: tuple[str, ...], sources: Sequence[str], arguments: dict[str, Any], text: str
) -> tuple[str, ...]:
    """Leave out `send` where `upload` makes a film of documents: the words go with them, once."""
    if not all(name.lower().endswith(DOCUMENTS) for name in sources):
        return tools
    arguments["words"] = text
    return tuple(tool for tool in tools if tool != SEND)


def _matched(clauses: Sequence[Clause], tool: str, named: Sequence[str]) -> tuple[str, ...]:
    """Return the words that decided: the request's, what made it content, or the files' names."""
    words = [word for clause in clauses for word in clause.words if clause.act == tool]
    if tool == SEND:
        words = [word for clause in clauses for word in clause.words if word.letter in DESCRIBING]
    found = (w.text for w in words if w.letter not in FREE and w.text.isprintable())
    return tuple(dict.fromkeys(found)) or (tuple(named) if tool == UPLOAD else ())


def _confidence(clauses: Sequence[Clause], tool: str) -> float:
    """Return how sure the decision is, 0 to 1: a sum of doubts, not a measured frequency."""
    acts = {clause.act for clause in clauses}
    if tool == SEND:
        near = any(set(clause.letters) & set("vcsuKjVDG") for clause in clauses)
        return 0.7 if near else 0.9
    doubts = (REMARK in acts, NEGATED in acts, CONTENT in acts, len(acts & TOOLS) > 1)
    slipped = any(clause.slipped for clause in clauses)
    return round(0.95 - 0.1 * sum(doubts) - 0.1 * slipped, 2)


def _seen(language: str, named: mentions.Mentions, files: Sequence[str]) -> tuple[str, ...]:
    """Return what was noticed before any word was read."""
    facts = (
        (f"read as language {language}", True),
        (f"{len(files)} file(s) came with the words", files),
        (f"set aside {len(named.quotes)} quotation(s) as content", named.quotes),
        (
            f"set aside {len(named.paths) + len(named.urls)} file(s) or link(s)",
            named.paths or named.urls,
        ),
    )
    return tuple(fact for fact, holds in facts if holds)


def _step(clause: Clause) -> str:
    """Return one clause's part of the explanation."""
    unknown = [word.text for word in clause.words if word.letter == "x"]
    because = f", because of {', '.join(unknown[:5])}" if unknown else ""
    return f"{clause.text[:80]!r} is {clause.act}{because}"
