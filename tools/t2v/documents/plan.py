"""The plan of a film made from a document: what will be sent, shown before it is, and kept.

What stands in it the document's author wrote: it is cleaned like a reply of the service, and is
never a sentence of ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from t2v.documents.kinds import DOCUMENTS, TABLES
from t2v.documents.pieces import KINDS, Piece, Place, Reading
from t2v.documents.scenes import Scene, said, scenes
from t2v.documents.sentences import words
from t2v.errors import SkillError
from t2v.external.untrusted import clean, clean_name
from t2v.words.languages import guess

SECONDS = 30
SHORTEST, LONGEST = 5, 180
"""Seconds of a film from a document; the longest has 900 words, which a message and an answer
hold in any script."""

BEST_WORDS = 150
"""Words up to which a text gives a focused film, as the vendor's pages say."""

TITLE_LIMIT = 60

_FRAMES = {
    "zh": ("{ask}，标题为“{title}”：", "{ask}：", "场景{number}：{text}（{seconds}秒）"),
    "": ('{ask}, titled "{title}":', "{ask}:", "Scene {number}: {text} ({seconds} s)"),
}
"""How a message begins, with a title and without one, and how each scene does; by language."""

_LINK = re.compile(r"\b[a-z][a-z0-9+.-]{0,30}\[:\]//((?:[\w:@-]|\[?\.\]?)*)", re.IGNORECASE)
"""A link as `clean` leaves it: a film shows the address, which nobody can click there."""

_ENDS = " .!?,;:。！？，；："


class Plan(NamedTuple):
    """A film's scenes.

    `name` is the file's, `words` what the document has, `kept` what of it the scenes have; `cut`
    says that only its beginning was read.
    """

    name: str
    kind: str
    title: str
    language: str
    seconds: int
    words: int
    kept: int
    cut: bool
    scenes: tuple[Scene, ...]

    def message(self, ask: str) -> str:
        """Return the one message that is sent.

        Args:
            ask: what is asked for, in the user's words or ours: "Make a video from this text".
        """
        titled, untitled, scene = _FRAMES.get(self.language, _FRAMES[""])
        frame = titled if self.title else untitled
        lines = [frame.format(ask=ask.strip(_ENDS), title=self.title)]
        for number, one in enumerate(self.scenes, 1):
            lines.append(scene.format(number=number, text=one.text, seconds=one.seconds))
        return _plainly("\n".join(lines))

    def table(self) -> str:
        """Return the scenes as lines: number, seconds, source, and all that will be sent."""
        rows = [("#", "seconds", "from", "text"), *self._rows()]
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
            + f"  {row[3]}"
            for row in rows
        ]
        return clean("\n".join([*([f"Title: {self.title}"] if self.title else []), *lines]))

    def facts(self) -> dict[str, Any]:
        """Return what may be said of it that the document did not write."""
        starts = _starts([one.seconds for one in self.scenes])
        return {
            "kind": self.kind,
            "words": self.words,
            "kept_words": self.kept,
            "cut": self.cut,
            "duration_s": self.seconds,
            "language": self.language,
            "scenes": [
                {"start_s": start, "duration_s": one.seconds, "source": one.source}
                for start, one in zip(starts, self.scenes, strict=True)
            ],
        }

    def outline(self) -> str:
        """Return our sentences about it."""
        count = len(self.scenes)
        told = f"{self.name}: {count} scene{'s' * (count != 1)}, {self.seconds} s"
        told += f", {self.kept} of {self.words} words." if self.kept < self.words else "."
        if self.words > BEST_WORDS:
            told += f" Short texts under {BEST_WORDS} words work best."
        return f"{told} Only its beginning was read." if self.cut else told

    def _rows(self) -> list[tuple[str, str, str, str]]:
        starts = _starts([one.seconds for one in self.scenes])
        return [
            (str(number), f"{start}-{start + one.seconds}", one.source, one.text)
            for number, (start, one) in enumerate(zip(starts, self.scenes, strict=True), 1)
        ]


def planned(reading: Reading, name: str, kind: str, seconds: int) -> Plan:
    """Return the plan of a film of so many seconds.

    Args:
        reading: what the document holds; some words at least.
        name: the file's.
        kind: the document's.
        seconds: the film's length.

    Raises:
        SkillError: `document_empty` where all there is are marks that nobody reads.
    """
    title, pieces = _titled(reading, kind)
    chosen = scenes(pieces, seconds)
    shown = tuple(one._replace(text=_line(one.text)) for one in chosen)
    if not any(one.text for one in shown):
        raise SkillError("document_empty", f"There are no words in {name} that can be shown.")
    return Plan(
        name=clean_name(name),
        kind=kind,
        title=clean_name(title, TITLE_LIMIT),
        language=guess(" ".join(one.text for one in shown)),
        seconds=seconds,
        words=round(said(pieces)),
        kept=round(sum(words(one.text) for one in chosen)),
        cut=reading.cut,
        scenes=tuple(one for one in shown if one.text),
    )


def _titled(reading: Reading, kind: str) -> tuple[str, list[Piece]]:
    """Return the title and the rest; a first heading is the title, or what a page's begins with."""
    pieces, title = list(reading.pieces), reading.title
    if len(pieces) > 1 and pieces[0].heading and kind not in TABLES:
        first = pieces[0].text
        if not title or first.casefold() in title.casefold():
            return first, pieces[1:]
    return title, pieces


def to_plain(plan: Plan) -> dict[str, Any]:
    """Return the plan as JSON can hold it."""
    rows = [
        {"text": one.text, "seconds": one.seconds, "first": [*one.first], "last": [*one.last]}
        for one in plan.scenes
    ]
    return {**plan._asdict(), "scenes": rows}


def from_plain(document: Any) -> Plan:  # noqa: ANN401 - any JSON
    """Return the plan that `to_plain` was given; its words may have been changed since.

    Raises:
        ValueError, KeyError, TypeError: it is none.
    """
    shown = tuple(_scene(row) for row in document["scenes"])
    if not shown or document["kind"] not in DOCUMENTS or not shown[0].text:
        raise ValueError
    return Plan(
        name=clean_name(document["name"]),
        kind=document["kind"],
        title=clean_name(document["title"], TITLE_LIMIT),
        language=guess(" ".join(one.text for one in shown)),
        seconds=sum(one.seconds for one in shown),
        words=int(document["words"]),
        kept=int(document["kept"]),
        cut=document["cut"] is True,
        scenes=shown,
    )


def _scene(row: Mapping[str, Any]) -> Scene:
    text, seconds = _line(str(row["text"])), int(row["seconds"])
    if not 1 <= seconds <= LONGEST:
        raise ValueError
    return Scene(text, seconds, _place(row["first"]), _place(row["last"]))


def _place(row: Sequence[Any]) -> Place:
    kind, number = row
    if kind not in KINDS:
        raise ValueError
    return Place(kind, int(number))


def _line(text: str) -> str:
    """Return the text on one line, without what only programs read."""
    return " ".join(clean(text).split())


def _plainly(text: str) -> str:
    """Return the text with its addresses as people write them."""
    text = _LINK.sub(lambda found: found[1].replace("[.]", "."), text)
    return text.replace("www[.]", "www.")


def _starts(lengths: Sequence[int]) -> list[int]:
    return [sum(lengths[:place]) for place in range(len(lengths))]
