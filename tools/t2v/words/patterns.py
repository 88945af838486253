"""Patterns written over several lines, each with letters of one script alone.

Letters that look alike in two scripts are a way to hide what code says; readers and scanners look
for lines that mix them. Standard library only.
"""

from __future__ import annotations


def joined(lines: str) -> str:
    """Return the lines as one pattern: without their indentation and the breaks between them."""
    return "".join(line.strip() for line in lines.splitlines())
