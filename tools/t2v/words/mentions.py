"""What a text names or quotes: files, links and quotations, taken out before words are read.

A quotation is content, whatever words it holds; a file may be meant for upload. Each is replaced
by one private-use character, so that positions and order stay. Every pattern is bounded: a text
costs time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

KINDS = (
    "mp4|mov|avi|webm|mkv|m4v|jpe?g|png|gif|webp|heic|mp3|wav|m4a|aac|flac"
    "|txt|csv|tsv|jsonl?|docx?|pdf"
)
"""Endings of file names; wider than what uploads accept, so that uploads can judge."""

FILE, NAME, WEB_FILE, LINK, QUOTE, SIZE = MARKS = "\ue000\ue001\ue002\ue003\ue004\ue005"
"""Marks: a file with its folder, a bare file name, a media file on the web, a page, a quotation,
a size such as 25 MB.
"""

TABLES = (".csv", ".tsv", ".tab", ".json", ".jsonl", ".txt")
"""Endings of what batches read, as names have them."""

NOUNS = (
    "csv", "tsv", "spreadsheet", "dataset", "prompt file", "prompts file", "prompt list",
    "list of prompts", "表格", "数据集", "hoja de cálculo", "planilha", "tableur", "tabelle",
    "таблиц", "スプレッドシート", "스프레드시트", "lembar kerja",
)  # fmt: skip
"""Tables that are spoken of without a name; no pattern, because every text is asked for them."""

_NO_MARKS = dict.fromkeys(map(ord, MARKS))

QUOTATION = (
    "“[^“”\n]{1,400}”|「[^「」\n]{1,400}」|『[^『』\n]{1,400}』|《[^《》\n]{1,400}》|«[^«»\n]{1,400}»"
    '|„[^„“”\n]{1,400}[“”]|"[^"\n]{1,400}"|`[^`\n]{1,400}`|‘[^‘’\n]{1,400}’'
    r"|(?<!\w)'[^'\n]{1,400}'(?!\w)|【[^【】\n]{1,400}】"
)
"""A quotation, as a pattern: one pair of marks and what is between them, in one line."""

_STOP = r"\s\"'<>|，。；、！？“”「」（）"
_LINK = rf"(?:https?|ftp|file)://[^{_STOP}]{{1,2000}}"
_PLACE = rf"(?<![\w/.~-])(?:~?/|\.{{1,2}}/|[a-zA-Z]:[\\/])[^{_STOP}]{{1,400}}"
_PLACE_AFTER_HAN = rf"(?<=[\u3040-\u9fff\uac00-\ud7af])(?:~?/|[a-zA-Z]:\\)[^{_STOP}]{{1,400}}"
_NAME = rf"(?a:\b[\w-]{{1,80}}\.(?:{KINDS})\b)"

_SIZE = (
    r"(?:(?i:\b(?:under|below|less than|smaller than|no more than|at most|up to|max|por debajo de"
    r"|menos de|abaixo de|moins de|unter|maximal"
    "|до|меньше"
    r"|di bawah)\s{1,3}))?"
    r"(?<![a-zA-Z0-9_.,])(?P<number>\d{1,5}(?:[.,]\d{1,2})?)[ -]?"
    r"(?:(?P<unit>(?i:[kmg]b))(?![a-z])|(?:(?i:mib|megabytes?|megas?\b)|Mo\b"
    "|мб|兆|メガ|메가)(?:バイト|바이트)?)"
)
"""A size, and what people say before it; without a unit's letters it is in MB."""
_RATIOS = r"(?<![\d:])(9|16|1|4|5|3|21):(16|9|1|5|4|3)(?![\d:])"
_MENTION = (
    f"(?P<link>{_LINK})|(?P<quote>{QUOTATION})|(?P<path>{_PLACE}|{_PLACE_AFTER_HAN})"
    f"|(?P<name>{_NAME})"
)
_MEDIA = rf"(?ia)\.(?:{KINDS})\b"
_TELLING = '/\\"`‘“„«「『《【'
"""Characters that name or quote something; so may a full stop and an apostrophe, see below."""


