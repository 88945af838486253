"""Characters that a reader does not see but a terminal or an agent does: all of them go.

What writing needs stays: the joiners inside emoji and inside the words of Arabic and Indic
scripts, and the sign that makes a symbol an emoji. Standard library only.
"""

from __future__ import annotations

import re

_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # OSC and other strings: titles, links
    r"|\x1b[ -/]*[0-~]?"  # the short ones
    r"|\x9b[0-?]*[ -/]*[@-~]"  # CSI as one C1 character
    r"|[\x90\x98\x9d-\x9f][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?",  # strings begun by one C1
)
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_EMPTY_LINES = re.compile(r"\n(?:[^\S\n]*\n){3,}")

_EMOJI = (
    "\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2934\u2935"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_JOINING = "\u0600-\u074f\u0750-\u07ff\u08a0-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af"
_NEEDED = (
    f"(?:(?<=[{_EMOJI}])|(?<=[{_EMOJI}]\ufe0f))\u200d(?=[{_EMOJI}])"
    f"|(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])"
    f"|(?<=[{_EMOJI}])[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3)"
)
_UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # control
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # fillers
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffc"  # zero width, bidi
    "\ufe00-\ufe0f"  # variation selectors; those beyond the first sixteen are among the tags
    "\ufdd0-\ufdef\ufffe\uffff"  # no characters at all
    "\ud800-\udfff"  # halves of surrogate pairs: no text at all
    "\U000110bd\U000110cd\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000dfffe-\U0010ffff"  # no characters, tags, what everybody may give a meaning of his own
)
_INVISIBLE = re.compile(f"(?!{_NEEDED})[{_UNSEEN}]")

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_PILE = re.compile(f"([{_MARKS}]{{4}})[{_MARKS}]+")
"""No language stacks more than four marks on a letter; what does paints over other lines."""


def visible(text: str) -> str:
    """Return what of a text can be seen, in lines that end with a line feed."""
    text = _BREAKS.sub("\n", _ESCAPES.sub("", text))
    return _EMPTY_LINES.sub("\n\n\n", _PILE.sub(r"\1", _INVISIBLE.sub("", text)))
