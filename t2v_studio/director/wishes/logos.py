"""Wishes about a logo: an uploaded picture in a corner, its size, opacity and time."""

from __future__ import annotations

import re

from t2v_studio.director.edits import ChangeLogo, PlaceLogo, RemoveLogo
from t2v_studio.director.upload import Upload
from t2v_studio.director.wishes.clauses import Clause
from t2v_studio.director.wishes.measures import Window, percent, window
from t2v_studio.director.wishes.wish import Context, Wish

_ABOUT = re.compile(
    r"\b(?:logo|watermark|brand mark|overlay)\b|水印|标志|徽标|角标|logo", re.IGNORECASE
)
_CORNER = re.compile(
    r"\b(?:in|to|into|at) (?:the |a )?(?:\S+ ){0,2}corner\b|\bpicture[ -]in[ -]picture\b|\bpip\b"
    r"|角落|画中画|[左右][上下]角",
    re.IGNORECASE,
)
_CORNERS = {
    "top left": r"\b(?:top|upper)[ -]left\b|\bleft (?:top|upper)\b|左上",
    "top right": r"\b(?:top|upper)[ -]right\b|\bright (?:top|upper)\b|右上",
    "bottom left": r"\b(?:bottom|lower)[ -]left\b|\bleft (?:bottom|lower)\b|左下",
    "bottom right": r"\b(?:bottom|lower)[ -]right\b|\bright (?:bottom|lower)\b|右下",
}
_OPACITY = re.compile(
    r"\b(?:opacity|opaque|transparen\w+|see[ -]through|translucent)\b|透明", re.IGNORECASE
)
_THROUGH = re.compile(r"\btransparen\w+\b|\bsee[ -]through\b|(?<!不)透明", re.IGNORECASE)
_HALF = 50
_SIZES = {
    25: r"\b(?:bigger|larger|big|large)\b|大一?点|更大|放大",
    9: r"\b(?:smaller|small|tiny)\b|小一?点|更小|缩小",
}
"""Percent of the frame's shorter side -> what asks for it."""
_INSET = 32
"""Size of a picture within the picture."""
_USUAL = 15


def logos(clause: Clause, context: Context) -> Wish | None:
    """Read a wish about a picture that lies on the film."""
    if not context.film.clips or clause.topics & {"title", "caption", "music"}:
        return None
    pictures = [one for one in context.uploads if one.kind == "image"]
    inset = bool(_CORNER.search(clause.text)) and (bool(pictures) or "画中画" in clause.text)
    about = bool(_ABOUT.search(clause.text)) or inset
    named = [one for one in pictures if one.name.lower() in clause.text.lower()]
    named = named or ([] if inset else [one for one in pictures if is_logo(one)])
    if not about or (inset and not _ABOUT.search(clause.text) and _of_the_drawn(clause)):
        return None
    if "remove" in clause.verbs:
        return Wish((RemoveLogo(),)) if context.film.overlays else Wish(problem="no_logo")
    if context.film.overlays and "add" not in clause.verbs:
        return _changed(clause, context)
    if not pictures:
        return Wish(problem="no_upload")
    return _placed((named or pictures)[-1], clause, context, inset=inset)


def is_logo(upload: Upload) -> bool:
    """Say whether a picture is a logo by its name."""
    return upload.kind == "image" and bool(_ABOUT.search(upload.name.replace("_", " ")))


def _of_the_drawn(clause: Clause) -> bool:
    """Say whether what goes into the corner is a thing that is drawn: "a cat in the corner"."""
    drawn = any(span.kind == "subject" for span in clause.spans)
    uploaded = re.search(
        r"\b(?:my|photo|image|picture|pip)\b|照片|图片|画中画", clause.text, re.IGNORECASE
    )
    return drawn and not uploaded


def _placed(upload: Upload, clause: Clause, context: Context, *, inset: bool) -> Wish:
    when = window(clause.text, context.film.duration_ms)
    usual = _USUAL if _ABOUT.search(clause.text) or not inset else _INSET
    opacity = _opacity(clause.text)
    edit = PlaceLogo(
        upload=upload,
        corner=_corner(clause.text) or "bottom right",
        opacity=100 if opacity is None else opacity,
        size=_size(clause.text) or usual,
        start_ms=when.start_ms if when else 0,
        end_ms=when.end_ms if when else 0,
    )
    return Wish((edit,))


def _changed(clause: Clause, context: Context) -> Wish:
    when: Window | None = window(clause.text, context.film.duration_ms)
    edit = ChangeLogo(
        corner=_corner(clause.text),
        opacity=_opacity(clause.text),
        size=_size(clause.text) or None,
        start_ms=when.start_ms if when else None,
        end_ms=when.end_ms if when else None,
    )
    return Wish((edit,)) if edit != ChangeLogo() else Wish(problem="which_logo")


def _opacity(text: str) -> int | None:
    """Return percent of strength: 30% transparent is 70% opaque."""
    if not _OPACITY.search(text):
        return None
    share = percent(text)
    if share is None:
        return _HALF
    share = min(100, share)
    return 100 - share if re.search(r"%\s*transparent|透明\s*\d", text) else share


def _corner(text: str) -> str:
    return next(
        (name for name, rule in _CORNERS.items() if re.search(rule, text, re.IGNORECASE)), ""
    )


def _size(text: str) -> int:
    """Return percent of the frame's shorter side, 0 when nothing is said."""
    if not _OPACITY.search(text) and (share := percent(text)) is not None:
        return max(2, min(share, 60))
    return next((size for size, rule in _SIZES.items() if re.search(rule, text, re.IGNORECASE)), 0)