class Mentions:
    """A text without its names and quotations, and what they were."""

    __slots__ = ("paths", "quotes", "sizes", "text", "urls")

    def __init__(
        self,
        text: str,
        paths: Sequence[str] = (),
        urls: Sequence[str] = (),
        quotes: Sequence[str] = (),
        sizes: Sequence[str] = (),
    ) -> None:
        """Keep the text with its marks, and what stood there."""
        self.text = text
        self.paths, self.urls, self.quotes = tuple(paths), tuple(urls), tuple(quotes)
        self.sizes = tuple(sizes)


def table(text: str, files: Sequence[str], paths: Sequence[str]) -> str | None:
    """Return the table that is spoken of, "" for one without a name, None for none.

    What came with the words goes before what they name, which may be what is wanted: a
    submission.csv.
    """
    found = next((name for name in (*files, *paths) if name.lower().endswith(TABLES)), None)
    unnamed = found is None and not files and any(noun in text.casefold() for noun in NOUNS)
    return "" if unnamed else found


def telling(text: str) -> bool:
    """Say whether anything may be named or quoted: in most requests nothing can.

    The pattern that finds it takes longer to compile than all the rest of a request to read.
    """
    return (
        any(character in text for character in _TELLING)
        or any(after[:1].isalnum() for after in text.split(".")[1:])  # clip.mp4, not an end
        or any(not before[-1:].isalnum() for before in text.split("'")[:-1])  # 'so', not don't
    )


def take(text: str) -> Mentions:
    """Take files, links, quotations and sizes out of the text; one mark stays for each."""
    text = text.translate(_NO_MARKS)
    if not telling(text):
        return _sized(Mentions(text))
    paths: list[str] = []
    urls: list[str] = []
    quotes: list[str] = []

    def mark(found: re.Match[str]) -> str:
        whole = found.group()
        if found["link"]:
            whole, rest = _ended(whole)
            urls.append(whole)
            return (WEB_FILE if re.search(_MEDIA, whole) else LINK) + rest
        if found["quote"]:
            return _quotation(whole, paths, quotes)
        whole, rest = _ended(whole)
        paths.append(whole)
        return (FILE if found["path"] else NAME) + rest

    return _sized(Mentions(re.sub(_MENTION, mark, text), paths, urls, quotes))


def _sized(named: Mentions) -> Mentions:
    """Take the sizes out, and write 9:16 as 9x16, because a colon parts clauses."""
    if not any(character.isdecimal() for character in named.text):
        return named
    sizes: list[str] = []

    def mark(found: re.Match[str]) -> str:
        sizes.append(found["number"].replace(",", ".") + (found["unit"] or "MB").upper())
        return f" {SIZE} "

    text = re.sub(_SIZE, mark, named.text)
    text = re.sub(_RATIOS, r"\1x\2", text)
    return Mentions(text, named.paths, named.urls, named.quotes, sizes)


def _quotation(whole: str, paths: list[str], quotes: list[str]) -> str:
    """Return the mark of a quotation; a quoted path with spaces is a path."""
    inner = whole[1:-1]
    if re.match(r"~?/|\.{1,2}/|[a-zA-Z]:[\\/]", inner) and re.search(_MEDIA, inner):
        paths.append(inner)
        return FILE
    quotes.append(inner)
    return QUOTE


def _ended(whole: str) -> tuple[str, str]:
    """Split what belongs to a path or link from what follows without a space, as in Chinese."""
    media = re.search(_MEDIA, whole)
    if media and not whole[media.end() :].startswith(("?", "/", "#", "&", ".", "\\", "-")):
        return whole[: media.end()], whole[media.end() :]
    ended = whole.rstrip(".,;:!?)")
    return ended, whole[len(ended) :]
