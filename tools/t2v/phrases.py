"""What the agent's reply says about its web page: instructions dropped, and done by a tool instead.

The agent thinks that the user has its page open. "Click Export" is what `export.py` does, "open
the Media panel" what `state.py` tells. Everything else of a reply stays as it is, to the letter.
The words that tell instructions from content are in `words.instructions`. Standard library only.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from t2v.words import instructions
from t2v.words.mentions import QUOTATION

LONGEST_SENTENCE = 1_000
"""Characters; nothing longer is an instruction, and patterns need not see it."""

_SENTENCE = (
    rf"(?:{QUOTATION}|[^.!?。！？\n]|[.!?](?![\s*_)\"”\u4e00-\u9fff]|$))*"
    r"(?:[.!?。！？]+[*_)\"”]*|$)"
)
_JOINT = (
    r"(?:,(?:\s+|(?=[\u4e00-\u9fff]))|;\s+|:\s+|\s+[-–—]+\s+|—|\s+(?=\())"
    r"(?:(?:and then|and|then|so|but|or)\s+)?"
    r"|\s+(?:and then|and|then|so|but|or)\s+"
    r"|[，；：]\s*|(?<=[\u4e00-\u9fff])(?=然后|并且|接着|再(?:点|拖))"
)
_TELLS = r"\b(?:is|are|was|will|has|have|had|can|i|we|it|they)\b|'(?:ll|ve|s|re)\b"
"""Words of a clause with a subject of its own."""


class Translation(NamedTuple):
    """The tools to run, each once, in order of appearance; and the reply without instructions."""

    actions: tuple[str, ...]
    text: str


def translate(reply: str) -> Translation:
    """Part a reply into actions and content. What is no instruction stays byte for byte."""
    actions: list[str] = []
    lines: list[str] = []
    fenced = dropped = False
    for line in reply.split("\n"):
        fence = line.lstrip().startswith("```")
        fenced ^= fence
        kept = line if fenced or fence else _line(line, actions, step=dropped)
        dropped = kept != line and not re.search(r"[^\W\d_]", kept)
        if not dropped:
            lines.append(kept)
    text = "\n".join(lines)
    if text == reply:
        return Translation((), reply)
    return Translation(tuple(dict.fromkeys(actions)), text.strip("\n") if text.strip() else "")


def _line(line: str, actions: list[str], *, step: bool) -> str:
    """Return a line without its instructions; `step`: the line before was nothing else."""
    if step and re.match(r"\s*(?:\d{1,2}[.)]|[-*•])\s", line) and instructions.goes_on(line):
        return ""
    sentences = [match.group() for match in re.finditer(_SENTENCE, line) if match.group()]
    kept = [_sentence(sentence, actions) for sentence in sentences]
    if kept == sentences:
        return line
    text = "".join(kept)
    # The sentence that went took the line's beginning with it, not the space before the next.
    return text if kept[0] else text.lstrip()


def _sentence(sentence: str, actions: list[str]) -> str:
    """Return what a sentence tells; "" when it only instructs."""
    if len(sentence) > LONGEST_SENTENCE:
        return sentence
    before = len(actions)
    clauses, joints = _cut(sentence)
    drop = _instructions(clauses, joints)
    found = [at for at, clause in enumerate(clauses) if instructions.instructs(clause)]
    for at, clause in enumerate(clauses):
        begins = instructions.tail(clause)
        if at in found:
            action = instructions.action_of(clause)
            # "click Export, choose MP4 and press Save": the last step only confirms the first.
            if not (at != found[0] and instructions.confirms(clause)):
                actions.append(action)
        elif not drop[at] and begins < len(clause):
            actions.append(instructions.action_of(clause[begins:]))
            drop[at] = instructions.offers(clause)
            clauses[at] = clause[:begins] + _ending(clause)
    asked = any(drop) or len(actions) > before
    return _joined(clauses, joints, drop, sentence) if asked else sentence


def _instructions(clauses: list[str], joints: list[str]) -> list[bool]:
    """Say of each clause whether it goes: instructions, their further steps, their reasons."""
    drop = [instructions.instructs(clause) for clause in clauses]
    for at in range(1, len(clauses)):
        if drop[at - 1] and not drop[at]:
            bare = "," not in joints[at - 1] and not re.search(_TELLS, clauses[at], re.IGNORECASE)
            joined = bool(re.search(r"\b(?:and|or)\b", joints[at - 1]))
            drop[at] = instructions.goes_on(clauses[at]) or (bare and joined)
    for at in range(len(clauses) - 2, -1, -1):
        if drop[at + 1] and not drop[at]:
            drop[at] = instructions.leads_up(clauses[at])
    return drop


def _cut(sentence: str) -> tuple[list[str], list[str]]:
    """Return the clauses of a sentence and the joints between them; quotations stay whole."""
    clauses, joints, start = [], [], 0
    for match in re.finditer(f"{QUOTATION}|(?P<joint>{_JOINT})", sentence):
        if match["joint"] is not None:
            clauses.append(sentence[start : match.start()])
            joints.append(match.group())
            start = match.end()
    return [*clauses, sentence[start:]], joints


def _joined(clauses: list[str], joints: list[str], drop: list[bool], sentence: str) -> str:
    """Put the kept clauses together with the joint before each, and the sentence's own end."""
    kept = [at for at in range(len(clauses)) if not drop[at]]
    if not kept or not re.search(r"\w", "".join(clauses[at] for at in kept)):
        return ""
    space = re.match(r"\s*", sentence)
    parts = [(space.group() if space else "") + clauses[kept[0]].lstrip()]
    for at in kept[1:]:
        parts += [joints[at - 1], clauses[at]]
    text = "".join(parts)
    return text if not drop[-1] else text.rstrip(" ,;:，；：") + _ending(sentence)


def _ending(sentence: str) -> str:
    """Return the punctuation that ends a sentence."""
    found = re.search(r"[.!?。！？]+[*_)\"”]*$", sentence)
    return found.group() if found else ""
